"""What can go wrong with the data of an activity, and what the executive decides about what remains (GDPR 32(2))."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets.models import Measure
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.writing import (
    check_own,
    check_system_is_here,
)
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import SecurityRisk
from gemeentedossier.dossier.security.policies import check_risk, check_risk_decision
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

WEIGHED = (
    *("aspect", "threat", "consequence", "system_id"),
    *("likelihood", "impact", "residual_likelihood", "residual_impact"),
)
"""What a decision rests on, with the measures: where one of these changes, somebody must decide anew."""


def record_risk(risk: SecurityRisk, *, by: Actor) -> SecurityRisk:
    """Record a risk with the measures that make it smaller; nobody decided about it yet."""
    check_permitted(by, "security.record_risk")
    check_risk(risk)
    wanted = replace(_undecided(risk), revision=0)
    with verb("security.record_risk", by=by):
        check_own(wanted.activity_id, "security.record_risk", by=by)
        check_system_is_here(wanted.system_id)
        models.SecurityRisk.objects.create(**stored_values(models.SecurityRisk, wanted))
        _link_measures(wanted.id, wanted.measure_ids)
    return wanted


def edit_risk(risk: SecurityRisk, *, by: Actor) -> SecurityRisk:
    """Write the risk as it must become, but for its activity; weighed otherwise, it must be decided anew."""
    check_permitted(by, "security.edit_risk")
    check_risk(risk)
    with verb("security.edit_risk", by=by):
        stored = _locked(risk.id)
        check_own(stored.activity_id, "security.edit_risk", by=by)
        check_unchanged(stored.revision, read=risk.revision)
        check_system_is_here(risk.system_id)
        decided = _decided_as(stored, risk) if _weighs_as(stored, risk) else _undecided(risk)
        wanted = replace(decided, activity_id=stored.activity_id, revision=stored.revision + 1)
        write_difference_of(models.SecurityRisk, before=stored, after=wanted)
        if stored.measure_ids != wanted.measure_ids:
            models.SecurityRiskMeasure.objects.filter(risk_id=risk.id).delete()
            _link_measures(risk.id, wanted.measure_ids)
    return wanted


def decide_risk(
    risk_id: UUID, decision: RiskDecision, *, because: str, accepted_until: dt.date | None, revision: int, by: Actor
) -> None:
    """Decide about what remains of a risk; ``revision`` is the one that was read, so that nobody accepts unseen."""
    check_permitted(by, "security.decide_risk")
    if by.person_id is None:
        raise Refused(_("Only a person can decide about a risk."))
    with verb("security.decide_risk", by=by, reason=because):
        stored = _locked(risk_id)
        check_unchanged(stored.revision, read=revision)
        check_risk_decision(stored, decision, because=because, accepted_until=accepted_until, today=clock.today())
        models.SecurityRisk.objects.filter(pk=risk_id).update(
            decision=decision.value,
            decided_by_id=by.person_id,
            decided_at=clock.now(),
            decided_because=because.strip(),
            accepted_until=accepted_until,
            revision=stored.revision + 1,
        )


def remove_risk(risk_id: UUID, *, reason: str, by: Actor) -> None:
    """Take away a risk that was recorded wrongly; its history stays. Refused once somebody decided about it."""
    check_permitted(by, "security.edit_risk")
    if not reason.strip():
        raise Refused(_("Say why this risk is removed."))
    with verb("security.remove_risk", by=by, reason=reason):
        stored = _locked(risk_id)
        check_own(stored.activity_id, "security.edit_risk", by=by)
        if stored.decision:
            raise Refused(_("The executive decided about this risk, so it stays. Change what remains of it instead."))
        models.SecurityRisk.objects.get(pk=risk_id).delete()


def _weighs_as(stored: SecurityRisk, risk: SecurityRisk) -> bool:
    same = all(getattr(stored, name) == getattr(risk, name) for name in WEIGHED)
    return same and set(stored.measure_ids) == set(risk.measure_ids)


def _undecided(risk: SecurityRisk) -> SecurityRisk:
    return replace(
        risk,
        decision=None,
        decided_by_id=None,
        decided_by="",
        decided_at=None,
        decided_because="",
        accepted_until=None,
    )


def _decided_as(stored: SecurityRisk, risk: SecurityRisk) -> SecurityRisk:
    return replace(
        risk,
        decision=stored.decision,
        decided_by_id=stored.decided_by_id,
        decided_at=stored.decided_at,
        decided_because=stored.decided_because,
        accepted_until=stored.accepted_until,
    )


def _link_measures(risk_id: UUID, measure_ids: Iterable[UUID]) -> None:
    wanted = tuple(dict.fromkeys(measure_ids))
    if Measure.objects.filter(pk__in=wanted).count() != len(wanted):
        raise Refused(_("One of these measures is not here. Choose them from the list."))
    for number, key in enumerate(wanted):
        models.SecurityRiskMeasure.objects.create(
            id=uuid5(risk_id, str(key)), risk_id=risk_id, measure_id=key, position=number
        )


def _locked(risk_id: UUID) -> SecurityRisk:
    models.SecurityRisk.objects.select_for_update().get(pk=risk_id)
    row = models.SecurityRisk.objects.filter(pk=risk_id).values().get()
    links = models.SecurityRiskMeasure.objects.filter(risk_id=risk_id).values_list("measure_id", flat=True)
    return shaped(SecurityRisk, row, measure_ids=tuple(links))
