"""Data flows of the example: nothing is guessed or lost, and a stream is unlawful where one of its flows is."""

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.flows import Flow, Place, PlaceKind, flows_of
from gemeentedossier.assessment.engine.streams import (
    COLUMNS,
    FEW_PLACES,
    Wanted,
    column_of,
    rest_of,
    streams_of,
    wanted_of,
)
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.rules import RuleNature
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.exchange.example.dossier import example_dossier

CATALOGUE = current_catalogue()
DOSSIER = example_dossier(CATALOGUE)
JUDGED = Judged(DOSSIER, assess(DOSSIER, CATALOGUE))
FLOWS = flows_of(JUDGED, CATALOGUE)


def ends(flows: tuple[Flow, ...]) -> list[Flow]:
    return [each for each in flows if column_of(each.start) > 0]


def test_every_party_system_recipient_and_transfer_of_the_register_has_a_flow() -> None:
    told = {each.record_id for each in FLOWS}
    for activity in DOSSIER.activities:
        recorded = {each.id for each in (*activity.parties, *activity.transfers)}
        recorded |= {each.id for each in activity.recipients if each.party_id or each.category or each.text}
        assert recorded | set(activity.system_ids) <= told


def test_every_flow_leads_to_a_later_column() -> None:
    assert all(column_of(each.start) < column_of(each.end) for each in FLOWS)


def test_every_flow_is_in_exactly_one_stream() -> None:
    drawn = [flow for stream in streams_of(FLOWS, {}) for flow in stream.flows]
    assert sorted((each.record_id, each.end.kind) for each in drawn if each.end.kind is PlaceKind.COUNTRY) == sorted(
        (each.record_id, each.end.kind) for each in FLOWS if each.end.kind is PlaceKind.COUNTRY
    )
    assert len(drawn) == len(FLOWS)


def test_many_activities_become_their_units_and_those_of_one_unit_stay_themselves() -> None:
    north, south = Place(PlaceKind.UNIT, "North"), Place(PlaceKind.UNIT, "South")
    of_two = {each.id: north if number % 2 else south for number, each in enumerate(DOSSIER.activities)}
    of_one = dict.fromkeys(of_two, north)
    shown = [{p.kind for s in streams_of(FLOWS, of) for p in (s.start, s.end)} for of in (of_two, of_one)]
    assert [PlaceKind.UNIT in each for each in shown] == [True, False]
    assert [PlaceKind.ACTIVITY in each for each in shown] == [False, True]


def test_a_column_shows_few_places_and_says_how_many_more_there_are() -> None:
    streams = streams_of(FLOWS, {})
    for column in set(COLUMNS.values()):
        before = {p.key for each in FLOWS for p in (each.start, each.end) if column_of(p) == column}
        shown = {p for each in streams for p in (each.start, each.end) if column_of(p) == column}
        rest = sum(rest_of(each) for each in shown if each.kind is PlaceKind.MORE)
        named = sum(each.kind is not PlaceKind.MORE for each in shown)
        assert named <= FEW_PLACES + 1
        assert named + rest == len(before)


def test_a_flow_is_unlawful_where_its_record_breaks_the_law_and_nowhere_else() -> None:
    grave = {Outcome.CONTRADICTS, Outcome.NOT_MET}
    broken = {
        each.subject_id
        for each in JUDGED.assessment.findings()
        if each.outcome in grave and each.rule.nature is RuleNature.LAW and each.rule.severity != "warning"
    }
    assert {each.record_id for each in FLOWS if each.unlawful} == broken & {each.record_id for each in FLOWS}
    assert any(each.unlawful for each in FLOWS)


@pytest.mark.parametrize("role", [PartyRole.PROCESSOR, PartyRole.JOINT_CONTROLLER])
def test_a_processor_or_joint_controller_without_agreement_is_told(role: PartyRole) -> None:
    covered = {(a, p.party_id) for each in DOSSIER.agreements for p in each.parties for a in each.activity_ids}
    found = [each for each in FLOWS if each.role is role]
    assert [each.lacks_agreement for each in found] == [
        (each.activity_id, each.end.id) not in covered for each in found
    ]
    assert found != []


def test_an_independent_controller_needs_no_agreement() -> None:
    assert not any(each.lacks_agreement for each in FLOWS if each.role is PartyRole.INDEPENDENT_CONTROLLER)


def test_asked_for_outside_the_eea_every_end_lies_there_and_what_came_in_stays_beside_it() -> None:
    found = wanted_of(FLOWS, Wanted(outside=True))
    assert {each.outside for each in ends(found)} == {True}
    assert {each.activity_id for each in found if column_of(each.start) == 0} <= {
        each.activity_id for each in ends(found)
    }


def test_asked_for_what_lacks_an_agreement_nothing_else_goes_out() -> None:
    assert {each.lacks_agreement for each in ends(wanted_of(FLOWS, Wanted(without_agreement=True)))} == {True}


def test_asked_for_one_activity_all_flows_are_of_it_or_of_a_system_that_it_uses() -> None:
    activity = DOSSIER.activities[0]
    found = wanted_of(FLOWS, Wanted(activities=frozenset({activity.id})))
    assert {each.activity_id for each in found} <= {activity.id, None}
    assert {each.start.id for each in found if each.activity_id is None} <= set(activity.system_ids)


def test_asked_for_a_system_its_users_and_its_supplier_are_told() -> None:
    system = next(each for each in DOSSIER.systems if each.supplier_id and any(f.end.id == each.id for f in FLOWS))
    found = ends(wanted_of(FLOWS, Wanted(about=system.id)))
    users = {each.id for each in DOSSIER.activities if system.id in each.system_ids}
    assert {each.start.id for each in found if each.end.id == system.id} == users
    assert {each.end.id for each in found if each.start.id == system.id} == {system.supplier_id}


def test_asked_for_special_data_every_flow_has_them() -> None:
    found = wanted_of(FLOWS, Wanted(special=True))
    assert {each.is_special for each in found if each.activity_id} == {True}
    assert len(found) < len(FLOWS)
