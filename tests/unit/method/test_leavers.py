"""What is on the name of who left: told from the day after the last role, and of nothing that is done."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.breaches.enums import MeasureKind
from gemeentedossier.dossier.breaches.facts import BreachMeasure, PersonalDataBreach
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.enums import Channel, LineKind
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, SearchLine
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment, RiskTreatment
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.engine.leavers import leavers_of
from gemeentedossier.method.enums import HeldKind
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Organisation, Person, RoleAssignment
from tests.builders import an_activity

DAY, KEY, JET = dt.date(2026, 11, 24), UUID(int=7), UUID(int=8)
NOW = dt.datetime(2026, 11, 24, 12, tzinfo=AMSTERDAM)
YESTERDAY, TODAY, TOMORROW = (DAY + dt.timedelta(days=days) for days in (-1, 0, 1))
GONE = (RoleAssignment(Role.PROCESS_OWNER, ends_on=YESTERDAY),)


def a_dossier(*roles: RoleAssignment, **records: object) -> Dossier:
    jet = Person(JET, "Jet", roles=roles)
    return Dossier(Organisation(KEY, "duinveld", "Duinveld", people=(jet,)), NOW, **records)


def kinds_left(**records: object) -> list[HeldKind]:
    return [each.kind for left in leavers_of(a_dossier(*GONE, **records), on=DAY) for each in left.held]


@pytest.mark.parametrize(
    ("roles", "left"),
    [
        ([(Role.PROCESS_OWNER, YESTERDAY)], True),
        ([(Role.PROCESS_OWNER, TODAY)], False),
        ([(Role.PROCESS_OWNER, TOMORROW)], False),
        ([(Role.PROCESS_OWNER, None)], False),
        ([(Role.PROCESS_OWNER, YESTERDAY), (Role.CISO, TODAY)], False),
        ([(Role.PROCESS_OWNER, YESTERDAY), (Role.PROVIDER, None)], True),
        ([(Role.PROVIDER, None)], True),
        ([], False),
    ],
)
def test_who_left_is_told_from_the_day_after_the_last_role(
    roles: list[tuple[Role, dt.date | None]], left: bool
) -> None:
    held = [RoleAssignment(role, ends_on=ends) for role, ends in roles]
    found = leavers_of(a_dossier(*held, activities=(an_activity(owner_id=JET),)), on=DAY)
    assert bool(found) is left


def test_it_is_told_since_when() -> None:
    earlier = RoleAssignment(Role.CISO, ends_on=dt.date(2026, 3, 1))
    (left,) = leavers_of(a_dossier(earlier, *GONE, activities=(an_activity(owner_id=JET),)), on=DAY)
    assert (left.until, left.counts) == (YESTERDAY, ((HeldKind.ACTIVITY, 1),))


def test_who_has_nothing_on_their_name_is_not_told() -> None:
    assert leavers_of(a_dossier(*GONE, activities=(an_activity(),)), on=DAY) == ()


def test_records_stand_by_kind_and_then_by_name() -> None:
    agreements = (Agreement(KEY, "Zorg", owner_id=JET), Agreement(JET, "Belastingen", owner_id=JET))
    (left,) = leavers_of(
        a_dossier(*GONE, measures=(Measure(KEY, "Logging", owner_id=JET),), agreements=agreements), on=DAY
    )
    assert [each.name for each in left.held] == ["Belastingen", "Zorg", "Logging"]


@pytest.mark.parametrize(("done_on", "kinds"), [(None, [HeldKind.TREATMENT]), (YESTERDAY, [])])
def test_what_a_dpia_asks_to_be_done_counts_until_it_is(done_on: dt.date | None, kinds: list[HeldKind]) -> None:
    treatment = RiskTreatment(KEY, text="Versleutelen.", owner_id=JET, done_on=done_on)
    risk = AssessedRisk(KEY, "Verlies.", treatments=(treatment,))
    assert kinds_left(impact_assessments=(ImpactAssessment(id=KEY, name="DPIA", risks=(risk,)),)) == kinds


@pytest.mark.parametrize(("done_on", "kinds"), [(None, [HeldKind.BREACH_MEASURE]), (YESTERDAY, [])])
def test_a_measure_after_a_breach_counts_until_it_is_done(done_on: dt.date | None, kinds: list[HeldKind]) -> None:
    measure = BreachMeasure(id=KEY, kind=MeasureKind.REMEDY, what="Bellen.", owner_id=JET, done_on=done_on)
    breach = PersonalDataBreach(id=KEY, number="2026-1", title="Map kwijt", reported_at=NOW, measures=(measure,))
    assert kinds_left(breaches=(breach,)) == kinds


A_REQUEST = DataSubjectRequest(
    id=KEY,
    number="2026-1",
    right=DataSubjectRight.ACCESS,
    received_on=DAY,
    channel=Channel.LETTER,
    handler_id=JET,
    lines=(SearchLine(KEY, LineKind.SYSTEM, KEY, "Zaaksysteem", owner_id=JET),),
)


@pytest.mark.parametrize(
    ("closed_on", "found", "kinds"),
    [
        (None, None, [HeldKind.REQUEST, HeldKind.SEARCH]),
        (None, False, [HeldKind.REQUEST]),
        (YESTERDAY, None, []),
    ],
)
def test_a_request_counts_while_it_is_open_and_a_search_until_it_is_done(
    closed_on: dt.date | None, found: bool | None, kinds: list[HeldKind]
) -> None:
    (line,) = A_REQUEST.lines
    asked = replace(A_REQUEST, closed_on=closed_on, lines=(replace(line, found=found),))
    assert kinds_left(requests=(asked,)) == kinds
