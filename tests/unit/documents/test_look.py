import pytest

from gemeentedossier.documents.engine.blocks import Table, say
from gemeentedossier.documents.engine.glyphs import Glyphs
from gemeentedossier.documents.engine.look import Look, column_shares, contrast_with_white
from gemeentedossier.documents.engine.provenance import LawOrigin

LAW = LawOrigin(law="AVG", article="artikel 30")


def test_contrast_is_that_of_the_accessibility_guidelines() -> None:
    assert [round(contrast_with_white(colour), 2) for colour in ("#000000", "#ffffff", "#767676")] == [21.0, 1.0, 4.54]


@pytest.mark.parametrize("accent", ["red", "#12345", "#FFF", "#0b5563; } body { color: red"])
def test_an_accent_that_is_no_colour_is_refused(accent: str) -> None:
    with pytest.raises(ValueError, match="is no colour"):
        Look(accent=accent)


def test_an_accent_too_light_to_read_is_refused() -> None:
    with pytest.raises(ValueError, match="too light to read on white"):
        Look(accent="#ffd200")


def test_columns_share_the_width_by_what_they_hold() -> None:
    row = tuple((say(words, because=LAW),) for words in ("kort", "woord " * 60))
    shares = column_shares(Table(caption=say("T", because=LAW), header=row, rows=(row, ((), ()))))
    assert [round(share, 2) for share in shares] == [0.1, 0.9]


def test_a_character_without_glyph_is_spelled() -> None:
    glyphs = Glyphs(frozenset("abcdefi -[]U+0123456789ABCDEF"))
    assert glyphs.spell("ab\u200bc \ufb01 \u2011 \U0001f600") == "abc fi - [U+1F600]"
