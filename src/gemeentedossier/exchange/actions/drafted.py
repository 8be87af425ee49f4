"""Drafts as the rows of the register that they become. What equal cells become is worked out once.

A register of ten thousand rows holds some hundreds of different texts: only what is its own is made for each activity.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.actions.rows import WRITE_ORDER, planned_rows
from gemeentedossier.exchange.engine import drafts as become
from gemeentedossier.exchange.facts import DraftActivity
from gemeentedossier.foundation.identifiers import new_ids
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import stored_values

Values = Mapping[str, Any]
Rows = Mapping[type[MunicipalityRecord], list[Values]]
Told = TypeVar("Told", bound=Hashable)


class DraftedRows:
    """Makes rows of drafts, and remembers what their words became."""

    def __init__(self, around: become.Surroundings) -> None:
        self._around = around
        self._keys = new_ids()
        self._known: dict[Hashable, tuple[Values, ...]] = {}
        self._rows: dict[type[MunicipalityRecord], list[Values]] = {}

    def of(self, drafts: Iterable[DraftActivity]) -> Rows:
        """Every row that these drafts ask for, by model, owners before what they own. Asks no database."""
        self._rows = defaultdict(list)
        for draft in drafts:
            self._add(draft)
        return {model: self._rows[model] for model in WRITE_ORDER if model in self._rows}

    def _add(self, draft: DraftActivity) -> None:
        key = next(self._keys)
        for planned in planned_rows(become.activity_from_draft(draft, self._around, key=key)):
            self._rows[planned.model].append(planned.values)
        self._add_purposes(key, draft)
        for position, use in enumerate(self._all(models.DataUse, become.used_data(draft), become.data_uses)):
            self._put(models.DataUse, use, activity_id=key, position=position)
        self._add_each(models.DataSource, key, (each.value for each in draft.sources), become.source)
        self._add_each(models.Recipient, key, (each.value for each in draft.recipients), become.recipient)
        if draft.transfer:
            for position, told in enumerate(self._all(models.Transfer, draft.transfer.value, become.transfers)):
                self._put(models.Transfer, told, activity_id=key, position=position)
        self._add_each(models.RetentionPeriod, key, (each.value for each in draft.retention), become.retention_period)
        self._add_parties(key, draft)

    def _add_purposes(self, activity: UUID, draft: DraftActivity) -> None:
        for place, told in enumerate(draft.purposes):
            purpose = self._one(models.Purpose, told.value.text, become.purpose)
            key = self._put(models.Purpose, purpose, activity_id=activity, position=place)
            for position, based in enumerate(told.value.bases):
                basis = self._one(models.LegalBasis, based.value, become.legal_basis)
                self._put(models.LegalBasis, basis, activity_id=activity, position=position, purpose_id=key)

    def _add_parties(self, activity: UUID, draft: DraftActivity) -> None:
        position = 0
        for related in become.related_parties(draft):
            party = self._around.parties.get(become.clipped(related[0]).casefold())
            if party is not None:
                relation = self._one(models.PartyRelation, related, become.party_relation)
                self._put(models.PartyRelation, relation, activity_id=activity, position=position, party_id=party)
                position += 1

    def _add_each(
        self, model: type[MunicipalityRecord], activity: UUID, told: Iterable[Told], make: Callable[[Told], object]
    ) -> None:
        for position, each in enumerate(told):
            self._put(model, self._one(model, each, make), activity_id=activity, position=position)

    def _put(self, model: type[MunicipalityRecord], words: Values, **own: object) -> UUID:
        key = next(self._keys)
        self._rows[model].append({**words, **own, "id": key})
        return key

    def _one(self, model: type[MunicipalityRecord], told: Told, make: Callable[[Told], object]) -> Values:
        found = self._known.get((model, told))
        if found is None:
            found = self._known[model, told] = (stored_values(model, make(told)),)
        return found[0]

    def _all(
        self, model: type[MunicipalityRecord], told: Told, make: Callable[[Told], Iterable[object]]
    ) -> tuple[Values, ...]:
        found = self._known.get((model, told))
        if found is None:
            found = self._known[model, told] = tuple(stored_values(model, each) for each in make(told))
        return found
