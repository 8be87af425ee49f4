"""What stayed of an import that was undone, by name, and why."""

from dataclasses import dataclass

from gemeentedossier.dossier.agreements.models import SubProcessor
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.exchange.actions.undoing import NAMED, since_import
from gemeentedossier.exchange.actions.undoing_lists import staying
from gemeentedossier.exchange.enums import StayedBecause
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.models.tracked import MunicipalityRecord


@dataclass(frozen=True, slots=True)
class Stayed:
    """A record that an import made or filled in and that is there now."""

    name: str
    why: StayedBecause


def stayed_of(record: Import) -> tuple[Stayed, ...]:
    """Return what is there now of an import that was undone, by name; nothing of one that was not."""
    if record.undone_at is None:
        return ()
    since = since_import(record)
    found: list[Stayed] = []
    models: tuple[type[MunicipalityRecord], ...] = (Activity, SubProcessor, *NAMED)
    for model in models:
        unchanged = since.unchanged(model)
        keys = staying(model, set(since.made.get(history_table(model), ())), number=since.last)
        column = "party__name" if model is SubProcessor else "name"
        for key, name in model.objects.filter(pk__in=keys).order_by(column).values_list("pk", column):
            if key in since.spoken:
                why = StayedBecause.SPOKEN_OF
            elif key not in unchanged or model is Activity:
                why = StayedBecause.EDITED
            else:
                why = StayedBecause.NAMED
            found.append(Stayed(name, why))
    return tuple(found)
