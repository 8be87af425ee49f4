import pytest

from gemeentedossier.catalogue.engine.edition_words import SHIPPED, edition_words
from gemeentedossier.catalogue.queries import current_catalogue


@pytest.mark.parametrize(
    ("versions", "language", "told"),
    [
        ("nl-municipality 2026.11.1", "nl", "editie 2026.11.1"),
        ("nl-municipality 2026.11.1", "en", "edition 2026.11.1"),
        ("2026.11.0", "nl", "editie 2026.11.0"),
        ("nl-municipality 2026.11.1, duinveld 3", "nl", "editie 2026.11.1 met eigen pakket “duinveld” 3"),
        ("nl-municipality 2026.11.1, a 1, b 2", "en", "edition 2026.11.1 with own pack “a” 1, “b” 2"),
    ],
)
def test_an_edition_goes_by_its_number(versions: str, language: str, told: str) -> None:
    assert edition_words(versions, language) == told


def test_the_pack_that_goes_without_a_name_is_the_one_that_is_shipped() -> None:
    assert current_catalogue().packs[0].id == SHIPPED
