"""Filters of a list that are kept by name: of one's own, shared by the privacy officer, and how a list opens."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.desk.actions.filters import MOST, keep_filter, narrowing
from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.desk.models import SavedFilter
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

REGISTER, FINDINGS = "/duinveld/desk/register/", "/duinveld/desk/findings/"
EVERY = "/duinveld/desk/filters/"
QUERY = "record_state=concept"


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    insert_activities([an_activity(name="Leerplicht")])
    return signed_in(Role.PRIVACY_OFFICER)


def kept(browser: Client, name: str = "Concepten", **more: str) -> str:
    """The page after keeping a filter."""
    sent = {"place": "register", "query": QUERY, "name": name, **more}
    return browser.post(f"{EVERY}keep/", sent, follow=True, headers={"referer": REGISTER}).content.decode()


def changed(browser: Client, **sent: str) -> str:
    return browser.post(f"{EVERY}{SavedFilter.objects.get().pk}/", sent, follow=True).content.decode()


def chips(browser: Client, url: str = REGISTER) -> bool:
    return f'href="{REGISTER}?{QUERY}"' in browser.get(url, {"all": "1"}).content.decode()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", ""),
        ("page=3&all=1", ""),
        ("q=&record_state=concept&page=2", "record_state=concept"),
        ("q=na%00am", "q=naam"),
    ],
)
def test_what_of_an_address_is_kept(query: str, told: str) -> None:
    assert narrowing(query) == told


def test_a_filter_that_was_kept_stands_above_its_list(officer: Client) -> None:
    page = kept(officer)
    assert [f'href="{REGISTER}?{QUERY}" aria-current="true">Concepten</a>' in page, chips(officer)] == [True, True]


def test_nobody_else_sees_it(officer: Client) -> None:
    kept(officer)
    assert chips(signed_in(Role.PRIVACY_OFFICER)) is False


def test_what_is_shared_everybody_sees_and_who_shares_may_change(officer: Client) -> None:
    kept(officer, shared="1")
    reader = signed_in(Role.AUDITOR)
    assert [chips(reader), reader.post(f"{EVERY}{SavedFilter.objects.get().pk}/", {"drop": "1"}).status_code] == [
        True,
        404,
    ]
    changed(signed_in(Role.PRIVACY_OFFICER), name="Nog niet vastgesteld")
    assert SavedFilter.objects.get().name == "Nog niet vastgesteld"


def test_only_who_shares_shares(officer: Client) -> None:
    sent = {"place": "register", "query": QUERY, "name": "Concepten", "shared": "1"}
    assert signed_in(Role.AUDITOR).post(f"{EVERY}keep/", sent).status_code == 403


def test_the_list_opens_with_the_one_that_was_chosen_until_all_is_asked(officer: Client) -> None:
    kept(officer)
    changed(officer, open="1")
    assert officer.get(REGISTER).headers["Location"] == f"{REGISTER}?{QUERY}"
    assert officer.get(REGISTER, {"all": "1"}).status_code == 200
    changed(officer, open="0")
    assert officer.get(REGISTER).status_code == 200


def test_the_list_of_another_opens_as_it_did(officer: Client) -> None:
    kept(officer)
    changed(officer, open="1")
    assert signed_in(Role.PRIVACY_OFFICER).get(REGISTER).status_code == 200


def test_it_is_found_by_the_keyboard(officer: Client) -> None:
    kept(officer)
    found = officer.get("/duinveld/desk/search/", {"q": "concepten", "as": "list"}).json()["found"]
    assert f"{REGISTER}?{QUERY}" in [each["url"] for each in found]


def test_a_filter_is_thrown_away(officer: Client) -> None:
    kept(officer)
    page = changed(officer, drop="1")
    assert ["Het filter is weggegooid." in page, SavedFilter.objects.count()] == [True, 0]


def test_the_same_name_again_is_asked_about_first(officer: Client) -> None:
    kept(officer, shared="1")
    page = kept(officer, query="q=leerplicht")
    assert ["Concepten” vervangen" in page, 'name="query" value="q=leerplicht"' in page] == [True, True]
    assert list(SavedFilter.objects.values_list("query", "is_shared")) == [(QUERY, True)]


def test_what_is_replaced_stays_shared(officer: Client) -> None:
    kept(officer, shared="1")
    page = kept(officer, query="q=leerplicht", replaces="1")
    assert "Het filter is vervangen" in page
    assert list(SavedFilter.objects.values_list("query", "is_shared")) == [("q=leerplicht", True)]


def test_under_another_name_it_stands_beside_it(officer: Client) -> None:
    kept(officer)
    kept(officer, name="Leerplicht", query="q=leerplicht")
    assert list(SavedFilter.objects.values_list("name", "query")) == [
        ("Concepten", QUERY),
        ("Leerplicht", "q=leerplicht"),
    ]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": " "}, "Geef het filter een naam"),
        ({"name": "x" * 61}, "langer dan 60 tekens"),
        ({"query": "page=2"}, "De lijst is niet gefilterd"),
        ({"query": "q=" + "x" * 1_000}, "te lang om te bewaren"),
    ],
)
def test_what_cannot_be_kept_is_said(sent: dict[str, Any], told: str, officer: Client) -> None:
    assert [told in kept(officer, **sent), SavedFilter.objects.count()] == [True, 0]


def test_two_of_one_name_are_refused(officer: Client) -> None:
    kept(officer, name="Alles")
    first = SavedFilter.objects.get().pk
    kept(officer, name="Concepten", query="q=zorg")
    answer = officer.post(f"{EVERY}{first}/", {"name": "Concepten"}, follow=True, headers={"referer": EVERY})
    assert "U bewaart al een filter met die naam." in answer.content.decode()


def test_findings_have_their_own(officer: Client) -> None:
    page = kept(officer, place="findings", query="outcome=gap")
    assert f'href="{FINDINGS}?outcome=gap" aria-current="true">Concepten</a>' in page


def test_a_filter_of_another_municipality_is_not_there(officer: Client, other_municipality: Municipality) -> None:
    kept(officer, shared="1")
    assert officer.get(f"/{other_municipality.slug}/desk/filters/").status_code in (403, 404)


def test_a_filter_that_is_shared_opens_no_list_whatever_its_row_says(officer: Client) -> None:
    kept(officer, shared="1")
    SavedFilter.objects.update(opens=True)
    assert officer.get(REGISTER).status_code == 200


def test_who_shares_no_more_does_not_rewrite_what_they_shared(municipality: Municipality) -> None:
    noor = Actor(name="Noor", person_id=UUID(int=7), roles=frozenset({Role.PRIVACY_OFFICER}))
    keep_filter(FilterPlace.REGISTER, name="Nu", query="a=b", shared=True, by=noor)
    with pytest.raises(Refused):
        keep_filter(
            FilterPlace.REGISTER,
            name="Nu",
            query="c=d",
            shared=False,
            by=replace(noor, roles=frozenset({Role.PROCESS_OWNER})),
        )
    assert SavedFilter.objects.values_list("query", "is_shared").get() == ("a=b", True)


def test_a_name_that_is_kept_already_passes_no_limit(municipality: Municipality) -> None:
    noor, other = (Actor(name="N", person_id=UUID(int=n), roles=frozenset({Role.PRIVACY_OFFICER})) for n in (7, 9))
    keep_filter(FilterPlace.REGISTER, name="Nu", query="a=b", shared=False, by=noor)
    for number in range(MOST):
        keep_filter(FilterPlace.REGISTER, name=f"{number}", query="a=b", shared=True, by=other)
    with pytest.raises(Refused):
        keep_filter(FilterPlace.REGISTER, name="Nu", query="a=b", shared=True, by=noor)
