"""A value at the edge of what can be recorded never takes a page or a document away from everybody."""

import datetime as dt

import pytest

from gemeentedossier.documents.engine import rendering
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.queries import document_of
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity, RetentionPeriod
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from tests.builders import an_activity
from tests.integration.desk.test_hostile_text import browser, pages

DAYS = ("started_on", "ended_on", "last_confirmed_on", "last_destruction_on", "impact_assessment_completed_on")
TERMS = ("P999999999Y", "x", "P-1Y", "P99999999999999999999999Y", "PT1S")


def on(day: dt.date) -> Activity:
    return an_activity(**dict.fromkeys(DAYS, day))


def kept_for(*terms: str, trigger: str = "") -> Activity:
    return an_activity(
        retention=tuple(RetentionPeriod(id=new_id(), period=term, trigger=trigger, text="x") for term in terms)
    )


EXTREMES = {
    "the last day": on(dt.date.max),
    "the first day": on(dt.date.min),
    "terms that are none": kept_for(*TERMS),
    "a trigger of elsewhere": kept_for("P1Y", trigger="volle-maan"),
}


@pytest.mark.parametrize("name", EXTREMES)
def test_every_page_and_document_can_still_be_read(municipality: Municipality, name: str) -> None:
    insert_activities([EXTREMES[name]])
    reader = browser()
    desk = [url for url in pages(EXTREMES[name]) if "/desk/" in url]
    assert {url: reader.get(url).status_code for url in desk} == dict.fromkeys(desk, 200)
    for kind in DocumentKind:
        paper = document_of(municipality, kind=kind, language="nl", moment=None)
        assert rendering.render(paper, Format.HTML).startswith(b"<!DOCTYPE html>")
