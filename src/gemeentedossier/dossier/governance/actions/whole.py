"""Recording what another dossier held of governance."""

from collections.abc import Sequence

from gemeentedossier.dossier.governance import facts, models
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.shaping import stored_values


def insert_governance(
    *,
    suppressions: Sequence[facts.Suppression],
    interpretations: Sequence[facts.Interpretation],
    matters: Sequence[facts.ContestedMatter],
    reliances: Sequence[facts.Reliance],
    appetites: Sequence[facts.RiskAppetite] = (),
    policy_clauses: Sequence[facts.PolicyClause] = (),
    planned_steps: Sequence[facts.PlannedStep] = (),
    ambitions: Sequence[facts.Ambition] = (),
) -> None:
    """Record all of it as it was. Part of a verb."""
    insert_values(models.Suppression, [stored_values(models.Suppression, each) for each in suppressions])
    insert_values(models.Interpretation, [stored_values(models.Interpretation, each) for each in interpretations])
    insert_values(models.ContestedMatter, [stored_values(models.ContestedMatter, each) for each in matters])
    insert_values(
        models.Position,
        [
            {**stored_values(models.Position, position), "matter_id": matter.id}
            for matter in matters
            for position in matter.positions
        ],
    )
    insert_values(models.Reliance, [stored_values(models.Reliance, each) for each in reliances])
    insert_values(models.RiskAppetite, [stored_values(models.RiskAppetite, each) for each in appetites])
    insert_values(models.PolicyClause, [stored_values(models.PolicyClause, each) for each in policy_clauses])
    insert_values(models.PlannedStep, [stored_values(models.PlannedStep, each) for each in planned_steps])
    insert_values(models.Ambition, [stored_values(models.Ambition, each) for each in ambitions])


def insert_supervision(
    *,
    own_advices: Sequence[facts.OwnAdvice],
    checks: Sequence[facts.SupervisionCheck],
    samples: Sequence[facts.Sample],
    reports: Sequence[facts.OfficerReport],
) -> None:
    """Record what the officer advised, planned, drew and reported, as it was. Part of a verb."""
    insert_values(models.OwnAdvice, [stored_values(models.OwnAdvice, each) for each in own_advices])
    insert_values(models.SupervisionCheck, [stored_values(models.SupervisionCheck, each) for each in checks])
    insert_values(models.Sample, [stored_values(models.Sample, each) for each in samples])
    insert_values(
        models.SampledCase,
        [
            {**stored_values(models.SampledCase, case), "sample_id": sample.id, "position": position}
            for sample in samples
            for position, case in enumerate(sample.cases)
        ],
    )
    insert_values(models.OfficerReport, [stored_values(models.OfficerReport, each) for each in reports])
