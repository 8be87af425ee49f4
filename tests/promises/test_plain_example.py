"""What citizens read of the example municipality is Dutch that most people can read."""

from collections.abc import Iterator
from functools import cache

import pytest

from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.exchange.example.dossier import example_dossier
from tests.promises.citizens import sentences, without_names, words
from tests.unit.documents.readability import flesch_douma

HARDEST, LONGEST = 45, 20
ACCOUNT = (
    "fairness",
    "purpose_separation",
    "minimisation",
    "free_text_instruction",
    "accuracy",
    "base_registry_feedback",
    "destruction",
    "archive_safeguards",
    "information_method",
    "information_moment",
    "automated_decision_safeguards",
)
WEIGHED = ("necessity", "proportionality", "subsidiarity", "rejected_alternative")


@cache
def summaries() -> tuple[str, ...]:
    """What was published of impact assessments."""
    held = example_dossier(latest_catalogue()).impact_assessments
    return tuple(each.public_summary for each in held if each.published_at)


@cache
def published() -> tuple[Activity, ...]:
    return tuple(each.content for each in example_dossier(latest_catalogue()).versions if each.is_public)


def purposes(activity: Activity) -> Iterator[str]:
    yield from (each.text for each in activity.purposes)


def reasons(activity: Activity) -> Iterator[str]:
    yield from (each.necessity for each in activity.data_uses)
    for basis in (basis for purpose in activity.purposes for basis in purpose.legal_bases):
        yield from (getattr(basis, name) for name in WEIGHED)
    yield from (getattr(activity.account, name) for name in ACCOUNT)


def test_no_sentence_of_a_published_summary_is_hard_or_long() -> None:
    assert summaries()
    assert hard(read(iter(summaries()))) == []


def hard(found: set[str]) -> list[str]:
    """The sentences that most people cannot read easily."""
    scores = {each: flesch_douma(without_names(each)) for each in found}
    return sorted(each for each, score in scores.items() if score < HARDEST or len(words(each)) > LONGEST)


def read(texts: Iterator[str]) -> set[str]:
    return {sentence for text in texts for sentence in sentences(text)}


def test_the_example_publishes_what_people_look_for() -> None:
    assert len(published()) == 6


@pytest.mark.parametrize("part", [purposes, reasons])
def test_no_sentence_that_is_published_is_hard_or_long(part: object) -> None:
    assert callable(part)
    found = set().union(*(read(part(activity)) for activity in published()))
    assert found
    assert hard(found) == []


def test_a_purpose_is_a_whole_sentence() -> None:
    told = [text for activity in published() for text in purposes(activity)]
    assert [text for text in told if not (text[:1].isupper() and text.endswith("."))] == []
