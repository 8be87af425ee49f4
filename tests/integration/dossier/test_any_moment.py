"""At any past moment the program knows what was known then, and judges it as it did then: whatever happened since."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as examples

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.governance.actions.suppressions import suppress_finding
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.queries import dossier_at, dossier_of, dossier_up_to
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity
from tests.integration.dossier.histories import ATTESTED, BEGINNING, SET_ASIDE, Steps, alike, lived, steps

UNTIL = dt.date(2026, 9, 30)
some = examples(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@contextmanager
def undone() -> Iterator[None]:
    """Each invented history begins with the same dossier."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@some
@given(history=steps)
def test_every_moment_of_every_history_is_as_it_was(
    municipality: Municipality, everyone: Actor, history: Steps
) -> None:
    with undone():
        for then in lived(history, municipality, everyone):
            replayed = dossier_up_to(municipality, ledger_number=then.number, moment=then.day)
            assert alike(replayed, then.judged.dossier)
            assert alike(dossier_at(municipality, moment=then.really), then.judged.dossier)
            assert judge(replayed, catalogue_at(then.day)).assessment.cases == then.judged.assessment.cases


@some
@given(history=steps)
def test_replaying_to_now_equals_now(municipality: Municipality, everyone: Actor, history: Steps) -> None:
    with undone():
        last = lived(history, municipality, everyone)[-1]
        now = dossier_of(municipality)
        assert alike(dossier_up_to(municipality, ledger_number=ledger_size(), moment=last.day), now)
        assert alike(dossier_at(municipality, moment=clock.now()), now)


@pytest.fixture
def activity(municipality: Municipality, everyone: Actor) -> Activity:
    made = an_activity(retention=(), policy_domain="social_support")
    create_activity(made, by=everyone)
    return made


def on(day: dt.date, municipality: Municipality) -> Judged:
    """What is known today, judged on another day."""
    settle()
    moment = dt.datetime.combine(day, dt.time(12), clock.AMSTERDAM)
    return judge(dossier_up_to(municipality, ledger_number=ledger_size(), moment=moment), catalogue_at(moment))


def outcome(judged: Judged, rule: str, activity: Activity) -> Outcome:
    return next(f.outcome for f in judged.assessment.findings(activity_id=activity.id) if f.rule_id == rule)


@pytest.mark.parametrize(("day", "found"), [(UNTIL, Outcome.MET), (dt.date(2026, 10, 1), Outcome.EXPIRED)])
def test_a_review_is_overdue_from_the_day_after_it_was_due(
    municipality: Municipality, everyone: Actor, activity: Activity, day: dt.date, found: Outcome
) -> None:
    with clock.clock_at(BEGINNING):
        attest_criterion(
            ATTESTED, subject_kind="activity", subject_id=activity.id, answer=Answer.YES, explanation="Nagelopen.",
            review_on=UNTIL, by=everyone,
        )  # fmt: skip
    assert outcome(on(day, municipality), ATTESTED, activity) is found


@pytest.mark.parametrize(("day", "found"), [(UNTIL, Outcome.MET), (dt.date(2026, 10, 1), Outcome.EXPIRED)])
def test_evidence_counts_up_to_its_last_day(
    municipality: Municipality, everyone: Actor, activity: Activity, day: dt.date, found: Outcome
) -> None:
    with clock.clock_at(BEGINNING):
        shown = add_link("https://x.example/memo", seen="Het memo.", valid_until=UNTIL, by=everyone)
        attest_criterion(
            ATTESTED, subject_kind="activity", subject_id=activity.id, answer=Answer.YES, explanation="Nagelopen.",
            review_on=None, evidence_ids=(shown.id,), by=everyone,
        )  # fmt: skip
    assert outcome(on(day, municipality), ATTESTED, activity) is found


@pytest.mark.parametrize(("day", "is_set_aside"), [(UNTIL, True), (dt.date(2026, 10, 1), False)])
def test_what_was_set_aside_counts_again_from_the_day_after(
    municipality: Municipality, everyone: Actor, activity: Activity, day: dt.date, is_set_aside: bool
) -> None:
    with clock.clock_at(BEGINNING):
        suppress_finding(
            SET_ASIDE, subject_kind="activity", subject_id=activity.id, reason="Volgt.", until=UNTIL,
            breaks_law=True, by=everyone,
        )  # fmt: skip
    found = outcome(on(day, municipality), SET_ASIDE, activity)
    assert (found is Outcome.SUPPRESSED) == is_set_aside


def test_the_past_is_judged_with_the_catalogue_of_that_day(municipality: Municipality, activity: Activity) -> None:
    before, after = dt.date(2026, 1, 1), clock.today()
    versions = {on(day, municipality).assessment.catalogue_version for day in (before, after)}
    assert len(versions) == 2
