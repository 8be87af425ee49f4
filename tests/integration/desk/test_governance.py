"""Setting findings aside in the desk: by whom, with what, and back again."""

import datetime as dt

import pytest
from django.test import Client

from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.desk.presenters.activity.margin import breaks_law
from gemeentedossier.dossier.governance.models import Suppression
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

LIST = "/duinveld/desk/suppressions/"
HOSTILE = "<script>alert(1)</script>"


def address(municipality: Municipality, *, unlawful: bool = False) -> str:
    """Where the first open finding of the kind is set aside."""
    found = judged_of(municipality, moment=None).assessment.findings()
    first = next(each for each in found if each.is_open and breaks_law(each.rule) is unlawful)
    return f"/duinveld/desk/findings/{first.subject_kind.value}/{first.subject_id}/{first.rule_id}/suppress/"


@pytest.fixture(autouse=True)
def _activity(municipality: Municipality) -> None:
    insert_activities([an_activity()])


def until(days: int) -> str:
    return (clock.today() + dt.timedelta(days=days)).isoformat()


def set_aside(client: Client, url: str, reason: str = "Wacht op het nieuwe zaaksysteem.") -> Suppression:
    assert client.post(url, {"reason": reason, "until": until(30)}).status_code == 302
    return Suppression.objects.get()


def test_a_finding_is_set_aside_and_counts_again(municipality: Municipality) -> None:
    officer, url = signed_in(Role.PRIVACY_OFFICER), address(municipality)
    made = set_aside(officer, url)
    assert "Wacht op het nieuwe zaaksysteem." in officer.get(LIST).content.decode()
    assert f"{LIST}{made.pk}/lift/" in officer.get("/duinveld/desk/findings/?outcome=suppressed").content.decode()
    officer.post(f"{LIST}{made.pk}/lift/", {"reason": "Toch eerder klaar."})
    assert Suppression.objects.get().lifted_because == "Toch eerder klaar."
    assert "Toch eerder klaar." in officer.get(LIST).content.decode()


@pytest.mark.parametrize(("role", "status"), [(Role.PRIVACY_OFFICER, 403), (Role.EXECUTIVE, 302)])
def test_a_breach_of_law_is_set_aside_by_the_executive_alone(
    municipality: Municipality, role: Role, status: int
) -> None:
    url = address(municipality, unlawful=True)
    assert signed_in(role).post(url, {"reason": "Later.", "until": until(30)}).status_code == status


@pytest.mark.parametrize(("reason", "days"), [("", 30), ("  ", 30), ("Later.", 0), ("Later.", 400)])
def test_without_a_reason_or_a_day_within_a_year_nothing_is_set_aside(
    municipality: Municipality, reason: str, days: int
) -> None:
    answer = signed_in(Role.PRIVACY_OFFICER).post(address(municipality), {"reason": reason, "until": until(days)})
    assert (answer.status_code, Suppression.objects.count()) == (200, 0)


def test_a_reason_is_text_and_stays_text(municipality: Municipality) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    set_aside(officer, address(municipality), HOSTILE)
    pages = [officer.get(url).content.decode() for url in (LIST, "/duinveld/desk/findings/?outcome=suppressed")]
    assert [HOSTILE in page for page in pages] == [False, False]


def test_a_reader_sees_the_list_and_no_way_to_change_it(municipality: Municipality) -> None:
    made = set_aside(signed_in(Role.PRIVACY_OFFICER), address(municipality))
    reader = signed_in(Role.AUDITOR)
    assert f"{made.pk}/lift/" not in reader.get(LIST).content.decode()
    assert reader.post(f"{LIST}{made.pk}/lift/", {"reason": "Nee."}).status_code == 403


def test_what_another_municipality_set_aside_is_not_there(other_municipality: Municipality) -> None:
    with municipality_scope(other_municipality.id):
        owner = signed_in(Role.EXECUTIVE)
    url = f"/duinveld/desk/findings/activity/{new_id()}/vague-purpose/suppress/"
    assert owner.post(url, {"reason": "Later.", "until": until(30)}).status_code == 404
