"""Within how many hours a breach is to be told by what was agreed with the other side (GDPR 28(3)(f), 33(2))."""

from collections.abc import Iterable

from gemeentedossier.dossier.agreements.engine.term import holds_on
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.breaches.engine.clock import agreed_hours_for
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.foundation.clock import AMSTERDAM


def agreed_hours(breach: PersonalDataBreach, agreements: Iterable[Agreement]) -> int | None:
    """The strictest hours of the agreements that held when the hours began; None where none names any.

    Where the municipality processes for another, only agreements with it as client count; where it happened at a
    processor, those in which that party is not the client.
    """
    party = breach.triage.controller_id if breach.is_for_another else breach.processor.party_id
    if party is None:
        return None
    began = breach.moments.aware_at if breach.is_for_another else breach.processor.processor_knew_at
    day = (began or breach.reported_at).astimezone(AMSTERDAM).date()

    def is_of_them(member: AgreementParty) -> bool:
        is_client = member.role is PartyRole.CLIENT
        return member.party_id == party and is_client is breach.is_for_another and member.takes_part_on(day)

    held = (each for each in agreements if any(map(is_of_them, each.parties)) and holds_on(each, day))
    return agreed_hours_for(each.breach_report_hours for each in held)
