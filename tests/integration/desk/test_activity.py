"""One activity on the desk: read, written in place, stepped, answered, remembered."""

import dataclasses
import datetime as dt
import re
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.evidence.models import Attestation
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.dossier.register.facts import Activity, LegalBasis, Purpose, Recipient
from gemeentedossier.dossier.register.models import Activity as ActivityRow
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.builders import an_activity

HTMX = {"HX-Request": "true"}
READING = 11
"""Journeys to the database for the whole page of an activity, however many parts it has."""


def signed_in(*roles: str) -> Client:
    """A browser of someone here with these roles."""
    account = Account.objects.create_account(email=f"{new_id()}@duinveld.example", password=None)
    person = Person.objects.create(name="Noor", email=account.email, account=account)
    for role in roles:
        RoleAssignment.objects.create(person=person, role=role)
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in("privacy_officer")


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    made = an_activity()
    insert_activities([made])
    return activity_facts(made.id)


def page(activity_id: UUID, *below: str) -> str:
    return "/".join(["/duinveld/desk/register", str(activity_id), *below, ""])


def save(client: Client, activity: Activity, section: str, **more: str) -> object:
    values = {"revision": str(activity.revision), "done": "1", **more}
    return client.post(page(activity.id, "sections", section, "save"), values)


def purpose_values(activity: Activity, **more: str) -> dict[str, str]:
    purpose = activity.purposes[0]
    return {
        "purposes-count": "1",
        "purposes-0-id": str(purpose.id),
        "purposes-0-text": purpose.text,
        "purposes-0-bases-count": "1",
        "purposes-0-bases-0-id": str(purpose.legal_bases[0].id),
        "purposes-0-bases-0-article_6": "e",
        "purposes-0-bases-0-provision_id": "art. 5.1.1 lid 1 Wmo 2015",
        **more,
    }


def test_the_page_reads_the_record_with_its_findings(officer: Client, activity: Activity) -> None:
    shown = officer.get(page(activity.id)).content.decode()
    assert "artikel 2.3.5 Wmo 2015" in shown
    assert 'id="margin-purposes"' in shown


def test_the_sections_add_up_to_the_findings_of_the_heading(officer: Client, municipality: Municipality) -> None:
    activity = an_activity(purposes=(Purpose(new_id(), 0, "Hulp bieden"), Purpose(new_id(), 1, "Hulp betalen")))
    insert_activities([activity])
    seen = officer.get(page(activity.id)).content.decode()
    (every,) = re.findall(r"(\d+) bevindingen in totaal", seen)
    assert sum(map(int, re.findall(r'desk-contents__count">(\d+)<', seen))) == int(every)


def test_an_activity_that_is_not_there_is_not_found(officer: Client) -> None:
    assert officer.get(page(new_id())).status_code == 404


def test_who_has_no_role_may_not_read(municipality: Municipality, activity: Activity) -> None:
    assert signed_in().get(page(activity.id)).status_code == 403


def test_who_only_reads_may_not_save(municipality: Municipality, activity: Activity) -> None:
    assert save(signed_in("auditor"), activity, "remarks", **{"remarks-remarks": "x"}).status_code == 403  # type: ignore[attr-defined]


def test_someone_of_another_municipality_finds_nothing(activity: Activity, other_municipality: Municipality) -> None:
    with municipality_scope(other_municipality.id):
        stranger = signed_in("privacy_officer")
    assert stranger.get(page(activity.id)).status_code == 404


def test_a_saved_section_is_in_the_record(officer: Client, activity: Activity) -> None:
    save(officer, activity, "remarks", **{"remarks-remarks": "Nagekeken."})
    assert activity_facts(activity.id).account.remarks == "Nagekeken."


def test_a_provision_is_chosen_by_its_citation(officer: Client, activity: Activity) -> None:
    save(officer, activity, "purposes", **purpose_values(activity))
    stored = activity_facts(activity.id).purposes[0].legal_bases[0]
    assert (stored.article_6, stored.provision_id) == (Article6.PUBLIC_TASK, "wmo-5.1.1-1")


def test_a_new_legal_basis_saved_twice_is_one(officer: Client, activity: Activity) -> None:
    new = {"purposes-0-bases-count": "2", "purposes-0-bases-1-id": str(new_id()), "purposes-0-bases-1-article_6": "c"}
    save(officer, activity, "purposes", **purpose_values(activity, **new))
    save(officer, dataclasses.replace(activity, revision=1), "purposes", **purpose_values(activity, **new))
    bases = activity_facts(activity.id).purposes[0].legal_bases
    assert [basis.article_6 for basis in bases] == [Article6.PUBLIC_TASK, Article6.LEGAL_OBLIGATION]


def test_a_purpose_for_which_alone_data_are_used_stays(officer: Client, activity: Activity) -> None:
    answer = save(officer, activity, "purposes", **purpose_values(activity, **{"purposes-0-remove": "on"}))
    assert "Sommige gegevens worden alleen gebruikt voor" in answer.content.decode()  # type: ignore[attr-defined]
    assert activity_facts(activity.id).purposes == activity.purposes


def test_a_party_by_a_new_name_is_recorded(officer: Client, activity: Activity) -> None:
    row = {"parties-count": "1", "parties-0-id": str(new_id()), "parties-0-party_name": "Zorgplein BV"}
    save(officer, activity, "parties", **row, **{"parties-0-role": "processor"})
    assert [relation.party_name for relation in activity_facts(activity.id).parties] == ["Zorgplein BV"]
    assert Party.objects.get().name == "Zorgplein BV"


def test_a_term_in_words_is_kept_as_a_duration(officer: Client, activity: Activity) -> None:
    row = {"retention-count": "1", "retention-0-id": str(activity.retention[0].id), "retention-0-period": "20 jaar"}
    save(officer, activity, "retention", **row)
    assert activity_facts(activity.id).retention[0].period == "P20Y"


def test_a_term_that_is_none_is_refused_with_what_was_typed(officer: Client, activity: Activity) -> None:
    row = {"retention-count": "1", "retention-0-id": str(activity.retention[0].id), "retention-0-period": "lang"}
    answer = save(officer, activity, "retention", **row, **{"retention-destruction": "Versnipperen"})
    shown = answer.content.decode()  # type: ignore[attr-defined]
    assert 'value="lang"' in shown
    assert "Versnipperen" in shown
    assert activity_facts(activity.id) == activity


def test_a_name_is_all_that_cannot_be_left_out(officer: Client, activity: Activity) -> None:
    save(officer, activity, "identity", **{"identity-name": "Kort"})
    stored = activity_facts(activity.id)
    assert (stored.name, stored.reference, stored.controllers_own) == ("Kort", "", ())


def test_who_saves_after_somebody_else_sees_both_and_loses_nothing(
    officer: Client, activity: Activity, everyone: Actor
) -> None:
    theirs = dataclasses.replace(activity.account, remarks="Van de ander")
    edit_activity(dataclasses.replace(activity, account=theirs), by=everyone)
    shown = save(officer, activity, "remarks", **{"remarks-remarks": "Van mij"}).content.decode()  # type: ignore[attr-defined]
    assert "<del>Van de ander</del>" in shown
    assert "<ins>Van mij</ins>" in shown
    assert activity_facts(activity.id).account.remarks == "Van de ander"


def test_saving_over_the_other_version_is_done_on_purpose(officer: Client, activity: Activity, everyone: Actor) -> None:
    edit_activity(dataclasses.replace(activity, name="Van de ander"), by=everyone)
    save(officer, activity_facts(activity.id), "remarks", **{"remarks-remarks": "Van mij"})
    stored = activity_facts(activity.id)
    assert (stored.name, stored.account.remarks) == ("Van de ander", "Van mij")


def test_a_section_saves_itself_without_leaving_the_form(officer: Client, activity: Activity) -> None:
    values = {"revision": "0", "remarks-remarks": "Half af"}
    answer = officer.post(page(activity.id, "sections", "remarks", "save"), values, headers=HTMX)
    assert answer["HX-Trigger"] == '{"activity-saved": {"from": 0, "to": 1}}'
    assert activity_facts(activity.id).account.remarks == "Half af"


def test_a_row_is_added_without_saving(officer: Client, activity: Activity) -> None:
    values = {"revision": "0", "recipients-count": "0", "transfers-count": "0", "add": "recipients"}
    answer = officer.post(page(activity.id, "sections", "recipients", "save"), values)
    assert 'name="recipients-0-text"' in answer.content.decode()
    assert activity_facts(activity.id) == activity


def test_the_past_cannot_be_written(officer: Client, activity: Activity) -> None:
    officer.post("/duinveld/desk/moment/", {"moment": dt.datetime.now(dt.UTC).isoformat()})
    save(officer, activity, "remarks", **{"remarks-remarks": "Toch"})
    assert activity_facts(activity.id) == activity


@pytest.mark.parametrize("recipients", [1, 3])
def test_reading_takes_as_many_queries_for_one_part_as_for_three(
    officer: Client, recipients: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    parts = tuple(Recipient(id=new_id(), text=f"nr. {n}") for n in range(recipients))
    made = an_activity(recipients=parts)
    insert_activities([made])
    with django_assert_num_queries(READING):
        officer.get(page(made.id))


def test_the_page_of_one_record_names_another_that_reasons_like_it(officer: Client) -> None:
    long = " ".join(f"woord{number}" for number in range(40))
    own, other = (
        Activity(new_id(), name, purposes=(Purpose(new_id(), 1, "Doel", (LegalBasis(new_id(), necessity=long),)),))
        for name in ("Speeltuinpas", "Zwempas")
    )
    insert_activities([own, other])
    assert "Bijna dezelfde tekst staat bij: Zwempas" in officer.get(page(own.id)).content.decode()


def test_a_new_record_needs_only_a_name(officer: Client, municipality: Municipality) -> None:
    officer.post("/duinveld/desk/register/new/", {"name": "Speeltuinpas"})
    assert ActivityRow.objects.get().name == "Speeltuinpas"


def test_a_new_record_takes_over_what_is_beyond_doubt(officer: Client, municipality: Municipality) -> None:
    officer.post("/duinveld/desk/register/new/", {"reference": "wvggz-report"})
    stored = activity_facts(ActivityRow.objects.get().id)
    assert (stored.reference_activity, [r.category for r in stored.recipients]) == (
        "wvggz-report",
        ["public-prosecutor"],
    )


def test_an_answer_in_the_margin_is_kept_with_who_gave_it(officer: Client, activity: Activity) -> None:
    basis = activity.purposes[0].legal_bases[0]
    about = ("answers", "legal-basis-clear-enough", "legal_basis", str(basis.id))
    officer.post(page(activity.id, *about), {"answer": "yes", "explanation": "Duidelijk omschreven."})
    kept = Attestation.objects.get()
    assert (kept.answer, kept.subject_id, kept.answered_by.name) == ("yes", basis.id, "Noor")


def test_an_answer_without_the_reason_it_needs_is_refused_beside_the_question(
    officer: Client, activity: Activity
) -> None:
    about = ("answers", "legal-basis-clear-enough", "legal_basis", str(activity.purposes[0].legal_bases[0].id))
    shown = officer.post(page(activity.id, *about), {"answer": "not_applicable"}, headers=HTMX).content.decode()
    assert 'role="alert"' in shown or "gd-error" in shown
    assert Attestation.objects.count() == 0


def test_the_history_names_who_why_and_what_changed(officer: Client, activity: Activity, everyone: Actor) -> None:
    edit_activity(dataclasses.replace(activity, name="Nieuwe naam"), by=everyone, reason="Duidelijker")
    shown = officer.get(page(activity.id, "history")).content.decode()
    assert "Sam de Tester" in shown
    assert "Duidelijker" in shown
    assert "<del>Beslissen op een aanvraag</del>" in shown


@pytest.mark.django_db(transaction=True)
def test_the_last_edit_can_be_undone_by_who_made_it() -> None:
    duinveld, written = Municipality.objects.create(slug="duinveld", name="Duinveld"), an_activity()
    with municipality_scope(duinveld.id):
        officer = signed_in("privacy_officer")
        insert_activities([written])
    save(officer, written, "remarks", **{"remarks-remarks": "Vergissing"})
    officer.post(page(written.id, "undo"))
    with municipality_scope(duinveld.id):
        assert activity_facts(written.id) == dataclasses.replace(written, revision=2)


def test_a_basis_is_a_part_of_nobody_else(officer: Client, activity: Activity) -> None:
    other = an_activity()
    insert_activities([other])
    stolen: LegalBasis = other.purposes[0].legal_bases[0]
    values = purpose_values(activity, **{"purposes-0-bases-0-id": str(stolen.id)})
    save(officer, activity, "purposes", **values)
    assert activity_facts(other.id) == other


def test_before_it_began_a_record_is_not_there_and_the_way_back_is(officer: Client, activity: Activity) -> None:
    officer.post("/duinveld/desk/moment/", {"moment": "2001-01-01T00:00:00+00:00"})
    answer = officer.get(page(activity.id))
    assert (answer.status_code, "/duinveld/desk/moment/" in answer.content.decode()) == (404, True)
