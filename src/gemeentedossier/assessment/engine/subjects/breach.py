"""A personal data breach as a subject of rules: ``breach.*`` (GDPR 33, 34).

Hours and days are reckoned elsewhere; the terms of the law stand in the rules.
"""

from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.compared import BreachComparedFields


@dataclass(frozen=True, kw_only=True)
class AssessmentFields:
    """What is known of the breach and how it was weighed (GDPR 4(12), 33(1); UAVG 41)."""

    awareness_recorded: bool | None
    """Whether date and time of awareness are recorded, and who became aware."""
    awareness_missing: tuple[str, ...] | None
    """What of these is not, in words."""
    awareness_missing_en: tuple[str, ...] | None
    """The same, in English."""
    hours_since_awareness: int | None
    """Hours that began between awareness and now: a minute past 72 is 73."""
    days_since_awareness: int | None
    """The whole days of these hours, to tell them in words; the law counts hours."""
    risk: str | None
    """Risk to people: "unlikely", "risk" or "high" (33(1), 34(1))."""
    risk_method_named: bool | None
    """Whether the method is named by which it was weighed."""
    risk_score: int | None
    """The outcome of that method from 1 (low) to 4 (very high), where it gives one."""
    risk_reasons_written: bool | None
    """Whether it is written why the risk is what it is."""
    officer_involved: bool | None
    """Whether the data protection officer was involved before the decision to notify (38(1))."""
    officer_advice_recorded: bool | None
    """Whether the officer's advice is recorded."""
    cause_found: bool | None
    """Whether the cause was looked into and found."""
    improvement_assigned: bool | None
    """Whether an improvement has an owner and a date."""
    acts_as_processor: bool
    """Whether the municipality only processes for another, who notifies, weighs and tells people (33(2))."""
    controller_told: bool | None
    """Whether that controller was told; unknown while the hours of the agreement run."""
    controller_told_in_time: bool | None
    """Whether within the hours of the agreement, or of the catalogue where it names none."""
    at_processor: bool | None
    """Whether it happened at a processor (33(2))."""
    processor_recorded: bool | None
    """Whether the register names a processor for the activities that were hit."""


@dataclass(frozen=True, kw_only=True)
class NotificationFields:
    """Notification to the authority (GDPR 33(1), 33(3), 33(4))."""

    notified: bool | None
    """Whether the authority was notified."""
    hours_to_notification: int | None
    """Hours that began between awareness and notification; below zero when it came first."""
    delay_reasons_written: bool | None
    """Whether the reasons for the delay went with it."""
    notification_complete: bool | None
    """Whether all that 33(3) lists was told."""
    notification_missing: tuple[str, ...] | None
    """What was not, in words."""
    notification_missing_en: tuple[str, ...] | None
    """The same, in English."""
    notification_preliminary: bool | None
    """Whether it was given in phases (33(4))."""
    notification_followed_up: bool | None
    """Whether the rest followed without undue further delay."""


@dataclass(frozen=True, kw_only=True)
class CommunicationFields:
    """Communication to the people concerned (GDPR 34; UAVG 41)."""

    people_told: bool | None
    """Whether the people concerned were told."""
    days_to_communication: int | None
    """Days between awareness and that message."""
    message_complete: bool | None
    """Whether the message is plain and holds what 34(2) lists."""
    exception: str | None
    """Which point of 34(3) was relied on: "a", "b", "c", or "none"."""
    exception_reasons_written: bool | None
    """Whether it is written why that exception applies."""
    public_message_given: bool | None
    """Whether a public message was given instead (34(3)(c))."""
    withheld: bool | None
    """Whether the message was left out under UAVG 41."""
    withheld_reasons_written: bool | None
    """Whether ground, necessity and proportionality of that are written."""


@dataclass(frozen=True, kw_only=True)
class OtherLawFields:
    """Other laws that ask for a report (Wpg 33a; Cbw 25 to 29)."""

    police_data: bool | None
    """Whether police data are concerned."""
    police_duty_assessed: bool | None
    """Whether it was judged if the Wpg asks for notification."""
    significant_incident: bool | None
    """Whether it is a significant incident (Cbw 25(2))."""
    hours_to_early_warning: int | None
    """Hours that began between awareness of the incident and the early warning (Cbw 26(1))."""
    hours_to_incident_notification: int | None
    """Hours that began between awareness of the incident and its notification (Cbw 27(1))."""
    final_report_in_time: bool | None
    """Whether the final or progress report came within one month of that (Cbw 29)."""


@dataclass(frozen=True, kw_only=True)
class BreachSubject(AssessmentFields, NotificationFields, CommunicationFields, OtherLawFields, BreachComparedFields):
    """What rules can ask of one breach."""

    name: str
    """Its number and title."""
