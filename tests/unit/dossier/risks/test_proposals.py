"""What pre-scan and assessment propose to the register, and the record with a proposal taken over."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.proposals import Proposal, ProposedBy, proposals_for, with_proposal
from gemeentedossier.dossier.risks.enums import AssessmentState, PrescanVerdict, ProposalAnswer
from gemeentedossier.dossier.risks.facts import AnsweredProposal, AssessmentParagraph, ImpactAssessment, Prescan
from tests.unit.dossier.risks.assessed import ANSWERED, AROUND, NOON, PLAIN, WHO, answered, assessment, like

DECIDED = replace(ANSWERED, decision=PrescanVerdict.REQUIRED)
UNSAID = replace(PLAIN, authority_list_items=None, european_criteria=None)


def proposed(activity: Activity, prescan: Prescan | None, *assessments: ImpactAssessment) -> list[tuple[str, str, str]]:
    found = proposals_for(activity, prescan, assessments, AROUND)
    return [(each.name, each.words, "|".join(each.now)) for each in found]


@pytest.mark.parametrize(
    ("activity", "prescan", "found"),
    [
        (PLAIN, None, []),
        (PLAIN, ANSWERED, []),
        (like(algorithm=None), answered("algorithm", "yes"), [("algorithm", "yes", "")]),
        (like(algorithm=False), answered("algorithm", "yes"), [("algorithm", "yes", "no")]),
        (like(algorithm=False), answered("algorithm", "no"), []),
        (like(online_service_to_children=None), answered("minors", "no"), [("online_service_to_children", "no", "")]),
        (PLAIN, answered("people-count", "9999"), []),
        (PLAIN, answered("people-count", "10000"), [("large_scale", "yes", "no")]),
        (like(large_scale=True), answered("people-count", "10000"), []),
        (PLAIN, answered("authority-list", "health-data"), [("authority_list_items", "health-data", "none")]),
        (UNSAID, answered("authority-list", "none"), [("authority_list_items", "none", "")]),
        (replace(PLAIN, authority_list_items=("gezondheidsgegevens",)), answered("authority-list", "health-data"), []),
        (UNSAID, answered("european-criteria", "matching"), [("european_criteria", "matching", "")]),
        (
            replace(PLAIN, european_criteria=("matching",)),
            answered("european-criteria", "evaluation"),
            [("european_criteria", "evaluation", "matching")],
        ),
        (PLAIN, DECIDED, [("impact_assessment_required", "yes", "")]),
        (PLAIN, replace(DECIDED, decision=PrescanVerdict.NOT_REQUIRED), [("impact_assessment_required", "no", "")]),
        (PLAIN, replace(DECIDED, decision=PrescanVerdict.RECOMMENDED), []),
        (like(impact_assessment_required=True), DECIDED, []),
    ],
)
def test_what_was_answered_is_proposed_where_the_record_does_not_say_it(
    activity: Activity, prescan: Prescan | None, found: list[tuple[str, str, str]]
) -> None:
    assert proposed(activity, prescan) == found


@pytest.mark.parametrize(("answer", "left"), [(ProposalAnswer.REFUSED, 0), (ProposalAnswer.TAKEN_OVER, 1)])
def test_only_what_was_refused_is_not_proposed_again(answer: ProposalAnswer, left: int) -> None:
    told = AnsweredProposal(UUID(int=1), "large_scale", "yes", answer, NOON, "Nee.")
    prescan = replace(answered("people-count", "20000"), proposals=(told,))
    assert len(proposed(PLAIN, prescan)) == left


def test_facts_that_only_a_draft_says_are_proposed_and_those_of_an_adopted_one_not() -> None:
    point = AssessmentParagraph(UUID(int=2), 2, "Tekst.", ("data",), ("pasfoto",), WHO, "Noor", NOON)
    draft = ImpactAssessment(UUID(int=3), "DPIA", activity_ids=(PLAIN.id,), paragraphs=(point,))
    adopted = replace(draft, state=AssessmentState.ADOPTED, version=1, adopted_at=NOON)
    done = ("impact_assessment_completed_on", "2026-06-01", "")
    assert (proposed(PLAIN, None, draft), proposed(PLAIN, None, adopted)) == ([("data", "pasfoto", "")], [done])


def test_of_several_activities_that_are_alike_no_fact_is_proposed() -> None:
    point = AssessmentParagraph(UUID(int=2), 2, "Tekst.", ("data",), ("pasfoto",), WHO, "Noor", NOON)
    draft = replace(assessment(), activity_ids=(PLAIN.id, UUID(int=77)), paragraphs=(point,))
    assert proposed(PLAIN, None, draft) == []


@pytest.mark.parametrize(
    ("held", "found"),
    [(None, 1), (dt.date(2026, 5, 31), 1), (dt.date(2026, 6, 1), 0), (dt.date(2026, 6, 2), 0)],
)
def test_the_day_of_adoption_is_proposed_where_the_record_has_an_older_one(held: dt.date | None, found: int) -> None:
    adopted = replace(assessment(), state=AssessmentState.ADOPTED, version=1, adopted_at=NOON)
    record = replace(PLAIN, impact_assessment_completed_on=held)
    assert len(proposed(record, None, adopted)) == found


def taken(name: str, words: str) -> Activity:
    return with_proposal(PLAIN, Proposal(name, words, ProposedBy.ANSWER), AROUND, new_id=lambda: UUID(int=5))


def test_a_proposal_is_taken_over_in_the_field_that_it_names() -> None:
    assert taken("large_scale", "yes").characteristics.large_scale is True
    assert taken("algorithm", "no").characteristics.algorithm is False
    assert taken("european_criteria", "evaluation").european_criteria == ("evaluation",)
    assert taken("authority_list_items", "none").authority_list_items == ()
    assert taken("impact_assessment_completed_on", "2026-06-01").impact_assessment_completed_on == dt.date(2026, 6, 1)


def test_what_a_draft_says_is_added_by_its_category_where_the_catalogue_has_one() -> None:
    health = AROUND.catalogue.data_categories["health"].name.nl
    assert taken("data", health.upper()).data_uses[0].data_categories == ("health",)
    assert taken("data", "pasfoto").data_uses[0].data_categories_own == ("e-mailadres", "pasfoto")
    assert taken("subject", "buren").data_uses[0].subject_categories_own == ("buren",)
    assert taken("purpose", "Nazorg").purposes[-1].text == "Nazorg"
    assert taken("recipient", "GGD").recipients[-1].text == "GGD"
    assert taken("retention", "zeven jaar").retention[-1].text == "zeven jaar"


OWN = replace(PLAIN, authority_list_items=("Eigen punt; met puntkomma", "gezondheidsgegevens"))
CHOSEN = answered("authority-list", "health-data", "covert-investigation")


def test_what_the_record_says_in_own_words_stays_as_it_was_written() -> None:
    (proposal,) = proposals_for(OWN, CHOSEN, (), AROUND)
    found = with_proposal(OWN, proposal, AROUND, new_id=lambda: UUID(int=5))
    assert found.authority_list_items == ("Eigen punt; met puntkomma", "gezondheidsgegevens", "covert-investigation")


@pytest.mark.parametrize("held", [(), ("Iets anders",), ("health-data", "Iets anders")])
def test_a_refusal_holds_whatever_else_the_record_comes_to_say(held: tuple[str, ...]) -> None:
    told = AnsweredProposal(UUID(int=1), "authority_list_items", "covert-investigation", ProposalAnswer.REFUSED, NOON)
    prescan = replace(answered("authority-list", "covert-investigation"), proposals=(told,))
    assert proposed(replace(PLAIN, authority_list_items=held), prescan) == []


def test_an_assessment_is_adopted_on_the_day_that_it_is_here() -> None:
    night = dt.datetime(2026, 6, 30, 22, 30, tzinfo=dt.UTC)
    adopted = replace(assessment(), state=AssessmentState.ADOPTED, version=1, adopted_at=night)
    assert proposed(PLAIN, None, adopted) == [("impact_assessment_completed_on", "2026-07-01", "")]
