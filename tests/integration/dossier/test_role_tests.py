"""Testing what a party is, deciding it, and writing it in the register."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from django.utils import translation

from gemeentedossier.dossier.agreements.actions.role_tests import decide_role, take_role_test, write_role
from gemeentedossier.dossier.agreements.enums import FoundRole, RoleQuestion
from gemeentedossier.dossier.agreements.facts import RoleAnswer, RoleTest
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import PartyRelation
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.dossier.agreed import all_role_tests

Q = RoleQuestion


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def provider(everyone: Actor) -> UUID:
    found: UUID = Party.objects.create(name="Zorggroep", is_care_provider=True).pk
    return found


@pytest.fixture
def activity(provider: UUID, everyone: Actor) -> UUID:
    relation = PartyRelation(new_id(), provider, "Zorggroep", role=PartyRole.PROCESSOR)
    made = an_activity(parties=(relation,))
    create_activity(made, by=everyone)
    return made.id


def taken(provider: UUID, by: Actor, *, activity: UUID | None = None, **said: bool) -> RoleTest:
    answers = [RoleAnswer(new_id(), Q(question), answer) for question, answer in said.items()]
    assert Party.objects.get(pk=provider).name == "Zorggroep"
    return take_role_test("Zorggroep", answers, activity_id=activity, by=by)


def test_that_a_party_gives_care_is_known_from_its_record(provider: UUID, everyone: Actor) -> None:
    test = taken(provider, everyone, on_instruction_only=True)
    assert (test.outcome, [a.question for a in test.answers]) == (
        FoundRole.CONTROLLER,
        [Q.IS_CARE_PROVIDER, Q.ON_INSTRUCTION_ONLY],
    )
    assert all_role_tests() == (test,)


def test_who_decides_as_the_answers_say_needs_no_reason(provider: UUID, everyone: Actor) -> None:
    decide_role(taken(provider, everyone).id, role=FoundRole.CONTROLLER, by=everyone)
    assert [(t.decided, t.decided_by) for t in all_role_tests()] == [(FoundRole.CONTROLLER, everyone.name)]


def test_who_decides_otherwise_says_why(provider: UUID, everyone: Actor) -> None:
    test = taken(provider, everyone)
    with pytest.raises(Refused, match="The answers say otherwise"):
        decide_role(test.id, role=FoundRole.PROCESSOR, by=everyone)
    decide_role(test.id, role=FoundRole.PROCESSOR, reason="Doet alleen de administratie.", by=everyone)
    assert [(t.outcome, t.decided, t.reason) for t in all_role_tests()] == [
        (FoundRole.CONTROLLER, FoundRole.PROCESSOR, "Doet alleen de administratie.")
    ]


def test_only_the_privacy_officer_decides(provider: UUID, everyone: Actor) -> None:
    owner = replace(everyone, roles=frozenset({Role.PROCESS_OWNER}))
    test = taken(provider, owner)
    with pytest.raises(NotPermitted):
        decide_role(test.id, role=FoundRole.CONTROLLER, by=owner)


def test_the_role_and_its_reasoning_come_into_the_register(provider: UUID, activity: UUID, everyone: Actor) -> None:
    test = taken(provider, everyone, activity=activity)
    with pytest.raises(Refused, match="Decide it first"):
        write_role(test.id, by=everyone)
    decide_role(test.id, role=FoundRole.CONTROLLER, by=everyone)
    write_role(test.id, by=everyone)
    relation = activity_facts(activity).parties[0]
    assert relation.role is PartyRole.INDEPENDENT_CONTROLLER
    assert relation.role_reasoning.startswith(
        "Independent controller: decides itself on the data for a task of its own."
    )


def test_a_test_about_no_activity_writes_nowhere(provider: UUID, everyone: Actor) -> None:
    test = taken(provider, everyone)
    decide_role(test.id, role=FoundRole.CONTROLLER, by=everyone)
    with pytest.raises(Refused, match="about no processing activity"):
        write_role(test.id, by=everyone)
