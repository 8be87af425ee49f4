"""What was adopted keeps its words: a new edition of the catalogue renames nothing in it."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from gemeentedossier.catalogue.engine.editions import release
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.actions.adoption import adopt_activity, publish_activity, submit_activity
from gemeentedossier.foundation.clock import AMSTERDAM, clock_at
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity, another
from tests.unit.catalogue.packs import write_edition

PAW = """\
- id: paw-print
  name: {{nl: {nl}, en: {en}}}
  kind: ordinary
  status: own_work
  source: {{location: eigen werk}}
"""
AFTER = dt.datetime(2027, 1, 1, tzinfo=AMSTERDAM)
THEN = "nl-municipality 2026.11.1, own 2026.11.1"
ANEW = "This edition is no longer here."


@pytest.fixture(autouse=True)
def own_pack(tmp_path: Path, settings: Settings) -> None:
    """A pack of one's own that calls a category otherwise from 1 January 2027."""
    old, new = PAW.format(nl="pootafdruk", en="Paw print"), PAW.format(nl="spoor", en="Track")
    pack = write_edition(tmp_path / "own", "2026.11.1", "2026-11-24", data_categories=old)
    release(pack)
    write_edition(pack, "2027.1.0", "2027-01-01", data_categories=new)
    settings.GEMEENTEDOSSIER_PACKS = [str(pack)]


def read_in_2027(visitor: Client, everyone: Actor, *, adopted_with: str) -> str:
    activity = an_activity()
    use = dataclasses.replace(activity.data_uses[0], data_categories=("paw-print",), data_categories_own=())
    activity = dataclasses.replace(activity, data_uses=(use,))
    create_activity(activity, by=everyone)
    submit_activity(activity.id, revision=0, by=another(everyone))
    adopt_activity(activity.id, revision=1, catalogue_version=adopted_with, by=everyone)
    publish_activity(activity.id, revision=2, by=everyone)
    with clock_at(AFTER):
        return visitor.get(f"/duinveld/register/{activity.id}/versions/1").content.decode()


def test_a_category_renamed_since_is_called_as_it_was_adopted(visitor: Client, everyone: Actor) -> None:
    page = read_in_2027(visitor, everyone, adopted_with=THEN)
    assert ("Paw print" in page, "Track" in page, ANEW in page) == (True, False, False)


def test_where_the_edition_is_gone_the_page_says_that_it_is_worded_anew(visitor: Client, everyone: Actor) -> None:
    page = read_in_2027(visitor, everyone, adopted_with="nl-municipality 2026.11.1, own 2026.10.0")
    assert ("Paw print" in page, "Track" in page, ANEW in page) == (False, True, True)
