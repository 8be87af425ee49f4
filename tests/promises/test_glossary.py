"""One word per thing: every record and every fact of the dossier stands in the glossary of the catalogue."""

import dataclasses
import importlib
from pathlib import Path

from django.apps import apps
from pghistory.models import Event

from gemeentedossier.catalogue.queries import current_catalogue
from tests.promises.places import ROOT

SOURCE = ROOT / "src"
ROOMS = (SOURCE / "gemeentedossier" / "organisation", SOURCE / "gemeentedossier" / "dossier")
WITHOUT_A_WORD = {
    "LedgerHead": "only the database writes and reads it",
    "LedgerPending": "only the database writes and reads it, within one transaction",
    "Job": "work of the program itself, no fact of the dossier",
    "CalendarFeed": "the address of somebody's own calendar, no fact of the dossier",
    "FindingCount": "how many findings there were at the end of a month; the findings themselves have words",
    "LastVisit": "when somebody was here, no fact of the dossier",
    "Reminder": "a message of the program itself, no fact of the dossier",
    "ReminderChoice": "whether somebody wants a message",
    "ReminderRule": "when the program writes to whom",
    "LedgerTransaction": "only the database writes and reads it, within one transaction",
    "Organisation": "OrganisationProfile with bodies, units and people, as one tree",
    "AdoptedVersion": "ActivityVersion, as it is handed upwards",
    "Characteristics": "a group of fields of Activity",
    "Dossier": "everything at once: what the product is about",
}


def words() -> set[str]:
    """Every name of the code that the glossary explains."""
    return {name for term in current_catalogue().glossary.values() for name in term.code}


def records() -> set[str]:
    """Every model of ours; a history table says what its record says."""
    return {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("gemeentedossier") and not issubclass(model, Event)
    }


def facts() -> set[str]:
    """Every dataclass in a ``facts.py`` of who the municipality is and what it records."""
    modules = [importlib.import_module(name_of(path)) for room in ROOMS for path in room.rglob("facts.py")]
    return {
        found.__name__
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type) and dataclasses.is_dataclass(found) and found.__module__ == module.__name__
    }


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts)


def test_every_record_and_every_fact_has_its_word() -> None:
    assert (records() | facts()) - words() == set(WITHOUT_A_WORD)
