"""The map of data flows: the map and the table beside it say the same, and the files hold every flow."""

import csv
import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from django.test import Client

from gemeentedossier.assessment.engine.streams import Stream
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.flows import FlowSight, badge_of, flow_map, flows_table
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity, DataSource
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.unit.assessment.test_flows import DOSSIER, FLOWS, streams_of

MAP = "/duinveld/desk/flows/"


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    sources = (DataSource(id=new_id(), from_data_subject=False, text="De buren <script>"),)
    made = an_activity(name="Meldingen over overlast", sources=sources)
    insert_activities([made])
    return made


def test_the_map_of_the_example_has_a_line_for_each_row_of_the_table() -> None:
    sight = FlowSight.of("duinrade", words_of(DOSSIER, at=None), DOSSIER)
    units = streams_of(FLOWS, {})
    drawn, table = flow_map(sight, units), flows_table(sight, units)
    ends = [f"{row.cells[0].text} → {row.cells[1].text}" for row in table.rows]
    assert sorted(each.said.split(". ")[0] for each in drawn.lines) == sorted(each.split(". ")[0] for each in ends)
    wrong = [row.cells[4].badge.tone.value for row in table.rows if row.cells[4].badge]
    assert sorted(each.tone for each in drawn.lines if each.tone) == sorted(wrong)


def a_stream(*flows: dict[str, object]) -> Stream:
    sound: dict[str, object] = {"unlawful": (), "lacks_agreement": False}
    made = tuple(replace(FLOWS[0], **(sound | each)) for each in flows)
    return Stream(FLOWS[0].start, FLOWS[0].end, made)


LACKS, BREAKS, FINE = {"lacks_agreement": True}, {"unlawful": ("a-rule",)}, dict[str, object]()


@pytest.mark.parametrize(
    ("flows", "word"),
    [
        ((LACKS,), "geen overeenkomst vastgelegd"),
        ((LACKS, FINE, FINE), "1 van 3 stromen: geen overeenkomst vastgelegd"),
        ((BREAKS, BREAKS), "in strijd met de wet"),
        ((BREAKS, FINE), "1 van 2 stromen: in strijd met de wet"),
        ((BREAKS, LACKS), "1 van 2 stromen: in strijd met de wet; 1 van 2 stromen: geen overeenkomst vastgelegd"),
    ],
)
def test_a_line_says_with_how_many_of_its_flows_something_is_wrong(
    flows: tuple[dict[str, object], ...], word: str
) -> None:
    badge = badge_of(a_stream(*flows))
    assert badge is not None
    assert badge.word == word


def test_a_line_of_which_nothing_is_wrong_says_nothing() -> None:
    assert badge_of(a_stream(FINE)) is None


def test_the_table_begins_with_what_is_worst() -> None:
    sight = FlowSight.of("duinrade", words_of(DOSSIER, at=None), DOSSIER)
    rows = flows_table(sight, (a_stream(FINE), a_stream(LACKS), a_stream(BREAKS))).rows
    assert [row.cells[4].badge.tone.value if row.cells[4].badge else "" for row in rows] == ["alarm", "attention", ""]


def test_the_page_shows_where_data_come_from_and_leads_to_the_record(officer: Client, activity: Activity) -> None:
    page = officer.get(f"{MAP}?activity={activity.id}")
    row = next(each for each in page.context["table"].rows if each.cells[0].text == "De buren <script>")
    assert row.cells[1].url == f"/duinveld/desk/register/{activity.id}/"
    assert "<script>" not in page.content.decode().split('<main id="main"')[1]


def test_a_filter_that_names_nothing_filters_nothing(officer: Client, activity: Activity) -> None:
    page = officer.get(f"{MAP}?unit=unknown&about=1&only=x&activity=y")
    assert len(page.context["table"].rows) == len(officer.get(MAP).context["table"].rows) > 0


def test_the_list_has_a_row_for_every_flow(officer: Client, activity: Activity) -> None:
    text = officer.get(f"{MAP}files/csv/").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","))
    assert f"{len(rows) - 1} stro" in officer.get(MAP).context["told"]


def test_the_drawing_is_a_picture_of_its_own_with_its_look_and_without_links(
    officer: Client, activity: Activity
) -> None:
    answer = officer.get(f"{MAP}files/svg/")
    root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own answer
    assert (root.tag, answer["Content-Type"]) == ("{http://www.w3.org/2000/svg}svg", "image/svg+xml")
    assert answer["Content-Disposition"].startswith("attachment")
    assert [each.tag for each in root.iter() if each.tag.endswith(("}a", "}script"))] == []


def test_an_empty_register_says_what_a_map_is_drawn_from(officer: Client) -> None:
    page = officer.get(MAP)
    assert page.context["map"] is None
    assert "Geen stroom past bij deze keuze" in page.content.decode()


def test_a_drawing_opens_where_a_name_holds_a_control_character(municipality: Municipality) -> None:
    insert_activities([an_activity(name="Bij\x0b\x01stand")])
    drawn = signed_in(Role.PRIVACY_OFFICER).get("/duinveld/desk/flows/files/svg/").content
    assert ElementTree.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own drawing
