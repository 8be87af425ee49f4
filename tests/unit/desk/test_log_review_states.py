"""Whether a log was looked at in time, and what became of what was found: in words, the day before and the day of."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import translation

from gemeentedossier.desk.presenters.log_reviews import plan_badge, review_badge
from gemeentedossier.dossier.security.facts import LogReview, LogReviewPlan
from gemeentedossier.foundation.identifiers import new_id

BEGUN = dt.date(2026, 1, 31)
PLAN = LogReviewPlan(new_id(), new_id(), "Access.", 3, BEGUN)
REVIEW = LogReview(new_id(), dt.date(2026, 4, 1), new_id(), "Nothing.")


@pytest.mark.parametrize(
    ("plan", "day", "word"),
    [
        (PLAN, dt.date(2026, 1, 30), "Not begun"),
        (PLAN, dt.date(2026, 1, 31), "Done in time"),
        (PLAN, dt.date(2026, 3, 30), "Done in time"),
        (PLAN, dt.date(2026, 3, 31), "Due"),
        (PLAN, dt.date(2026, 4, 30), "Due"),
        (PLAN, dt.date(2026, 5, 1), "Overdue"),
        (replace(PLAN, reviews=(REVIEW,)), dt.date(2026, 5, 1), "Done in time"),
        (replace(PLAN, ended_on=dt.date(2026, 6, 1)), dt.date(2026, 5, 31), "Overdue"),
        (replace(PLAN, ended_on=dt.date(2026, 6, 1)), dt.date(2026, 6, 1), "Ended"),
    ],
)
def test_where_a_plan_stands_on_a_day(plan: LogReviewPlan, day: dt.date, word: str) -> None:
    with translation.override("en"):
        assert str(plan_badge(plan, day).word) == word


@pytest.mark.parametrize(
    ("review", "word"),
    [
        (REVIEW, "Nothing written"),
        (replace(REVIEW, follow_up="Spoken to."), "Being dealt with"),
        (replace(REVIEW, follow_up="Spoken to.", followed_up_on=dt.date(2026, 4, 8)), "Dealt with"),
    ],
)
def test_what_became_of_a_review(review: LogReview, word: str) -> None:
    with translation.override("en"):
        assert str(review_badge(review).word) == word
