"""Forms over facts: what is on the screen becomes the facts as they must read, and nothing typed is lost."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID, uuid5

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from gemeentedossier.desk.forms.activity.countries import CountryField
from gemeentedossier.desk.forms.activity.fields import (
    CategoriesField,
    CategoryField,
    ChosenField,
    TickedField,
    TriggerField,
)
from gemeentedossier.desk.forms.aims import mark
from gemeentedossier.desk.presenters.activity.blocks import label_of
from gemeentedossier.foundation.identifiers import new_id

MOST_NEW_ROWS = 300
Resolve = Callable[[str, str], UUID]
"""Gives the id of the record of a kind ("party", "system" …) with a name; makes it where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the forms of an activity need to know of what stands around them."""

    owner: UUID
    names: Mapping[UUID, str] = field(default_factory=dict)
    purposes: Mapping[UUID, str] = field(default_factory=dict)
    records: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    """What the municipality has recorded, by kind, as choices."""
    add: str = ""
    """The prefix of the rows to which one is added."""


class FactsForm(forms.Form):
    """Fields named like those of the facts; labels come from the register's model."""

    model: ClassVar[type[Model]]
    folded: ClassVar[Sequence[tuple[Any, Sequence[str]]]] = ()
    """Fields that only some need, under a heading that opens."""
    calls_optional = False
    """Saving needs no field, the law asks nearly all: no field is called optional."""
    goal = ""
    """The field for which the form was opened."""

    def __init__(self, *args: Any, around: Around, held: Any = None, **options: Any) -> None:
        options["initial"] = self._initial(held, around)
        super().__init__(*args, **options)
        self.held, self.around = held, around
        for name, each in self.fields.items():
            self._prepare(name, each)

    def _initial(self, held: Any, around: Around) -> dict[str, Any]:
        if held is None:
            return {}
        known = {name: getattr(held, name) for name in self.base_fields if hasattr(held, name)}
        return {**known, **self.initial_for(held, around)}

    def initial_for(self, held: Any, around: Around) -> Mapping[str, Any]:
        """What a field shows that is not called like a fact."""
        return {}

    def _prepare(self, name: str, each: forms.Field) -> None:
        if each.label is None:
            each.label = label_of(self.model, name)
        if isinstance(each, TickedField):
            each.hold(self.initial.get(name) or ())
        if isinstance(each, ChosenField):
            each.choices = self.around.records.get(each.records, ())
        if isinstance(each, CategoriesField | CategoryField | CountryField | TriggerField):
            value = self.initial.get(name, ())
            each.offer([value] if isinstance(value, str) else value)

    @property
    def open_fields(self) -> list[forms.BoundField]:
        """The fields that everyone sees."""
        folded = {name for _title, names in self.folded for name in names}
        return [each for each in self.visible_fields() if each.name not in folded and each.name != "remove"]

    @property
    def folded_fields(self) -> list[tuple[Any, list[forms.BoundField], bool]]:
        """The fields under each heading, and whether something stands in them or somebody came for one."""
        return [(title, [self[name] for name in names], self._is_opened(names)) for title, names in self.folded]

    def _is_opened(self, names: Sequence[str]) -> bool:
        return self.goal in names or any(self[name].value() or self[name].errors for name in names)

    def aim(self, field: str, *, asks: str) -> bool:
        """Whether the field is in this form; it then says what is asked, and has the focus in a form not sent yet."""
        if field not in self.fields:
            return False
        mark(self.fields[field], asks=asks, focus=not self.is_bound)
        self.goal = field
        return True

    def problems(self) -> Iterator[tuple[forms.BoundField, str]]:
        """Each refused value with its sentence."""
        for name, sentences in self.errors.items():
            if name in self.fields:
                yield self[name], " ".join(map(str, sentences))


class RowForm(FactsForm):
    """One of several parts of an activity. ``id`` is chosen when the row is shown, so that saving twice is one row."""

    facts: ClassVar[type[Any]]
    title: ClassVar[Any] = ""
    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    remove = forms.BooleanField(label=_("Remove"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("id", new_id())

    @property
    def name(self) -> str:
        """What the row is, for whom cannot see where it stands."""
        return str(self.model._meta.verbose_name)

    @property
    def is_removed(self) -> bool:
        """Whether the row goes: marked so, or new and left empty."""
        return bool(self.cleaned_data.get("remove")) or (self.held is None and self.is_empty)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in it."""
        written = (value for name, value in self.cleaned_data.items() if name not in {"id", "remove"})
        return not self.errors and all(value in (None, "", ()) for value in written)

    def aim_within(self, field: str, record: UUID | None, *, asks: str) -> bool:
        """The same of the row of this record; of None any row will do."""
        return record in (None, self.initial["id"]) and self.aim(field, asks=asks)

    def aim_anew(self, field: str, *, asks: str) -> bool:
        """Whether a row inside this one could be added for the field; it was."""
        return False

    def values(self, resolve: Resolve) -> dict[str, Any]:
        """What the fields say, by fact."""
        names = {each.name for each in dataclasses.fields(self.facts)} - {"id"}
        return {name: value for name, value in self.cleaned_data.items() if name in names}

    def made(self, position: int, resolve: Resolve) -> Any:
        """The part as it must read; a new one gets an id that is bound to the activity, so none can be taken over."""
        values = self.values(resolve)
        if any(each.name == "position" for each in dataclasses.fields(self.facts)):
            values["position"] = position
        if self.held is not None:
            return dataclasses.replace(self.held, **values)
        given = self.cleaned_data.get("id") or new_id()
        return self.facts(id=own_id(self.around.owner, str(given)), **values)


class Rows:
    """The rows of one kind of part: those held, those typed, and one more where asked for."""

    def __init__(
        self,
        form: type[RowForm],
        *,
        prefix: str,
        around: Around,
        held: Sequence[Any] = (),
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.form, self.prefix, self.around = form, prefix, around
        self.title = form.title
        self.held = {each.id: each for each in held}
        self.forms = list(self._unbound() if data is None else self._bound(data))
        if data is not None and around.add == prefix:
            self.forms.append(self._row(len(self.forms)))

    @property
    def count(self) -> int:
        """How many rows the page shows; it comes back in a hidden field."""
        return len(self.forms)

    def _unbound(self) -> Iterator[RowForm]:
        for number, held in enumerate(self.held.values()):
            yield self._row(number, held=held)

    def _bound(self, data: Mapping[str, Any]) -> Iterator[RowForm]:
        written = str(data.get(f"{self.prefix}-count", ""))
        most = len(self.held) + MOST_NEW_ROWS
        for number in range(min(int(written[:9]) if written.isdecimal() else 0, most)):
            yield self._row(number, held=self._held_at(data, number), data=data)

    def _held_at(self, data: Mapping[str, Any], number: int) -> Any:
        given = str(data.get(f"{self.prefix}-{number}-id", ""))
        try:
            return self.held.get(UUID(given)) or self.held.get(own_id(self.around.owner, given))
        except ValueError:
            return None

    def _row(self, number: int, *, held: Any = None, data: Any = None) -> RowForm:
        return self.form(data, prefix=f"{self.prefix}-{number}", held=held, around=self.around)

    def is_valid(self) -> bool:
        """Whether every row that stays holds possible values."""
        return all([each.is_valid() or each.is_removed for each in self.forms if each.is_bound])  # noqa: C419 - all judge

    @property
    def is_empty(self) -> bool:
        """Whether no row that stays holds anything."""
        return all(each.is_removed for each in self.forms if each.is_bound)

    def made(self, resolve: Resolve) -> tuple[Any, ...]:
        """The parts as they must read, in the order of the page."""
        kept = [each for each in self.forms if each.is_bound and not each.is_removed]
        return tuple(each.made(position, resolve) for position, each in enumerate(kept))

    def aim(self, field: str, record: UUID | None, *, asks: str) -> bool:
        """Whether the row of this record has the field; it then has the focus."""
        return any(row.aim_within(field, record, asks=asks) for row in self.forms)

    def aim_anew(self, field: str, *, asks: str) -> bool:
        """Whether a new row has the field; where the kind of row has it, one is added and has the focus."""
        if any(row.aim_anew(field, asks=asks) for row in self.forms):
            return True
        if field not in self.form.base_fields:
            return False
        self.forms.append(self._row(len(self.forms)))
        return self.forms[-1].aim(field, asks=asks)

    def problems(self) -> Iterator[tuple[forms.BoundField, str]]:
        """Each refused value of the rows that stay, with its sentence."""
        for each in self.forms:
            if each.is_bound and not each.is_removed:
                yield from each.problems()


def own_id(owner: UUID, given: str) -> UUID:
    """The id that a new row gets: always the same for the same row, and never that of another activity's part."""
    return uuid5(owner, given.casefold())
