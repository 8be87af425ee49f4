"""From a finding about a breach to the form that mends it, for who may take that step; others get its section."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.breaches.actions import breaches as verbs
from gemeentedossier.dossier.breaches.actions import mending
from gemeentedossier.dossier.breaches.enums import IncidentKind, MeasureKind
from gemeentedossier.dossier.breaches.facts import (
    BreachMeasure,
    BreachMoments,
    BreachNature,
    PersonalDataBreach,
)
from gemeentedossier.dossier.breaches.queries import breach_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_breach_steps import done_without_the_officer

DESK = "/duinveld/desk/"
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(NOW):
        yield


def a_report(by: Actor) -> UUID:
    """A report of which nobody recorded anything yet but that somebody looked where they may not."""
    draft = PersonalDataBreach(id=new_id(), number="", title="Dossier ingezien", reported_at=NOW)
    key = verbs.report_breach(draft, by=by).id
    verbs.record_nature(key, BreachNature(kind=IncidentKind.UNAUTHORISED_VIEWING), revision=0, by=by)
    return key


def in_the_list(client: Client, rule: str) -> str:
    (case,) = client.get(f"{DESK}findings/?rule={rule}").context["cases"]
    return str(case.finding.repair.url) if case.finding.repair else ""


def beside(client: Client, key: UUID, anchor: str) -> str:
    page = client.get(f"{DESK}breaches/{key}/")
    (section,) = [each for each in page.context["sections"] if each.anchor == anchor]
    return str(section.cases[0].finding.repair.url)


@pytest.mark.parametrize(
    ("rule", "anchor", "form"),
    [
        ("breach-awareness-recorded", "moments", "moments/?field=aware_at"),
        ("integrity-incident-not-triaged", "triage", "triage/?field=security_broken"),
        ("breach-risk-weighed", "judgement", "judgement/?field=risk"),
    ],
)
def test_a_repair_leads_to_the_form_with_the_field_that_is_asked(
    rule: str, anchor: str, form: str, everyone: Actor
) -> None:
    key, officer = a_report(everyone), signed_in(Role.PRIVACY_OFFICER)
    way = f"{DESK}breaches/{key}/{form}"
    assert (in_the_list(officer, rule), beside(officer, key, anchor)) == (way, way)
    opened = officer.get(way).context["form"]
    assert [name for name, each in opened.fields.items() if each.widget.attrs.get("autofocus")] == [
        form.partition("=")[2]
    ]


@pytest.mark.parametrize(
    ("role", "rule", "anchor", "step"),
    [
        (Role.PRIVACY_OFFICER, "breach-learned-from", "measures", "measure"),
        (Role.DATA_PROTECTION_OFFICER, "breach-officer-involved", "advice", "advise"),
    ],
)
def test_a_repair_opens_the_form_on_the_page_itself(
    role: Role, rule: str, anchor: str, step: str, everyone: Actor
) -> None:
    key, client = a_report(everyone), signed_in(role)
    way = f"{DESK}breaches/{key}/?open={step}#do-{step}"
    assert (in_the_list(client, rule), beside(client, key, anchor)) == (way, way)
    sections = client.get(way.partition("#")[0]).context["sections"]
    assert [fold.id for each in sections for fold in each.folds if fold.is_open] == [f"do-{step}"]


@pytest.mark.parametrize(
    ("role", "rule", "anchor"),
    [
        (Role.CISO, "breach-risk-weighed", "judgement"),
        (Role.PRIVACY_OFFICER, "breach-officer-involved", "advice"),
    ],
)
def test_who_may_not_take_the_step_is_led_to_the_section(role: Role, rule: str, anchor: str, everyone: Actor) -> None:
    key = a_report(everyone)
    assert in_the_list(signed_in(role), rule) == f"{DESK}breaches/{key}/#{anchor}"


def test_who_knew_is_asked_where_the_moment_is_known(everyone: Actor) -> None:
    key = a_report(everyone)
    moments = BreachMoments(aware_at=NOW, aware_grounds="De logging toont het.")
    verbs.record_moments(key, moments, revision=1, by=everyone)
    way = in_the_list(signed_in(Role.PRIVACY_OFFICER), "breach-awareness-recorded")
    assert way == f"{DESK}breaches/{key}/moments/?field=aware_who"


def test_the_cause_is_asked_where_the_improvement_is_somebodys(everyone: Actor) -> None:
    key = a_report(everyone)
    held = BreachMeasure(id=new_id(), kind=MeasureKind.IMPROVEMENT, what="Rechten nalopen.")
    held = replace(held, owner_id=everyone.person_id, due_on=dt.date(2026, 12, 1))
    mending.add_measure(key, held, revision=1, by=everyone)
    way = in_the_list(signed_in(Role.PRIVACY_OFFICER), "breach-learned-from")
    assert way == f"{DESK}breaches/{key}/nature/?field=cause_found"


def test_of_a_closed_breach_no_repair_leads_to_a_form_that_is_shut(everyone: Actor) -> None:
    key = done_without_the_officer(everyone).id
    officer = signed_in(Role.PRIVACY_OFFICER)
    before = in_the_list(officer, "breach-learned-from")
    read = breach_facts(key).revision
    mending.close_breach(key, because="Klaar.", revision=read, open_by_law=("FG betrokken",), by=everyone)
    page = f"{DESK}breaches/{key}/"
    assert (before, in_the_list(officer, "breach-learned-from")) == (
        f"{page}?open=measure#do-measure",
        f"{page}#measures",
    )
