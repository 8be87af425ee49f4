"""What a record is called in a sentence about it."""

import pytest
from django.utils import translation

from gemeentedossier.desk.presenters.activity.subjects import concerning, short_name

LONG = "15 jaar na de afsluiting van de zaak waarin de gegevens zijn gebruikt (Selectielijst 2020, 8.1.1)"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Vaststellen van recht.", "Vaststellen van recht"),
        (LONG, "15 jaar na de afsluiting van de zaak waarin de gegevens zijn gebruikt…"),
        ("x" * 90, f"{'x' * 79}…"),
    ],
)
def test_a_long_name_ends_at_a_word(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], ""),
        (["", ""], ""),
        (["Zorg", "Zorg", "Jeugd"], "Het gaat om: Zorg en Jeugd."),
        (["Zorg voor…"], "Het gaat om: Zorg voor…"),
    ],
)
def test_what_it_concerns_is_one_sentence(names: list[str], told: str) -> None:
    with translation.override("nl"):
        assert concerning(names) == told
