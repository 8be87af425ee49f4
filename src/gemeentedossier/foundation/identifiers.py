"""Identifiers of records: UUID version 7 (RFC 9562), which sort by time and reveal nothing else.

Written here because libraries that promise an order give every identifier a millisecond of its own: after a large
import theirs ran a minute ahead of the clock.
"""

import os
import time
from collections.abc import Iterator
from struct import Struct
from uuid import UUID

NANOSECONDS_PER_TICK = 250
"""The twelve bits below the millisecond hold its part in ticks (RFC 9562, 6.2, method 3): 4,000 of 4,096."""
TICKS_PER_MILLISECOND = 1_000_000 // NANOSECONDS_PER_TICK
VERSION, VARIANT, RANDOM = 7 << 76, 2 << 62, (1 << 62) - 1
_ONE, _MANY = Struct("!Q"), Struct("!256Q")

_last_tick = 0


def new_id() -> UUID:
    """A fresh identifier. Those of one thread sort in the order in which they were made."""
    return _identifier(*_ONE.unpack(os.urandom(_ONE.size)))


def new_ids() -> Iterator[UUID]:
    """Fresh identifiers without end, each made when it is asked for; chance is drawn for many at once."""
    while True:
        yield from map(_identifier, _MANY.unpack(os.urandom(_MANY.size)))


def _identifier(chance: int) -> UUID:
    global _last_tick
    _last_tick = tick = max(time.time_ns() // NANOSECONDS_PER_TICK, _last_tick + 1)
    milliseconds, part = divmod(tick, TICKS_PER_MILLISECOND)
    return UUID(int=milliseconds << 80 | VERSION | part << 64 | VARIANT | chance & RANDOM)
