"""The access matrix as a workbook: a row for each line, and a line without data says so."""

from dataclasses import replace

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.security.facts import AccessRule
from gemeentedossier.exchange.engine.access_book import access_book
from gemeentedossier.foundation.identifiers import new_id
from tests.builders import an_activity

ACTIVITY = an_activity(unit="Zorg")
LINE = AccessRule(new_id(), ACTIVITY.id, "Consulent", reason="Beslist.")


def rows(*lines: AccessRule, language: str = "nl") -> list[tuple[object, ...]]:
    found = ((ACTIVITY, line) for line in lines)
    (sheet,) = access_book(found, current_catalogue(), name="Duinveld", language=language).sheets
    return [tuple(row) for row in sheet.rows]


def test_a_line_names_its_purpose_and_its_data() -> None:
    purpose = ACTIVITY.purposes[0]
    line = replace(LINE, purpose_id=purpose.id, data_categories=("sex",), data_own=("foto",), may_change=True)
    assert rows(line) == [
        ("Consulent", ACTIVITY.name, "Zorg", purpose.text, "Geslacht, foto", "ja", "Beslist."),
    ]


def test_a_line_without_data_or_purpose_says_so_in_the_readers_language() -> None:
    every = ("all purposes", "no data recorded", "not known yet")
    assert [row[3:6] for row in rows(LINE, language="en")] == [every]
