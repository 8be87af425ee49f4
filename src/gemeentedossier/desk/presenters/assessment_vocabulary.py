"""The words of the closed vocabularies of pre-scans and impact assessments."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.risks.engine.clock import ConsultationStanding
from gemeentedossier.dossier.risks.enums import (
    AssessmentState,
    AssessmentTermKind,
    Conclusion,
    ConsultationPiece,
    PrescanVerdict,
    ProposalAnswer,
    TreatmentKind,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ASSESSED: tuple[tuple[StrEnum, StrOrPromise], ...] = (
    (PrescanVerdict.REQUIRED, pgettext_lazy("pre-scan", "DPIA needed")),
    (PrescanVerdict.RECOMMENDED, pgettext_lazy("pre-scan", "DPIA recommended")),
    (PrescanVerdict.NOT_REQUIRED, pgettext_lazy("pre-scan", "No DPIA needed")),
    (ProposalAnswer.TAKEN_OVER, pgettext_lazy("proposal", "Taken over in the register")),
    (ProposalAnswer.REFUSED, pgettext_lazy("proposal", "Not taken over")),
    (AssessmentState.DRAFT, pgettext_lazy("impact assessment", "Draft")),
    (AssessmentState.UNDER_ADVICE, pgettext_lazy("impact assessment", "With the officer")),
    (AssessmentState.ADOPTED, pgettext_lazy("impact assessment", "Adopted")),
    (AssessmentState.UNDER_REVISION, pgettext_lazy("impact assessment", "Under revision")),
    (Conclusion.MAY_START, _("The processing may begin or go on")),
    (Conclusion.MAY_START_AFTER_MEASURES, _("The processing may begin or go on once the measures stand")),
    (Conclusion.CONSULT_AUTHORITY, _("The authority must be consulted first")),
    (Conclusion.MAY_NOT_START, _("The processing may not begin or go on")),
    (TreatmentKind.TECHNICAL, pgettext_lazy("measure", "technical")),
    (TreatmentKind.ORGANISATIONAL, pgettext_lazy("measure", "organisational")),
    (TreatmentKind.LEGAL, pgettext_lazy("measure", "legal")),
    (AdviceAnswer.FOLLOWED, pgettext_lazy("advice", "Followed")),
    (AdviceAnswer.PARTLY_FOLLOWED, pgettext_lazy("advice", "Partly followed")),
    (AdviceAnswer.NOT_FOLLOWED, pgettext_lazy("advice", "Not followed")),
    (ConsultationPiece.RESPONSIBILITIES, _("who is responsible for what (a)")),
    (ConsultationPiece.PURPOSES_AND_MEANS, _("purposes and means (b)")),
    (ConsultationPiece.MEASURES_AND_SAFEGUARDS, _("measures and safeguards (c)")),
    (ConsultationPiece.OFFICER_CONTACT, _("contact of the data protection officer (d)")),
    (ConsultationPiece.ASSESSMENT, _("the impact assessment (e)")),
    (ConsultationPiece.OTHER_INFORMATION, _("other information that was asked (f)")),
    (AssessmentTermKind.REVIEW, pgettext_lazy("term of an assessment", "Review the DPIA")),
    (AssessmentTermKind.ADVICE_ANSWER, pgettext_lazy("term of an assessment", "Answer the officer's advice")),
    (AssessmentTermKind.MEASURE, pgettext_lazy("term of an assessment", "Carry out a measure")),
    (AssessmentTermKind.CONSULTATION, pgettext_lazy("term of an assessment", "Advice of the authority expected")),
    (AssessmentTermKind.EXTENSION_NOTICE, pgettext_lazy("term of an assessment", "Last day to tell of an extension")),
    (ConsultationStanding.NOT_RECEIVED, pgettext_lazy("consultation", "Receipt not recorded")),
    (ConsultationStanding.RUNNING, pgettext_lazy("consultation", "The term runs")),
    (ConsultationStanding.EXTENDED, pgettext_lazy("consultation", "The term was extended")),
    (ConsultationStanding.SUSPENDED, pgettext_lazy("consultation", "The term is suspended")),
    (ConsultationStanding.OVERDUE, pgettext_lazy("consultation", "The term passed without an answer")),
    (ConsultationStanding.ANSWERED, pgettext_lazy("consultation", "The authority answered")),
)
"""What each value is called."""
