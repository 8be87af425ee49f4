"""The words of the closed vocabularies of the register and the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts import PolicyDomain, RetentionTrigger, Status
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.presenters.agreement_vocabulary import AGREED
from gemeentedossier.desk.presenters.assessment_vocabulary import ASSESSED
from gemeentedossier.desk.presenters.law_vocabulary import HELD
from gemeentedossier.desk.presenters.officer_vocabulary import WATCHED
from gemeentedossier.desk.presenters.request_vocabulary import ASKED
from gemeentedossier.desk.presenters.security_vocabulary import SECURED
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
    CriminalDataGround,
    DataSubjectRight,
    FurtherUseBasis,
    PartyRole,
    ProcessingState,
    RecordState,
    RetentionSource,
    SpecialCategoryGround,
    TransferMechanism,
)
from gemeentedossier.organisation.enums import ControllerKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class EuropeanCriterion(StrEnum):
    """The nine criteria of the European guidelines on impact assessments (WP 248 rev. 01)."""

    EVALUATION = "evaluation"
    AUTOMATED_DECISION = "automated_decision"
    MONITORING = "monitoring"
    SENSITIVE_DATA = "sensitive_data"
    LARGE_SCALE = "large_scale"
    MATCHING = "matching"
    VULNERABLE_SUBJECTS = "vulnerable_subjects"
    NEW_TECHNOLOGY = "new_technology"
    PREVENTS_RIGHT = "prevents_right"


NAMED: tuple[tuple[StrEnum, StrOrPromise], ...] = (
    (ControllerKind.COLLEGE, _("college of mayor and aldermen")),
    (ControllerKind.BURGEMEESTER, _("mayor")),
    (ControllerKind.GEMEENTERAAD, _("municipal council")),
    (ControllerKind.JOINT_BODY, _("joint body with other municipalities")),
    (ControllerKind.OTHER, _("another body")),
    (ActivityRole.CONTROLLER, _("controller")),
    (ActivityRole.JOINT_CONTROLLER, _("joint controller")),
    (ActivityRole.PROCESSOR, _("processor for another")),
    (RecordState.CONCEPT, pgettext_lazy("record", "Concept")),
    (RecordState.UNDER_REVIEW, pgettext_lazy("record", "Under review")),
    (RecordState.ADOPTED, pgettext_lazy("record", "Adopted")),
    (RecordState.PUBLISHED, pgettext_lazy("record", "Published")),
    (RecordState.REPLACED, pgettext_lazy("record", "Replaced")),
    (ProcessingState.PLANNED, pgettext_lazy("processing", "Planned")),
    (ProcessingState.IN_USE, pgettext_lazy("processing", "In use")),
    (ProcessingState.ENDED, pgettext_lazy("processing", "Ended")),
    (Article6.CONSENT, _("consent (Article 6(1)(a))")),
    (Article6.CONTRACT, _("contract (Article 6(1)(b))")),
    (Article6.LEGAL_OBLIGATION, _("legal obligation (Article 6(1)(c))")),
    (Article6.VITAL_INTERESTS, _("vital interests (Article 6(1)(d))")),
    (Article6.PUBLIC_TASK, _("task in the public interest (Article 6(1)(e))")),
    (Article6.LEGITIMATE_INTERESTS, _("legitimate interests (Article 6(1)(f))")),
    (SpecialCategoryGround.EXPLICIT_CONSENT, _("explicit consent (Article 9(2)(a))")),
    (SpecialCategoryGround.EMPLOYMENT_AND_SOCIAL_SECURITY, _("employment and social security law (Article 9(2)(b))")),
    (SpecialCategoryGround.VITAL_INTERESTS, _("vital interests (Article 9(2)(c))")),
    (SpecialCategoryGround.NON_PROFIT_BODY, _("foundation or association (Article 9(2)(d))")),
    (SpecialCategoryGround.MADE_PUBLIC, _("made public by the person (Article 9(2)(e))")),
    (SpecialCategoryGround.LEGAL_CLAIMS, _("legal claims (Article 9(2)(f))")),
    (SpecialCategoryGround.SUBSTANTIAL_PUBLIC_INTEREST, _("substantial public interest (Article 9(2)(g))")),
    (SpecialCategoryGround.HEALTH_OR_SOCIAL_CARE, _("health or social care (Article 9(2)(h))")),
    (SpecialCategoryGround.PUBLIC_HEALTH, _("public health (Article 9(2)(i))")),
    (SpecialCategoryGround.ARCHIVE_RESEARCH_STATISTICS, _("archive, research or statistics (Article 9(2)(j))")),
    (SpecialCategoryGround.UAVG_23, _("general exceptions (UAVG 23)")),
    (CriminalDataGround.UAVG_32, _("general grounds for criminal data (UAVG 32)")),
    (CriminalDataGround.UAVG_33_1_A, _("body charged with it by law (UAVG 33(1)(a))")),
    (CriminalDataGround.UAVG_33_2, _("for its own use (UAVG 33(2))")),
    (CriminalDataGround.UAVG_33_4, _("for others, with a licence (UAVG 33(4))")),
    (CriminalDataGround.SECTOR_LAW, _("another statute")),
    (TransferMechanism.ADEQUACY, _("adequacy decision (Article 45)")),
    (TransferMechanism.STANDARD_CLAUSES, _("standard contractual clauses (Article 46(2)(c) and (d))")),
    (TransferMechanism.BINDING_CORPORATE_RULES, _("binding corporate rules (Article 47)")),
    (TransferMechanism.INSTRUMENT, _("instrument between public authorities (Article 46(2)(a))")),
    (TransferMechanism.CODE_OF_CONDUCT, _("code of conduct (Article 46(2)(e))")),
    (TransferMechanism.CERTIFICATE, _("certificate (Article 46(2)(f))")),
    (TransferMechanism.AD_HOC_CLAUSES, _("own clauses with authorisation (Article 46(3))")),
    (TransferMechanism.DEROGATION, _("derogation for a specific situation (Article 49)")),
    (PartyRole.PROCESSOR, _("processor")),
    (PartyRole.JOINT_CONTROLLER, _("joint controller")),
    (PartyRole.INDEPENDENT_CONTROLLER, _("independent controller")),
    (PartyRole.CLIENT, _("controller for whom the municipality processes")),
    (FurtherUseBasis.COMPATIBLE, _("compatible with the first purpose")),
    (FurtherUseBasis.CONSENT, _("consent")),
    (FurtherUseBasis.LAW, _("law")),
    (DataSubjectRight.ACCESS, _("access (Article 15)")),
    (DataSubjectRight.RECTIFICATION, _("rectification (Article 16)")),
    (DataSubjectRight.ERASURE, _("erasure (Article 17)")),
    (DataSubjectRight.RESTRICTION, _("restriction (Article 18)")),
    (DataSubjectRight.PORTABILITY, _("portability (Article 20)")),
    (DataSubjectRight.OBJECTION, _("objection (Article 21)")),
    (DataSubjectRight.NO_AUTOMATED_DECISION, _("no decision by automated means only (Article 22)")),
    (DataSubjectRight.WITHDRAW_CONSENT, _("withdrawal of consent (Article 7(3))")),
    (RetentionSource.STATUTE, _("statute")),
    (RetentionSource.SELECTIELIJST, _("selectielijst")),
    (RetentionSource.OWN_DECISION, _("decision of the municipality")),
    (RetentionTrigger.LAST_CHANGE_OF_DATA, _("the last change of the data")),
    (RetentionTrigger.LAST_CHANGE_OF_FILE, _("the last change of the file")),
    (RetentionTrigger.CASE_CLOSED, _("the closing of the case")),
    (RetentionTrigger.END_OF_PROVISION, _("the end of the provision")),
    (RetentionTrigger.RECORDED_EXPIRY_DATE, _("the recorded expiry date")),
    (RetentionTrigger.END_OF_MEASURE, _("the end of the measure")),
    (RetentionTrigger.END_OF_SUPERVISION, _("the end of the supervision")),
    (RetentionTrigger.DECISION_DATE, _("the date of the decision")),
    (RetentionTrigger.REPORT_DATE, _("the date of the report")),
    (RetentionTrigger.REQUEST_RECEIVED, _("the receipt of the request")),
    (RetentionTrigger.REGISTRATION_DATE, _("the date of registration")),
    (RetentionTrigger.DISCLOSURE_DATE, _("the date of disclosure")),
    (RetentionTrigger.DATE_OF_BIRTH, _("the date of birth")),
    (RetentionTrigger.DIFFERS_PER_PART, _("a moment that differs per part")),
    (RetentionTrigger.NOT_APPLICABLE, pgettext_lazy("retention trigger", "not applicable")),
    (PolicyDomain.SOCIAL_SUPPORT, _("social support")),
    (PolicyDomain.YOUTH, _("youth")),
    (PolicyDomain.INCOME, _("work and income")),
    (PolicyDomain.DEBTS, _("debts")),
    (PolicyDomain.EDUCATION, _("education")),
    (PolicyDomain.CIVIC_INTEGRATION, _("civic integration")),
    (PolicyDomain.SAFETY, _("safety")),
    (PolicyDomain.CARE_AND_SAFETY, _("care and safety")),
    (PolicyDomain.PUBLIC_HEALTH, _("public health")),
    (PolicyDomain.CROSS_DOMAIN, _("across domains")),
    (PolicyDomain.SUPPORT, pgettext_lazy("policy domain", "support of the organisation")),
    (Answer.YES, pgettext_lazy("answer", "Yes")),
    (Answer.NO, pgettext_lazy("answer", "No")),
    (Answer.PARTLY, pgettext_lazy("answer", "Partly")),
    (Answer.NOT_APPLICABLE, pgettext_lazy("answer", "Not applicable")),
    (Answer.UNKNOWN, pgettext_lazy("answer", "Not known yet")),
    (Status.VERIFIED_OLDER_TEXT, _("read in an older text of the law: check it")),
    (Status.UNVERIFIED, _("not verified: check it")),
)
"""What each value is called. Members of different enumerations may share a text, so a mapping would lose some."""

_NAMES: Mapping[tuple[type, str], StrOrPromise] = {
    (type(value), value.value): name for value, name in (*NAMED, *AGREED, *SECURED, *HELD, *ASSESSED, *ASKED, *WATCHED)
}


def name_of(value: StrEnum) -> str:
    """The value in words; its own text where nobody gave it one."""
    if isinstance(value, EuropeanCriterion):
        return _criterion(value)
    return str(_NAMES.get((type(value), value.value), value.value.replace("_", " ")))


def _criterion(value: EuropeanCriterion) -> str:
    """What the catalogue calls the criterion, in the reader's language."""
    found = (each.name for each in current_catalogue().screening_criteria.values() if each.value == value)
    return next((name.in_language(get_language() or "nl") for name in found), value.value.replace("_", " "))
