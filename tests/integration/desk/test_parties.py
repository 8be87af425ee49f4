"""The pages of parties: the list, one of them, what is done with it, and who acts for it."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import translation

from gemeentedossier.dossier.agreements.actions.rows import insert_agreements, insert_role_tests
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, RoleTest
from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.parties.queries import party_facts
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import PartyRelation
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

PARTIES = "/duinveld/desk/parties/"


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def baken(municipality: Municipality) -> UUID:
    """A party that an agreement, a system and the register name."""
    key: UUID = Party.objects.create(name="Het Baken", country="NL", is_care_provider=True).pk
    parties = (AgreementParty(new_id(), key),)
    insert_agreements([Agreement(new_id(), "Verwerking suite", AgreementKind.PROCESSOR, parties=parties)])
    System.objects.create(name="Suite sociaal domein", supplier_id=key)
    relation = PartyRelation(new_id(), key, "Het Baken", role=PartyRole.PROCESSOR)
    insert_activities([an_activity(name="Huishoudelijke hulp", parties=(relation,))])
    return key


def page(browser: Client, path: str = "", **asked: str) -> str:
    return browser.get(f"{PARTIES}{path}", asked).content.decode()


def test_the_page_shows_all_that_names_the_party_and_what_was_found(officer: Client, baken: UUID) -> None:
    seen = page(officer, f"{baken}/")
    told = ("Verwerking suite", "Suite sociaal domein", "Huishoudelijke hulp", "verwerker")
    assert [each for each in told if each not in seen] == []
    agreements = seen.partition('id="agreements"')[2].partition('id="systems"')[0]
    assert "Verwerkersovereenkomst met wie zelf beslist" in agreements


def test_what_one_step_mends_stands_there_once_with_the_activity(officer: Client, baken: UUID) -> None:
    seen = page(officer, f"{baken}/")
    found = seen.partition('<section class="gd-folio__section" id="activities"')[2].partition("</section>")[0]
    margin = found.partition('<aside class="gd-margin"')[2]
    ways = re.findall(r'gd-finding__repair[^>]*>.*?href="([^"]+)"', margin, re.DOTALL)
    assert len(ways) == len(set(ways))
    assert (margin.count(">Huishoudelijke hulp</a>"), "Dit herstelt ook:" in margin) == (margin.count("<article"), True)


def test_countries_have_names_and_are_chosen_by_name(officer: Client, baken: UUID) -> None:
    Party.objects.create(name="Antwoord", country="PH")
    with translation.override("nl"):
        seen, form = page(officer), page(officer, f"{baken}/edit/")
    assert (">Filipijnen<" in seen, '<option value="PH">Filipijnen</option>' in seen) == (True, True)
    assert '<option value="NL" selected>Nederland</option>' in form
    assert "Nederland" in page(officer, f"{baken}/")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Het Baken", "Brightform", "Kade", "Rekenslag"}),
        ({"q": "bak"}, {"Het Baken"}),
        ({"q": "FG@kade"}, {"Kade"}),
        ({"tie": "agreement"}, {"Het Baken"}),
        ({"tie": "system"}, {"Het Baken"}),
        ({"tie": "register"}, {"Het Baken"}),
        ({"tie": "nothing"}, {"Brightform", "Kade"}),
        ({"country": "US"}, {"Brightform"}),
        ({"country": "-"}, {"Kade"}),
        ({"country": "US", "tie": "agreement"}, set()),
        ({"tie": "other"}, {"Rekenslag"}),
    ],
)
def test_the_list_is_searched_and_filtered(
    asked: dict[str, str], found: set[str], officer: Client, baken: UUID
) -> None:
    tested = Party.objects.create(name="Rekenslag", country="NL").pk  # nothing but a role test names it
    insert_role_tests([RoleTest(new_id(), tested, tested_at=clock.now())])
    Party.objects.create(name="Brightform", country="US")
    Party.objects.create(name="Kade", contact="fg@kade.example")
    seen = page(officer, **asked)
    assert {name for name in ("Het Baken", "Brightform", "Kade", "Rekenslag") if f">{name}</a>" in seen} == found


def test_a_party_is_recorded_and_edited(officer: Client, baken: UUID) -> None:
    given = {"name": "Kade", "country": "DE", "contact": "fg", "is_care_provider": "no", "revision": "0"}
    url = officer.post(f"{PARTIES}new/", given)["Location"]
    made = Party.objects.get(name="Kade")
    assert url == f"{PARTIES}{made.pk}/"
    officer.post(f"{url}edit/", {**given, "country": "FR"})
    stored = party_facts(made.pk)
    assert (stored.country, stored.is_care_provider, stored.revision) == ("FR", False, 1)
    seen = page(officer, f"{made.pk}/history/")
    assert ("Duitsland" in seen, "Frankrijk" in seen) == (True, True)


def test_a_form_that_was_overtaken_says_so(officer: Client, baken: UUID) -> None:
    Party.objects.filter(pk=baken).update(revision=3)
    with translation.override("nl"):
        answer = officer.post(f"{PARTIES}{baken}/edit/", {"name": "Anders", "revision": "2"})
    assert ("terwijl u schreef" in answer.content.decode(), party_facts(baken).name) == (True, "Het Baken")


def test_a_double_is_joined_from_its_page(officer: Client, baken: UUID) -> None:
    double = Party.objects.create(name="Baken").pk
    given = {"into_id": str(baken), "reason": "zelfde KvK-nummer"}
    assert officer.post(f"{PARTIES}{double}/merge/", given)["Location"] == f"{PARTIES}{baken}/"
    assert not Party.objects.filter(pk=double).exists()
    assert "zelfde KvK-nummer" in page(officer, f"{baken}/history/")


def test_who_was_joined_is_told_and_the_old_address_leads_to_who_stays(officer: Client, baken: UUID) -> None:
    first, second = (Party.objects.create(name=name).pk for name in ("Baken", "Baken BV"))
    for double, stays in ((first, second), (second, baken)):
        officer.post(f"{PARTIES}{double}/merge/", {"into_id": str(stays), "reason": f"zelfde als {stays}"})
    seen = page(officer, f"{baken}/history/")
    assert ("Baken BV" in seen, officer.get(f"{PARTIES}{first}/")["Location"]) == (True, f"{PARTIES}{baken}/")
    assert "Baken BV" in page(officer, f"{second}/history/")


@pytest.mark.parametrize(("step", "told"), [("merge", "is met deze partij samengevoegd"), ("remove", "is verwijderd")])
def test_what_is_posted_twice_is_told_and_not_missing(step: str, told: str, officer: Client, baken: UUID) -> None:
    double, given = Party.objects.create(name="Baken").pk, {"into_id": str(baken), "reason": "zelfde KvK-nummer"}
    with translation.override("nl"):
        for _ in range(2):
            answer = officer.post(f"{PARTIES}{double}/{step}/", given)
        assert (answer.status_code, told in page(officer)) == (302, True)
    assert officer.get(f"{PARTIES}{new_id()}/").status_code == 404


def test_what_is_named_cannot_be_removed_and_the_page_says_why(officer: Client, baken: UUID) -> None:
    answer = officer.post(f"{PARTIES}{baken}/remove/", {"reason": "weg"})
    assert ("Andere vastleggingen noemen deze partij nog" in answer.content.decode()) is True


def invite(officer: Client, baken: UUID) -> PartyRepresentative:
    given = {"name": "Mira", "email": "mira@baken.example", "until": clock.today().isoformat()}
    officer.post(f"{PARTIES}{baken}/invite/", given)
    made: PartyRepresentative = PartyRepresentative.objects.get()
    return made


def test_the_link_is_for_who_may_invite_only(officer: Client, baken: UUID) -> None:
    invite(officer, baken)
    others = [role for role in Role if role is not Role.PRIVACY_OFFICER]
    colleague = signed_in(*[role for role in others if role is not Role.PROVIDER])
    seen, read = page(officer, f"{baken}/"), page(colleague, f"{baken}/")
    assert ("/partner/invitation/" in seen, "/partner/invitation/" in read, "Mira" in read) == (True, False, True)


def test_an_invitation_is_withdrawn_from_the_page(officer: Client, baken: UUID) -> None:
    made = invite(officer, baken)
    officer.post(f"{PARTIES}{baken}/people/{made.pk}/end/")
    assert PartyRepresentative.objects.count() == 0


def test_the_page_says_so_where_the_administrator_ended_the_role(officer: Client, baken: UUID) -> None:
    made = invite(officer, baken)
    PartyRepresentative.objects.update(invited_until=None)
    assert "Handelt namens de partij sinds" in page(officer, f"{baken}/")
    made.person.role_assignments.all().delete()
    seen = page(officer, f"{baken}/")
    assert ("de beheerder heeft de rol beëindigd" in seen, "Handelt namens de partij sinds" in seen) == (True, False)


def test_of_another_party_nobody_is_ended_here(officer: Client, baken: UUID) -> None:
    made, other = invite(officer, baken), Party.objects.create(name="Kade").pk
    assert officer.post(f"{PARTIES}{other}/people/{made.pk}/end/").status_code == 404
    assert PartyRepresentative.objects.count() == 1


def test_who_came_for_a_party_cannot_answer_for_a_record(officer: Client, baken: UUID) -> None:
    invite(officer, baken)
    page(officer)  # here it is told that she was invited
    assert "Mira" not in officer.get("/duinveld/desk/security/systems/new/").content.decode()


def test_a_longer_list_asks_no_more_of_the_database(
    officer: Client, baken: UUID, django_assert_max_num_queries: Any
) -> None:
    page(officer)
    for number in range(5):
        Party.objects.create(name=f"Partij {number}")
    with django_assert_max_num_queries(12):
        page(officer)
