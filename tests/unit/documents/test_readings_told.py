"""The account tells how open norms are read, and on whose word decisions rest; and what must be looked at again."""

import dataclasses
import datetime as dt

from gemeentedossier.documents.engine.blocks import Document, Note, Section, sections_of, texts_of
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.documents.composed_municipality import (
    DOSSIER,
    EMPTY,
    MATTER,
    MOMENT,
    READINGS,
    RELIANCES,
    composed,
)

ACCOUNT = composed(DocumentKind.ACCOUNTABILITY)


def section(anchor: str, document: Document = ACCOUNT) -> Section:
    return next(each for _, each in sections_of(document.sections) if each.anchor == anchor)


def told(anchor: str, document: Document = ACCOUNT) -> list[str]:
    blocks = section(anchor, document).blocks
    return [sentence.text for block in blocks for text in texts_of(block) for sentence in text]


def notes(anchor: str, document: Document = ACCOUNT) -> list[str]:
    blocks = (each for each in section(anchor, document).blocks if isinstance(each, Note))
    return [sentence.text for block in blocks for sentence in block.sentences]


def account_of(**changes: object) -> Document:
    dossier: Dossier = dataclasses.replace(DOSSIER, **changes)
    return composed(DocumentKind.ACCOUNTABILITY, dossier)


def test_a_reading_is_told_with_who_why_until_when_and_where() -> None:
    assert told("norm-large-scale")[2:7] == [
        "Sinds 21 april 2026 leest de gemeente dit zo: “Meer dan 1.000 mensen”.",
        "De reden: “Zo adviseerde de FG”.",
        "Dit besloot B. de Boer.",
        "De gemeente kijkt er opnieuw naar op 21 april 2027.",
        "Nog nergens is vastgelegd dat zo is gelezen.",
    ]


def test_two_readings_that_hold_and_one_that_ended_are_marked() -> None:
    assert notes("norm-large-scale") == ["Er gelden hier twee lezingen naast elkaar."]
    assert notes("norm-reasonable-period") == [
        "Tot 30 juni 2026 gold: “Binnen een maand”.",
        "Die lezing wordt nog gebruikt bij: Toegang tot jeugdhulp.",
    ]


def test_one_reading_is_marked_by_nothing() -> None:
    assert notes("norm-large-scale", account_of(interpretations=(READINGS[1],), reliances=())) == []


def test_an_ended_reading_on_which_nothing_rests_is_not_told() -> None:
    anchors = [each.anchor for _, each in sections_of(account_of(reliances=()).sections)]
    assert "norm-reasonable-period" not in anchors


def test_norms_without_a_reading_are_named() -> None:
    (said,) = [each for each in told("readings") if each.startswith("Van deze woorden")]
    assert ("evenredig" in said, "grootschalig" in said) == (True, False)


def test_a_review_that_is_past_is_told_from_the_day_after() -> None:
    for day, words in ((14, "De gemeente kijkt er opnieuw naar op 14 mei 2026."), (15, "zou er opnieuw naar kijken")):
        moment = dt.datetime(2026, 5, day, 12, tzinfo=dt.UTC)
        assert any(words in each for each in told("norm-large-scale", account_of(moment=moment))) is True


def test_a_decision_that_was_overtaken_is_marked_and_one_that_was_looked_at_again_is_not() -> None:
    anchor = f"matter-{MATTER.id}"
    assert notes(anchor) == ["Wie dit besloot, kende het nieuwste standpunt nog niet."]
    again = dataclasses.replace(RELIANCES[2], recorded_at=MOMENT + dt.timedelta(hours=1))
    assert notes(anchor, account_of(reliances=(again,))) == []


def test_who_said_what_is_told_with_its_place() -> None:
    assert told(f"matter-{MATTER.id}")[1:4] == [
        "Op 3 maart 2025 zei de eigen jurist: “Nee”.",
        "Dat staat in memo 2025-4.",
        "Daarop rust een besluit over Gebiedsverboden: “Wij gaan door”.",
    ]


def test_where_nothing_is_contested_there_is_no_chapter() -> None:
    anchors = [each.anchor for each in composed(DocumentKind.ACCOUNTABILITY, EMPTY).sections]
    assert ("readings" in anchors, "matters" in anchors) == (True, False)
