"""The records of a kind that a sample can hold, by key, with their names."""

from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.governance.enums import SampledKind
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.snapshot.facts import Dossier


def population_of(kind: SampledKind, dossier: Dossier) -> Mapping[UUID, str]:
    """Return them; records that were replaced, and exercises in breaches, are none of what is watched."""
    match kind:
        case SampledKind.ACTIVITIES:
            kept = (each for each in dossier.activities if each.record_state is not RecordState.REPLACED)
            return {each.id: each.name for each in kept}
        case SampledKind.AGREEMENTS:
            return {each.id: each.name for each in dossier.agreements}
        case SampledKind.IMPACT_ASSESSMENTS:
            return {each.id: each.name for each in dossier.impact_assessments}
        case SampledKind.BREACHES:
            return {each.id: f"{each.number} {each.title}" for each in dossier.breaches if not each.is_exercise}
        case SampledKind.REQUESTS:
            return {each.id: each.number for each in dossier.requests}
