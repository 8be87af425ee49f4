"""Field forms that recur in records: own words, a closed choice, a tri-state, a list, a number."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def words(label: StrOrPromise, help_text: StrOrPromise = "") -> models.TextField[Any, Any]:
    """Own words; empty means never written."""
    return models.TextField(label, blank=True, default="", help_text=help_text)


def line(label: StrOrPromise, help_text: StrOrPromise = "", *, length: int = 300) -> models.CharField[Any, Any]:
    """One line of text; empty means never written."""
    return models.CharField(label, max_length=length, blank=True, default="", help_text=help_text)


def choice(label: StrOrPromise, vocabulary: type[StrEnum]) -> models.CharField[Any, Any]:
    """A value of a closed vocabulary; empty is unknown."""
    return models.CharField(
        label, max_length=40, blank=True, default="", choices=[(v.value, v.value) for v in vocabulary]
    )


def closed(field: str, vocabulary: type[StrEnum], *, name: str, known: bool = False) -> models.CheckConstraint:
    """The database holds a closed vocabulary too; ``known`` where the value is never unknown."""
    values = [each.value for each in vocabulary] + ([] if known else [""])
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": values}), name=name)


def written(field: str, *, name: str) -> models.CheckConstraint:
    """Something must stand there."""
    return models.CheckConstraint(condition=~models.Q(**{field: ""}), name=name)


def in_order(first: str, last: str, *, name: str) -> models.CheckConstraint:
    """The last day is not before the first, where both are known."""
    unknown = models.Q(**{first: None}) | models.Q(**{last: None})
    return models.CheckConstraint(condition=unknown | models.Q(**{f"{last}__gte": models.F(first)}), name=name)


def tristate(label: StrOrPromise, help_text: StrOrPromise = "") -> models.BooleanField[Any, Any]:
    """Yes, no, or unknown (null)."""
    return models.BooleanField(label, null=True, blank=True, help_text=help_text)


def day(label: StrOrPromise) -> models.DateField[Any, Any]:
    """A date; null is unknown."""
    return models.DateField(label, null=True, blank=True)


def terms(label: StrOrPromise) -> ArrayField[Any, Any]:
    """A list of ids or of own words; empty means nothing stands there."""
    return ArrayField(models.TextField(), verbose_name=label, blank=True, default=list)


def optional_terms(label: StrOrPromise) -> ArrayField[Any, Any]:
    """A list that may be unknown (null), which is another thing than empty."""
    return ArrayField(models.TextField(), verbose_name=label, null=True, blank=True)


def count(label: StrOrPromise) -> models.PositiveIntegerField[Any, Any]:
    """A whole number, never negative; null is unknown."""
    return models.PositiveIntegerField(label, null=True, blank=True)


class Small(models.Func):
    """A text with small letters for the capitals A to Z, and every other letter as it is, in whatever language the
    database stands."""

    template = 'lower(%(expressions)s COLLATE "C")'
    output_field = models.TextField()
