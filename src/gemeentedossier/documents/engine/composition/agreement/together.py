"""What is done together: duties of joint controllers, the clauses of a covenant with who departs, expectations."""

from collections.abc import Iterator, Sequence

from gemeentedossier.documents.engine.blocks import (
    Block,
    DefinitionList,
    Note,
    NoteKind,
    Run,
    RunStyle,
    Section,
    Text,
)
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.composition.wordings import anchor_of, long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.agreements.engine.difference import Mark, difference
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Deviation, DividedDuty, SharedClause


def _kept(desk: Desk, agreement: Agreement) -> Record:
    return record(desk.w, "agreement", agreement, agreement.name)


def duties(desk: Desk, agreement: Agreement) -> Section:
    """Which joint controller meets which duty, and the essence for the people concerned (GDPR 26(1), 26(2))."""
    blocks = _duties(desk, agreement) if agreement.kind is AgreementKind.JOINT_CONTROLLERS else ()
    return desk.section("g.duties.heading", "duties", blocks)


def _duties(desk: Desk, agreement: Agreement) -> Iterator[Block]:
    w, kept = desk.w, _kept(desk, agreement)
    yield w.paragraph("g.duties.intro")
    if agreement.duties:
        columns = ("column.duty", "column.who", "column.how")
        yield w.table("g.duties.caption", columns, [_duty(desk, kept, each) for each in agreement.duties])
    else:
        yield w.paragraph("g.duties.none", *kept.origins("duties"))
    if agreement.essence.strip():
        yield w.paragraph("g.duties.essence", *kept.origins("essence"), words=quoted(agreement.essence))


def _duty(desk: Desk, kept: Record, duty: DividedDuty) -> tuple[Text, ...]:
    w, because = desk.w, kept.origins("duties")
    municipality = w.one("g.parties.municipality", municipality=w.dossier.organisation.name).text
    return (
        w.said(w.word(f"duty.{duty.duty.value}"), *because, slot=f"{duty.duty.value}-duty"),
        w.value(duty.party_name or municipality, because=because, slot=f"{duty.duty.value}-who"),
        w.quoted_or_unknown(duty.text, *because, slot=f"{duty.duty.value}-how"),
    )


def participants(desk: Desk, agreement: Agreement) -> Section:
    """Who takes part in a covenant since when, and who attested."""
    blocks: list[Block] = []
    if agreement.kind is AgreementKind.COVENANT and agreement.parties:
        columns = ("column.party", "column.joined", "column.attested", "column.left")
        rows = [_participant(desk, _kept(desk, agreement), each) for each in agreement.parties]
        blocks.append(desk.w.table("g.participants.caption", columns, rows))
    return desk.section("g.participants.heading", "participants", blocks)


def _participant(desk: Desk, kept: Record, party: AgreementParty) -> tuple[Text, ...]:
    w, because = desk.w, kept.origins("parties")
    days = {"joined": party.joined_on, "attested": party.attested_on, "left": party.left_on}
    cells = (
        w.value(long_date(day, language=w.language) if day else "–", because=because, slot=f"{party.id}-{name}")
        for name, day in days.items()
    )
    return w.value(party.party_name, because=because, slot=f"{party.id}-name"), *cells


def shared_clauses(desk: Desk, agreement: Agreement) -> Section:
    """The clauses that hold for every participant, in the words of the covenant."""
    kept = _kept(desk, agreement)
    children = [
        _clause(desk, kept, each, number, [d for d in agreement.deviations if _is_from(d, each)])
        for number, each in enumerate(agreement.clauses, 1)
    ]
    return desk.section("g.clauses.heading", "clauses", (), children)


def _is_from(deviation: Deviation, clause: SharedClause) -> bool:
    """Whether the departure is from this clause: by its record, else by its number."""
    return deviation.shared_clause_id == clause.id if deviation.shared_clause_id else deviation.clause == clause.code


def _clause(desk: Desk, kept: Record, clause: SharedClause, number: int, departing: Sequence[Deviation]) -> Section:
    """The clause in its own words, and beside it who departs from it and why."""
    w, because = desk.w, kept.origins("clauses")
    heading = " ".join(part for part in (clause.code, clause.title) if part.strip()) or str(number)
    return Section(
        heading=w.value(heading, because=because, slot=f"{clause.id}-heading")[0],
        anchor=anchor_of("clause", str(number)),
        blocks=(
            w.paragraph("g.clauses.text", *because, words=quoted(clause.text))
            if clause.text.strip()
            else w.paragraph("g.clauses.empty", *because),
            *(Note(NoteKind.ATTENTION, _departs(desk, kept, each)) for each in departing),
        ),
    )


def _departs(desk: Desk, kept: Record, deviation: Deviation) -> Text:
    """That a party departs from the clause, why, and what holds for it."""
    w, because = desk.w, kept.origins("deviations")
    told = w.say("g.clauses.departs", *because, party=deviation.party_name)
    if deviation.reason.strip():
        told += w.say("g.clauses.departs-because", *because, words=quoted(deviation.reason))
    return told + w.say("g.clauses.departs-so", *because) + _own_text(desk, deviation, because)


def _own_text(desk: Desk, deviation: Deviation, because: Sequence[Origin]) -> Text:
    """What holds for the party, with the words that differ from the shared text in bold."""
    w, own = desk.w, deviation.own_text.strip("“” ")
    if not own:
        return w.unknown(*because)
    told = [each for each in difference(deviation.shared_text, own) if each.mark is not Mark.FIRST]
    runs = [Run(each.text, RunStyle.STRONG if each.mark is Mark.SECOND else RunStyle.EMPHASIS) for each in told]
    spaced = [part for run in runs for part in (Run(" "), run)][1:]
    return w.value("“", *spaced, "”", because=because, slot=f"{deviation.id}-own")


def deviations(desk: Desk, agreement: Agreement) -> Section:
    """Where a participant departs from a shared clause: both texts side by side, and why."""
    blocks: list[Block] = []
    if agreement.deviations:
        blocks.append(desk.w.paragraph("g.deviations.intro", *_kept(desk, agreement).origins("deviations")))
        columns = ("column.party", "column.clause", "column.shared-text", "column.own-text", "column.why")
        rows = [_deviation(desk, _kept(desk, agreement), each) for each in agreement.deviations]
        blocks.append(desk.w.table("g.deviations.caption", columns, rows))
    return desk.section("g.deviations.heading", "deviations", blocks)


def _deviation(desk: Desk, kept: Record, deviation: Deviation) -> tuple[Text, ...]:
    w, because = desk.w, kept.origins("deviations")
    return (
        w.value(deviation.party_name, because=because, slot=f"{deviation.id}-party"),
        w.value_or_unknown(deviation.clause, *because, slot=f"{deviation.id}-clause"),
        w.quoted_or_unknown(deviation.shared_text, *because, slot=f"{deviation.id}-shared"),
        _own_text(desk, deviation, because),
        w.quoted_or_unknown(deviation.reason, *because, slot=f"{deviation.id}-why"),
    )


def expectations(desk: Desk, agreement: Agreement) -> Section:
    """What each side expects of the other; nothing where neither was written."""
    w, kept, blocks = desk.w, _kept(desk, agreement), list[Block]()
    if agreement.expected_of_party.strip() or agreement.expected_of_municipality.strip():
        ours = w.definition("label.expected-municipality",
                            kept.words(agreement.expected_of_municipality, "expected_of_municipality"))  # fmt: skip
        theirs = w.definition("label.expected-party", kept.words(agreement.expected_of_party, "expected_of_party"))
        blocks.append(DefinitionList((ours, theirs)))
    return desk.section("g.expectations.heading", "expectations", blocks)
