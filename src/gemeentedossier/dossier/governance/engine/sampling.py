"""Drawing a sample that anybody can draw again.

Each record is given the SHA-256 of the seed, a colon and its own key, as text. The records with the lowest of these
come out, in that order. So the draw follows from the seed and the records alone: nobody can choose a case, and the
order in which the records were recorded makes no difference.
"""

import hashlib
from collections.abc import Collection
from uuid import UUID


def drawn(population: Collection[UUID], *, seed: str, size: int) -> tuple[UUID, ...]:
    """Return ``size`` records of the population, all where it holds fewer; the same each time for the same seed."""
    return tuple(sorted(population, key=lambda each: (_lot(each, seed), each))[:size])


def _lot(key: UUID, seed: str) -> str:
    return hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()
