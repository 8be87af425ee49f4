"""What the register proposes for a breach: the data, people and processors of the activities that were hit."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity


@dataclass(frozen=True, slots=True)
class Proposal:
    """What stands in the register; a person takes over what was hit."""

    data: tuple[str, ...]
    data_own: tuple[str, ...]
    people: tuple[str, ...]
    people_own: tuple[str, ...]
    systems: tuple[UUID, ...]
    processors: tuple[UUID, ...]


def proposal_of(activities: Iterable[Activity]) -> Proposal:
    """Everything that these activities use, without doubles."""
    hit = tuple(activities)
    uses = [use for each in hit for use in each.data_uses]
    return Proposal(
        data=tuple(dict.fromkeys(key for use in uses for key in use.data_categories)),
        data_own=tuple(dict.fromkeys(key for use in uses for key in use.data_categories_own)),
        people=tuple(dict.fromkeys(key for use in uses for key in use.subject_categories)),
        people_own=tuple(dict.fromkeys(key for use in uses for key in use.subject_categories_own)),
        systems=tuple(dict.fromkeys(key for each in hit for key in each.system_ids)),
        processors=tuple(
            dict.fromkeys(
                party.party_id
                for each in hit
                for party in each.parties
                if party.role is PartyRole.PROCESSOR and party.party_id
            )
        ),
    )
