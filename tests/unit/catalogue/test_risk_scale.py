"""The scale on which risks are weighed: the level follows from a matrix, and never from a sum."""

import datetime as dt
from pathlib import Path

import pytest

from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.facts import RiskLevel, RiskScale, Status
from gemeentedossier.catalogue.queries import SHIPPED_PACK, catalogue_at, current_catalogue
from tests.unit.catalogue.packs import only_fault, write_pack

LOW, MEDIUM, HIGH = RiskLevel
SHIPPED = (SHIPPED_PACK / "risk-scales.yaml").read_text(encoding="utf-8")
STRICTER = "low: {low: low, medium: low, high: low}", "low: {low: low, medium: low, high: medium}"


def scale() -> RiskScale:
    found = current_catalogue().risk_scale
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"),
    [
        (LOW, LOW, LOW),
        (LOW, MEDIUM, LOW),
        (LOW, HIGH, LOW),
        (MEDIUM, LOW, LOW),
        (MEDIUM, MEDIUM, MEDIUM),
        (MEDIUM, HIGH, HIGH),
        (HIGH, LOW, LOW),
        (HIGH, MEDIUM, HIGH),
        (HIGH, HIGH, HIGH),
        (None, HIGH, None),
        (HIGH, None, None),
    ],
)
def test_the_level_of_a_risk(likelihood: RiskLevel | None, impact: RiskLevel | None, level: RiskLevel | None) -> None:
    assert scale().level_of(likelihood, impact) is level


@pytest.mark.parametrize(
    ("level", "other", "above"),
    [(LOW, LOW, False), (LOW, HIGH, False), (MEDIUM, LOW, True), (HIGH, MEDIUM, True), (MEDIUM, HIGH, False)],
)
def test_a_level_is_above_another(level: RiskLevel, other: RiskLevel, *, above: bool) -> None:
    assert level.is_above(other) is above


def test_the_matrix_was_read_and_the_guidance_is_our_own() -> None:
    assert scale().status is Status.VERIFIED
    assert {guide.status for guide in scale().guides} == {Status.OWN_WORK}
    assert scale().guide_to(MEDIUM).likelihood.nl == "Kan elk jaar gebeuren."


def test_the_first_edition_weighs_no_risks() -> None:
    assert catalogue_at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)).risk_scale is None


def test_a_municipality_replaces_the_matrix_by_a_stricter_one(tmp_path: Path) -> None:
    shipped = write_pack(tmp_path / "shipped", pack_id="shipped", risk_scales=SHIPPED)
    ours = SHIPPED.replace(*STRICTER) + "  replaces: {pack: shipped, reason: besluit van het college}\n"
    found = load_catalogue([shipped, write_pack(tmp_path / "own", pack_id="own", risk_scales=ours)]).risk_scale
    assert found is not None
    assert found.level_of(LOW, HIGH) is MEDIUM


def test_a_matrix_in_which_more_gives_less_is_refused(tmp_path: Path) -> None:
    text = SHIPPED.replace("high: {low: low, medium: high, high: high}", "high: {low: low, medium: low, high: high}")
    sentence = "More likelihood or more impact never gives less risk. Correct this level or the ones before it."
    assert only_fault(write_pack(tmp_path / "trial", risk_scales=text))[3] == sentence


def test_a_level_that_is_explained_twice_is_refused(tmp_path: Path) -> None:
    text = SHIPPED.replace("- level: medium", "- level: low")
    assert (
        only_fault(write_pack(tmp_path / "trial", risk_scales=text))[3] == "Explain each level once, from low to high."
    )
