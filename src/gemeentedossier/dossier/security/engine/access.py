"""Whether a right that was found belongs to the task, by the access matrix: deny by default, unknown without one."""

from collections.abc import Iterable

from gemeentedossier.dossier.security.facts import AccessRight, AccessRule


def is_within_task(right: AccessRight, rules: Iterable[AccessRule]) -> bool | None:
    """Return whether a line of the matrix opens this activity and purpose to the function; None where no line stands.

    A right without a purpose reaches the whole activity, so a line for one purpose does not cover it.
    """
    own = [each for each in rules if each.activity_id == right.activity_id]
    if not own:
        return None
    return any(_same(each.function, right.function) and each.purpose_id in (None, right.purpose_id) for each in own)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
