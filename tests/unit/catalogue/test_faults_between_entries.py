"""What only shows side by side: ids used twice, dead references, circles, packs that disagree."""

from pathlib import Path

import pytest

from gemeentedossier.catalogue.engine import loader
from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.facts import AliasKind
from tests.unit.catalogue.packs import HEADER, OWN_RULE, SUBJECT, faults_in, only_fault, write_pack


def test_an_id_used_twice_names_the_first_place(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=SUBJECT + SUBJECT)
    sentence = (
        f"The id “resident” is used already in {pack}/subject-categories.yaml, line 1. Give one of them another id."
    )
    assert only_fault(pack) == ("subject-categories.yaml", 5, 7, sentence)


def test_a_dead_reference_is_named_with_the_nearest_id(tmp_path: Path) -> None:
    text = SUBJECT + SUBJECT.replace("resident", "tenant") + "  broader: residnt\n"
    pack = write_pack(tmp_path / "trial", subject_categories=text)
    sentence = "“residnt” is not among the subject categories. Did you mean “resident”?"
    assert only_fault(pack) == ("subject-categories.yaml", 9, 12, sentence)


def test_a_circle_is_named_once(tmp_path: Path) -> None:
    text = SUBJECT + "  broader: tenant\n" + SUBJECT.replace("resident", "tenant") + "  broader: resident\n"
    pack = write_pack(tmp_path / "trial", subject_categories=text)
    sentence = "This goes round in a circle: resident → tenant → resident. Break it somewhere."
    assert only_fault(pack) == ("subject-categories.yaml", 5, 12, sentence)


def test_an_entry_that_points_at_itself_is_a_circle(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=SUBJECT + "  broader: resident\n")
    assert only_fault(pack)[3] == "This goes round in a circle: resident → resident. Break it somewhere."


def test_two_packs_may_not_use_one_id_silently(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "shipped", pack_id="shipped", subject_categories=SUBJECT)
    own = write_pack(tmp_path / "own", pack_id="own", subject_categories=SUBJECT)
    sentence = (
        f"The id “resident” is used already in {shipped}/subject-categories.yaml, line 1. "
        "Choose another id, or say “replaces” with pack shipped and the reason."
    )
    assert only_fault(shipped, own) == ("subject-categories.yaml", 1, 7, sentence)


def test_a_pack_replaces_openly_with_a_reason(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "shipped", pack_id="shipped", subject_categories=SUBJECT)
    ours = SUBJECT.replace("inwoner", "burger") + "  replaces: {pack: shipped, reason: ons woord}\n"
    own = write_pack(tmp_path / "own", pack_id="own", subject_categories=ours)
    catalogue = load_catalogue([shipped, own])
    assert catalogue.subject_categories["resident"].name.nl == "burger"
    assert catalogue.subject_categories["resident"].pack == "own"


def test_a_replacement_without_a_reason_is_refused(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "shipped", pack_id="shipped", subject_categories=SUBJECT)
    ours = SUBJECT + "  replaces: {pack: shipped}\n"
    own = write_pack(tmp_path / "own", pack_id="own", subject_categories=ours)
    assert only_fault(shipped, own) == ("subject-categories.yaml", 5, 13, "“reason” is missing. Add it.")


def test_a_replacement_of_nothing_is_refused(tmp_path: Path) -> None:
    ours = SUBJECT + "  replaces: {pack: shipped, reason: ons woord}\n"
    own = write_pack(tmp_path / "own", pack_id="own", subject_categories=ours)
    sentence = "There is no “resident” in the pack “shipped” to replace. Correct the id or remove “replaces”."
    assert only_fault(own) == ("subject-categories.yaml", 5, 13, sentence)


def test_two_packs_may_not_replace_the_same_entry(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "shipped", pack_id="shipped", subject_categories=SUBJECT)
    ours = SUBJECT + "  replaces: {pack: shipped, reason: ons woord}\n"
    first = write_pack(tmp_path / "a", pack_id="a", subject_categories=ours)
    second = write_pack(tmp_path / "b", pack_id="b", subject_categories=ours)
    assert only_fault(shipped, first, second)[3] == "The packs “a” and “b” both replace “resident”. Keep one."


def test_one_word_cannot_stand_for_two_things(tmp_path: Path) -> None:
    text = f"{SUBJECT}  aliases: [burger]\n{SUBJECT.replace('resident', 'tenant')}  aliases: [Burger]\n"
    pack = write_pack(tmp_path / "trial", subject_categories=text)
    sentence = (
        "“Burger” stands for “tenant” here and for “resident” in "
        f"{pack}/subject-categories.yaml, line 1. Keep one of the two."
    )
    assert only_fault(pack) == ("subject-categories.yaml", 6, 3, sentence)


def test_an_alias_that_stands_for_nothing_needs_a_reason(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", aliases="- id: x\n  kind: data_kinds\n  words: [x]\n")
    sentence = "Write either “targets” or, where it stands for nothing, the reason in “unresolved”."
    assert only_fault(pack) == ("aliases.yaml", 1, 3, sentence)


def test_a_pack_that_needs_a_newer_one_says_so(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "shipped", pack_id="shipped")
    own = write_pack(tmp_path / "own", pack_id="own")
    (own / "pack.yaml").write_text(HEADER.format(id="own") + "requires: {shipped: 2027.1.0}\n")
    sentence = "This needs “shipped” 2027.1.0 or later; 2026.11.0 is loaded. Update that pack."
    assert only_fault(shipped, own) == ("pack.yaml", 6, 21, sentence)


def test_a_folder_without_a_header_is_no_pack(tmp_path: Path) -> None:
    sentence = "There is no pack.yaml here. A pack is a folder with a pack.yaml that gives its id and version."
    assert only_fault(tmp_path) == ("pack.yaml", 1, 1, sentence)


def test_a_file_of_no_kind_is_named(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", recipes="- id: soup\n")
    assert only_fault(pack)[3].startswith("“recipes” is no kind of entry. Move the file to a folder of one of: ")


def test_a_link_out_of_the_pack_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text(SUBJECT)
    pack = write_pack(tmp_path / "trial")
    (pack / "subject-categories.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert only_fault(pack)[3] == "This link leads out of the pack; copy the file into it."


@pytest.mark.parametrize(
    ("most", "faults"),
    [
        (3, []),
        (2, [("more.yaml", 16, "A pack has at most 2 rules, and this one has 3: each page would wait for them. ")]),
    ],
)
def test_a_pack_has_only_so_many_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, faults: list[tuple[str, int, str]]
) -> None:
    monkeypatch.setattr(loader, "MOST_RULES", most)
    pack = write_pack(tmp_path / "own", pack_id="own")
    (pack / "rules").mkdir()
    (pack / "rules" / "few.yaml").write_text(OWN_RULE.format(id="own-one"))
    (pack / "rules" / "more.yaml").write_text(OWN_RULE.format(id="own-two") + OWN_RULE.format(id="own-three"))
    found = [(Path(each.file).name, each.line, each.sentence.partition("Leave")[0]) for each in faults_in(pack)]
    assert found == faults


def test_loading_with_faults_raises_them_all(tmp_path: Path) -> None:
    text = SUBJECT.replace("own_work", "own_wrok") + SUBJECT.replace("resident", "UP")
    pack = write_pack(tmp_path / "trial", subject_categories=text)
    with pytest.raises(CatalogueFaults) as refusal:
        load_catalogue([pack])
    assert [fault.line for fault in refusal.value.faults] == [3, 5]


def test_a_word_is_found_whatever_its_case_and_spaces(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=SUBJECT + "  aliases: [gewone burger]\n")
    catalogue = load_catalogue([pack])
    found = [
        catalogue.resolve_alias(AliasKind.SUBJECT_CATEGORIES, word)
        for word in ("Gewone  burger.", "INWONER", "resident", "iemand")
    ]
    assert found == [("resident",), ("resident",), ("resident",), ()]
