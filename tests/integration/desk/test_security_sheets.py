"""The security sheets of an activity: one for each purpose, an index, lines of access, and their history."""

import re
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.actions.measures import record_measure, show_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.enums import Effect, MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.security.actions.access import allow_access, record_right
from gemeentedossier.dossier.security.actions.classification import depart_from_level
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule
from gemeentedossier.dossier.security.queries import access_rules_from
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_security import LEVELS, REASONS, sheet

SECOND = Purpose(new_id(), 1, "Controleren of hulp goed is.")


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.CISO)


@pytest.fixture
def activity(everyone: Actor) -> Activity:
    """An activity with two purposes."""
    made = an_activity()
    made = an_activity(purposes=(*made.purposes, SECOND), data_uses=())
    create_activity(made, by=everyone)
    return made


def shown(client: Client, address: str) -> str:
    """The page without what stands beside it in the frame."""
    return client.get(address).content.decode()


def section(page: str, anchor: str) -> str:
    found = re.search(rf'<section class="gd-folio__section" id="{anchor}".*?</section>', page, re.DOTALL)
    return found.group(0) if found else ""


def of_purpose(activity: Activity, number: int) -> str:
    return f"{sheet(activity)}{activity.purposes[number].id}/"


def a_line(activity: Activity, by: Actor, function: str, purpose: UUID | None = None) -> AccessRule:
    line = AccessRule(new_id(), activity.id, function, purpose, reason="Hoort bij de taak.")
    allow_access(line, by=by)
    return line


def test_the_index_leads_to_a_sheet_for_each_purpose(officer: Client, activity: Activity) -> None:
    page = section(shown(officer, sheet(activity)), "purposes")
    assert [of_purpose(activity, number) in page for number in (0, 1)] == [True, True]


def test_without_a_purpose_there_is_no_sheet_and_the_index_says_why(officer: Client, everyone: Actor) -> None:
    bare = an_activity(purposes=(), data_uses=())
    create_activity(bare, by=everyone)
    assert "Zonder doel is er geen beveiligingsblad" in section(shown(officer, sheet(bare)), "purposes")
    answer = officer.get(f"{sheet(bare)}{new_id()}/", follow=True)
    assert answer.redirect_chain == [(f"{sheet(bare)}#purposes", 302)]
    assert answer.content.decode().count("Zonder doel is er geen beveiligingsblad") == 2


def test_a_purpose_of_another_activity_has_no_sheet_here(officer: Client, activity: Activity) -> None:
    answer = officer.get(f"{sheet(activity)}{new_id()}/", follow=True)
    assert "Deze verwerking heeft dit doel niet" in answer.content.decode()


def test_the_sheet_tells_what_a_level_means_and_how_systems_follow(officer: Client, everyone: Actor) -> None:
    low, same = (record_system(System(new_id(), name), by=everyone) for name in ("Archief", "Zaaksysteem"))
    activity = an_activity(system_ids=(low.id, same.id))
    create_activity(activity, by=everyone)
    officer.post(f"{sheet(activity)}levels/", {**LEVELS, **REASONS})
    depart_from_level(low.id, SecurityAspect.CONFIDENTIALITY, level=2, reason="Alleen namen.", by=everyone)
    page = shown(officer, of_purpose(activity, 0))
    assert "4. " in section(page, "levels")
    systems = section(page, "systems")
    assert ("2, lager dan 4" in systems, "Alleen namen." in systems, systems.count("geërfd")) == (True, True, 5)


def test_the_sheet_tells_which_level_asks_a_measure_and_what_shows_it(officer: Client, everyone: Actor) -> None:
    logging = Measure(new_id(), "Logging", state=MeasureState.DONE, effects=(Effect.LOGGING,))
    measure = record_measure(logging, by=everyone)
    piece = add_link("https://a.example/", seen="Steekproef.", title="Steekproef mei", valid_until=None, by=everyone)
    show_measure(measure.id, evidence_id=piece.pk, by=everyone)
    activity = an_activity(measure_ids=(measure.id,))
    create_activity(activity, by=everyone)
    officer.post(f"{sheet(activity)}levels/", {**LEVELS, **REASONS})
    for page in (
        section(shown(officer, of_purpose(activity, 0)), "measures"),
        section(shown(officer, f"/duinveld/desk/security/measures/{measure.id}/"), "used"),
    ):
        assert "integriteit 3 en vertrouwelijkheid 4" in page
    assert "Steekproef mei" in section(shown(officer, of_purpose(activity, 0)), "measures")


def test_a_sheet_shows_the_lines_and_rights_of_its_own_purpose(
    officer: Client, everyone: Actor, activity: Activity
) -> None:
    first, second = (each.id for each in activity.purposes)
    for function, purpose in (("Balie", first), ("Toezicht", second), ("Archivaris", None)):
        a_line(activity, everyone, function, purpose)
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    record_right(AccessRight(new_id(), system.id, activity.id, "g-toezicht", "Toezicht", second), by=everyone)
    pages = [shown(officer, of_purpose(activity, number)) for number in (0, 1)]
    names = ("Balie", "Toezicht", "Archivaris")
    assert [[name in section(page, "access") for name in names] for page in pages] == [
        [True, False, True],
        [False, True, True],
    ]
    assert ["g-toezicht" in section(page, "rights") for page in pages] == [False, True]


def test_a_line_is_added_on_the_sheet_of_its_purpose(officer: Client, activity: Activity) -> None:
    url, second = of_purpose(activity, 1), activity.purposes[1].id
    assert f'<option value="{second}" selected>' in section(shown(officer, url), "access")
    line = {"function": "Toezicht", "purpose_id": str(second), "data_own": "naam", "reason": "Kijkt mee."}
    assert officer.post(f"{url}access/", line).headers["Location"] == f"{url}#access"
    assert [(each.function, each.data_own) for each in access_rules_from(live_rows)] == [("Toezicht", ("naam",))]
    assert "staat voor dit doel al in de matrix" in officer.post(f"{url}access/", line).content.decode()


def test_a_line_is_edited_and_withdrawn(officer: Client, everyone: Actor, activity: Activity) -> None:
    line = a_line(activity, everyone, "Balie")
    url = f"{sheet(activity)}access/{line.id}/"
    assert url in section(shown(officer, sheet(activity)), "access")
    assert line.mark in shown(officer, url)
    officer.post(url, {"function": "Balie", "reason": "Neemt meldingen aan.", "may_change": "no", "read": line.mark})
    (found,) = access_rules_from(live_rows)
    assert (found.reason, found.may_change) == ("Neemt meldingen aan.", False)
    stale = officer.post(url, {"function": "Balie", "reason": "Anders.", "read": line.mark})
    assert "Iemand anders heeft dit gewijzigd" in stale.content.decode()
    assert officer.post(f"{url}withdraw/").headers["Location"] == f"{sheet(activity)}#access"
    assert access_rules_from(live_rows) == ()


def test_a_line_of_another_activity_is_not_here(officer: Client, everyone: Actor, activity: Activity) -> None:
    other = an_activity()
    create_activity(other, by=everyone)
    line = a_line(other, everyone, "Balie")
    assert officer.get(f"{sheet(activity)}access/{line.id}/").status_code == 404
    assert officer.post(f"{sheet(activity)}access/{line.id}/withdraw/").status_code == 404


def test_the_history_tells_what_happened_to_levels_and_access(
    officer: Client, everyone: Actor, activity: Activity
) -> None:
    officer.post(f"{sheet(activity)}levels/", {**LEVELS, **REASONS})
    a_line(activity, everyone, "Balie", activity.purposes[1].id)
    settle()
    page = shown(officer, f"{sheet(activity)}history/")
    titles = re.findall(r'desk-timeline__title">([^<]*)<', page)
    assert sorted(titles) == ["Klassen vastgelegd", "Regel toegevoegd aan de autorisatiematrix"]
    assert ("Balie: Doel" in page, SECOND.text in page) == (True, True)


def test_more_purposes_and_lines_ask_no_more_queries(
    officer: Client, everyone: Actor, activity: Activity, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        a_line(activity, everyone, f"Functie {number}", activity.purposes[number % 2].id)
    with django_assert_max_num_queries(12):
        shown(officer, of_purpose(activity, 0))


def test_the_sheet_of_a_purpose_leads_to_its_paper_in_each_form(officer: Client, activity: Activity) -> None:
    page = of_purpose(activity, 1)
    forms = {"pdf": b"%PDF-", "docx": b"PK", "odt": b"PK", "html": b"<!doctype html>"}
    found = {form: officer.get(f"{page}text/{form}/").content[:15].lower() for form in forms}
    assert f'href="{page}text/"' in shown(officer, page)
    assert f"“{SECOND.text.rstrip('.')}" in shown(officer, f"{page}text/")
    assert [form for form, begin in forms.items() if not found[form].startswith(begin.lower())] == []


@pytest.mark.parametrize("ending", ["text/", "text/pdf/"])
def test_a_purpose_that_is_not_there_has_no_paper(officer: Client, activity: Activity, ending: str) -> None:
    answer = officer.get(f"{sheet(activity)}{new_id()}/{ending}")
    assert answer.headers["Location"] == f"{sheet(activity)}#purposes"
