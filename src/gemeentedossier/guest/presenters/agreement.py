"""One agreement as a party sees it: what each may expect, what was agreed, and until when."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.parts import Badge, Cell, Column, Comparison, Definition, Link, Row, Table
from gemeentedossier.dossier.agreements.engine.own import OwnAgreement
from gemeentedossier.dossier.agreements.engine.points import POINTS
from gemeentedossier.dossier.agreements.engine.term import OVER, last_day, notice_before, state_on
from gemeentedossier.dossier.agreements.presenters.comparing import departures_of
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.guest.presenters.words import day, duty_word, end_word, kind_word, listing, state_badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What each side may expect of the other, in plain words; empty where nobody wrote it down."""

    of_you: str
    of_us: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAgreement:
    """An agreement as its page shows it."""

    name: str
    kind: str
    party: str
    state: Badge
    expected: Expected
    agreed: tuple[tuple[str, str, str], ...]
    """Of each point that was agreed: what, in which words, and where it stands in the text and the law."""
    definitions: tuple[Definition, ...]
    declared: tuple[Definition, ...]
    tables: tuple[tuple[str, Table], ...]
    departures: tuple[Comparison, ...]
    """Where something else than a shared clause holds for this party, with what differs marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around an agreement: the municipality, how it is reached, and what the files are called."""

    municipality: Municipality
    contact: str
    files: Mapping[str, str]

    def link(self, own: OwnAgreement, which: str) -> tuple[Link, ...]:
        """Where the file can be opened; nothing where there is none."""
        name, place = self.files.get(which), [self.municipality.slug, own.agreement.id, which]
        return (Link(label=name, url=reverse("guest:file", args=place)),) if name else ()


def shown_agreement(own: OwnAgreement, around: Around, *, today: dt.date, language: str) -> ShownAgreement:
    """Everything that the page tells."""
    a, municipality = own.agreement, around.municipality.name
    return ShownAgreement(
        name=a.name,
        kind=kind_word(a.kind),
        party=own.party.party_name,
        state=state_badge(a, today),
        expected=Expected(of_you=a.expected_of_party, of_us=a.expected_of_municipality),
        agreed=tuple(_agreed(own, language)),
        definitions=tuple(_facts(own, around, today=today, language=language)),
        declared=tuple(_declared(own, around)),
        tables=tuple(_tables(own, municipality=municipality)),
        departures=departures_of(a.deviations),
    )


def _agreed(own: OwnAgreement, language: str) -> Iterator[tuple[str, str, str]]:
    for each in own.agreement.points:
        if each.agreed:
            about = POINTS[each.point]
            where = " · ".join(filter(None, (each.place, about.law.in_language(language))))
            yield about.label.in_language(language), each.text, where


def _said(term: str, *texts: str, links: tuple[Link, ...] = ()) -> Iterator[Definition]:
    """What is known; what nobody recorded is left out, since the party cannot mend it."""
    told = tuple(text for text in texts if text)
    if told or links:
        yield Definition(term=term, texts=told, links=links)


def _facts(own: OwnAgreement, around: Around, *, today: dt.date, language: str) -> Iterator[Definition]:
    a, catalogue = own.agreement, current_catalogue()
    data, people = catalogue.entries_of(DataCategory), catalogue.entries_of(SubjectCategory)
    named = [data[each].name.in_language(language) for each in a.data_categories or () if each in data]
    whose = [people[each].name.in_language(language) for each in a.subject_categories or () if each in people]
    hours = _("within %(hours)s hours") % {"hours": a.breach_report_hours} if a.breach_report_hours is not None else ""
    yield from _said(_("Others who take part"), *own.others)
    yield from _said(_("About"), a.subject)
    yield from _said(_("Number of the contract"), a.reference)
    yield from _said(_("Signed"), f"{day(a.signed_on)}, {a.signed_by}" if a.signed_by else day(a.signed_on))
    yield from _said(_("The text that was signed"), links=around.link(own, "text"))
    yield from _said(_("Holds from"), day(a.starts_on))
    yield from _said(_("Last day"), day(last_day(a, on=today)))
    if state_on(a, today) not in OVER:
        yield from _said(_("Last day to give notice"), day(notice_before(a, on=today)))
    yield from _said(_("Data"), listing([*named, *a.data_categories_own]))
    yield from _said(_("Of whom"), listing([*whose, *a.subject_categories_own]))
    yield from _said(_("Report a data breach"), hours, a.breach_contact)
    yield from _said(pgettext("agreement", "At the end"), end_word(a.end_choice) if a.end_choice else "")
    yield from _said(_("Proof of erasure or return"), _handed_in(a.erasure_proved_on))
    asking = _("%(owner)s, municipality of %(name)s") % {"owner": a.owner, "name": around.municipality.name}
    yield from _said(_("Whom to ask"), asking if a.owner else "", links=_reached_at(around.contact))


def _reached_at(contact: str) -> tuple[Link, ...]:
    """The contact as a link; nothing where it is no mailbox, which nothing here can call."""
    is_mailbox = "@" in contact and " " not in contact
    return (Link(label=contact, url="mailto:" + quote(contact, safe="@")),) if is_mailbox else ()


def _handed_in(on: dt.date | None) -> str:
    return _("handed in, of %(day)s") % {"day": day(on)} if on else ""


def _declared(own: OwnAgreement, around: Around) -> Iterator[Definition]:
    party = own.party
    if party.attested_on:
        yield from _said(_("Last declaration"), f"{day(party.attested_on)}, {party.attested_by}")
        yield from _said(_("What was declared"), party.attestation)
        links = around.link(own, "declaration")
        added = _("A file was added.") if party.attestation_evidence_id and not links else ""
        yield from _said(_("Evidence"), added, links=links)


def _tables(own: OwnAgreement, *, municipality: str) -> Iterator[tuple[str, Table]]:
    a = own.agreement
    if a.duties:
        rows = tuple((duty_word(d.duty), d.party_name or municipality, d.text) for d in a.duties)
        yield _("Who does what"), _table(_("Who does what"), (_("Duty"), _("By whom"), _("How")), rows)
    if a.clauses:
        labels = (_("Clause"), _("Text"), _("Who has something else"))
        shared = tuple(
            (f"{each.code} {each.title}".strip(), each.text or _("No text yet"), _departing(own, each.code))
            for each in a.clauses
        )
        yield _("What holds for everyone"), _table(_("What holds for everyone"), labels, shared)
    if a.instructions:
        told = tuple((day(each.given_on), each.text) for each in a.instructions)
        yield (
            _("Instructions of the municipality"),
            _table(_("Instructions of the municipality"), (_("Day"), _("Instruction")), told),
        )


def _departing(own: OwnAgreement, clause: str) -> str:
    """Who departs from a clause: this party itself first, and the others by name alone."""
    itself = (_("you"),) if any(each.clause == clause for each in own.agreement.deviations) else ()
    return listing((*itself, *own.departing.get(clause, ())))


def _table(caption: str, labels: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(
        caption=caption,
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(Row(cells=tuple(Cell(text=text) for text in row)) for row in rows),
    )
