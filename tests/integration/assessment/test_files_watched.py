"""A file that is gone shows nothing from the next judgement on, and shows again when it is put back."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from gemeentedossier.assessment.engine.wording import reason
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.actions.evidence import add_file
from gemeentedossier.dossier.evidence.actions.files import path_of
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.jobs import daily
from gemeentedossier.foundation.jobs.daily import go_round, keep_going
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = b"Vastgesteld op 3 maart."


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def duinveld() -> Municipality:
    """A municipality whose privacy policy is shown by a file, committed."""
    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(made.id):
        by = Actor("Sam", Person.objects.create(name="Sam").pk, frozenset(Role))
        shown = add_file(TEXT, file_name="besluit.txt", title="Besluit", valid_until=None, by=by)
        attest_criterion(
            "privacy-policy-adopted",
            subject_kind="organisation",
            subject_id=made.id,
            answer=Answer.YES,
            explanation="",
            review_on=None,
            evidence_ids=[shown.pk],
            by=by,
        )
    return made


def path(municipality: Municipality) -> Path:
    with municipality_scope(municipality.id):
        return path_of(Evidence.objects.get().sha256)


def found(municipality: Municipality) -> Finding:
    with municipality_scope(municipality.id):
        findings = judged_of(municipality).assessment.findings()
    return next(each for each in findings if each.rule_id == "privacy-policy-adopted")


def lost(municipality: Municipality) -> bool:
    with municipality_scope(municipality.id):
        return Evidence.objects.get().lost_at is not None


def test_a_file_that_is_gone_expires_the_answer_without_anybody_asking_for_it(duinveld: Municipality) -> None:
    assert found(duinveld).outcome is Outcome.MET
    path(duinveld).unlink()
    gone = found(duinveld)
    assert (gone.outcome, "“Besluit” is weg of veranderd" in reason(gone, "nl")) == (Outcome.EXPIRED, True)
    assert lost(duinveld) is True


def test_a_file_of_another_size_is_seen_too(duinveld: Municipality) -> None:
    path(duinveld).write_bytes(TEXT + b" Of niet.")
    assert found(duinveld).outcome is Outcome.EXPIRED


def test_a_file_that_is_put_back_is_met_again(duinveld: Municipality) -> None:
    path(duinveld).unlink()
    found(duinveld)
    path(duinveld).write_bytes(TEXT)
    assert (found(duinveld).outcome, lost(duinveld)) == (Outcome.MET, False)


def test_another_file_in_its_place_does_not_bring_it_back(duinveld: Municipality) -> None:
    path(duinveld).unlink()
    found(duinveld)
    path(duinveld).write_bytes(TEXT.upper())
    assert (found(duinveld).outcome, lost(duinveld)) == (Outcome.EXPIRED, True)


def test_the_moment_before_it_went_is_judged_as_it_was(duinveld: Municipality) -> None:
    before = clock.now()
    path(duinveld).unlink()
    assert found(duinveld).outcome is Outcome.EXPIRED
    with municipality_scope(duinveld.id):
        past = judged_of(duinveld, moment=before).assessment.findings()
        assert next(each.outcome for each in past if each.rule_id == "privacy-policy-adopted") is Outcome.MET


def test_a_database_that_is_away_for_a_round_ends_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        gone.append("round")
        raise OperationalError

    gone: list[str] = []
    monkeypatch.setattr(daily, "go_round", away)
    reader, writer = os.pipe()
    os.close(writer)  # whoever started it has ended
    with os.fdopen(reader, "rb") as started_by:
        keep_going(started_by, every=0)
    assert gone == ["round"]


def test_the_daily_round_sees_a_change_that_keeps_the_size(duinveld: Municipality) -> None:
    path(duinveld).write_bytes(TEXT.upper())
    assert found(duinveld).outcome is Outcome.MET
    go_round()
    assert (found(duinveld).outcome, lost(duinveld)) == (Outcome.EXPIRED, True)
