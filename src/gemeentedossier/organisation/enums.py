"""Closed vocabularies of the organisation."""

from enum import StrEnum


class ControllerKind(StrEnum):
    """The bodies of a municipality that determine purposes and means (Gemeentewet; GDPR 4(7))."""

    COLLEGE = "college"
    BURGEMEESTER = "burgemeester"
    GEMEENTERAAD = "gemeenteraad"
    JOINT_BODY = "joint_body"
    OTHER = "other"


class Role(StrEnum):
    """What a person is for the municipality."""

    DATA_PROTECTION_OFFICER = "data_protection_officer"
    PRIVACY_OFFICER = "privacy_officer"
    CISO = "ciso"
    PROCESS_OWNER = "process_owner"
    EXECUTIVE = "executive"
    COUNCIL_MEMBER = "council_member"
    AUDITOR = "auditor"
    PROVIDER = "provider"
    ADMINISTRATOR = "administrator"


CONFLICTING_WITH_OFFICER = (Role.PRIVACY_OFFICER, Role.CISO, Role.PROCESS_OWNER, Role.EXECUTIVE, Role.ADMINISTRATOR)
"""Roles that set purposes and means, or do the work that the officer watches; with one of them it is told (38(6))."""
NEVER_TOGETHER = frozenset({Role.DATA_PROTECTION_OFFICER, Role.PRIVACY_OFFICER})
"""The pair that one person is never given: who supervises does not do the work that is supervised (GDPR 38(6))."""


class ResponsibleRole(StrEnum):
    """Who answers for a criterion, in the catalogue's words; wider than the roles that sign in."""

    EXECUTIVE = "executive"
    MANAGEMENT = "management"
    PROCESS_OWNER = "process_owner"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    PRIVACY_OFFICER = "privacy_officer"
    CISO = "ciso"
    PROCUREMENT = "procurement"
    RECORDS_MANAGER = "records_manager"
    HUMAN_RESOURCES = "human_resources"
    LEGAL = "legal"
    COMMUNICATIONS = "communications"
    ICT_OPERATIONS = "ict_operations"
