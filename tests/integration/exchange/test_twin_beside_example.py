"""Example and corrected twin in one database: every kind of finding in the one, no contradiction in the other."""

import datetime as dt

import pytest

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.queries import assessment_of
from gemeentedossier.exchange.actions.example import ensure_example, ensure_twin
from gemeentedossier.foundation.clock import clock_at
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.models import Account

A_DAY = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_both_are_loaded_and_judged_apart() -> None:
    with clock_at(A_DAY):
        example, twin = ensure_example(), ensure_twin()
        with municipality_scope(example.id):
            shown = assessment_of(example).counts()
        with municipality_scope(twin.id):
            mended = assessment_of(twin).counts()
    assert [outcome for outcome, count in shown.items() if not count] == []
    assert mended[Outcome.CONTRADICTS] == 0
    assert Account.objects.filter(email="noor@duinrade-hersteld.example").exists()
    assert ensure_twin() == twin
