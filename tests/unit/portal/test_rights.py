"""Which rights hold on which ground: a truth table of GDPR 7(3) and 15 to 22."""

import pytest

from gemeentedossier.dossier.register.enums import Article6, DataSubjectRight, SpecialCategoryGround
from gemeentedossier.dossier.register.facts import Activity, Characteristics, DataUse, LegalBasis, Purpose
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.portal.engine.rights import Grounds, RightHeld, Standing, grounds_of, rights_for

R = DataSubjectRight
ALWAYS = {R.ACCESS, R.RECTIFICATION, R.ERASURE, R.RESTRICTION}


def rights_on(*article_6: Article6 | None, explicit_consent: bool = False) -> set[DataSubjectRight]:
    grounds = Grounds(frozenset(article_6), explicit_consent=explicit_consent, automated_decision=False)
    return {held.right for held in rights_for(grounds)}


@pytest.mark.parametrize(
    ("ground", "besides"),
    [
        ("a", {R.PORTABILITY, R.WITHDRAW_CONSENT}),
        ("b", {R.PORTABILITY}),
        ("c", set()),
        ("d", set()),
        ("e", {R.OBJECTION}),
        ("f", {R.OBJECTION}),
    ],
)
def test_each_ground_has_its_own_rights_beside_those_that_always_hold(
    ground: str, besides: set[DataSubjectRight]
) -> None:
    assert rights_on(Article6(ground)) == ALWAYS | besides


def test_two_grounds_give_the_rights_of_both() -> None:
    assert rights_on(Article6.CONSENT, Article6.PUBLIC_TASK) == ALWAYS | {
        R.OBJECTION,
        R.PORTABILITY,
        R.WITHDRAW_CONSENT,
    }


def test_explicit_consent_to_special_data_can_be_withdrawn() -> None:
    assert rights_on(Article6.PUBLIC_TASK, explicit_consent=True) == ALWAYS | {
        R.OBJECTION,
        R.PORTABILITY,
        R.WITHDRAW_CONSENT,
    }


@pytest.mark.parametrize(
    ("ground", "standing"),
    [
        ("a", Standing.HOLDS),
        ("b", Standing.HOLDS),
        ("c", Standing.LIMITED),
        ("d", Standing.HOLDS),
        ("e", Standing.LIMITED),
        ("f", Standing.HOLDS),
    ],
)
def test_erasure_is_limited_where_a_law_asks_for_the_processing(ground: str, standing: Standing) -> None:
    assert RightHeld(R.ERASURE, standing) in rights_for(Grounds(frozenset({Article6(ground)})))


def test_a_ground_that_was_not_recorded_leaves_its_rights_open() -> None:
    held = rights_for(Grounds(frozenset({None}), automated_decision=False))
    assert [h.right for h in held if h.standing is Standing.DEPENDS] == [R.OBJECTION, R.PORTABILITY, R.WITHDRAW_CONSENT]


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (True, (RightHeld(R.NO_AUTOMATED_DECISION),)),
        (False, ()),
        (None, (RightHeld(R.NO_AUTOMATED_DECISION, Standing.DEPENDS),)),
    ],
)
def test_automated_decisions_are_silent_only_where_recorded_as_absent(
    recorded: bool | None, expected: tuple[RightHeld, ...]
) -> None:
    held = rights_for(Grounds(frozenset({Article6.CONTRACT}), automated_decision=recorded))
    assert tuple(h for h in held if h.right is R.NO_AUTOMATED_DECISION) == expected


def test_the_grounds_are_those_of_every_purpose_and_a_purpose_without_one_counts_as_unknown() -> None:
    with_ground = Purpose(
        id=new_id(), position=0, text="doel", legal_bases=(LegalBasis(id=new_id(), article_6=Article6.CONTRACT),)
    )
    activity = Activity(
        id=new_id(),
        name="naam",
        purposes=(with_ground, Purpose(id=new_id(), position=1, text="ander doel")),
        data_uses=(DataUse(id=new_id(), position=0, special_ground=SpecialCategoryGround.EXPLICIT_CONSENT),),
        characteristics=Characteristics(automated_decision=True),
    )
    assert grounds_of(activity) == Grounds(
        frozenset({Article6.CONTRACT, None}), explicit_consent=True, automated_decision=True
    )


def test_an_activity_without_purposes_has_no_known_ground() -> None:
    assert grounds_of(Activity(id=new_id(), name="naam")).article_6 == {None}
