"""Reading assessments: the door for other rooms."""

from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess, assess_activity
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation.models import Municipality


def assessment_of(municipality: Municipality) -> Assessment:
    """Return the findings on the dossier as it is now; inside the municipality's scope."""
    return assess(dossier_of(municipality), current_catalogue())


def assessment_of_activity(municipality: Municipality, *, activity_id: UUID) -> Assessment:
    """Return the findings on one activity as it is now; reads only that one. Inside the municipality's scope."""
    dossier = dossier_of(municipality, activity_id=activity_id)
    return assess_activity(dossier, current_catalogue(), activity_id)
