"""A party writes what happens in its product through its own door, and reads its own leaflets only."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from gemeentedossier.dossier.agreements.actions.rows import insert_leaflets
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.queries import leaflet_facts, leaflets_of
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.models import Person
from tests.integration.guest.partners import agreed, browser_of, party, somebody_of

SLUG = "duinveld"


@pytest.fixture
def ours(municipality: Municipality) -> Party:
    return party("GGD Kust")


@pytest.fixture
def mira(ours: Party) -> Person:
    return somebody_of(ours)


def recorded(whose: Party, **more: object) -> Leaflet:
    made = replace(Leaflet(new_id(), whose.pk, whose.name, product="Nazorg"), **more)  # type: ignore[arg-type]  # by field
    insert_leaflets([made])
    return made


def test_a_party_begins_a_leaflet(mira: Person, ours: Party) -> None:
    covenant = agreed(ours)
    sent = {"product": "Nazorg", "agreement_id": str(covenant.id), "kept_for": "Vijf jaar.", "revision": "0"}
    answer = browser_of(mira).post(reverse("guest:leaflet-new", args=[SLUG]), sent)
    (made,) = leaflets_of([ours.pk])
    assert answer.status_code == 302
    assert (made.product, made.agreement_id, made.kept_for, made.party_name) == (
        "Nazorg",
        covenant.id,
        "Vijf jaar.",
        "GGD Kust",
    )


def test_two_clicks_make_one_leaflet(mira: Person, ours: Party) -> None:
    browser, url = browser_of(mira), reverse("guest:leaflet-new", args=[SLUG])
    sent = {"product": "Nazorg ", "kept_for": "Vijf jaar.", "revision": "0"}
    answers = [browser.post(url, sent) for _click in range(2)]
    assert [each.product for each in leaflets_of([ours.pk])] == ["Nazorg"]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]


def test_a_party_has_no_more_than_a_hundred(mira: Person, ours: Party) -> None:
    insert_leaflets([Leaflet(new_id(), ours.pk, product=f"Nummer {number}") for number in range(99)])
    browser, url = browser_of(mira), reverse("guest:leaflet-new", args=[SLUG])
    answers = [browser.post(url, {"product": product, "revision": "0"}) for product in ("Honderd", "Honderdeen")]
    assert ([each.status_code for each in answers], len(leaflets_of([ours.pk]))) == ([302, 200], 100)
    assert "U hebt hier 100 bijsluiters" in answers[1].content.decode()


def test_what_it_is_about_stays(mira: Person, ours: Party) -> None:
    made, browser = recorded(ours), browser_of(mira)
    url = reverse("guest:leaflet-edit", args=[SLUG, made.id])
    assert 'name="product"' not in browser.get(url).content.decode()
    browser.post(url, {"product": "Anders", "contact": "Mira", "revision": "0"})
    assert leaflet_facts(made.id) == replace(made, contact="Mira", revision=1)


def test_a_party_writes_its_leaflet_anew(mira: Person, ours: Party) -> None:
    made = recorded(ours, used_for="Hulp na een opname.")
    url = reverse("guest:leaflet-edit", args=[SLUG, made.id])
    assert browser_of(mira).post(url, {"product": "Nazorg", "contact": "Mira", "revision": "0"}).status_code == 302
    assert leaflet_facts(made.id) == replace(made, used_for="", contact="Mira", revision=1)


def test_what_was_saved_meanwhile_is_not_overwritten(mira: Person, ours: Party) -> None:
    made = recorded(ours, revision=3)
    url = reverse("guest:leaflet-edit", args=[SLUG, made.id])
    answer = browser_of(mira).post(url, {"product": "Anders", "revision": "2"})
    assert (answer.status_code, leaflet_facts(made.id)) == (200, made)
    assert "Iemand anders heeft deze bijsluiter gewijzigd" in answer.content.decode()


def test_who_saves_after_another_sees_theirs_and_can_then_save(mira: Person, ours: Party) -> None:
    made, browser = recorded(ours), browser_of(mira)
    url = reverse("guest:leaflet-edit", args=[SLUG, made.id])
    browser.post(url, {"product": "Nazorg", "contact": "Mira", "revision": "0"})
    page = browser.post(url, {"product": "Nazorg", "contact": "Wim", "revision": "0"}).content.decode()
    assert ("Nu vastgelegd: Mira" in page, 'name="revision" value="1"' in page) == (True, True)
    browser.post(url, {"product": "Nazorg", "contact": "Wim", "revision": "1"})
    assert leaflet_facts(made.id) == replace(made, contact="Wim", revision=2)


def test_an_agreement_of_another_cannot_be_chosen(mira: Person, ours: Party) -> None:
    foreign = agreed(party("Woonstichting"))
    sent = {"product": "Nazorg", "agreement_id": str(foreign.id), "revision": "0"}
    assert browser_of(mira).post(reverse("guest:leaflet-new", args=[SLUG]), sent).status_code == 200
    assert leaflets_of([ours.pk]) == ()


def test_the_leaflets_of_others_are_not_seen(mira: Person, ours: Party) -> None:
    recorded(ours)
    recorded(party("Woonstichting"), product="Andermans dienst")
    page = browser_of(mira).get(reverse("guest:home", args=[SLUG])).content.decode()
    assert ("Nazorg" in page, "Andermans dienst" in page) == (True, False)


@pytest.mark.parametrize(("days", "asked"), [(-1, True), (60, True), (61, False)])
def test_a_new_one_is_asked_sixty_days_before_the_last(days: int, *, asked: bool, mira: Person, ours: Party) -> None:
    recorded(ours, valid_until=clock.today() + dt.timedelta(days=days))
    page = browser_of(mira).get(reverse("guest:home", args=[SLUG])).content.decode()
    assert ("Schrijf een nieuwe bijsluiter" in page) is asked


def test_a_party_gives_no_last_day_beyond_the_term(mira: Person, ours: Party) -> None:
    answer = browser_of(mira).post(
        reverse("guest:leaflet-new", args=[SLUG]), {"product": "Nazorg", "valid_until": "2190-12-31", "revision": "0"}
    )
    assert (answer.status_code, leaflets_of([ours.pk])) == (200, ())
    assert "Een bijsluiter geldt hoogstens 3 jaar" in answer.content.decode()
