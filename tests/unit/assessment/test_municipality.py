"""The municipality as a subject: what is counted over its register, and who is told of that."""

import datetime as dt
from dataclasses import replace

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import organisation_subject, register_totals
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.enums import ActivityRole, ProcessingState, RecordState
from gemeentedossier.dossier.register.facts import Activity
from tests.unit.assessment.dossiers import DAY, dossier_with, some_id

LAW = Law(current_catalogue(), DAY)
DRAFT = Activity(some_id(11), "Concept")
ADOPTED = Activity(
    some_id(12), "Vastgesteld", record_state=RecordState.ADOPTED, last_confirmed_on=DAY, owner_id=some_id(13)
)
FOR_OTHERS = replace(ADOPTED, id=some_id(14), role=ActivityRole.PROCESSOR, record_state=RecordState.PUBLISHED)
ENDED = Activity(some_id(15), "Gestopt", processing_state=ProcessingState.ENDED)


def outcome(assessment: Assessment, rule: str) -> Outcome:
    return next(each.outcome for each in assessment.findings() if each.rule_id == rule)


def test_what_ended_is_not_counted() -> None:
    found = register_totals((DRAFT, ADOPTED, FOR_OTHERS, ENDED), day=DAY)
    assert (found.activity_count, found.unadopted_activity_count, found.unpublished_activity_count) == (3, 1, 2)
    assert (found.ownerless_activity_count, found.processor_activity_count) == (1, 1)


def test_a_confirmation_of_more_than_a_year_ago_no_longer_counts() -> None:
    then = replace(ADOPTED, last_confirmed_on=DAY - dt.timedelta(days=400))
    assert register_totals((ADOPTED, then, DRAFT), day=DAY).unconfirmed_activity_count == 2


def test_rules_on_an_activity_are_told_no_counts() -> None:
    found = organisation_subject(dossier_with().organisation, LAW)
    assert (found.activity_count, found.unadopted_activity_count) == (None, None)


def test_a_register_of_which_a_part_is_adopted_accounts_in_part() -> None:
    assert outcome(assess(dossier_with(DRAFT, ADOPTED), current_catalogue()), "accountability-file") is Outcome.PARTLY


def test_renewing_one_activity_counts_over_them_all() -> None:
    of, now = dossier_with(DRAFT, ADOPTED), dossier_with(replace(DRAFT, record_state=RecordState.ADOPTED), ADOPTED)
    before = assess(of, current_catalogue())
    found = reassess(before, of=of, now=now, catalogue=current_catalogue())
    assert found == assess(now, current_catalogue())
    assert outcome(found, "accountability-file") is Outcome.MET


def test_nothing_is_said_of_requests_and_breaches_without_records() -> None:
    kinds = {each.subject_kind.value for each in assess(dossier_with(ADOPTED), current_catalogue()).findings()}
    assert kinds == {"activity", "organisation"}
