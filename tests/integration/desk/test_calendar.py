"""The one calendar of the dossier: what breaches, DPIAs and requests ask stands beside what security asks."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.test import Client

from gemeentedossier.dossier.breaches.actions.breaches import report_breach
from gemeentedossier.dossier.breaches.actions.mending import add_measure
from gemeentedossier.dossier.breaches.enums import MeasureKind
from gemeentedossier.dossier.breaches.facts import BreachMeasure, BreachMoments, PersonalDataBreach
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.actions.requests import record_request
from gemeentedossier.dossier.requests.enums import Channel
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.dossier.risks.actions.assessments import draw_up_assessment
from gemeentedossier.dossier.risks.actions.decisions import record_consultation
from gemeentedossier.dossier.risks.facts import ImpactAssessment, PriorConsultation
from gemeentedossier.dossier.risks.models import ImpactAssessment as ImpactAssessmentRow
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_log_reviews import TODAY, part, shown

AGENDA = "/duinveld/desk/agenda"
AWARE = dt.datetime(2026, 11, 24, 8, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def a_breach(by: Actor) -> PersonalDataBreach:
    moments = BreachMoments(discovered_at=AWARE, aware_at=AWARE, aware_grounds="De buren belden.")
    return report_breach(
        PersonalDataBreach(id=new_id(), number="", title="Map kwijt", reported_at=AWARE, moments=moments), by=by
    )


def in_file(client: Client) -> str:
    return shown(client, f"{AGENDA}.ics").replace("\r\n ", "")


def test_the_clock_of_a_breach_and_its_measure_stand_on_their_days(officer: Client, everyone: Actor) -> None:
    breach = a_breach(everyone)
    late = BreachMeasure(id=new_id(), kind=MeasureKind.REMEDY, what="Ophalen.", due_on=dt.date(2026, 11, 23))
    add_measure(breach.id, late, revision=0, by=everyone)
    page, file = shown(officer, f"{AGENDA}/"), in_file(officer)
    assert "27 november 2026, 09:00 uur" in part(page, "month-2026-11")
    assert "art. 33 lid 1 AVG" in part(page, "month-2026-11")
    assert f"/duinveld/desk/breaches/{breach.id}/#clocks" in part(page, "month-2026-11")
    assert "Laatste dag voor een maatregel na een datalek" in part(page, "past")
    assert "DTSTART:20261127T080000Z\r\nSUMMARY:Laatste dag om het datalek aan de AP te melden: 2026-001" in file
    assert "DTSTART;VALUE=DATE:20261123\r\nSUMMARY:Laatste dag voor een maatregel na een datalek: 2026-001" in file


def test_the_last_day_of_a_request_is_told_by_its_number(officer: Client, everyone: Actor) -> None:
    draft = DataSubjectRequest(new_id(), "", DataSubjectRight.ACCESS, TODAY, Channel.LETTER)
    record_request(draft, requester={"name": "Wil Voorbeeld"}, by=everyone)
    page, file = part(shown(officer, f"{AGENDA}/"), "month-2026-12"), in_file(officer)
    assert "24 december 2026" in page
    assert f"/duinveld/desk/requests/{draft.id}/" in page
    assert "DTSTART;VALUE=DATE:20261224\r\nSUMMARY:Laatste dag om het verzoek te beantwoorden: 2026-0001" in file
    assert "Wil Voorbeeld" not in page + file


def test_the_term_of_the_authority_for_a_consultation_is_not_ours(officer: Client, everyone: Actor) -> None:
    activity = an_activity()
    create_activity(activity, by=everyone)
    draft = ImpactAssessment(new_id(), "DPIA klachten", activity_ids=(activity.id,))
    made = draw_up_assessment(draft, by=everyone)
    day = dt.date(2026, 1, 5)
    ImpactAssessmentRow.objects.update(state="under_advice", conclusion="consult_authority")
    asked = PriorConsultation(new_id(), day, received_on=day)
    record_consultation(made.id, asked, scale=None, revision=made.revision, by=everyone)
    past = part(shown(officer, f"{AGENDA}/"), "ended")
    assert past.count("DPIA klachten") == past.count("Geëindigd") == 2
    assert "Te laat" not in past
    assert "SUMMARY:Advies van de AP verwacht: DPIA klachten" in in_file(officer)
