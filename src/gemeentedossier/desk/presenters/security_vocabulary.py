"""The words of the closed vocabularies of systems, tools, measures, levels and risks."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState, ToolKind, ToolState
from gemeentedossier.dossier.security.enums import RiskDecision, SecurityTermKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SECURED: tuple[tuple[StrEnum, StrOrPromise], ...] = (
    (SystemState.PLANNED, pgettext_lazy("system", "Planned")),
    (SystemState.IN_USE, pgettext_lazy("system", "In use")),
    (SystemState.PHASING_OUT, pgettext_lazy("system", "Being phased out")),
    (SystemState.LEGACY, pgettext_lazy("system", "Runs on, not maintained")),
    (SystemState.ENDED, pgettext_lazy("system", "Gone")),
    (MeasureState.PLANNED, pgettext_lazy("measure", "Planned")),
    (MeasureState.IN_PROGRESS, pgettext_lazy("measure", "Being built")),
    (MeasureState.DONE, pgettext_lazy("measure", "Done")),
    (MeasureState.DROPPED, pgettext_lazy("measure", "Dropped")),
    (Effect.ACCESS_BY_TASK, _("access by task")),
    (Effect.ACCESS_REVIEW, _("yearly review of rights")),
    (Effect.LOGGING, _("logging of who looks and changes")),
    (Effect.SECOND_FACTOR, _("second factor at sign-in")),
    (Effect.ENCRYPTION, _("encryption")),
    (Effect.BACKUP, _("back-up")),
    (Effect.RECOVERY_TESTED, _("recovery that was tried")),
    (Effect.FALLBACK, _("fallback for help to people")),
    (Effect.CORRECTION, _("corrections go on to recipients")),
    (Effect.FOUR_EYES, _("a second person checks")),
    (SecurityAspect.AVAILABILITY, _("availability")),
    (SecurityAspect.INTEGRITY, _("integrity")),
    (SecurityAspect.CONFIDENTIALITY, _("confidentiality")),
    (RiskLevel.LOW, pgettext_lazy("level of risk", "low")),
    (RiskLevel.MEDIUM, pgettext_lazy("level of risk", "medium")),
    (RiskLevel.HIGH, pgettext_lazy("level of risk", "high")),
    (RiskDecision.ACCEPT, _("What remains is accepted")),
    (RiskDecision.TREAT, _("More is done until less remains")),
    (RiskDecision.STOP, _("The processing stops, or does not begin")),
    (ToolKind.APPLICATION, _("Application")),
    (ToolKind.FORM, pgettext_lazy("kind of tool", "Form")),
    (ToolKind.AI_TOOL, _("AI tool")),
    (ToolState.BEING_JUDGED, pgettext_lazy("tool", "Being judged")),
    (ToolState.ALLOWED, pgettext_lazy("tool", "May be used")),
    (ToolState.ALLOWED_ON_CONDITIONS, pgettext_lazy("tool", "May be used on conditions")),
    (ToolState.NOT_ALLOWED, pgettext_lazy("tool", "May not be used")),
    (SecurityTermKind.LOG_REVIEW, pgettext_lazy("term of security", "Look at the log")),
    (SecurityTermKind.ACCEPTANCE_ENDS, pgettext_lazy("term of security", "Acceptance of a risk ends")),
    (SecurityTermKind.EXCLUSION_REVIEW, pgettext_lazy("term of security", "Look at an exclusion again")),
    (SecurityTermKind.APPETITE_REVIEW, pgettext_lazy("term of security", "Look at the accepted risk again")),
    (SecurityTermKind.FALLBACK_TRIAL, pgettext_lazy("term of security", "Try the fallback again")),
    (SecurityTermKind.SUPPORT_ENDS, pgettext_lazy("term of security", "Last day of maintenance")),
    (SecurityTermKind.EVIDENCE_ENDS, pgettext_lazy("term of security", "Last day of the evidence")),
)
"""What each value is called."""
