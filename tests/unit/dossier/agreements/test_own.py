"""What a party may see of an agreement, and what is asked of it."""

import dataclasses
import datetime as dt

import pytest

from gemeentedossier.dossier.agreements.engine.own import (
    SHOWN,
    SHOWN_POINTS,
    SOON,
    AskKind,
    is_shown,
    own_agreements,
    own_part,
)
from gemeentedossier.dossier.agreements.enums import AgreementKind, Duty, Point
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    Deviation,
    DividedDuty,
    Instruction,
)
from gemeentedossier.foundation.identifiers import new_id

OURS, THEIRS = new_id(), new_id()
START, DAY = dt.date(2024, 2, 1), dt.date(2026, 11, 24)
ONE = dt.timedelta(days=1)
KEPT_BACK = {
    "place",
    "owner_id",
    "revision",
    "end_reason",
    "reviewed_on",
    "review_outcome",
    "uses_subprocessors",
    "subprocessor_authorisation",
    "objection_days",
    "erasure_evidence_id",
    "countries",
    "parent_country",
    "mechanism",
    "mechanism_reference",
    "mechanism_valid_until",
    "transfer_assessment_on",
    "essence",
    "essence_place",
    "activity_ids",
    "purpose_ids",
    "system_ids",
    "sub_processors",
}
IN_PART = {"id", "name", "parties", "points", "duties", "deviations", "instructions"}
JUDGED = {
    Point.GUARANTEES_ASSESSED_FIRST,
    Point.SECURITY_FITS_CLASSIFICATION,
    Point.OWN_USE_CHECKED,
    Point.DECIDES_PURPOSES,
    Point.SHARES_SPECIAL_OR_SENSITIVE_DATA,
    Point.SHARES_CRIMINAL_DATA,
    Point.IMPACT_ASSESSMENT_BEFORE_START,
    Point.HEALTH_DATA_WITHIN_STATUTORY_TASK,
    Point.IS_PUBLIC_PARTNERSHIP,
    Point.CRIMINAL_DATA_NECESSARY_WITH_SAFEGUARDS,
    Point.IS_STATUTORY_PARTNERSHIP,
    Point.LEGALITY_COMMITTEE,
    Point.PRIVACY_AUDITS,
}


def agreement(kind: AgreementKind = AgreementKind.COVENANT, **changes: object) -> Agreement:
    party = AgreementParty(new_id(), OURS)
    facts = {"kind": kind, "signed_on": START, "starts_on": START, "parties": (party,), **changes}
    return Agreement(new_id(), **{"name": "Samen", **facts})  # type: ignore[arg-type]  # a test gives what it needs


def test_each_field_is_shown_in_whole_in_part_or_kept_back() -> None:
    fields = {each.name for each in dataclasses.fields(Agreement)}
    assert {*SHOWN} | IN_PART | KEPT_BACK == fields
    assert len(SHOWN) + len(IN_PART) + len(KEPT_BACK) == len(fields)


def test_each_point_is_shown_or_was_judged() -> None:
    assert (set(Point), set()) == (SHOWN_POINTS | JUDGED, SHOWN_POINTS & JUDGED)


def test_of_parts_only_those_of_the_party_are_left() -> None:
    ours, others = AgreementParty(new_id(), OURS), AgreementParty(new_id(), THEIRS)
    own_duty, our_duty = DividedDuty(new_id(), Duty.SECURITY, OURS), DividedDuty(new_id(), Duty.BREACHES)
    departs = Deviation(new_id(), OURS, "8", "a", "b", "c")
    seen = own_part(
        agreement(
            parties=(ours, others),
            duties=(own_duty, our_duty, DividedDuty(new_id(), Duty.REQUESTS, THEIRS)),
            deviations=(departs, Deviation(new_id(), THEIRS, "8", "a", "b", "c")),
            points=(AgreedPoint(new_id(), Point.OWN_USE_CHECKED, agreed=True),),
        ),
        OURS,
    )
    assert (seen.parties, seen.duties, seen.deviations, seen.points) == ((ours,), (own_duty, our_duty), (departs,), ())


@pytest.mark.parametrize(
    ("kind", "left_on", "names", "departing"),
    [
        (AgreementKind.COVENANT, None, ("Vloed",), {"8": ("Vloed",)}),
        (AgreementKind.COVENANT, DAY, ("Vloed",), {"8": ("Vloed",)}),
        (AgreementKind.COVENANT, DAY - ONE, (), {}),
        (AgreementKind.JOINT_CONTROLLERS, None, (), {}),
    ],
)
def test_of_a_covenant_the_names_of_who_takes_part_and_who_departs_are_read(
    kind: AgreementKind, left_on: dt.date | None, names: tuple[str, ...], departing: dict[str, tuple[str, ...]]
) -> None:
    other = AgreementParty(new_id(), THEIRS, party_name="Vloed", left_on=left_on)
    apart = tuple(Deviation(new_id(), key, "8", "a", "b", "c") for key in (OURS, THEIRS))
    found = agreement(kind, parties=(AgreementParty(new_id(), OURS), other), deviations=apart)
    (own,) = own_agreements([found], [OURS], on=DAY)
    assert (own.others, own.departing) == (names, departing)


@pytest.mark.parametrize(("others", "shown"), [(0, 1), (1, 0)])
def test_an_instruction_is_shown_where_it_can_be_of_nobody_else(others: int, shown: int) -> None:
    parties = tuple(AgreementParty(new_id(), key) for key in (OURS, THEIRS)[: others + 1])
    told = Instruction(new_id(), START, "Stuur niets naar buiten.", new_id())
    seen = own_part(agreement(AgreementKind.PROCESSOR, parties=parties, instructions=(told,)), OURS)
    assert len(seen.instructions) == shown


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, True),
        ({"signed_on": None}, False),
        ({"signed_on": DAY}, True),
        ({"signed_on": DAY + ONE}, False),
        ({"ended_on": START}, True),
        ({"parties": ()}, False),
        ({"parties": (AgreementParty(new_id(), THEIRS),)}, False),
        ({"parties": (AgreementParty(new_id(), OURS, left_on=DAY),)}, True),
        ({"parties": (AgreementParty(new_id(), OURS, left_on=DAY - ONE),)}, False),
    ],
)
def test_what_is_shown(changes: dict[str, object], *, shown: bool) -> None:
    assert is_shown(agreement(**changes), OURS, on=DAY) is shown  # type: ignore[arg-type]  # as above


YEAR_AGO = dt.date(2025, 11, 24)


@pytest.mark.parametrize(
    ("attested_on", "asked"),
    [
        (None, (AskKind.ATTEST, None)),
        (YEAR_AGO, (AskKind.ATTEST, DAY)),
        (YEAR_AGO + SOON, (AskKind.ATTEST, DAY + SOON)),
        (YEAR_AGO + SOON + ONE, (None, None)),
        (DAY, (None, None)),
    ],
)
def test_a_declaration_is_asked_each_year_in_time(
    attested_on: dt.date | None, asked: tuple[AskKind | None, dt.date | None]
) -> None:
    found = agreement(parties=(AgreementParty(new_id(), OURS, attested_on=attested_on),))
    (own,) = own_agreements([found], [OURS], on=DAY)
    assert ((own.asked, own.asked_before), own.may_attest) == (asked, True)


@pytest.mark.parametrize(
    ("kind", "changes", "asked", "may_attest"),
    [
        (AgreementKind.COVENANT, {"ended_on": DAY}, AskKind.ATTEST, True),
        (AgreementKind.COVENANT, {"ended_on": DAY - ONE}, None, False),
        (AgreementKind.PROCESSOR, {"ended_on": DAY}, None, False),
        (AgreementKind.PROCESSOR, {"ended_on": DAY - ONE}, AskKind.PROVE_ERASURE, False),
        (AgreementKind.PROCESSOR, {"ended_on": DAY - ONE, "erasure_proved_on": DAY}, None, False),
        (AgreementKind.PROCESSOR, {"ends_on": DAY - ONE}, None, False),
        (AgreementKind.DATA_SUPPLY, {"ended_on": DAY - ONE}, None, False),
        (AgreementKind.JOINT_CONTROLLERS, {}, None, False),
        (AgreementKind.TRANSFER_INSTRUMENT, {}, None, False),
    ],
)
def test_what_is_asked_at_the_end(
    kind: AgreementKind, changes: dict[str, object], asked: AskKind | None, *, may_attest: bool
) -> None:
    (own,) = own_agreements([agreement(kind, **changes)], [OURS], on=DAY)
    assert (own.asked, own.may_attest) == (asked, may_attest)


def test_what_is_asked_stands_first() -> None:
    quiet = agreement(AgreementKind.JOINT_CONTROLLERS, name="A")
    asked = agreement(name="Z")
    assert [each.agreement.name for each in own_agreements([quiet, asked], [OURS], on=DAY)] == ["Z", "A"]
