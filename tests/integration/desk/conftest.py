"""One activity; and one record of everything that the desk shows, for the files that go past all of its addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.samples import ADOPTED, one_of_everything


@dataclass(frozen=True, slots=True)
class Whole:
    """A municipality with one record of everything under the key of its activity, and the folder of its files."""

    municipality: Municipality
    other: Municipality
    activity: Activity
    home: Path


def make_whole(home: Path, *, report: Mapping[str, object] = ADOPTED) -> Whole:
    """Make one; ``report`` is what stands in that of the officer."""
    ours = Municipality.objects.create(slug="duinveld", name="Duinveld")
    theirs = Municipality.objects.create(slug="heiloo-oost", name="Heideloo")
    activity = an_activity()
    with override_settings(HOME=home), municipality_scope(ours.id):
        insert_activities([activity])
        one_of_everything(activity.id, report=report)
        settle()
        make_checkpoint(ours)
    return Whole(ours, theirs, activity, home)


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    """One activity of the municipality in scope."""
    made = an_activity()
    insert_activities([made])
    return made


@pytest.fixture(scope="module")
def whole_once(empty_afterwards: None, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return make_whole(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def everybody_once(whole_once: Whole) -> Client:
    """A browser of somebody with every role, who signed in before the tests."""
    with municipality_scope(whole_once.municipality.id):
        return signed_in(*Role)


@pytest.fixture
def whole(whole_once: Whole, db: None, settings: Any) -> Iterator[Whole]:
    """That municipality, in scope."""
    settings.HOME = whole_once.home
    with municipality_scope(whole_once.municipality.id):
        yield whole_once
