"""Activities that were adopted and published, and a visitor without an account."""

import dataclasses
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import create_activity, edit_activity
from gemeentedossier.dossier.register.actions.adoption import adopt_activity, publish_activity, submit_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.trail import Actor
from tests.builders import another

Adopt = Callable[[UUID], None]
Publish = Callable[[Activity], Activity]


@pytest.fixture
def visitor() -> Client:
    """Someone without an account, who reads English."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def adopt(everyone: Actor) -> Adopt:
    """Adopt an activity without publishing it."""

    def adopting(activity_id: UUID) -> None:
        read = activity_facts(activity_id).revision
        submit_activity(activity_id, revision=read, by=another(everyone))
        adopt_activity(activity_id, revision=read + 1, catalogue_version="2026.11.0", by=everyone)

    return adopting


@pytest.fixture
def publish(everyone: Actor, adopt: Adopt) -> Publish:
    """Record, adopt and publish an activity."""

    def publishing(activity: Activity) -> Activity:
        create_activity(activity, by=everyone)
        adopt(activity.id)
        publish_activity(activity.id, revision=2, by=everyone)
        return activity

    return publishing


@pytest.fixture
def rename(everyone: Actor) -> Callable[[UUID, str], None]:
    """Give the working record another name."""

    def renaming(activity_id: UUID, name: str) -> None:
        edit_activity(dataclasses.replace(activity_facts(activity_id), name=name), by=everyone)

    return renaming
