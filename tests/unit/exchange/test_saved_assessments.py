"""A saved file of another program, however broken: a draft with each loss told at its place, or one sentence."""

import json
from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.exchange.engine.assessments.draft import (
    DEEPEST,
    LARGEST,
    MOST_REMARKS,
    TOO_BROKEN,
    TOO_DEEP,
    TOO_LARGE,
    Draft,
    Known,
    UnreadableAssessment,
    plain,
)
from gemeentedossier.exchange.engine.assessments.taking import read_assessment

KNOWN = Known("Duinrade", measures={"versleuteling": UUID(int=1)}, people={"noor": UUID(int=2)})


def national(answers: object, **more: object) -> bytes:
    return json.dumps({"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": answers, **more}).encode()


def cnil(*answers: object, **more: object) -> bytes:
    return json.dumps({"pia": {"name": "Proef"}, "answers": answers, **more}).encode()


def told(value: object) -> dict[str, object]:
    return {"value": value}


def read(content: bytes) -> Draft:
    return read_assessment(content, KNOWN)


def places(draft: Draft) -> list[str]:
    return [each.place for each in draft.remarks]


def nested(levels: int) -> Any:
    value: Any = "tekst"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"7",
        b"{}",
        b'{"pia": {}, "answers": {}}',
        national([]),
        national("x"),
        b'{"metadata": [], "answers": {}}',
        b'{"metadata": {"urn": 7}, "answers": {}}',
        b'{"metadata": {"urn": "urn:nl:dpia:3.0"}, "answers": {"1.1": {"value": ' + b"7" * 5000 + b"}}}",
        national({"1.1": told(nested(DEEPEST))}),
        national({"1.1": told(nested(900))}),
        cnil({"reference_to": "111", "data": {"text": nested(900)}}),
        b"[" * 200_000,
        b'{"a":' * 200_000,
    ],
)
def test_another_file_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableAssessment) as refused:
        read(content)
    assert refused.value.sentence.nl
    assert refused.value.sentence.en


def test_too_large_and_too_deep_are_told_as_such() -> None:
    for content, sentence in ((b" " * (LARGEST + 1), TOO_LARGE), (national({"1.1": told(nested(900))}), TOO_DEEP)):
        with pytest.raises(UnreadableAssessment) as refused:
            read(content)
        assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (cnil("x"), "answers / 0"),
        (cnil(None), "answers / 0"),
        (cnil(["x"]), "answers / 0"),
        (cnil({"reference_to": "²", "data": {"text": "x"}}), "answers / 0"),
        (cnil({"reference_to": "7" * 5000, "data": {"text": "x"}}), "answers / 0"),
        (cnil({"reference_to": [1], "data": {"text": "x"}}), "answers / 0"),
        (cnil({"reference_to": "111", "data": ["x"]}), "answers / 0"),
        (cnil({"reference_to": "111", "data": {"text": {"a": "b"}}}), "111"),
        (cnil({"reference_to": "325", "data": {"gauge": True}}), "325"),
        (cnil({"reference_to": "325", "data": {"gauge": "hoog"}}), "325"),
        (cnil({"reference_to": "325", "data": {"gauge": [1]}}), "325"),
        (cnil({"reference_to": "324", "data": {"list": [{"a": "b"}]}}), "324"),
        (cnil({"reference_to": "324", "data": {}}, measures=["x"]), "measures / 0"),
        (cnil({"reference_to": "111", "data": {"text": "a\x00b"}}), "answers / 0 / data / text"),
        (cnil(*[{"reference_to": "111", "data": {"text": text}} for text in ("een", "twee")]), "111"),
        (national({"7" * 5000: told("x")}), "7" * 80),
        (national({"²": told("x")}), "²"),
        (national({"21": told("x")}), "21"),
        (national({"9.\ud800": told("x")}), "9."),
        (national({"1.1": "x"}), "1.1"),
        (national({"1.1": told({"blob": "x"})}), "1.1"),
        (national({"1.1": told([{"blob": "x"}])}), "1.1"),
        (national({"2.1": ["x"]}), "2.1"),
        (national({"2.1": [{"2.1.1": "x"}]}), "2.1.1"),
        (national({"2.1": [{"21.1": told("x")}]}), "21.1"),
        (national({"2.1": [{"2.1.1[0]": told("x"), "2.1.1[1]": told("y")}]}), "2.1.1"),
        (national({"1.1": told("a\x00b")}), "answers / 1.1 / value"),
        (national({"1.1": told("a\ud800b")}), "answers / 1.1 / value"),
        (national({"16.1": [{"16.1.2": told("hacker")}]}), "16.1.1"),
    ],
)
def test_what_is_not_taken_over_is_told_at_its_place(content: bytes, place: str) -> None:
    draft = read(content)
    assert place in places(draft)
    str(draft).encode()
    assert "\x00" not in repr(draft.texts)


def test_characters_of_no_text_are_left_out_and_a_number_is_a_text() -> None:
    assert read(national({"1.1": told("a\x00\ud800b"), "2.3": told(7)})).texts == {1: "ab", 2: "7"}
    assert plain("&#" + "9" * 5000 + ";é &amp; &#65;") == "é & A"


def test_large_files_are_read_in_one_go() -> None:
    """Each of these took minutes while the work grew with the square of the file."""
    marked = read(national({"1.1": told("<p " * 130_000)}))
    assert marked.texts[1].startswith("<p")
    rows = read(national({"2.1": [{"2.1.1": told(f"gegeven {number}")} for number in range(12_000)]}))
    assert len(rows.says[2]) == 12_000
    words = read(national({f"1.2[{number}]": told(f"zin {number}") for number in range(12_000)}))
    assert words.texts[1].count("\n") == 11_999
    risk = {"16.1": [{"16.1.1": told("lek")}]}
    measures = [{"17.1.1": told(["lek"]), "17.1.3": told(f"maatregel {number}")} for number in range(6_000)]
    assert len(read(national({**risk, "17.1": measures})).risks[0].treatments) == 6_000


def test_two_risks_of_one_threat_are_both_kept() -> None:
    rows = [
        {"16.1.1": told("lek"), "16.1.2": told(origin), "16.1.3": told(level)}
        for origin, level in (("hacker", "Hoog"), ("medewerker", "Laag"))
    ]
    draft = read(national({"16.1": rows, "17.1": [{"17.1.1": told(["lek"]), "17.1.3": told("Versleuteling")}]}))
    assert [(each.origin, each.likelihood, len(each.treatments)) for each in draft.risks] == [
        ("hacker", RiskLevel.HIGH, 1),
        ("medewerker", RiskLevel.LOW, 0),
    ]
    assert "16.1.1" in places(draft)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Laag", RiskLevel.LOW),
        ("hoog risico", RiskLevel.HIGH),
        ("<p>Midden</p>", RiskLevel.MEDIUM),
        ("niet laag, zeer hoog", None),
        ("laag of hoog", None),
        ("zeer hoog", None),
    ],
)
def test_a_level_is_what_the_text_says_and_nothing_else(text: str, level: RiskLevel | None) -> None:
    draft = read(national({"16.1": [{"16.1.1": told("lek"), "16.1.3": told(text)}]}))
    assert draft.risks[0].likelihood is level
    assert ("16.1.3" in places(draft)) == (level is None)


def test_the_one_level_that_remains_is_told_and_the_highest_counts() -> None:
    rows = [
        {"17.1.1": told(["lek"]), "17.1.3": told(f"iets {level}"), "17.1.4": told(level)} for level in ("Hoog", "Laag")
    ]
    draft = read(national({"16.1": [{"16.1.1": told("lek")}], "17.1": rows}))
    assert (draft.risks[0].residual_likelihood, draft.risks[0].residual_impact) == (RiskLevel.HIGH, RiskLevel.HIGH)
    assert places(draft).count("17.1.4") == 1


def test_what_a_file_repeats_is_told_once_with_how_often() -> None:
    found = read(cnil(*[{"reference_to": "111", "data": {"text": "x"}}] * 20_000))
    assert [(each.place, each.times) for each in found.remarks] == [("111", 19_999)]
    assert found.remarks[0].said("nl").endswith("alleen het eerste antwoord is overgenomen (19999 keer)")


def test_a_file_with_more_faults_than_anybody_reads_is_refused() -> None:
    assert len(read(cnil(*["x"] * MOST_REMARKS)).remarks) == MOST_REMARKS
    with pytest.raises(UnreadableAssessment) as refused:
        read(cnil(*["x"] * (MOST_REMARKS + 1)))
    assert refused.value.sentence == TOO_BROKEN
