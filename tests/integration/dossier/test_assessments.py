"""From pre-scan to an adopted assessment, and stale by one change: who may do what, and what stops it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, transaction

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.register.actions.activities import create_activity, edit_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.actions.assessments import (
    delete_assessment,
    draw_up_assessment,
    edit_assessment,
    write_paragraph,
)
from gemeentedossier.dossier.risks.actions.decisions import (
    adopt_assessment,
    advise,
    answer_advice,
    publish_summary,
    put_to_officer,
    record_consultation,
    revise_assessment,
    take_back,
)
from gemeentedossier.dossier.risks.actions.prescans import answer_prescan, decide_prescan
from gemeentedossier.dossier.risks.engine.prescan import prescan_result
from gemeentedossier.dossier.risks.engine.staleness import stale_points
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import AssessmentState, Conclusion, PrescanVerdict
from gemeentedossier.dossier.risks.facts import ImpactAssessment, PriorConsultation
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.unit.dossier.risks.assessed import assessment

CATALOGUE = current_catalogue()
LINT = Lint(CATALOGUE)


def somebody(role: Role) -> Actor:
    person = Person.objects.create(name=f"Een {role.value}")
    return Actor(person.name, person.pk, frozenset({role}))


@pytest.fixture
def writer(municipality: Municipality) -> Actor:
    return somebody(Role.PRIVACY_OFFICER)


@pytest.fixture
def officer(municipality: Municipality) -> Actor:
    return somebody(Role.DATA_PROTECTION_OFFICER)


@pytest.fixture
def executive(municipality: Municipality) -> Actor:
    return somebody(Role.EXECUTIVE)


@pytest.fixture
def activity(writer: Actor) -> Activity:
    made = replace(an_activity(), owner_id=None, unit_id=None)
    create_activity(made, by=writer)
    return made


@pytest.fixture
def draft(activity: Activity, municipality: Municipality, writer: Actor) -> ImpactAssessment:
    now = dossier_of(municipality).activities[0]
    whole = assessment(now, Around(CATALOGUE))
    risks = tuple(
        replace(
            each,
            id=new_id(),
            treatments=tuple(replace(t, id=new_id(), owner_id=writer.person_id) for t in each.treatments),
        )
        for each in whole.risks
    )
    paragraphs = tuple(replace(each, id=new_id(), noted_by_id=writer.person_id) for each in whole.paragraphs)
    made = replace(whole, id=new_id(), risks=risks, paragraphs=paragraphs)
    draw_up_assessment(made, by=writer)
    return stored(municipality)


def stored(municipality: Municipality) -> ImpactAssessment:
    return dossier_of(municipality).impact_assessments[0]


def adopted(municipality: Municipality, draft: ImpactAssessment, *, people: tuple[Actor, Actor, Actor]) -> None:
    writer, officer, executive = people
    revision = draft.revision
    put_to_officer(draft.id, lint=LINT, stale=(), revision=revision, by=writer)
    advise(draft.id, text="Deel minder.", revision=revision + 1, by=officer)
    answer_advice(draft.id, AdviceAnswer.FOLLOWED, reason="Gedaan.", revision=revision + 2, by=executive)
    adopt_assessment(
        draft.id, because="Het nut is groot.", review_on=None, lint=LINT, stale=(), revision=revision + 3, by=executive
    )


def test_from_draft_to_adopted_and_stale_by_one_change(
    municipality: Municipality, draft: ImpactAssessment, writer: Actor, officer: Actor, executive: Actor
) -> None:
    adopted(municipality, draft, people=(writer, officer, executive))
    found, now = stored(municipality), dossier_of(municipality).activities[0]
    assert (found.state, found.version, found.adopted_by_id) == (AssessmentState.ADOPTED, 1, executive.person_id)
    assert stale_points(found, {now.id: now}, Around(CATALOGUE)) == ()
    edit_activity(replace(now, name="Iets anders"), by=writer)
    changed = dossier_of(municipality).activities[0]
    stale = stale_points(found, {changed.id: changed}, Around(CATALOGUE))
    assert [each.point.number for each in stale] == [1]


def test_revised_it_is_written_and_adopted_anew(
    municipality: Municipality, draft: ImpactAssessment, writer: Actor, officer: Actor, executive: Actor
) -> None:
    adopted(municipality, draft, people=(writer, officer, executive))
    found = stored(municipality)
    revise_assessment(draft.id, reason="De naam is anders.", revision=found.revision, by=writer)
    write_paragraph(draft.id, 1, text="Wij doen iets anders.", basis=[], revision=found.revision + 1, by=writer)
    adopted(municipality, stored(municipality), people=(writer, officer, executive))
    again = stored(municipality)
    assert (again.version, [each.version for each in again.advice]) == (2, [1, 2])


def test_what_was_adopted_or_lies_with_the_officer_cannot_be_written(
    municipality: Municipality, draft: ImpactAssessment, writer: Actor
) -> None:
    put_to_officer(draft.id, lint=LINT, stale=(), revision=draft.revision, by=writer)
    with pytest.raises(Refused, match="FG"):
        write_paragraph(draft.id, 1, text="Nog iets.", basis=[], revision=draft.revision + 1, by=writer)
    take_back(draft.id, reason="Vergeten.", revision=draft.revision + 1, by=writer)
    assert stored(municipality).state is AssessmentState.DRAFT


def test_an_assessment_that_is_not_finished_is_not_put_to_the_officer(draft: ImpactAssessment, writer: Actor) -> None:
    edit_assessment(replace(draft, conclusion_reason="Nader invullen."), by=writer)
    with pytest.raises(Refused, match="nader invullen"):
        put_to_officer(draft.id, lint=LINT, stale=(), revision=draft.revision + 1, by=writer)


def test_adoption_waits_for_the_answer_to_the_advice(
    draft: ImpactAssessment, writer: Actor, officer: Actor, executive: Actor
) -> None:
    revision = draft.revision
    put_to_officer(draft.id, lint=LINT, stale=(), revision=revision, by=writer)
    advise(draft.id, text="Deel minder.", revision=revision + 1, by=officer)
    with pytest.raises(Refused):
        adopt_assessment(
            draft.id, because="Goed.", review_on=None, lint=LINT, stale=(), revision=revision + 2, by=executive
        )


Act = Callable[[UUID, int, Actor], Any]
ACTS: dict[str, tuple[Act, Role]] = {
    "advise": (lambda key, n, by: advise(key, text="Nee.", revision=n, by=by), Role.DATA_PROTECTION_OFFICER),
    "adopt": (
        lambda key, n, by: adopt_assessment(key, because="Ja.", review_on=None, lint=LINT, stale=(), revision=n, by=by),
        Role.EXECUTIVE,
    ),
    "answer": (
        lambda key, n, by: answer_advice(key, AdviceAnswer.FOLLOWED, reason="Ja.", revision=n, by=by),
        Role.EXECUTIVE,
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_only_its_own_role_takes_a_step(act: str, draft: ImpactAssessment) -> None:
    do, permitted = ACTS[act]
    for role in Role:
        if role is not permitted:
            with pytest.raises(NotPermitted):
                do(draft.id, draft.revision, somebody(role))


def test_the_controller_consults_and_the_officer_does_not(
    municipality: Municipality, draft: ImpactAssessment, writer: Actor, officer: Actor, executive: Actor
) -> None:
    asked = PriorConsultation(new_id(), clock.today())
    edit_assessment(replace(draft, conclusion=Conclusion.CONSULT_AUTHORITY), by=writer)
    put_to_officer(draft.id, lint=LINT, stale=(), revision=draft.revision + 1, by=writer)
    scale, read = CATALOGUE.risk_scale, draft.revision + 2
    with pytest.raises(NotPermitted):
        record_consultation(draft.id, asked, scale=scale, revision=read, by=officer)
    record_consultation(draft.id, asked, scale=scale, revision=read, by=executive)
    assert stored(municipality).consultations[0].requested_on == asked.requested_on


def test_the_authority_is_not_consulted_where_no_high_risk_remains(
    draft: ImpactAssessment, writer: Actor, executive: Actor
) -> None:
    put_to_officer(draft.id, lint=LINT, stale=(), revision=draft.revision, by=writer)
    asked = PriorConsultation(new_id(), clock.today())
    with pytest.raises(Refused, match="hoog risico"):
        record_consultation(draft.id, asked, scale=CATALOGUE.risk_scale, revision=draft.revision + 1, by=executive)


def test_the_authority_is_consulted_on_what_was_put(draft: ImpactAssessment, executive: Actor) -> None:
    asked = PriorConsultation(new_id(), clock.today())
    with pytest.raises(Refused, match="FG"):
        record_consultation(draft.id, asked, scale=CATALOGUE.risk_scale, revision=draft.revision, by=executive)


def test_the_officer_who_wrote_it_does_not_advise(draft: ImpactAssessment, writer: Actor) -> None:
    put_to_officer(draft.id, lint=LINT, stale=(), revision=draft.revision, by=writer)
    both = replace(writer, roles=frozenset({Role.DATA_PROTECTION_OFFICER}))
    with pytest.raises(Refused):
        advise(draft.id, text="Prima.", revision=draft.revision + 1, by=both)


@pytest.mark.parametrize("statement", ["UPDATE risks_officeradvice SET text = 'x'", "DELETE FROM risks_officeradvice"])
def test_the_database_keeps_an_advice_as_it_was_given(statement: str, municipality: Municipality) -> None:
    with connection.cursor() as cursor, pytest.raises(ProgrammingError), transaction.atomic():
        cursor.execute(statement)


def test_who_saves_on_an_older_one_is_told(draft: ImpactAssessment, writer: Actor) -> None:
    edit_assessment(replace(draft, summary="Van de een."), by=writer)
    with pytest.raises(EditedMeanwhile):
        edit_assessment(replace(draft, summary="Van de ander."), by=writer)


def test_a_draft_can_be_removed_and_what_was_advised_on_cannot(
    municipality: Municipality, draft: ImpactAssessment, writer: Actor, officer: Actor
) -> None:
    put_to_officer(draft.id, lint=LINT, stale=(), revision=draft.revision, by=writer)
    advise(draft.id, text="Nee.", revision=draft.revision + 1, by=officer)
    with pytest.raises(Refused):
        delete_assessment(draft.id, reason="Weg.", revision=draft.revision + 2, by=writer)


def test_only_what_was_adopted_is_published(draft: ImpactAssessment, writer: Actor) -> None:
    with pytest.raises(Refused):
        publish_summary(draft.id, summary="Wij letten op.", revision=draft.revision, by=writer)


def test_a_prescan_is_answered_and_decided(municipality: Municipality, activity: Activity, writer: Actor) -> None:
    around = Around(CATALOGUE)
    question = next(each for each in around.questions if each.id == "people-count")
    answer_prescan(activity.id, {question: ("500",)}, revision=0, by=writer)
    known = dossier_of(municipality).prescans[0]
    result = prescan_result(dossier_of(municipality).activities[0], known, around)
    decide_prescan(activity.id, PrescanVerdict.REQUIRED, because="Zeker weten.", result=result, revision=1, by=writer)
    found = dossier_of(municipality).prescans[0]
    assert (found.decision, found.revision, frozenset(found.basis)) == (PrescanVerdict.REQUIRED, 2, result.statements)


def test_a_number_is_asked_where_one_belongs(activity: Activity, writer: Actor) -> None:
    question = next(each for each in Around(CATALOGUE).questions if each.id == "people-count")
    with pytest.raises(Refused):
        answer_prescan(activity.id, {question: ("veel",)}, revision=0, by=writer)
