"""Packs of rules that cannot be used, or that are very large."""

from pathlib import Path

from gemeentedossier.catalogue.engine.loader import load_catalogue
from tests.unit.catalogue.packs import only_fault, write_pack
from tests.unit.catalogue.test_rules import COMMON

RULE = (
    COMMON
    + """\
  applies: 'true'
  examples:
    - {{name: always, facts: {{}}, expect: gap}}
"""
)


def rules(*ids: str) -> str:
    return "".join(RULE.format(id=each, kind="criterion") for each in ids)


def test_a_criterion_id_used_twice_names_the_first_place(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", rules=rules("one", "one"))
    sentence = f"The id “one” is used already in {pack}/rules.yaml, line 1. Give one of them another id."
    assert only_fault(pack) == ("rules.yaml", 14, 7, sentence)


def test_a_field_that_no_rule_has_is_named(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", rules=rules("one") + "  mets: 'true'\n")
    assert only_fault(pack) == ("rules.yaml", 14, 3, "There is no field “mets”. Did you mean “met”?")


def test_two_packs_with_the_same_criterion_are_a_fault_with_both_places(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "shipped", pack_id="shipped", rules=rules("one"))
    own = write_pack(tmp_path / "own", pack_id="own", rules=rules("one"))
    sentence = (
        f"The id “one” is used already in {shipped}/rules.yaml, line 1. "
        "Choose another id, or say “replaces” with pack shipped and the reason."
    )
    assert only_fault(shipped, own) == ("rules.yaml", 1, 7, sentence)


def test_as_many_criteria_as_can_be_judged_load(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", rules=rules(*(f"rule-{number}" for number in range(1_000))))
    assert len(load_catalogue([pack]).rules) == 1_000
