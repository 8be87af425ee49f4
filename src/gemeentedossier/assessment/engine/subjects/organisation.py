"""The municipality as a subject of rules: ``organisation.*``."""

import datetime as dt
from collections.abc import Iterable, Sized
from dataclasses import dataclass, fields

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields
from gemeentedossier.assessment.engine.subjects.truths import any_of, or_unknown, over_a_year_ago, written
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.register.enums import ActivityRole, ProcessingState, RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import ControlExclusion
from gemeentedossier.organisation.enums import CONFLICTING_WITH_OFFICER, Role
from gemeentedossier.organisation.facts import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTotals:
    """What is counted over all activities of a dossier; an activity whose processing ended is left out."""

    activity_count: int
    """How many activities stand in the register."""
    unadopted_activity_count: int
    """How many of them are neither adopted nor published."""
    unpublished_activity_count: int
    """How many are not published."""
    unconfirmed_activity_count: int
    """How many nobody confirmed within the last year."""
    ownerless_activity_count: int
    """How many have no process owner."""
    processor_activity_count: int
    """How many are carried out for others (GDPR 30(2))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTotals:
    """What is counted over the decisions of Part B."""

    security_risk_count: int
    """How many security risks are recorded."""
    risk_appetite_count: int
    """How many decisions on how much risk may remain hold on the day."""
    overdue_appetite_count: int
    """How many of them were to be looked at again before the day."""
    exclusion_count: int
    """How many exclusions from the baseline were proposed."""
    undecided_exclusion_count: int
    """How many of them nobody decided."""
    overdue_exclusion_count: int
    """How many were to be looked at again before the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSubject:
    """What rules can ask of the municipality as a whole.

    What is counted over the register is unknown to rules about an activity, so that one edit does not touch them all.
    """

    name: str
    """The municipality's name."""
    is_public_authority: bool | None
    """Whether it is a public authority (GDPR 37(1)(a), 6(1) last sentence)."""
    policy_domains: tuple[str, ...] | None
    """The policy domains it works in; unknown where none was recorded."""
    works_in_social_domain: bool | None
    """Whether one of its policy domains is the social domain."""
    acts_as_processor: bool | None
    """Whether it processes on behalf of others (GDPR 30(2))."""
    data_protection_officer_designated: bool | None
    """Whether it says that a data protection officer is designated (GDPR 37)."""
    data_protection_officer_count: int
    """How many people hold that role on the day of the snapshot."""
    officers_with_other_roles: tuple[str, ...]
    """Those of them who hold a role on that day that decides on processing or carries it out (GDPR 38(6)), by name."""
    officer_other_roles: tuple[str, ...]
    """Which roles, in words."""
    officer_conflict_count: int
    """How many officers hold such a role."""
    privacy_officer_count: int
    """How many people hold the role of privacy officer on that day."""
    contact_point: str | None
    """The contact point for data subjects."""
    contact_point_written: bool | None
    """Whether a contact point is written."""
    data_protection_officer_contact: str | None
    """How the data protection officer is reached (GDPR 13(1)(b), 30(1)(a))."""
    data_protection_officer_contact_written: bool | None
    """Whether that is written."""
    rights_page_written: bool | None
    """Whether the page about rights is recorded (GDPR 12)."""
    complaint_page_written: bool | None
    """Whether the page about complaints is recorded (GDPR 13(2)(d))."""
    controller_count: int
    """How many controllers are recorded."""
    unit_count: int
    """How many units are recorded."""
    activity_count: int | None
    """How many activities stand in the register, ended ones left out (GDPR 30)."""
    unadopted_activity_count: int | None
    """How many of them are neither adopted nor published."""
    unpublished_activity_count: int | None
    """How many are not published."""
    unconfirmed_activity_count: int | None
    """How many nobody confirmed within the last year."""
    ownerless_activity_count: int | None
    """How many have no process owner."""
    processor_activity_count: int | None
    """How many are carried out for others (GDPR 30(2))."""
    security_risk_count: int | None
    """How many security risks are recorded."""
    risk_appetite_count: int | None
    """How many decisions on how much risk may remain hold on the day."""
    overdue_appetite_count: int | None
    """How many of them were to be looked at again before the day."""
    exclusion_count: int | None
    """How many exclusions from the baseline were proposed."""
    undecided_exclusion_count: int | None
    """How many of them nobody decided."""
    overdue_exclusion_count: int | None
    """How many were to be looked at again before the day."""
    unfinished_count: int | None
    """In how many places beside the register left-overs stand, such as “nader invullen”."""
    unfinished_places: tuple[str, ...] | None
    """Where."""
    unfinished_places_en: tuple[str, ...] | None
    """Where, in English."""
    unfinished_words: tuple[str, ...] | None
    """Which."""


def register_totals(activities: Iterable[Activity], *, day: dt.date) -> RegisterTotals:
    """Return what is counted over the activities on that day."""
    kept = [each for each in activities if each.processing_state is not ProcessingState.ENDED]
    adopted = (RecordState.ADOPTED, RecordState.PUBLISHED)
    return RegisterTotals(
        activity_count=len(kept),
        unadopted_activity_count=sum(each.record_state not in adopted for each in kept),
        unpublished_activity_count=sum(each.record_state is not RecordState.PUBLISHED for each in kept),
        unconfirmed_activity_count=sum(over_a_year_ago(each.last_confirmed_on, on=day) is not False for each in kept),
        ownerless_activity_count=sum(each.owner_id is None for each in kept),
        processor_activity_count=sum(each.role is ActivityRole.PROCESSOR for each in kept),
    )


def decision_totals(
    risks: Sized, appetites: Iterable[RiskAppetite], exclusions: Iterable[ControlExclusion], *, day: dt.date
) -> DecisionTotals:
    """Return what is counted over the decisions of Part B on that day."""
    held, proposed = [each for each in appetites if each.holds_on(day)], tuple(exclusions)
    return DecisionTotals(
        security_risk_count=len(risks),
        risk_appetite_count=len(held),
        overdue_appetite_count=sum(each.review_on is not None and each.review_on < day for each in held),
        exclusion_count=len(proposed),
        undecided_exclusion_count=sum(each.granted is None for each in proposed),
        overdue_exclusion_count=sum(each.review_on is not None and each.review_on < day for each in proposed),
    )


def organisation_subject(
    organisation: Organisation,
    law: Law,
    *,
    register: RegisterTotals | None = None,
    decisions: DecisionTotals | None = None,
    unfinished: UnfinishedFields | None = None,
) -> OrganisationSubject:
    """Return the municipality as a subject of rules on the law's day; what is not handed over is unknown."""
    conflicts = _conflicts(organisation, law)
    domains = organisation.policy_domains
    return OrganisationSubject(
        name=organisation.name,
        is_public_authority=organisation.is_public_authority,
        policy_domains=domains,
        works_in_social_domain=None if domains is None else any_of(map(law.in_social_domain, domains)),
        acts_as_processor=organisation.acts_as_processor,
        data_protection_officer_designated=organisation.data_protection_officer_designated,
        data_protection_officer_count=_holders(organisation, Role.DATA_PROTECTION_OFFICER, law),
        officers_with_other_roles=tuple(conflicts),
        officer_other_roles=tuple(dict.fromkeys(word for words in conflicts.values() for word in words)),
        officer_conflict_count=len(conflicts),
        privacy_officer_count=_holders(organisation, Role.PRIVACY_OFFICER, law),
        contact_point=or_unknown(organisation.contact_point or ""),
        contact_point_written=written(organisation.contact_point or "", law.lint),
        data_protection_officer_contact=or_unknown(organisation.data_protection_officer_contact or ""),
        data_protection_officer_contact_written=written(organisation.data_protection_officer_contact or "", law.lint),
        rights_page_written=written(organisation.rights_page or "", law.lint),
        complaint_page_written=written(organisation.complaint_page or "", law.lint),
        controller_count=len(organisation.controllers),
        unit_count=len(organisation.units),
        activity_count=register.activity_count if register else None,
        unadopted_activity_count=register.unadopted_activity_count if register else None,
        unpublished_activity_count=register.unpublished_activity_count if register else None,
        unconfirmed_activity_count=register.unconfirmed_activity_count if register else None,
        ownerless_activity_count=register.ownerless_activity_count if register else None,
        processor_activity_count=register.processor_activity_count if register else None,
        **{each.name: getattr(decisions, each.name) if decisions else None for each in fields(DecisionTotals)},
        **{each.name: getattr(unfinished, each.name) if unfinished else None for each in fields(UnfinishedFields)},
    )


def _conflicts(organisation: Organisation, law: Law) -> dict[str, list[str]]:
    """Each data protection officer who holds a conflicting role as well, with those roles."""
    found: dict[str, list[str]] = {}
    for person in organisation.people:
        held = {each.role for each in person.roles if each.holds_on(law.day)}
        others = [role.value for role in CONFLICTING_WITH_OFFICER if role in held]
        if others and Role.DATA_PROTECTION_OFFICER in held:
            found[person.name] = others
    return found


def _holders(organisation: Organisation, role: Role, law: Law) -> int:
    return sum(
        any(each.role is role and each.holds_on(law.day) for each in person.roles) for person in organisation.people
    )
