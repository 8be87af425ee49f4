"""Retention periods and parties as subjects of rules."""

import datetime as dt
from functools import lru_cache

from gemeentedossier.assessment.engine.subjects.covering import NOTHING_SIGNED, Covers
from gemeentedossier.assessment.engine.subjects.law import Law, is_verified
from gemeentedossier.assessment.engine.subjects.shape import subject
from gemeentedossier.assessment.engine.subjects.truths import or_unknown, written
from gemeentedossier.catalogue.engine.durations import Duration, InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts.retention import RetentionBasis, RetentionForm, RetentionRule
from gemeentedossier.dossier.register.facts import PartyRelation, RetentionPeriod

FOR_EVER = (10**9, 10**9)
REMEMBERED = 1_000
"""How many periods are worked out once: a register has few."""
DAYS_OF_A_YEAR = 365.2425
"""On average, in the calendar that we have."""


@subject
class RetentionSubject:
    """What rules can ask of one retention period: ``retention.*`` (GDPR 5(1)(e), 30(1)(f))."""

    applies_to: str | None
    """Which data it is about, in words."""
    text: str | None
    """The period in the municipality's own words."""
    period: str | None
    """The period as ISO 8601 duration."""
    period_months: int | None
    """The period in months, by which 15 years and 180 months are equal; weeks and days are rounded to months."""
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


@subject
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
    agreement_recorded: bool
    """Whether a signed agreement of the kind that the role asks is recorded with this party for this activity."""
    agreement_in_force: bool | None
    """Whether that holds on the day; unknown where none is recorded."""
    agreement_name: str | None
    """What it is called."""
    agreement_ends_on: dt.date | None
    """Its last day; unknown where none is recorded or it goes on until notice."""
    role_decided: str | None
    """What somebody decided after a role test that the party is; unknown where nobody did."""
    role_differs_from_test: bool | None
    """Whether the register says otherwise; unknown where nobody decided or no role was chosen."""


def retention_subject(retention: RetentionPeriod, law: Law) -> RetentionSubject:
    """Return a retention period as a subject of rules."""
    rule = law.retention_rule(retention.rule_id) if retention.rule_id else None
    own, asked = _length(retention), _rule_length(rule)
    longer, shorter = _longer(own, asked), _longer(asked, own)
    binding = rule is not None and rule.basis is not RetentionBasis.PRACTICE
    statutory = rule is not None and rule.basis is RetentionBasis.STATUTE
    return RetentionSubject(
        applies_to=or_unknown(retention.applies_to),
        text=or_unknown(retention.text),
        period=or_unknown(retention.period),
        period_months=_months(retention.period),
        has_period=own is not None,
        permanent=retention.permanent,
        trigger=or_unknown(retention.trigger),
        has_trigger=bool(retention.trigger),
        trigger_is_dated=written(retention.trigger_source, law.lint),
        source=retention.source.value if retention.source else None,
        has_source=retention.source is not None or bool(retention.rule_id),
        rule_id=or_unknown(retention.rule_id),
        has_rule=bool(retention.rule_id),
        rule_name=rule.name.nl if rule else None,
        rule_verified=is_verified(rule.status) if rule else None,
        rule_period=rule.duration if rule else None,
        within_rule=None if longer is None or shorter is None else not longer and not shorter,
        longer_than_sector_rule=longer if statutory else None,
        shorter_than_archive_duty=shorter if binding else None,
        trigger_matches_rule=retention.trigger == rule.trigger.value if rule and retention.trigger else None,
        yields_date=retention.permanent is True or bool(own and retention.trigger),
    )


def _length(retention: RetentionPeriod) -> tuple[int, int] | None:
    return FOR_EVER if retention.permanent else _days(retention.period)


def _rule_length(rule: RetentionRule | None) -> tuple[int, int] | None:
    if rule is None or rule.form is RetentionForm.DESCRIBED:
        return None
    return FOR_EVER if rule.form is RetentionForm.PERMANENT else _days(rule.duration or "")


@lru_cache(maxsize=REMEMBERED)
def _months(period: str) -> int | None:
    try:
        found = parse_duration(period)
    except InvalidDuration:
        return None
    days = found.weeks * 7 + found.days
    return found.years * 12 + found.months + round(days * 12 / DAYS_OF_A_YEAR)


@lru_cache(maxsize=REMEMBERED)
def _days(period: str) -> tuple[int, int] | None:
    """Return the fewest and most days that an ISO 8601 duration can take on the calendar, None without one."""
    try:
        found: Duration = parse_duration(period)
    except InvalidDuration:
        return None
    months = found.years * 12 + found.months
    years, rest = divmod(months, 12)
    fixed = found.weeks * 7 + found.days
    leaps = years // 4
    return years * 365 + max(
        leaps - years // 100 - 1, 0
    ) + rest * 28 + fixed, years * 365 + leaps + 1 + rest * 31 + fixed


def _longer(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool | None:
    if one is None or other is None:
        return None
    if one == other or one[1] <= other[0]:
        return False
    return True if one[0] > other[1] else None


def party_subject(party: PartyRelation, law: Law, *, covers: Covers = NOTHING_SIGNED) -> PartySubject:
    """Return a party in an activity as a subject of rules; ``covers`` is what was agreed about that activity."""
    signed, decided = covers.for_role(party.party_id, party.role), covers.decided.get(party.party_id)
    return PartySubject(
        name=party.party_name,
        country=party.party_country,
        country_in_eea=law.in_eea(party.party_country),
        role=party.role.value if party.role else None,
        has_role=party.role is not None,
        role_reasoning_written=written(party.role_reasoning, law.lint),
        is_care_provider=party.party_is_care_provider,
        agreement_declared=party.agreement_declared,
        agreement_reference_written=written(party.agreement_reference, law.lint),
        agreement_recorded=signed is not None,
        agreement_in_force=signed.holds if signed else None,
        agreement_name=signed.name if signed else None,
        agreement_ends_on=signed.last_day if signed else None,
        role_decided=decided.value if decided else None,
        role_differs_from_test=decided is not party.role if decided and party.role else None,
    )
