"""Parties of a list beside the parties that are recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.exchange.engine.listed.merging import Told, filled_in, key_of, merged, repeated
from gemeentedossier.exchange.engine.listed.rows import joined
from gemeentedossier.exchange.enums import PartyField, RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftListedParty, Place, Remark

NewId = Callable[[], UUID]


@dataclass(slots=True)
class PartiesBeside:
    """What a list makes of the parties that are recorded, by name."""

    parties: dict[str, Party]
    new_id: NewId
    new: dict[UUID, Party] = field(default_factory=dict)
    changed: dict[UUID, tuple[Party, Party]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    _first: dict[str, Place] = field(default_factory=dict)

    def take(self, draft: DraftListedParty) -> None:
        """Hold one party of the list beside what is recorded. A name without a letter or digit is no party."""
        name, key = draft.name.value, key_of(draft.name.value)
        told = tuple(_told(draft))
        if not any(map(str.isalnum, name)):
            self._lose(draft, told)
            return
        held = self.parties.get(key) or Party(id=self.new_id(), name=name)
        code = RemarkCode.REPEATED_DIFFERS if key in self._first else RemarkCode.KNOWN_DIFFERS
        result = merged(held, told, code=code, names={})
        self.remarks += result.remarks
        if key not in self.parties or held.id in self.new:
            self.new[held.id] = result.record
        else:
            self.remarks += filled_in(result.filled, name=name, place=draft.place)
            if result.record != held:
                before = self.changed[held.id][0] if held.id in self.changed else held
                self.changed[held.id] = (before, result.record)
        if key in self._first:
            self.remarks.append(repeated(name, draft.place, self._first[key], PartyField.NAME))
        self._first.setdefault(key, draft.place)
        self.parties[key] = result.record

    def new_places(self) -> Iterator[tuple[str, Place, PartyField]]:
        """Each party that is new, with where the list names it first."""
        for each in self.new.values():
            yield each.name, self._first[key_of(each.name)], PartyField.NAME

    def _lose(self, draft: DraftListedParty, told: tuple[Told, ...]) -> None:
        for origin, of in ((draft.name.origin, PartyField.NAME), *((each.origin, each.field) for each in told)):
            self.remarks.append(Remark(RemarkCode.NAMELESS_ROW, origin.place, origin.original, Severity.LOST, of))


def _told(draft: DraftListedParty) -> Iterator[Told]:
    if draft.country:
        yield Told("country", PartyField.COUNTRY, draft.country.value, draft.country.origin)
    if contact := joined(draft.contact, by=", "):
        yield Told("contact", PartyField.CONTACT, contact.value, contact.origin)
    if draft.is_care_provider:
        care = draft.is_care_provider
        yield Told("is_care_provider", PartyField.CARE_PROVIDER, care.value, care.origin)
