"""A supplier's list of sub-processors beside the chain of an agreement (GDPR 28(2), 28(4))."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from gemeentedossier.dossier.agreements.engine.chain import circle_in
from gemeentedossier.dossier.agreements.facts import Agreement, SubProcessor
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.exchange.engine.listed.merging import Told, filled_in, key_of, merged
from gemeentedossier.exchange.engine.listed.rows import joined
from gemeentedossier.exchange.engine.reading import UnreadableFile
from gemeentedossier.exchange.enums import FileFault, RemarkCode, Severity, SubProcessorField
from gemeentedossier.exchange.facts import DraftSubProcessor, Place, Remark

NewId = Callable[[], UUID]


@dataclass(slots=True)
class ChainBeside:
    """What a list makes of the chain of an agreement. ``parties`` are the keys of parties by name."""

    agreement: Agreement
    parties: dict[str, UUID]
    seen_in: str
    today: dt.date
    new_id: NewId
    subs: dict[UUID, SubProcessor] = field(default_factory=dict)
    new: set[UUID] = field(default_factory=set)
    known: set[UUID] = field(default_factory=set)
    filled: set[UUID] = field(default_factory=set)
    new_parties: list[Party] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _rows: dict[UUID, DraftSubProcessor] = field(default_factory=dict)
    _tops: frozenset[str] = frozenset()
    _called: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    _of_party: dict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))

    def take(self, drafts: Sequence[DraftSubProcessor]) -> Agreement:
        """Return the agreement with everybody in the list in its chain.

        Raises UnreadableFile where one stands twice below another, hangs on nobody, or the chain bites its tail.
        """
        waiting = [draft for draft in drafts if self._is_named(draft)]
        self._tops = frozenset(key_of(each.party_name) for each in self.agreement.parties)
        for sub in self.agreement.sub_processors:
            self._keep(sub)
        while waiting:
            names = {key_of(each.name.value) for each in waiting}
            placed = [draft for draft in waiting if self._can_be_placed(draft, names)]
            if not placed:
                raise self._unplaced(waiting)
            for draft in placed:
                self._place(draft, self._above(draft))
            places = {draft.place for draft in placed}
            waiting = [draft for draft in waiting if draft.place not in places]
        made = replace(self.agreement, sub_processors=tuple(self.subs.values()))
        if self.new:
            made = replace(made, uses_subprocessors=True)
        if circle := circle_in(made):
            raise UnreadableFile(FileFault.CIRCLE, parameters={"chain": " → ".join(circle)})
        self.remarks += self._not_in_list(drafts)
        return made

    def _is_named(self, draft: DraftSubProcessor) -> bool:
        if any(map(str.isalnum, draft.name.value)):
            return True
        for each in (Told("name", SubProcessorField.NAME, draft.name.value, draft.name.origin), *self._told(draft)):
            origin = each.origin
            self.remarks.append(
                Remark(RemarkCode.NAMELESS_ROW, origin.place, origin.original, Severity.LOST, each.field)
            )
        return False

    def _can_be_placed(self, draft: DraftSubProcessor, waiting: Collection[str]) -> bool:
        """Whether who engages it is in the chain already, and no row that waits may be meant instead."""
        if self._is_top(draft):
            return True
        above = key_of(draft.above.value) if draft.above else ""
        return above not in waiting and len(self._called[above]) == 1

    def _is_top(self, draft: DraftSubProcessor) -> bool:
        return draft.above is None or key_of(draft.above.value) in self._tops

    def _keep(self, sub: SubProcessor) -> None:
        if sub.id not in self.subs:
            self._called[key_of(sub.party_name)].append(sub.id)
            self._of_party[sub.party_id].append(sub.id)
        self.subs[sub.id] = sub

    def _above(self, draft: DraftSubProcessor) -> SubProcessor | None:
        if self._is_top(draft) or draft.above is None:
            return None
        return self.subs[self._called[key_of(draft.above.value)][0]]

    def _place(self, draft: DraftSubProcessor, above: SubProcessor | None) -> None:
        party = self._party(draft)
        above_id = above.id if above else None
        held = self._held(party, above_id, says_above=draft.above is not None)
        if held and held.id in self._rows:
            told = {"name": draft.name.value, "first": str(self._rows[held.id].place.row), "row": str(draft.place.row)}
            raise UnreadableFile(FileFault.DOUBLE_SUB_PROCESSOR, parameters=told)
        if held is None:
            self._add(draft, party, above_id)
            return
        result = merged(held, self._told(draft), code=RemarkCode.KNOWN_DIFFERS, names={})
        self._rows[held.id] = draft
        self.known.add(held.id)
        self.filled |= {held.id} if result.filled else set()
        self._keep(result.record)
        self.remarks += (
            *result.remarks,
            *filled_in(result.filled, name=draft.name.value, place=draft.place),
        )

    def _held(self, party: UUID, above_id: UUID | None, *, says_above: bool) -> SubProcessor | None:
        """The place of a party in the chain; where the list does not say who engages it, the only one it has."""
        there = [self.subs[key] for key in self._of_party[party]]
        exact = next((each for each in there if each.above_id == above_id), None)
        return exact if exact or says_above or len(there) != 1 else there[0]

    def _add(self, draft: DraftSubProcessor, party: UUID, above_id: UUID | None) -> None:
        there = (self.subs[key] for key in self._of_party[party] if key not in self.new)
        elsewhere = any(each.listed is not False for each in there)
        blank = SubProcessor(
            id=self.new_id(),
            party_id=party,
            party_name=draft.name.value,
            above_id=above_id,
            listed=None if elsewhere else False,
            seen_in=self.seen_in,
        )
        made = merged(blank, self._told(draft), code=RemarkCode.KNOWN_DIFFERS, names={}).record
        if made.objection_until is None and made.notified_on and self.agreement.objection_days is not None:
            made = replace(made, objection_until=_days_after(made.notified_on, self.agreement.objection_days))
        self._keep(made)
        self.new.add(made.id)
        self._rows[made.id] = draft
        if not elsewhere:
            origin, of = draft.name.origin, SubProcessorField.NAME
            self.remarks.append(Remark(RemarkCode.NOT_AGREED, origin.place, origin.original, Severity.NOTICE, of))

    def _party(self, draft: DraftSubProcessor) -> UUID:
        key = key_of(draft.name.value)
        if key not in self.parties:
            country = draft.country.value if draft.country else None
            party = Party(id=self.new_id(), name=draft.name.value, country=country)
            self.new_parties.append(party)
            origin, of = draft.name.origin, SubProcessorField.NAME
            self.remarks.append(Remark(RemarkCode.NEW_PARTY, origin.place, origin.original, Severity.NOTICE, of))
            self.parties[key] = party.id
        return self.parties[key]

    def _told(self, draft: DraftSubProcessor) -> Iterator[Told]:
        if service := joined(draft.service, by=", "):
            yield Told("service", SubProcessorField.SERVICE, service.value, service.origin)
        if draft.country:
            yield Told("country", SubProcessorField.COUNTRY, draft.country.value, draft.country.origin)
        if draft.notified_on:
            on = draft.notified_on
            if on.value <= self.today:
                yield Told("notified_on", SubProcessorField.NOTIFIED_ON, on.value, on.origin)
            else:
                self.remarks.append(
                    Remark(
                        RemarkCode.DAY_TO_COME,
                        on.origin.place,
                        on.origin.original,
                        Severity.LOST,
                        SubProcessorField.NOTIFIED_ON,
                    )
                )
        if draft.objection_until:
            until = draft.objection_until
            yield Told("objection_until", SubProcessorField.OBJECTION_UNTIL, until.value, until.origin)

    def _unplaced(self, waiting: Sequence[DraftSubProcessor]) -> UnreadableFile:
        """What is wrong with rows that hang on nobody in the chain."""
        named = {key_of(each.name.value): each for each in waiting}
        for draft in waiting:
            above = key_of(draft.above.value) if draft.above else ""
            if above not in named:
                told = {"row": str(draft.place.row), "name": draft.name.value}
                told["above"] = draft.above.value if draft.above else ""
                return UnreadableFile(FileFault.NOBODY_ABOVE, parameters=told)
        path = [waiting[0]]
        while (above := key_of(path[-1].above.value) if path[-1].above else "") and named[above] not in path:
            path.append(named[above])
        names = [each.name.value for each in path[path.index(named[above]) :]]
        return UnreadableFile(FileFault.CIRCLE, parameters={"chain": " → ".join([*names, names[0]])})

    def _not_in_list(self, drafts: Iterable[DraftSubProcessor]) -> Iterator[Remark]:
        """Whom the agreement names and the list does not."""
        every = tuple(drafts)
        told = {key_of(each.name.value) for each in every}
        sheet = every[0].place.sheet if every else ""
        for each in self.agreement.sub_processors:
            if each.listed is not False and key_of(each.party_name) not in told:
                yield Remark(
                    RemarkCode.NOT_IN_LIST, Place(sheet), each.party_name, Severity.NOTICE, SubProcessorField.NAME
                )


def _days_after(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=min(days, (dt.date.max - day).days))
