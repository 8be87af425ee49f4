"""Reasoning that stands in several activities: nearly the same words are found, short or different ones are not."""

from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.assessment.engine.subjects.copies import FEWEST_WORDS, Copies, compared
from gemeentedossier.assessment.engine.subjects.texts import Places
from gemeentedossier.dossier.register.facts import Activity, LegalBasis, Purpose
from gemeentedossier.dossier.security.facts import Classification
from tests.unit.assessment.dossiers import some_id

WORDS = [f"woord{number}" for number in range(60)]
LONG = " ".join(WORDS[:40])


def weighing(number: int, text: str, *, field: str = "necessity") -> Activity:
    basis = replace(LegalBasis(some_id(number + 1)), **{field: text})  # type: ignore[arg-type]
    return Activity(
        some_id(number), f"Verwerking {number}", purposes=(Purpose(some_id(number + 2), 1, "Doel", (basis,)),)
    )


def others(*activities: Activity) -> dict[UUID, tuple[str, ...]]:
    return {key: copies.others for key, copies in compared(activities, {}).copies.items()}


def test_the_same_text_in_two_activities_is_found_in_both():
    assert others(weighing(10, LONG), weighing(20, LONG)) == {
        some_id(10): ("Verwerking 20",),
        some_id(20): ("Verwerking 10",),
    }


def test_place_and_other_record_are_named():
    found = compared((weighing(10, LONG), weighing(20, LONG, field="subsidiarity")), {}).copies
    assert found[some_id(10)] == Copies(Places(("noodzaak",), ("necessity",)), ("Verwerking 20",), (some_id(20),))
    assert found[some_id(20)].places.nl == ("subsidiariteit",)


def test_a_changed_word_hides_nothing():
    changed = " ".join(["iets", *WORDS[1:40]])
    assert others(weighing(10, LONG), weighing(20, changed.upper())) == {
        some_id(10): ("Verwerking 20",),
        some_id(20): ("Verwerking 10",),
    }


def test_half_a_text_is_no_copy():
    assert others(weighing(10, LONG), weighing(20, " ".join(WORDS[20:60]))) == {}


def test_a_text_below_the_limit_is_alike_by_nature():
    short = " ".join(WORDS[: FEWEST_WORDS - 1])
    assert others(weighing(10, short), weighing(20, short)) == {}
    long_enough = " ".join(WORDS[:FEWEST_WORDS])
    assert len(others(weighing(10, long_enough), weighing(20, long_enough))) == 2


def test_a_text_twice_in_one_activity_is_its_own():
    own = weighing(10, LONG)
    basis = replace(own.purposes[0].legal_bases[0], id=some_id(15), proportionality=LONG)
    assert others(replace(own, purposes=(replace(own.purposes[0], legal_bases=(basis,)),))) == {}


def test_of_many_copies_three_are_named():
    found = others(*(weighing(number * 10, LONG) for number in range(1, 7)))
    assert found[some_id(10)] == ("Verwerking 20", "Verwerking 30", "Verwerking 40")
    assert found[some_id(60)] == ("Verwerking 10", "Verwerking 20", "Verwerking 30")


def test_a_reason_for_a_level_that_stands_elsewhere_is_a_copy():
    activities = weighing(10, LONG), weighing(20, "Kort.")
    levels = {some_id(20): Classification(some_id(30), some_id(20), integrity=2, integrity_reason=LONG)}
    found = compared(activities, levels).copies
    assert found[some_id(20)] == Copies(
        Places(("reden integriteit",), ("reason for integrity",)), ("Verwerking 10",), (some_id(10),)
    )
    assert found[some_id(10)].other_ids == (some_id(20),)


def varied(number: int, *changed: int) -> Activity:
    """An activity that reasons nearly like the others; some words are its own."""
    return weighing(
        number, " ".join(f"eigen{number}" if place in changed else word for place, word in enumerate(WORDS[:40]))
    )


MANY = tuple(varied(number * 10, number) for number in range(1, 9))
RENEWED: dict[str, tuple[Activity, ...]] = {
    "nothing": MANY,
    "one goes": MANY[1:],
    "one comes": (*MANY, varied(100, 30)),
    "one reasons otherwise": (replace(MANY[0], purposes=()), *MANY[1:]),
    "one is called otherwise": (replace(MANY[0], name="Anders"), *MANY[1:]),
    "all but two go": MANY[6:],
}


@pytest.mark.parametrize("now", RENEWED.values(), ids=RENEWED)
def test_copies_are_renewed_to_what_is_found_anew(now: tuple[Activity, ...]) -> None:
    before, were = compared(MANY, {}), {each.id: each for each in MANY}
    changed = [each for each in now if each != were.get(each.id)]
    renewed = before.renewed(changed, were.keys() - {each.id for each in now}, {})
    assert renewed is not None
    assert renewed.copies == compared(now, {}).copies


def test_copies_are_not_renewed_from_what_moved_on() -> None:
    before = compared(MANY, {})
    before.renewed((), [some_id(10)], {})
    assert before.renewed((), [some_id(20)], {}) is None


def test_what_is_only_tried_leaves_no_trace() -> None:
    reasoning = compared(MANY, {}).reasoning
    with reasoning.as_if(varied(100, 30), None):
        assert reasoning.copies_of(some_id(100)) is not None
    assert reasoning.copies_of(some_id(100)) is None
    assert reasoning.copies_among(each.id for each in MANY) == compared(MANY, {}).copies
