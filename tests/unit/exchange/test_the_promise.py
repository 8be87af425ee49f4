"""Every cell that is not empty ends in a draft or stands in a remark. Nothing is lost without a word."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gemeentedossier.exchange.engine.mapping import propose_mapping
from gemeentedossier.exchange.engine.reading.workbook import Json, Sheet, Workbook
from gemeentedossier.exchange.engine.rows import interpret
from gemeentedossier.exchange.engine.tables import find_table
from gemeentedossier.exchange.engine.words import plain
from gemeentedossier.exchange.enums import FileFormat, RegisterField
from gemeentedossier.exchange.facts import Interpretation
from tests.unit.exchange.interpreting import interpret_workbook

from .coverage import lost_cells, origins_in, words_in
from .files import read
from .vocabulary import RESOLVER, VOCABULARY

FALLBACK = Path(__file__).parents[3].parent / "shared/samples"
SAMPLES = Path(os.environ.get("GEMEENTEDOSSIER_SAMPLES", FALLBACK)) / "register"
with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample registers are not on this machine")

HEADINGS = tuple(entry.headings[0] for entry in VOCABULARY.headings)
FRAGMENTS = (
    "NAW-gegevens", "Werk en opleiding", " en ", "; ", ", ", " / ", "\n", "(1,2)", "1. ", "n.v.t.", "onbekend",
    "[invullen]", "art. 6 lid 1 sub e AVG", "Wmo 2015 art. 2.3.2", "10 jaar", "na afhandeling", "minimaal ",
    "ja", "nee", "?", "-", "=1+1", '=HYPERLINK("a";"b")', "31-02-2021", "1-5-'19", "2020", "VS", "publiek",
    "Ã«", "\ufffd", "geen", "Totaal", "#N/A", " ", "toestemming", "(", ")", "...",
)  # fmt: skip
cells = st.one_of(
    st.just(""),
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map("".join),
    st.text(max_size=12),
    st.integers(-5, 90_000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
)
rows = st.lists(st.tuples(*[cells] * len(HEADINGS)), min_size=1, max_size=4)


def interpreted(workbook: Workbook) -> Interpretation:
    return interpret_workbook(workbook, vocabulary=VOCABULARY, resolver=RESOLVER)


@settings(max_examples=150, deadline=None)
@given(rows)
def test_no_cell_of_any_table_is_lost_without_a_word(body: list[tuple[str, ...]]) -> None:
    sheet = Sheet("Blad", (HEADINGS, *body))
    table = find_table(sheet, recognises=lambda text: text in HEADINGS)
    assert table is not None
    mapping = propose_mapping([(h.column, h.text) for h in table.headings], VOCABULARY.headings)
    found = interpret(table, mapping, vocabulary=VOCABULARY, resolver=RESOLVER)
    assert lost_cells(Workbook(FileFormat.CSV, (sheet,)), found, heading_row=1) == set()


@settings(max_examples=60, deadline=None)
@given(rows, st.lists(st.sampled_from(list(RegisterField)), min_size=len(HEADINGS), max_size=len(HEADINGS)))
def test_no_cell_is_lost_under_any_mapping_that_a_person_chooses(
    body: list[tuple[str, ...]], fields: list[RegisterField]
) -> None:
    sheet = Sheet("Blad", (HEADINGS, *body))
    table = find_table(sheet, recognises=lambda text: text in HEADINGS)
    assert table is not None
    mapping = propose_mapping([(h.column, h.text) for h in table.headings], VOCABULARY.headings)
    for column, field in enumerate(fields):
        mapping = mapping.corrected(column, field=field)
    found = interpret(table, mapping, vocabulary=VOCABULARY, resolver=RESOLVER)
    assert lost_cells(Workbook(FileFormat.CSV, (sheet,)), found, heading_row=1) == set()


@with_samples
@pytest.mark.parametrize(
    ("name", "heading_row", "activities"), [("register-400-rows.xlsx", 4, 384), ("register-60-rows.csv", 1, 57)]
)
def test_no_cell_of_the_sample_registers_is_lost_without_a_word(name: str, heading_row: int, activities: int) -> None:
    workbook = read((SAMPLES / name).read_bytes(), name)
    found = interpreted(workbook)
    assert (lost_cells(workbook, found, heading_row=heading_row), len(found.activities)) == (set(), activities)


@with_samples
def test_no_value_of_the_central_governments_sample_is_lost_without_a_word() -> None:
    content = (SAMPLES / "avg-verantwoordelijke-verwerkingen.json").read_bytes()
    found = interpreted(read(content))
    told = {remark.place.column for remark in found.remarks}
    taken = {origin.column for draft in found.activities for origin in origins_in(draft)}
    words = plain(" ".join(words_in(found.activities)))
    lost = [
        path
        for path, text in _singles(json.loads(content.decode("utf-8-sig"))[0])
        if path not in told | taken and plain(text) not in words
    ]
    assert lost == []


def _singles(value: Json, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _singles(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, each in enumerate(value, start=1):
            yield from _singles(each, f"{path}[{number}]")
    elif value is not None and str(value).strip():
        yield path, str(value)
