"""A breach of data that the municipality processes for another: that one is told, by name (GDPR 33(2))."""

import datetime as dt
from uuid import UUID

import pytest

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.enums import MunicipalRole, NotificationKind
from gemeentedossier.dossier.breaches.facts import BreachMoments, BreachNotification, BreachTriage, PersonalDataBreach
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.facts import Organisation

NOW = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
KNEW = NOW - dt.timedelta(days=3)


@pytest.mark.parametrize(
    ("for_whom", "is_told", "outcome"),
    [
        (UUID(int=7), True, Outcome.MET),
        (UUID(int=7), False, Outcome.NOT_MET),
        (None, True, Outcome.GAP),
    ],
)
def test_a_message_counts_only_where_it_is_known_to_whom(
    for_whom: UUID | None, is_told: bool, outcome: Outcome
) -> None:
    sent = BreachNotification(
        id=new_id(), kind=NotificationKind.CONTROLLER, sent_at=KNEW + dt.timedelta(hours=1), sent_by_id=new_id()
    )
    breach = PersonalDataBreach(
        id=new_id(),
        number="2026-001",
        title="Map kwijt",
        reported_at=KNEW,
        moments=BreachMoments(discovered_at=KNEW, aware_at=KNEW, aware_who="Jet", aware_grounds="Zij zag het."),
        triage=BreachTriage(
            security_broken=True, personal_data=True, municipal_role=MunicipalRole.PROCESSOR, controller_id=for_whom
        ),
        notifications=(sent,) if is_told else (),
    )
    dossier = Dossier(Organisation(UUID(int=1), "leeg", "Leeg"), NOW, breaches=(breach,))
    findings = judge(dossier, current_catalogue()).assessment.findings()
    assert [each.outcome for each in findings if each.rule_id == "controller-told-of-breach"] == [outcome]
