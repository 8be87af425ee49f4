"""Handing over: a colleague becomes the accountable person of what is on somebody's name, and handing that back.

The accountable person stands in many rooms, as a column of a record or of a part of one. All of it is written at once,
and the record that counts the edits counts it once: a form that somebody opened before holds the name of who left, and
saving that would bring it back. What is adopted stays adopted, and keeps saying who answered for it then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from gemeentedossier.dossier.agreements.models import Agreement
from gemeentedossier.dossier.assets.models import Measure, System, Tool
from gemeentedossier.dossier.breaches.models import BreachMeasure, PersonalDataBreach
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.governance.models import PlannedStep, PolicyClause
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.history import event_model
from gemeentedossier.dossier.requests.models import DataSubjectRequest, SearchLine
from gemeentedossier.dossier.risks.models import ImpactAssessment, RiskTreatment
from gemeentedossier.dossier.security.models import LogReviewPlan, SecurityRisk
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.method.enums import HeldKind
from gemeentedossier.method.facts import Held
from gemeentedossier.method.policies import check_came_from, check_hands_over, check_takes_over
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.queries import people_with_roles

HAND_OVER, HAND_BACK = "method.hand_over", "method.hand_back"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an accountable person stands: in which column, and which record counts the edits; None counts none."""

    model: type[MunicipalityRecord]
    counting: type[MunicipalityRecord] | None
    column: str = "owner_id"


_WHOLE: Mapping[HeldKind, type[MunicipalityRecord]] = {
    HeldKind.ACTIVITY: Activity,
    HeldKind.AGREEMENT: Agreement,
    HeldKind.SYSTEM: System,
    HeldKind.MEASURE: Measure,
    HeldKind.TOOL: Tool,
    HeldKind.CLAUSE: PolicyClause,
    HeldKind.LOG_PLAN: LogReviewPlan,
    HeldKind.SECURITY_RISK: SecurityRisk,
    HeldKind.STEP: PlannedStep,
}
"""What counts its own edits."""
PLACES: Mapping[HeldKind, Place] = {
    **{kind: Place(model, counting=model) for kind, model in _WHOLE.items()},
    HeldKind.TREATMENT: Place(RiskTreatment, counting=ImpactAssessment),
    HeldKind.BREACH_MEASURE: Place(BreachMeasure, counting=PersonalDataBreach),
    HeldKind.REQUEST: Place(DataSubjectRequest, counting=DataSubjectRequest, column="handler_id"),
    HeldKind.SEARCH: Place(SearchLine, counting=DataSubjectRequest),
    HeldKind.EVIDENCE: Place(Evidence, counting=None),
}
"""Of every kind, where its accountable person stands."""


def hand_over(records: Sequence[Held], *, to: UUID, reason: str, by: Actor) -> None:
    """Make a colleague the accountable person of these records, as they were read; all of them or none.

    Refused for who does not work here or has no role today, and without a reason. EditedMeanwhile where one of them was
    changed since.
    """
    check_permitted(by, HAND_OVER)
    check_hands_over(chosen=len(records), reason=reason)
    with verb(HAND_OVER, by=by, reason=reason):
        taking = next((each for each in people_with_roles() if each.id == to), None)
        check_takes_over(taking, on=clock.today())
        _give(records, to)


def hand_back(records: Sequence[Held], *, to: UUID, reason: str, by: Actor) -> None:
    """Undo a handing over: who was the accountable person before becomes it again, whether they work here or not.

    Refused for a record that they did not hand over last, and without a reason; EditedMeanwhile as with ``hand_over``.
    """
    check_permitted(by, HAND_OVER)
    check_hands_over(chosen=len(records), reason=reason)
    with verb(HAND_BACK, by=by, reason=reason):
        for kind, held in _by_kind(records):
            came_from = _handed_over_by(kind, [each.id for each in held])
            for each in held:
                check_came_from(name=each.name, is_so=came_from.get(each.id) == to)
        _give(records, to)


def _give(records: Sequence[Held], to: UUID) -> None:
    """Write the new person into every place, and count it once in each record. Part of a verb."""
    counted = _lock(records)
    for kind, held in _by_kind(records):
        place, keys = PLACES[kind], {each.id for each in held}
        stored = place.model.objects.select_for_update().filter(pk__in=keys).values_list("pk", place.column)
        holding = dict(stored)
        for each in held:
            check_unchanged(holding.get(each.id), read=each.person_id, name=each.name)
        place.model.objects.filter(pk__in=keys).update(**{place.column: to})
    for model, keys in counted.items():
        model.objects.filter(pk__in=keys).update(revision=F("revision") + 1)


def _lock(records: Sequence[Held]) -> dict[type[MunicipalityRecord], set[UUID]]:
    """Lock what counts the edits, and raise EditedMeanwhile where it counted since it was read."""
    read = defaultdict[type[MunicipalityRecord], dict[UUID, Held]](dict)
    for each in records:
        counting = PLACES[each.kind].counting
        if counting is not None:
            read[counting][each.record_id] = each
    for model, held in read.items():
        rows = model.objects.select_for_update().filter(pk__in=held).order_by("pk")
        revisions = dict(rows.values_list("pk", "revision"))
        for key, each in held.items():
            check_unchanged(revisions.get(key), read=each.revision, name=each.name)
    return {model: set(held) for model, held in read.items()}


def _handed_over_by(kind: HeldKind, keys: Iterable[UUID]) -> dict[UUID, UUID]:
    """From whom each came where handing over is how it came; newest first, the first row that names another tells."""
    place = PLACES[kind]
    rows = event_model(place.model).objects.filter(pgh_obj_id__in=list(keys)).order_by("-pgh_id")
    came, now = dict[UUID, UUID](), dict[UUID, tuple[UUID | None, str]]()
    passed = set[UUID]()
    for key, person, trail in rows.values_list("pgh_obj_id", place.column, "pgh_context"):
        if key in passed:
            continue
        if key in now and now[key][0] != person:
            passed.add(key)
            if now[key][1] == HAND_OVER and person:
                came[key] = person
        now[key] = (person, (trail or {}).get("verb", ""))
    return came


def _by_kind(records: Iterable[Held]) -> Iterator[tuple[HeldKind, list[Held]]]:
    every = list(records)
    for kind in HeldKind:
        held = [each for each in every if each.kind is kind]
        if held:
            yield kind, held
