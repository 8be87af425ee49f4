"""Agreements as a list, and what they ask when."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.naming import AGREED
from gemeentedossier.assessment.facts import Assessment, Judged
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Column, EmptyState, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.documents.engine.composition.agreement import WRITTEN
from gemeentedossier.dossier.agreements.engine.leaflets import leaflet_terms_for
from gemeentedossier.dossier.agreements.engine.term import Term, last_day, state_on, terms_for
from gemeentedossier.dossier.agreements.enums import AgreementState, TermKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse

AHEAD = dt.timedelta(days=366)
"""How far the calendar looks."""
_STATES: Mapping[AgreementState, tuple[Tone, Shape]] = {
    AgreementState.DRAFT: (Tone.QUIET, Shape.PENCIL),
    AgreementState.SIGNED: (Tone.NOTE, Shape.CLOCK),
    AgreementState.IN_FORCE: (Tone.GOOD, Shape.CHECK),
    AgreementState.NOTICE_GIVEN: (Tone.NOTE, Shape.CLOCK),
    AgreementState.EXPIRED: (Tone.ALARM, Shape.CROSS),
    AgreementState.ENDED: (Tone.QUIET, Shape.DASH),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for among the agreements; empty does not matter."""

    kind: str = ""
    state: str = ""
    party: str = ""

    def fits(self, agreement: Agreement, today: dt.date) -> bool:
        """Whether the agreement is wanted."""
        return (
            self.kind in ("", agreement.kind)
            and self.state in ("", state_on(agreement, today))
            and self.party in ("", *(str(each.party_id) for each in agreement.parties))
        )


def agreement_url(slug: str, key: UUID, anchor: str = "") -> str:
    """The page of an agreement, at one of its sections."""
    page = reverse("desk:agreement", args=[slug, key])
    return f"{page}#{anchor}" if anchor else page


def agreement_text_url(slug: str, agreement: Agreement) -> str:
    """Where the text of an agreement can be read; empty where its kind has none of ours."""
    return reverse("desk:agreement-text", args=[slug, agreement.id]) if agreement.kind in WRITTEN else ""


def expectations_url(slug: str, agreement: Agreement) -> str:
    """Where one page tells what each side may expect; empty for a kind that has no such page."""
    return reverse("desk:agreement-expectations", args=[slug, agreement.id]) if agreement.kind in WRITTEN else ""


def state_badge(agreement: Agreement, today: dt.date) -> Badge:
    """How it stands on the day, in a word, a shape and a colour."""
    state = state_on(agreement, today)
    tone, shape = _STATES[state]
    return Badge(word=name_of(state), tone=tone, shape=shape)


def kind_word(agreement: Agreement) -> str:
    """The kind in words."""
    return name_of(agreement.kind) if agreement.kind else pgettext("kind of agreement", "not chosen yet")


def agreements_table(agreements: Iterable[Agreement], judged: Judged, *, slug: str) -> Table:
    """The agreements with how they stand, until when, and what is open about them."""
    today, waiting = day_of(judged.dossier), open_per_agreement(judged.assessment)
    return Table(
        caption=_("Agreements"),
        caption_hidden=True,
        columns=(
            Column(label=_("Agreement")),
            Column(label=_("With")),
            Column(label=_("State")),
            Column(label=_("Until"), unbroken=True),
            Column(label=_("Activities"), numeric=True),
            Column(label=pgettext("column", "To do"), numeric=True),
        ),
        rows=tuple(_row(each, today, waiting[each.id], slug) for each in agreements),
    )


def open_per_agreement(assessment: Assessment) -> Counter[UUID]:
    """How many findings are open about each agreement."""
    return Counter(
        finding.subject_id
        for each in assessment.cases
        if each.case.kind in AGREED
        for finding in each
        if finding.is_open
    )


def _row(agreement: Agreement, today: dt.date, waiting: int, slug: str) -> Row:
    page, last = agreement_url(slug, agreement.id), last_day(agreement, on=today)
    return Row(
        cells=(
            Cell(
                text=agreement.name,
                url=page,
                note=" · ".join(filter(None, (kind_word(agreement), agreement.reference))),
            ),
            Cell(text=agreement.party_names),
            Cell(badge=state_badge(agreement, today)),
            Cell(text=day(last)),
            Cell(text=str(len(agreement.activity_ids))),
            Cell(text=str(waiting), url=page if waiting else ""),
        )
    )


def _about(agreement: Agreement) -> str:
    return " · ".join(filter(None, (kind_word(agreement), agreement.reference)))


def calendar_table(judged: Judged, *, slug: str) -> Table | None:
    """What the agreements ask within a year, and what is past and not yet done; None where there is nothing."""
    today = day_of(judged.dossier)
    terms = [each for each in agreement_terms(judged.dossier) if each.on <= today + AHEAD]
    if not terms:
        return None
    labels = (_("Day"), _("What"), _("Agreement or leaflet"), _("About"))
    return Table(
        caption=_("What the agreements ask, and when"),
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(_term(each, today, slug) for each in terms),
    )


def agreement_terms(dossier: Dossier) -> tuple[Term, ...]:
    """What agreements and leaflets ask, in the order of days: the same on every page and in every file."""
    today = day_of(dossier)
    leaflets = leaflet_terms_for(dossier.leaflets, dossier.agreements, dossier.systems, dossier.tools, on=today)
    return tuple(sorted((*terms_for(dossier.agreements, on=today), *leaflets)))


def agreement_term_url(term: Term, slug: str) -> str:
    """Where what a term of an agreement or a leaflet asks is done."""
    if term.kind is TermKind.LEAFLET_ENDS:
        return reverse("desk:leaflet", args=[slug, term.record_id])
    return agreement_url(slug, term.record_id)


def _term(term: Term, today: dt.date, slug: str) -> Row:
    past = Badge(word=_("Past"), tone=Tone.ALARM, shape=Shape.CLOCK) if term.on < today else None
    return Row(
        cells=(
            Cell(text=day(term.on), badge=past),
            Cell(text=name_of(term.kind)),
            Cell(text=term.name, url=agreement_term_url(term, slug)),
            Cell(text=term.detail),
        )
    )


def no_agreements(slug: str, *, is_narrowed: bool, may_record: bool) -> EmptyState:
    """What belongs here, and why."""
    if is_narrowed:
        return EmptyState(
            title=_("Nothing fits these filters"),
            belongs=_("There are agreements, but none with all of these properties at once."),
            step=Action(label=_("Show all agreements"), url=reverse("desk:agreements", args=[slug])),
        )
    step = Action(label=_("Record an agreement"), url=reverse("desk:agreement-new", args=[slug]))
    return EmptyState(
        title=_("No agreements yet"),
        belongs=_("Here stands with whom the municipality agreed what: processors, partners, providers."),
        reason=_("A processor may work only on a contract that binds it (Article 28(3))."),
        step=step if may_record else None,
    )
