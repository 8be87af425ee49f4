"""Each step of a record is asked once more, with what the law still asks in sight."""

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity, DataUse
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    used = an_activity().data_uses[0]
    uses = tuple(
        DataUse(id=new_id(), position=at, subject_categories=used.subject_categories, data_categories=("bsn",))
        for at in range(2)
    )
    insert_activities([made := an_activity(data_uses=uses)])
    return made


def page(activity: Activity, step: str = "") -> str:
    return f"/duinveld/desk/register/{activity.id}/{step}"


def take(client: Client, activity: Activity, step: str, **given: str) -> None:
    """The step, on the record as it reads now."""
    client.post(page(activity, f"{step}/"), {"revision": str(activity_facts(activity.id).revision), **given})


def test_submitting_is_asked_and_its_note_is_kept(activity: Activity) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    assert "Deze registratie ter vaststelling aanbieden" in officer.get(page(activity, "submit/")).content.decode()
    assert activity_facts(activity.id).record_state.value == "concept"
    take(officer, activity, "submit", reason="Het BSN volgt.")
    assert "Het BSN volgt." in officer.get(page(activity, "history/")).content.decode()


def test_what_is_open_stands_by_subject_the_worst_first_and_each_rule_once(activity: Activity) -> None:
    shown = signed_in(Role.PRIVACY_OFFICER).get(page(activity, "submit/")).context["open"]
    (first, *_rest) = shown.subjects
    assert (str(first.link.label), first.link.url) == ("Gegevens en betrokkenen", f"{page(activity)}#data")
    assert [point.link.label for point in first.wrong].count("BSN zonder wetsartikel") == 1
    wrong = [bool(subject.wrong) for subject in shown.subjects]
    assert wrong == sorted(wrong, reverse=True)


def test_who_writes_comes_to_the_field_and_who_adopts_to_the_finding(activity: Activity) -> None:
    officer, executive = signed_in(Role.PRIVACY_OFFICER), signed_in(Role.EXECUTIVE)
    written = officer.get(page(activity, "submit/")).content.decode()
    assert f"{page(activity)}?edit=data&amp;finding=bsn-without-provision" in written
    take(officer, activity, "submit")
    asked = executive.get(page(activity, "adopt/")).content.decode()
    assert f'href="{page(activity)}#finding-bsn-without-provision-{activity.data_uses[0].id}"' in asked


def test_the_button_stands_before_what_is_open(activity: Activity) -> None:
    asked = signed_in(Role.PRIVACY_OFFICER).get(page(activity, "submit/")).content.decode()
    assert asked.index(">Aanbieden ter vaststelling</button>") < asked.index('id="open"')


def test_publishing_says_what_becomes_public(activity: Activity) -> None:
    officer, executive = signed_in(Role.PRIVACY_OFFICER), signed_in(Role.EXECUTIVE)
    take(officer, activity, "submit")
    take(executive, activity, "adopt")
    asked = officer.get(page(activity, "publish/")).content.decode()
    assert "behalve de eigenaar, de beveiliging en de opmerkingen" in asked


def adopted(activity: Activity) -> Client:
    officer, executive = signed_in(Role.PRIVACY_OFFICER), signed_in(Role.EXECUTIVE)
    take(officer, activity, "submit")
    take(executive, activity, "adopt")
    return officer


def test_whoever_writes_in_an_adopted_record_is_told_what_it_does(activity: Activity) -> None:
    officer = adopted(activity)
    told = officer.get(page(activity, "?edit=remarks")).content.decode()
    assert "Deze registratie is vastgesteld als versie 1." in told


def test_after_an_edit_the_steps_and_the_version_that_holds_come_along(activity: Activity) -> None:
    officer = adopted(activity)
    values = {"revision": str(activity_facts(activity.id).revision), "remarks-remarks": "Nieuw."}
    answer = officer.post(page(activity, "sections/remarks/save/"), values, headers={"HX-Request": "true"})
    saved = answer.content.decode()
    assert page(activity, "submit/") in saved
    assert "Versie 1 geldt tot deze is vastgesteld" in saved
