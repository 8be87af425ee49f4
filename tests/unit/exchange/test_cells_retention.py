import pytest

from gemeentedossier.exchange.engine.cells.retention import read_retention
from gemeentedossier.exchange.enums import RemarkCode
from gemeentedossier.exchange.facts import DraftRetention

from .vocabulary import RESOLVER

PERIODS = {
    "10 jaar na afhandeling": ("P10Y", "afhandeling"),
    "tien jaar": ("P10Y", ""),
    "15 jaar na laatste wijziging dossier": ("P15Y", "laatste wijziging dossier"),
    "6 maanden": ("P6M", ""),
    "20 jaar na 18e verjaardag": ("P20Y", "18e verjaardag"),
    "20 jaar na beëindiging hulp": ("P20Y", "beëindiging hulp"),
    "5 jr na beschikking": ("P5Y", "beschikking"),
    "2 jaar en 6 maanden": ("P2Y6M", ""),
    "anderhalf jaar": ("P18M", ""),
    "1,5 jaar": ("P18M", ""),
    "één kwartaal": ("P3M", ""),
    "4 weken": ("P4W", ""),
    "72 uur": ("PT72H", ""),
    "Bewaren: 7 jaar, te rekenen vanaf Einde Boekjaar.": ("P7Y", "Einde Boekjaar"),
    "conform selectielijst": (None, ""),
    "selectielijst 2020 (resultaat 3.1.5)": (None, ""),
    "zolang nodig": (None, ""),
    "tot het kind 18 jaar is": (None, ""),
    "2 jaar of 5 jaar": (None, ""),
    "minimaal 5 jaar": (None, ""),
    "maximaal 2 jaar": ("P2Y", ""),
}


@pytest.mark.parametrize("text", PERIODS)
def test_a_period_in_words_becomes_a_duration_and_keeps_its_text(text: str) -> None:
    (value,) = read_retention(text, resolver=RESOLVER).values
    assert (value.duration, value.trigger_text, value.text) == (*PERIODS[text], text)


NOTES = {
    "n.t.b.": [RemarkCode.NOT_A_VALUE],
    "[bewaartermijn]": [RemarkCode.TEMPLATE_LEFTOVER],
    "zie Archiefwet": [RemarkCode.NO_PERIOD],
    "2 jaar of 5 jaar": [RemarkCode.SEVERAL_PERIODS],
    "minimaal 5 jaar": [RemarkCode.QUALIFIED_PERIOD],
    "uiterlijk 1 maand": [RemarkCode.QUALIFIED_PERIOD],
    "10 jaar": [],
}


@pytest.mark.parametrize("text", NOTES)
def test_what_is_no_plain_period_is_said(text: str) -> None:
    assert [note.code for note in read_retention(text, resolver=RESOLVER).notes] == NOTES[text]


def test_a_known_trigger_gets_its_id() -> None:
    assert read_retention("1 jaar na Afhandeling", resolver=RESOLVER).values == (
        DraftRetention("1 jaar na Afhandeling", "P1Y", trigger_text="Afhandeling", trigger="case-closed"),
    )


def test_several_periods_with_their_own_subjects_are_several_values() -> None:
    values = read_retention("Beeld: 4 weken; NAW: 5 jaar na vertrek", resolver=RESOLVER).values
    assert [(each.applies_to, each.duration) for each in values] == [("Beeld", "P4W"), ("NAW", "P5Y")]


def test_a_sentence_with_one_period_and_a_semicolon_stays_whole() -> None:
    text = "uiterlijk 1 maand bewaard; na verwijdering van het account"
    assert [each.text for each in read_retention(text, resolver=RESOLVER).values] == [text]


def test_to_keep_for_ever_is_a_period_of_its_own() -> None:
    assert read_retention("blijvend bewaren", resolver=RESOLVER).values == (
        DraftRetention("blijvend bewaren", permanent=True),
    )
