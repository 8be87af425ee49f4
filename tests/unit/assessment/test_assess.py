"""From dossier and catalogue to findings."""

import datetime as dt

import pytest

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.assess import assess, assess_activity, rule_book
from gemeentedossier.assessment.engine.checking import catalogue_faults
from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.queries import current_catalogue, pack_paths
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    Characteristics,
    DataUse,
    LegalBasis,
    Purpose,
)
from gemeentedossier.organisation.enums import ResponsibleRole
from tests.unit.assessment.dossiers import attestation, dossier_with, some_id

EMPTY = Activity(some_id(10), "Leeg")
FAIR = Activity(some_id(11), "Eerlijk", account=Accountability(fairness="Wij leggen het uit."))


def finding(activity: Activity, rule: str, *attestations) -> Finding:
    found = assess(dossier_with(activity, attestations=attestations), current_catalogue())
    (only,) = [each for each in found.findings(activity_id=activity.id) if each.rule_id == rule]
    return only


def outcome(activity: Activity, rule: str, *attestations) -> tuple[Outcome, AnswerSource]:
    found = finding(activity, rule, *attestations)
    return found.outcome, found.answer.source


def test_the_shipped_rules_and_their_examples_are_sound():
    assert catalogue_faults(pack_paths()) == ()


def test_no_rule_of_the_shipped_pack_is_left_out():
    book = rule_book(current_catalogue())
    assert (sum(len(each.rules) for each in book.kinds.values()), book.faults) == (len(current_catalogue().rules), ())


def test_who_is_responsible_is_a_role_that_the_organisation_knows():
    named = {role for rule in current_catalogue().rules.values() for role in rule.responsible}
    assert named <= {role.value for role in ResponsibleRole}


def test_what_is_written_is_met():
    assert outcome(FAIR, "fairness-weighed") == (Outcome.MET, AnswerSource.DERIVED)


def test_what_nobody_wrote_is_a_gap_that_names_the_fact():
    found = finding(EMPTY, "fairness-weighed")
    assert (found.outcome, found.answer.source, found.answer.missing) == (
        Outcome.GAP,
        AnswerSource.MISSING,
        ("activity.fairness_written",),
    )


def test_what_is_counted_and_not_there_is_not_met():
    assert outcome(EMPTY, "record-purposes") == (Outcome.NOT_MET, AnswerSource.DERIVED)


def test_what_does_not_apply_says_so():
    activity = Activity(some_id(12), "Geen vrije tekst", characteristics=Characteristics(free_text=False))
    assert outcome(activity, "free-text-instruction") == (Outcome.NOT_APPLICABLE, AnswerSource.DERIVED)


def test_an_empty_dossier_contradicts_nothing_and_meets_nothing_of_an_activity():
    found = assess(dossier_with(EMPTY), current_catalogue())
    outcomes = {each.outcome for each in found.findings(activity_id=EMPTY.id)}
    assert outcomes == {Outcome.GAP, Outcome.UNDECIDED, Outcome.NOT_MET, Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("algorithm", "outcome"),
    [(None, Outcome.UNDECIDED), (True, Outcome.GAP), (False, Outcome.NOT_APPLICABLE)],
)
def test_a_criterion_is_undecided_while_nobody_says_whether_it_applies(algorithm: bool | None, outcome: Outcome):
    activity = Activity(some_id(20), "Een", characteristics=Characteristics(algorithm=algorithm))
    found = assess(dossier_with(activity), current_catalogue())
    (answer,) = [f for f in found.findings() if f.rule_id == "algorithm-registered"]
    assert (answer.outcome, answer.is_open) == (outcome, outcome is Outcome.GAP)


def test_each_legal_basis_has_findings_of_its_own():
    bases = (LegalBasis(some_id(21), Article6.CONSENT), LegalBasis(some_id(22), Article6.PUBLIC_TASK))
    activity = Activity(some_id(20), "Twee", purposes=(Purpose(some_id(23), 1, "Doel", bases),))
    found = assess(dossier_with(activity), current_catalogue())
    by_subject = {f.subject_id: f.outcome for f in found.findings() if f.rule_id == "consent-demonstrable"}
    assert by_subject == {some_id(21): Outcome.GAP, some_id(22): Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("answer", "explanation", "expected"),
    [
        (Answer.YES, "", (Outcome.MET, AnswerSource.ATTESTED)),
        (Answer.PARTLY, "", (Outcome.PARTLY, AnswerSource.ATTESTED)),
        (Answer.NO, "", (Outcome.NOT_MET, AnswerSource.ATTESTED)),
        (Answer.NOT_APPLICABLE, "Niet hier.", (Outcome.NOT_APPLICABLE, AnswerSource.ATTESTED)),
        (Answer.NOT_APPLICABLE, " ", (Outcome.GAP, AnswerSource.MISSING)),
        (Answer.UNKNOWN, "", (Outcome.GAP, AnswerSource.MISSING)),
    ],
)
def test_people_fill_what_the_facts_leave_open(answer, explanation, expected):
    said = attestation(EMPTY, "fairness-weighed", answer, explanation=explanation)
    assert outcome(EMPTY, "fairness-weighed", said) == expected


@pytest.mark.parametrize(
    ("answer", "explanation", "expected"),
    [
        (Answer.YES, "Toch wel.", Outcome.NOT_MET),
        (Answer.PARTLY, "", Outcome.NOT_MET),
        (Answer.NOT_APPLICABLE, "", Outcome.NOT_MET),
        (Answer.NOT_APPLICABLE, "Vervallen taak.", Outcome.NOT_APPLICABLE),
    ],
)
def test_nobody_overrules_what_the_facts_show_but_with_a_reason_why_it_does_not_apply(answer, explanation, expected):
    said = attestation(EMPTY, "record-purposes", answer, explanation=explanation)
    assert outcome(EMPTY, "record-purposes", said)[0] is expected


def test_a_person_may_say_that_it_is_worse_than_the_facts_show():
    said = attestation(FAIR, "fairness-weighed", Answer.NO)
    assert outcome(FAIR, "fairness-weighed", said) == (Outcome.NOT_MET, AnswerSource.ATTESTED)


@pytest.mark.parametrize(
    ("review_on", "expected"),
    [(dt.date(2026, 11, 22), Outcome.EXPIRED), (dt.date(2026, 11, 23), Outcome.MET), (None, Outcome.MET)],
)
def test_an_answer_expires_the_day_after_its_review_date(review_on, expected):
    said = attestation(EMPTY, "fairness-weighed", Answer.YES, review_on=review_on)
    assert outcome(EMPTY, "fairness-weighed", said)[0] is expected


def test_an_answer_under_the_old_name_of_a_criterion_counts():
    said = attestation(EMPTY, "avg-05.1a-1", Answer.YES)
    assert outcome(EMPTY, "fairness-weighed", said)[0] is Outcome.MET


def test_one_activity_has_the_same_findings_alone_as_among_all():
    said = attestation(EMPTY, "fairness-weighed", Answer.YES)
    dossier, catalogue = dossier_with(FAIR, EMPTY, attestations=(said,)), current_catalogue()
    alone = [(f.rule_id, f.answer) for f in assess_activity(dossier, catalogue, EMPTY.id).findings()]
    among = [(f.rule_id, f.answer) for f in assess(dossier, catalogue).findings(activity_id=EMPTY.id)]
    assert alone == among


def test_the_assessment_says_of_what_it_is():
    found = assess(dossier_with(), current_catalogue())
    (pack,) = current_catalogue().packs
    assert (found.ledger_number, found.catalogue_version) == (7, f"nl-municipality {pack.version}")


def test_the_worst_comes_first_and_what_is_closed_last():
    found = assess(dossier_with(FAIR), current_catalogue()).worst_first()
    weights = [each.weight for each in found]
    assert weights == sorted(weights)
    assert (found[0].is_open, found[-1].is_open) == (True, False)


def test_special_data_without_a_ground_contradict():
    use = DataUse(some_id(31), 1, subject_categories=("resident",), data_categories=("health",))
    activity = Activity(some_id(30), "Zorg", data_uses=(use,))
    found = assess(dossier_with(activity), current_catalogue())
    worst = found.worst_first(activity_id=activity.id)[0]
    sides = wording.statements(worst, "nl")
    assert (worst.outcome, worst.subject_id, sides is not None) == (Outcome.CONTRADICTS, some_id(31), True)


def test_counts_are_those_of_the_findings():
    found = assess(dossier_with(EMPTY, FAIR), current_catalogue())
    counted = found.counts()
    assert sum(counted.values()) == len(list(found.findings()))
    assert sum(sum(each.values()) for each in found.counts_per_part().values()) == sum(counted.values())


def test_every_finding_has_words_in_both_languages_without_a_name_left_in_braces():
    use = DataUse(some_id(31), 1, data_categories=("health", "bsn", "criminal"))
    activity = Activity(some_id(30), "Zorg", data_uses=(use,), sector_law="wmo-2015")
    for each in assess(dossier_with(activity), current_catalogue()).findings():
        for language in ("nl", "en"):
            sides = wording.statements(each, language)
            told = [wording.reason(each, language), wording.repair(each, language) or "x"]
            told += [sides.first, sides.second] if sides else []
            assert all(told)
            assert not any("{" in text for text in told), each.rule_id


def test_an_attested_finding_says_who_and_when():
    said = attestation(EMPTY, "fairness-weighed", Answer.YES, explanation="Zie het beleid.")
    assert wording.reason(finding(EMPTY, "fairness-weighed", said), "nl") == (
        "Dit is op orde. Beantwoord door A. Jansen (privacy officer) op 1-3-2026. Zie het beleid."
    )
