"""Writing over a record that somebody else may have changed since it was read."""

from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import EditedMeanwhile
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import stored_values


class Identified(Protocol):
    """Facts of one record."""

    @property
    def id(self) -> UUID: ...


def check_unchanged(stored: object, *, read: object, name: str = "") -> None:
    """Raises EditedMeanwhile where what stands is not what was read, be it a revision or a mark.

    ``name`` is what the record is called, where it has a name.
    """
    if stored == read:
        return
    if name:
        told = _(
            "Somebody else changed “%(name)s” while you were writing. Nothing of theirs was overwritten; "
            "read what is recorded now and save yours again."
        )
        raise EditedMeanwhile(told % {"name": name})
    raise EditedMeanwhile(
        _(
            "Somebody else changed this while you were writing. Nothing of theirs was overwritten; "
            "read what is recorded now and save yours again."
        )
    )


def difference_of(model: type[MunicipalityRecord], *, before: Identified, after: Identified) -> dict[str, Any]:
    """The columns that differ, as they must become; without the key, which never changes."""
    stood, stands = stored_values(model, before), stored_values(model, after)
    return {column: value for column, value in stands.items() if column != "id" and value != stood[column]}


def write_difference_of(model: type[MunicipalityRecord], *, before: Identified, after: Identified) -> None:
    """Write the columns that differ, and nothing where none does. Part of a verb."""
    changed = difference_of(model, before=before, after=after)
    if changed:
        model.objects.filter(pk=before.id).update(**changed)
