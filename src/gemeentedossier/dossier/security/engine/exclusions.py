"""Whether a measure carries out what was decided not to apply."""

from collections.abc import Iterable, Mapping, Sequence

from gemeentedossier.dossier.security.facts import ControlExclusion


def excluded_among(numbers: Iterable[str], exclusions: Iterable[ControlExclusion]) -> tuple[str, ...]:
    """Return which of these numbers of the baseline do not apply, in their order.

    A control that does not apply takes the government measures under it along: `8.15` takes `8.15.01`.
    """
    granted = {each.number for each in exclusions if each.granted}
    return tuple(number for number in numbers if any(_takes_along(each, number) for each in granted))


def carried_out_by(number: str, baselines: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the names of the measures that carry out this number, or what it takes along; ``baselines`` by name."""
    return tuple(name for name, numbers in baselines.items() if any(_takes_along(number, each) for each in numbers))


def _takes_along(excluded: str, number: str) -> bool:
    return excluded in (number, number.rpartition(".")[0])
