"""What makes a row a record of a municipality: an identifier, an owner, a scope, and history by trigger."""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
from django.db import models

from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models.municipality import Municipality
from gemeentedossier.foundation.tenancy import require_municipality_id

M = TypeVar("M", bound=models.Model)


class ScopedManager(models.Manager[M]):
    """Reads only the rows of the municipality in scope."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(municipality_id=require_municipality_id())


class MunicipalityRecord(models.Model):
    """A record of one municipality. Concrete records are decorated with ``@tracked()``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        default=require_municipality_id,
        editable=False,
        related_name="+",
        db_index=False,  # the key of municipality and id (``locks``) serves
    )

    objects: ScopedManager[Any] = ScopedManager()

    class Meta:
        abstract = True


def tracked(**options: Any) -> Callable[[type[M]], type[M]]:
    """Keep the history of a model by database triggers: no write goes round it."""
    return pghistory.track(  # type: ignore[no-any-return]  # pghistory ships no types
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), **options
    )
