"""How the law is read on a day: readings that differ, what rests on one that ended, decisions that were overtaken."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.naming import record_name
from gemeentedossier.assessment.engine.readings import Standing, readings_in
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.facts import ContestedMatter, Interpretation, Position, Reliance
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.builders import an_activity
from tests.unit.assessment.dossiers import DAY, MOMENT, dossier_with, some_id

SUPPORT, YOUTH = an_activity(id=some_id(10), name="Wmo"), an_activity(id=some_id(11), name="Jeugd")
TOMORROW, YESTERDAY = DAY + dt.timedelta(days=1), DAY - dt.timedelta(days=1)
WIDE = Interpretation(
    some_id(20), "large-scale", "Meer dan 5.000.", "Advies.", some_id(901), "A.", dt.date(2025, 1, 2), review_on=DAY
)
NARROW = replace(WIDE, id=some_id(21), reading="Meer dan 1.000.", decided_on=dt.date(2026, 3, 3))
NEED = replace(WIDE, id=some_id(22), norm="necessity", reading="Zonder kan het niet.")
COUNSEL = Position(some_id(31), PositionHolder.OWN_COUNSEL, "Nee.", "Memo 4", dt.date(2025, 5, 1), recorded_at=MOMENT)
RULING = replace(COUNSEL, id=some_id(32), holder=PositionHolder.COURT, statement="Ja.", stated_on=dt.date(2026, 9, 1))


def applies(reading: Interpretation, number: int = 40, *, activity: object = SUPPORT) -> Reliance:
    key = getattr(activity, "id")  # noqa: B009 - any record with a key
    return Reliance(some_id(number), "activity", key, some_id(901), "A.", MOMENT, interpretation_id=reading.id)


def decided(position: Position, at: dt.datetime = MOMENT) -> Reliance:
    return Reliance(some_id(45), "activity", SUPPORT.id, some_id(901), "A.", at, position_id=position.id, note="Memo.")


def dossier(*readings: Interpretation, reliances: tuple[Reliance, ...] = (), positions: tuple = ()) -> Dossier:
    matters = (ContestedMatter(some_id(30), "Wifi-tellingen", "Zijn het persoonsgegevens?", positions),)
    plain = dossier_with(SUPPORT, YOUTH)
    return replace(plain, interpretations=readings, reliances=reliances, matters=matters if positions else ())


def found(of: Dossier, rule: str) -> dict[object, Finding]:
    every = assess(of, current_catalogue()).findings()
    return {each.subject_id: each for each in every if each.rule_id == rule}


def outcome(of: Dossier, rule: str, record: Interpretation | Position) -> Outcome:
    judged = assess(of, current_catalogue())
    own = next(each for each in judged.cases if each.case.id == record.id)
    return next(a.outcome for r, a in zip(own.rules, own.answers, strict=True) if r.id == rule)


def test_two_readings_of_one_norm_that_both_hold_are_a_difference_told_once() -> None:
    told = found(dossier(WIDE, NARROW, NEED), "norm-read-differently")
    assert [(key, each.outcome) for key, each in told.items()] == [(WIDE.id, Outcome.CONTRADICTS)]


def test_the_difference_puts_both_readings_side_by_side_with_where_they_are_applied() -> None:
    both = dossier(WIDE, NARROW, reliances=(applies(WIDE), applies(NARROW, 41, activity=YOUTH)))
    sides = wording.statements(found(both, "norm-read-differently")[WIDE.id], "nl")
    assert sides
    assert sides.first == "Lezing van “grootschalig”: “Meer dan 5.000.”, sinds 2-1-2025. Toegepast in: Wmo."
    assert sides.second == "Ook geldt: “Meer dan 1.000.” Toegepast in: Jeugd."


@pytest.mark.parametrize("other", [NEED, replace(NARROW, ended_on=DAY), replace(NARROW, decided_on=TOMORROW)])
def test_a_reading_of_another_norm_one_that_ended_and_one_to_come_are_no_difference(other: Interpretation) -> None:
    assert outcome(dossier(WIDE, other), "norm-read-differently", WIDE) is Outcome.CONSISTENT


def test_a_reading_that_replaced_another_is_no_difference() -> None:
    assert outcome(dossier(replace(WIDE, ended_on=DAY), NARROW), "norm-read-differently", NARROW) is Outcome.CONSISTENT


@pytest.mark.parametrize(
    ("ended_on", "expected"),
    [(None, Outcome.CONSISTENT), (TOMORROW, Outcome.CONSISTENT), (DAY, Outcome.CONTRADICTS)],
)
def test_what_rests_on_a_reading_shows_from_the_day_on_which_it_ended(
    ended_on: dt.date | None, expected: Outcome
) -> None:
    held = replace(WIDE, ended_on=ended_on)
    assert outcome(dossier(held, reliances=(applies(held),)), "rests-on-ended-reading", held) is expected


def test_an_ended_reading_on_which_nothing_rests_is_consistent() -> None:
    held = replace(WIDE, ended_on=DAY)
    assert outcome(dossier(held), "rests-on-ended-reading", held) is Outcome.CONSISTENT


@pytest.mark.parametrize(
    ("review_on", "expected"),
    [(YESTERDAY, Outcome.NOT_MET), (DAY, Outcome.MET), (None, Outcome.GAP)],
)
def test_a_reading_is_overdue_the_day_after_it_had_to_be_looked_at(
    review_on: dt.date | None, expected: Outcome
) -> None:
    held = replace(WIDE, review_on=review_on)
    assert outcome(dossier(held), "reading-looked-at-again", held) is expected


def test_a_position_taken_later_overtakes_the_decisions_of_those_who_did_not_know_it() -> None:
    before = decided(COUNSEL, MOMENT - dt.timedelta(hours=1))
    told = found(dossier(positions=(COUNSEL, RULING), reliances=(before,)), "rests-on-superseded-position")
    assert [(key, each.outcome) for key, each in told.items()] == [(COUNSEL.id, Outcome.CONTRADICTS)]
    sides = wording.statements(told[COUNSEL.id], "nl")
    assert sides
    assert sides.first == "Op 1-5-2025 zei de eigen jurist: “Nee.” Daarop rust: Wmo."
    assert sides.second == "Op 1-9-2026 zei de rechter: “Ja.”"


@pytest.mark.parametrize(
    ("hours", "expected"), [(-1, Outcome.CONTRADICTS), (0, Outcome.CONSISTENT), (1, Outcome.CONSISTENT)]
)
def test_who_decided_after_the_later_position_was_recorded_knew_it(hours: int, expected: Outcome) -> None:
    known = dossier(positions=(COUNSEL, RULING), reliances=(decided(COUNSEL, MOMENT + dt.timedelta(hours=hours)),))
    assert outcome(known, "rests-on-superseded-position", COUNSEL) is expected


def test_a_position_of_which_nobody_wrote_down_when_it_was_known_counts_as_not_known() -> None:
    ruling = replace(RULING, recorded_at=None)
    known = dossier(positions=(COUNSEL, ruling), reliances=(decided(COUNSEL, MOMENT + dt.timedelta(days=9)),))
    assert outcome(known, "rests-on-superseded-position", COUNSEL) is Outcome.CONTRADICTS


def test_an_older_position_overtakes_nothing() -> None:
    known = dossier(positions=(COUNSEL, RULING), reliances=(decided(RULING, MOMENT - dt.timedelta(days=9)),))
    assert outcome(known, "rests-on-superseded-position", RULING) is Outcome.CONSISTENT


@pytest.mark.parametrize(
    ("readings", "standing"),
    [
        ((WIDE,), Standing.HOLDS),
        ((WIDE, NARROW), Standing.DIFFERS),
        ((replace(WIDE, ended_on=DAY), NARROW), Standing.ENDED),
    ],
)
def test_a_record_sees_how_its_reading_stands(readings: tuple[Interpretation, ...], standing: Standing) -> None:
    law = readings_in(dossier(*readings, NEED), day=DAY)
    assert law.standing_of(applies(WIDE)) is standing


@pytest.mark.parametrize(("hours", "standing"), [(-1, Standing.OVERTAKEN), (1, Standing.HOLDS)])
def test_a_record_sees_whether_its_decision_was_overtaken(hours: int, standing: Standing) -> None:
    law = readings_in(dossier(positions=(COUNSEL, RULING)), day=DAY)
    assert law.standing_of(decided(COUNSEL, MOMENT + dt.timedelta(hours=hours))) is standing


def test_a_decision_that_rests_on_a_reading_of_another_norm_is_called_by_what_that_says() -> None:
    rests = replace(decided(COUNSEL), subject_kind="interpretation", subject_id=WIDE.id)
    told = dossier(WIDE, positions=(COUNSEL,), reliances=(rests,))
    case = next(each.case for each in assess(told, current_catalogue()).cases if each.case.id == COUNSEL.id)
    assert case.fact("position.decisions") == ("“Meer dan 5.000.”",)


def test_a_reading_is_called_by_its_norm_in_the_language_of_the_reader() -> None:
    case = next(each.case for each in assess(dossier(WIDE), current_catalogue()).cases if each.case.id == WIDE.id)
    assert (record_name(case), record_name(case, "en")) == (
        "Lezing van “grootschalig”",
        "Reading of “on a large scale”",
    )


def test_a_reading_of_a_norm_that_the_catalogue_lost_keeps_its_id() -> None:
    lost = replace(WIDE, norm="gone")
    case = next(each.case for each in assess(dossier(lost), current_catalogue()).cases if each.case.id == WIDE.id)
    assert record_name(case) == "Lezing van “gone”"
