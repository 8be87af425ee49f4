"""An assessment as it stands, locked, for who is about to write it."""

from uuid import UUID

from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.dossier.risks.queries import PARTS, assessments_from
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import check_permitted_for


def locked_assessment(assessment_id: UUID, permission: str, *, read: int | None, by: Actor) -> ImpactAssessment:
    """Return the assessment as it stands; ``read`` is the revision that was read. Part of a verb.

    Raises EditedMeanwhile where somebody saved since, NotPermitted where all its activities are of others.
    """
    models.ImpactAssessment.objects.select_for_update().get(pk=assessment_id)
    found = _facts(assessment_id)
    check_own_activities(found.activity_ids, permission, by=by)
    if read is not None:
        check_unchanged(found.revision, read=read, name=found.name)
    return found


def check_own_activities(activity_ids: tuple[UUID, ...], permission: str, *, by: Actor) -> None:
    """Raises NotPermitted where none of the activities is one that the person may write for."""
    owners = list(Activity.objects.filter(pk__in=activity_ids).values_list("owner_id", flat=True))
    own = by.person_id if by.person_id in owners else next(iter(owners), None)
    check_permitted_for(by, permission, owner_id=own)


def next_revision(assessment: ImpactAssessment, **changed: object) -> None:
    """Write what changed of the assessment itself, as its next revision. Part of a verb."""
    models.ImpactAssessment.objects.filter(pk=assessment.id).update(revision=assessment.revision + 1, **changed)


def _facts(assessment_id: UUID) -> ImpactAssessment:
    def rows(model: type[MunicipalityRecord], /) -> list[Row]:
        if model is models.ImpactAssessment:
            return list(model.objects.filter(pk=assessment_id).values())
        if model in PARTS:
            return list(model.objects.filter(assessment_id=assessment_id).values())
        return list(model.objects.filter(risk__assessment_id=assessment_id).values())

    return assessments_from(rows, people={})[0]
