"""Subjects of Part B about systems, measures and levels: classification, measure, system and access right (GDPR 32)."""

import datetime as dt
from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields


@dataclass(frozen=True, kw_only=True)
class SecurityClassificationSubject(UnfinishedFields):
    """The classification of one activity: ``security_classification.*``. Levels run from 1 (low) to 4 (highest)."""

    availability: int | None
    """How much harm it does when they cannot be reached."""
    integrity: int | None
    """How much harm it does when they are wrong."""
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
    has_fallback: bool | None
    """Whether is written how people are helped in an outage; unknown where nobody planned for one."""
    has_outage_limit: bool | None
    """Whether is recorded how long people can do without; unknown where nobody planned for an outage."""
    fallback_trial_overdue: bool | None
    """Whether the fallback was last tried more than a year ago on the day; unknown where that is not recorded."""


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
    has_indicator: bool
    """Whether is recorded how one sees that it works."""
    measurement_overdue: bool | None
    """Whether it was last measured more than a year ago on the day; unknown where that is not recorded."""
    excluded_numbers: tuple[str, ...]
    """Which numbers of the baseline it carries out that were decided not to apply."""
    carries_out_excluded: bool
    """Whether there is one."""


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
    log_review_months: int | None
    """Every how many months its log is to be looked at; unknown without a plan that holds on the day."""
    log_review_due_on: dt.date | None
    """The last day on which that was or will be in time."""
    log_review_overdue: bool | None
    """Whether that day is past."""
    availability: int | None
    """The level of availability that holds, from 1 to 4; unknown where none of its activities has one."""
    recovery_hours: int | None
    """Within how many hours it must be back."""
    shortest_outage_hours: int | None
    """How many hours people can do without, for the activity on it that can wait least; unknown where nobody said."""
    has_departure: bool
    """Whether somebody chose another level than follows from its activities."""
    has_lower_level: bool | None
    """Whether that is less than they ask; unknown without such a choice, or while an activity has no level."""
    lower_aspects: tuple[str, ...]
    """Of which aspects."""
    lower_level_overtaken: bool
    """Whether the activities asked for more after that decision."""


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
