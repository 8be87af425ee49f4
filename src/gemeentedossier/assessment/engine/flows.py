"""Flows of personal data: from whom and where they come, through which activity, into which system, to whom.

They are told from what is recorded, and nothing is guessed: which data go to a system or a recipient is not recorded
apart, so a flow out of an activity holds the data of the activity, and one under an agreement those that it covers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import RuleNature, Severity
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.register.enums import Article6, PartyRole, TransferMechanism
from gemeentedossier.dossier.register.facts import Activity, DataUse

ASK_AGREEMENT = frozenset({PartyRole.PROCESSOR, PartyRole.JOINT_CONTROLLER})
"""Roles for which the law asks an agreement or arrangement (GDPR 28(3), 26(1))."""


class PlaceKind(StrEnum):
    """What stands at an end of a flow."""

    PEOPLE = "people"
    SOURCE = "source"
    ACTIVITY = "activity"
    UNIT = "unit"
    SYSTEM = "system"
    PARTY = "party"
    RECIPIENT = "recipient"
    COUNTRY = "country"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Place:
    """An end of a flow: a record by its id, or what is called by a key of the catalogue or in own words."""

    kind: PlaceKind
    name: str
    id: UUID | None = None

    @property
    def key(self) -> str:
        """What tells it from every other place."""
        return f"{self.kind}:{self.id or self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One flow: its ends, the record that says so, which data, on which points of GDPR 6(1), under which agreements.

    ``lacks_agreement`` is that the role asks an agreement and none is recorded. ``outside`` is whether the end lies
    outside the EEA; None is unknown. ``unlawful`` are the rules of law that this record breaks or contradicts.
    """

    start: Place
    end: Place
    record_id: UUID
    activity_id: UUID | None = None
    data: tuple[str, ...] = ()
    is_special: bool = False
    basis: tuple[Article6, ...] = ()
    role: PartyRole | None = None
    mechanism: TransferMechanism | None = None
    agreements: tuple[UUID, ...] = ()
    lacks_agreement: bool = False
    outside: bool | None = None
    unlawful: tuple[str, ...] = ()


def flows_of(judged: Judged, catalogue: Catalogue) -> tuple[Flow, ...]:
    """Return every flow that the register tells of, in the order of the dossier."""
    told = _Told(judged, catalogue)
    found = [flow for activity in judged.dossier.activities for flow in told.of(activity)]
    return (*found, *told.of_systems())


class _Told:
    """What is known around the activities, gathered once."""

    def __init__(self, judged: Judged, catalogue: Catalogue) -> None:
        dossier = judged.dossier
        self._systems = {each.id: each for each in dossier.systems}
        self._parties = {each.id: each for each in dossier.parties}
        self._kinds: Mapping[str, DataCategory] = catalogue.data_categories
        self._eea = frozenset(catalogue.words("eea"))
        self._agreements: defaultdict[tuple[UUID, UUID], list[Agreement]] = defaultdict(list)
        for agreement in dossier.agreements:
            for party in agreement.parties:
                for activity in agreement.activity_ids:
                    self._agreements[activity, party.party_id].append(agreement)
        self._unlawful = _unlawful_of(judged)
        self._used: dict[UUID, None] = {}

    def of(self, activity: Activity) -> Iterator[Flow]:
        """Every flow into and out of one activity."""
        place = Place(PlaceKind.ACTIVITY, activity.name, activity.id)
        yield from self._from_people(activity, place)
        for source in activity.sources:
            if not source.from_data_subject and (name := source.recipient_category or source.text):
                yield self._flow(activity, Place(PlaceKind.SOURCE, name), place, source.id)
        for key in activity.system_ids:
            if system := self._systems.get(key):
                self._used[key] = None
                yield self._flow(activity, place, Place(PlaceKind.SYSTEM, system.name, key), key)
        yield from self._to_others(activity, place)

    def of_systems(self) -> Iterator[Flow]:
        """From each system that an activity uses to the party that supplies it."""
        for key in self._used:
            system = self._systems[key]
            if system.supplier_id and (party := self._parties.get(system.supplier_id)):
                start, end = Place(PlaceKind.SYSTEM, system.name, key), Place(PlaceKind.PARTY, party.name, party.id)
                yield Flow(start=start, end=end, record_id=key, outside=self._outside(party.country))

    def _from_people(self, activity: Activity, place: Place) -> Iterator[Flow]:
        for use in activity.data_uses:
            for name in (*use.subject_categories, *use.subject_categories_own):
                yield self._flow(activity, Place(PlaceKind.PEOPLE, name), place, use.id, uses=(use,))

    def _to_others(self, activity: Activity, place: Place) -> Iterator[Flow]:
        for tied in activity.parties:
            yield self._to_party(activity, place, tied.party_id, tied.party_name, tied.id, role=tied.role)
        for to in activity.recipients:
            if to.party_id:
                name = self._parties[to.party_id].name if to.party_id in self._parties else to.text
                yield self._to_party(activity, place, to.party_id, name, to.id)
            elif name := to.category or to.text:
                yield self._flow(activity, place, Place(PlaceKind.RECIPIENT, name), to.id)
        for transfer in activity.transfers:
            if transfer.country:
                end = Place(PlaceKind.COUNTRY, transfer.country.upper())
                outside = self._outside(transfer.country)
                yield self._flow(activity, place, end, transfer.id, outside=outside, mechanism=transfer.mechanism)

    def _to_party(
        self, activity: Activity, start: Place, key: UUID, name: str, record: UUID, *, role: PartyRole | None = None
    ) -> Flow:
        party, known = self._parties.get(key), self._agreements.get((activity.id, key), [])
        return self._flow(
            activity,
            start,
            Place(PlaceKind.PARTY, party.name if party else name, key),
            record,
            role=role,
            covered=known,
            lacks=role in ASK_AGREEMENT and not known,
            outside=self._outside(party.country if party else None),
        )

    def _flow(
        self,
        activity: Activity,
        start: Place,
        end: Place,
        record: UUID,
        *,
        uses: tuple[DataUse, ...] | None = None,
        role: PartyRole | None = None,
        mechanism: TransferMechanism | None = None,
        covered: Iterable[Agreement] = (),
        lacks: bool = False,
        outside: bool | None = None,
    ) -> Flow:
        counted = activity.data_uses if uses is None else uses
        agreed = tuple(covered)
        data = _data_of(counted)
        read = [each for each in agreed if each.data_categories is not None]
        if read:
            data = _once(d for each in read for d in (*(each.data_categories or ()), *each.data_categories_own))
        return Flow(
            start=start,
            end=end,
            record_id=record,
            activity_id=activity.id,
            data=data,
            is_special=any(self._is_special(each) for each in data),
            basis=_basis_of(activity, counted),
            role=role,
            mechanism=mechanism,
            agreements=tuple(each.id for each in agreed),
            lacks_agreement=lacks,
            outside=outside,
            unlawful=self._unlawful.get(record, ()),
        )

    def _is_special(self, category: str) -> bool:
        known = self._kinds.get(category)
        return known is not None and known.kind.needs_exception

    def _outside(self, country: str | None) -> bool | None:
        return country.upper() not in self._eea if country and self._eea else None


def _unlawful_of(judged: Judged) -> Mapping[UUID, tuple[str, ...]]:
    """By record the rules of law that it breaks, or of which two statements cannot both be true."""
    found: defaultdict[UUID, dict[str, None]] = defaultdict(dict)
    for each in judged.assessment.cases:
        for rule, answer in each.told():
            grave = answer.outcome in (Outcome.CONTRADICTS, Outcome.NOT_MET)
            if grave and rule.nature is RuleNature.LAW and rule.severity is not Severity.WARNING:
                found[each.case.id][rule.id] = None
    return {key: tuple(rules) for key, rules in found.items()}


def _data_of(uses: Iterable[DataUse]) -> tuple[str, ...]:
    return _once(name for use in uses for name in (*use.data_categories, *use.data_categories_own))


def _basis_of(activity: Activity, uses: Iterable[DataUse]) -> tuple[Article6, ...]:
    """The points of GDPR 6(1) of the purposes that the data are used for; without purposes of their own, of all."""
    wanted = {key for use in uses for key in use.purpose_ids}
    everywhere = any(not use.purpose_ids for use in uses) or not wanted
    purposes = (each for each in activity.purposes if everywhere or each.id in wanted)
    found = {basis.article_6 for purpose in purposes for basis in purpose.legal_bases if basis.article_6}
    return tuple(sorted(found))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
