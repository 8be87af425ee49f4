"""How a visit looks at one activity: read once, judged once."""

import dataclasses
from collections.abc import Callable, Mapping
from uuid import UUID

from django.forms import Form
from django.http import Http404

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.assess import assess_activity, day_of
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.assessment.queries import judge_alone, judged_alone
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.desk.forms.activity.rows import Around
from gemeentedossier.desk.forms.activity.sections import FORMS, SectionForm
from gemeentedossier.desk.forms.activity.steps import AnswerForm
from gemeentedossier.desk.presenters.activity.goals import goal_of
from gemeentedossier.desk.presenters.activity.margin import answer_name
from gemeentedossier.desk.presenters.activity.page import Sight
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.rules import Visit
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can, can_for, can_hold, not_own

EDIT = "register.edit_activity"


def sight_of(visit: Visit, activity_id: UUID) -> Sight:
    """The activity, now or at the moment of the visit; Http404 where it is not there."""
    if visit.moment is None:
        return sight_in(visit, judged_alone(visit.municipality, activity_id=activity_id), activity_id)
    dossier = visit.dossier()
    found = assess_activity(dossier, catalogue_at(visit.moment), activity_id)
    return sight_in(visit, Judged(dossier, found), activity_id)


def sight_after(visit: Visit, before: Sight, edited: Activity) -> Sight:
    """The activity as it was just written; what stands around it is read again only where it names something new."""
    known = before.words.names
    parties = [relation.party_id for relation in edited.parties]
    receiving = [recipient.party_id for recipient in edited.recipients if recipient.party_id]
    named = [
        *parties,
        *receiving,
        *edited.system_ids,
        *edited.measure_ids,
        *([edited.unit_id] if edited.unit_id else []),
    ]
    if not all(key in known for key in named):
        return sight_of(visit, edited.id)
    dossier = dataclasses.replace(before.dossier, activities=(edited,))
    return sight_in(visit, judge_alone(dossier, visit.municipality, activity_id=edited.id), edited.id)


def sight_in(visit: Visit, judged: Judged, activity_id: UUID) -> Sight:
    """The activity in this dossier; Http404 where it is not there."""
    activity, dossier = judged.activities.get(activity_id), judged.dossier
    if activity is None:
        raise Http404
    return Sight(
        slug=visit.municipality.slug,
        activity=activity,
        dossier=dossier,
        assessment=judged.assessment,
        words=words_of(dossier, at=visit.moment),
        may_edit=may_edit(visit, activity),
        edits_organisation=visit.moment is None and can(visit.actor, "organisation.edit_organisation"),
        reads_along=_reads_along(visit, activity),
        answers=_answers(visit, activity),
        may_answer=_may_answer(visit, activity),
    )


def may_edit(visit: Visit, activity: Activity) -> bool:
    """Whether this visit may write the activity."""
    writable = visit.moment is None and activity.record_state is not RecordState.REPLACED
    return writable and can_for(visit.actor, EDIT, owner_id=activity.owner_id)


def _reads_along(visit: Visit, activity: Activity) -> str:
    """Why somebody who writes records cannot write this one; empty for everybody else."""
    if visit.moment or not can(visit.actor, EDIT) or can_for(visit.actor, EDIT, owner_id=activity.owner_id):
        return ""
    return not_own()


def _may_answer(visit: Visit, activity: Activity) -> bool:
    return visit.moment is None and can_for(visit.actor, "evidence.attest_criterion", owner_id=activity.owner_id)


def _answers(visit: Visit, activity: Activity) -> Callable[[Finding], tuple[str, Form | None] | None]:
    allowed = _may_answer(visit, activity)

    def answer(finding: Finding) -> tuple[str, Form | None] | None:
        if not allowed or not finding.rule.is_attested:
            return None
        return answer_address(visit, activity.id, finding), answer_form(finding)

    return answer


def answer_address(visit: Visit, activity_id: UUID, finding: Finding) -> str:
    """Where the answer to a finding goes."""
    about = [finding.rule_id, finding.subject_kind.value, finding.subject_id]
    return reverse("desk:attest", args=[visit.municipality.slug, activity_id, *about])


def answer_form(finding: Finding) -> AnswerForm | None:
    """The form with the answer that was given before; None where nobody answered yet."""
    given = finding.answer.attestation
    if given is None:
        return None
    initial = {"answer": given.answer, "explanation": given.explanation, "review_on": given.review_on}
    return AnswerForm(initial=initial, auto_id=f"{answer_name(finding)}-%s")


def opened(visit: Visit, sight: Sight, section: str) -> SectionForm | None:
    """The form of a section where it may be written; aimed at the field of the finding that led here."""
    if section not in FORMS or not sight.may_edit:
        return None
    form = SectionForm(section, sight.activity, around=around(sight.activity, sight.dossier))
    lead(sight, form, visit.request.GET)
    return form


def lead(sight: Sight, form: SectionForm, told: Mapping[str, str]) -> None:
    """Aim the form at the field of the finding that led to it: as the address tells, or the form that was sent."""
    rule, about = told.get("finding", ""), told.get("about", "")
    for finding in sight.assessment.findings(activity_id=sight.activity.id) if rule else ():
        if finding.rule_id == rule and str(finding.subject_id) == about and finding.is_open:
            goal = goal_of(finding)
            if goal.section == form.section:
                asks = wording.repair(finding, sight.words.language) or ""
                form.led_by = (rule, about)
                form.aim(goal.field, finding.subject_id, asks=asks)
            break


def around(activity: Activity, dossier: Dossier, *, add: str = "") -> Around:
    """What the forms of the activity choose from."""
    organisation = dossier.organisation
    day, owner = day_of(dossier), activity.owner_id
    people = [each for each in organisation.people if can_hold(each, day) or each.id == owner]
    return Around(
        owner=activity.id,
        names={party.id: party.name for party in dossier.parties},
        purposes={purpose.id: purpose.text for purpose in activity.purposes},
        records={
            "controllers": [(str(each.id), each.name) for each in organisation.controllers],
            "people": [(str(each.id), each.name) for each in people],
            "systems": [(str(each.id), each.name) for each in dossier.systems],
            "measures": [(str(each.id), each.name) for each in dossier.measures],
        },
        add=add,
    )
