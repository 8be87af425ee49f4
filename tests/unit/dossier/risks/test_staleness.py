"""A change of facts marks exactly the points that rest on them, and says what changed."""

from dataclasses import replace

import pytest

from gemeentedossier.dossier.register.facts import Activity, Recipient, RetentionPeriod
from gemeentedossier.dossier.risks.engine.staleness import difference_of, stale_points, standing_of
from tests.unit.dossier.risks.assessed import AROUND, PLAIN, assessment

MORE_DATA = replace(PLAIN, data_uses=(replace(PLAIN.data_uses[0], data_categories_own=("e-mailadres", "bsn")),))
LONGER = replace(PLAIN, retention=(RetentionPeriod(PLAIN.retention[0].id, "adres", period="P2Y"),))
SHARED = replace(PLAIN, recipients=(Recipient(PLAIN.retention[0].id, text="Drukker"),))


@pytest.mark.parametrize(
    ("now", "points"),
    [
        (PLAIN, []),
        (replace(PLAIN, version=9, revision=4), []),
        (replace(PLAIN, name="Nieuwsbrief 2.0"), [1]),
        (MORE_DATA, [2, 3, 14, 16]),
        (LONGER, [10]),
        (SHARED, [3, 6]),
        (replace(PLAIN, characteristics=replace(PLAIN.characteristics, algorithm=True)), [4]),
        (replace(PLAIN, characteristics=replace(PLAIN.characteristics, large_scale=True)), [16]),
    ],
)
def test_only_the_points_that_rest_on_what_changed_go_stale(now: Activity, points: list[int]) -> None:
    found = stale_points(assessment(), {now.id: now}, AROUND)
    assert [each.point.number for each in found] == points


def test_the_change_is_told_old_and_then_new() -> None:
    (found,) = stale_points(assessment(), {LONGER.id: LONGER}, AROUND)
    assert found.delta is not None
    assert found.delta.told("nl") == "bewaartermijn: adres: 1 maand → adres: 2 jaar"


def test_what_only_one_of_the_two_says_is_told() -> None:
    difference = difference_of(standing_of(assessment(), {MORE_DATA.id: MORE_DATA}, AROUND))
    assert (difference.gone, difference.new) == ((), (("data", "bsn"),))


def test_a_point_that_nobody_wrote_is_not_stale() -> None:
    bare = replace(assessment(), paragraphs=())
    assert stale_points(bare, {MORE_DATA.id: MORE_DATA}, AROUND) == ()
