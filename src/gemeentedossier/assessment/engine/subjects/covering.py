"""What was agreed with a party about an activity, and what was decided that it is: looked up for ``party.*``."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.dossier.agreements.engine.term import HOLDS, last_day, state_on
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, FoundRole
from gemeentedossier.dossier.agreements.facts import Agreement, RoleTest
from gemeentedossier.dossier.register.enums import PartyRole

FITTING: Mapping[PartyRole, frozenset[AgreementKind]] = {
    PartyRole.PROCESSOR: frozenset({AgreementKind.PROCESSOR}),
    PartyRole.JOINT_CONTROLLER: frozenset({AgreementKind.JOINT_CONTROLLERS}),
    PartyRole.INDEPENDENT_CONTROLLER: frozenset({AgreementKind.DATA_SUPPLY, AgreementKind.COVENANT}),
    PartyRole.CLIENT: frozenset({AgreementKind.PROCESSOR}),
}
"""Which kind of agreement a role asks."""
ROLES: Mapping[FoundRole, PartyRole] = {
    FoundRole.CONTROLLER: PartyRole.INDEPENDENT_CONTROLLER,
    FoundRole.JOINT_CONTROLLER: PartyRole.JOINT_CONTROLLER,
    FoundRole.PROCESSOR: PartyRole.PROCESSOR,
    FoundRole.INDEPENDENT_RECIPIENT: PartyRole.INDEPENDENT_CONTROLLER,
}
"""What the register calls what the test found."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed agreement as it stands on the day."""

    kind: AgreementKind | None
    name: str
    holds: bool
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class Covers:
    """Signed agreements and decided roles of one activity, by party."""

    signed: Mapping[UUID, tuple[Signed, ...]] = field(default_factory=dict)
    decided: Mapping[UUID, PartyRole] = field(default_factory=dict)

    def for_role(self, party_id: UUID, role: PartyRole | None) -> Signed | None:
        """The agreement with the party that fits the role: one that holds before one that is over, else the latest."""
        fitting = FITTING[role] if role else frozenset(AgreementKind)
        found = [each for each in self.signed.get(party_id, ()) if each.kind in fitting]
        return max(found, key=lambda each: (each.holds, each.last_day or dt.date.max), default=None)


NOTHING_SIGNED = Covers()


def covers_in(
    agreements: Iterable[Agreement], role_tests: Iterable[RoleTest], *, day: dt.date
) -> tuple[Mapping[UUID, Covers], Mapping[UUID, PartyRole]]:
    """Return what covers each activity on the day, and what was decided of a party for every activity."""
    signed: dict[UUID, dict[UUID, tuple[Signed, ...]]] = {}
    for agreement in agreements:
        state = state_on(agreement, day)
        if state is AgreementState.DRAFT:
            continue
        one = Signed(agreement.kind, agreement.name, state in HOLDS, last_day(agreement, on=day))
        for activity_id in agreement.activity_ids:
            parties = signed.setdefault(activity_id, {})
            for party in agreement.parties:
                if party.takes_part_on(day):
                    parties[party.party_id] = (*parties.get(party.party_id, ()), one)
    decided, everywhere = _decided(role_tests)
    keys = signed.keys() | decided.keys()
    return {key: Covers(signed.get(key, {}), decided.get(key, {})) for key in keys}, everywhere


def _decided(tests: Iterable[RoleTest]) -> tuple[dict[UUID, dict[UUID, PartyRole]], dict[UUID, PartyRole]]:
    """What was decided last, per activity and party, and per party as such."""
    decided: dict[UUID, dict[UUID, PartyRole]] = {}
    everywhere: dict[UUID, PartyRole] = {}
    made = [(test.decided_at, test, test.decided) for test in tests if test.decided and test.decided_at]
    for _, test, role in sorted(made, key=lambda each: each[0]):
        if test.activity_id:
            decided.setdefault(test.activity_id, {})[test.party_id] = ROLES[role]
        else:
            everywhere[test.party_id] = ROLES[role]
    return decided, everywhere
