"""The officer's place on the desk: who sees what, what is asked of whom, and numbers that lead to their cases."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.governance.models import OfficerReport, OwnAdvice, Sample, SupervisionCheck
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

FG = Role.DATA_PROTECTION_OFFICER


@pytest.fixture(autouse=True)
def _home(municipality: Municipality, settings: Any, tmp_path: Any) -> None:
    settings.HOME = tmp_path


def url(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=["duinveld", *args])


def advised(officer: Client, municipality: Municipality) -> UUID:
    about = f"organisation:{municipality.id}"
    sent = officer.post(url("own-advice-new"), {"record": about, "title": "Minder", "text": "Vraag minder."})
    assert sent.status_code == 302
    return OwnAdvice.objects.get().pk


def begun(officer: Client, last: dt.date) -> UUID:
    sent = officer.post(url("officer-report-new"), {"begins_on": last - dt.timedelta(days=9), "ends_on": last})
    assert sent.status_code == 302
    return OfficerReport.objects.get().pk


def test_the_executive_answers_and_the_officer_is_not_asked(municipality: Municipality) -> None:
    officer, executive = signed_in(FG), signed_in(Role.EXECUTIVE)
    key = advised(officer, municipality)
    to = url("own-advice-answer", key)
    pages = [to in each.get(url("own-advice", key)).content.decode() for each in (officer, executive)]
    assert pages == [False, True]
    executive.post(to, {"answer": "not_followed", "reason": "Kan niet."})
    assert OwnAdvice.objects.get().answer == "not_followed"
    assert "Niet gevolgd" in officer.get(url("advices")).content.decode()


def test_an_answer_without_a_reason_stays_in_the_form(municipality: Municipality) -> None:
    key = advised(signed_in(FG), municipality)
    page = signed_in(Role.EXECUTIVE).post(url("own-advice-answer", key), {"answer": "followed", "reason": ""})
    assert (page.status_code, OwnAdvice.objects.get().answer) == (200, "")


@pytest.mark.parametrize("role", [Role.PRIVACY_OFFICER, Role.EXECUTIVE, Role.AUDITOR])
def test_nobody_but_an_officer_reads_a_draft(role: Role, municipality: Municipality) -> None:
    key = begun(signed_in(FG), clock.today() - dt.timedelta(days=1))
    reader = signed_in(role)
    for name, args in (("officer-report", ()), ("officer-report-text", ()), ("officer-figure", ("activities",))):
        assert reader.get(url(name, key, *args)).status_code == 403
    assert str(key) not in reader.get(url("officer-reports")).content.decode()


def test_an_adopted_report_is_read_by_all_and_its_text_is_evidence(municipality: Municipality) -> None:
    officer = signed_in(FG)
    key = begun(officer, clock.today() - dt.timedelta(days=1))
    officer.post(url("officer-report-write", key), {"judgement": "Beter.", "advice": "", "revision": 1})
    sent = officer.post(url("officer-report-adopt", key), {"revision": 2})
    kept = OfficerReport.objects.get()
    assert (sent.status_code, kept.adopted_by is not None) == (302, True)
    assert Evidence.objects.get().pk == kept.evidence_id
    assert "Beter." in signed_in(Role.AUDITOR).get(url("officer-report", key)).content.decode()


def test_a_report_of_a_running_period_offers_no_adoption(municipality: Municipality) -> None:
    officer = signed_in(FG)
    key = begun(officer, clock.today())
    assert url("officer-report-adopt", key) not in officer.get(url("officer-report", key)).content.decode()
    officer.post(url("officer-report-write", key), {"judgement": "Beter.", "advice": "", "revision": 1})
    here = url("officer-report", key)
    told = officer.post(url("officer-report-adopt", key), {"revision": 2}, follow=True, headers={"referer": here})
    assert "De periode is niet voorbij" in told.content.decode()
    assert OfficerReport.objects.get().adopted_at is None


def test_a_report_of_before_the_dossier_is_not_adopted(municipality: Municipality) -> None:
    insert_activities([an_activity()])
    officer = signed_in(FG)
    key = begun(officer, clock.today() - dt.timedelta(days=1))
    here = url("officer-report", key)
    officer.post(url("officer-report-write", key), {"judgement": "Beter.", "advice": "", "revision": 1})
    assert url("officer-report-adopt", key) not in officer.get(here).content.decode()
    told = officer.post(url("officer-report-adopt", key), {"revision": 2}, follow=True, headers={"referer": here})
    assert "is niet vast te stellen; kies een periode die later eindigt." in told.content.decode()
    assert OfficerReport.objects.get().adopted_at is None


def test_each_number_leads_to_its_cases(municipality: Municipality) -> None:
    insert_activities([an_activity(name="Schuldhulp")])
    officer = signed_in(FG)
    key = begun(officer, clock.today())
    assert url("officer-figure", key, "activities") in officer.get(url("officer-report", key)).content.decode()
    assert "Schuldhulp" in officer.get(url("officer-figure", key, "activities")).content.decode()
    assert officer.get(url("officer-figure", key, "nothing-like-it")).status_code == 404


def test_a_sample_is_drawn_and_drawn_again(municipality: Municipality) -> None:
    insert_activities([an_activity(name=f"Verwerking {number}") for number in range(4)])
    officer = browser_of(someone(FG))
    officer.post(url("sample-new"), {"kind": "activities", "size": 2, "reason": "Klopt het?", "planned_check_id": ""})
    made = Sample.objects.get()
    page = signed_in(Role.AUDITOR).get(url("sample", made.pk) + "?again=1").content.decode()
    assert "Overgedaan: dezelfde zaken" in page
    assert made.seed in page


def test_a_check_is_planned_and_closed(municipality: Municipality) -> None:
    officer = signed_in(FG)
    given = {"topic": "Inzage", "reason": "Gevoelig.", "manner": "audit", "due_on": clock.today(), "revision": 0}
    officer.post(url("check-new"), given)
    made = SupervisionCheck.objects.get()
    closing = {"was_done": "no", "outcome": "Geen tijd.", "closed_on": clock.today(), "revision": 0}
    officer.post(url("check-close", made.pk), closing)
    page = signed_in(Role.EXECUTIVE).get(url("supervision")).content.decode()
    assert "Niet gedaan" in page
    assert "Geen tijd." in page


def test_a_case_that_was_removed_since_says_so_and_leads_nowhere(municipality: Municipality) -> None:
    gone, kept = an_activity(name="Weggehaald"), an_activity(name="Gebleven")
    insert_activities([gone, kept])
    officer = signed_in(FG)
    officer.post(url("sample-new"), {"kind": "activities", "size": 2, "reason": "Klopt het?", "planned_check_id": ""})
    with clock.clock_at(clock.now() + dt.timedelta(days=2)):
        key = begun(officer, clock.today() - dt.timedelta(days=1))
        Activity.objects.filter(pk=gone.id).delete()
        pages = [
            officer.get(address).content.decode()
            for address in (url("officer-figure", key, "activities"), url("sample", Sample.objects.get().pk))
        ]
    for page in pages:
        assert ("Weggehaald" in page, url("activity", gone.id) in page, url("activity", kept.id) in page) == (
            True, False, True,
        )  # fmt: skip
        assert "Sindsdien verwijderd" in page


def test_two_officers_who_judge_one_case_at_once_are_told(municipality: Municipality) -> None:
    insert_activities([an_activity()])
    first, second = signed_in(FG), signed_in(FG)
    first.post(url("sample-new"), {"kind": "activities", "size": 1, "reason": "Klopt het?", "planned_check_id": ""})
    made = Sample.objects.get()
    page = first.get(url("sample", made.pk)).content.decode()
    read = page.split('name="revision" value="')[1].split('"')[0]
    to = url("sample-judge", made.cases.get().pk)
    first.post(to, {"verdict": "not_in_order", "note": "Geen termijn.", "revision": read})
    told = second.post(to, {"verdict": "in_order", "note": "Klopt.", "revision": read}).content.decode()
    assert ("Nu vastgelegd: Geen termijn." in told, made.cases.get().note) == (True, "Geen termijn.")


def test_a_draft_goes_by_its_button_and_an_adopted_report_has_none(municipality: Municipality) -> None:
    officer = signed_in(FG)
    key = begun(officer, clock.today() - dt.timedelta(days=1))
    to = url("officer-report-discard", key)
    assert to in officer.get(url("officer-report", key)).content.decode()
    unsaid = officer.post(to, {"reason": "", "revision": 1})
    assert (unsaid.status_code, OfficerReport.objects.count()) == (200, 1)
    sent = officer.post(to, {"reason": "Verkeerd jaar.", "revision": 1})
    assert (sent["location"], OfficerReport.objects.count()) == (url("officer-reports"), 0)
    key = begun(officer, clock.today() - dt.timedelta(days=1))
    officer.post(url("officer-report-write", key), {"judgement": "Beter.", "advice": "", "revision": 1})
    officer.post(url("officer-report-adopt", key), {"revision": 2})
    assert url("officer-report-discard", key) not in officer.get(url("officer-report", key)).content.decode()
    assert officer.post(url("officer-report-discard", key), {"reason": "Weg.", "revision": 3}).status_code == 200
    assert OfficerReport.objects.count() == 1
