"""How much risk may remain for an activity, and whether what remains was decided."""

import datetime as dt
from collections.abc import Collection, Iterable
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel, RiskScale
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.security.enums import RiskDecision, RiskStanding
from gemeentedossier.dossier.security.facts import SecurityRisk

DECIDED = {
    RiskDecision.ACCEPT: RiskStanding.ACCEPTED,
    RiskDecision.TREAT: RiskStanding.TREATED,
    RiskDecision.STOP: RiskStanding.STOPPED,
}


def level_accepted(
    appetites: Iterable[RiskAppetite], controller_ids: Collection[UUID], *, on: dt.date
) -> RiskLevel | None:
    """Return the highest level that may remain; of several controllers the least counts, None where none decided."""
    levels = [each.level for each in appetites if each.controller_id in controller_ids and each.holds_on(on)]
    return min(levels, key=lambda level: level.rank, default=None)


def residual_level(risk: SecurityRisk, scale: RiskScale | None) -> RiskLevel | None:
    """Return the level that remains with the measures; None while a level or the scale is unknown."""
    return scale.level_of(risk.residual_likelihood, risk.residual_impact) if scale else None


def is_decided_on(risk: SecurityRisk, day: dt.date) -> bool:
    """Return whether the executive decided about what remains, and an acceptance still holds on the day."""
    return risk.decision is not None and (risk.decision is not RiskDecision.ACCEPT or risk.is_accepted_on(day))


def standing_of(
    risk: SecurityRisk, scale: RiskScale | None, accepted: RiskLevel | None, *, on: dt.date
) -> RiskStanding:
    """Return where the risk stands on the day; ``accepted`` is the highest level that may remain, None unknown."""
    remains = residual_level(risk, scale)
    if risk.decision and is_decided_on(risk, on):
        return DECIDED[risk.decision]
    if remains is None:
        return RiskStanding.NOT_WEIGHED
    if accepted and not remains.is_above(accepted):
        return RiskStanding.WITHIN
    if risk.decision:
        return RiskStanding.RAN_OUT
    return RiskStanding.UNDECIDED if accepted else RiskStanding.NO_APPETITE
