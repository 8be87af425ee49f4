"""Which names of parties are likely to be of the same one."""

import pytest

from gemeentedossier.dossier.parties.engine.alike import NamesAlike


@pytest.mark.parametrize(
    ("known", "name", "is_like"),
    [
        ("Cloudwolk Inc", "Cloudwolk Inc.", True),
        ("Zaakvast Software bv", "Zaakvast Software B.V.", True),
        ("Zendesk Inc.", "Zendesk, Inc.", True),
        ("GGD Kustland", "GGD Kustlandt", True),
        ("GGD Kustland", "GGD Kutsland", True),
        ("Zorggroep Het Baken", "Zorggroep het baken BV", True),
        ("Coöperatie Ster", "Ster", True),
        ("GGD Kustland", "ggd  kustland", False),
        ("GGD Kustland", "GGD Zeeland", False),
        ("KPN", "KPM", False),
        ("BV", "NV", False),
        ("Cloudwolk", "", False),
    ],
)
def test_names_of_likely_the_same_party_are_found(known: str, name: str, is_like: bool) -> None:
    assert NamesAlike([known]).like(name) == ((known,) if is_like else ())
