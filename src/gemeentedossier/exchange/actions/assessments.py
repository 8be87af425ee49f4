"""Taking over a saved impact assessment of another program as a draft, with everything that did not come along."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.utils.translation import get_language

from gemeentedossier.dossier.risks.actions.assessments import draw_up_assessment
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.actions.imports import digest
from gemeentedossier.exchange.engine.assessments.draft import UnreadableAssessment
from gemeentedossier.exchange.engine.assessments.taking import assessment_from, known_in, read_assessment
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The draft, and whether it is new: the same file for the same activity is taken over once."""

    assessment: ImpactAssessment
    is_new: bool


def take_over_assessment(content: bytes, *, activity_id: UUID, name: str, dossier: Dossier, by: Actor) -> TakenOver:
    """Record the draft in a saved file; Refused for what is no saved assessment.

    Without a name it gets that in the file, or else that of the activity.
    """
    key = uuid5(activity_id, digest(content))
    known = next((each for each in dossier.impact_assessments if each.id == key), None)
    if known:
        return TakenOver(known, is_new=False)
    try:
        draft = read_assessment(content, known_in(dossier))
        called = name or draft.name or f"DPIA {next(a.name for a in dossier.activities if a.id == activity_id)}"
        made = assessment_from(draft, key=key, name=called, activity_id=activity_id, by=by.person_id, at=clock.now())
    except UnreadableAssessment as fault:
        raise Refused(fault.sentence.in_language(get_language() or "nl")) from fault
    return TakenOver(draw_up_assessment(made, by=by), is_new=True)
