"""Countries in words."""

import pytest

from gemeentedossier.foundation.engine.countries import country_code, country_name, country_names, named_country


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


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Nederland", "NL"),
        ("the Netherlands", "NL"),
        ("nl", "NL"),
        ("NLD", "NL"),
        ("NL – Nederland", "NL"),
        ("Nederland (NL)", "NL"),
        ("België", "BE"),
        ("Belgie", "BE"),
        ("Belgique", "BE"),
        ("Deutschland", "DE"),
        ("Österreich.", "AT"),
        ("DEU", "DE"),
        ("de Verenigde  Staten", "US"),
        ("U.S.A.", "US"),
        ("UK", "GB"),
        ("Groot-Brittannië", "GB"),
        ("Denemarken", "DK"),
        ("La Réunion", "RE"),
        ("Nederland (BE)", None),
        ("Nederland / België", None),
        ("EU", None),
        ("SUN", None),
        ("Nederlandd", None),
        ("", None),
    ],
)
def test_a_country_is_known_as_people_write_it(written: str, code: str | None) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize(("written", "code"), [("in", None), ("no", None), ("India", "IN"), ("Noorwegen", "NO")])
def test_a_code_is_no_name(written: str, code: str | None) -> None:
    assert named_country(written) == code
