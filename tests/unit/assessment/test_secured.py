"""A measure counts as long as evidence shows it; what nobody recorded stays unknown."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.assessment.engine.assess import law_on
from gemeentedossier.assessment.engine.subjects.equipped import measure_subject, system_subject
from gemeentedossier.assessment.engine.subjects.secured import (
    Protected,
    Secured,
    fits_levels,
)
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.assets.enums import Effect, MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.register.facts import RetentionPeriod
from gemeentedossier.dossier.security.facts import Classification
from tests.builders import an_activity

KEY, PIECE = UUID(int=1), UUID(int=2)
LAST = dt.date(2026, 11, 24)
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
EVIDENCE = {
    PIECE: Evidence(PIECE, EvidenceKind.LINK, "Steekproef", KEY, "Ruben", KEY, "Ruben", AT, valid_until=LAST),
}
LOGGING = Measure(KEY, "Logging", state=MeasureState.DONE, effects=(Effect.LOGGING,), evidence_ids=(PIECE,))
LAW = law_on(LAST, current_catalogue())


def test_a_measure_counts_up_to_the_last_day_of_its_evidence() -> None:
    assert LOGGING.is_in_effect_on(LAST, EVIDENCE) is True
    assert LOGGING.is_in_effect_on(LAST + dt.timedelta(days=1), EVIDENCE) is False


def test_a_measure_that_is_not_done_or_failed_again_does_not_count_and_an_unknown_one_is_unknown() -> None:
    assert replace(LOGGING, state=MeasureState.IN_PROGRESS).is_in_effect_on(LAST, EVIDENCE) is False
    assert replace(LOGGING, repeated_incident_on=LAST).is_in_effect_on(LAST, EVIDENCE) is False
    assert replace(LOGGING, state=None).is_in_effect_on(LAST, EVIDENCE) is None


def test_what_a_measure_is_told_as() -> None:
    found = measure_subject(LOGGING, EVIDENCE, LAW)
    assert (found.declared_done, found.has_fresh_evidence, found.incident_repeated) == (True, True, False)


def secured(*measures: Protected, approved: bool = True, level: int = 2) -> Secured:
    at = AT if approved else None
    return Secured(Classification(KEY, KEY, 1, "", 1, "", level, "", approved_at=at), measures)


def test_an_effect_is_there_missing_or_unknown() -> None:
    works, silent = Protected((Effect.LOGGING,), in_effect=True), Protected((), in_effect=None)
    assert secured(works).has(Effect.LOGGING) is True
    assert secured(works).has(Effect.SECOND_FACTOR) is False
    assert secured(works, silent).has(Effect.SECOND_FACTOR) is None
    assert secured().has(Effect.LOGGING) is None


def test_security_fits_approved_levels_only_where_measures_bring_about_what_they_ask() -> None:
    works = Protected((Effect.ACCESS_BY_TASK,), in_effect=True)
    assert fits_levels([secured(works)], LAW) is True
    assert fits_levels([secured(works), secured(works, level=3)], LAW) is False
    assert fits_levels([secured(works, approved=False)], LAW) is None
    assert fits_levels([], LAW) is None


def system(oldest: dt.date | None, *periods: RetentionPeriod) -> bool | None:
    found = System(KEY, "Archief", oldest_record_on=oldest, oldest_record_measured_on=oldest)
    return system_subject(found, [an_activity(retention=periods)], LAW).oldest_record_past_retention


def test_the_oldest_record_may_stay_until_the_longest_period_ends() -> None:
    five, one = RetentionPeriod(UUID(int=5), period="P5Y"), RetentionPeriod(UUID(int=6), period="P1Y")
    assert system(dt.date(2021, 11, 24), five, one) is False
    assert system(dt.date(2021, 11, 23), five, one) is True


def test_what_is_kept_for_ever_or_was_not_measured_leaves_it_open() -> None:
    five, ever = RetentionPeriod(UUID(int=5), period="P5Y"), RetentionPeriod(UUID(int=6), permanent=True)
    assert system(dt.date(2009, 1, 1), five, ever) is None
    assert system(None, five) is None
    assert system(dt.date(2009, 1, 1)) is None
