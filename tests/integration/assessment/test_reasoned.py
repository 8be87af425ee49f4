"""One activity alone is told whom it reasons like: at once, and of what was committed only."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import transaction

from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.assessment.queries import assessment_of_activity, judge_alone, judged_alone
from gemeentedossier.assessment.reasoned import Reasoned
from gemeentedossier.dossier.register.actions.activities import delete_activity, edit_activity, insert_activities
from gemeentedossier.dossier.register.facts import Activity, LegalBasis, Purpose
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.security.models import Classification
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, SECOND = UUID(int=1), UUID(int=2)
LONG = " ".join(f"woord{number}" for number in range(40))
SAM = Actor("Sam", roles=frozenset(Role))


def weighing(key: UUID, name: str, necessity: str) -> Activity:
    purpose = Purpose(new_id(), 1, "Doel", (LegalBasis(new_id(), necessity=necessity),))
    return Activity(key, name, purposes=(purpose,))


@pytest.fixture
def duinveld() -> Municipality:
    """Two activities, committed; the first reasons at length, the second shortly."""
    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(made.id):
        insert_activities([weighing(FIRST, "Eerste", LONG), weighing(SECOND, "Tweede", "Kort.")])
    return made


def copied(found: Assessment) -> list[object]:
    return [each.case.fact("activity.copied_from") for each in found.findings() if each.rule_id == "copied-reasoning"]


def of_first(municipality: Municipality) -> list[object]:
    with municipality_scope(municipality.id):
        return copied(assessment_of_activity(municipality, activity_id=FIRST))


def reason(key: UUID, necessity: str) -> None:
    read = activity_facts(key)
    edit_activity(replace(weighing(key, read.name, necessity), revision=read.revision), by=SAM, read=read)


def in_levels(municipality: Municipality) -> None:
    Classification.objects.create(activity_id=SECOND, integrity=2, integrity_reason=LONG)


def test_nobody_reasons_like_it(duinveld: Municipality) -> None:
    assert of_first(duinveld) == []


MADE: dict[str, Callable[[Municipality], object]] = {
    "an edit": lambda _made: reason(SECOND, LONG),
    "a new one": lambda _made: insert_activities([weighing(new_id(), "Tweede", LONG)]),
    "the reason of a level": in_levels,
}


@pytest.mark.parametrize("made", MADE)
def test_a_copy_made_elsewhere_shows_at_once(duinveld: Municipality, made: str) -> None:
    of_first(duinveld)
    with municipality_scope(duinveld.id):
        MADE[made](duinveld)
    assert of_first(duinveld) == [("Tweede",)]


GONE: dict[str, Callable[[], object]] = {
    "an edit": lambda: reason(SECOND, "Kort."),
    "its own edit": lambda: reason(FIRST, "Kort."),
    "one that goes": lambda: delete_activity(SECOND, by=SAM, reason="dubbel"),
}


@pytest.mark.parametrize("gone", GONE)
def test_a_copy_that_is_gone_shows_no_more(duinveld: Municipality, gone: str) -> None:
    with municipality_scope(duinveld.id):
        reason(SECOND, LONG)
    assert of_first(duinveld) == [("Tweede",)]
    with municipality_scope(duinveld.id):
        GONE[gone]()
    assert of_first(duinveld) == []


def test_who_writes_sees_their_own_copy_and_nobody_else_does(duinveld: Municipality) -> None:
    of_first(duinveld)
    with municipality_scope(duinveld.id):
        before = judged_alone(duinveld, activity_id=SECOND)
        reason(SECOND, LONG)
        edited = replace(before.dossier, activities=(activity_facts(SECOND),))
        assert copied(judge_alone(edited, duinveld, activity_id=SECOND).assessment) == [("Eerste",)]
        transaction.set_rollback(True)
    assert of_first(duinveld) == []


def test_another_municipality_is_not_compared(duinveld: Municipality) -> None:
    other = Municipality.objects.create(slug="heideloo", name="Heideloo")
    with municipality_scope(other.id):
        insert_activities([weighing(new_id(), "Derde", LONG)])
    assert of_first(duinveld) == []


def test_the_municipality_asked_for_longest_ago_is_let_go(duinveld: Municipality) -> None:
    other, reasoned = Municipality.objects.create(slug="heideloo", name="Heideloo"), Reasoned(most=1)
    for made in (duinveld, other):
        with municipality_scope(made.id):
            reasoned.copies_of(weighing(new_id(), "Derde", LONG), None, municipality=made)
    assert list(reasoned._kept) == [other.id]
