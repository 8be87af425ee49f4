"""The municipality itself on the desk: recorded once, found beside it, seen by residents and in the history."""

from typing import Any

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.actions.adoption import adopt_activity, publish_activity, submit_activity
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.actions.controllers import record_controller
from gemeentedossier.organisation.actions.people import add_person
from gemeentedossier.organisation.enums import ControllerKind, Role
from gemeentedossier.organisation.facts import Controller
from gemeentedossier.organisation.models import Controller as Body
from gemeentedossier.organisation.models import OrganisationProfile, Unit
from tests.builders import an_activity, another
from tests.integration.desk.people import signed_in

PAGE = "/duinveld/desk/organisation/"
CONTACT = {"contact_point": "privacy@duinveld.example", "rights_page": "", "complaint_page": "", "revision": "0"}
OFFICER = {
    "data_protection_officer_designated": "yes",
    "data_protection_officer_contact": "fg@duinveld.example",
    "data_protection_officer_number": "FG004321",
}


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    OrganisationProfile.objects.create(is_public_authority=True)
    return signed_in(Role.PRIVACY_OFFICER)


def cases(client: Client, section: str) -> list[Any]:
    sections = client.get(PAGE).context["sections"]
    return [case.finding for each in sections if each.anchor == section for case in each.cases]


def titles(client: Client, section: str) -> list[str]:
    return [str(finding.title) for finding in cases(client, section)]


def repair(client: Client, section: str, title: str) -> str:
    return next(f.repair.url for f in cases(client, section) if str(f.title) == title)


def test_a_contact_point_that_is_recorded_stands_in_the_public_register(officer: Client) -> None:
    officer.post(f"{PAGE}edit/contact/", CONTACT)
    assert "privacy@duinveld.example" in Client().get("/duinveld/").content.decode()


def test_findings_stand_beside_the_section_and_lead_to_the_exact_field(officer: Client) -> None:
    assert "FG bereikbaar" in titles(officer, "officer")
    way = repair(officer, "officer", "FG bereikbaar")
    assert way == f"{PAGE}edit/officer/?field=data_protection_officer_contact"
    form = officer.get(way).context["form"]
    assert form.fields["data_protection_officer_contact"].widget.attrs["autofocus"]


def test_an_officer_who_is_designated_and_has_the_role_is_found_so(officer: Client, everyone: Actor) -> None:
    add_person("Fem", email="fem@duinveld.example", roles=frozenset({Role.DATA_PROTECTION_OFFICER}), until=None,
               by=everyone)  # fmt: skip
    assert "FG aangewezen" in titles(officer, "officer")
    officer.post(f"{PAGE}edit/officer/", {**OFFICER, "revision": "0"})
    assert {"FG aangewezen", "FG bereikbaar"} & set(titles(officer, "officer")) == set()


def test_what_the_record_asks_of_the_municipality_leads_there(officer: Client) -> None:
    made = an_activity()
    insert_activities([made])
    page = officer.get(f"/duinveld/desk/register/{made.id}/").content.decode()
    assert f"{PAGE}edit/contact/?field=contact_point" in page


def test_a_conflicting_role_stands_beside_the_people_and_says_what_helps(officer: Client, everyone: Actor) -> None:
    both = frozenset({Role.DATA_PROTECTION_OFFICER, Role.CISO})
    add_person("Lotte", email="lotte@duinveld.example", roles=both, until=None, by=everyone)
    found = next(f for f in cases(officer, "people") if str(f.title) == "FG met een rol die botst")
    assert (found.repair, found.advice) == (None, "Laat iemand anders de andere rol doen.")
    assert found.statements[0].where.url == f"{PAGE}#people"


def test_who_may_not_edit_reads_along(officer: Client) -> None:
    reader = signed_in(Role.AUDITOR)
    assert f"{PAGE}edit/contact/" not in reader.get(PAGE).content.decode()
    assert reader.post(f"{PAGE}edit/contact/", CONTACT).status_code == 403


def test_a_second_writer_is_told_that_somebody_was_before(officer: Client) -> None:
    officer.post(f"{PAGE}edit/contact/", CONTACT)
    answer = officer.post(f"{PAGE}edit/contact/", {**CONTACT, "contact_point": "balie"})
    assert "Iemand anders heeft dit gewijzigd" in answer.content.decode()
    assert OrganisationProfile.objects.get().contact_point == "privacy@duinveld.example"


def test_what_is_no_web_page_is_refused_beside_its_field(officer: Client) -> None:
    answer = officer.post(f"{PAGE}edit/contact/", {**CONTACT, "rights_page": "javascript:alert(1)"})
    assert "Dit is geen adres van een webpagina." in answer.content.decode()


def test_policy_domains_in_other_words_stay(officer: Client) -> None:
    OrganisationProfile.objects.update(policy_domains=["sport", "youth"])
    officer.post(f"{PAGE}edit/character/", {"is_public_authority": "yes", "policy_domains": ["income"],
                                            "revision": "0"})  # fmt: skip
    assert OrganisationProfile.objects.get().policy_domains == ["sport", "income"]


def test_a_body_is_added_renamed_and_removed(officer: Client) -> None:
    officer.post(f"{PAGE}controllers/new/", {"name": "Ombudsman", "kind": "other", "revision": "0"})
    body = Body.objects.get()
    officer.post(f"{PAGE}controllers/{body.pk}/", {"name": "Ombuds", "kind": "other", "revision": "0"})
    assert Body.objects.get().name == "Ombuds"
    officer.post(f"{PAGE}controllers/{body.pk}/remove/")
    assert not Body.objects.exists()


def test_a_body_that_records_name_stays(officer: Client, everyone: Actor) -> None:
    body = Controller(id=an_activity().id, kind=ControllerKind.OTHER, name="Ombudsman")
    record_controller(body, by=everyone)
    insert_activities([an_activity(controller_ids=(body.id,), controllers=("Ombudsman",))])
    answer = officer.post(f"{PAGE}controllers/{body.id}/remove/", follow=True)
    assert "noemen “Ombudsman” als verwerkingsverantwoordelijke" in answer.content.decode()
    assert Body.objects.count() == 1


def test_a_unit_is_added_renamed_and_removed(officer: Client) -> None:
    officer.post(f"{PAGE}units/new/", {"name": "Zorg"})
    unit = Unit.objects.get()
    officer.post(f"{PAGE}units/{unit.pk}/", {"name": "Welzijn", "read": "Zorg"})
    assert Unit.objects.get().name == "Welzijn"
    officer.post(f"{PAGE}units/{unit.pk}/remove/")
    assert not Unit.objects.exists()


def test_two_units_do_not_get_one_name(officer: Client) -> None:
    Unit.objects.create(name="Zorg")
    answer = officer.post(f"{PAGE}units/new/", {"name": "zorg "})
    assert "Er is al een andere met de naam “zorg”." in answer.content.decode()


def test_the_history_says_who_changed_what(officer: Client) -> None:
    officer.post(f"{PAGE}edit/contact/", CONTACT)
    entries = officer.get(f"{PAGE}history/").context["entries"]
    (edited,) = [each for each in entries if str(each.title) == "Gemeente gewijzigd"]
    assert edited.by == "Jet"
    assert [(str(c.label), c.before, c.after) for c in edited.changes] == [
        ("Contactpunt voor vragen over privacy", "", "privacy@duinveld.example")
    ]


def told_of_the_front(client: Client) -> list[tuple[str, str, str]]:
    """What the page says of the public front page, each with where it leads."""
    section = next(each for each in client.get(PAGE).context["sections"] if each.anchor == "public")
    return [
        (str(term.term), str(text), link.url if link else "")
        for term in section.definitions
        for text, link in [*((text, None) for text in term.texts), *((link.label, link) for link in term.links)]
    ]


def test_staff_read_that_nothing_is_public_yet_and_what_makes_it_so(officer: Client) -> None:
    adopted = an_activity(name="Vastgesteld", record_state=RecordState.ADOPTED)
    insert_activities([adopted, an_activity(name="Onvoltooid")])
    standing, who, ready = told_of_the_front(officer)
    assert standing[1] == "Nog niet: van het register is niets openbaar."
    assert who[1] == (
        "De eerste verwerking die wordt gepubliceerd, door: privacy officer. Vaststellen alleen maakt niets openbaar."
    )
    assert ready[1] == "1 verwerking is vastgesteld en kan worden gepubliceerd"
    listed = officer.get(ready[2]).content.decode()
    assert ("Vastgesteld" in listed, "Onvoltooid" in listed) == (True, False)


def test_staff_read_how_much_is_public_and_go_to_exactly_that(officer: Client, everyone: Actor) -> None:
    activity = an_activity(name="Openbaar")
    insert_activities([activity, an_activity(name="Niet openbaar")])
    submit_activity(activity.id, revision=0, by=another(everyone))
    adopt_activity(activity.id, revision=1, catalogue_version="2026.11.0", by=everyone)
    publish_activity(activity.id, revision=2, by=everyone)
    (standing,) = told_of_the_front(officer)
    assert standing[1] == "Ja: iedereen kan over 1 verwerking lezen"
    assert [each.name for each in Client().get(standing[2]).context["results"]] == ["Openbaar"]
