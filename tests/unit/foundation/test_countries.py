"""Countries in words."""

import pytest

from gemeentedossier.foundation.engine.countries import country_name, country_names


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("PH", "nl", "Filipijnen"),
        ("ph", "en-gb", "Philippines"),
        (" US ", "nl", "Verenigde Staten"),
        ("Verenigde Staten", "nl", "Verenigde Staten"),
        ("QQ", "nl", "QQ"),
    ],
)
def test_a_code_has_a_name_and_what_is_no_code_stays(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


def test_the_list_holds_the_countries_of_iso_3166_in_the_order_of_their_names() -> None:
    found = country_names("nl")
    assert (len(found), found[0], found[-1]) == (249, ("AF", "Afghanistan"), ("CH", "Zwitserland"))
