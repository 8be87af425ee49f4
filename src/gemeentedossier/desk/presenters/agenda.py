"""The agenda: every term of the dossier by month, with who it is for and by which law; on the page and for programs."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.citations import cited_together
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Badge, Cell, Column, Pagination, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.finding_list import with_changes
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.engine.advice import AdviceOn
from gemeentedossier.method.engine.duties import Seen, own_of
from gemeentedossier.method.engine.term_words import term_name
from gemeentedossier.method.enums import DutyKind, DutyPart, DutyState, PlanTermKind
from gemeentedossier.method.facts import Duty

PAST, ENDED = "past", "ended"
"""The groups of what should have been done, which comes first, and of what ended by itself, which comes last."""
OF_LAW, OF_OUR_OWN = "law", "own"
"""Which terms are looked for: those that the law names, or those that were agreed or chosen."""
STATES: Mapping[DutyState, tuple[Tone, Shape]] = {
    DutyState.OVERDUE: (Tone.ALARM, Shape.CROSS),
    DutyState.ENDED: (Tone.ATTENTION, Shape.CLOCK),
    DutyState.NOW: (Tone.ATTENTION, Shape.CLOCK),
    DutyState.AHEAD: (Tone.QUIET, Shape.HOLLOW),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The terms as a visit sees them: at a moment, by somebody."""

    slug: str
    seen: Seen
    duties: tuple[Duty, ...]
    actor: Actor

    @property
    def now(self) -> dt.datetime:
        """The moment of the look."""
        return self.seen.dossier.moment

    @property
    def own(self) -> tuple[Duty, ...]:
        """Those that are the reader's to do."""
        return own_of(self.duties, self.seen, self.actor.person_id, frozenset(self.actor.roles))

    def state(self, duty: Duty) -> DutyState:
        """How it stands at the look."""
        return duty.state(self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The terms of a month, or those that are past."""

    anchor: str
    title: str
    table: Table


def state_word(state: DutyState) -> str:
    """How a term stands, in words."""
    words = {
        DutyState.OVERDUE: pgettext("term", "Overdue"),
        DutyState.ENDED: pgettext("term", "Ended"),
        DutyState.NOW: pgettext("term", "Within a week"),
        DutyState.AHEAD: pgettext("term", "Ahead"),
    }
    return words[state]


def state_badge(state: DutyState) -> Badge:
    """Red for what somebody had to do by then; what ended by itself is told calmly, and judged where it is recorded."""
    tone, shape = STATES[state]
    return Badge(word=state_word(state), tone=tone, shape=shape)


def groups_of(agenda: Agenda, duties: Iterable[Duty]) -> Iterator[Group]:
    """The terms in the order of moments: those that are past, then month by month."""
    for anchor, found in groupby(duties, key=lambda each: _group(agenda, each)):
        every = tuple(found)
        title = _titles().get(anchor) or month_word(every[0].on)
        yield Group(anchor=anchor, title=title, table=_table(agenda, every, title))


def month_word(on: dt.date) -> str:
    """The month with its year."""
    return capfirst(date_format(on, "F Y"))


def _group(agenda: Agenda, duty: Duty) -> str:
    outside = {DutyState.OVERDUE: PAST, DutyState.ENDED: ENDED}
    return outside.get(agenda.state(duty)) or f"month-{duty.on.isoformat()[:7]}"


def _titles() -> Mapping[str, str]:
    return {
        PAST: pgettext("terms", "Past and not yet done"),
        ENDED: pgettext("terms", "Ended by itself"),
    }


def in_order(agenda: Agenda, duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """What is late first, by law before by our own terms; what ended by itself last; each in the order of moments."""

    def place(duty: Duty) -> tuple[int, bool]:
        state = agenda.state(duty)
        if state is DutyState.OVERDUE:
            return 0, not duty.is_legal
        return (2 if state is DutyState.ENDED else 1), False

    return tuple(sorted(duties, key=place))


def _table(agenda: Agenda, duties: Iterable[Duty], title: str) -> Table:
    labels = (_("Day"), _("What"), _("About"), pgettext("term", "For"), pgettext("term", "By which law"))
    return Table(
        caption=title,
        caption_hidden=True,
        columns=tuple(Column(label=each, unbroken=not number) for number, each in enumerate(labels)),
        rows=tuple(_row(agenda, each) for each in duties),
    )


def _row(agenda: Agenda, duty: Duty) -> Row:
    state = agenda.state(duty)
    return Row(
        cells=(
            Cell(text=when(duty), badge=None if state is DutyState.AHEAD else state_badge(state)),
            Cell(text=what(duty), url=duty_url(duty, agenda.slug)),
            Cell(text=duty.name, note=about_more(agenda, duty)),
            Cell(text=whose(agenda, duty)),
            Cell(text=by_law(duty), note="" if duty.is_legal or not duty.law else _("the law names no such term")),
        )
    )


def when(duty: Duty) -> str:
    """The day; with the hour where the law counts hours."""
    if duty.at is None:
        return day(duty.on)
    told = {"day": day(localtime(duty.at).date()), "hour": date_format(localtime(duty.at), "H:i")}
    return _("%(day)s, %(hour)s") % told


def what(duty: Duty) -> str:
    """What is asked."""
    return term_name(duty.kind).in_language(language())


def about_more(agenda: Agenda, duty: Duty) -> str:
    """What else tells what it is about; of a criterion or a rule its name."""
    if duty.kind in (DutyKind.ANSWER_AGAIN, DutyKind.SET_ASIDE_ENDS):
        rule = agenda.seen.catalogue.rules.get(duty.detail)
        return rule.label.in_language(language()) if rule else duty.detail
    return duty.detail


def whose(agenda: Agenda, duty: Duty) -> str:
    """Who it is for: by name where somebody who works here answers for it, else by role."""
    people = {each.id: each.name for each in agenda.seen.dossier.organisation.people}
    if duty.owner_id in agenda.seen.here:
        return people[duty.owner_id]
    roles = " / ".join(sorted(role_name(each) for each in duty.roles))
    if duty.owner_id in people:
        return _("%(role)s, for %(name)s left") % {"role": roles, "name": people[duty.owner_id]}
    return roles


def by_law(duty: Duty) -> str:
    """The places of the law that ask it."""
    return cited_together(duty.law, language()) if duty.law else ""


_PAGES: Mapping[DutyPart, str] = {
    DutyPart.AGREEMENTS: "agreement",
    DutyPart.ASSESSMENTS: "assessment",
    DutyPart.BREACHES: "breach",
    DutyPart.REQUESTS: "request",
    DutyPart.PROCESSING: "activity",
}
ADVISED_ON: Mapping[AdviceOn, str] = {
    AdviceOn.ASSESSMENT: "assessment",
    AdviceOn.BREACH: "breach",
    AdviceOn.REQUEST: "request",
    AdviceOn.OWN_ACCORD: "own-advice",
}
"""By what the officer advised on, the page of one."""
_PLACES: Mapping[SecurityTermKind, tuple[str, str]] = {
    SecurityTermKind.LOG_REVIEW: ("log-review", "#done"),
    SecurityTermKind.SUPPORT_ENDS: ("system", ""),
    SecurityTermKind.EVIDENCE_ENDS: ("evidence-piece", ""),
    SecurityTermKind.ACCEPTANCE_ENDS: ("risk", "#decision"),
}


def duty_url(duty: Duty, slug: str) -> str:
    """Where what a term asks is done."""

    def url(name: str, *args: object) -> str:
        return reverse(f"desk:{name}", args=[slug, *args])

    if isinstance(duty.kind, SecurityTermKind):
        if duty.kind is SecurityTermKind.EXCLUSION_REVIEW:
            return f"{url('applicability')}#exclusion-{duty.record_id}"
        if duty.kind is SecurityTermKind.APPETITE_REVIEW:
            return url("appetite")
        if duty.kind is SecurityTermKind.FALLBACK_TRIAL:
            return url("continuity", UUID(duty.place))
        name, place = _PLACES[duty.kind]
        return url(name, duty.record_id) + place
    if isinstance(duty.kind, DutyKind) and duty.part is not DutyPart.PROCESSING:
        return _own_url(duty, url)
    if duty.part is DutyPart.METHOD:
        return url("maturity-theme" if duty.kind is PlanTermKind.AMBITION else "method-step", duty.place)
    if isinstance(duty.kind, TermKind) and duty.kind is TermKind.LEAFLET_ENDS:
        return url("leaflet", duty.record_id)
    place = ""
    if isinstance(duty.kind, BreachTermKind):
        places = {BreachTermKind.MEASURE: "#measures", BreachTermKind.KEPT_UNTIL: "#closing"}
        place = places.get(duty.kind, "#clocks")
    return url(_PAGES[duty.part], duty.record_id) + place


def _own_url(duty: Duty, url: Callable[..., str]) -> str:
    if duty.kind is DutyKind.MEASURE_AGAIN:
        return url("measure", duty.record_id)
    if duty.kind is DutyKind.CHECK:
        return url("check", duty.record_id)
    if duty.kind is DutyKind.ANSWER_ADVICE:
        return url(ADVISED_ON[AdviceOn(duty.place)], duty.record_id)
    if duty.kind is DutyKind.READ_AGAIN:
        return url("norm", duty.place)
    if duty.kind is DutyKind.ANSWER_AGAIN:
        return url("answer", duty.place, duty.record_id, duty.detail)
    return f"{url('findings')}?outcome={Outcome.SUPPRESSED.value}"


def pagination_of(page: "Page[Duty]", query: QueryDict) -> Pagination:
    """Links to the other pages, and how many terms there are."""
    count = page.paginator.count

    def url(number: int) -> str:
        return with_changes(query, page=str(number))

    return Pagination(
        pages=page_links(current=page.number, last=page.paginator.num_pages, url_for=url)
        if page.has_other_pages()
        else (),
        summary=ngettext("%(count)s term", "%(count)s terms", count) % {"count": count},
        previous_url=url(page.previous_page_number()) if page.has_previous() else "",
        next_url=url(page.next_page_number()) if page.has_next() else "",
    )


def as_data(agenda: Agenda, duties: Iterable[Duty], *, home: str) -> list[dict[str, Any]]:
    """The same terms for programs; ``home`` is how this program is reached. Days and moments by ISO 8601."""
    return [
        {
            "key": each.key,
            "kind": each.kind.value,
            "part": each.part.value,
            "what": what(each),
            "about": each.name,
            "detail": about_more(agenda, each),
            "on": each.on.isoformat(),
            "at": each.at.isoformat() if each.at else None,
            "state": agenda.state(each).value,
            "for": whose(agenda, each),
            "law": by_law(each),
            "is_term_of_law": each.is_legal,
            "url": f"{home}{duty_url(each, agenda.slug)}",
        }
        for each in duties
    ]
