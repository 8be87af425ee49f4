"""Every page of what was weighed, planned, excluded and promised: who sees it, when, and what it never does."""

from dataclasses import replace

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.security.actions.risks import record_risk
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_hostile_text import AS_MARKUP, HOSTILE
from tests.integration.desk.weighing import PLACE, Laid, laid_down

REASONED = {"reason": "Dubbel."}


@pytest.fixture
def laid(everyone: Actor) -> Laid:
    return laid_down(everyone)


def posts(laid: Laid) -> list[tuple[str, list[object], dict[str, object]]]:
    """Every address that writes about one of these records, with what would do it."""
    decision = {"decision": "treat", "because": "Meer.", "revision": "0"}
    return [
        ("risk-edit", [laid.risk.id], {"threat": "Anders.", "aspect": "integrity", "revision": "0"}),
        ("risk-decide", [laid.risk.id], decision),
        ("risk-remove", [laid.risk.id], REASONED),
        ("appetite-end", [laid.appetite], REASONED),
        ("exclusion-decide", [laid.exclusion], {"granted": "yes", "because": "Klopt."}),
        ("exclusion-withdraw", [laid.exclusion], REASONED),
        ("continuity-edit", [laid.activity.id], {"outage_hours": "8", "revision": "1"}),
        ("clause-edit", [laid.clause.id], {"title": "Anders", "revision": "0"}),
        ("clause-remove", [laid.clause.id], REASONED),
        ("tool-edit", [laid.tool.id], {"name": "Anders", "revision": "0"}),
        (
            "tool-judge",
            [laid.tool.id],
            {"state": "allowed", "reviewed_on": "2026-01-01", "reason": "Ja.", "revision": "0"},
        ),
        ("tool-remove", [laid.tool.id], REASONED),
        ("tool-rule", [laid.tool.id, laid.activity.id], {"allowed": "no", "reason": "Nee."}),
        ("tool-rule-withdraw", [laid.tool.id], {"rule_id": str(laid.rule), **REASONED}),
    ]


def test_every_page_opens_for_who_may_do_everything(municipality: Municipality, laid: Laid) -> None:
    client = signed_in(*Role)
    assert {url: status for url in laid.pages() if (status := client.get(url).status_code) != 200} == {}


def test_readers_see_no_form_that_writes(municipality: Municipality, laid: Laid) -> None:
    auditor = signed_in(Role.AUDITOR)
    read = {url: auditor.get(url) for url in laid.pages()}
    closed = ("new/", "/edit/", f"/rules/{laid.activity.id}/")
    assert {url for url, page in read.items() if page.status_code == 403} == {u for u in read if u.endswith(closed)}
    forms = {url: page.content.decode().count(f'method="post" action="{PLACE}') for url, page in read.items()}
    assert {url: count for url, count in forms.items() if count} == {}


def ledger_of(municipality: Municipality) -> int:
    """How many entries its ledger has, once all of them have their number."""
    with municipality_scope(municipality.id):
        settle()
        return ledger_size()


def test_nobody_of_another_municipality_finds_or_changes_them(
    municipality: Municipality, laid: Laid, other_municipality: Municipality
) -> None:
    with municipality_scope(other_municipality.id):
        stranger = signed_in(*Role)
    before = ledger_of(municipality), ledger_of(other_municipality)
    for name, keys, given in posts(laid):
        for slug in ("duinveld", other_municipality.slug):
            assert stranger.post(reverse(f"desk:{name}", args=[slug, *keys]), given).status_code == 404, name
    assert (ledger_of(municipality), ledger_of(other_municipality)) == before


def test_in_the_past_pages_open_and_nothing_is_written(municipality: Municipality, laid: Laid) -> None:
    client = signed_in(*Role)
    settle()
    client.post(f"/{municipality.slug}/desk/moment/", {"moment": clock.now().isoformat()})
    before = ledger_of(municipality)
    pages = {url: client.get(url) for url in laid.pages()}
    shown = {url: page.content.decode() for url, page in pages.items() if page.status_code == 200}
    assert {url for url, page in shown.items() if f'method="post" action="{PLACE}' in page} == set()
    assert len(shown) == len(pages) - 9
    for name, keys, given in posts(laid):
        client.post(reverse(f"desk:{name}", args=["duinveld", *keys]), given)
    assert ledger_of(municipality) == before


def test_no_page_takes_text_for_markup(municipality: Municipality, everyone: Actor) -> None:
    laid, client = laid_down(everyone, text=HOSTILE), signed_in(*Role)
    shown = {url: client.get(url).content.decode() for url in laid.pages()}
    assert {url: AS_MARKUP.findall(page) for url, page in shown.items() if AS_MARKUP.search(page)} == {}
    assert sum("&lt;script&gt;alert(1)" in page for page in shown.values()) >= 20


def test_a_process_owner_changes_only_what_is_of_them(laid: Laid) -> None:
    client = signed_in(Role.PROCESS_OWNER)
    for name, keys, given in posts(laid):
        if name in ("risk-edit", "risk-remove", "continuity-edit", "clause-edit", "tool-edit", "tool-rule"):
            assert client.post(reverse(f"desk:{name}", args=["duinveld", *keys]), given).status_code == 403, name
    assert str(laid.activity.id) not in client.get(f"{PLACE}risks/new/").content.decode()


def test_more_risks_ask_no_more_queries(
    laid: Laid, everyone: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(2):
        record_risk(replace(laid.risk, id=new_id(), threat=f"Ander risico {number}."), by=everyone)
    client = signed_in(Role.CISO)
    with django_assert_max_num_queries(12):
        client.get(f"{PLACE}risks/")
