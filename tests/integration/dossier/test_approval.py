"""Approval by two people: who submits does not adopt, and what was sent back says so until it is submitted again."""

import dataclasses

import pytest

from gemeentedossier.dossier.register.actions.activities import create_activity, edit_activity
from gemeentedossier.dossier.register.actions.adoption import adopt_activity, return_activity, submit_activity
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.register.queries.steps import returned_records
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity, another


def submitted(by: Actor) -> Activity:
    """An activity that waits for adoption."""
    made = an_activity()
    create_activity(made, by=by)
    submit_activity(made.id, revision=0, by=by)
    return made


def test_who_submitted_a_record_does_not_adopt_it(everyone: Actor) -> None:
    made = submitted(everyone)
    with pytest.raises(Refused, match="U hebt deze registratie zelf ingediend"):
        adopt_activity(made.id, revision=1, catalogue_version="1", by=everyone)
    assert activity_facts(made.id).record_state is RecordState.UNDER_REVIEW


def test_the_second_of_two_who_adopt_is_told_who_came_first(everyone: Actor) -> None:
    made = submitted(another(everyone))
    adopt_activity(made.id, revision=1, catalogue_version="1", by=everyone)
    with pytest.raises(Refused, match="Sam de Tester heeft deze registratie al vastgesteld, als versie 1"):
        adopt_activity(made.id, revision=1, catalogue_version="1", by=another(everyone))
    assert ActivityVersion.objects.count() == 1


def test_a_record_that_was_sent_back_tells_it_until_it_is_submitted_again(everyone: Actor) -> None:
    made = submitted(everyone)
    return_activity(made.id, revision=1, reason="De termijn ontbreekt.", by=everyone)
    edit_activity(dataclasses.replace(activity_facts(made.id), name="Later"), by=everyone)
    assert [(each.by, each.reason) for each in returned_records().values()] == [
        ("Sam de Tester", "De termijn ontbreekt.")
    ]
    submit_activity(made.id, revision=3, by=everyone)
    assert returned_records() == {}
