"""A finding that somebody set aside stays visible, never counts as met, and counts again after its day."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.wording import reason
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.facts import Suppression
from gemeentedossier.dossier.register.facts import Accountability, Activity
from tests.unit.assessment.dossiers import DAY, MOMENT, dossier_with, some_id

SILENT = Activity(id=some_id(2), name="Stil")
SUPPRESSION = Suppression(
    id=some_id(50),
    rule="fairness-weighed",
    subject_kind="activity",
    subject_id=SILENT.id,
    reason="Loopt mee in de herziening.",
    until=DAY,
    suppressed_by_id=some_id(901),
    suppressed_by="A. Jansen",
    suppressed_role="privacy_officer",
    suppressed_at=MOMENT,
)


def found(suppression: Suppression, activity: Activity = SILENT) -> Finding:
    dossier = replace(dossier_with(activity), suppressions=(suppression,))
    assessment = assess(dossier, current_catalogue())
    return next(each for each in assessment.findings(activity_id=activity.id) if each.rule_id == "fairness-weighed")


def test_a_finding_set_aside_is_shown_as_such_and_says_what_was_found():
    finding = found(SUPPRESSION)
    assert (finding.outcome, finding.answer.beneath, finding.is_open) == (Outcome.SUPPRESSED, Outcome.GAP, False)
    assert reason(finding, "nl") == (
        "Terzijde gelegd door A. Jansen tot en met 23-11-2026: Loopt mee in de herziening. "
        "Gevonden was: Dit is niet vastgelegd."
    )


@pytest.mark.parametrize(
    "gone",
    [{"until": DAY - dt.timedelta(days=1)}, {"lifted_at": MOMENT}, {"rule": "record-purposes"}],
    ids=["the day after", "lifted", "of another rule"],
)
def test_a_finding_counts_again(gone):
    assert found(replace(SUPPRESSION, **gone)).outcome is Outcome.GAP


def test_what_is_met_cannot_be_set_aside():
    fair = replace(SILENT, account=Accountability(fairness="Wij leggen het uit."))
    assert found(SUPPRESSION, fair).outcome is Outcome.MET


def test_a_finding_set_aside_under_the_old_name_of_its_rule_is_set_aside():
    assert found(replace(SUPPRESSION, rule="avg-05.1a-1")).outcome is Outcome.SUPPRESSED
