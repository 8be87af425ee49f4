"""Chapters 10 and 11: who delivers and keeps the systems, and what people may put in digital tools."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import of_system, record
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.dossier.agreements.engine.term import last_day, state_on
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.parties.facts import Party


def suppliers(desk: Desk) -> Section:
    """The suppliers of systems and what was agreed with them; nothing where no system names one."""
    return desk.section("b.suppliers.heading", "suppliers", _suppliers(desk))


def _suppliers(desk: Desk) -> Iterator[Block]:
    w = desk.w
    named = {each.supplier_id for each in w.dossier.systems}
    rows = [_supplier(desk, each) for each in w.dossier.parties if each.id in named]
    if rows:
        yield w.paragraph("b.suppliers.intro")
        yield w.table("b.suppliers.caption", ("column.supplier", "column.system", "column.agreement"), rows)


def _supplier(desk: Desk, party: Party) -> tuple[Text, ...]:
    w = desk.w
    theirs = [each for each in w.dossier.systems if each.supplier_id == party.id]
    because = [origin for each in theirs for origin in of_system(w, each).origins("supplier_id")]
    found = [each for each in w.dossier.agreements if party.id in {member.party_id for member in each.parties}]
    said: Text = ()
    for each in found:
        said += _agreement(desk, each)
    return (
        w.value(party.name, because=record(w, "party", party, party.name).origins("name"), slot="party"),
        w.value(w.listed(each.name for each in theirs), because=because, slot="systems"),
        said or w.say("b.suppliers.no-agreement", *because),
    )


def _agreement(desk: Desk, agreement: Agreement) -> Text:
    w, kept = desk.w, record(desk.w, "agreement", agreement, agreement.name)
    state, last = state_on(agreement, w.day), last_day(agreement, on=w.day)
    words = w.word(f"agreement-state.{state.value}")
    because = kept.origins("name", "signed_on", "ends_on")
    if last is None:
        return w.say("b.suppliers.agreement", *because, name=agreement.name, state=words)
    day = long_date(last, language=w.language)
    return w.say("b.suppliers.agreement-until", *because, name=agreement.name, state=words, day=day)


def tools(desk: Desk) -> Section:
    """What may be put in digital tools; nothing where none is recorded."""
    return desk.section("b.tools.heading", "tools", _tools(desk))


def _tools(desk: Desk) -> Iterator[Block]:
    w = desk.w
    if w.dossier.tools:
        yield w.paragraph("b.tools.intro")
        columns = ("column.tool", "column.state", "column.may-go-in", "column.may-not-go-in")
        yield w.table("b.tools.caption", columns, [_tool(desk, each) for each in w.dossier.tools])


def _tool(desk: Desk, tool: Tool) -> tuple[Text, ...]:
    w, kept = desk.w, record(desk.w, "tool", tool, tool.name)
    state = kept.said(w.word(f"tool.{tool.state.value}"), "state") if tool.state else w.unknown(*kept.origins("state"))
    return (
        kept.cell(tool.name, "name"),
        state,
        kept.words(tool.may_go_in, "may_go_in"),
        kept.words(tool.may_not_go_in, "may_not_go_in"),
    )
