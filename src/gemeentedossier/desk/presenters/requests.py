"""Requests as people read them: how far, until when, by which article."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.engine.terms import PassedDay, Term, WhyNot
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import LawReference, cited_together
from gemeentedossier.catalogue.facts.requests import Entitlement, SectorException
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Action, Badge, Cell, EmptyState, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, day, language, listing
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.engine.clock import RequestClock, RequestLaw, answer_of, clock_of
from gemeentedossier.dossier.requests.engine.entitlement import adult_from, entitlement_for, exceptions_for
from gemeentedossier.dossier.requests.engine.search_plan import search_plan
from gemeentedossier.dossier.requests.engine.stages import stage_of
from gemeentedossier.dossier.requests.enums import Answered, AskedBy, RequestStage
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, SearchLine
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse

SOON = 7
"""Days before the last one from which a request asks attention; our own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSight:
    """What is needed to show requests."""

    slug: str
    dossier: Dossier
    catalogue: Catalogue
    law: RequestLaw
    today: dt.date
    words: Words
    known: Mapping[UUID, Activity] = field(init=False, repr=False)
    """The activities of the dossier by their key."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {each.id: each for each in self.dossier.activities})

    def clock(self, request: DataSubjectRequest) -> RequestClock | None:
        """The clock of a request on the day that is looked at."""
        return clock_of(request, self.law, on=self.today)

    def answered(self, request: DataSubjectRequest) -> Answered:
        """How its answer stands on that day."""
        return answer_of(request, self.law, on=self.today)

    def activities(self, request: DataSubjectRequest) -> tuple[Activity, ...]:
        """The activities that it is about, in their order."""
        return tuple(self.known[key] for key in request.activity_ids if key in self.known)

    def plan(self, request: DataSubjectRequest) -> tuple[SearchLine, ...]:
        """Where the register says that data of the person can be."""
        return search_plan(
            self.activities(request),
            on=self.today,
            agreements=self.dossier.agreements,
            systems={each.id: each for each in self.dossier.systems},
            parties={each.id: each for each in self.dossier.parties},
            categories={
                each.id: each.name.in_language(self.words.language)
                for each in self.catalogue.recipient_categories.values()
            },
        )

    def entitlement(self, request: DataSubjectRequest) -> Entitlement | None:
        """Who may ask for somebody of this age on the day of receipt."""
        rules = self.catalogue.entries_of(Entitlement).values()
        return entitlement_for(
            rules, age=request.subject_age, guardianship=request.guardianship, on=request.received_on
        )

    def adult_from(self, request: DataSubjectRequest) -> int | None:
        """The age from which a person asked themselves on the day of receipt."""
        return adult_from(self.catalogue.entries_of(Entitlement).values(), on=request.received_on)

    def exceptions(self, request: DataSubjectRequest) -> tuple[SectorException, ...]:
        """Laws with a regime of their own that may go first."""
        return exceptions_for(
            self.catalogue.entries_of(SectorException).values(),
            domains=[each.policy_domain for each in self.activities(request)],
            right=request.right,
            on=request.received_on,
            lives=request.asked_by is AskedBy.SELF or request.subject_age is not None,
        )

    def cited(self, law: Iterable[LawReference]) -> str:
        """Places in the law as lists cite them."""
        return cited_together(tuple(law), self.words.language)

    def url(self, name: str, *args: object) -> str:
        """An address of the desk."""
        return reverse(f"desk:{name}", args=[self.slug, *args])


def stage_badge(request: DataSubjectRequest, reckoned: RequestClock | None, today: dt.date) -> Badge:
    """How far it is; red where the last day passed without an answer."""
    stage = stage_of(request)
    if reckoned and request.is_open and request.told_on is None and reckoned.days_overdue(on=today):
        return Badge(word=pgettext("request", "Overdue"), tone=Tone.ALARM, shape=Shape.CLOCK)
    shapes = {
        RequestStage.RECEIVED: (Tone.OPEN, Shape.HOLLOW),
        RequestStage.SUSPENDED: (Tone.NOTE, Shape.DASH),
        RequestStage.SEARCHING: (Tone.NOTE, Shape.HALF),
        RequestStage.TO_DECIDE: (Tone.ATTENTION, Shape.CLASH),
        RequestStage.TO_TELL: (Tone.ATTENTION, Shape.CLASH),
        RequestStage.TOLD: (Tone.GOOD, Shape.CHECK),
        RequestStage.CLOSED: (Tone.QUIET, Shape.CHECK),
    }
    tone, shape = shapes[stage]
    return Badge(word=name_of(stage), tone=tone, shape=shape)


def days_left(due: dt.date, today: dt.date) -> str:
    """How many days are left, or by how many it is late."""
    left = (due - today).days
    if left < 0:
        return ngettext("%(days)s day late", "%(days)s days late", -left) % {"days": -left}
    if left == 0:
        return _("today is the last day")
    return ngettext("%(days)s day left", "%(days)s days left", left) % {"days": left}


def days_open(received: dt.date, today: dt.date) -> str:
    """How long one is open whose last day cannot be reckoned: nobody is reminded of it."""
    passed = (today - received).days
    return ngettext("open for %(days)s day", "open for %(days)s days", passed) % {"days": counted(passed)}


def reckoning(term: Term, *, months: int, stood_still: int) -> str:
    """How a last day was reckoned, step by step."""
    told = [
        ngettext("received on %(day)s, plus %(months)s month", "received on %(day)s, plus %(months)s months", months)
        % {"day": day(term.start), "months": months}
    ]
    if stood_still:
        told.append(
            ngettext(
                "plus %(days)s day on which it stood still", "plus %(days)s days on which it stood still", stood_still
            )
            % {"days": stood_still}
        )
    told.append(_("is %(day)s") % {"day": day(term.counted)})
    sentence = ", ".join(told)
    if not term.passed:
        return sentence
    passed = listing(map(_passed, term.passed))
    return _("%(sentence)s; put off to %(due)s, over %(passed)s") % {
        "sentence": sentence,
        "due": day(term.due),
        "passed": passed,
    }


def _passed(passed: PassedDay) -> str:
    if passed.holiday:
        return passed.holiday.name.in_language(language())
    saturday = passed.why is WhyNot.SATURDAY
    return pgettext("day of the week", "Saturday") if saturday else pgettext("day of the week", "Sunday")


def requests_table(sight: RequestSight, requests: Iterable[DataSubjectRequest]) -> Table | None:
    """Requests with their last day, those that ask most first."""
    labels = (_("Number"), _("Right"), _("Received"), _("Last day"), _("State"), _("Handled by"))
    rows = tuple(_row(sight, each) for each in sorted(requests, key=lambda each: urgency(sight, each)))
    return table(_("Requests"), labels, rows)


def urgency(sight: RequestSight, request: DataSubjectRequest) -> tuple[bool, bool, dt.date, str]:
    """Open ones first, then what was not answered, then by the last day."""
    reckoned = sight.clock(request)
    due = reckoned.due if reckoned else request.received_on
    return (not request.is_open, request.told_on is not None, due, request.number)


def _row(sight: RequestSight, request: DataSubjectRequest) -> Row:
    reckoned = sight.clock(request)
    waits = request.is_open and request.told_on is None
    return Row(
        cells=(
            Cell(text=request.number, url=sight.url("request", request.id)),
            Cell(text=name_of(request.right)),
            Cell(text=day(request.received_on), note=name_of(request.channel)),
            Cell(
                text=day(reckoned.due) if reckoned else _("not reckoned"),
                note=_waiting(sight, request, reckoned) if waits else "",
            ),
            Cell(badge=stage_badge(request, reckoned, sight.today)),
            Cell(text=request.handler or _("nobody yet")),
        )
    )


def _waiting(sight: RequestSight, request: DataSubjectRequest, reckoned: RequestClock | None) -> str:
    return days_left(reckoned.due, sight.today) if reckoned else days_open(request.received_on, sight.today)


def no_requests(*, url: str) -> EmptyState:
    """What belongs in the list."""
    return EmptyState(
        title=_("No request was recorded yet"),
        belongs=_("What people ask about their own data: to see it, mend it, erase it, or stop its use."),
        reason=_("The municipality answers within a month (Articles 12 and 15 to 22 of the GDPR)."),
        step=Action(label=pgettext("button", "Record a request"), url=url) if url else None,
    )


def person_mark(request: DataSubjectRequest, dossier: Dossier) -> str:
    """How the person is known here, and whether they asked before."""
    if not request.subject_key:
        return ""
    others = [each for each in dossier.requests if each.subject_key == request.subject_key and each.id != request.id]
    mark = request.subject_key[:8]
    if not others:
        return mark
    numbers = listing(each.number for each in others)
    return _("%(mark)s; also asked %(numbers)s") % {"mark": mark, "numbers": numbers}
