"""How much risk an assessment leaves, by the scale of the catalogue."""

from collections.abc import Iterable

from gemeentedossier.catalogue.facts.risks import RiskLevel, RiskScale
from gemeentedossier.dossier.risks.facts import AssessedRisk


def level_of(risk: AssessedRisk, scale: RiskScale | None) -> RiskLevel | None:
    """Return the level without the measures; None while likelihood, impact or the scale is unknown."""
    return scale.level_of(risk.likelihood, risk.impact) if scale else None


def residual_level(risk: AssessedRisk, scale: RiskScale | None) -> RiskLevel | None:
    """Return the level that remains with the measures."""
    return scale.level_of(risk.residual_likelihood, risk.residual_impact) if scale else None


def highest_residual(risks: Iterable[AssessedRisk], scale: RiskScale | None) -> RiskLevel | None:
    """Return the highest level that remains; None where there is no risk, or one is not weighed."""
    levels = [residual_level(each, scale) for each in risks]
    known = [each for each in levels if each]
    return max(known, key=lambda each: each.rank) if known and len(known) == len(levels) else None
