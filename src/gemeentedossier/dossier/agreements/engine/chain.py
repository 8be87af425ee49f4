"""The chain of sub-processors (GDPR 28(2), 28(4)): who engages whom, and no circle in it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from gemeentedossier.dossier.agreements.enums import SubProcessorDecision
from gemeentedossier.dossier.agreements.facts import Agreement, SubProcessor


def circle_in(agreement: Agreement) -> tuple[str, ...]:
    """Return the parties of a chain that comes back to where it was, from the first to itself again; empty without one.

    A sub-processor may serve two parties; it may not stand below itself, nor may the processor stand below itself.
    """
    by_id = {each.id: each for each in agreement.sub_processors}
    top = {each.party_id: each.party_name for each in agreement.parties}
    names = top | {each.party_id: each.party_name for each in agreement.sub_processors}
    for each in agreement.sub_processors:
        path = chain_to(each, by_id)
        parties = [link.party_id for link in path]
        if each.party_id in top:
            return tuple(names[key] for key in (each.party_id, *parties))
        if each.party_id in parties[:-1]:
            return tuple(names[key] for key in parties[parties.index(each.party_id) :])
        if path[0].above_id is not None:
            return tuple(names[key] for key in (*parties, parties[0]))
    return ()


def chain_to(sub: SubProcessor, by_id: Mapping[UUID, SubProcessor]) -> tuple[SubProcessor, ...]:
    """Return the chain down to a sub-processor, the highest first; a circle is walked once."""
    path = [sub]
    seen = {sub.id}
    while (above := by_id.get(path[-1].above_id) if path[-1].above_id else None) and above.id not in seen:
        path.append(above)
        seen.add(above.id)
    return tuple(reversed(path))


def ordered(subs: Iterable[SubProcessor]) -> tuple[tuple[int, SubProcessor], ...]:
    """Return each sub-processor with its depth (1 is engaged by the processor itself), each below who engages it."""
    every = tuple(subs)
    below: dict[UUID | None, list[SubProcessor]] = {}
    for each in every:
        below.setdefault(each.above_id, []).append(each)
    found: list[tuple[int, SubProcessor]] = []

    def walk(above: UUID | None, depth: int) -> None:
        for each in below.pop(above, ()):
            found.append((depth, each))
            walk(each.id, depth + 1)

    walk(None, 1)
    return tuple(found)


def unlisted(agreement: Agreement) -> tuple[SubProcessor, ...]:
    """Return who was seen at work and is neither named in the agreement nor authorised since."""
    return tuple(
        each
        for each in agreement.sub_processors
        if each.listed is False and each.decision is not SubProcessorDecision.AUTHORISED
    )
