"""Progress of a command: a bar on a terminal; elsewhere a plain line now and then, beside what the command answers."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from gemeentedossier.foundation.engine.progress import Listener, listening

EVERY = 2.0
"""Seconds between two plain lines: quick work says nothing."""


class Lines(Protocol):
    """Where plain lines go."""

    def write(self, text: str) -> object:
        """Write a line."""


@contextmanager
def shown(steps: Mapping[str, str], *, to: Lines, every: float = EVERY) -> Iterator[None]:
    """Show what the block tells of its steps. ``steps`` gives the words of each step; others stay unsaid."""
    if not sys.stderr.isatty():
        with listening(_lines(steps, to, every)):
            yield
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars, listening(_bars(steps, bars)):
        yield


def _bars(steps: Mapping[str, str], bars: Progress) -> Listener:
    begun: dict[str, TaskID] = {}

    def listener(step: str, done: int, total: int) -> None:
        if step in steps:
            if step not in begun:
                begun[step] = bars.add_task(steps[step], total=total or None)
            bars.update(begun[step], completed=done, total=total or None)

    return listener


def _lines(steps: Mapping[str, str], to: Lines, every: float) -> Listener:
    last = time.monotonic()

    def listener(step: str, done: int, total: int) -> None:
        nonlocal last
        if step not in steps or time.monotonic() - last < every:
            return
        last = time.monotonic()
        of = _("%(step)s: %(done)s of %(total)s") if total else "%(step)s: %(done)s" if done else "%(step)s"
        to.write(of % {"step": steps[step], "done": done, "total": total})

    return listener
