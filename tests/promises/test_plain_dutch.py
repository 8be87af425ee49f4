"""What citizens and council read is Dutch that most people can read; the limits and their reason: docs/decisions."""

import statistics

import pytest

from tests.promises.citizens import (
    COUNCIL,
    EVERYDAY,
    PAPERS,
    ROOMS,
    abbreviations,
    sentences,
    texts,
    without_names,
    words,
)
from tests.unit.documents.readability import flesch_douma

MEDIAN, HARDEST, LONGEST, FEW = 75, 45, 20, 5
READ = (*ROOMS, COUNCIL, EVERYDAY, *PAPERS)


def read(where: str) -> set[str]:
    return {sentence for text in texts()[where] for sentence in sentences(text)}


def scores(where: str) -> dict[str, float]:
    """By sentence; of fewer than five words a score says more of one word than of the sentence."""
    return {each: flesch_douma(without_names(each)) for each in read(where) if len(words(each)) >= FEW}


@pytest.mark.parametrize("where", READ)
def test_half_of_the_sentences_read_easily(where: str) -> None:
    assert statistics.median(scores(where).values()) >= MEDIAN


@pytest.mark.parametrize("where", READ)
def test_no_sentence_is_hard(where: str) -> None:
    assert {each: round(score) for each, score in scores(where).items() if score < HARDEST} == {}


@pytest.mark.parametrize("where", READ)
def test_no_sentence_is_long(where: str) -> None:
    assert {each: len(words(each)) for each in read(where) if len(words(each)) > LONGEST} == {}


@pytest.mark.parametrize("where", READ)
def test_an_abbreviation_is_explained_where_it_is_used(where: str) -> None:
    told = " ".join(texts()[where])
    short = set().union(*map(abbreviations, texts()[where]))
    assert {each for each in short if f"({each})" not in told and f"(de {each})" not in told} == set()


def test_an_official_name_weighs_as_one_short_word() -> None:
    assert without_names("Vraag het de functionaris gegevensbescherming.") == "Vraag het de naam."


def test_what_is_filled_in_is_one_word_of_a_sentence() -> None:
    assert list(sentences("Dag %(name)s. <b>Wij</b> schrijven {who}:")) == ["Dag dit.", "Wij schrijven dit:"]


def test_an_abbreviation_is_known_by_its_capitals() -> None:
    assert abbreviations("De FG kent de AVG, %(DPIA)s en een DPIA.") == {"FG", "DPIA"}
