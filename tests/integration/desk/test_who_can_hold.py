"""Who can be chosen to answer for a record: who has a role that can, and who holds it already."""

from collections.abc import Callable
from uuid import UUID

import pytest

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.agreements.actions.agreements import record_agreement
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.security.actions.risks import record_risk
from gemeentedossier.dossier.security.facts import SecurityRisk
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, someone

DESK = "/duinveld/desk/"
Held = Callable[[UUID | None, Actor], str]


def a_system(owner: UUID | None, by: Actor) -> str:
    return f"security/systems/{record_system(System(new_id(), 'Zaaksysteem', owner_id=owner), by=by).id}/edit/"


def an_agreement(owner: UUID | None, by: Actor) -> str:
    made = Agreement(id=new_id(), name="Zaaksysteem", owner_id=owner)
    return f"agreements/{record_agreement(made, party_names=['Cloud BV'], by=by).id}/edit/what/"


def a_risk(owner: UUID | None, by: Actor) -> str:
    activity = an_activity()
    insert_activities([activity])
    risk = SecurityRisk(
        id=new_id(), activity_id=activity.id, threat="Diefstal.", aspect=SecurityAspect.CONFIDENTIALITY, owner_id=owner
    )
    record_risk(risk, by=by)
    return reverse("desk:risk-edit", args=["duinveld", risk.id]).removeprefix(DESK)


@pytest.fixture
def officer(municipality: object) -> Person:
    return someone(Role.PRIVACY_OFFICER)


def offered(reader: Person, address: str) -> set[UUID]:
    choices = browser_of(reader).get(f"{DESK}{address}").context["form"].fields["owner_id"].choices
    return {UUID(str(key)) for key, _name in choices if key}


@pytest.mark.parametrize("make", [a_system, a_risk, an_agreement])
@pytest.mark.parametrize(
    ("role", "can_hold"),
    [
        (Role.PROCESS_OWNER, True),
        (Role.CISO, True),
        (Role.EXECUTIVE, True),
        (Role.DATA_PROTECTION_OFFICER, False),
        (Role.AUDITOR, False),
        (Role.COUNCIL_MEMBER, False),
        (Role.ADMINISTRATOR, False),
    ],
)
def test_only_who_has_a_role_that_can_hold_it_is_offered(
    role: Role, make: Held, officer: Person, everyone: Actor, *, can_hold: bool
) -> None:
    person = someone(role)
    assert (person.pk in offered(officer, make(None, everyone))) is can_hold


@pytest.mark.parametrize("make", [a_system, a_risk, an_agreement])
def test_who_holds_it_stays_shown(make: Held, officer: Person, everyone: Actor) -> None:
    auditor = someone(Role.AUDITOR)
    assert auditor.pk in offered(officer, make(auditor.pk, everyone))
