"""A new edition of a pack judges from its day on: now, and when that day is looked back at."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.queries import assessment_of_activity, judged_of
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.foundation.clock import AMSTERDAM, clock_at
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity
from tests.unit.catalogue.packs import OWN_RULE, write_edition

BEFORE = dt.datetime(2026, 12, 31, 23, 59, tzinfo=AMSTERDAM)
FROM = dt.datetime(2027, 1, 1, tzinfo=AMSTERDAM)
ACTIVITY = an_activity(name="Wmo")


@pytest.fixture(autouse=True)
def own_pack(municipality: Municipality, everyone: Actor, tmp_path: Path, settings: Settings) -> None:
    """A municipality with one activity and a pack of its own, in use from 1 January 2027."""
    pack = write_edition(tmp_path / "own", "2027.1.0", "2027-01-01", rules=OWN_RULE.format(id="own-described"))
    settings.GEMEENTEDOSSIER_PACKS = [str(pack)]
    create_activity(ACTIVITY, by=everyone)


def told(judged: Judged) -> tuple[str, list[tuple[str, object, object]]]:
    found = judged.assessment
    return found.catalogue_version, [(each.rule_id, each.subject_id, each.outcome) for each in found.findings()]


@pytest.mark.parametrize(("moment", "judges"), [(BEFORE, False), (FROM, True)])
def test_the_edition_in_use_judges(municipality: Municipality, moment: dt.datetime, judges: bool) -> None:
    with clock_at(moment):
        whole = judged_of(municipality).assessment
        alone = assessment_of_activity(municipality, activity_id=ACTIVITY.id)
    assert ("own 2027.1.0" in whole.catalogue_version) is judges
    for found in (whole, alone):
        assert any(each.rule_id == "own-described" for each in found.findings()) is judges


@pytest.mark.parametrize("moment", [BEFORE, FROM])
def test_now_is_what_looking_back_finds(municipality: Municipality, moment: dt.datetime) -> None:
    with clock_at(moment):
        now = judged_of(municipality)
    settle()
    assert told(now) == told(judged_of(municipality, moment=moment))
