"""Which data are of whom, only where the file itself says it."""

from collections.abc import Sequence

from gemeentedossier.exchange.engine.cells.names import Listed
from gemeentedossier.exchange.facts import DraftDataUse, Taken


def pairs_of(subjects: Sequence[Taken[Listed]], data: Sequence[Taken[Listed]]) -> tuple[Taken[DraftDataUse], ...]:
    """Pairs of people and data: by the numbers that data refer to ("NAW (1,2)"), or because all data can
    only be of the one group that is named. Empty where the file leaves it open."""
    if len(subjects) == 1:
        return tuple(_pair(subjects[0], each) for each in data)
    by_number = {each.value.number: each for each in subjects if each.value.number}
    pairs = []
    for each in data:
        referred = [by_number[number] for number in each.value.refers_to if number in by_number]
        if not referred or len(referred) < len(each.value.refers_to):
            return ()
        pairs += [_pair(subject, each) for subject in referred]
    return tuple(pairs)


def _pair(subject: Taken[Listed], data: Taken[Listed]) -> Taken[DraftDataUse]:
    return Taken(DraftDataUse(subject.value.named, data.value.named), data.origin)
