"""Judging ahead: a process that serves has judged before anybody asks, so that nobody's first page waits for it.

From its start, and on every new day, a thread reads and judges each municipality for which there is room among those
that the process keeps (``dossier.snapshot.kept``), and again where something changed, whichever process wrote: what was
erased stays in no memory. It works a quarter of the time, so that who asks meanwhile is hardly held up, and stops
nobody: who asks for the municipality at hand waits for the rest of that one.
"""

import datetime as dt
import gc
import logging
import time
from collections.abc import Callable
from threading import Thread
from typing import TypeAlias
from uuid import UUID

from django.db import connection

from gemeentedossier.assessment.engine.lots import lots_in, open_records
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.queries import forget_what_is_over, forget_what_stood, is_judged, judged_of
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.snapshot.kept import DOSSIERS
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope

Also: TypeAlias = Callable[[Judged], object]
BETWEEN = 60.0
"""Seconds between two looks whether there is anything to judge."""
REST = 3.0
"""So many times as long as a judgement took is waited before the next one."""
log = logging.getLogger(__name__)
_days: list[dt.date] = []
"""The day of the last round."""
_faults: dict[UUID, str] = {}
"""By municipality why it could not be judged the last time, which was told then."""


def start_judging_ahead(also: Also) -> None:
    """Do so from a thread of this process, to its end; the process that serves, not the one it was forked from."""
    Thread(target=_keep_judging, args=(also,), daemon=True, name="judging ahead").start()


def judge_ahead(also: Also, *, rest: Callable[[float], None] = time.sleep) -> int:
    """Judge each municipality that is not judged today, or changed since, and can be kept; return how many were.

    ``also`` works out what the pages make of it, as far as that is kept. A fault in one stops no other: whoever asks
    for that one is told. Raises that fault where the database went away: then nothing more can be judged.
    """
    count, freezes = 0, _begins_a_day()
    for municipality in Municipality.objects.order_by("slug"):
        began = time.perf_counter()
        try:
            count += _judged(municipality, also, freezes=freezes)
            _faults.pop(municipality.id, None)
        except Exception as fault:
            if _faults.get(municipality.id) != repr(fault):  # each minute the same, until somebody mends it
                log.exception("%s could not be judged ahead", municipality.slug)
            _faults[municipality.id] = repr(fault)
            if not connection.is_usable():  # it is no fault of this one: none of the others could be read either
                raise
        rest(REST * (time.perf_counter() - began))
    forget_what_is_over()
    if freezes:  # also what others judged meanwhile
        _freeze()
    return count


def _judged(municipality: Municipality, also: Also, *, freezes: bool) -> bool:
    with municipality_scope(municipality.id):
        if is_judged(municipality) and DOSSIERS.is_current(municipality.id):
            return False
        if not DOSSIERS.keeps(municipality.id) and not DOSSIERS.has_room(Activity.objects.count()):
            return False
        judged = judged_of(municipality)
        forget_what_stood(municipality)
        open_records(lots_in(judged.assessment))
        also(judged)
    if freezes:
        _freeze()
    return True


def _freeze() -> None:
    gc.collect()
    gc.freeze()


def _begins_a_day() -> bool:
    """Whether no round began today. Then everything is judged anew, and what is kept is frozen again: the collector
    would walk it again and again, and everybody would wait. What requests had in hand when it was frozen goes now.
    """
    if _days and _days[-1] == clock.today():
        return False
    _days[:] = [clock.today()]
    gc.unfreeze()
    return True


def _keep_judging(also: Also) -> None:
    while True:
        try:
            judge_ahead(also)
        except Exception:  # the database went away for a while, or a file could not be read; it may be there again
            log.exception("judging ahead was broken off; it goes on in a minute")
        finally:
            connection.close()
        time.sleep(BETWEEN)
