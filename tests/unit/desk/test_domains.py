"""A policy domain in own words that nothing else uses is named, with the one that may be meant."""

import pytest

from gemeentedossier.desk.presenters.activity.domains import told_of_domain

ALONE = "Niets anders in het register gebruikt “{}”."


@pytest.mark.parametrize(
    ("domain", "elsewhere", "told"),
    [
        ("", [], ""),
        ("youth", [], ""),
        ("sport", ["sport"], ""),
        ("Sport", ["sport"], ""),
        ("Jeugt", [], ALONE.format("Jeugt") + " Bedoelt u “jeugd”?"),
        ("Sprot", ["sport"], ALONE.format("Sprot") + " Bedoelt u “sport”?"),
        ("Haven", ["sport"], ALONE.format("Haven")),
    ],
)
def test_what_is_told_of_a_domain(domain: str, elsewhere: list[str], told: str) -> None:
    assert told_of_domain(domain, elsewhere) == told
