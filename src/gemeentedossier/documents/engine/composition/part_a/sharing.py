"""Chapters 8 and 9: how long data are kept, and with whom they are shared."""

import datetime as dt
from collections.abc import Iterator, Sequence

from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.tables import Tables
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.dossier.register.facts import Activity


def _tables(desk: Desk) -> Tables:
    return Tables(w=desk.w, activities=desk.activities, named=True)


def keeping(desk: Desk) -> Section:
    """The retention periods that are recorded, where none is, and when data were last destroyed."""
    return desk.section("a.keeping.heading", "keeping", _keeping(desk))


def _keeping(desk: Desk) -> Iterator[Block]:
    yield desk.w.paragraph("a.keeping.intro")
    yield from _tables(desk).retention("a.keeping.caption")
    yield from desk.about("a.keeping.none", desk.where(lambda each: not each.retention), "retention")
    items = [_destroyed(desk, day, those) for day, those in desk.alike(lambda each: each.last_destruction_on)]
    if items:
        yield BulletList(tuple(items))
    never = desk.where(lambda each: each.last_destruction_on is None)
    yield from desk.about("a.keeping.not-destroyed", never, "last_destruction_on")


def _destroyed(desk: Desk, on: dt.date, those: Sequence[Activity]) -> Text:
    because = desk.fields(those, "name", "last_destruction_on")
    day = long_date(on, language=desk.w.language)
    return desk.w.say("a.keeping.destroyed", *because, activity=desk.names(those), day=day)


def sharing(desk: Desk) -> Section:
    """Recipients, processors and other parties, and transfers."""
    children = [
        desk.section("a.recipients.heading", "recipients", _recipients(desk)),
        desk.section("a.processors.heading", "parties", _parties(desk)),
        desk.section("a.transfers.heading", "transfers", _transfers(desk)),
    ]
    return desk.section("a.sharing.heading", "sharing", (), children)


def _recipients(desk: Desk) -> Iterator[Block]:
    yield desk.w.paragraph("a.recipients.intro")
    yield from _tables(desk).recipients("a.recipients.caption")
    yield from desk.about("a.recipients.none", desk.where(lambda each: not each.recipients), "recipients")


def _parties(desk: Desk) -> Iterator[Block]:
    yield desk.w.paragraph("a.processors.intro")
    if any(each.parties for each in desk.activities):
        yield from _tables(desk).parties("a.processors.caption")
    else:
        yield desk.w.paragraph("a.processors.none", *desk.w.origins.organisation("activities"))


def _transfers(desk: Desk) -> Iterator[Block]:
    yield desk.w.paragraph("a.transfers.intro")
    yield from _tables(desk).transfers("a.transfers.caption")
    field = "characteristics.transfer_outside_eea"
    for clause, said in (("undescribed", True), ("no", False), ("unknown", None)):
        chosen = [
            each for each in desk.activities if not each.transfers and each.characteristics.transfer_outside_eea is said
        ]
        yield from desk.about(f"a.transfers.{clause}", chosen, field, "transfers")
