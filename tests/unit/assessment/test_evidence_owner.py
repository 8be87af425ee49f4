"""Evidence of which the owner left: nobody would notice that it runs out."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment
from tests.unit.assessment.dossiers import DAY, MOMENT, dossier_with, some_id

RULE = "evidence-without-owner"
YESTERDAY, TOMORROW = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)
OWNER = some_id(61)
PIECE = Evidence(
    some_id(60), EvidenceKind.LINK, "Verslag", OWNER, "W. Jansen", OWNER, "W. Jansen", MOMENT, url="https://a.example/"
)


def dossier(*roles: RoleAssignment, piece: Evidence = PIECE) -> Dossier:
    plain = dossier_with()
    people = (*plain.organisation.people, Person(OWNER, "W. Jansen", roles=roles))
    return replace(plain, evidence=(piece,), organisation=replace(plain.organisation, people=people))


def held(ends_on: dt.date | None, starts_on: dt.date | None = None) -> RoleAssignment:
    return RoleAssignment(Role.PROCESS_OWNER, starts_on, ends_on)


def found(of: Dossier) -> list[Finding]:
    return [each for each in assess(of, current_catalogue()).findings() if each.rule_id == RULE]


@pytest.mark.parametrize(
    ("roles", "outcomes"),
    [
        ([held(None)], []),
        ([held(DAY)], []),
        ([held(YESTERDAY)], [Outcome.CONTRADICTS]),
        ([held(YESTERDAY), held(None)], []),
        ([held(YESTERDAY), held(None, TOMORROW)], [Outcome.CONTRADICTS]),
        ([], [Outcome.CONTRADICTS]),
    ],
)
def test_evidence_is_looked_after_by_whoever_has_a_role_on_the_day(
    roles: list[RoleAssignment], outcomes: list[Outcome]
) -> None:
    assert [each.outcome for each in found(dossier(*roles))] == outcomes


def test_it_tells_who_left_and_when() -> None:
    sides = wording.statements(found(dossier(held(YESTERDAY)))[0], "nl")
    assert sides
    assert sides.first == (
        "Voor “Verslag” zorgt W. Jansen. Aantal antwoorden, maatregelen en afspraken die erop rusten: 0."
    )
    assert sides.second == f"W. Jansen heeft hier geen rol meer. Laatste dag: {wording.day(YESTERDAY)}."


def test_a_last_day_is_the_latest_one() -> None:
    sides = wording.statements(found(dossier(held(dt.date(2020, 1, 1)), held(YESTERDAY)))[0], "en")
    assert sides
    assert sides.second == f"W. Jansen has no role here any more. Last day: {wording.day(YESTERDAY)}."


def test_evidence_that_was_withdrawn_needs_nobody() -> None:
    assert found(dossier(piece=replace(PIECE, withdrawn_at=MOMENT))) == []


def test_somebody_who_takes_it_over_ends_the_finding() -> None:
    colleague = Person(some_id(62), "A. de Wit", roles=(held(None),))
    left = dossier(held(YESTERDAY))
    people = (*left.organisation.people, colleague)
    taken = replace(PIECE, owner_id=colleague.id, owner=colleague.name)
    assert found(replace(left, evidence=(taken,), organisation=replace(left.organisation, people=people))) == []
