"""Reading assessments: the door for other rooms. Whoever needs the whole dossier judged comes through ``judged_of``."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess_activity
from gemeentedossier.assessment.facts import Assessment, Judged
from gemeentedossier.assessment.standing import Standing, judge
from gemeentedossier.catalogue.queries import catalogue_at, current_catalogue
from gemeentedossier.dossier.evidence.actions.evidence import notice_files, unseen
from gemeentedossier.dossier.evidence.tasks import WATCH
from gemeentedossier.dossier.snapshot.queries import dossier_at, dossier_of
from gemeentedossier.foundation.models import Municipality

_STANDING = Standing()


def judged_of(municipality: Municipality, *, moment: dt.datetime | None = None) -> Judged:
    """Return the dossier with its findings, as it is now or as it was known at a moment; inside the scope.

    That of now is kept between requests (``standing``); a past moment is read and judged by itself, with the catalogue
    in use then. The one thing that it records is that a file of the evidence went or came back: nothing else tells the
    program of that, and what is gone shows nothing.
    """
    if moment is not None:
        return judge(dossier_at(municipality, moment=moment), catalogue_at(moment))
    judged = _STANDING.of(municipality, current_catalogue())
    if (evidence := unseen(judged.dossier.evidence)) is not None:
        return judge(replace(judged.dossier, evidence=evidence), current_catalogue())
    if notice_files(judged.dossier.evidence, by=WATCH):
        return _STANDING.of(municipality, current_catalogue())
    return judged


def assessment_of(municipality: Municipality) -> Assessment:
    """Return the findings on the dossier as it is now; inside the municipality's scope."""
    return judged_of(municipality).assessment


def assessment_of_activity(municipality: Municipality, *, activity_id: UUID) -> Assessment:
    """Return the findings on one activity as it is now; reads only that one. Inside the municipality's scope."""
    dossier = dossier_of(municipality, activity_id=activity_id)
    if (evidence := unseen(dossier.evidence)) is not None:
        return assess_activity(replace(dossier, evidence=evidence), catalogue_at(dossier.moment), activity_id)
    if notice_files(dossier.evidence, by=WATCH):
        dossier = dossier_of(municipality, activity_id=activity_id)
    return assess_activity(dossier, catalogue_at(dossier.moment), activity_id)
