"""Subjects of Part B about systems, measures and levels: classification, measure, system and access right (GDPR 32)."""

import datetime as dt
from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields


@dataclass(frozen=True, kw_only=True)
class SecurityClassificationSubject(UnfinishedFields):
    """The classification of one activity: ``security_classification.*``. Levels run from 1 (low) to 4 (highest)."""

    confidentiality: int | None
    """How much harm it does when others see them."""
    logging_in_effect: bool | None
    """Whether a measure with fresh evidence logs who looks."""
    second_factor_in_effect: bool | None
    """Whether one asks for a second factor."""
    access_review_in_effect: bool | None
    """Whether one has the rights looked over every year."""
    missing_measures: tuple[str, ...] | None
    """Which of these three lack, in words."""


@dataclass(frozen=True, kw_only=True)
class MeasureSubject(UnfinishedFields):
    """One measure with its state: ``measure.*`` (GDPR 32(1))."""

    name: str
    """The measure."""
    declared_done: bool | None
    """Whether the municipality calls it done."""
    has_fresh_evidence: bool | None
    """Whether evidence that is still valid shows it."""
    repeated_incident_on: dt.date | None
    """When the same kind of incident happened again after it was done."""
    incident_repeated: bool | None
    """Whether that happened."""


@dataclass(frozen=True, kw_only=True)
class SystemSubject(UnfinishedFields):
    """One system as observed: ``system.*``."""

    name: str
    """The system."""
    oldest_record_on: dt.date | None
    """The date of the oldest record in it, as measured."""
    oldest_record_past_retention: bool | None
    """Whether that is older than the longest period of the activities that use it; unknown where either is."""
    longest_period: str | None
    """That period, as ISO 8601 duration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRightSubject:
    """Who may see what for what: ``access_right.*`` (GDPR 5(1)(b), 32(4))."""

    holder: str
    """The function or account, in words; never the name of a data subject."""
    purpose: str | None
    """The purpose it opens."""
    within_task: bool | None
    """Whether that purpose belongs to the holder's task in the access matrix."""
    account_active: bool | None
    """Whether the account can still sign in."""
    role_ended: bool | None
    """Whether the role or employment behind it has ended on the day."""
    role_ended_on: dt.date | None
    """When."""
