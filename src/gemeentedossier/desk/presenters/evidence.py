"""Evidence as people read it: what it is, whether it still counts, and which answers rest on it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.template.defaultfilters import date as date_format
from django.template.defaultfilters import filesizeformat
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.naming import record_name
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Definition, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.agreement import web_page
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Attestation, Evidence
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.facts import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The evidence of a dossier on one day, for one municipality's pages."""

    slug: str
    dossier: Dossier
    day: dt.date

    def people(self) -> list[tuple[UUID, str]]:
        """Who can look after evidence: whoever has a role on the day."""
        here = self.dossier.organisation.colleagues(self.day)
        return [(each.id, each.name) for each in here if _has_role(each, self.day)]

    def carried(self, evidence_id: UUID) -> tuple[Link, ...]:
        """The measures and agreements that rest on it."""
        measures, agreements = self.measures(evidence_id), self.agreements(evidence_id)
        return (
            *(Link(label=m.name, url=reverse("desk:measure", args=[self.slug, m.id])) for m in measures),
            *(Link(label=a.name, url=reverse("desk:agreement", args=[self.slug, a.id])) for a in agreements),
        )

    def measures(self, evidence_id: UUID) -> list[Measure]:
        """The measures that it shows."""
        return [each for each in self.dossier.measures if evidence_id in each.evidence_ids]

    def agreements(self, evidence_id: UUID) -> list[Agreement]:
        """The agreements of which it shows something."""
        return [each for each in self.dossier.agreements if evidence_id in _shown_for(each)]

    def used(self, evidence_id: UUID) -> Iterator[Attestation]:
        """Yield the answers that rest on it."""
        return (each for each in self.dossier.attestations if evidence_id in each.evidence_ids)


def _has_role(person: Person, day: dt.date) -> bool:
    return any(each.holds_on(day) for each in person.roles)


def _shown_for(agreement: Agreement) -> tuple[UUID | None, ...]:
    """What shows that data were erased, and what participants attested."""
    return (
        agreement.erasure_evidence_id,
        agreement.signed_text_evidence_id,
        *(each.attestation_evidence_id for each in agreement.parties),
    )


def standing(piece: Evidence, day: dt.date) -> Badge:
    """Whether it counts on that day, in a word and a shape."""
    if piece.withdrawn_at:
        return Badge(word=pgettext("state of evidence", "Withdrawn"), tone=Tone.QUIET, shape=Shape.DASH)
    if piece.lost_at:
        return Badge(word=pgettext("state of evidence", "Not to be found"), tone=Tone.ATTENTION, shape=Shape.CROSS)
    if not piece.stands_on(day):
        return Badge(word=pgettext("state of evidence", "Expired"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("state of evidence", "Valid"), tone=Tone.GOOD, shape=Shape.CHECK)


def evidence_table(pieces: Iterable[Evidence], shelf: Shelf) -> Table:
    """The evidence as a list that leads to each piece."""
    labels = (_("Evidence"), _("State"), _("Valid until"), _("Owner"), _("Carries"))
    return Table(
        caption=_("Evidence"),
        caption_hidden=True,
        columns=tuple(Column(label=label) for label in labels),
        rows=tuple(_row(each, shelf) for each in sorted(pieces, key=lambda piece: piece.title.casefold())),
    )


def _row(piece: Evidence, shelf: Shelf) -> Row:
    return Row(
        cells=(
            Cell(text=piece.title, url=piece_url(shelf.slug, piece.id), note=_kind(piece)),
            Cell(badge=standing(piece, shelf.day)),
            Cell(text=_day(piece.valid_until) if piece.valid_until else _("no end")),
            Cell(text=piece.owner, note=_left(piece, shelf)),
            Cell(text=_carries(piece, shelf)),
        )
    )


def _carries(piece: Evidence, shelf: Shelf) -> str:
    answers = sum(1 for _each in shelf.used(piece.id))
    measures, agreements = len(shelf.measures(piece.id)), len(shelf.agreements(piece.id))
    told = (
        (answers, ngettext("%(count)s answer", "%(count)s answers", answers)),
        (measures, ngettext("%(count)s measure", "%(count)s measures", measures)),
        (agreements, ngettext("%(count)s agreement", "%(count)s agreements", agreements)),
    )
    return ", ".join(words % {"count": count} for count, words in told if count) or _("nothing yet")


def _left(piece: Evidence, shelf: Shelf) -> str:
    """That its owner has no role here; empty where somebody looks after it."""
    if piece.withdrawn_at or piece.owner_id in {key for key, _name in shelf.people()}:
        return ""
    return _("has no role here")


def piece_url(slug: str, evidence_id: UUID) -> str:
    """The page of one piece."""
    return reverse("desk:evidence-piece", args=[slug, evidence_id])


def piece_definitions(piece: Evidence, shelf: Shelf) -> tuple[Definition, ...]:
    """Everything that is known of one piece."""
    told = [
        Definition(term=_("State"), badge=standing(piece, shelf.day)),
        Definition(term=_("Valid until"), texts=(_day(piece.valid_until) if piece.valid_until else _("no end"),)),
        Definition(term=_("Owner"), texts=tuple(filter(None, (piece.owner, _left(piece, shelf))))),
        Definition(term=_("Added"), texts=(f"{_moment(piece.added_at)}, {piece.added_by}",)),
    ]
    if piece.kind is EvidenceKind.FILE:
        told.append(Definition(term=_("File"), texts=(f"{piece.file_name}, {filesizeformat(piece.size or 0)}",)))
        told.append(Definition(term=_("Fingerprint (SHA-256)"), texts=(piece.sha256,)))
    else:
        told.append(web_page(_("Address"), piece.url))
        told.append(Definition(term=_("What was seen there"), texts=(piece.seen,)))
    if piece.withdrawn_at:
        told.append(Definition(term=_("Withdrawn"), texts=(_moment(piece.withdrawn_at), piece.withdrawn_because)))
    if piece.lost_at:
        told.append(Definition(term=_("Not to be found since"), texts=(_moment(piece.lost_at),)))
    return tuple(told)


def answers_on(piece: Evidence, shelf: Shelf, judged: Judged, catalogue: Catalogue, language: str) -> tuple[Link, ...]:
    """The answers that rest on a piece, each leading to the question."""
    return tuple(_answer(each, shelf, judged, catalogue, language) for each in shelf.used(piece.id))


def _answer(said: Attestation, shelf: Shelf, judged: Judged, catalogue: Catalogue, language: str) -> Link:
    rule = rule_named(said.criterion, catalogue)
    label = rule.label.in_language(language) if rule else said.criterion
    about = about_what(said.subject_kind, said.subject_id, judged)
    where = reverse("desk:answer", args=[shelf.slug, said.subject_kind, said.subject_id, rule.id]) if rule else ""
    return Link(label=f"{label} ({about})" if about else label, url=where)


def rule_named(name: str, catalogue: Catalogue) -> Rule | None:
    """The rule with this id, or one that had it before."""
    found = catalogue.rules.get(name)
    return found or next((rule for rule in catalogue.rules.values() if name in rule.aliases), None)


def about_what(kind: str, subject_id: UUID, judged: Judged) -> str:
    """The name of the record that an answer is about, or of the activity in which it stands."""
    if kind == "organisation":
        return judged.dossier.organisation.name
    case = next((each.case for each in judged.assessment.cases if each.case.id == subject_id), None)
    return record_name(case, get_language() or "nl") if case else ""


def pieces_to_choose(shelf: Shelf) -> list[tuple[str, str]]:
    """What an answer can rest on today, by title."""
    standing_ones = (each for each in shelf.dossier.evidence if each.stands_on(shelf.day))
    return [(str(each.id), each.title) for each in sorted(standing_ones, key=lambda piece: piece.title.casefold())]


def no_evidence() -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No evidence yet"),
        belongs=_("Here stands what shows that an answer is true: a decision, a report, minutes, a screen."),
        reason=_("A municipality must be able to show that it obeys the law (Articles 5(2) and 24(1))."),
    )


def _kind(piece: Evidence) -> str:
    if piece.kind is not EvidenceKind.FILE:
        return _("link")
    return piece.file_name if piece.file_name != piece.title else _("file")


def _day(day: dt.date) -> str:
    return date_format(day, "j F Y")


def _moment(moment: dt.datetime) -> str:
    return date_format(localtime(moment), "j F Y, H:i")
