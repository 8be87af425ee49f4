"""A faulty pack is set aside whole; the others judge on."""

from pathlib import Path

import pytest

from gemeentedossier.catalogue.engine.editions import release
from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.catalogue.engine.usable import TOLD, shelf_of, usable_catalogue
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.queries import SHIPPED_PACK, catalogue_at, latest_catalogue
from tests.unit.catalogue.broken_packs import BROKEN, SOUND
from tests.unit.catalogue.packs import OWN_RULE, SUBJECT, write_pack

ASIDE = "This pack was set aside whole: nothing of it judges. It has"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "base", pack_id="base", subject_categories=SUBJECT)


def held(catalogue: Catalogue) -> list[str]:
    return [pack.id for pack in catalogue.packs]


@pytest.mark.parametrize("name", BROKEN)
def test_nothing_of_a_faulty_pack_stands_in_the_catalogue(name: str, tmp_path: Path, settings) -> None:
    settings.GEMEENTEDOSSIER_PACKS = []
    shipped = latest_catalogue()
    settings.GEMEENTEDOSSIER_PACKS = [str(BROKEN[name](tmp_path / "own"))]
    found = catalogue_at(None)
    assert (held(found), found.rules.keys()) == (["nl-municipality"], shipped.rules.keys())
    assert found.faults[0].sentence.startswith(ASIDE)
    assert {Path(fault.file).parent for fault in found.faults} == {tmp_path / "own"}


def test_a_sound_pack_stands_beside_a_faulty_one(base: Path, tmp_path: Path) -> None:
    bad = BROKEN["an unknown field"](tmp_path / "bad")
    good = write_pack(tmp_path / "good", pack_id="good", rules=SOUND)
    found = usable_catalogue([base, bad, good])
    assert (held(found), list(found.rules)) == (["base", "good"], ["own-described"])
    assert [Path(fault.file).parent.name for fault in found.faults] == ["bad", "bad"]


def test_what_builds_on_a_faulty_pack_is_set_aside_with_it(base: Path, tmp_path: Path) -> None:
    bad = BROKEN["an unknown field"](tmp_path / "bad")
    upon = write_pack(tmp_path / "upon", pack_id="upon", rules=OWN_RULE.format(id="upon"))
    (upon / "pack.yaml").write_text((upon / "pack.yaml").read_text() + "requires: {own: 2026.11.0}\n")
    found = usable_catalogue([base, bad, upon])
    assert (held(found), found.faults[-1].sentence) == (["base"], "The pack “own” is not loaded. Add it.")


def test_a_pack_may_build_on_one_that_is_listed_behind_it(base: Path, tmp_path: Path) -> None:
    first = write_pack(tmp_path / "first", pack_id="first", rules=SOUND)
    (first / "pack.yaml").write_text((first / "pack.yaml").read_text() + "requires: {last: 2026.11.0}\n")
    last = write_pack(tmp_path / "last", pack_id="last", rules=OWN_RULE.format(id="last"))
    found = usable_catalogue([base, first, BROKEN["an unknown field"](tmp_path / "bad"), last])
    assert (held(found), list(found.rules)) == (["base", "first", "last"], ["own-described", "last"])


def test_of_two_packs_that_disagree_the_later_is_set_aside(base: Path, tmp_path: Path) -> None:
    packs = [write_pack(tmp_path / name, pack_id=name, rules=SOUND) for name in ("one", "two")]
    found = usable_catalogue([base, *packs])
    assert (held(found), {Path(fault.file).parent.name for fault in found.faults}) == (["base", "one"], {"two"})


def test_the_ground_of_all_others_cannot_be_set_aside(tmp_path: Path) -> None:
    bad = BROKEN["an unknown field"](tmp_path / "bad")
    good = write_pack(tmp_path / "good", pack_id="good", rules=OWN_RULE.format(id="good"))
    for packs in ([bad], [bad, good]):
        with pytest.raises(CatalogueFaults, match="There is no field “mets”"):
            usable_catalogue(packs)


def test_only_the_first_faults_of_a_pack_are_told(base: Path, tmp_path: Path) -> None:
    many = "".join(f"{OWN_RULE.format(id=f'rule-{number}')}  mets: 'true'\n" for number in range(TOLD + 1))
    found = usable_catalogue([base, write_pack(tmp_path / "many", pack_id="many", rules=many)])
    assert (len(found.faults), f"It has {TOLD + 1} faults" in found.faults[0].sentence) == (TOLD + 1, True)


def test_a_fault_in_a_released_edition_names_its_archive(base: Path, tmp_path: Path) -> None:
    bad = write_pack(tmp_path / "own", pack_id="own", rules=SOUND)
    archive = release(bad)
    found = usable_catalogue([base, write_pack(tmp_path / "other", pack_id="other", rules=SOUND), archive])
    assert {fault.file for fault in found.faults} == {f"{archive}/pack.yaml", f"{archive}/rules.yaml"}


def test_an_edition_that_is_damaged_sets_its_pack_aside(tmp_path: Path) -> None:
    own = write_pack(tmp_path / "own", pack_id="own", rules=SOUND)
    release(own).write_bytes(b"PK\x03\x04 half")
    found = shelf_of([SHIPPED_PACK, own])
    assert ([each[0].pack.id for each in found.editions], found.faults[1].sentence) == (
        ["nl-municipality"],
        "This edition is damaged. Fetch it anew.",
    )
