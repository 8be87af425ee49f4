"""Working ahead: what is next is made while what came before is being written."""

import sys
from collections.abc import Iterable, Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 2
"""How many are kept ready: more would only fill the memory."""
PATIENCE = 0.2
"""Seconds between looks whether anybody still wants them."""
USUAL, QUICK = sys.getswitchinterval(), 0.0002
"""Seconds that a thread which waits for its turn leaves to the other. Whoever writes waits after each answer of the
database, which then has nothing to do: the usual time, some hundreds of times, is more than a second of an import.
"""


def ahead(items: Iterable[T]) -> Iterator[T]:
    """Yield the same items, made in a thread of their own; what goes wrong there is raised here.

    The thread ends with the last item, or soon after nobody asks any more.
    """
    maker = _Maker(items)
    sys.setswitchinterval(QUICK)
    maker.start()
    try:
        yield from maker.made()
    finally:
        maker.unwanted.set()
        maker.join()
        sys.setswitchinterval(USUAL)


class _Maker(Thread, Generic[T]):
    def __init__(self, items: Iterable[T]) -> None:
        super().__init__(name="ahead", daemon=True)
        self.unwanted = Event()
        self._items = items
        self._ready: Queue[tuple[T, ...] | BaseException] = Queue(MOST)

    def run(self) -> None:
        try:
            for item in self._items:
                self._put((item,))
                if self.unwanted.is_set():
                    return
            self._put(())
        except BaseException as error:
            self._put(error)

    def made(self) -> Iterator[T]:
        while found := self._ready.get():
            if isinstance(found, BaseException):
                raise found
            yield found[0]

    def _put(self, found: tuple[T, ...] | BaseException) -> None:
        while not self.unwanted.is_set():
            try:
                self._ready.put(found, timeout=PATIENCE)
            except Full:
                continue
            return
