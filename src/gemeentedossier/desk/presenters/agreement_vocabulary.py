"""The words of the closed vocabularies of agreements."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.dossier.agreements.enums import (
    AgreementKind,
    AgreementState,
    Authorisation,
    Duty,
    EndChoice,
    FoundRole,
    PartyKind,
    Renewal,
    SubProcessorDecision,
    TermKind,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

AGREED: tuple[tuple[StrEnum, StrOrPromise], ...] = (
    (AgreementKind.PROCESSOR, _("processor agreement (Article 28)")),
    (AgreementKind.JOINT_CONTROLLERS, _("arrangement between joint controllers (Article 26)")),
    (AgreementKind.DATA_SUPPLY, _("data supply agreement")),
    (AgreementKind.COVENANT, _("covenant")),
    (AgreementKind.TRANSFER_INSTRUMENT, _("instrument for transfer (Article 46)")),
    (AgreementState.DRAFT, pgettext_lazy("agreement", "Draft")),
    (AgreementState.SIGNED, pgettext_lazy("agreement", "Signed, not yet begun")),
    (AgreementState.IN_FORCE, pgettext_lazy("agreement", "In force")),
    (AgreementState.NOTICE_GIVEN, pgettext_lazy("agreement", "Notice given")),
    (AgreementState.EXPIRED, pgettext_lazy("agreement", "Expired")),
    (AgreementState.ENDED, pgettext_lazy("agreement", "Ended")),
    (Renewal.NONE, pgettext_lazy("on the last day", "it ends")),
    (Renewal.BY_DECISION, pgettext_lazy("on the last day", "it goes on where somebody decides so")),
    (Renewal.TACIT, pgettext_lazy("on the last day", "it goes on by itself")),
    (PartyKind.MUNICIPALITY, _("municipality")),
    (PartyKind.CERTIFIED_INSTITUTION, _("certified institution or Child Protection Board")),
    (PartyKind.CARE_PROVIDER, _("care provider")),
    (PartyKind.POLICE, _("police")),
    (PartyKind.PUBLIC_PROSECUTOR, _("public prosecutor")),
    (PartyKind.SCHOOL, _("school")),
    (PartyKind.HOUSING_ASSOCIATION, _("housing association")),
    (PartyKind.PUBLIC_HEALTH_SERVICE, _("public health service")),
    (PartyKind.OTHER, pgettext_lazy("kind of organisation", "other")),
    (Authorisation.SPECIFIC, _("each by itself, beforehand")),
    (Authorisation.GENERAL, _("in general, with the right to object")),
    (SubProcessorDecision.AUTHORISED, pgettext_lazy("sub-processor", "authorised")),
    (SubProcessorDecision.OBJECTED, pgettext_lazy("sub-processor", "objected to")),
    (EndChoice.ERASE, pgettext_lazy("end of an agreement", "erase")),
    (EndChoice.RETURN, pgettext_lazy("end of an agreement", "return")),
    (Duty.INFORMATION, _("informing people (Articles 13 and 14)")),
    (Duty.REQUESTS, _("handling requests (Articles 15 to 22)")),
    (Duty.CONTACT_POINT, _("contact point for people")),
    (Duty.SECURITY, _("security (Article 32)")),
    (Duty.BREACHES, _("breaches (Articles 33 and 34)")),
    (Duty.IMPACT_ASSESSMENT, _("impact assessment (Article 35)")),
    (Duty.PROCESSORS, _("processors (Article 28)")),
    (Duty.RETENTION, _("keeping and destroying")),
    (Duty.TRANSFERS, _("transfers outside the EEA")),
    (FoundRole.CONTROLLER, _("independent controller")),
    (FoundRole.JOINT_CONTROLLER, _("joint controller")),
    (FoundRole.PROCESSOR, _("processor")),
    (FoundRole.INDEPENDENT_RECIPIENT, _("recipient under the law")),
    (TermKind.STARTS, pgettext_lazy("term of an agreement", "It begins")),
    (TermKind.ENDS, pgettext_lazy("term of an agreement", "Its last day")),
    (TermKind.NOTICE_BEFORE, pgettext_lazy("term of an agreement", "Last day to give notice")),
    (TermKind.OBJECT_BEFORE, pgettext_lazy("term of an agreement", "Last day to object to a sub-processor")),
    (TermKind.REVIEW, pgettext_lazy("term of an agreement", "Review the party again")),
    (TermKind.TRANSFER_ASSESSMENT, pgettext_lazy("term of an agreement", "Assess the transfer again")),
    (TermKind.MECHANISM_ENDS, pgettext_lazy("term of an agreement", "The mechanism of transfer ends")),
    (TermKind.PROVE_ERASURE, pgettext_lazy("term of an agreement", "Ask for the proof of erasure")),
    (TermKind.ATTEST, pgettext_lazy("term of an agreement", "Ask the participant to attest again")),
    (TermKind.LEAFLET_ENDS, pgettext_lazy("term of an agreement", "Last day of the leaflet")),
)
"""What each value is called."""
