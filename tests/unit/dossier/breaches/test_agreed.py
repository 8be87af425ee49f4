"""Which agreements give the hours within which a breach is told: those in force, in the right direction."""

import datetime as dt

import pytest

from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.breaches.engine.agreed import agreed_hours
from gemeentedossier.dossier.breaches.enums import MunicipalRole
from gemeentedossier.dossier.breaches.facts import BreachAtProcessor, BreachMoments, BreachTriage
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.foundation.identifiers import new_id
from tests.unit.dossier.breaches.recorded import a_breach, at

PARTY = new_id()
KNEW = at("2026-11-20T16:20")
FOR_ANOTHER = a_breach(
    triage=BreachTriage(municipal_role=MunicipalRole.PROCESSOR, controller_id=PARTY),
    moments=BreachMoments(aware_at=KNEW),
)
AT_PROCESSOR = a_breach(processor=BreachAtProcessor(at_processor=True, party_id=PARTY, processor_knew_at=KNEW))
CLIENT, PROCESSOR = PartyRole.CLIENT, PartyRole.PROCESSOR


def agreed_with(role: PartyRole | None, *, ended_on: dt.date | None = None) -> Agreement:
    return Agreement(
        new_id(),
        "Verwerking",
        AgreementKind.PROCESSOR,
        signed_on=dt.date(2026, 1, 1),
        ended_on=ended_on,
        breach_report_hours=12,
        parties=(AgreementParty(new_id(), PARTY, role=role),),
    )


@pytest.mark.parametrize(
    ("role", "for_another", "at_processor"), [(CLIENT, 12, None), (PROCESSOR, None, 12), (None, None, 12)]
)
def test_only_the_agreement_of_that_direction_counts(
    role: PartyRole | None, for_another: int | None, at_processor: int | None
) -> None:
    found = [agreed_hours(each, [agreed_with(role)]) for each in (FOR_ANOTHER, AT_PROCESSOR)]
    assert found == [for_another, at_processor]


@pytest.mark.parametrize(("last", "hours"), [(dt.date(2026, 11, 19), None), (dt.date(2026, 11, 20), 12)])
def test_an_agreement_that_ended_before_gives_no_hours(last: dt.date, hours: int | None) -> None:
    assert agreed_hours(FOR_ANOTHER, [agreed_with(CLIENT, ended_on=last)]) == hours
