"""The advice ledger as people read it: what was advised, on what, and what became of it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Column, Definition, EmptyState, Link, Row, Tab, Table
from gemeentedossier.desk.presenters.activity.blocks import paragraphs
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.engine.advice import (
    OPEN,
    AdviceOn,
    AdviceStanding,
    GivenAdvice,
    counts_of,
    due_of,
    standing_of,
)

ALL, WAITS = "all", "open"
IN_A_LINE = 140
"""Characters of an advice that a list shows."""
PAGES: Mapping[AdviceOn, str] = {
    AdviceOn.ASSESSMENT: "desk:assessment",
    AdviceOn.BREACH: "desk:breach",
    AdviceOn.REQUEST: "desk:request",
    AdviceOn.OWN_ACCORD: "desk:own-advice",
}
ANCHORS: Mapping[AdviceOn, str] = {
    AdviceOn.ASSESSMENT: "#advice",
    AdviceOn.BREACH: "#advice",
    AdviceOn.REQUEST: "#decision",
}
"""Where on that page the advice stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceSight:
    """Every advice with what is needed to show it."""

    advices: tuple[GivenAdvice, ...]
    dossier: Dossier
    catalogue: Catalogue
    slug: str
    today: dt.date

    def standing(self, advice: GivenAdvice) -> AdviceStanding:
        """What became of it by today."""
        return standing_of(advice, self.catalogue, on=self.today)

    @property
    def waiting(self) -> tuple[GivenAdvice, ...]:
        """What nobody answered yet, the oldest first."""
        return tuple(each for each in reversed(self.advices) if self.standing(each) in OPEN)


def standing_word(standing: AdviceStanding) -> str:
    """What became of an advice, in a word."""
    return {
        AdviceStanding.FOLLOWED: pgettext("advice", "Followed"),
        AdviceStanding.PARTLY_FOLLOWED: pgettext("advice", "Partly followed"),
        AdviceStanding.NOT_FOLLOWED: pgettext("advice", "Not followed"),
        AdviceStanding.ANSWERED: pgettext("advice", "Answered in own words"),
        AdviceStanding.WAITING: pgettext("advice", "Waits for an answer"),
        AdviceStanding.OVERDUE: pgettext("advice", "Waits too long"),
    }[standing]


def standing_badge(standing: AdviceStanding) -> Badge:
    """What became of an advice; never red: the term is the municipality's own, and advice need not be followed."""
    tone, shape = {
        AdviceStanding.FOLLOWED: (Tone.GOOD, Shape.CHECK),
        AdviceStanding.PARTLY_FOLLOWED: (Tone.NOTE, Shape.HALF),
        AdviceStanding.NOT_FOLLOWED: (Tone.NOTE, Shape.DASH),
        AdviceStanding.ANSWERED: (Tone.GOOD, Shape.PERSON),
        AdviceStanding.WAITING: (Tone.OPEN, Shape.HOLLOW),
        AdviceStanding.OVERDUE: (Tone.ATTENTION, Shape.CLOCK),
    }[standing]
    return Badge(word=standing_word(standing), tone=tone, shape=shape)


def on_word(on: AdviceOn) -> str:
    """On what kind of record an advice was given."""
    return {
        AdviceOn.ASSESSMENT: pgettext("advice on", "Impact assessment"),
        AdviceOn.BREACH: pgettext("advice on", "Breach"),
        AdviceOn.REQUEST: pgettext("advice on", "Request"),
        AdviceOn.OWN_ACCORD: pgettext("advice on", "Of the officer's own accord"),
    }[on]


def advice_url(advice: GivenAdvice, slug: str) -> str:
    """Where the advice stands with its answer."""
    return reverse(PAGES[advice.on], args=[slug, advice.record_id]) + ANCHORS.get(advice.on, "")


def chosen_advices(sight: AdviceSight, state: str) -> tuple[GivenAdvice, ...]:
    """Those that fit the state that somebody chose; all where that is none."""
    if state == WAITS:
        return tuple(each for each in sight.advices if sight.standing(each) in OPEN)
    return tuple(each for each in sight.advices if state in (ALL, sight.standing(each).value))


def state_tabs(sight: AdviceSight, chosen: str, page: str) -> tuple[Tab, ...]:
    """A tab for all, for what waits, and for each standing that occurs."""
    counts = counts_of(sight.advices, sight.catalogue, on=sight.today)
    closed = [each for each in AdviceStanding if each not in OPEN and counts[each]]
    named = (
        (ALL, pgettext("filter", "All"), len(sight.advices)),
        (WAITS, pgettext("advice", "Waits for an answer"), sum(counts[each] for each in OPEN)),
        *((each.value, standing_word(each), counts[each]) for each in closed),
    )
    return tuple(
        Tab(label=label, url=f"{page}?state={key}", current=key == chosen, count=count) for key, label, count in named
    )


def advices_table(sight: AdviceSight, advices: Iterable[GivenAdvice]) -> Table | None:
    """The advices with on what, when, and what became of them."""
    labels = (_("About"), pgettext("noun", "Advice"), _("Given on"), _("What became of it"))
    made = table(_("Advice of the officer"), labels, tuple(_row(each, sight) for each in advices))
    if made is None:
        return None
    return replace(made, columns=tuple(Column(label=each, unbroken=each == labels[2]) for each in labels))


def _row(advice: GivenAdvice, sight: AdviceSight) -> Row:
    standing = sight.standing(advice)
    return Row(
        cells=(
            Cell(text=advice.name, url=advice_url(advice, sight.slug), note=on_word(advice.on)),
            Cell(text=Truncator(advice.text).chars(IN_A_LINE)),
            Cell(text=day(advice.given_on), note=advice.given_by),
            Cell(badge=standing_badge(standing), note=_became(advice, standing, sight)),
        )
    )


def _became(advice: GivenAdvice, standing: AdviceStanding, sight: AdviceSight) -> str:
    """Why, or since how many days it waits."""
    if standing not in OPEN:
        return Truncator(advice.reason).chars(IN_A_LINE)
    days = advice.waits(on=sight.today)
    return ngettext("for %(days)s day", "for %(days)s days", days) % {"days": days}


def statistics(sight: AdviceSight) -> Table | None:
    """How many advices of each kind became what."""
    if not sight.advices:
        return None
    standings = tuple(AdviceStanding)
    rows = []
    for on in AdviceOn:
        given = [each for each in sight.advices if each.on is on]
        if given:
            counts = counts_of(given, sight.catalogue, on=sight.today)
            numbers = (Cell(text=str(counts[each]) if counts[each] else "–") for each in standings)
            rows.append(Row(cells=(Cell(text=on_word(on)), Cell(text=str(len(given))), *numbers)))
    labels = (_("On what"), pgettext("advice", "Given"), *(standing_word(each) for each in standings))
    return table(_("What became of the advice"), labels, tuple(rows))


def own_definitions(advice: GivenAdvice, sight: AdviceSight, about: Link) -> Iterator[Definition]:
    """An advice as it was given: about what, by whom and when."""
    yield Definition(term=_("About"), links=(about,))
    yield Definition(term=pgettext("noun", "Advice"), texts=paragraphs(advice.text))
    yield said(_("Given by"), f"{advice.given_by}, {day(advice.given_on)}")


def answer_definitions(advice: GivenAdvice, sight: AdviceSight) -> Iterator[Definition]:
    """What became of it, by whom and why; else until when it may wait."""
    yield Definition(term=_("State"), badge=standing_badge(sight.standing(advice)))
    if advice.answered_at is None:
        due = due_of(advice, sight.catalogue)
        yield said(
            _("To be answered by"), day(due), missing=_("No term is set: the law names none, the municipality sets it")
        )
        return
    yield said(_("Why"), advice.reason)
    answered = day(advice.answered_at.astimezone(AMSTERDAM).date())
    yield said(_("Answered by"), f"{advice.answered_by}, {answered}")


def no_advice(slug: str, *, may_advise: bool) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("The officer has not advised yet"),
        belongs=_("Every advice of the officer stands here, with what was done with it and why."),
        reason=_("Who does not follow an advice must be able to say why (Articles 5(2) and 39(1)(a))."),
        step=Action(label=advise_label(), url=reverse("desk:own-advice-new", args=[slug])) if may_advise else None,
    )


def advise_label() -> str:
    """What the button says."""
    return _("Advise of your own accord")


def subjects_to_choose(dossier: Dossier) -> dict[str, list[tuple[tuple[str, UUID], str]]]:
    """The records that an advice can be about, by kind; first the municipality itself."""
    organisation = dossier.organisation
    return {
        _("The municipality"): [(("organisation", organisation.id), organisation.name)],
        name_of_kind("activity"): [(("activity", each.id), each.name) for each in dossier.activities],
        name_of_kind("system"): [(("system", each.id), each.name) for each in dossier.systems],
        name_of_kind("agreement"): [(("agreement", each.id), each.name) for each in dossier.agreements],
        name_of_kind("impact_assessment"): [
            (("impact_assessment", each.id), each.name) for each in dossier.impact_assessments
        ],
        name_of_kind("breach"): [(("breach", b.id), f"{b.number} {b.title}") for b in dossier.breaches],
        name_of_kind("request"): [(("request", each.id), each.number) for each in dossier.requests],
    }


def name_of_kind(kind: str) -> str:
    """What records of a kind are called together."""
    return {
        "activity": _("Processing activities"),
        "system": _("Systems"),
        "agreement": _("Agreements"),
        "impact_assessment": _("Impact assessments"),
        "breach": _("Breaches"),
        "request": _("Requests"),
    }[kind]
