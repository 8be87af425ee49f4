"""Chapters 7 and 8: who may see what for which purpose, and who looks whether that is kept."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import about_records, category_names, of_system, record
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.reviews import due_on
from gemeentedossier.dossier.security.facts import AccessRule, LogReviewPlan

CHANGES = {True: "change.yes", False: "change.no", None: "change.unknown"}


def access(desk: Desk) -> Section:
    """The access matrix, and the activities without a line in it."""
    return desk.section("b.access.heading", "access", _access(desk))


def _access(desk: Desk) -> Iterator[Block]:
    w, lines = desk.w, desk.w.dossier.access_rules
    yield w.paragraph("b.access.intro")
    rows = [(describing.name(w, each), *line_of(desk, each, line)) for each in desk.activities
            for line in lines if line.activity_id == each.id]  # fmt: skip
    if rows:
        columns = ("column.activity", "column.function", "column.purpose", "column.data", "column.change", "column.why")
        yield w.table("b.access.caption", columns, rows)
    with_lines = {each.activity_id for each in lines}
    yield from desk.about("b.access.none", desk.where(lambda each: each.id not in with_lines), "name")


def line_of(desk: Desk, activity: Activity, line: AccessRule) -> tuple[Text, ...]:
    """Function, purpose, data, whether it may change these, and why."""
    w, kept = desk.w, record(desk.w, "access_rule", line, f"{line.function}, {activity.name}")
    purpose = next((each.text for each in activity.purposes if each.id == line.purpose_id), "")
    told = category_names(w, w.catalogue.data_categories, line.data_categories, line.data_own)
    return (
        kept.cell(line.function, "function"),
        kept.cell(purpose or w.word("all-purposes"), "purpose_id"),
        kept.cell(told or w.word("change.unknown"), "data_categories"),
        kept.said(w.word(CHANGES[line.may_change]), "may_change"),
        kept.words(line.reason, "reason"),
    )


def logging(desk: Desk) -> Section:
    """Whose log is looked at and when, what was found, and which review is late."""
    return desk.section("b.logging.heading", "logging", _logging(desk))


def _logging(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("b.logging.intro")
    plans = [each for each in w.dossier.log_review_plans if each.holds_on(w.day)]
    if not plans:
        yield w.paragraph("b.logging.none", *w.origins.organisation("systems"))
        return
    columns = ("column.system", "column.looks-at", "column.every", "column.last", "column.next")
    yield w.table("b.logging.caption", columns, [_plan(desk, each) for each in plans])
    found = [said for each in plans for said in _reviews(desk, each)]
    if found:
        yield BulletList(tuple(found))
    late = {each.system_id for each in plans if due_on(each) < w.day}
    records = [of_system(w, each) for each in w.dossier.systems if each.id in late]
    yield from about_records(desk, "b.logging.late", records, "name")


def _system_name(desk: Desk, plan: LogReviewPlan) -> str:
    return next((each.name for each in desk.w.dossier.systems if each.id == plan.system_id), "–")


def _plan(desk: Desk, plan: LogReviewPlan) -> tuple[Text, ...]:
    w = desk.w
    kept = record(w, "log_review_plan", plan, _system_name(desk, plan))
    last = max((each.done_on for each in plan.reviews), default=None)
    every = w.word("b.every.one") if plan.every_months == 1 else w.one("b.every.more", count=plan.every_months).text
    return (
        kept.cell(_system_name(desk, plan), "system_id"),
        kept.words(plan.looks_at, "looks_at"),
        kept.cell(every, "every_months"),
        kept.day(last, "reviews") if last else w.say("b.logging.never", *kept.origins("reviews")),
        kept.day(due_on(plan), "starts_on"),
    )


def _reviews(desk: Desk, plan: LogReviewPlan) -> Iterator[Text]:
    """The newest review of each log."""
    w = desk.w
    for each in sorted(plan.reviews, key=lambda found: found.done_on)[-1:]:
        because = record(w, "log_review", each, _system_name(desk, plan)).origins("findings", "follow_up")
        day = long_date(each.done_on, language=w.language)
        said = w.say(
            "b.logging.found", *because, day=day, who=each.done_by, system=_system_name(desk, plan),
            words=quoted(each.findings),
        )  # fmt: skip
        clause = "b.logging.followed" if each.followed_up_on else "b.logging.follows"
        followed = w.say(clause, *because, words=quoted(each.follow_up)) if each.follow_up else ()
        yield said + followed
