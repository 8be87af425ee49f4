"""Whether a measure carries out what was decided not to apply."""

from collections.abc import Iterable

from gemeentedossier.dossier.security.facts import ControlExclusion


def excluded_among(numbers: Iterable[str], exclusions: Iterable[ControlExclusion]) -> tuple[str, ...]:
    """Return which of these numbers of the baseline do not apply, in their order.

    A control that does not apply takes the government measures under it along: `8.15` takes `8.15.01`.
    """
    granted = {each.number for each in exclusions if each.granted}
    return tuple(number for number in numbers if number in granted or number.rpartition(".")[0] in granted)
