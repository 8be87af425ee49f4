"""Bodies and units of a municipality, where two people write at once and where the law has a say."""

import dataclasses

import pytest

from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.controllers import edit_controller, record_controller
from gemeentedossier.organisation.actions.names import writing_name
from gemeentedossier.organisation.actions.units import record_unit, rename_unit
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Controller
from gemeentedossier.organisation.models import Controller as Body
from gemeentedossier.organisation.models import Unit

COUNCIL = Controller(id=new_id(), kind=ControllerKind.GEMEENTERAAD, name="Raad")


def written_while_another_writes(name: str, by: Actor) -> None:
    with verb("test", by=by), writing_name(Unit, name, own=None) as kept:
        Unit.objects.create(name=name)
        Unit.objects.create(name=kept)


def test_a_name_that_somebody_wrote_at_the_same_moment_is_told(everyone: Actor) -> None:
    with pytest.raises(Refused, match="Zorg"):
        written_while_another_writes("Zorg", everyone)
    assert not Unit.objects.exists()


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "…"])
def test_a_unit_has_a_name_that_can_be_read(everyone: Actor, name: str) -> None:
    with pytest.raises(Refused):
        record_unit(name, by=everyone)


def test_the_last_body_that_the_law_gives_a_municipality_stays_of_its_kind(everyone: Actor) -> None:
    record_controller(COUNCIL, by=everyone)
    with pytest.raises(Refused):
        edit_controller(dataclasses.replace(COUNCIL, kind=ControllerKind.OTHER), by=everyone)
    edit_controller(dataclasses.replace(COUNCIL, name="Gemeenteraad"), by=everyone)
    assert (Body.objects.get().kind, Body.objects.get().name) == ("gemeenteraad", "Gemeenteraad")


def test_a_unit_that_somebody_renamed_since_keeps_that_name(everyone: Actor) -> None:
    unit = record_unit("Zorg", by=everyone)
    rename_unit(unit.pk, name="Zorg en welzijn", read="Zorg", by=everyone)
    with pytest.raises(EditedMeanwhile, match="Zorg en welzijn"):
        rename_unit(unit.pk, name="Hulp", read="Zorg", by=everyone)
    assert Unit.objects.get(pk=unit.pk).name == "Zorg en welzijn"
