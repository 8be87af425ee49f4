"""What charts count is known by its kind: however the words stand, each number stands with its own."""

import datetime as dt
from enum import StrEnum

import pytest

from gemeentedossier.desk.presenters.charts import ANSWERS, BEYOND, NOTIFICATIONS, SHORTFALLS, TERMS
from gemeentedossier.desk.presenters.counted_kinds import ByQuarter, series_of
from gemeentedossier.desk.presenters.in_time import Notified, answered_words, notified_words
from gemeentedossier.desk.presenters.over_time import LOOKS
from gemeentedossier.dossier.requests.enums import Answered

DAY = dt.date(2026, 11, 2)
CAME = [(DAY, Answered.LATE), (DAY, Answered.LATE), (DAY, Answered.IN_TIME), (dt.date(2024, 1, 1), Answered.LATE)]


@pytest.mark.parametrize("kinds", [list(Answered), list(reversed(Answered)), [Answered.LATE]])
def test_each_number_stands_with_its_own_word_and_leads_to_its_own_cases(kinds: list[Answered]) -> None:
    words = {each: each.name for each in kinds}
    found = ByQuarter.of(CAME, until=DAY)
    bar = found.bars(words, url="/r/?answered=")[-1]
    labels = [str(each.label) for each in series_of(words, ANSWERS)]
    assert dict(zip(labels, bar.values, strict=True)) == {each.name: found.count({each}) for each in kinds}
    assert [url.partition("&")[0] for url in bar.urls] == [f"/r/?answered={each.value}" for each in kinds]


def test_what_came_before_the_first_quarter_is_left_out() -> None:
    found = ByQuarter.of(CAME, until=DAY)
    assert (found.count(Answered), found.count({Answered.LATE})) == (3, 2)


def test_nothing_is_drawn_where_nothing_came_in() -> None:
    assert ByQuarter.of([(dt.date(2024, 1, 1), Answered.LATE)], until=DAY).bars(Answered) == ()


@pytest.mark.parametrize("looks", [ANSWERS, NOTIFICATIONS, SHORTFALLS, TERMS, BEYOND, LOOKS])
def test_every_kind_has_a_look_of_its_own(looks: dict[StrEnum, object]) -> None:
    (kind,) = {type(each) for each in looks}
    assert (set(looks), len(set(looks.values()))) == (set(kind), len(kind))


def test_every_kind_of_a_list_has_a_word() -> None:
    assert (set(notified_words()), set(answered_words())) == (set(Notified), set(Answered))
