"""Drawing up an impact assessment: itself, its points, its risks with what makes them smaller (GDPR 35(7))."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets.models import Measure
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.actions.locked import check_own_activities, locked_assessment, next_revision
from gemeentedossier.dossier.risks.engine.statements import Statement
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import AssessedRisk, AssessmentParagraph, ImpactAssessment, RiskTreatment
from gemeentedossier.dossier.risks.policies import (
    check_assessed_risk,
    check_assessment,
    check_deletion,
    check_done,
    check_is_written,
    check_point,
    check_what_remains,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

OWN = (
    *("name", "reference", "summary", "views_sought", "views", "views_reason", "conclusion", "conclusion_reason"),
    *("review_on", "exempt_under", "exempt_reason"),
)
"""What its own form writes; points, risks, advice and decision have verbs of their own."""


def draw_up_assessment(assessment: ImpactAssessment, *, by: Actor) -> ImpactAssessment:
    """Record a new draft with the points and risks that it brings; who does so draws it up."""
    check_permitted(by, "risks.draw_up_assessment")
    check_assessment(assessment)
    for risk in assessment.risks:
        check_assessed_risk(risk, today=clock.today())
    wanted = replace(
        assessment,
        state=AssessmentState.DRAFT,
        version=0,
        revision=1,
        drawn_up_by_id=by.person_id,
        advice=(),
        consultations=(),
        asked_at=None,
        adopted_by_id=None,
        adopted_at=None,
        published_at=None,
    )
    with verb("risks.draw_up_assessment", by=by):
        check_own_activities(wanted.activity_ids, "risks.draw_up_assessment", by=by)
        with refusing_doubles(_("This assessment was recorded just now. Go on with that one.")):
            models.ImpactAssessment.objects.create(**stored_values(models.ImpactAssessment, wanted))
        _link_activities(wanted.id, wanted.activity_ids)
        for paragraph in wanted.paragraphs:
            _write_paragraph(wanted.id, paragraph)
        for risk in wanted.risks:
            _write_risk(wanted.id, risk)
        remarks = [{**stored_values(models.ImportRemark, each), "assessment_id": wanted.id} for each in wanted.remarks]
        insert_values(models.ImportRemark, remarks)
    return wanted


def edit_assessment(assessment: ImpactAssessment, *, by: Actor) -> None:
    """Write what an assessment says of itself, as it must become, and the activities that it is about."""
    check_permitted(by, "risks.edit_assessment")
    check_assessment(assessment)
    with verb("risks.edit_assessment", by=by):
        stored = locked_assessment(assessment.id, "risks.edit_assessment", read=assessment.revision, by=by)
        check_is_written(stored)
        changes = difference_of(models.ImpactAssessment, before=stored, after=assessment)
        next_revision(stored, **{name: value for name, value in changes.items() if name in OWN})
        if stored.activity_ids != assessment.activity_ids:
            check_own_activities(assessment.activity_ids, "risks.edit_assessment", by=by)
            models.AssessedActivity.objects.filter(assessment_id=stored.id).delete()
            _link_activities(stored.id, assessment.activity_ids)


def write_paragraph(
    assessment_id: UUID, number: int, *, text: str, basis: Iterable[Statement], revision: int, by: Actor
) -> None:
    """Write a point in own words; from now on it rests on these statements of the register."""
    check_permitted(by, "risks.edit_assessment")
    check_point(number)
    rests_on = sorted(set(basis))
    with verb("risks.write_paragraph", by=by):
        stored = locked_assessment(assessment_id, "risks.edit_assessment", read=revision, by=by)
        check_is_written(stored)
        paragraph = AssessmentParagraph(
            id=_paragraph_id(assessment_id, number),
            number=number,
            text=text.strip(),
            basis_names=tuple(name for name, _words in rests_on),
            basis_words=tuple(words for _name, words in rests_on),
            noted_by_id=by.person_id,
            noted_at=clock.now(),
        )
        _write_paragraph(assessment_id, paragraph)
        next_revision(stored)


def record_assessed_risk(assessment_id: UUID, risk: AssessedRisk, *, revision: int, by: Actor) -> None:
    """Add a risk with what makes it smaller, or write one as it must become."""
    check_permitted(by, "risks.edit_assessment")
    check_assessed_risk(risk, today=clock.today())
    check_what_remains(risk)
    with verb("risks.record_risk", by=by):
        stored = locked_assessment(assessment_id, "risks.edit_assessment", read=revision, by=by)
        check_is_written(stored)
        places = {each.id: each.position for each in stored.risks}
        last = max(places.values(), default=-1) + 1
        _write_risk(assessment_id, replace(risk, position=places.get(risk.id, last)))
        next_revision(stored)


def remove_assessed_risk(assessment_id: UUID, risk_id: UUID, *, revision: int, by: Actor) -> None:
    """Take away a risk; its history stays."""
    check_permitted(by, "risks.edit_assessment")
    with verb("risks.remove_risk", by=by):
        stored = locked_assessment(assessment_id, "risks.edit_assessment", read=revision, by=by)
        check_is_written(stored)
        models.AssessedRisk.objects.filter(assessment_id=assessment_id, pk=risk_id).delete()
        next_revision(stored)


def finish_treatment(
    assessment_id: UUID, treatment_id: UUID, *, done_on: dt.date | None, revision: int, by: Actor
) -> None:
    """Record that a measure was carried out, or that it was not after all; also after adoption."""
    check_permitted(by, "risks.edit_assessment")
    check_done(done_on, today=clock.today())
    with verb("risks.finish_measure", by=by):
        stored = locked_assessment(assessment_id, "risks.edit_assessment", read=revision, by=by)
        rows = models.RiskTreatment.objects.filter(pk=treatment_id, risk__assessment_id=assessment_id)
        if not rows.update(done_on=done_on):
            raise Refused(_("This measure does not stand in the assessment any more. Read it as it is now."))
        next_revision(stored)


def settle_remarks(assessment_id: UUID, remark_ids: Sequence[UUID], *, revision: int, by: Actor) -> None:
    """Record that somebody dealt with these things that an import could not take over."""
    check_permitted(by, "risks.edit_assessment")
    if not remark_ids:
        raise Refused(_("Tick what was dealt with."))
    with verb("risks.settle_remarks", by=by):
        stored = locked_assessment(assessment_id, "risks.edit_assessment", read=revision, by=by)
        check_is_written(stored)
        wanted = models.ImportRemark.objects.filter(assessment_id=assessment_id, pk__in=remark_ids, settled_at=None)
        wanted.update(settled_by_id=by.person_id, settled_at=clock.now())
        next_revision(stored)


def confirm_copy(assessment_id: UUID, *, revision: int, by: Actor) -> None:
    """Record that this person checked that what was copied holds here too (GDPR 35(1), last sentence)."""
    check_permitted(by, "risks.edit_assessment")
    if by.person_id is None:
        raise Refused(_("Only a person can confirm that a text holds here."))
    with verb("risks.confirm_copy", by=by):
        stored = locked_assessment(assessment_id, "risks.edit_assessment", read=revision, by=by)
        next_revision(stored, copy_confirmed_by_id=by.person_id, copy_confirmed_at=clock.now())


def delete_assessment(assessment_id: UUID, *, reason: str, revision: int, by: Actor) -> None:
    """Take away a draft on which nobody advised or decided; its history stays."""
    check_permitted(by, "risks.delete_assessment")
    with verb("risks.delete_assessment", by=by, reason=reason):
        stored = locked_assessment(assessment_id, "risks.delete_assessment", read=revision, by=by)
        check_deletion(stored, reason=reason)
        models.ImpactAssessment.objects.get(pk=assessment_id).delete()


def _paragraph_id(assessment_id: UUID, number: int) -> UUID:
    return uuid5(assessment_id, f"point {number}")


def _write_paragraph(assessment_id: UUID, paragraph: AssessmentParagraph) -> None:
    values = stored_values(models.AssessmentParagraph, paragraph)
    found = models.AssessmentParagraph.objects.filter(assessment_id=assessment_id, number=paragraph.number)
    values.pop("id")
    if not found.update(**values):
        key = _paragraph_id(assessment_id, paragraph.number)
        models.AssessmentParagraph.objects.create(id=key, assessment_id=assessment_id, **values)


def _write_risk(assessment_id: UUID, risk: AssessedRisk) -> None:
    values = stored_values(models.AssessedRisk, risk)
    key = values.pop("id")
    if not models.AssessedRisk.objects.filter(assessment_id=assessment_id, pk=key).update(**values):
        models.AssessedRisk.objects.create(id=key, assessment_id=assessment_id, **values)
    _write_treatments(key, risk.treatments)


def _write_treatments(risk_id: UUID, treatments: Sequence[RiskTreatment]) -> None:
    known = {each.measure_id for each in treatments if each.measure_id}
    if Measure.objects.filter(pk__in=known).count() != len(known):
        raise Refused(_("One of these measures is not here. Choose them from the list."))
    models.RiskTreatment.objects.filter(risk_id=risk_id).exclude(pk__in=[each.id for each in treatments]).delete()
    for number, treatment in enumerate(treatments):
        values = stored_values(models.RiskTreatment, replace(treatment, position=number))
        key = values.pop("id")
        if not models.RiskTreatment.objects.filter(risk_id=risk_id, pk=key).update(**values):
            models.RiskTreatment.objects.create(id=key, risk_id=risk_id, **values)


def _link_activities(assessment_id: UUID, activity_ids: Iterable[UUID]) -> None:
    wanted = tuple(dict.fromkeys(activity_ids))
    if Activity.objects.filter(pk__in=wanted).count() != len(wanted):
        raise Refused(_("One of these activities is not here. Choose them from the list."))
    for number, key in enumerate(wanted):
        models.AssessedActivity.objects.create(
            id=uuid5(assessment_id, str(key)), assessment_id=assessment_id, activity_id=key, position=number
        )
