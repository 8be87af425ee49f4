"""Every address of the parties' door × role × municipality × party: content is for who acts for that very party.

The table of addresses is read from the program, so that a new one cannot be forgotten.
"""

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from gemeentedossier.dossier.agreements.actions.rows import insert_leaflets
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet
from gemeentedossier.dossier.agreements.queries import agreement_facts, leaflet_facts
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.guest import urls
from gemeentedossier.guest.rules import NEEDS
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import PERMISSIONS
from tests.integration.desk.people import someone
from tests.integration.guest.partners import DECLARATION, agreed, browser_of, party, somebody_of

FOR_EVERYONE = {"calendar", "confirm", "invitation", "report", "request", "request-received"}
"""Opened by a signed link, or for who files a request: of a dossier only what the link was made for is shown."""
OVER_ALL = {"overview", "attest-many"}
"""Pages over all municipalities: each shows what the account may see there."""
ROUTES = {str(route.name): route for route in urls.urlpatterns if isinstance(route, URLPattern)}
HERE = sorted(ROUTES.keys() - FOR_EVERYONE - OVER_ALL)
OF_ONE = sorted(name for name in HERE if "key" in ROUTES[name].pattern.converters)
WRITES = {
    "attest": "guest.attest_participation",
    "erasure": "guest.add_evidence",
    "leaflet-new": "guest.write_leaflet",
    "leaflet-edit": "guest.write_leaflet",
    "report-breach": "guest.report_breach",
}


@pytest.fixture
def ours(municipality: Municipality) -> Party:
    return party("GGD Kust")


@pytest.fixture
def covenant(ours: Party) -> Agreement:
    """With a leaflet under the same key, so that one key serves every address."""
    made = agreed(ours)
    insert_leaflets([Leaflet(made.id, ours.pk, agreement_id=made.id, product="Nazorg")])
    return made


def address(name: str, municipality: Municipality, agreement: Agreement) -> str:
    values: dict[str, object] = {"municipality": municipality.slug}
    if "key" in ROUTES[name].pattern.converters:
        values["key"] = agreement.id
    if "which" in ROUTES[name].pattern.converters:
        values["which"] = "text"
    return reverse(f"guest:{name}", kwargs=values)


def status(client: Client, url: str) -> set[int]:
    """What reading and writing give."""
    return {client.get(url).status_code, client.post(url, DECLARATION).status_code}


def untouched(agreement: Agreement) -> bool:
    same = leaflet_facts(agreement.id).revision == 0
    return agreement_facts(agreement.id) == agreement and same


@pytest.mark.parametrize("name", HERE)
def test_each_address_names_a_permission_of_guests(name: str) -> None:
    needed = getattr(ROUTES[name].callback, NEEDS)
    assert (needed in PERMISSIONS, needed.partition(".")[0]) == (True, "guest")
    assert needed == WRITES.get(name, "guest.view_own")


@pytest.mark.parametrize("permission", sorted(each for each in PERMISSIONS if Role.PROVIDER in PERMISSIONS[each]))
def test_a_provider_may_nothing_but_what_is_for_guests(permission: str) -> None:
    assert (permission.partition(".")[0], PERMISSIONS[permission]) == ("guest", frozenset({Role.PROVIDER}))


@pytest.mark.parametrize("name", HERE)
@pytest.mark.parametrize("role", list(Role))
def test_only_a_provider_who_acts_for_the_party_gets_in(
    role: Role, name: str, municipality: Municipality, ours: Party, covenant: Agreement
) -> None:
    answer = browser_of(somebody_of(ours, role)).get(address(name, municipality, covenant))
    allowed = {404} if name in ("erasure", "file") else {200, 302}
    assert answer.status_code in (allowed if role is Role.PROVIDER else {404})


@pytest.mark.parametrize("name", HERE)
@pytest.mark.parametrize("role", [None, *Role])
def test_who_acts_for_no_party_finds_nothing(
    role: Role | None, name: str, municipality: Municipality, covenant: Agreement
) -> None:
    person = someone(*([role] if role else []))
    assert status(browser_of(person), address(name, municipality, covenant)) == {404}
    assert untouched(covenant)


@pytest.mark.parametrize("name", OF_ONE)
def test_who_acts_for_another_party_finds_nothing(name: str, municipality: Municipality, covenant: Agreement) -> None:
    theirs = party("Woonstichting")
    agreed(theirs, name="Iets anders")
    stranger = browser_of(somebody_of(theirs))
    assert status(stranger, address(name, municipality, covenant)) == {404}
    assert untouched(covenant)


@pytest.mark.parametrize("name", HERE)
def test_people_of_another_municipality_find_nothing(
    name: str, municipality: Municipality, other_municipality: Municipality, covenant: Agreement
) -> None:
    with municipality_scope(other_municipality.id):
        theirs = party("GGD Kust")
        agreed(theirs)
        stranger = browser_of(somebody_of(theirs, *Role))
    assert status(stranger, address(name, municipality, covenant)) == {404}
    assert untouched(covenant)


@pytest.mark.parametrize("name", OF_ONE)
def test_an_agreement_of_the_other_municipality_is_not_here(
    name: str, municipality: Municipality, other_municipality: Municipality, ours: Party
) -> None:
    person = somebody_of(ours)
    with municipality_scope(other_municipality.id):
        theirs = party("GGD Kust")
        there = agreed(theirs)
        somebody_of(theirs, account=person.account)
    assert status(browser_of(person), address(name, municipality, there)) == {404}


@pytest.mark.parametrize("name", HERE)
def test_who_is_not_signed_in_is_asked_to(name: str, municipality: Municipality, covenant: Agreement) -> None:
    answer = Client().get(address(name, municipality, covenant))
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, "/sign-in/")


@pytest.mark.parametrize("name", sorted(OVER_ALL))
def test_over_all_municipalities_too(name: str, municipality: Municipality, ours: Party, covenant: Agreement) -> None:
    url, staff, partner = reverse(f"guest:{name}"), browser_of(someone(*Role)), browser_of(somebody_of(ours))
    assert Client().get(url).headers["Location"].partition("?")[0] == "/sign-in/"
    assert (staff.get(url).status_code, partner.get(url).status_code) == (404, 200)


def test_every_address_below_partner_is_one_of_these() -> None:
    below = {
        str(each.pattern)
        for route in get_resolver().url_patterns
        for each in getattr(route, "url_patterns", ())
        if "partner/" in str(each.pattern)
    }
    elsewhere = {"calendar", "confirm", "report", "request", "request-received"}
    assert below == {str(route.pattern) for name, route in ROUTES.items() if name not in elsewhere}


@pytest.mark.parametrize("path", ["register/", "findings/", "agreements/", "roles/", "parties/", "evidence/"])
def test_the_desk_stays_shut(path: str, municipality: Municipality, ours: Party) -> None:
    assert browser_of(somebody_of(ours)).get(f"/{municipality.slug}/desk/{path}").status_code == 403


def test_at_the_front_of_the_desk_a_partner_is_shown_to_their_own_door(municipality: Municipality, ours: Party) -> None:
    told = browser_of(somebody_of(ours)).get(f"/{municipality.slug}/desk/")
    assert (told.status_code, told.headers.get("Location")) == (302, "/partner/")
