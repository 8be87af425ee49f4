"""What of security waits on Today for whoever can do it, and for nobody else."""

import dataclasses
import datetime as dt
from uuid import UUID

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.today_decisions import decisions
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role

DAY = dt.date(2026, 11, 28)


def told(dossier: Dossier, role: Role, day: dt.date = DAY) -> list[str]:
    actor = Actor(name="Ali", person_id=UUID(int=1), roles=frozenset({role}))
    found = decisions(dossier, current_catalogue().risk_scale, actor=actor, today=day, slug="duinrade")
    return [str(each.sentence.url).rpartition("/security/")[2] for each in found]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.EXECUTIVE, ["risks/", "applicability/"]),
        (Role.CISO, ["log-reviews/"]),
        (Role.DATA_PROTECTION_OFFICER, ["log-reviews/"]),
        (Role.PRIVACY_OFFICER, ["log-reviews/"]),
        (Role.PROCESS_OWNER, []),
        (Role.AUDITOR, []),
    ],
)
def test_each_is_led_to_what_only_they_can_do(role: Role, expected: list[str]) -> None:
    assert told(example_dossier(current_catalogue()), role) == expected


def test_nothing_waits_once_it_is_decided() -> None:
    dossier = dataclasses.replace(example_dossier(current_catalogue()), security_risks=(), exclusions=())

    assert told(dossier, Role.EXECUTIVE) == []


@pytest.mark.parametrize(("day", "expected"), [(dt.date(2027, 9, 1), 1), (dt.date(2027, 9, 2), 2)])
def test_an_acceptance_that_ran_out_waits_for_a_decision_again(day: dt.date, expected: int) -> None:
    actor = Actor(name="Ali", person_id=UUID(int=1), roles=frozenset({Role.EXECUTIVE}))
    found = decisions(
        example_dossier(current_catalogue()), current_catalogue().risk_scale, actor=actor, today=day, slug="duinrade"
    )

    assert str(found[0].sentence.label).startswith(f"{expected} ")
