"""Counting what was found at the end of each month, so that nobody waits for the judging of a year."""

import datetime as dt
import logging

from django.db import transaction

from gemeentedossier.assessment.engine.lots import lots_of
from gemeentedossier.assessment.queries import judged_once
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.queries import is_committed, number_at
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.method.engine.months import count_parts
from gemeentedossier.method.models import FindingCount
from gemeentedossier.method.queries import months_uncounted

log = logging.getLogger(__name__)


def count_month() -> dt.date | None:
    """Count the newest month that is over and was not counted yet, and return its last day; None where none can be.

    One at a time: to judge a past moment of a large municipality takes seconds, and the round has more to do. A month
    that cannot be judged is tried again in the next round, and keeps none of the others waiting. Nothing is counted
    while a long write is not committed: it may belong to a month that is over, and a count stands for ever.
    """
    if not is_committed():
        return None
    for day in reversed(months_uncounted(clock.today())):
        try:
            with transaction.atomic():
                _count(day)
        except Exception:
            log.exception("the month that ended on %s was not counted", day)
            continue
        return day
    return None


def _count(day: dt.date) -> None:
    moment, now = clock.end_of(day), clock.now()
    judged = judged_once(Municipality.objects.get(pk=require_municipality_id()), moment=moment)
    number, edition = number_at(moment), judged.assessment.catalogue_version
    FindingCount.objects.bulk_create(
        FindingCount(
            as_of=day,
            part=part,
            met=found.met,
            not_met=found.not_met,
            unknown=found.unknown,
            edition=edition,
            ledger_number=number,
            counted_at=now,
        )
        for part, found in count_parts(lots_of(judged.assessment.cases)).items()
    )
