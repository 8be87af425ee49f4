"""Identifiers that are the same at every start, so that loading the example twice is loading it once."""

import itertools
from collections.abc import Callable
from uuid import UUID, uuid5

NAMESPACE = UUID("6f1d2a52-7c1e-5a0b-9a55-2d7f0a6c1e10")


def named(name: str) -> UUID:
    """The identifier of the thing of this name."""
    return uuid5(NAMESPACE, name)


def numbered(name: str) -> Callable[[], UUID]:
    """A maker of identifiers for the parts of the thing of this name, in order."""
    numbers = itertools.count()
    return lambda: named(f"{name}/{next(numbers)}")
