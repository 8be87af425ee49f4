"""Chapters 3 and 4: how is classified, and the levels of each activity."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.security import SecurityAspect, SecurityLevel
from gemeentedossier.catalogue.facts.sources import Status
from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import level_words, record
from gemeentedossier.documents.engine.composition.wordings import first_capital, in_the_netherlands, long_date
from gemeentedossier.dossier.assets.enums import Effect
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Classification


def method(desk: Desk) -> Section:
    """The aspects, the scale and what each level asks; a scale that nobody checked says so."""
    return desk.section("b.method.heading", "method", _method(desk))


def _method(desk: Desk) -> Iterator[Block]:
    w, levels = desk.w, tuple(desk.w.catalogue.security_levels.values())
    yield w.paragraph("b.method.intro")
    if not levels:
        return
    if any(each.status is Status.UNVERIFIED for each in levels):
        yield w.paragraph("b.method.unverified")
    columns = ("column.aspect", "column.level", "column.when-fits", "column.harm", "column.asks")
    yield w.table("b.method.caption", columns, [_level(desk, each) for each in levels])


def _level(desk: Desk, level: SecurityLevel) -> tuple[Text, ...]:
    w = desk.w
    because = w.say("b.method.scale")[0].provenance.origins
    asks = w.listed(w.word(f"effect.{Effect(each).value}") for each in level.asks)
    return (
        w.said(w.word(f"aspect.{level.aspect.value}"), *because, slot=f"{level.id}-aspect"),
        w.value(level_words(w, level.aspect, level.level), because=because, slot=f"{level.id}-level"),
        w.value(level.guide.in_language(w.language), because=because, slot=f"{level.id}-guide"),
        w.value(level.harm.in_language(w.language), because=because, slot=f"{level.id}-harm"),
        w.value(first_capital(asks or w.word("count.none")), because=because, slot=f"{level.id}-asks"),
    )


def classified(desk: Desk) -> Section:
    """The levels of each activity with who approved them, and the activities without."""
    return desk.section("b.levels.heading", "levels", _classified(desk))


def _classified(desk: Desk) -> Iterator[Block]:
    w, found = desk.w, {each.activity_id: each for each in desk.w.dossier.classifications}
    yield w.paragraph("b.levels.intro")
    rows = [_classification(desk, each, found[each.id]) for each in desk.activities if each.id in found]
    if rows:
        columns = ("column.activity", *(f"column.{aspect.value}" for aspect in SecurityAspect), "column.approved")
        yield w.table("b.levels.caption", columns, rows)
    yield from desk.about("b.levels.none", desk.where(lambda each: each.id not in found), "name")
    waiting = desk.where(lambda each: each.id in found and found[each.id].approved_at is None)
    yield from desk.about("b.levels.unapproved", waiting, "name")


def _classification(desk: Desk, activity: Activity, found: Classification) -> tuple[Text, ...]:
    w, kept = desk.w, record(desk.w, "security_classification", found, activity.name)
    levels = (kept.cell(level_words(w, aspect, number), aspect.value) for aspect, number in found.levels.items())
    return describing.name(w, activity), *levels, approval(desk, activity, found)


def approval(desk: Desk, activity: Activity, found: Classification) -> Text:
    """Who approved the levels and when, or that nobody did."""
    w, because = desk.w, record(desk.w, "security_classification", found, activity.name).origins("approved_at")
    if found.approved_at is None:
        return w.say("b.levels.not-approved", *because)
    day = long_date(in_the_netherlands(found.approved_at).date(), language=w.language)
    return w.say("b.levels.approved", *because, who=found.approved_by, day=day)
