"""An agreement with a party as a subject of rules: ``agreement.*``.

One agreement serves many activities, so what it shares with them is counted and never a single activity's.
"""

import datetime as dt
from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields


@dataclass(frozen=True, kw_only=True)
class AgreementFields:
    """What the agreement itself is."""

    name: str
    """What it is called."""
    kind: str | None
    """"processor" (GDPR 28), "joint_controllers" (GDPR 26), "data_supply" or "transfer_instrument" (GDPR 46)."""
    party: str | None
    """The other party, in words."""
    state: str
    """"draft", "signed", "in_force", "notice_given", "expired" or "ended" on the day."""
    covers_activities_in_use_count: int
    """How many activities in use it covers."""
    party_is_care_provider: bool | None
    """Whether a party gives care itself; unknown where that is not recorded."""
    roles_decided: tuple[str, ...] | None
    """What somebody decided after a role test that the parties are; unknown where nobody did."""
    ends_on: dt.date | None
    """The last day on which it holds."""
    ended: bool | None
    """Whether that day is past; unknown for a draft, and where nobody recorded until when it holds."""
    breach_report_hours: int | None
    """Hours within which the party must report a breach (GDPR 33(2))."""
    reviewed_on: dt.date | None
    """When the party was last assessed on evidence."""
    review_overdue: bool | None
    """Whether that is more than a year ago on the day; unknown where it never was."""


@dataclass(frozen=True, kw_only=True)
class ProcessorFields:
    """What a processor agreement must say (GDPR 28). Each point is agreed, left out or unknown."""

    guarantees_assessed_first: bool | None
    """Whether the processor's guarantees were assessed before it was chosen (28(1))."""
    describes_processing: bool | None
    """Whether subject matter, duration, nature, purpose, data, people, duties and rights are described (28(3))."""
    instructions_only: bool | None
    """Whether processing is allowed on documented instructions only, transfers included (28(3)(a))."""
    secrecy: bool | None
    """Whether the processor's people are bound to secrecy (28(3)(b))."""
    security_specified: bool | None
    """Whether the measures are named (28(3)(c), 32)."""
    security_fits_classification: bool | None
    """Whether they fit the classification of the activities that it serves."""
    uses_subprocessors: bool | None
    """Whether the processor engages others (28(2))."""
    subprocessor_authorisation: str | None
    """"specific" or "general"."""
    subprocessor_duties_passed_on: bool | None
    """Whether the same duties bind them (28(4))."""
    assists_with_requests: bool | None
    """Whether help with requests of people is agreed (28(3)(e))."""
    assists_with_security_duties: bool | None
    """Whether help with the duties of GDPR 32 to 36 is (28(3)(f))."""
    end_choice: str | None
    """"erase" or "return": what happens with the data at the end (28(3)(g))."""
    erasure_is_confirmed: bool | None
    """Whether it is agreed that erasure is confirmed."""
    audit_right: bool | None
    """Whether audits are allowed and information is given (28(3)(h))."""
    own_use_checked: bool | None
    """Whether somebody looked if the processor uses data for ends of its own (28(10))."""
    own_use_excluded: bool | None
    """Whether such use is excluded, or the party counts as controller for it."""
    decides_purposes: bool | None
    """Whether the party decides on purposes and means itself (28(10))."""


@dataclass(frozen=True, kw_only=True)
class PlaceFields:
    """Where the data are and who can demand them (GDPR 44, 48)."""

    processes_outside_eea: bool | None
    """Whether the party or a sub-processor processes outside the EEA, or reaches the data from there."""
    working_outside_eea: tuple[str, ...] | None
    """Names of who does: the parties where the agreement says so of themselves, and the sub-processors."""
    countries_outside_eea: tuple[str, ...] | None
    """Which countries."""
    parent_outside_eea: bool | None
    """Whether the party belongs to a company outside the EEA."""
    foreign_orders_agreed: bool | None
    """Whether it is agreed what the party does with orders of authorities outside the EEA (48)."""
    activities_denying_transfer: tuple[str, ...] | None
    """Names of the activities it serves that say that no data leave the EEA."""
    activities_denying_transfer_count: int | None
    """How many."""


@dataclass(frozen=True, kw_only=True)
class RegisterFields:
    """How the agreement compares with the register and with what was seen."""

    uncovered_data: tuple[str, ...] | None
    """Categories of data that the activities use with the party and that the agreement does not name, in words."""
    uncovered_data_en: tuple[str, ...] | None
    """The same, in English."""
    uncovered_data_count: int | None
    """How many."""
    unlisted_subprocessors: tuple[str, ...] | None
    """Sub-processors seen in evidence that the agreement does not list."""
    unlisted_subprocessor_count: int | None
    """How many."""
    systems_in_use: tuple[str, ...] | None
    """Names of the party's systems that activities in use still rely on."""
    systems_in_use_count: int | None
    """How many."""
    product_count: int
    """How many systems it covers."""
    products_without_leaflet: tuple[str, ...]
    """Those of which no party to it tells what happens in them."""
    products_without_leaflet_count: int
    """How many."""
    erasure_proved: bool | None
    """Whether the proof of erasure or return is in the dossier."""


@dataclass(frozen=True, kw_only=True)
class ArrangementFields:
    """What joint controllers must arrange (GDPR 26), and how care files change hands (UAVG 30a, 30b)."""

    information_and_requests_divided: bool | None
    """Whether it is settled who informs people and who handles their requests (26(1))."""
    essence_available: bool | None
    """Whether the essence is available to people (26(2))."""
    any_party_takes_requests: bool | None
    """Whether people can turn to each party and requests are passed on (26(3))."""
    care_files_transferred: bool | None
    """Whether files of a treatment agreement go to another keeper."""
    people_told_of_file_transfer: bool | None
    """Whether people are told, or wide publicity is given where that cannot be (UAVG 30a(2), (3))."""
    file_transfer_free: bool | None
    """Whether it costs nothing (UAVG 30a(4))."""


@dataclass(frozen=True, kw_only=True)
class AgreementSubject(
    AgreementFields, ProcessorFields, PlaceFields, RegisterFields, ArrangementFields, UnfinishedFields
):
    """What rules can ask of one agreement."""
