"""How systems, digital tools and measures are written: as their facts say, only what differs."""

from collections.abc import Iterable
from typing import TypeAlias
from uuid import uuid5

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets import models
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import stored_values

Asset: TypeAlias = System | Tool | Measure


def check_name_is_free(model: type[MunicipalityRecord], record: Asset) -> None:
    """Raises Refused where another has the name."""
    if model.objects.filter(name__iexact=record.name).exclude(pk=record.id).exists():
        raise Refused(_taken(record))


def create_record(model: type[MunicipalityRecord], wanted: Asset) -> None:
    """Write a new one. Raises Refused where somebody gave another the name at the same moment. Part of a verb."""
    with refusing_doubles(_taken(wanted)):
        model.objects.create(**stored_values(model, wanted))


def _taken(record: Asset) -> str:
    return _("There is another one called “%(name)s”. Choose another name.") % {"name": record.name}


def write_record(model: type[MunicipalityRecord], stored: Asset, wanted: Asset) -> None:
    """Write the columns that differ. Part of a verb."""
    with refusing_doubles(_taken(wanted)):
        write_difference_of(model, before=stored, after=wanted)


def insert_assets(*, systems: Iterable[System], measures: Iterable[Measure], tools: Iterable[Tool] = ()) -> None:
    """Insert many new systems, digital tools and measures. Part of a verb."""
    insert_values(models.System, [stored_values(models.System, each) for each in systems])
    insert_values(models.Measure, [stored_values(models.Measure, each) for each in measures])
    insert_values(models.Tool, [stored_values(models.Tool, each) for each in tools])


def insert_shown(measures: Iterable[Measure]) -> None:
    """Insert which evidence shows the measures, once that evidence is there. Part of a verb."""
    links = [
        {"id": uuid5(each.id, str(key)), "measure_id": each.id, "evidence_id": key, "position": number}
        for each in measures
        for number, key in enumerate(each.evidence_ids)
    ]
    insert_values(models.MeasureEvidence, links)
