"""Chapter 9: how long people can do without, how they are helped meanwhile, and how soon systems are back."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import of_system, record
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Continuity


def continuity(desk: Desk) -> Section:
    """Per activity how long people can do without and their fallback; per system within which time it is back."""
    return desk.section("b.continuity.heading", "continuity", _continuity(desk))


def _continuity(desk: Desk) -> Iterator[Block]:
    w, plans = desk.w, {each.activity_id: each for each in desk.w.dossier.continuities}
    yield w.paragraph("b.continuity.intro")
    rows = [(describing.name(w, each), *plan_of(desk, each, plans[each.id]))
            for each in desk.activities if each.id in plans]  # fmt: skip
    if rows:
        columns = ("column.activity", "column.outage", "column.fallback", "column.tried")
        yield w.table("b.continuity.caption", columns, rows)
    yield from desk.about("b.continuity.none", desk.where(lambda each: each.id not in plans), "name")
    systems = [_recovery(desk, each) for each in w.dossier.systems if _says(each)]
    if systems:
        columns = ("column.system", "column.recovery", "column.loss", "column.tested")
        yield w.table("b.recovery.caption", columns, systems)


def plan_of(desk: Desk, activity: Activity, plan: Continuity) -> tuple[Text, ...]:
    """How long people can do without an activity, how they are helped, and when that was tried."""
    kept = record(desk.w, "continuity", plan, activity.name)
    return (
        kept.cell(hours(desk, plan.outage_hours), "outage_hours"),
        kept.words(plan.fallback, "fallback"),
        kept.day(plan.tried_on, "tried_on"),
    )


def hours(desk: Desk, count: int | None) -> str:
    """A number of hours in words; empty where it is unknown."""
    if count is None:
        return ""
    return desk.w.one("b.hours", count=count).text


def _says(system: System) -> bool:
    return system.recovery_hours is not None or system.loss_hours is not None or system.recovery_tested_on is not None


def _recovery(desk: Desk, system: System) -> tuple[Text, ...]:
    kept = of_system(desk.w, system)
    return (
        kept.cell(system.name, "name"),
        kept.cell(hours(desk, system.recovery_hours), "recovery_hours"),
        kept.cell(hours(desk, system.loss_hours), "loss_hours"),
        kept.day(system.recovery_tested_on, "recovery_tested_on"),
    )
