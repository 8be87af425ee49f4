"""A chart and its table say the same, and nothing that was counted is invisible or leaves the canvas."""

import re
from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from gemeentedossier.design.charts import EDGE, PLOT, WIDTH, Bar, Chart, Series
from gemeentedossier.design.enums import Fill, Tone

OAKS = Series(label="Oaks", tone=Tone.GOOD, fill=Fill.SOLID)
ELMS = Series(label="Elms", tone=Tone.ALARM, fill=Fill.STRIPED)


def chart(*bars: Bar, rows: bool = False, top: int = 0, mark_label: str = "") -> Chart:
    return Chart(
        identifier="trees",
        title="Trees",
        says="Planted.",
        about="Year",
        series=(OAKS, ELMS),
        bars=bars,
        rows=rows,
        top=top,
        mark_label=mark_label,
    )


def bar(label: str, oaks: int, elms: int, mark: int | None = None) -> Bar:
    return Bar(label=label, values=(oaks, elms), url=f"/trees/{label}", mark=mark)


def test_the_table_has_every_value_of_every_bar() -> None:
    table = chart(bar("2025", 3, 0), bar("2026", 1, 4)).table
    assert [[each.text for each in row.cells] for row in table.rows] == [["2025", "3", "0"], ["2026", "1", "4"]]
    assert [str(each.label) for each in table.columns] == ["Year", "Oaks", "Elms"]


def test_a_bar_says_to_a_screen_reader_what_it_counts() -> None:
    assert chart(bar("2026", 1, 4)).drawn[0].said == "2026: Oaks 1, Elms 4"


def test_a_bar_leads_to_its_cases_on_the_canvas_and_in_the_table() -> None:
    made = chart(bar("2026", 1, 4))
    assert (made.drawn[0].url, made.table.rows[0].cells[0].url) == ("/trees/2026", "/trees/2026")


@pytest.mark.parametrize(("oaks", "length"), [(1000, 132.0), (500, 66.0), (1, 2.0)])
def test_a_piece_is_as_long_as_its_share_and_never_invisible(oaks: int, length: float) -> None:
    made = chart(bar("2025", oaks, 0), bar("2026", 1000, 0))
    assert float(made.drawn[0].pieces[0].height) == length


def test_a_bar_without_a_figure_is_told_apart_from_one_that_counts_nothing() -> None:
    unknown = Bar(label="2024", values=(), told="not counted yet")
    made = chart(unknown, bar("2025", 0, 0))
    assert [[word.text for word in each.words] for each in made.drawn] == [["–", "2024"], ["2025"]]
    assert [[each.text for each in row.cells[1:]] for row in made.table.rows] == [["–", "–"], ["0", "0"]]
    assert made.drawn[0].said == "2024: not counted yet"


def test_what_is_zero_is_not_drawn() -> None:
    assert [each.tone for each in chart(bar("2026", 0, 4)).drawn[0].pieces] == [Tone.ALARM]


def test_pieces_lie_on_each_other_and_stay_below_the_top() -> None:
    made = chart(bar("2026", 999, 1))
    oaks, elms = made.drawn[0].pieces
    assert float(elms.y) + float(elms.height) == pytest.approx(float(oaks.y), abs=0.1)
    assert float(elms.y) >= made.base - PLOT


def test_a_mark_stands_where_its_value_is() -> None:
    made = chart(bar("Oak lane", 2, 0, mark=5), rows=True, top=5, mark_label="Wanted")
    assert made.drawn[0].mark.startswith(f"{WIDTH - EDGE},")
    assert made.drawn[0].said == "Oak lane: Oaks 2, Elms 0, Wanted 5"
    assert [each.text for each in made.table.rows[0].cells] == ["Oak lane", "2", "0", "5"]


def test_a_long_name_is_shortened_on_the_canvas_and_whole_in_the_table() -> None:
    name = "A lane of very old trees along the canal behind the town hall"
    made = chart(bar(name, 1, 0), rows=True)
    assert made.drawn[0].words[0].text == "A lane of very old trees along the canal behi…"
    assert made.table.rows[0].cells[0].text == name


def test_two_pieces_of_one_chart_are_told_apart_without_colour() -> None:
    fills = [each.fill for each in chart(bar("2026", 1, 4)).drawn[0].pieces]
    assert fills == [Fill.SOLID, Fill.STRIPED]


def test_what_is_told_of_a_bar_stands_with_the_value_that_it_is_about() -> None:
    made = chart(Bar(label="Oak lane", values=(0, 153), told="12 years"), rows=True)
    assert [each.note for each in made.table.rows[0].cells] == ["", "", "12 years"]


def test_thousands_stand_apart_on_the_canvas_and_in_the_table() -> None:
    with translation.override("nl"):
        made = chart(bar("2026", 2714, 1282))
        assert made.drawn[0].words[0].text == "3.996"
        assert made.drawn[0].said == "2026: Oaks 2.714, Elms 1.282"
        assert [each.text for each in made.table.rows[0].cells] == ["2026", "2.714", "1.282"]


@pytest.mark.parametrize(("bars", "tall"), [(8, False), (9, True)])
def test_two_charts_stand_beside_one_that_is_twice_as_high(bars: int, *, tall: bool) -> None:
    assert chart(*(bar(str(number), 1, 0) for number in range(bars)), rows=True).is_tall is tall


def test_two_fills_in_one_tone_have_a_pattern_each() -> None:
    looks = ((Tone.QUIET, Fill.DOTTED), (Tone.QUIET, Fill.STRIPED), (Tone.QUIET, Fill.HOLLOW))
    series = tuple(Series(label=fill, tone=tone, fill=fill) for tone, fill in looks)
    made = replace(chart(Bar(label="2026", values=(1, 1, 1))), series=series)
    drawn = render_to_string("design/components/chart.html", {"chart": made})
    assert re.findall(r'<pattern id="([^"]*)"', drawn) == ["trees-quiet-dotted", "trees-quiet-striped"]
