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
    assert rows()["8.13.04"][3:] == ("Reservekopie en hersteltest", "Ruben Kustra", "in werking", "Verslag hersteltest")


def test_where_nothing_answers_it_says_so_in_the_readers_language() -> None:
    assert rows("en")["5.01.01"][3:] == ("", "", "not recorded", "")
