"""Looking at logs: which is due when, what was seen, and what became of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from operator import itemgetter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.evidence import piece_url
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.security.engine.reviews import due_on
from gemeentedossier.dossier.security.facts import LogReview, LogReviewPlan
from gemeentedossier.foundation.addresses import reverse

SOON = dt.timedelta(days=30)
"""From so long before its last day on a review is called for."""


def plan_badge(plan: LogReviewPlan, today: dt.date) -> Badge:
    """Whether somebody looked in time: ended, not begun, overdue, due within a month, or in time."""
    if plan.ended_on and plan.ended_on <= today:
        return Badge(word=pgettext("plan for a log", "Ended"), tone=Tone.QUIET, shape=Shape.DASH)
    if plan.starts_on > today:
        return Badge(word=pgettext("plan for a log", "Not begun"), tone=Tone.QUIET, shape=Shape.HOLLOW)
    if due_on(plan) < today:
        return Badge(word=pgettext("plan for a log", "Overdue"), tone=Tone.ALARM, shape=Shape.CLOCK)
    if due_on(plan) <= today + SOON:
        return Badge(word=pgettext("plan for a log", "Due"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("plan for a log", "Done in time"), tone=Tone.GOOD, shape=Shape.CHECK)


def review_badge(review: LogReview) -> Badge:
    """Whether what was found was dealt with; where nothing is to be done nobody wrote so."""
    if review.followed_up_on:
        return Badge(word=pgettext("review of a log", "Dealt with"), tone=Tone.GOOD, shape=Shape.CHECK)
    if review.follow_up:
        return Badge(word=pgettext("review of a log", "Being dealt with"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("review of a log", "Nothing written"), tone=Tone.QUIET, shape=Shape.DASH)


def plans_table(sheet: Sheet, plans: Iterable[LogReviewPlan]) -> Table | None:
    """Plans with when somebody looked last and must look again; what is most urgent first, what ended last."""
    names = {each.id: each.name for each in sheet.dossier.systems}
    rows = tuple(
        Row(
            cells=(
                Cell(text=names.get(each.system_id, ""), url=plan_url(sheet.slug, each), note=each.looks_at),
                *_standing(each, sheet.today),
                Cell(text=often(each)),
                Cell(text=each.owner),
            )
        )
        for each in _urgent_first(plans, sheet.today)
    )
    labels = (_("System"), _("State"), _("At the latest"), _("Last looked"), _("How often"), _("Who answers for it"))
    return table(_("Plans for looking at logs"), labels, rows)


def plans_of_system(sheet: Sheet, system: System) -> Table | None:
    """The plans for the log of one system, each leading to its page."""
    own = (each for each in sheet.dossier.log_review_plans if each.system_id == system.id)
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.looks_at, url=plan_url(sheet.slug, each), note=often(each)),
                *_standing(each, sheet.today),
            )
        )
        for each in _urgent_first(own, sheet.today)
    )
    labels = (_("What is looked at"), _("State"), _("At the latest"), _("Last looked"))
    return table(_("Plans for looking at logs"), labels, rows)


def _urgent_first(plans: Iterable[LogReviewPlan], today: dt.date) -> list[LogReviewPlan]:
    return sorted(plans, key=lambda each: (not each.holds_on(today), due_on(each), each.id))


def _standing(plan: LogReviewPlan, today: dt.date) -> tuple[Cell, Cell, Cell]:
    """The state of a plan, until when one can look in time, and when somebody looked last."""
    return (
        Cell(badge=plan_badge(plan, today)),
        Cell(text=day(due_on(plan)) if plan.holds_on(today) else ""),
        Cell(text=day(last_looked(plan)) or _("Nobody looked yet")),
    )


def done_table(sheet: Sheet, plans: Iterable[LogReviewPlan]) -> Table | None:
    """Every review of these plans, newest first."""
    names = {each.id: each.name for each in sheet.dossier.systems}
    done = [(review.done_on, plan, review) for plan in plans for review in plan.reviews]
    rows = tuple(
        Row(
            cells=(
                Cell(text=day(on), url=f"{plan_url(sheet.slug, plan)}#done"),
                Cell(text=names.get(plan.system_id, "")),
                Cell(text=review.done_by),
                Cell(text=review.findings),
                Cell(badge=review_badge(review), note=review.follow_up),
            )
        )
        for on, plan, review in sorted(done, key=itemgetter(0), reverse=True)
    )
    return table(_("Done"), (_("Day"), _("System"), _("By"), _("What was found"), _("What became of it")), rows)


def reviews_table(sheet: Sheet, plan: LogReviewPlan, *, may_follow_up: bool) -> Table | None:
    """The reviews of one plan, newest first; each leads to what became of it, for who may write that."""
    pieces = {piece.id: piece.title for piece in sheet.dossier.evidence}
    rows = tuple(
        Row(
            cells=(
                Cell(text=day(each.done_on), note=each.done_by),
                Cell(text=each.findings, note=each.sample),
                Cell(badge=review_badge(each), note=_became(each)),
                _evidence(sheet, each, pieces.get(each.evidence_id, "") if each.evidence_id else ""),
                *((Cell(text=_("Write down"), url=follow_up_url(sheet.slug, plan, each)),) if may_follow_up else ()),
            )
        )
        for each in reversed(plan.reviews)
    )
    labels = (_("Day"), _("What was found"), _("What became of it"), _("Evidence"))
    return table(_("Done"), (*labels, _("Follow-up")) if may_follow_up else labels, rows)


def plan_said(sheet: Sheet, plan: LogReviewPlan) -> Iterator[Definition]:
    """What a plan says, and where it stands."""
    name = next((each.name for each in sheet.dossier.systems if each.id == plan.system_id), "")
    url = reverse("desk:system", args=[sheet.slug, plan.system_id])
    yield Definition(term=_("System"), links=(Link(label=name, url=f"{url}#log"),))
    yield said(_("What is looked at"), plan.looks_at)
    yield said(_("How is chosen what is looked at"), plan.sample)
    yield said(_("How often"), often(plan))
    yield said(_("Who answers for it"), plan.owner)
    until = _("until %(day)s") % {"day": day(plan.ended_on)} if plan.ended_on else ""
    yield said(_("Holds from"), day(plan.starts_on), until)
    last = _("at the latest on %(day)s") % {"day": day(due_on(plan))} if plan.holds_on(sheet.today) else ""
    yield Definition(term=_("State"), badge=plan_badge(plan, sheet.today), texts=(last,) if last else ())


def often(plan: LogReviewPlan) -> str:
    """How often the log is looked at."""
    number = plan.every_months
    return ngettext("every month", "every %(number)s months", number) % {"number": number}


def last_looked(plan: LogReviewPlan) -> dt.date | None:
    """The day of the newest review; None where nobody looked yet."""
    return max((each.done_on for each in plan.reviews), default=None)


def plan_url(slug: str, plan: LogReviewPlan) -> str:
    """The page of a plan."""
    return reverse("desk:log-review", args=[slug, plan.id])


def follow_up_url(slug: str, plan: LogReviewPlan, review: LogReview) -> str:
    """Where is written down what became of a review."""
    return reverse("desk:log-review-follow-up", args=[slug, plan.id, review.id])


def _became(review: LogReview) -> str:
    if not review.followed_up_on:
        return review.follow_up
    return f"{review.follow_up} ({day(review.followed_up_on)})"


def _evidence(sheet: Sheet, review: LogReview, title: str) -> Cell:
    if review.evidence_id is None:
        return Cell(text=pgettext("evidence of a review", "None"))
    return Cell(text=title, url=piece_url(sheet.slug, review.evidence_id))
