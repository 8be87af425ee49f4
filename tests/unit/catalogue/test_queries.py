"""Which packs are in use, and which of their editions judges."""

import datetime as dt
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from gemeentedossier.catalogue.engine.editions import release
from gemeentedossier.catalogue.queries import (
    SHIPPED_PACK,
    catalogue_at,
    catalogue_named,
    current_catalogue,
    latest_catalogue,
    pack_paths,
)
from gemeentedossier.foundation.clock import AMSTERDAM, clock_at
from tests.unit.catalogue.packs import OWN_RULE, write_edition

FIRST, SECOND = "2027-01-01", "2027-07-01"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of one's own: published with one rule from January 2027, being written with two from July."""
    folder = tmp_path_factory.mktemp("packs") / "own"
    made = write_edition(folder, "2027.1.0", FIRST, rules=OWN_RULE.format(id="own-one"))
    release(made)
    return write_edition(made, "2027.7.0", SECOND, rules=OWN_RULE.format(id="own-one") + OWN_RULE.format(id="own-two"))


@pytest.fixture
def own(pack: Path, settings: Settings) -> None:
    """That pack is in use."""
    settings.GEMEENTEDOSSIER_PACKS = [str(pack)]


def at_the_end_of(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T23:59:59").replace(tzinfo=AMSTERDAM)


def test_without_own_packs_only_the_shipped_pack_is_in_use(settings: Settings) -> None:
    settings.GEMEENTEDOSSIER_PACKS = []
    assert pack_paths() == (SHIPPED_PACK,)


def test_own_packs_come_after_the_shipped_one(settings: Settings) -> None:
    settings.GEMEENTEDOSSIER_PACKS = ["/srv/our-pack"]
    assert pack_paths() == (SHIPPED_PACK, Path("/srv/our-pack"))


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("day", "versions", "own_rules"),
    [
        ("2026-11-23", ["2026.11.0"], []),
        ("2026-11-24", ["2026.11.1"], []),
        ("2026-12-31", ["2026.11.1"], []),
        ("2027-01-01", ["2026.11.1", "2027.1.0"], ["own-one"]),
        ("2027-06-30", ["2026.11.1", "2027.1.0"], ["own-one"]),
        ("2027-07-01", ["2026.11.1", "2027.7.0"], ["own-one", "own-two"]),
    ],
)
def test_an_edition_judges_now_and_then_from_its_day_on(day: str, versions: list[str], own_rules: list[str]) -> None:
    moment = at_the_end_of(day)
    with clock_at(moment):
        now = current_catalogue()
    assert now is catalogue_at(moment)
    assert [pack.version for pack in now.packs] == versions
    assert [rule for rule in now.rules if rule.startswith("own-")] == own_rules


@pytest.mark.usefixtures("own")
def test_what_is_being_written_is_had_by_name_only() -> None:
    with clock_at(at_the_end_of("2026-12-31")):
        assert [pack.version for pack in latest_catalogue().packs] == ["2026.11.1", "2027.7.0"]
        assert current_catalogue() is not latest_catalogue()


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("named", "versions"),
    [
        ("2026.11.0", ["2026.11.0"]),
        ("nl-municipality 2026.11.0", ["2026.11.0"]),
        ("nl-municipality 2026.11.1, own 2027.1.0", ["2026.11.1", "2027.1.0"]),
        ("nl-municipality 2026.11.0, own 2027.7.0", ["2026.11.0", "2027.7.0"]),
        ("nl-municipality 2026.9.0", None),
        ("nl-municipality 2026.11.1, own 2026.1.0", None),
        ("nl-municipality 2026.11.1, other 2027.1.0", None),
        ("own 2027.1.0", None),
        ("", None),
    ],
)
def test_what_was_adopted_is_worded_by_the_editions_that_it_names(named: str, versions: list[str] | None) -> None:
    found = catalogue_named(named)
    assert (found and [pack.version for pack in found.packs]) == versions


def test_an_edition_that_is_faulty_now_words_nothing(tmp_path: Path, settings: Settings) -> None:
    pack = write_edition(tmp_path / "own", "2027.1.0", FIRST, rules=OWN_RULE.format(id="own-one") + "  mets: 'true'\n")
    settings.GEMEENTEDOSSIER_PACKS = [str(pack)]
    assert catalogue_named("nl-municipality 2026.11.1, own 2027.1.0") is None
