"""Who takes part in a covenant, as what, and whether the days of coming, attesting and going can be true together."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.subjects.agreement import AgreementSubject
from gemeentedossier.assessment.engine.subjects.covenant import CovenantSubject
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.agreements.enums import AgreementKind, FoundRole, Renewal
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Leaflet, RoleTest
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.enums import PartyRole
from tests.builders import an_activity
from tests.unit.assessment.dossiers import MOMENT, dossier_with, some_id

LAST = dt.date(2026, 6, 30)
LATER = LAST + dt.timedelta(days=1)
MEMBER = AgreementParty(some_id(41), some_id(51), "Het Baken")
ACTIVITY, OTHER = an_activity(id=some_id(10), name="Beslissen"), an_activity(id=some_id(11), name="Innen")
SYSTEM = System(some_id(80), "Zaaksysteem")


def covenant(*, role_tests: tuple[RoleTest, ...] = (), **more: Any) -> CovenantSubject:
    made = Agreement(some_id(30), "Wijk", AgreementKind.COVENANT, activity_ids=(ACTIVITY.id,), parties=(MEMBER,))
    dossier = replace(dossier_with(ACTIVITY, OTHER), agreements=(replace(made, **more),), role_tests=role_tests)
    own = next(
        each.case.layers["covenant"]
        for each in assess(dossier, current_catalogue()).cases
        if "covenant" in each.case.layers
    )
    assert isinstance(own, CovenantSubject)
    return own


def a_test(role: FoundRole = FoundRole.CONTROLLER, **more: Any) -> RoleTest:
    made = RoleTest(some_id(95), MEMBER.party_id, MEMBER.party_name, tested_at=MOMENT, decided=role, decided_at=MOMENT)
    return replace(made, **more)


@pytest.mark.parametrize(
    ("role_tests", "without"),
    [
        ((), ("Het Baken",)),
        ((a_test(),), ()),
        ((a_test(activity_id=ACTIVITY.id),), ()),
        ((a_test(activity_id=OTHER.id),), ("Het Baken",)),
        ((a_test(decided=None),), ("Het Baken",)),
        ((a_test(party_id=some_id(52)),), ("Het Baken",)),
    ],
    ids=["no-test", "as-such", "of-what-it-covers", "of-other-work", "undecided", "of-another"],
)
def test_a_role_test_settles_what_a_participant_is(role_tests: tuple[RoleTest, ...], without: tuple[str, ...]) -> None:
    assert covenant(role_tests=role_tests).without_role == without


def test_what_the_covenant_says_goes_before_a_role_test() -> None:
    found = [
        covenant(role_tests=(a_test(FoundRole.PROCESSOR),), parties=(replace(MEMBER, role=role),)).processor_count
        for role in (None, PartyRole.INDEPENDENT_CONTROLLER)
    ]
    assert found == [1, 0]


@pytest.mark.parametrize(
    ("joined_on", "dates", "late"),
    [
        (LAST, {"ends_on": LAST}, ()),
        (LATER, {"ends_on": LAST}, ("Het Baken",)),
        (LATER, {"ends_on": dt.date(2027, 1, 1), "ended_on": LAST}, ("Het Baken",)),
        (LATER, {"ends_on": LAST, "renewal": Renewal.TACIT, "renewal_months": 12}, ()),
        (LATER, {"renewal": Renewal.TACIT}, ()),
        (LATER, {}, None),
        (None, {"ends_on": LAST}, ()),
    ],
)
def test_who_joined_after_the_end(joined_on: dt.date | None, dates: dict[str, Any], late: tuple[str, ...]) -> None:
    assert covenant(parties=(replace(MEMBER, joined_on=joined_on),), **dates).joined_after_end == late


@pytest.mark.parametrize(
    ("attested_on", "left_on", "late"),
    [(LAST, LAST, ()), (LATER, LAST, ("Het Baken",)), (LATER, None, ()), (None, LAST, ())],
)
def test_who_attested_after_leaving(
    attested_on: dt.date | None, left_on: dt.date | None, late: tuple[str, ...]
) -> None:
    member = replace(MEMBER, attested_on=attested_on, left_on=left_on)
    assert covenant(parties=(member,)).attested_after_leaving == late


@pytest.mark.parametrize(
    ("leaflets", "told"),
    [
        ((), (1, ("Zaaksysteem",))),
        ((Leaflet(some_id(60), MEMBER.party_id, system_id=SYSTEM.id),), (1, ())),
        ((Leaflet(some_id(60), some_id(52), system_id=SYSTEM.id),), (1, ("Zaaksysteem",))),
    ],
    ids=["none", "of-the-party", "of-another"],
)
def test_a_system_under_a_processor_agreement_without_a_leaflet_is_told(
    leaflets: tuple[Leaflet, ...], told: tuple[int, tuple[str, ...]]
) -> None:
    made = Agreement(some_id(30), "Hosting", AgreementKind.PROCESSOR, system_ids=(SYSTEM.id,), parties=(MEMBER,))
    dossier = replace(dossier_with(), agreements=(made,), systems=(SYSTEM,), leaflets=leaflets)
    found = assess(dossier, current_catalogue()).cases
    own = next(each.case.layers["agreement"] for each in found if each.case.id == made.id)
    assert isinstance(own, AgreementSubject)
    assert (own.product_count, own.products_without_leaflet) == told
