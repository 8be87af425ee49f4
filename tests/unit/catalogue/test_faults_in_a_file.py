"""Whatever is wrong with a file, its author reads where it is and what to do."""

import copy
from pathlib import Path

import pytest

from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.facts.faults import Fault, together, told
from tests.unit.catalogue.packs import SUBJECT, only_fault, write_pack

FORM_FAULTS = [
    ("status: own_work", "status: own_wrok", (3, 11, "“own_wrok” is not a known value. Did you mean “own_work”?")),
    (
        "status: own_work",
        "status: perfect",
        (
            3,
            11,
            "“perfect” is not a known value. Write one of: verified, verified_older_text, unverified, own_work.",
        ),
    ),
    ("  status: own_work\n", "", (1, 3, "“status” is missing. Add it.")),
    ("en: Resident}", "en: 2026}", (2, 27, "“2026” must be text; put it in quotes.")),
    (
        "status: own_work",
        "status:",
        (
            3,
            10,
            "Nothing is written here. Write one of: verified, verified_older_text, unverified, own_work.",
        ),
    ),
    (
        "id: resident",
        "id: Resident Person",
        (
            1,
            7,
            "“Resident Person” cannot stand here. An id has small letters, digits, dots and hyphens, "
            "e.g. name-and-address.",
        ),
    ),
    (
        "status: own_work",
        "status: own_work\n  valid_from: 2026-02-31",
        (4, 15, "“2026-02-31” is not a date on the calendar. Write it as 2026-11-23."),
    ),
    (
        "status: own_work",
        "status: own_work\n  valid_from: 2026-09-01\n  valid_to: 2026-08-31",
        (5, 13, "It ends on 2026-08-31, before it begins on 2026-09-01."),
    ),
    (
        "status: own_work",
        "status: own_work\n  aliases: [burger, burger]",
        (4, 12, "“burger” stands in this list twice; remove one of them."),
    ),
    (
        "status: own_work",
        "status: own_work\n  note:",
        (4, 8, "Nothing is written here; it must be a mapping with fields. Fill it in or leave the line out."),
    ),
    ("status: own_work", "id: other", (3, 3, "“id” is written twice; remove one of them.")),
    (
        "status: own_work",
        "status: &a own_work",
        (3, 11, "Anchors and aliases (& and *) are not read; write the text out."),
    ),
]


@pytest.mark.parametrize(("right", "wrong", "fault"), FORM_FAULTS)
def test_a_fault_of_form_says_where_and_what_to_do(
    tmp_path: Path, right: str, wrong: str, fault: tuple[int, int, str]
) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=SUBJECT.replace(right, wrong))
    assert only_fault(pack) == ("subject-categories.yaml", *fault)


def test_a_misspelt_field_is_named_at_its_key(tmp_path: Path) -> None:
    text = SUBJECT.replace("  status:", "  broder: person\n  status:")
    pack = write_pack(tmp_path / "trial", subject_categories=text)
    sentence = "There is no field “broder”. Did you mean “broader”?"
    assert only_fault(pack) == ("subject-categories.yaml", 3, 3, sentence)


def test_a_term_in_words_is_refused_with_an_example(tmp_path: Path) -> None:
    rule = """\
        - id: ten-years
          name: {nl: tien jaar, en: ten years}
          basis: statute
          form: duration
          duration: 10 jaar
          trigger: case_closed
          trigger_words: {nl: na afsluiting}
          status: unverified
          source: {location: nergens}
        """
    pack = write_pack(tmp_path / "trial", retention_rules=rule)
    sentence = "“10 jaar” is not a term. Write whole years, months, weeks or days, e.g. P15Y, P6M or P42D."
    assert only_fault(pack) == ("retention-rules.yaml", 5, 13, sentence)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("[naam", "This pattern cannot be read: unterminated character set at position 0. Correct it."),
        ("(naam)", "A group in a pattern is written “(?:…)”: the whole of it is found."),
        ("x*", "This pattern finds an empty text, so it would find everything. Narrow it."),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused(tmp_path: Path, pattern: str, sentence: str) -> None:
    words = f"""\
        - id: blanks
          about: {{nl: Invulplekken, en: Blanks}}
          words: [xxx]
          patterns: ['\\.{{5,}}', '{pattern}']
        """
    pack = write_pack(tmp_path / "trial", lint=words)
    assert only_fault(pack)[::3] == ("lint.yaml", sentence)


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories="- id: resident\n  name: [inwoner\n")
    file, line, _, sentence = only_fault(pack)
    assert (file, line) == ("subject-categories.yaml", 3)
    assert sentence == ("This is not YAML: did not find expected ',' or ']'. Check the indents, colons and quotes.")


def test_a_windows_file_is_refused_at_its_first_strange_byte(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=SUBJECT)
    (pack / "subject-categories.yaml").write_bytes(b"- id: resident\n  name: cli\xebnt\n")
    sentence = "This is not UTF-8. Save the file as UTF-8; Windows-1252 and UTF-16 are not read."
    assert only_fault(pack) == ("subject-categories.yaml", 2, 12, sentence)


def test_a_control_character_is_refused(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories="- id: \x07\n")
    sentence = "A control character stands in this file; remove it."
    assert only_fault(pack) == ("subject-categories.yaml", 1, 1, sentence)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories="#" * (1024 * 1024 + 1))
    sentence = "The file has 1,048,577 bytes, at most 1,048,576 are read. Split the file."
    assert only_fault(pack) == ("subject-categories.yaml", 1, 1, sentence)


def test_an_alias_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    pack = write_pack(tmp_path / "trial", subject_categories=bomb)
    sentence = "Anchors and aliases (& and *) are not read; write the text out."
    assert only_fault(pack) == ("subject-categories.yaml", 1, 4, sentence)


@pytest.mark.parametrize("opening", ["[", "[ ", "{a: ", "- "])
def test_deep_nesting_cannot_crash_the_process(tmp_path: Path, opening: str) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=opening * 100_000)
    assert only_fault(pack)[3] == "Nested deeper than 20 levels; write it flatter."


def test_a_file_that_is_no_list_says_what_it_should_be(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories="resident: inwoner\n")
    sentence = "This file must be a list of subject-categories: each entry begins with “- id:”."
    assert only_fault(pack) == ("subject-categories.yaml", 1, 1, sentence)


def test_an_entry_without_fields_says_how_it_begins(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories="- resident\n")
    sentence = "An entry begins with “- id:”; write its fields below it."
    assert only_fault(pack) == ("subject-categories.yaml", 1, 3, sentence)


def test_words_that_look_like_truths_stay_words(tmp_path: Path) -> None:
    text = SUBJECT.replace("nl: inwoner", "nl: nee").replace("en: Resident", "en: no")
    pack = write_pack(tmp_path / "trial", subject_categories=text)
    name = load_catalogue([pack]).subject_categories["resident"].name
    assert (name.nl, name.en) == ("nee", "no")


@pytest.mark.parametrize(
    ("sentence", "language", "words"),
    [
        (told("Add it.", "Voeg het toe."), "nl", "Voeg het toe."),
        (told("Add it.", "Voeg het toe."), "en", "Add it."),
        (together(told("Add it.", "Voeg het toe."), "x.yaml"), "nl", "Voeg het toe. x.yaml"),
        ("x.yaml", "nl", "x.yaml"),
    ],
)
def test_a_fault_is_told_in_either_language(sentence: str, language: str, words: str) -> None:
    fault = Fault("a.yaml", 1, 2, sentence)
    assert (fault.sentence_in(language), fault.in_language(language)) == (words, f"a.yaml:1:2: {words}")
    assert copy.deepcopy(fault).sentence_in(language) == words


def test_what_is_missing_is_told_in_dutch_too(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "trial", subject_categories=SUBJECT.replace("  status: own_work\n", ""))
    with pytest.raises(CatalogueFaults) as caught:
        load_catalogue([folder])
    assert [each.sentence_in("nl") for each in caught.value.faults] == ["“status” ontbreekt. Voeg het toe."]
