"""What the record answers can be said not to apply, or to be worse, by who may answer for it; and nothing else."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import reverse

from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.catalogue.facts.rules import RuleKind
from gemeentedossier.dossier.agreements.actions.agreements import record_agreement
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.evidence.models import Attestation
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

KINDS = ("activity", "legal_basis", "agreement", "organisation")
WHY = "Dit speelt hier niet: er is geen uitwisseling."


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def filled(municipality: Municipality, everyone: Actor) -> Municipality:
    """A municipality with a record of each kind that criteria are about."""
    insert_activities([an_activity()])
    agreement = Agreement(id=new_id(), name="Hosting", kind=AgreementKind.PROCESSOR)
    record_agreement(agreement, party_names=["Cloud BV"], by=everyone)
    return municipality


def open_finding(municipality: Municipality, kind: str, *, derived: bool = True) -> Finding:
    """An open criterion about a record of that kind."""
    return next(
        each
        for each in judged_of(municipality).assessment.findings()
        if each.subject_kind.value == kind and each.is_open and each.rule.kind is RuleKind.CRITERION
        if each.rule.is_attested is not derived and each.answer.attestation is None
    )


def again(municipality: Municipality, found: Finding) -> Finding:
    key: tuple[str, UUID] = (found.rule_id, found.subject_id)
    return next(
        each for each in judged_of(municipality).assessment.findings() if (each.rule_id, each.subject_id) == key
    )


def address(found: Finding) -> str:
    return reverse("desk:answer", args=["duinveld", found.subject_kind.value, found.subject_id, found.rule_id])


@pytest.mark.parametrize("kind", KINDS)
def test_a_derived_criterion_can_be_said_not_to_apply(filled: Municipality, kind: str) -> None:
    officer, found = signed_in(Role.PRIVACY_OFFICER), open_finding(filled, kind)
    assert f'href="{address(found)}"' in officer.get(f"/duinveld/desk/findings/?rule={found.rule_id}").content.decode()
    assert officer.post(address(found), {"answer": "not_applicable", "explanation": WHY}).status_code == 302
    now = again(filled, found).answer
    assert (now.outcome, now.source) == (Outcome.NOT_APPLICABLE, AnswerSource.ATTESTED)
    assert WHY in officer.get(address(found)).content.decode()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", [Role.AUDITOR, Role.COUNCIL_MEMBER])
def test_who_does_not_answer_is_offered_nothing(filled: Municipality, kind: str, role: Role) -> None:
    found = open_finding(filled, kind)
    assert signed_in(role).post(address(found), {"answer": "not_applicable", "explanation": WHY}).status_code == 403
    assert Attestation.objects.count() == 0


@pytest.mark.parametrize("given", [{"answer": "yes", "explanation": WHY}, {"answer": "not_applicable"}])
def test_that_it_is_met_or_does_not_apply_without_a_reason_is_not_taken(
    filled: Municipality, given: dict[str, str]
) -> None:
    officer, found = signed_in(Role.PRIVACY_OFFICER), open_finding(filled, "activity")
    assert officer.post(address(found), given).status_code == 200
    assert Attestation.objects.count() == 0


def test_the_form_in_the_margin_takes_no_answer_to_what_the_record_answers(filled: Municipality) -> None:
    officer, found = signed_in(Role.PRIVACY_OFFICER), open_finding(filled, "activity")
    about = [found.activity_id, found.rule_id, "activity", found.subject_id]
    page = reverse("desk:attest", args=["duinveld", *about])
    assert officer.post(page, {"answer": "yes"}).headers["Location"] == address(found)
    assert Attestation.objects.count() == 0


def test_who_does_not_know_is_told_and_the_gap_stays(filled: Municipality) -> None:
    officer, found = signed_in(Role.PRIVACY_OFFICER), open_finding(filled, "organisation", derived=False)
    officer.post(address(found), {"answer": "unknown", "explanation": "Nagevraagd bij P&O."})
    assert again(filled, found).outcome is Outcome.GAP
    shown = officer.get(f"/duinveld/desk/findings/?rule={found.rule_id}").content.decode()
    assert "Op 24-11-2026 wist Jet (privacy officer) het niet. Nagevraagd bij P&amp;O." in shown
