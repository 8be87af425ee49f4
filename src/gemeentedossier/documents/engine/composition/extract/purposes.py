"""The tables of an activity that differ per activity: purposes with their bases, and data per group of people."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.facts import Activity, DataUse, LegalBasis, Purpose

WEIGHING = {
    "necessity": "necessity",
    "proportionality": "proportionality",
    "subsidiarity": "subsidiarity",
    "rejected_alternative": "alternative",
}


def purposes_table(desk: Desk, activity: Activity) -> Iterator[Block]:
    """Each purpose with its legal bases, the provision behind each, and the weighing (GDPR 30(1)(b), 6)."""
    w = desk.w
    if not activity.purposes:
        yield w.paragraph("x.record.no-purposes", *w.origins.field(activity, "purposes"))
        return
    columns = ("column.purpose", "column.basis", "column.provision", "column.weighing")
    rows = [row for purpose in activity.purposes for row in _rows(desk, activity, purpose)]
    yield w.table("x.record.purposes", columns, rows)


def _rows(desk: Desk, activity: Activity, purpose: Purpose) -> Iterator[tuple[Text, ...]]:
    w = desk.w
    text, bases = w.origins.row(activity, "purposes", purpose, "text", "legal_bases")
    words = w.quoted_or_unknown(purpose.text, text, slot="purpose")
    if not purpose.legal_bases:
        yield words, w.say("unknown.basis", bases), (), ()
    for basis in purpose.legal_bases:
        ground, provision = describing.ground(w, activity, basis), describing.provision(w, activity, basis)
        yield words, ground, provision, _weighing(desk, activity, basis)


def _weighing(desk: Desk, activity: Activity, basis: LegalBasis) -> Text:
    w = desk.w
    because = w.origins.row(activity, "legal_bases", basis, *WEIGHING)
    said: Text = ()
    for (field, clause), origin in zip(WEIGHING.items(), because, strict=True):
        words: str = getattr(basis, field)
        if words.strip():
            said += w.say(f"x.weighing.{clause}", origin, words=quoted(words))
    return said or w.say("x.weighing.none", *because)


def data_table(desk: Desk, activity: Activity) -> Iterator[Block]:
    """Per group of people the data, what for and why needed (GDPR 30(1)(c), 5(1)(c))."""
    w = desk.w
    if not activity.data_uses:
        yield w.paragraph("x.record.no-data", *w.origins.field(activity, "data_uses"))
        return
    columns = ("column.people", "column.data", "column.purpose", "column.needed")
    yield w.table("x.record.data", columns, [_use(desk, activity, each) for each in activity.data_uses])


def _use(desk: Desk, activity: Activity, use: DataUse) -> tuple[Text, ...]:
    w = desk.w
    people, data, purposes, needed = w.origins.row(
        activity, "data_uses", use, "subject_categories", "data_categories", "purpose_ids", "necessity"
    )
    return (
        w.value_or_unknown(first_capital(w.listed(describing.people(w, use))), people, slot="people"),
        w.value_or_unknown(first_capital(w.listed(describing.data(w, use))), data, slot="data"),
        w.said(describing.purpose_names(w, activity, use), purposes, slot="purposes"),
        w.quoted_or_unknown(use.necessity, needed, slot="necessity"),
    )
