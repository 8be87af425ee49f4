"""Agreements held against the register, and what rules are told of them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.saying import in_words
from gemeentedossier.assessment.engine.subjects.agreement import AgreementSubject
from gemeentedossier.assessment.engine.subjects.covenant import CovenantSubject
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.categories import DataCategory
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements.enums import AgreementKind, Duty, FoundRole, PartyKind, Point
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    DividedDuty,
    RoleTest,
    SubProcessor,
)
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import PartyRole, ProcessingState
from gemeentedossier.dossier.register.facts import Characteristics, DataUse, PartyRelation
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.builders import an_activity
from tests.unit.assessment.dossiers import DAY, MOMENT, a_note, dossier_with, some_id

EVE = DAY - dt.timedelta(days=1)
CLOUD = Party(some_id(50), "Cloud BV", country="NL", is_care_provider=False)
SYSTEM = System(some_id(80), "Zaaksysteem", CLOUD.id)
ACTIVITY = an_activity(
    id=some_id(10),
    name="Beslissen",
    processing_state=ProcessingState.IN_USE,
    system_ids=(SYSTEM.id,),
    data_uses=(DataUse(some_id(11), 0, data_categories=("contact", "health")),),
    parties=(PartyRelation(some_id(12), CLOUD.id, CLOUD.name, role=PartyRole.PROCESSOR),),
    characteristics=Characteristics(transfer_outside_eea=False),
)
HOSTING = Agreement(
    some_id(20),
    "Hosting",
    AgreementKind.PROCESSOR,
    signed_on=dt.date(2024, 1, 1),
    parties=(AgreementParty(some_id(21), CLOUD.id, CLOUD.name),),
    activity_ids=(ACTIVITY.id,),
    system_ids=(SYSTEM.id,),
)


def a_dossier(*agreements: Agreement, **more: Any) -> Dossier:
    made = replace(dossier_with(ACTIVITY), agreements=agreements, parties=(CLOUD,), systems=(SYSTEM,))
    return replace(made, **more)


def subject(agreement: Agreement, **more: Any) -> AgreementSubject:
    found = assess(a_dossier(agreement, **more), current_catalogue())
    own = next(each.case.layers["agreement"] for each in found.cases if each.case.id == agreement.id)
    assert isinstance(own, AgreementSubject)
    return own


def covenant(**more: Any) -> CovenantSubject:
    made = replace(Agreement(some_id(30), "Wijk", AgreementKind.COVENANT), **more)
    found = assess(a_dossier(made), current_catalogue())
    own = next(each.case.layers["covenant"] for each in found.cases if each.case.kind is SubjectKind.COVENANT)
    assert isinstance(own, CovenantSubject)
    return own


@cache
def outcomes(dossier: Dossier) -> Mapping[str, Outcome]:
    """What is found of the party and the agreement of the dossier."""
    kinds = (SubjectKind.PARTY, SubjectKind.AGREEMENT)
    return {f.rule_id: f.outcome for f in assess(dossier, current_catalogue()).findings() if f.subject_kind in kinds}


@pytest.mark.parametrize(
    ("named", "uncovered"),
    [
        (None, None),
        ((), ("Contactgegevens", "Gegevens over gezondheid")),
        (("contact",), ("Gegevens over gezondheid",)),
        (("contact", "health"), ()),
    ],
)
def test_a_category_in_the_register_that_the_agreement_does_not_cover_is_found(
    named: tuple[str, ...] | None, uncovered: tuple[str, ...] | None
) -> None:
    assert subject(replace(HOSTING, data_categories=named)).uncovered_data == uncovered


def test_a_category_that_is_not_covered_is_named_in_both_languages() -> None:
    found = subject(replace(HOSTING, data_categories=("contact",)))
    assert found.uncovered_data == ("Gegevens over gezondheid",)
    assert found.uncovered_data_en == ("Data concerning health",)


def test_a_broader_category_covers_a_narrower_one() -> None:
    shipped = current_catalogue()
    narrow = replace(shipped.data_categories["health"], id="dental", broader="health")
    entries = {**shipped.entries, DataCategory: {**shipped.data_categories, "dental": narrow}}
    catalogue = replace(shipped, entries=entries)
    activity = replace(ACTIVITY, data_uses=(DataUse(some_id(11), 0, data_categories=("dental",)),))
    dossier = a_dossier(replace(HOSTING, data_categories=("health",)), activities=(activity,))
    assert [each.case.layers["agreement"].uncovered_data for each in assess(dossier, catalogue).cases[1:2]] == [()]  # type: ignore[attr-defined]


def test_own_words_that_nobody_can_compare_leave_it_open() -> None:
    use = DataUse(some_id(11), 0, data_categories=("contact",), data_categories_own=("Dossiervorming",))
    activities = (replace(ACTIVITY, data_uses=(use,)),)
    agreement = replace(HOSTING, data_categories=("contact",))
    assert subject(agreement, activities=activities).uncovered_data is None
    same = replace(agreement, data_categories_own=("dossiervorming",))
    assert subject(same, activities=activities).uncovered_data == ()


def test_only_the_purposes_that_it_names_are_looked_at() -> None:
    purpose = ACTIVITY.purposes[0]
    other = DataUse(some_id(13), 1, data_categories=("health",), purpose_ids=(some_id(99),))
    own = DataUse(some_id(11), 0, data_categories=("contact",), purpose_ids=(purpose.id,))
    agreement = replace(HOSTING, data_categories=("contact",), purpose_ids=(purpose.id,))
    assert subject(agreement, activities=(replace(ACTIVITY, data_uses=(own, other)),)).uncovered_data == ()


@pytest.mark.parametrize(
    ("dates", "ended"),
    [
        ({}, None),
        ({"ends_on": DAY}, False),
        ({"ends_on": EVE}, True),
        ({"ends_on": EVE, "signed_on": None}, None),
        ({"ended_on": EVE}, True),
    ],
)
def test_whether_it_ended(dates: dict[str, Any], ended: bool | None) -> None:
    assert subject(replace(HOSTING, **dates)).ended is ended


def test_systems_still_in_use_are_those_that_no_other_agreement_in_force_covers() -> None:
    over = replace(HOSTING, ended_on=EVE)
    again = replace(HOSTING, id=some_id(29), name="Nieuw", parties=())
    assert subject(over).systems_in_use == ("Zaaksysteem",)
    found = assess(a_dossier(over, again), current_catalogue())
    own = next(each.case.layers["agreement"] for each in found.cases if each.case.id == over.id)
    assert isinstance(own, AgreementSubject)
    assert own.systems_in_use == ()


def test_without_links_the_systems_that_the_party_supplies_count() -> None:
    assert subject(replace(HOSTING, system_ids=())).systems_in_use == ("Zaaksysteem",)


@pytest.mark.parametrize(("lost", "proved"), [(None, True), (MOMENT, False)])
def test_erasure_is_proved_by_evidence_that_is_there(lost: dt.datetime | None, proved: bool) -> None:
    agreement = replace(HOSTING, erasure_evidence_id=some_id(60), erasure_proved_on=DAY)
    note = a_note(60, valid_until=EVE, lost_at=lost)
    assert subject(agreement, evidence=(note,)).erasure_proved is proved


def test_where_sub_processors_work_counts_as_where_the_party_does() -> None:
    agreement = replace(HOSTING, countries=("NL",))
    assert (subject(agreement).processes_outside_eea, subject(HOSTING).processes_outside_eea) == (False, None)
    sub = SubProcessor(some_id(70), some_id(71), "Mailer", country="US", listed=False)
    found = subject(replace(agreement, sub_processors=(sub,)))
    assert (found.processes_outside_eea, found.countries_outside_eea) == (True, ("US",))
    assert found.working_outside_eea == ("Mailer",)
    itself = subject(replace(HOSTING, countries=("US",)))
    assert itself.working_outside_eea == tuple(each.party_name for each in HOSTING.parties)
    assert (found.unlisted_subprocessors, found.activities_denying_transfer) == (("Mailer",), ("Beslissen",))


def test_divided_duties_and_a_place_for_the_essence_say_more_than_an_answer() -> None:
    duties = tuple(DividedDuty(some_id(90 + n), duty) for n, duty in enumerate((Duty.INFORMATION, Duty.REQUESTS)))
    joint = replace(HOSTING, kind=AgreementKind.JOINT_CONTROLLERS)
    made = subject(replace(joint, duties=duties, essence_place="https://x.example"))
    assert (made.information_and_requests_divided, made.essence_available) == (True, True)
    assert (subject(joint).information_and_requests_divided, subject(joint).essence_available) == (None, None)


def test_a_certified_institution_is_known_whatever_the_others_are() -> None:
    unknown = AgreementParty(some_id(31), some_id(32), "A")
    certified = AgreementParty(some_id(33), some_id(34), "B", kind=PartyKind.CERTIFIED_INSTITUTION)
    gone = replace(unknown, left_on=EVE)
    assert covenant(parties=(unknown,)).party_kinds is None
    assert covenant(parties=(unknown, certified)).party_kinds == ("municipality", "certified_institution")
    assert covenant(parties=(gone,)).party_kinds == ("municipality",)


def test_what_a_covenant_shares_follows_from_its_data_or_from_an_answer() -> None:
    no = AgreedPoint(some_id(35), Point.SHARES_SPECIAL_OR_SENSITIVE_DATA, agreed=False)
    assert covenant(data_categories=("health",), points=(no,)).shares_special_or_sensitive_data is True
    assert covenant(data_categories=("contact",)).shares_special_or_sensitive_data is None
    assert covenant(data_categories=("contact",), points=(no,)).shares_special_or_sensitive_data is False


def test_who_did_not_attest_within_the_year_is_named() -> None:
    parties = tuple(
        AgreementParty(some_id(40 + n), some_id(50 + n), name, attested_on=day)
        for n, (name, day) in enumerate([("A", DAY), ("B", None), ("C", dt.date(2024, 1, 1))])
    )
    found = covenant(parties=parties)
    assert (found.participant_count, found.unattested) == (3, ("B", "C"))


@pytest.mark.parametrize(
    ("agreement", "outcome"),
    [
        (HOSTING, Outcome.MET),
        (replace(HOSTING, ended_on=EVE), Outcome.NOT_MET),
        (replace(HOSTING, starts_on=DAY + dt.timedelta(days=1)), Outcome.NOT_MET),
        (replace(HOSTING, signed_on=None), Outcome.GAP),
        (replace(HOSTING, kind=AgreementKind.DATA_SUPPLY), Outcome.GAP),
        (replace(HOSTING, activity_ids=()), Outcome.GAP),
    ],
    ids=["in-force", "ended", "to-come", "draft", "other-kind", "other-activity"],
)
def test_a_processor_has_an_agreement_where_one_of_its_kind_is_in_force(agreement: Agreement, outcome: Outcome) -> None:
    assert outcomes(a_dossier(agreement))["processor-agreement-in-writing"] is outcome


def test_of_two_agreements_the_one_that_holds_counts() -> None:
    over = replace(HOSTING, id=some_id(29), ended_on=EVE)
    assert "processor-without-agreement" not in outcomes(a_dossier(over, HOSTING))
    assert outcomes(a_dossier(over))["processor-without-agreement"] is Outcome.CONTRADICTS


def decided(role: FoundRole, **more: Any) -> RoleTest:
    made = RoleTest(some_id(95), CLOUD.id, CLOUD.name, tested_at=MOMENT, decided=role, decided_at=MOMENT)
    return replace(made, **more)


@pytest.mark.parametrize("activity", [None, ACTIVITY.id])
def test_a_role_that_was_decided_is_held_against_the_register(activity: Any) -> None:
    other = a_dossier(role_tests=(decided(FoundRole.CONTROLLER, activity_id=activity),))
    same = a_dossier(role_tests=(decided(FoundRole.PROCESSOR, activity_id=activity),))
    assert outcomes(other)["party-role-differs-from-test"] is Outcome.CONTRADICTS
    assert "party-role-differs-from-test" not in outcomes(same)


def test_what_was_decided_last_and_closest_counts() -> None:
    later = decided(FoundRole.PROCESSOR, id=some_id(96), decided_at=MOMENT + dt.timedelta(hours=1))
    first = decided(FoundRole.CONTROLLER)
    own = decided(FoundRole.CONTROLLER, id=some_id(97), activity_id=ACTIVITY.id)
    assert "party-role-differs-from-test" not in outcomes(a_dossier(role_tests=(later, first)))
    found = outcomes(a_dossier(role_tests=(later, own)))
    assert found["party-role-differs-from-test"] is Outcome.CONTRADICTS


def test_a_processor_agreement_with_a_care_provider_contradicts_itself() -> None:
    care = replace(CLOUD, is_care_provider=True)
    found = outcomes(a_dossier(HOSTING, parties=(care,)))
    assert found["processor-agreement-with-controller"] is Outcome.CONTRADICTS


@pytest.mark.parametrize(("proof", "judged"), [(None, True), (some_id(60), False)])
def test_what_ended_and_left_nothing_behind_is_judged_no_more(proof: Any, judged: bool) -> None:
    idle = replace(ACTIVITY, processing_state=ProcessingState.ENDED)
    over = replace(HOSTING, ended_on=EVE, erasure_evidence_id=proof)
    found = assess(a_dossier(over, activities=(idle,), evidence=(a_note(60),)), current_catalogue())
    assert (SubjectKind.AGREEMENT in {each.case.kind for each in found.cases}) is judged


def test_a_role_reads_as_words() -> None:
    said = [in_words("party.role_decided", "independent_controller", language=each) for each in ("nl", "en")]
    assert said == ["zelfstandig verantwoordelijke", "independent controller"]
