"""Where to look for somebody's data: every system, processor and recipient that the register names (GDPR 15, 19)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from gemeentedossier.dossier.agreements.facts import Agreement, SubProcessor
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.enums import LineKind
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, SearchLine

Places = tuple[LineKind, UUID]


def search_plan(
    activities: Iterable[Activity],
    *,
    systems: Mapping[UUID, System],
    parties: Mapping[UUID, Party],
    categories: Mapping[str, str],
    on: dt.date,
    agreements: Iterable[Agreement] = (),
) -> tuple[SearchLine, ...]:
    """Each place once, in the order systems, processors, recipients; who looks is the owner of system or activity.

    ``agreements`` name the sub-processors that a processor engages (GDPR 28(4)): as long as an agreement has not ended
    ``on`` the day, they hold the data too. ``categories`` are the words of recipient categories, for a recipient
    without words of its own. Lines get no id of their own here: ``id`` is that of the place.
    """
    found: dict[Places, SearchLine] = {}
    engaged = _engaged(agreements, on)
    for activity in activities:
        for line in (*_of(activity, systems, parties, categories), *_below(activity, engaged)):
            found.setdefault((line.kind, line.target_id), line)
    order = {kind: number for number, kind in enumerate(LineKind)}
    return tuple(sorted(found.values(), key=lambda each: (order[each.kind], each.name.casefold(), each.target_id)))


def missing_from(request: DataSubjectRequest, plan: Iterable[SearchLine]) -> tuple[SearchLine, ...]:
    """What the register names now and the plan of the request does not have."""
    there = {(line.kind, line.target_id) for line in request.lines}
    return tuple(line for line in plan if (line.kind, line.target_id) not in there)


def omitted_recipients(request: DataSubjectRequest, plan: Iterable[SearchLine]) -> tuple[str, ...]:
    """Recipients of the register that the answer does not name, though nobody found that they got nothing."""
    named = {line.target_id: line for line in request.lines if line.kind is LineKind.RECIPIENT}
    return tuple(
        line.name for line in plan if line.kind is LineKind.RECIPIENT and not _is_told(named.get(line.target_id))
    )


def _is_told(line: SearchLine | None) -> bool:
    return line is not None and (line.named_in_answer is True or line.found is False)


def _engaged(agreements: Iterable[Agreement], on: dt.date) -> dict[UUID, list[SubProcessor]]:
    """The sub-processors of agreements of which the last day is not over, by the activity that they are about."""
    found: dict[UUID, list[SubProcessor]] = defaultdict(list)
    for agreement in agreements:
        for key in () if agreement.ended_on and agreement.ended_on < on else agreement.activity_ids:
            found[key].extend(agreement.sub_processors)
    return found


def _below(activity: Activity, engaged: Mapping[UUID, Iterable[SubProcessor]]) -> Iterator[SearchLine]:
    for each in engaged.get(activity.id, ()):
        yield SearchLine(each.party_id, LineKind.PROCESSOR, each.party_id, each.party_name, activity.owner_id)


def _of(
    activity: Activity, systems: Mapping[UUID, System], parties: Mapping[UUID, Party], categories: Mapping[str, str]
) -> Iterator[SearchLine]:
    owner = activity.owner_id
    for key in activity.system_ids:
        if system := systems.get(key):
            yield SearchLine(key, LineKind.SYSTEM, key, system.name, system.owner_id or owner)
    for relation in activity.parties:
        if relation.role is PartyRole.PROCESSOR:
            yield SearchLine(relation.party_id, LineKind.PROCESSOR, relation.party_id, relation.party_name, owner)
    for recipient in activity.recipients:
        party = parties.get(recipient.party_id) if recipient.party_id else None
        name = party.name if party else recipient.text or categories.get(recipient.category, "")
        if name:
            key = recipient.party_id or recipient.id
            yield SearchLine(key, LineKind.RECIPIENT, key, name[:300], owner)
