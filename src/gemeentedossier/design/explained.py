"""Help beside fields: a room that knows what its fields ask declares it here, and every form shows it."""

from collections.abc import Callable
from typing import TypeAlias

from django.forms import BoundField

from gemeentedossier.design.parts import Explanation

Explain: TypeAlias = Callable[[BoundField], Explanation | None]
_declared: dict[str, Explain] = {}


def declare_explanations(*, room: str, explain: Explain) -> None:
    """Say how a room explains its fields; ``explain`` gives None for a field that it does not explain."""
    _declared[room] = explain


def explanation_of(field: BoundField) -> Explanation | None:
    """Return the help beside a field, of the first room that has it; None where none has."""
    return next((found for explain in _declared.values() if (found := explain(field))), None)
