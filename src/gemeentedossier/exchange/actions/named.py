"""What a file names and the municipality does not have yet is recorded under that name, and nothing more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.assets.models import Measure, System
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.exchange.engine.drafts import Surroundings, clipped, named_parties
from gemeentedossier.exchange.facts import DraftActivity
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import columns_of
from gemeentedossier.organisation.models import Controller, Unit

Values = Mapping[str, object]
Rows = Mapping[type[MunicipalityRecord], list[Values]]


def _left_open(model: type[MunicipalityRecord]) -> Values:
    """The columns of the model beside id and name, each with its default."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {column: fields[column].get_default() for column in columns_of(model) if column not in ("id", "name")}


NAMED: tuple[type[MunicipalityRecord], ...] = (Unit, Party, System, Measure)
_EMPTY: Mapping[type[MunicipalityRecord], Values] = {model: _left_open(model) for model in NAMED}
"""What a record that is only named leaves open."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the municipality knows by name, in small letters, and what a file added to it so far."""

    controllers: Mapping[str, UUID]
    keys: Mapping[type[MunicipalityRecord], dict[str, UUID]]

    @property
    def around(self) -> Surroundings:
        """The names, for drafts that were learned."""
        return Surroundings(
            controllers=self.controllers,
            units=self.keys[Unit],
            parties=self.keys[Party],
            systems=self.keys[System],
            measures=self.keys[Measure],
        )

    def learn(self, drafts: Iterable[DraftActivity]) -> Rows:
        """Give every name in the drafts a key; returns the records to insert for that. Asks no database."""
        fresh: Rows = {model: [] for model in _EMPTY}
        for draft in drafts:
            self._learn(fresh, Unit, [draft.unit.value] if draft.unit else [])
            self._learn(fresh, System, (each.value for each in draft.systems))
            self._learn(fresh, Measure, (each.value for each in draft.measures))
            for name, contact, country in named_parties(draft):
                known_country = country if len(country) == 2 else ""
                self._learn(fresh, Party, [name], contact=contact[:500], country=known_country)
        return fresh

    def _learn(self, fresh: Rows, model: type[MunicipalityRecord], names: Iterable[str], **more: object) -> None:
        keys = self.keys[model]
        for name in map(clipped, names):
            if name.casefold() not in keys:
                key = keys[name.casefold()] = new_id()
                fresh[model].append({"id": key, "name": name, **_EMPTY[model], **more})


def known_names() -> KnownNames:
    """Every name that the municipality has now."""
    return KnownNames(
        controllers={kind: key for key, kind in Controller.objects.values_list("id", "kind")},
        keys={model: {n.casefold(): k for k, n in model.objects.values_list("id", "name")} for model in _EMPTY},
    )
