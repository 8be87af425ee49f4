"""Choices of a form that are known only when it is shown."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django import forms
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.permissions import can_hold


def nobody() -> str:
    """What is chosen where nobody answers for it."""
    return pgettext("choice", "Nobody yet")


def answering(dossier: Dossier, held: UUID | None) -> Iterator[tuple[UUID, str]]:
    """Who can answer for a record: who works here; and who does so already, with a word where that person left."""
    day = day_of(dossier)
    for each in dossier.organisation.colleagues(day, and_also=(held,)):
        yield each.id, each.name if each.works_here_on(day) else _("%(name)s (left)") % {"name": each.name}


def holding(dossier: Dossier, held: UUID | None) -> Iterator[tuple[UUID, str]]:
    """The same, of who has a role today with which a record or a step can be theirs; who holds it already stays."""
    day = day_of(dossier)
    able = {each.id for each in dossier.organisation.people if can_hold(each, day)}
    return ((key, name) for key, name in answering(dossier, held) if key in able or key == held)


class Offered(BaseChoiceIterator):
    """Choices as they are: Django would look through a long list for the field, and once more for its widget."""

    def __init__(self, choices: Iterable[tuple[str, str]]) -> None:
        self._choices = tuple(choices)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._choices)

    def __len__(self) -> int:
        return len(self._choices)


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field of the form what can be chosen in it, as value and text; TypeError where it offers no choices."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} offers no choices.")
    field.choices = Offered(choices)


def offer_or_all(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a filter its choices, and first of all not to filter by it."""
    offer(form, name, [("", pgettext("filter", "All")), *choices])


def quarters() -> Iterator[tuple[str, str]]:
    """The quarters of a year, by their number."""
    for each in range(1, 5):
        yield str(each), pgettext("quarter of a year", "Quarter %(number)s") % {"number": each}
