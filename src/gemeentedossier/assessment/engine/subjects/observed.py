"""Subjects of what is seen outside the register: consent, and log and publication, whose records come later."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFindingSubject:
    """One thing that the log of processing shows: ``log_finding.*``. It holds no data of a data subject."""

    activity_named: str | None
    """The activity or purpose that the log names."""
    activity_known: bool | None
    """Whether the register has it."""
    recipient: str | None
    """The recipient that the log names."""
    recipient_has_agreement_or_decision: bool | None
    """Whether an agreement or a decision to provide covers that recipient; unknown without a recipient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSubject:
    """One consent under an activity, without the person: ``consent.*`` (GDPR 7; UAVG 5)."""

    name: str
    """The activity and the day, in words; never the person."""
    withdrawn_on: dt.date | None
    """When consent was withdrawn."""
    processed_after_withdrawal: bool | None
    """Whether data were processed on it afterwards; unknown where that was not looked at."""
    outside_recorded_exception: bool | None
    """Whether data were shared outside the exceptions that the person set."""
    is_legal_basis: bool
    """Whether the processing rests on it; else a secret may be told, or help is accepted."""
    given_by: str
    """"self" or "representative"."""
    subject_age: int | None
    """The age on the day it was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationSubject:
    """What people read about an activity: ``publication.*`` (GDPR 12 to 14)."""

    place: str
    """Where it stands: website, leaflet, letter."""
    version: int | None
    """The version of the register that it was made from."""
    version_in_force: int | None
    """The version that is in force."""
    differs_from_register: bool | None
    """Whether it says something else than that version."""
    differences: tuple[str, ...] | None
    """Which parts differ, in words."""
