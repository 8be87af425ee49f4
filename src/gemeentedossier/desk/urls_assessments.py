"""Addresses of Part C: pre-scans of activities, and impact assessments."""

from django.urls import path

from gemeentedossier.desk.views import (
    assessment_files,
    assessment_paper,
    assessment_steps,
    assessment_text,
    assessments,
    prescan_steps,
    prescans,
)

EVERY = "<slug:municipality>/desk/assessments/"
ONE = f"{EVERY}<uuid:key>/"
RISK = f"{ONE}risks/<uuid:risk_id>/"
PRESCAN = "<slug:municipality>/desk/register/<uuid:activity_id>/prescan/"

patterns = [
    path(EVERY, assessments.assessments, name="assessments"),
    path(f"{EVERY}prescans/", prescans.prescans, name="prescans"),
    path(f"{EVERY}take-in/", assessment_files.take_in, name="assessment-take-in"),
    path(f"{EVERY}new/", assessment_text.new, name="assessment-new"),
    path(ONE, assessments.assessment, name="assessment"),
    path(f"{ONE}history/", assessments.history, name="assessment-history"),
    path(f"{ONE}file/", assessment_files.export, name="assessment-file"),
    path(f"{ONE}report/", assessment_paper.text, name="assessment-report-text"),
    path(f"{ONE}report/<slug:form>/", assessment_paper.file, name="assessment-report"),
    path(f"{ONE}edit/", assessment_text.edit, name="assessment-edit"),
    path(f"{ONE}points/<int:number>/", assessment_text.point, name="assessment-point"),
    path(f"{ONE}risks/new/", assessment_text.new_risk, name="assessment-risk-new"),
    path(RISK, assessment_text.risk, name="assessment-risk"),
    path(f"{RISK}remove/", assessment_text.remove_risk, name="assessment-risk-remove"),
    path(f"{ONE}file/remarks/", assessment_steps.settle, name="assessment-remarks"),
    path(f"{ONE}confirm/", assessment_steps.confirm, name="assessment-confirm"),
    path(f"{ONE}put/", assessment_steps.put, name="assessment-put"),
    path(f"{ONE}back/", assessment_steps.back, name="assessment-back"),
    path(f"{ONE}advice/", assessment_steps.give_advice, name="assessment-advise"),
    path(f"{ONE}answer/", assessment_steps.answer, name="assessment-answer"),
    path(f"{ONE}adopt/", assessment_steps.adopt, name="assessment-adopt"),
    path(f"{ONE}revise/", assessment_steps.revise, name="assessment-revise"),
    path(f"{ONE}consultation/", assessment_steps.consult, name="assessment-consult"),
    path(f"{ONE}publish/", assessment_steps.publish, name="assessment-publish"),
    path(f"{ONE}withdraw/", assessment_steps.withdraw, name="assessment-withdraw"),
    path(f"{ONE}delete/", assessment_steps.delete, name="assessment-delete"),
    path(PRESCAN, prescans.prescan, name="prescan"),
    path(f"{PRESCAN}answers/", prescans.answers, name="prescan-answers"),
    path(f"{PRESCAN}proposal/", prescan_steps.proposal, name="prescan-proposal"),
    path(f"{PRESCAN}decide/", prescans.decide, name="prescan-decide"),
]
