"""The statement of applicability has a row for all that the baseline asks, and says what counts."""

import datetime as dt

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.exchange.engine.applicability_book import applicability_book
from gemeentedossier.exchange.example.dossier import example_dossier

DAY = dt.date(2026, 11, 24)


def rows(language: str = "nl") -> dict[object, tuple[object, ...]]:
    catalogue = current_catalogue()
    (sheet,) = applicability_book(example_dossier(catalogue), catalogue, day=DAY, language=language).sheets
    return {row[0]: tuple(row) for row in sheet.rows}


def test_it_has_a_row_for_each_number_that_is_asked_and_for_no_other() -> None:
    found = rows()
    assert (len(found), "5.21.01" in found, "8.08.06" in found) == (156, False, False)


def test_it_names_the_measures_who_answers_and_the_evidence() -> None:
    assert rows()["8.13.04"][5:] == ("Reservekopie en hersteltest", "Ruben Kustra", "in werking", "Verslag hersteltest")


def test_where_nothing_answers_it_says_so_in_the_readers_language() -> None:
    assert rows("en")["5.01.01"][3:] == ("yes", "", "", "", "not recorded", "")


def test_what_does_not_apply_says_why_and_who_decided_and_what_is_proposed_applies() -> None:
    found = {number: row[3:5] for number, row in rows().items() if row[3] != "ja"}
    assert found["8.24.04"] == ("nee", "Wij beheren zelf geen sleutels. (Ali Strandman: De leverancier doet dit.)")
    assert {str(number): told[0] for number, told in found.items()} == {
        "8.24.04": "nee", "8.25.01": "nee", "8.30.01": "ja, uitsluiting voorgesteld",
    }  # fmt: skip
