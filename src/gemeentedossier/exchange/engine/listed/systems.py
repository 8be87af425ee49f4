"""Systems of a list beside the systems that are recorded."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.exchange.engine.listed.merging import Fact, Told, filled_in, key_of, merged, repeated
from gemeentedossier.exchange.engine.listed.rows import joined
from gemeentedossier.exchange.enums import RemarkCode, Severity, SystemField
from gemeentedossier.exchange.facts import DraftSystem, Place, Remark, Taken

NewId = Callable[[], UUID]
NOBODY = UUID(int=0)
HAPPENED = ("accounts_reviewed_on", "recovery_tested_on", "oldest_record_measured_on")
"""Days on which something was done: none of them can be to come."""
PAIR = ("oldest_record_on", "oldest_record_measured_on")
PLAIN = tuple(
    each.value.partition(".")[2]
    for each in SystemField
    if each
    not in (SystemField.NAME, SystemField.IGNORE, SystemField.DESCRIPTION, SystemField.SUPPLIER, SystemField.OWNER)
)
"""Fields that a system holds as the list says them."""


@dataclass(slots=True)
class SystemsBeside:
    """What a list makes of the systems that are recorded.

    ``people`` are who may answer for one, by name or e-mail address; None where two are called that.
    """

    systems: dict[str, System]
    parties: dict[str, UUID]
    names: dict[UUID, str]
    people: Mapping[str, UUID | None]
    today: dt.date
    new_id: NewId
    new: dict[UUID, System] = field(default_factory=dict)
    changed: dict[UUID, tuple[System, System]] = field(default_factory=dict)
    new_parties: list[Party] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _first: dict[str, Place] = field(default_factory=dict)

    def take(self, draft: DraftSystem) -> None:
        """Hold one system of the list beside what is recorded."""
        key = key_of(draft.name.value)
        held = self.systems.get(key)
        told = list(self._told(draft, held))
        if held is None:
            made = System(id=self.new_id(), name=draft.name.value)
            result = merged(made, told, code=RemarkCode.REPEATED_DIFFERS, names=self.names)
            self.systems[key] = self.new[made.id] = self._whole(result.record, made, told)
            self._first[key] = draft.place
            return
        code = RemarkCode.REPEATED_DIFFERS if key in self._first else RemarkCode.KNOWN_DIFFERS
        result = merged(held, told, code=code, names=self.names)
        self.remarks += result.remarks
        whole = self._whole(result.record, held, list(result.filled))
        if key in self._first:
            self.remarks.append(repeated(draft.name.value, draft.place, self._first[key], SystemField.NAME))
        self._first.setdefault(key, draft.place)
        self._keep(key, held, whole)
        if held.id not in self.new:
            filled = [each for each in result.filled if getattr(whole, each.attribute) == each.value]
            self.remarks += filled_in(filled, name=draft.name.value, place=draft.place)

    def _keep(self, key: str, held: System, whole: System) -> None:
        self.systems[key] = whole
        if held.id in self.new:
            self.new[held.id] = whole
        elif whole != held:
            before = self.changed[held.id][0] if held.id in self.changed else held
            self.changed[held.id] = (before, whole)

    def _told(self, draft: DraftSystem, held: System | None) -> Iterator[Told]:
        if description := joined(draft.description, by="\n"):
            yield Told("description", SystemField.DESCRIPTION, description.value, description.origin)
        if draft.supplier:
            supplier = self._supplier(draft.supplier, is_open=held is None or held.supplier_id is None)
            yield Told("supplier_id", SystemField.SUPPLIER, supplier, draft.supplier.origin)
        if draft.owner and (owner := self._owner(draft.owner)):
            yield Told("owner_id", SystemField.OWNER, owner, draft.owner.origin)
        for attribute in PLAIN:
            taken: Taken[Fact] | None = getattr(draft, attribute)
            if taken is not None:
                each = Told(attribute, SystemField(f"system.{attribute}"), taken.value, taken.origin)
                if attribute in HAPPENED and isinstance(taken.value, dt.date) and taken.value > self.today:
                    self._lose(each, RemarkCode.DAY_TO_COME)
                else:
                    yield each

    def _supplier(self, supplier: Taken[str], *, is_open: bool) -> UUID:
        """The party of that name; where another supplier is recorded, a new name becomes no party."""
        key = key_of(supplier.value)
        if key not in self.parties and not is_open:
            return NOBODY
        if key not in self.parties:
            party = Party(id=self.new_id(), name=supplier.value)
            self.new_parties.append(party)
            place, original = supplier.origin.place, supplier.origin.original
            self.remarks.append(Remark(RemarkCode.NEW_PARTY, place, original, Severity.NOTICE, SystemField.SUPPLIER))
            self.parties[key], self.names[party.id] = party.id, party.name
        return self.parties[key]

    def _owner(self, owner: Taken[str]) -> UUID | None:
        found = self.people.get(key_of(owner.value))
        if found is None:
            place, original = owner.origin.place, owner.origin.original
            self.remarks.append(Remark(RemarkCode.NO_SUCH_PERSON, place, original, Severity.LOST, SystemField.OWNER))
        return found

    def _whole(self, wanted: System, before: System, told: Iterable[Told]) -> System:
        """The system without half of a pair: the oldest record and the day of its measurement belong together."""
        oldest, measured = wanted.oldest_record_on, wanted.oldest_record_measured_on
        if (oldest is None) == (measured is None) and not (oldest and measured and measured < oldest):
            return wanted
        for each in told:
            if each.attribute in PAIR:
                self._lose(each, RemarkCode.HALF_A_PAIR)
        return replace(
            wanted,
            oldest_record_on=before.oldest_record_on,
            oldest_record_measured_on=before.oldest_record_measured_on,
        )

    def _lose(self, told: Told, code: RemarkCode) -> None:
        origin = told.origin
        self.remarks.append(Remark(code, origin.place, origin.original, Severity.LOST, told.field))
