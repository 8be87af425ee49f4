"""Retention periods and parties as subjects of rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSubject:
    """What rules can ask of one retention period: ``retention.*`` (GDPR 5(1)(e), 30(1)(f))."""

    applies_to: str | None
    """Which data it is about, in words."""
    text: str | None
    """The period in the municipality's own words."""
    period: str | None
    """The period as ISO 8601 duration."""
    has_period: bool
    """Whether a period, or permanent keeping, stands there as such (own words alone do not count)."""
    permanent: bool | None
    """Whether the data are kept for ever."""
    trigger: str | None
    """The trigger of the catalogue from which the period runs."""
    has_trigger: bool
    """Whether a trigger was chosen."""
    trigger_is_dated: bool | None
    """Whether it is written where the date of the trigger is recorded; true or unknown."""
    source: str | None
    """"statute", "selectielijst" or "own_decision"."""
    has_source: bool
    """Whether a source was chosen, or a retention rule of the catalogue."""
    rule_id: str | None
    """The retention rule of the catalogue, if one was chosen."""
    has_rule: bool
    """Whether one was chosen."""
    rule_name: str | None
    """That rule in words."""
    rule_verified: bool | None
    """Whether the catalogue verified it; unknown where none was chosen."""
    rule_period: str | None
    """The period of that rule, as ISO 8601 duration."""
    within_rule: bool | None
    """Whether the period equals that of the rule; unknown where either is."""
    longer_than_sector_rule: bool | None
    """Whether it is longer than the statutory rule that was chosen; unknown where no statutory rule was."""
    shorter_than_archive_duty: bool | None
    """Whether it is shorter than the chosen rule of statute or selectielijst; unknown where none was."""
    trigger_matches_rule: bool | None
    """Whether the trigger is that of the rule; unknown where either is."""
    yields_date: bool
    """Whether period and trigger together yield a date (or the data are kept for ever)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySubject:
    """What rules can ask of a party in an activity: ``party.*`` (GDPR 4(7) to 4(9), 26, 28)."""

    name: str
    """The party's name."""
    country: str | None
    """Its country (ISO 3166-1 alpha-2)."""
    country_in_eea: bool | None
    """Whether that lies in the EEA; unknown without a country."""
    role: str | None
    """"processor", "joint_controller", "independent_controller" or "client"."""
    has_role: bool
    """Whether a role was chosen."""
    role_reasoning_written: bool | None
    """Whether it is written why that role."""
    is_care_provider: bool | None
    """Whether the party provides care."""
    agreement_declared: bool | None
    """Whether the municipality says that there is an agreement or arrangement."""
    agreement_reference_written: bool | None
    """Whether it is written where that is found."""
