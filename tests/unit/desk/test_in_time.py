"""Whether what came in was done in time: what runs still, and what nobody can tell, are two things."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.desk.presenters.breaches import BreachSight
from gemeentedossier.desk.presenters.charts import breaches_chart
from gemeentedossier.desk.presenters.in_time import Notified, notified
from gemeentedossier.desk.presenters.requests import RequestSight, requests_table
from gemeentedossier.dossier.breaches.enums import NotificationKind
from gemeentedossier.dossier.breaches.facts import BreachClosing, BreachMoments, BreachTriage, PersonalDataBreach
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.clock import RequestLaw
from gemeentedossier.dossier.requests.enums import Answered, Channel
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.method.engine.officer_figures import Period, figures_of
from tests.unit.assessment.dossiers import dossier_with
from tests.unit.dossier.breaches.recorded import WHO, a_breach, at, law, sent

KNEW = at("2026-11-20T10:00")
IS_BREACH = BreachTriage(security_broken=True, personal_data=True)
CLOSING = BreachClosing(closed_at=KNEW + dt.timedelta(hours=3), closed_by_id=WHO)


def one(**fields: Any) -> PersonalDataBreach:
    return a_breach(**{"triage": IS_BREACH, "moments": BreachMoments(aware_at=KNEW), **fields})


@pytest.mark.parametrize(
    ("breach", "now", "expected"),
    [
        (one(), "2026-11-21T10:00", Notified.RUNNING),
        (one(), "2026-11-28T10:00", Notified.LATE),
        (one(closing=CLOSING), "2026-11-28T10:00", Notified.UNKNOWN),
        (one(moments=BreachMoments()), "2026-11-28T10:00", Notified.UNKNOWN),
    ],
    ids=["runs", "passed", "closed-without-telling", "known-since-nobody-knows-when"],
)
def test_a_notification_that_nobody_can_tell_about_does_not_run(
    breach: PersonalDataBreach, now: str, expected: Notified
) -> None:
    sight = BreachSight(slug="x", dossier=dossier_with(), catalogue=current_catalogue(), law=law(), now=at(now))
    assert notified(sight, breach) is expected


def test_a_request_without_a_last_day_is_unknown_and_says_how_long_it_is_open() -> None:
    catalogue = current_catalogue()
    asked = DataSubjectRequest(new_id(), "2018-0001", DataSubjectRight.ACCESS, dt.date(2018, 3, 1), Channel.LETTER)
    sight = RequestSight(
        slug="x",
        dossier=dossier_with(),
        catalogue=catalogue,
        law=RequestLaw.of(catalogue),
        today=dt.date(2018, 3, 31),
        words=Words(catalogue, "nl", {}),
    )
    table = requests_table(sight, [asked])
    assert sight.answered(asked) is Answered.UNKNOWN  # the law of then gave another term
    assert table is not None
    assert table.rows[0].cells[3].note == "staat 30 dagen open"
    on = dt.date(2026, 11, 2)
    assert replace(sight, today=on).answered(replace(asked, received_on=on)) is Answered.RUNNING


def test_a_report_of_the_first_hour_of_a_quarter_is_counted_in_it() -> None:
    breach = one(reported_at=at("2027-01-01T00:10"))
    now = at("2027-01-01T00:30").astimezone(dt.UTC)
    dossier = replace(dossier_with(), breaches=(breach,))
    sight = BreachSight(slug="x", dossier=dossier, catalogue=current_catalogue(), law=law(), now=now)
    assert [bar.total for bar in breaches_chart(sight, "/b/").bars] == [0] * 7 + [1]


@pytest.mark.parametrize(("hours", "reason", "late"), [(100, "", True), (5, "Toch op tijd.", False)])
def test_the_report_of_the_officer_counts_as_too_late_what_the_chart_does(
    hours: int, reason: str, *, late: bool
) -> None:
    first = sent(NotificationKind.FIRST, "2026-11-20T10:00", delay_reason=reason)
    told = replace(first, sent_at=KNEW + dt.timedelta(hours=hours))
    breach = one(notifications=(told,), reported_at=KNEW)
    dossier = replace(dossier_with(), breaches=(breach,))
    sight = BreachSight(slug="x", dossier=dossier, catalogue=current_catalogue(), law=law(), now=at("2026-12-20T10:00"))
    year = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    figures = figures_of(judge(dossier, current_catalogue()), current_catalogue(), year, today=dt.date(2026, 12, 20))
    counted = next(each.number for each in figures if each.id == "breach-notified-late")
    assert (notified(sight, breach) is Notified.LATE, bool(counted)) == (late, late)
