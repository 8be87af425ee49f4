"""The dossier as it was: up to an entry of the ledger, which no later commit can change."""

import dataclasses

from gemeentedossier.dossier.register.actions.activities import create_activity, delete_activity, edit_activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_of, dossier_up_to
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity


def size() -> int:
    settle()
    return ledger_size()


def as_of(municipality: Municipality, number: int) -> Dossier:
    return dossier_up_to(municipality, ledger_number=number, moment=clock.now())


def test_replaying_everything_equals_now(municipality: Municipality, everyone: Actor) -> None:
    create_activity(an_activity(), by=everyone)
    assert as_of(municipality, size()).activities == dossier_of(municipality).activities


def test_a_moment_before_a_change_does_not_show_it(municipality: Municipality, everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    before = size()
    edit_activity(dataclasses.replace(written, name="Later", recipients=()), by=everyone)
    size()
    assert as_of(municipality, before).activities == (written,)


def test_what_was_removed_since_is_still_there_then(municipality: Municipality, everyone: Actor) -> None:
    written = an_activity()
    create_activity(written, by=everyone)
    before = size()
    delete_activity(written.id, by=everyone, reason="dubbel")
    after = size()
    assert as_of(municipality, before).activities == (written,)
    assert as_of(municipality, after).activities == ()


def test_before_the_first_entry_nothing_was_known(municipality: Municipality, everyone: Actor) -> None:
    create_activity(an_activity(), by=everyone)
    size()
    assert as_of(municipality, 0).activities == ()
