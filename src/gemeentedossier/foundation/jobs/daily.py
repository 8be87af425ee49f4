"""What is looked after every day or every hour while the program serves, without anybody asking for it.

``gemeentedossier serve`` starts one process for it, which goes its rounds at once and then every day and every hour,
and ends with the process that started it (``daily_process``).
"""

import logging
import select
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from typing import IO, TypeAlias

from django.db import Error, connection, connections

from gemeentedossier.foundation.mail import asking_once
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.scope import bound
from gemeentedossier.foundation.tenancy import municipality_scope

BETWEEN_ROUNDS = 60 * 60
"""Seconds. What is done every day is done in the first round, and in each twenty-fourth after it."""
ROUNDS_A_DAY = 24
ROUND = "hashtextextended('daily round', 0)"
"""The lock of the database under which a round is gone: servers that share a database do not both go."""
Care: TypeAlias = Callable[[], object]
"""Called for one municipality, in a transaction of its own, or in none where it takes steps that each stand."""
_CARES: dict[str, Care] = {}
_HOURLY: dict[str, Care] = {}
_IN_STEPS = set[str]()
log = logging.getLogger(__name__)


def register_daily(name: str, care: Care, *, in_steps: bool = False) -> None:
    """This is done for each municipality every day; ``in_steps`` opens the scope itself, for each step that stands."""
    _CARES[name] = care
    _IN_STEPS.update({name} if in_steps else ())


def register_hourly(name: str, care: Care, *, in_steps: bool = False) -> None:
    """This is done for each municipality every hour: it looks first whether there is anything to do."""
    _HOURLY[name] = care
    _IN_STEPS.update({name} if in_steps else ())


def start_daily() -> "subprocess.Popen[bytes]":
    """Start the process that goes the rounds; it lives as long as the one that calls."""
    process = "gemeentedossier.foundation.jobs.daily_process"
    return subprocess.Popen([sys.executable, "-m", process], stdin=subprocess.PIPE, start_new_session=True)


def keep_going(started_by: IO[bytes], *, every: float) -> None:
    """Go round at once and then every so many seconds, until whoever started this closes its end."""
    ended: list[IO[bytes]] = []
    for number in count():
        if ended:
            return
        try:
            if number % ROUNDS_A_DAY:
                go_round(hourly=True)
            else:
                go_round()
        except Error:  # it went away for a while; whoever serves has it started again
            log.exception("the round was broken off; the next one goes on")
        finally:
            connections.close_all()
        ended, _writable, _failed = select.select([started_by], [], [], every)


def go_round(*, hourly: bool = False) -> None:
    """Do everything once for each municipality, or what is done ``hourly`` alone; nothing where another is at it."""
    cares = _HOURLY if hourly else {**_CARES, **_HOURLY}
    if not _asked(f"SELECT pg_try_advisory_lock({ROUND})"):
        return
    try:
        with asking_once():
            for municipality in Municipality.objects.order_by("slug"):
                for name, care in cares.items():
                    _do(name, care, municipality)
    finally:
        _asked(f"SELECT pg_advisory_unlock({ROUND})")


def _do(name: str, care: Care, municipality: Municipality) -> None:
    """One fault stops no other work, nor another municipality's."""
    try:
        with (bound if name in _IN_STEPS else municipality_scope)(municipality.id):
            care()
    except Exception:
        log.exception("%s of %s failed; it is tried again in the next round", name, municipality.slug)


def _asked(statement: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return bool(cursor.fetchone()[0])
