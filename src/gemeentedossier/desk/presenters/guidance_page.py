"""Every field with its help: by kind of record, as a page to read and to look something up in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from gemeentedossier.catalogue.facts.guidance import FieldGuidance
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.design.parts import Explanation, Link
from gemeentedossier.desk.presenters.found import FIELD
from gemeentedossier.desk.presenters.guidance import documents_of, law_links, rules_of
from gemeentedossier.dossier.snapshot.search import Found, folded, pattern_of
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PLACES: Sequence[tuple[StrOrPromise, Mapping[str, StrOrPromise]]] = (
    (
        gettext_lazy("Processing activities"),
        {
            "activity": gettext_lazy("The processing activity itself"),
            "purpose": gettext_lazy("Purpose"),
            "legal-basis": gettext_lazy("Legal basis"),
            "data-use": gettext_lazy("People and data"),
            "data-source": gettext_lazy("Source of the data"),
            "recipient": gettext_lazy("Recipient"),
            "transfer": gettext_lazy("Transfer outside the EEA"),
            "retention": gettext_lazy("Retention period"),
            "party": gettext_lazy("Role of a party"),
            "further-use": gettext_lazy("Further use"),
            "note": gettext_lazy("Remark in a review"),
        },
    ),
    (
        gettext_lazy("Security"),
        {
            "system": gettext_lazy("System"),
            "measure": gettext_lazy("Measure"),
            "departure": gettext_lazy("Another class for a system"),
            "access": gettext_lazy("Access by function"),
            "right": gettext_lazy("Account or group"),
            "risk": gettext_lazy("Security risk"),
            "appetite": gettext_lazy("Risk appetite"),
            "continuity": gettext_lazy("Outage"),
            "exclusion": gettext_lazy("Exclusion from the baseline"),
            "clause": gettext_lazy("Clause of policy"),
            "log-review": gettext_lazy("Log review"),
            "tool": gettext_lazy("Digital tool"),
            "tool-rule": gettext_lazy("Rule for a digital tool"),
        },
    ),
    (
        gettext_lazy("Impact assessments"),
        {
            "pre-scan": gettext_lazy("Pre-scan"),
            "assessment": gettext_lazy("The impact assessment itself"),
            "assessment-file": gettext_lazy("Assessment from a file"),
            "assessment-point": gettext_lazy("Part of an impact assessment"),
            "assessed-risk": gettext_lazy("Risk to people"),
            "assessment-step": gettext_lazy("Step of an impact assessment"),
            "consultation": gettext_lazy("Prior consultation"),
            "proposal": gettext_lazy("Proposal to the register"),
        },
    ),
    (
        gettext_lazy("Personal data breaches"),
        {
            "breach": gettext_lazy("The breach itself"),
            "breach-step": gettext_lazy("Step in a breach"),
            "breach-notification": gettext_lazy("Notification to the authority"),
            "breach-message": gettext_lazy("Message to people"),
            "breach-measure": gettext_lazy("Measure after a breach"),
        },
    ),
    (
        gettext_lazy("Parties and agreements"),
        {
            "agreement": gettext_lazy("The agreement itself"),
            "agreement-step": gettext_lazy("Step of an agreement"),
            "sub-processor": gettext_lazy("Sub-processor"),
            "covenant": gettext_lazy("Covenant"),
            "known-party": gettext_lazy("Party"),
            "invitation": gettext_lazy("Invitation of a party"),
            "leaflet": gettext_lazy("Leaflet"),
            "role-test": gettext_lazy("Role test"),
        },
    ),
    (
        gettext_lazy("Requests and consents"),
        {
            "request": gettext_lazy("The request itself"),
            "request-line": gettext_lazy("Search for a request"),
            "request-part": gettext_lazy("Part of the decision"),
            "request-step": gettext_lazy("Step of a request"),
            "consent": gettext_lazy("Consent"),
        },
    ),
    (
        gettext_lazy("Municipality, supervision and proof"),
        {
            "organisation": gettext_lazy("The municipality"),
            "body": gettext_lazy("Body that decides"),
            "unit": gettext_lazy("Unit"),
            "person": gettext_lazy("Person and role"),
            "hand-over": gettext_lazy("Handing over"),
            "evidence": gettext_lazy("Evidence"),
            "answer": gettext_lazy("Answer to a criterion"),
            "suppression": gettext_lazy("Finding set aside"),
            "reading": gettext_lazy("Reading of an open norm"),
            "reliance": gettext_lazy("What rests on a reading"),
            "matter": gettext_lazy("Contested law"),
            "position": gettext_lazy("Position"),
            "advice": gettext_lazy("Advice of the data protection officer"),
            "check": gettext_lazy("Check by the officer"),
            "sample": gettext_lazy("Sample"),
            "officer-report": gettext_lazy("Report of the officer"),
            "ambition": pgettext_lazy("of a theme", "Ambition"),
            "plan": gettext_lazy("Planned step"),
            "reminder": gettext_lazy("Reminders"),
            "import": gettext_lazy("Import"),
            "any": gettext_lazy("Fields that many forms have"),
        },
    ),
)
"""The kinds of record by the place in the rail where they are kept."""
TITLES = {record: title for _place, records in PLACES for record, title in records.items()}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The kinds of record of one place."""

    title: StrOrPromise
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One field on the page of its kind; ``rules`` are all criteria that look at it, each with its page."""

    anchor: str
    explanation: Explanation
    rules: tuple[Link, ...]


def shelves(slug: str, labels: Mapping[str, str]) -> tuple[Shelf, ...]:
    """The kinds of record that have explained fields, by place, with how many."""
    counts = {record: sum(key.startswith(f"{record}.") for key in labels) for record in TITLES}
    return tuple(
        Shelf(title, tuple(_link(slug, record, name, counts[record]) for record, name in records.items()))
        for title, records in PLACES
    )


def _link(slug: str, record: str, name: StrOrPromise, count: int) -> Link:
    told = ngettext("%(count)s field", "%(count)s fields", count) % {"count": count}
    return Link(label=name, url=reverse("desk:help-record", args=[slug, record]), note=told)


def told_of(record: str, labels: Mapping[str, str], *, slug: str, language: str) -> tuple[Told, ...]:
    """Every field of a kind of record, in the order of its forms."""
    known = latest_catalogue().field_guidance
    keys = [key for key in labels if known[key].record == record]
    return tuple(_told(known[key], labels[key], slug, language) for key in keys)


def _told(told: FieldGuidance, label: str, slug: str, language: str) -> Told:
    def word(text: Text | None) -> str:
        return text.in_language(language) if text else ""

    rules = rules_of(told.id)
    places = "; ".join(each.in_language(language) for each in documents_of(rules))
    used = (word(told.use), _("Told in: %(documents)s") % {"documents": places} if places else "")
    explanation = Explanation(
        label=label,
        asks=word(told.asks),
        used=tuple(each for each in used if each),
        law=law_links(told.id, language),
        good=word(told.good),
        bad=word(told.bad),
        because=word(told.because),
    )
    links = (Link(label=word(each.label), url=reverse("desk:coverage-rule", args=[slug, each.id])) for each in rules)
    return Told(told.field, explanation, tuple(links))


def fields_found(labels: Mapping[str, str], stems: Sequence[str], language: str) -> tuple[Found, ...]:
    """The fields that are called so, with what they ask."""
    patterns, known = [pattern_of(each) for each in stems], latest_catalogue().field_guidance
    called = [key for key, label in labels.items() if patterns and all(one.search(folded(label)) for one in patterns)]
    return tuple(
        Found(FIELD, key, f"{labels[key]} ({TITLES[known[key].record]})", known[key].asks.in_language(language), 2)
        for key in called
    )
