"""Two people write at the same moment, on two connections: the one who comes second is told, and nothing stands twice.

The first has written and not yet committed when the second begins, so that the second cannot see what was written:
what stops it is the database alone.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import translation

from gemeentedossier.dossier.parties.actions.parties import ensure_party, record_party
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.parties.models import Party as PartyRow
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.actions.people import give_role, roles_held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person

BY = Actor(name="test", roles=frozenset(Role))
WAITING = "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = %s"
LONGEST = 20.0
"""Seconds after which a test gives up."""


@pytest.fixture
def place(transactional_db: None) -> UUID:
    key: UUID = Municipality.objects.create(slug="duinveld", name="Duinveld").id
    return key


def told_to_the_second(place: UUID, first: Callable[[], object], second: Callable[[], object]) -> str:
    """What the second is told, who begins when the first has written, and waits until that commits; empty for none."""
    written, waits = Event(), Event()

    def begin() -> None:
        with municipality_scope(place), transaction.atomic():
            first()
            written.set()
            assert waits.wait(LONGEST)

    def follow() -> str:
        assert written.wait(LONGEST)
        try:
            with municipality_scope(place), translation.override("en"):
                second()
        except Refused as refusal:
            return str(refusal)
        return ""

    with ThreadPoolExecutor(2) as people:
        begun, followed = people.submit(_closing, begin), people.submit(_closing, follow)
        for _ in range(int(LONGEST * 25)):
            if followed.done() or _somebody_waits():
                break
            sleep(0.02)
        waits.set()
        begun.result()
        return str(followed.result())


def _closing(act: Callable[[], object]) -> object:
    try:
        return act()
    finally:
        connection.close()


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [connection.settings_dict["NAME"]])
        return bool(cursor.fetchone()[0])


def test_a_party_that_two_record_at_once_stands_once_and_the_second_is_told(place: UUID) -> None:
    def record() -> object:
        return record_party(Party(id=new_id(), name="Het Baken"), by=BY)

    told = told_to_the_second(place, record, record)
    assert told == "There is another party called “Het Baken”. Choose another name, or join the two."
    with municipality_scope(place):
        assert PartyRow.objects.count() == 1


def test_a_supplier_that_two_write_at_once_stands_once_and_the_second_is_told(place: UUID) -> None:
    told = told_to_the_second(place, lambda: ensure_party("Het Baken"), lambda: ensure_party("Het Baken"))
    assert told.startswith("Somebody else recorded the party “Het Baken” just now.")
    with municipality_scope(place):
        assert PartyRow.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "second", "told", "held"),
    [
        (Role.PRIVACY_OFFICER, Role.DATA_PROTECTION_OFFICER, "Eva cannot be both", ["privacy_officer"]),
        (Role.DATA_PROTECTION_OFFICER, Role.PRIVACY_OFFICER, "Eva cannot be both", ["data_protection_officer"]),
        (Role.CISO, Role.PROVIDER, "Eva cannot act for a party and work here", ["ciso"]),
        (Role.CISO, Role.AUDITOR, "", ["auditor", "ciso"]),
        (Role.CISO, Role.CISO, "", ["ciso"]),
    ],
)
def test_roles_that_two_give_at_once_are_judged_together(
    first: Role, second: Role, told: str, held: list[str], place: UUID
) -> None:
    with municipality_scope(place):
        person = Person.objects.create(name="Eva")
    said = told_to_the_second(
        place,
        lambda: give_role(person, role=first, until=None, by=BY),
        lambda: give_role(person, role=second, until=None, by=BY),
    )
    with municipality_scope(place):
        assert (said[: len(told)], bool(said), roles_held(person)) == (told, bool(told), held)
