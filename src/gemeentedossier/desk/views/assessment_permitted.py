"""What can be done with an impact assessment: in which section, by whom, and when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.desk.forms import assessments as asked
from gemeentedossier.desk.rules import Visit
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.organisation.permissions import can_for

S = AssessmentState
EDIT = "risks.edit_assessment"
Fits = Callable[[ImpactAssessment], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that can be done: in which section, on which route, by whom, and when."""

    section: str
    permission: str
    title: Promise
    button: Promise
    form: type[Form]
    fits: Fits


def _unanswered(found: ImpactAssessment) -> bool:
    advice = found.current_advice
    return found.state is S.UNDER_ADVICE and advice is not None and advice.answered_at is None


def _undecided(found: ImpactAssessment) -> bool:
    advice = found.current_advice
    return found.state is S.UNDER_ADVICE and advice is not None and advice.answered_at is not None


STEPS: Mapping[str, Step] = {
    "assessment-confirm": Step(
        section="standing", permission="risks.edit_assessment", title=_("Confirm that the copied text holds here"),
        button=_("It holds here"), form=asked.StepForm,
        fits=lambda found: found.copied_from_id is not None and found.copy_confirmed_at is None,
    ),
    "assessment-put": Step(
        section="standing", permission="risks.put_to_officer", title=_("Ask the officer for advice"),
        button=_("Put it to the officer"), form=asked.StepForm, fits=lambda found: found.is_written,
    ),
    "assessment-back": Step(
        section="standing", permission="risks.put_to_officer", title=_("Take it back to change it"),
        button=_("Take it back"), form=asked.ReadReasonForm, fits=lambda found: found.state is S.UNDER_ADVICE,
    ),
    "assessment-revise": Step(
        section="standing", permission="risks.revise_assessment", title=_("Revise it"),
        button=_("Begin the next version"), form=asked.ReadReasonForm, fits=lambda found: found.state is S.ADOPTED,
    ),
    "assessment-delete": Step(
        section="standing", permission="risks.delete_assessment", title=_("Remove this draft"), button=_("Remove"),
        form=asked.ReadReasonForm,
        fits=lambda found: not (found.version or found.advice or found.consultations),
    ),
    "assessment-advise": Step(
        section="advice", permission="risks.advise", title=_("Advise"), button=_("Give this advice"),
        form=asked.AdviceForm, fits=lambda found: found.state is S.UNDER_ADVICE and found.current_advice is None,
    ),
    "assessment-answer": Step(
        section="advice", permission="risks.answer_advice", title=_("Answer the advice"),
        button=_("Record this answer"), form=asked.AnswerAdviceForm, fits=_unanswered,
    ),
    "assessment-adopt": Step(
        section="decision", permission="risks.adopt_assessment", title=_("Adopt this assessment"),
        button=pgettext_lazy("button", "Adopt"), form=asked.AdoptForm, fits=_undecided,
    ),
    "assessment-consult": Step(
        section="consultation", permission="risks.consult_authority", title=_("Record the consultation"),
        button=pgettext_lazy("verb", "Record"), form=asked.ConsultationForm, fits=lambda found: True,
    ),
    "assessment-publish": Step(
        section="publication", permission="risks.publish_summary", title=_("Publish a summary"),
        button=pgettext_lazy("button", "Publish"), form=asked.PublishForm, fits=lambda found: found.version > 0,
    ),
    "assessment-withdraw": Step(
        section="publication", permission="risks.publish_summary", title=_("Withdraw the summary"),
        button=_("Withdraw"), form=asked.ReadReasonForm, fits=lambda found: found.published_at is not None,
    ),
}  # fmt: skip
"""By the name of its address; the order is that of the page."""


def may_with(visit: Visit, permission: str, found: ImpactAssessment, activities: Mapping[UUID, Activity]) -> bool:
    """Whether this person may do so with the assessment, now; ``activities`` are all, by key."""
    owners = {activities[key].owner_id for key in found.activity_ids if key in activities}
    own = visit.actor.person_id if visit.actor.person_id in owners else next(iter(owners), None)
    return visit.moment is None and can_for(visit.actor, permission, owner_id=own)


def steps_with(visit: Visit, found: ImpactAssessment, activities: Mapping[UUID, Activity]) -> frozenset[str]:
    """What this person may do now with an assessment as it stands, each by the name of its address."""
    steps = {
        route for route, step in STEPS.items()
        if step.fits(found) and may_with(visit, step.permission, found, activities)
    }  # fmt: skip
    if found.is_written and may_with(visit, EDIT, found, activities):
        steps |= {"assessment-edit"} if found.risks else {"assessment-edit", "assessment-risk-new"}
    return frozenset(steps)
