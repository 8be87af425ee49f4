"""Editions of a pack side by side: which one judged on a day, and that a published one never changes."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from gemeentedossier.catalogue.engine.editions import edition_on, editions_of, load_editions, release
from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.catalogue.queries import SHIPPED_PACK, catalogue_at, catalogue_of, current_catalogue
from tests.unit.catalogue.packs import SUBJECT, write_pack

NEXT_DAY = dt.date(2026, 12, 1)


def two_editions(folder: Path) -> Path:
    """A pack of which 2026.11.0 was published and 2026.12.0, in use from 1 December, is being written."""
    pack = write_pack(folder / "trial", subject_categories=SUBJECT)
    release(pack)
    header = (pack / "pack.yaml").read_text().replace("version: 2026.11.0", "version: 2026.12.0")
    (pack / "pack.yaml").write_text(f"{header}in_use_from: {NEXT_DAY}\n")
    (pack / "subject-categories.yaml").write_text(SUBJECT.replace("inwoner", "burger"))
    return pack


def refusal(folder: Path) -> str:
    with pytest.raises(CatalogueFaults) as refused:
        editions_of(folder)
    return refused.value.faults[0].sentence


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (dt.date(2020, 1, 1), "inwoner"),
        (NEXT_DAY - dt.timedelta(days=1), "inwoner"),
        (NEXT_DAY, "burger"),
    ],
)
def test_a_new_edition_judges_from_its_day_and_not_before(tmp_path: Path, day: dt.date, word: str) -> None:
    edition = edition_on(day, editions_of(two_editions(tmp_path)))
    assert load_editions([edition.path]).subject_categories["resident"].name.nl == word


def test_a_published_edition_stands_once_beside_the_one_being_written(tmp_path: Path) -> None:
    found = [(each.pack.version, each.is_released) for each in editions_of(two_editions(tmp_path))]
    assert found == [("2026.11.0", True), ("2026.12.0", False)]


def test_publishing_the_same_twice_changes_nothing(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=SUBJECT)
    first = release(pack).read_bytes()
    assert release(pack).read_bytes() == first


def test_what_was_published_cannot_be_published_otherwise(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "trial", subject_categories=SUBJECT)
    before = release(pack).read_bytes()
    (pack / "subject-categories.yaml").write_text(SUBJECT.replace("inwoner", "burger"))
    with pytest.raises(CatalogueFaults) as refused:
        release(pack)
    sentence = "2026.11.0 was published and reads otherwise. Give this edition a version of its own."
    assert refused.value.faults[0].sentence == sentence
    assert (pack / "releases" / "2026.11.0.zip").read_bytes() == before


def test_a_damaged_edition_is_named(tmp_path: Path) -> None:
    pack = two_editions(tmp_path)
    (pack / "releases" / "2026.11.0.zip").write_bytes(b"PK\x03\x04 half")
    assert refusal(pack) == "This edition is damaged. Fetch it anew."


def test_an_edition_that_writes_outside_its_folder_is_refused(tmp_path: Path) -> None:
    pack = two_editions(tmp_path)
    with zipfile.ZipFile(pack / "releases" / "2026.11.0.zip", "w") as archive:
        archive.writestr("../../elsewhere.yaml", "x")
    assert refusal(pack) == "“../../elsewhere.yaml” is no file of a pack. Fetch this edition anew."


def test_an_edition_with_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    pack = two_editions(tmp_path)
    with zipfile.ZipFile(pack / "releases" / "2026.11.0.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.yaml", " " * 2**21)
    assert refusal(pack) == "An edition has at most 500 files of 1,048,576 bytes. This one is not a pack."


def test_the_catalogue_of_a_past_day_is_that_of_its_first_edition() -> None:
    found = catalogue_at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC))
    assert (found.packs[0].version, len(found.legal_bases)) == ("2026.11.0", 275)


def test_a_day_begins_at_midnight_in_the_netherlands() -> None:
    moments = [dt.datetime(2026, 11, 23, hour, 30, tzinfo=dt.UTC) for hour in (22, 23)]
    assert [catalogue_at(moment).packs[0].version for moment in moments] == ["2026.11.0", "2026.11.1"]


def test_without_a_moment_and_today_it_is_the_catalogue_in_use() -> None:
    assert catalogue_at(None) is current_catalogue()
    assert catalogue_of(editions_of(SHIPPED_PACK)[-1].pack.version) is current_catalogue()


def test_a_version_that_never_was_has_no_catalogue() -> None:
    assert catalogue_of("2020.1.0") is None
