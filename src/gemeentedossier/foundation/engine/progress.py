"""How far long work is, for whoever listens; nobody has to.

Work deep inside tells its step; a command or a job listens around it. So no function carries a callback for others.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Listener: TypeAlias = Callable[[str, int, int], None]
"""Called with the name of the step, how much of it is done, and how much there is (0: unknown)."""

_listener: ContextVar[Listener | None] = ContextVar("progress", default=None)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Whatever is told inside the block is told to this listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(step: str, *, done: int = 0, total: int = 0) -> None:
    """Say how far this step is; cheap where nobody listens."""
    listener = _listener.get()
    if listener is not None:
        listener(step, done, total)


def counted(items: Iterable[T], *, step: str, total: int) -> Iterable[T]:
    """The same items, telling how many were asked for; the items themselves where nobody listens."""
    listener = _listener.get()
    return items if listener is None else _told(items, listener, step, total)


def _told(items: Iterable[T], listener: Listener, step: str, total: int) -> Iterator[T]:
    listener(step, 0, total)
    for done, item in enumerate(items, start=1):
        yield item
        listener(step, done, total)
