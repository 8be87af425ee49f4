"""What is done on the pages of risks, appetite, exclusions, outages, clauses and tools, and what then shows."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.desk.rules import Visit
from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.assets.queries import tool_facts
from gemeentedossier.dossier.governance.queries import appetites_from, policy_clauses_from
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.queries import (
    continuities_from,
    exclusions_from,
    security_risks_from,
    tool_rules_from,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Controller, Person, RoleAssignment
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_mending import way_from
from tests.integration.desk.weighing import PLACE, Laid, laid_down


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def laid(everyone: Actor) -> Laid:
    return laid_down(everyone)


@pytest.fixture
def ciso(municipality: Municipality) -> Client:
    return signed_in(Role.CISO)


@pytest.fixture
def executive(municipality: Municipality) -> Client:
    return signed_in(Role.EXECUTIVE)


def shown(client: Client, name: str, *keys: object) -> str:
    return client.get(reverse(f"desk:{name}", args=["duinveld", *keys])).content.decode()


def send(client: Client, name: str, *keys: object, **given: object) -> str:
    return client.post(reverse(f"desk:{name}", args=["duinveld", *keys]), given, follow=True).content.decode()


def test_a_risk_above_the_appetite_asks_a_decision_that_only_the_executive_can_take(
    laid: Laid, ciso: Client, executive: Client
) -> None:
    assert "Dit vraagt een besluit van het college" in shown(ciso, "risk", laid.risk.id)
    given = {"decision": "accept", "because": "Weegt op.", "accepted_until": "2027-11-24", "revision": "0"}
    assert (send(ciso, "risk-decide", laid.risk.id, **given), security_risks_from(live_rows, people={})[0].decision)[
        1
    ] is None
    page = send(executive, "risk-decide", laid.risk.id, **given)
    assert ("Dit vraagt een besluit" in page, "Weegt op." in page, "Geaccepteerd" in page) == (False, True, True)
    assert security_risks_from(live_rows, people={})[0].decision is RiskDecision.ACCEPT
    assert ('id="decide"' in shown(ciso, "risk", laid.risk.id), 'id="decide"' in page) == (False, True)


def test_a_decision_without_a_reason_stands_in_its_form(laid: Laid, executive: Client) -> None:
    page = send(executive, "risk-decide", laid.risk.id, decision="stop", because="", revision="0")
    assert 'id="decide" open' in page
    assert security_risks_from(live_rows, people={})[0].decision is None


def test_the_matrix_leads_to_the_risks_that_stand_there(laid: Laid, ciso: Client) -> None:
    here = ciso.get(f"{PLACE}risks/?matrix=residual&likelihood=medium&impact=high")
    elsewhere = ciso.get(f"{PLACE}risks/?matrix=residual&likelihood=low&impact=low")
    assert [here.context["shown"], elsewhere.context["shown"], here.context["total"]] == [1, 0, 1]
    assert ciso.get(f"{PLACE}risks/?matrix=<b>&likelihood=x").context["chosen"] is None


def test_a_risk_is_recorded_for_the_activity_that_was_chosen(laid: Laid, ciso: Client) -> None:
    page = ciso.get(f"{PLACE}risks/new/?activity={laid.activity.id}").content.decode()
    assert f'<option value="{laid.activity.id}" selected>' in page
    send(ciso, "risk-new", activity_id=laid.activity.id, threat="Brand.", aspect="availability", revision="0")
    assert "Brand." in shown(ciso, "activity-security", laid.activity.id)
    assert [each.threat for each in security_risks_from(live_rows, people={}) if each.id != laid.risk.id] == ["Brand."]


def test_weighing_it_otherwise_undoes_the_decision_and_the_history_tells_both(
    laid: Laid, ciso: Client, executive: Client
) -> None:
    send(executive, "risk-decide", laid.risk.id, decision="treat", because="Meer doen.", revision="0")
    again = {"threat": "Tekst.", "aspect": "confidentiality", "likelihood": "high", "impact": "high", "revision": "1"}
    send(ciso, "risk-edit", laid.risk.id, reason="Nieuw.", residual_likelihood="low", residual_impact="low", **again)
    assert security_risks_from(live_rows, people={})[0].decision is None
    told = shown(ciso, "risk-history", laid.risk.id)
    titles = ("Risico vastgelegd", "Over het risico besloten", "Risico gewijzigd")
    assert [told.count(f">{each}<") for each in titles] == [1, 1, 1]
    assert ("Meer doen." in told, "Nieuw." in told) == (True, True)


def test_a_new_appetite_takes_the_place_of_the_former_which_stays_readable(laid: Laid, executive: Client) -> None:
    body = Controller.objects.get().pk
    given = {"controller_id": body, "level": "high", "statement": "Alles mag.", "decided_on": "2026-11-24"}
    page = send(executive, "appetite-decide", **given)
    assert [each.level for each in appetites_from(live_rows, {}, controllers={})] == ["medium", "high"]
    assert ("Alles mag." in page, "Wat eerder is geaccepteerd" in page) == (True, True)
    assert "Binnen de risicobereidheid" in shown(executive, "risk", laid.risk.id)
    assert shown(executive, "appetite-history").count("Risicobereidheid vastgesteld") == 2


def test_an_exclusion_is_proposed_by_the_ciso_decided_by_the_executive_and_shown_in_the_statement(
    laid: Laid, ciso: Client, executive: Client
) -> None:
    assert "Uitsluiting voorgesteld" in send(ciso, "exclusion-propose", number="8.25", reason="Wij maken niets.")
    key = next(each.id for each in exclusions_from(live_rows, people={}) if each.number == "8.25")
    assert send(ciso, "exclusion-decide", key, granted="yes", because="Zelf.").count("Wij maken niets.") == 0
    page = send(executive, "exclusion-decide", key, granted="yes", because="Alles is ingekocht.")
    assert ("Alles is ingekocht." in page, f'href="#exclusion-{key}"' in page) == (True, True)
    send(ciso, "exclusion-withdraw", key, reason="Nu wel.")
    assert [each.number for each in exclusions_from(live_rows, people={})] == ["8.30"]
    assert "Uitsluiting ingetrokken" in shown(ciso, "exclusions-history")


def test_a_plan_for_an_outage_is_written_and_read_when_the_system_is_down(laid: Laid, ciso: Client) -> None:
    given = {"outage_hours": "8", "fallback": "Bel de noodlijst.", "revision": "1"}
    send(ciso, "continuity-edit", laid.activity.id, **given)
    assert [each.outage_hours for each in continuities_from(live_rows)] == [8]
    down = ciso.get(f"{PLACE}outage/?system={laid.system}&since=2026-11-24T10:00").content.decode()
    assert ("Bel de noodlijst." in down, "<strong>8 uur</strong>" in down, "18:00" in down) == (True, True, True)
    assert "Bel de noodlijst." not in ciso.get(f"{PLACE}outage/?system=nergens&since=ooit").content.decode()


@pytest.mark.parametrize(
    ("since", "told", "tone"),
    [
        ("2026-11-24T01:00", "al 2 uur te lang", "alarm"),
        ("2026-11-24T03:20", "nog 20 minuten", "note"),
        ("2026-11-20T01:00", "al 4 dagen te lang", "alarm"),
    ],
)
def test_what_is_down_for_too_long_is_told_with_how_long(
    since: str, told: str, tone: str, laid: Laid, ciso: Client
) -> None:
    given = {"outage_hours": "8", "fallback": "Bel de noodlijst.", "revision": "1"}
    send(ciso, "continuity-edit", laid.activity.id, **given)
    with clock.clock_at(dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)):  # eleven in the morning in the Netherlands
        page = ciso.get(f"{PLACE}outage/?system={laid.system}&since={since}").content.decode()
    (badge,) = re.findall(r'gd-tone--(\w+)"[^>]*>(?:<svg.*?</svg>)?\s*(?:<span[^>]*>)?' + told, page, re.DOTALL)
    assert (badge, "24 november 2026" in page or "20 november 2026" in page) == (tone, True)


def test_a_system_that_should_be_back_by_now_is_told(laid: Laid, ciso: Client) -> None:
    System.objects.filter(pk=laid.system).update(recovery_hours=4)
    with clock.clock_at(dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)):
        page = ciso.get(f"{PLACE}outage/?system={laid.system}&since=2026-11-24T01:00").content.decode()
    told = page.partition('id="down"')[2].partition("</section>")[0]
    assert ("binnen 4 uur" in told, "al 6 uur te lang" in told) == (True, True)


def test_who_asks_what_stands_still_and_chooses_nothing_is_told(laid: Laid, ciso: Client) -> None:
    told = "Kies wat stilligt"
    pages = [ciso.get(f"{PLACE}outage/{asked}").content.decode() for asked in ("", "?since=")]
    assert [told in each for each in pages] == [False, True]
    assert "niet verplicht" not in pages[0].partition("Wat stilligt")[2].partition("Ligt stil sinds")[0]


def test_who_left_is_not_named_as_somebody_to_call(laid: Laid, ciso: Client) -> None:
    gone = Person.objects.create(name="Wim Afgetreden")
    RoleAssignment.objects.create(person=gone, role="process_owner", ends_on=dt.date(2026, 1, 1))
    Activity.objects.filter(pk=laid.activity.id).update(owner=gone)
    page = ciso.get(f"{PLACE}outage/?system={laid.system}").content.decode()
    assert "Wim Afgetreden (werkt hier niet meer)" in page


@pytest.mark.parametrize("since", ["9999-12-31T23:59", "2026-11-24T23:59", "0001-01-01T00:00"])
def test_an_outage_since_a_moment_that_is_none_is_told_and_counts_nothing(laid: Laid, ciso: Client, since: str) -> None:
    plan_hours = {"outage_hours": "8", "fallback": "Bel de noodlijst.", "revision": "1"}
    send(ciso, "continuity-edit", laid.activity.id, **plan_hours)
    page = ciso.get(f"{PLACE}outage/?system={laid.system}&since={since}")
    assert (page.status_code, page.context["since"]) == (200, None)
    assert "Geef een moment van de laatste tien jaar dat voorbij is" in page.content.decode()


def test_a_clause_without_a_procedure_is_found_and_leads_to_its_field(laid: Laid, ciso: Client) -> None:
    way = way_from(ciso, "policy-clause-without-procedure")
    assert way == f"{PLACE}clauses/{laid.clause.id}/edit/?field=procedure"
    assert "field=procedure" in shown(ciso, "clause", laid.clause.id)
    send(ciso, "clause-edit", laid.clause.id, title="Tekst.", procedure="Elk kwartaal.", revision="0")
    assert policy_clauses_from(live_rows, {})[0].procedure == "Elk kwartaal."
    assert "Elk kwartaal." in shown(ciso, "clause-history", laid.clause.id)
    send(ciso, "clause-remove", laid.clause.id, reason="Nieuw beleid.")
    assert policy_clauses_from(live_rows, {}) == ()


def test_whether_data_may_go_into_a_tool_is_answered_and_unknown_is_no_yes(laid: Laid, ciso: Client) -> None:
    asked = f"{PLACE}tools/?activity={laid.activity.id}"
    assert "Niet bekend, dus nee" in ciso.get(asked).content.decode()
    given = {"state": "allowed", "reviewed_on": "2026-11-24", "reason": "Getest.", "revision": "0"}
    send(ciso, "tool-judge", laid.tool.id, **given)
    assert tool_facts(laid.tool.id).state == "allowed"
    assert "Niet bekend, dus nee" in ciso.get(asked).content.decode()
    send(ciso, "tool-rule-withdraw", laid.tool.id, rule_id=laid.rule, reason="Te nauw.")
    send(ciso, "tool-rule", laid.tool.id, laid.activity.id, allowed="yes", reason="Alles mag.")
    assert [each.reason for each in tool_rules_from(live_rows)] == ["Alles mag."]
    assert "Niet bekend, dus nee" not in ciso.get(asked).content.decode()
    told = shown(ciso, "tool-history", laid.tool.id)
    assert ("Middel beoordeeld" in told, "Regel voor het middel ingetrokken" in told) == (True, True)


def test_a_plan_that_lacks_leads_to_its_field(laid: Laid, ciso: Client) -> None:
    levels = {f"{a}_reason": "Schade." for a in ("availability", "integrity", "confidentiality")}
    given = {"availability": "4", "integrity": "2", "confidentiality": "2", "revision": "0", **levels}
    send(ciso, "activity-levels", laid.activity.id, **given)
    send(ciso, "continuity-edit", laid.activity.id, fallback="Bel.", revision="1")
    way = way_from(ciso, "outage-planned-for")
    assert way.partition("?")[0] == f"{PLACE}continuity/{laid.activity.id}/edit/"


def test_a_revision_without_end_is_one_that_no_record_has(laid: Laid, executive: Client) -> None:
    answer = executive.post(f"/duinveld/desk/register/{laid.activity.id}/confirm/", {"revision": "9" * 5000})
    assert answer.status_code in {302, 403}
    assert Visit(answer.wsgi_request, Municipality(), Actor("x"), None).read_revision() == -1
