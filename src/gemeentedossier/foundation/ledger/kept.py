"""What was read of records and their history, kept as long as the ledger stands where it stood.

A tip is one committed state of the municipality, so what was read at it is right for every process, whoever wrote.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple
from uuid import UUID

from gemeentedossier.foundation.engine.remembering import Remembered
from gemeentedossier.foundation.ledger.tip import Tip, tip
from gemeentedossier.foundation.tenancy import require_municipality_id

Asked = TypeVarTuple("Asked")
Found = TypeVar("Found")
MOST = 1_000
"""So many answers of one question, of all municipalities together."""


def kept_at_tip(read: Callable[[*Asked], Found]) -> Callable[[*Asked], Found]:
    """Read once for each state of the ledger, by municipality and by what is asked; nobody may change what is found.

    ``read`` looks at nothing that stands in no ledger, nor at the time. A transaction that wrote reads for itself.
    """
    kept: Remembered[tuple[UUID, Tip, tuple[*Asked]], Found] = Remembered(lambda key: read(*key[2]), most=MOST)

    @wraps(read)
    def reader(*asked: *Asked) -> Found:
        reached = tip()
        return read(*asked) if reached is None else kept[(require_municipality_id(), reached, asked)]

    return reader
