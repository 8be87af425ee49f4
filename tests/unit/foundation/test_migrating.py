"""While migrations run, a model that gets a field is rendered anew, and none beside it."""

from typing import Any

import pytest
from django.db import models
from django.db.migrations.operations import AddField, RemoveConstraint
from django.db.migrations.state import ModelState, ProjectState

from gemeentedossier.foundation.migrating import rendering_what_changes

NAMED = models.CheckConstraint(condition=~models.Q(name=""), name="named")


@pytest.fixture
def state() -> ProjectState:
    """That of a room with parties and agreements, rendered."""
    made = ProjectState()
    for name in ("Party", "Agreement"):
        fields: dict[str, models.Field[Any, Any]] = {
            "id": models.AutoField(primary_key=True),
            "name": models.TextField(),
        }
        made.add_model(ModelState("room", name, fields, {"constraints": [NAMED], "indexes": []}))
    assert made.apps.get_model("room", "Party")
    return made


def test_a_relation_that_is_new_leads_to_the_model_that_was_there(state: ProjectState) -> None:
    party, field = state.apps.get_model("room", "Party"), models.ForeignKey("room.Party", models.CASCADE, null=True)
    with rendering_what_changes():
        AddField("Agreement", "party", field).state_forwards("room", state)
    assert state.apps.get_model("room", "Agreement")._meta.get_field("party").related_model is party
    assert state.apps.get_model("room", "Party") is party


def test_what_had_no_field_before_the_migration_still_has_none(state: ProjectState) -> None:
    before = state.clone()
    with rendering_what_changes():
        AddField("Party", "country", models.TextField(default="NL"), preserve_default=False).state_forwards(
            "room", state
        )
    names = [[each.name for each in one.apps.get_model("room", "Party")._meta.get_fields()] for one in (before, state)]
    assert names == [["id", "name"], ["id", "name", "country"]]
    assert not state.apps.get_model("room", "Party")._meta.get_field("country").has_default()


def test_a_constraint_that_went_is_in_the_state_no_longer(state: ProjectState) -> None:
    with rendering_what_changes():
        RemoveConstraint("Party", "named").state_forwards("room", state)
    assert [state.models["room", name].options["constraints"] for name in ("party", "agreement")] == [[], [NAMED]]
