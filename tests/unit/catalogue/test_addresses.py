"""Where a place in the law can be read."""

import pytest

from gemeentedossier.catalogue.engine.addresses import address_of, summary_of
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.queries import latest_catalogue

EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/HTML/?uri=CELEX:32016R0679"
UAVG = "https://wetten.overheid.nl/jci1.3:c:BWBR0040940"


@pytest.mark.parametrize(
    ("law", "article", "address"),
    [
        ("AVG", "5", f"{EUR_LEX}#art_5"),
        ("AVG", "37-39", f"{EUR_LEX}#art_37"),
        ("AVG", None, EUR_LEX),
        ("UAVG", "30b", f"{UAVG}&artikel=30b"),
        ("UAVG", "par. 3.1", UAVG),
        ("Awb", "4:17", "https://wetten.overheid.nl/jci1.3:c:BWBR0005537&artikel=4%3A17"),
        ("BIO2 8.33", None, ""),
    ],
)
def test_a_place_is_read_at_its_article(law: str, article: str | None, address: str) -> None:
    assert address_of(LawReference(law=law, article=article, paragraph="2"), latest_catalogue()) == address


def test_an_english_reader_gets_the_english_text_of_the_union() -> None:
    address = address_of(LawReference(law="AVG", article="5"), latest_catalogue(), "en")
    assert address == "https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:32016R0679#art_5"


def test_only_exactly_the_same_place_is_summarised() -> None:
    catalogue, place = latest_catalogue(), LawReference(law="AVG", article="6", paragraph="1", point="c")
    summary = summary_of(place, catalogue)
    assert summary
    assert summary.nl.startswith("Verwerking is rechtmatig voor zover noodzakelijk om te voldoen aan een wettelijke")
    assert summary_of(place.of_article(), catalogue) is None
