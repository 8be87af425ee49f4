"""Whether an assessment is needed: law and list before the score, unknown never no, and what made it flip."""

from dataclasses import replace

import pytest

from gemeentedossier.dossier.register.facts import Activity, DataUse
from gemeentedossier.dossier.risks.engine.prescan import prescan_result, reopened
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import Prescan
from tests.unit.dossier.risks.assessed import ANSWERED, AROUND, PLAIN, answered, like

REQUIRED, RECOMMENDED, NOT_REQUIRED = PrescanVerdict
SPECIAL = replace(PLAIN, data_uses=(replace(PLAIN.data_uses[0], data_categories=("health",)),))


def verdict(activity: Activity, prescan: Prescan | None = ANSWERED) -> PrescanVerdict | None:
    return prescan_result(activity, prescan, AROUND).verdict


@pytest.mark.parametrize(
    ("activity", "prescan", "found"),
    [
        (PLAIN, ANSWERED, NOT_REQUIRED),
        (PLAIN, answered("new-legislation", "yes"), REQUIRED),
        (PLAIN, answered("authority-list", "health-data"), REQUIRED),
        (replace(PLAIN, authority_list_items=("fraudebestrijding",)), ANSWERED, REQUIRED),
        (like(profiling_with_effect=True), ANSWERED, REQUIRED),
        (like(public_monitoring=True), ANSWERED, REQUIRED),
        (like(SPECIAL, large_scale=True), ANSWERED, REQUIRED),
        (replace(PLAIN, european_criteria=("matching", "new_technology")), ANSWERED, REQUIRED),
        (replace(PLAIN, european_criteria=("matching",)), ANSWERED, RECOMMENDED),
        (SPECIAL, ANSWERED, RECOMMENDED),
        (SPECIAL, answered("people-count", "50000"), REQUIRED),
        (PLAIN, answered("people-count", "50000"), RECOMMENDED),
    ],
)
def test_law_list_and_criteria_decide(activity: Activity, prescan: Prescan, found: PrescanVerdict) -> None:
    assert verdict(activity, prescan) is found


@pytest.mark.parametrize(
    ("activity", "prescan"),
    [
        (PLAIN, None),
        (PLAIN, answered("new-legislation")),
        (replace(PLAIN, authority_list_items=None), ANSWERED),
        (replace(PLAIN, european_criteria=None), ANSWERED),
        (like(profiling_with_effect=None), ANSWERED),
        (like(public_monitoring=None), ANSWERED),
        (like(large_scale=None), ANSWERED),
    ],
)
def test_what_is_unknown_never_counts_as_no(activity: Activity, prescan: Prescan | None) -> None:
    assert verdict(activity, prescan) is None


def test_a_high_score_alone_only_recommends() -> None:
    busy = like(uses_base_registry=True, transfer_outside_eea=True)
    kept = tuple(replace(each, period="P5Y") for each in PLAIN.retention)
    own = DataUse(PLAIN.data_uses[0].id, 1, data_categories_own=tuple(f"gegeven {n}" for n in range(6)))
    activity = replace(busy, retention=kept, data_uses=(own,))
    prescan = replace(
        ANSWERED, answers=(*answered("frequency", "monthly").answers, *answered("storage-outside", "yes").answers[-1:])
    )
    result = prescan_result(activity, prescan, AROUND)
    assert (result.score, result.verdict) == (6, RECOMMENDED)
    assert [each.outcome.id for each in result.grounds] == ["score-above-four"]


def test_the_weightiest_ground_stands_first() -> None:
    activity = replace(like(SPECIAL, large_scale=True), authority_list_items=("gezondheidsgegevens",))
    result = prescan_result(activity, ANSWERED, AROUND)
    assert [each.outcome.id for each in result.grounds] == ["statutory-case", "authority-list", "two-criteria"]


def decided(activity: Activity, prescan: Prescan) -> Prescan:
    result = prescan_result(activity, prescan, AROUND)
    names = tuple(name for name, _ in sorted(result.statements))
    words = tuple(words for _, words in sorted(result.statements))
    return replace(prescan, decision=result.verdict, found=result.verdict, basis_names=names, basis_words=words)


def test_more_people_make_it_flip_and_the_sentence_is_told() -> None:
    before = decided(SPECIAL, ANSWERED)
    now = replace(before, answers=answered("people-count", "50000").answers)
    changed = reopened(now, prescan_result(SPECIAL, now, AROUND))
    assert changed is not None
    assert (changed.flips, [each.outcome.id for each in changed.new_grounds]) == (True, ["two-criteria"])
    assert changed.new == (("answer", "Aantal betrokkenen: 50000"),)
    assert changed.gone == (("answer", "Aantal betrokkenen: 500"),)


def test_new_data_open_it_again_without_flipping() -> None:
    before = decided(PLAIN, ANSWERED)
    more = replace(PLAIN, data_uses=(replace(PLAIN.data_uses[0], data_categories_own=("e-mailadres", "voornaam")),))
    changed = reopened(before, prescan_result(more, before, AROUND))
    assert changed is not None
    assert (changed.flips, changed.new) == (False, (("data", "voornaam"),))


def test_nothing_changed_opens_nothing() -> None:
    before = decided(PLAIN, ANSWERED)
    assert reopened(before, prescan_result(PLAIN, before, AROUND)) is None


BSN = replace(PLAIN, data_uses=(replace(PLAIN.data_uses[0], data_categories=("bsn",)),))


@pytest.mark.parametrize(
    ("activity", "prescan", "guided"),
    [
        (PLAIN, answered("new-legislation", "yes"), False),
        (PLAIN, answered("authority-list", "health-data"), False),
        (like(SPECIAL, large_scale=True), ANSWERED, False),
        (replace(PLAIN, european_criteria=("matching", "new_technology")), ANSWERED, True),
        (replace(PLAIN, european_criteria=("matching",)), ANSWERED, False),
        (PLAIN, ANSWERED, False),
        (PLAIN, None, False),
    ],
)
def test_two_criteria_ask_an_assessment_as_a_rule_and_law_and_list_always(
    activity: Activity, prescan: Prescan | None, guided: bool
) -> None:
    assert prescan_result(activity, prescan, AROUND).rests_on_guidance is guided


def test_a_national_number_scores_and_is_no_criterion() -> None:
    result = prescan_result(BSN, ANSWERED, AROUND)
    assert (result.verdict, result.score, [each.outcome.id for each in result.grounds]) == (NOT_REQUIRED, 2, [])


@pytest.mark.parametrize(
    ("activity", "prescan", "awaited"),
    [
        (PLAIN, ANSWERED, []),
        (PLAIN, answered("new-legislation"), ["Nieuwe wet of regeling"]),
        (like(large_scale=None), ANSWERED, ["grootschalig of niet"]),
        (like(public_monitoring=None), ANSWERED, ["stelselmatig volgen van de openbare ruimte"]),
        (like(SPECIAL, large_scale=None), ANSWERED, ["grootschalig of niet"]),
    ],
)
def test_without_a_verdict_it_says_what_is_to_be_answered(
    activity: Activity, prescan: Prescan, awaited: list[str]
) -> None:
    assert [each.nl for each in prescan_result(activity, prescan, AROUND).awaited] == awaited
