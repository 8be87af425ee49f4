"""An activity beside the reference activity it started from: what differs, and what the reference suggests."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import (
    DataCategory,
    RecipientCategory,
    ReferenceActivity,
    RetentionRule,
    SubjectCategory,
)
from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.activity.blocks import Block
from gemeentedossier.desk.presenters.activity.wording import Words, listing
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True)
class Compared:
    """One kind of ids: those that the reference fills in, those that it only suggests, and those recorded."""

    label: str
    filled: frozenset[str]
    suggested: frozenset[str]
    recorded: frozenset[str]


def reference(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """What the record has more and less than its reference; nothing where it started empty."""
    known = words.catalogue.reference_activities.get(activity.reference_activity)
    if known is None:
        return
    start = _("This record started from the reference activity “%(name)s”.") % {
        "name": known.name.in_language(words.language)
    }
    definitions = tuple(_differences(known, activity, words))
    same = () if definitions else (_("It differs nowhere in data, people, recipients, provisions or retention."),)
    yield Block(sentences=(start, *same), definitions=definitions)
    doubts = tuple(doubt.reason.in_language(words.language) for doubt in known.doubts)
    if doubts:
        yield Block(title=_("What is doubtful in the reference"), sentences=doubts)


def suggestions_for(section: str, activity: Activity, words: Words) -> tuple[str, ...]:
    """What the reference suggests for a section and the record does not have: shown, never filled in."""
    known = words.catalogue.reference_activities.get(activity.reference_activity)
    if known is None:
        return ()
    kinds = {
        "purposes": ("legal_bases",),
        "data": ("subjects", "data"),
        "recipients": ("recipients",),
        "retention": ("retention",),
    }.get(section, ())
    compared = _compared(known, activity)
    found = [_named(kind, compared[kind].suggested - compared[kind].recorded, words) for kind in kinds]
    if section == "security":
        found.append(list(known.suggestions.systems))
    return tuple(name for names in found for name in names)


def _differences(known: ReferenceActivity, activity: Activity, words: Words) -> Iterator[Definition]:
    for kind, each in _compared(known, activity).items():
        more = _named(kind, each.recorded - each.filled - each.suggested, words)
        less = _named(kind, each.filled - each.recorded, words)
        texts = []
        if more:
            texts.append(_("Only here: %(names)s.") % {"names": listing(more)})
        if less:
            texts.append(_("Only in the reference: %(names)s.") % {"names": listing(less)})
        if texts:
            yield Definition(term=each.label, texts=tuple(texts))


def _compared(known: ReferenceActivity, activity: Activity) -> Mapping[str, Compared]:
    prefill, suggested = known.prefill, known.suggestions
    uses = activity.data_uses
    return {
        "legal_bases": Compared(
            _("Provisions"),
            frozenset(i for p in prefill.purposes for i in p.legal_bases),
            frozenset(suggested.legal_bases),
            _ids(b.provision_id for p in activity.purposes for b in p.legal_bases),
        ),
        "subjects": Compared(
            _("People"),
            frozenset(u.subject for u in prefill.data_uses),
            frozenset(suggested.subjects),
            _ids(i for u in uses for i in u.subject_categories),
        ),
        "data": Compared(
            _("Data"),
            frozenset(u.data for u in prefill.data_uses),
            frozenset(suggested.data),
            _ids(i for u in uses for i in u.data_categories),
        ),
        "recipients": Compared(
            _("Recipients"),
            frozenset(prefill.recipients),
            frozenset(suggested.recipients),
            _ids(r.category for r in activity.recipients),
        ),
        "retention": Compared(
            _("Retention"),
            frozenset(prefill.retention),
            frozenset(suggested.retention),
            _ids(r.rule_id for r in activity.retention),
        ),
    }


def _ids(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, ids))


def _named(kind: str, ids: Iterable[str], words: Words) -> list[str]:
    if kind == "legal_bases":
        return sorted(words.provision_text(i) for i in ids)
    kinds = {
        "subjects": SubjectCategory,
        "data": DataCategory,
        "recipients": RecipientCategory,
        "retention": RetentionRule,
    }
    return sorted(words.categories(kinds[kind], ids))
