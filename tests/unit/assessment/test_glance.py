"""Coverage under headings, against a plain count of every finding."""

import dataclasses
import datetime as dt
from collections import Counter

import pytest

from gemeentedossier.assessment.engine.glance import (
    MUNICIPALITY,
    NOBODY,
    article_order,
    articles_of,
    tally_by,
    tally_by_controller,
)
from gemeentedossier.assessment.engine.lots import lots_of
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.facts.citations import written_place
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.exchange.example.organisation import BURGEMEESTER, COLLEGE

A_DAY = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def judged() -> Judged:
    """The example, with one activity of two controllers and one of none."""
    catalogue = current_catalogue()
    dossier = example_dossier(catalogue)
    first, second, *others = dossier.activities
    both = dataclasses.replace(first, controller_ids=(COLLEGE.id, BURGEMEESTER.id))
    none = dataclasses.replace(second, controller_ids=())
    return judge(dataclasses.replace(dossier, moment=A_DAY, activities=(both, none, *others)), catalogue)


def found(counts: dict[Outcome, int]) -> dict[Outcome, int]:
    return {outcome: count for outcome, count in counts.items() if count}


def test_each_part_counts_its_findings(judged: Judged) -> None:
    tallies = tally_by(lots_of(judged.assessment.cases), lambda rule: (rule.part,))
    plain = judged.assessment.counts_per_part()
    assert {part: found(dict(tally.counts)) for part, tally in tallies.items()} == {
        p: dict(c) for p, c in plain.items()
    }


def test_each_article_counts_a_finding_once(judged: Judged) -> None:
    tallies = tally_by(lots_of(judged.assessment.cases), articles_of)
    plain = judged.assessment.counts_per_article()
    assert {key: found(dict(tally.counts)) for key, tally in tallies.items()} == {a: dict(c) for a, c in plain.items()}


def test_a_finding_on_an_activity_of_two_controllers_counts_for_each(judged: Judged) -> None:
    plain: dict[str, Counter[Outcome]] = {}
    for finding in judged.assessment.findings():
        activity = judged.activity_of(finding)
        keys = [str(key) for key in activity.controller_ids] or [NOBODY] if activity else [MUNICIPALITY]
        for key in keys:
            plain.setdefault(key, Counter())[finding.outcome] += 1
    tallies = tally_by_controller(judged)
    assert {key: found(dict(tally.counts)) for key, tally in tallies.items()} == {k: dict(c) for k, c in plain.items()}
    assert {NOBODY, MUNICIPALITY, str(COLLEGE.id), str(BURGEMEESTER.id)} <= tallies.keys()


def test_what_does_not_apply_is_left_out_of_what_applies(judged: Judged) -> None:
    for tally in tally_by(lots_of(judged.assessment.cases), lambda rule: (rule.part,)).values():
        closed = (Outcome.MET, Outcome.SUPPRESSED, Outcome.UNDECIDED)
        assert tally.applicable == tally.open + sum(tally.counts[outcome] for outcome in closed)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("AVG 5", "AVG 13"), ("AVG 99", "UAVG 1"), ("Wmo 2015 5.1.2", "Wmo 2015 5.1.10")],
)
def test_articles_stand_as_in_the_law(earlier: str, later: str) -> None:
    assert article_order(written_place(earlier)) < article_order(written_place(later))
