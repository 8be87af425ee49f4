"""The municipality as a subject of rules: ``organisation.*``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSubject:
    """What rules can ask of the municipality as a whole."""

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
