"""Field forms that recur in breaches: a moment, a person, and that the two go together."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db import models

from gemeentedossier.organisation.models import Person

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def moment(label: StrOrPromise) -> models.DateTimeField[Any, Any]:
    """A date with its time; null is unknown."""
    return models.DateTimeField(label, null=True, blank=True)


def person(label: StrOrPromise) -> models.ForeignKey[Any, Any]:
    """A person of the municipality; null is nobody yet."""
    return models.ForeignKey(
        Person, verbose_name=label, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


def signed(done: str, *, name: str) -> models.CheckConstraint:
    """What was done was done by somebody, at a moment: both or neither."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{done}_by": None, f"{done}_at": None})
        | models.Q(**{f"{done}_by__isnull": False, f"{done}_at__isnull": False}),
        name=name,
    )


def listed(field: str, vocabulary: type[StrEnum], *, name: str) -> models.CheckConstraint:
    """The database holds a list of a closed vocabulary too."""
    values = [each.value for each in vocabulary]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__isnull": True}) | models.Q(**{f"{field}__contained_by": values}), name=name
    )
