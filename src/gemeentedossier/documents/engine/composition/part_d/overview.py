"""Chapters 4 and 5: how many breaches there were each year and how they went, and each of them in a line."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.dossier.breaches.engine.clock import begun_hours
from gemeentedossier.dossier.breaches.engine.form import told_moment, told_number
from gemeentedossier.dossier.breaches.engine.triage import state_of
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TERM = 72


def _real(desk: Desk) -> list[PersonalDataBreach]:
    """What was a breach, or may be one; never an exercise."""
    return [each for each in desk.w.dossier.breaches if not each.is_exercise and each.is_breach is not False]


def _of(desk: Desk, breach: PersonalDataBreach) -> Record:
    return record(desk.w, "breach", breach, breach.number)


def years(desk: Desk) -> Section:
    """Each year in numbers, the newest first."""
    return desk.section("d.years.heading", "years", _years(desk))


def _years(desk: Desk) -> Iterator[Block]:
    w, found = desk.w, _real(desk)
    yield w.paragraph("d.years.intro")
    if not found:
        yield w.paragraph("d.years.none", *w.origins.organisation("breaches"))
        return
    by_year: dict[int, list[PersonalDataBreach]] = {}
    for each in found:
        by_year.setdefault(each.reported_at.astimezone(AMSTERDAM).year, []).append(each)
    columns = ("column.d-year", "column.d-breaches", "column.d-notified", "column.d-late", "column.d-people-told")
    rows = [_year(desk, year, by_year[year]) for year in sorted(by_year, reverse=True)]
    yield w.table("d.years.caption", columns, rows)


def _year(desk: Desk, year: int, found: Sequence[PersonalDataBreach]) -> tuple[Text, ...]:
    w = desk.w
    because = [origin for each in found for origin in _of(desk, each).origins("reported_at")]
    notified = [each for each in found if each.first_notification]
    late = [each for each in notified if _hours(each) > TERM]
    counts = {
        "year": str(year),
        "breaches": str(len(found)),
        "notified": str(len(notified)),
        "late": str(len(late)),
        "told": str(sum(bool(each.messages) for each in found)),
    }
    return tuple(w.value(text, because=because, slot=f"{year}-{name}") for name, text in counts.items())


def _hours(breach: PersonalDataBreach) -> int:
    first = breach.first_notification
    return begun_hours(breach.moments.aware_at, first.sent_at if first else None) or 0


def overview(desk: Desk) -> Section:
    """Every breach in a line, without a name of anybody concerned."""
    return desk.section("d.overview.heading", "overview", _overview(desk))


def _overview(desk: Desk) -> Iterator[Block]:
    w, found = desk.w, _real(desk)
    if not found:
        return
    yield w.paragraph("d.overview.intro")
    columns = (
        "column.d-breach",
        "column.d-reported",
        "column.d-kind-of-incident",
        "column.d-people-number",
        "column.d-standing",
    )
    yield w.table("d.overview.caption", columns, [_line(desk, each) for each in found])


def _line(desk: Desk, breach: PersonalDataBreach) -> tuple[Text, ...]:
    w, kept = desk.w, _of(desk, breach)
    kind = word(breach.nature.kind, w.language) if breach.nature.kind else ""
    return (
        kept.cell(f"{breach.number} {breach.title}", "title"),
        kept.cell(told_moment(breach.reported_at), "reported_at"),
        kept.cell(kind, "kind"),
        kept.cell(told_number(breach.concerned.people_min, breach.concerned.people_max), "people_max"),
        kept.said(word(state_of(breach), w.language), "closed_at"),
    )
