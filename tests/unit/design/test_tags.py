"""What the component tags write: the accessible part of the markup, and nothing unescaped."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext_lazy

from gemeentedossier.design import parts
from gemeentedossier.design.enums import Density, Order, Shape, Tone
from gemeentedossier.design.frames import Moment

MET = parts.Badge(word="Met", tone=Tone.GOOD, shape=Shape.CHECK)
HOSTILE = "<script>alert(1)</script>"


def render(tag: str, **values: object) -> str:
    with translation.override("en"):
        return Template("{% load design %}{% " + tag + " %}").render(Context(values))


def a_table(**changes: object) -> parts.Table:
    values: dict[str, object] = {
        "caption": "Trees",
        "columns": (
            parts.Column(label="Kind", sort_url="?sort=-kind", order=Order.ASCENDING),
            parts.Column(label="Age", sort_url="?sort=age", numeric=True),
        ),
        "rows": (parts.Row(cells=(parts.Cell(text="Oak"), parts.Cell(text="182"))),),
    }
    return parts.Table(**{**values, **changes})  # type: ignore[arg-type]  # one factory for every field


def test_a_badge_says_its_state_in_a_word_a_shape_and_a_colour() -> None:
    html = render("badge it", it=MET)
    assert '<span class="gd-badge__word">Met</span>' in html
    assert "icons.svg#check" in html
    assert "gd-tone--good" in html


def test_a_shape_is_hidden_from_a_screen_reader() -> None:
    assert 'aria-hidden="true"' in render("icon it", it=Shape.CROSS)


def test_only_the_sorted_column_says_how_it_is_sorted() -> None:
    html = render("table it", it=a_table())
    assert html.count("aria-sort") == 1
    assert 'aria-sort="ascending"><a class="gd-sort" href="?sort=-kind">Kind' in html


def test_the_first_cell_names_its_row() -> None:
    assert '<th scope="row" class="utrecht-table__cell" data-label="Kind">' in render("table it", it=a_table())


def test_a_cell_repeats_its_heading_for_a_phone() -> None:
    assert 'data-label="Age"' in render("table it", it=a_table())


def test_a_dense_table_is_marked() -> None:
    assert "gd-table--dense" in render("table it", it=a_table(density=Density.DENSE))


def test_a_table_without_anything_to_follow_takes_the_focus_itself() -> None:
    columns = (parts.Column(label="Kind"), parts.Column(label="Number"))
    assert 'tabindex="0"' in render("table it", it=a_table(columns=columns))
    led = a_table(
        columns=columns, rows=(parts.Row(cells=(parts.Cell(text="Oak", url="/oak"), parts.Cell(text="182"))),)
    )
    assert "tabindex" not in render("table it", it=led)


def test_a_row_with_too_few_cells_is_refused() -> None:
    short = a_table(rows=(parts.Row(cells=(parts.Cell(text="Oak"),)),))
    with pytest.raises(ValueError, match="shorter"):
        render("table it", it=short)


def test_what_is_written_once_is_written_anew_in_another_language() -> None:
    lazy = parts.Finding(outcome=MET, title=gettext_lazy("Yes"))
    row = a_table(rows=(parts.Row(cells=(parts.Cell(text=gettext_lazy("Yes")), parts.Cell(text="182"))),))
    said = []
    for language in ("en", "nl", "en"):
        with translation.override(language):
            written = Template("{% load design %}{% finding one %}{% table two %}")
            said.append(written.render(Context({"one": lazy, "two": row})))
    assert [each.count("Yes") for each in said] == [2, 0, 2]
    assert [each.count("Ja") for each in said] == [0, 2, 0]


def test_a_button_in_a_finding_carries_the_token_of_its_own_answer() -> None:
    posts = parts.Finding(outcome=MET, title="Oak", repair=parts.Action(label="Mend", url="/mend/", posts=True))
    said = [render("finding it", it=posts, csrf_token=token) for token in ("k1", "k2")]
    assert ["k1" in each for each in said] == [True, False]
    assert ["k2" in each for each in said] == [False, True]


def test_an_empty_table_says_what_belongs_there_instead() -> None:
    empty = parts.EmptyState(title="No trees", belongs="All trees of the town.")
    html = render("table it", it=a_table(rows=(), empty=empty))
    assert "All trees of the town." in html
    assert "<table" not in html


@pytest.mark.parametrize(
    ("tag", "part"),
    [
        ("badge it", parts.Badge(word=HOSTILE, tone=Tone.OPEN, shape=Shape.HOLLOW)),
        ("alert it", parts.Alert(title=HOSTILE, text=HOSTILE)),
        ("finding it", parts.Finding(outcome=MET, title=HOSTILE, reason=HOSTILE)),
        ("table it", a_table(caption=HOSTILE)),
        ("diff it", [parts.Change(label=HOSTILE, before=HOSTILE, after=HOSTILE)]),
        ("definitions it", [parts.Definition(term=HOSTILE, texts=(HOSTILE,))]),
        ("search it", parts.Search(url="/", label="Find", query=HOSTILE)),
        ("link_list it", [parts.Link(label=HOSTILE, url=HOSTILE)]),
    ],
)
def test_a_text_is_escaped(tag: str, part: object) -> None:
    html = render(tag, it=part)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_finding_with_a_repair_sends_the_token_of_the_page() -> None:
    repair = parts.Action(label="Mend", url="/mend", posts=True, name="kind", value="oak")
    html = render("finding it", it=parts.Finding(outcome=MET, title="T", repair=repair), csrf_token="t0ken")
    assert 'value="t0ken"' in html
    assert 'name="kind" value="oak"' in html


def test_a_definition_without_value_is_shown_as_missing() -> None:
    html = render("definitions it", it=[parts.Definition(term="Planted")])
    assert "Not recorded yet" in html


def test_the_current_crumb_is_no_link() -> None:
    html = render("breadcrumb it", it=[parts.Crumb(label="Trees", url="/t"), parts.Crumb(label="Oak")])
    assert '<span aria-current="page">Oak</span>' in html


def test_progress_of_unknown_length_has_no_value() -> None:
    assert "value=" not in render("progress it", it=parts.Progress(label="Reading", done=0, total=0))


def test_the_band_names_the_moment_in_local_time() -> None:
    at = datetime(2024, 10, 10, 10, 0, tzinfo=UTC)
    html = render("moment_band it", it=Moment(url="/", next_url="/", at=at))
    assert "10 October 2024, 12:00: nothing can be changed here." in html
