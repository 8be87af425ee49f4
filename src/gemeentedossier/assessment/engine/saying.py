"""Facts in words: what a reader sees where a text names a fact in braces."""

import datetime as dt
from collections.abc import Mapping, Sequence

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.assets.enums import Effect
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.register.enums import PartyRole, SpecialCategoryGround
from gemeentedossier.foundation.engine.countries import country_name
from gemeentedossier.organisation.enums import Role

NOT_RECORDED = Text("niet vastgelegd", "not recorded")
_YES, _NO, _NONE = Text("ja", "yes"), Text("nee", "no"), Text("geen", "none")
_COUNTRIES = frozenset({"country", "countries_outside_eea"})
_DURATIONS = frozenset({"period", "rule_period", "longest_period"})
_ARTICLES: Mapping[str, Text] = {
    "AE": Text("de", "the"),
    "GB": Text("het", "the"),
    "PH": Text("de", "the"),
    "US": Text("de", "the"),
}
"""The article that a country's name takes in a sentence, by its ISO 3166-1 code."""
_ROLES: Mapping[str, Text] = {
    Role.DATA_PROTECTION_OFFICER: Text("functionaris gegevensbescherming", "data protection officer"),
    Role.PRIVACY_OFFICER: Text("privacy officer", "privacy officer"),
    Role.CISO: Text("CISO", "CISO"),
    Role.PROCESS_OWNER: Text("proceseigenaar", "process owner"),
    Role.EXECUTIVE: Text("bestuurder", "executive"),
    Role.COUNCIL_MEMBER: Text("raadslid", "council member"),
    Role.AUDITOR: Text("auditor", "auditor"),
    Role.PROVIDER: Text("aanbieder", "provider"),
    Role.ADMINISTRATOR: Text("beheerder", "administrator"),
}
_DOMAINS: Mapping[str, Text] = {
    PolicyDomain.SOCIAL_SUPPORT: Text("maatschappelijke ondersteuning", "social support"),
    PolicyDomain.YOUTH: Text("jeugd", "youth"),
    PolicyDomain.INCOME: Text("werk en inkomen", "work and income"),
    PolicyDomain.DEBTS: Text("schulden", "debts"),
    PolicyDomain.EDUCATION: Text("onderwijs", "education"),
    PolicyDomain.CIVIC_INTEGRATION: Text("inburgering", "civic integration"),
    PolicyDomain.SAFETY: Text("veiligheid", "safety"),
    PolicyDomain.CARE_AND_SAFETY: Text("zorg en veiligheid", "care and safety"),
    PolicyDomain.PUBLIC_HEALTH: Text("publieke gezondheid", "public health"),
    PolicyDomain.CROSS_DOMAIN: Text("domeinoverstijgend", "across domains"),
    PolicyDomain.SUPPORT: Text("bedrijfsvoering", "support of the organisation"),
}
_GROUNDS: Mapping[str, Text] = {
    **{
        ground: Text(f"artikel 9, lid 2, onder {ground.value}, AVG", f"Article 9(2)({ground.value}) GDPR")
        for ground in SpecialCategoryGround
        if ground is not SpecialCategoryGround.UAVG_23
    },
    SpecialCategoryGround.UAVG_23: Text("artikel 23 UAVG", "Article 23 UAVG"),
}
_PARTY_ROLES: Mapping[str, Text] = {
    PartyRole.PROCESSOR: Text("verwerker", "processor"),
    PartyRole.JOINT_CONTROLLER: Text("gezamenlijk verantwoordelijke", "joint controller"),
    PartyRole.INDEPENDENT_CONTROLLER: Text("zelfstandig verantwoordelijke", "independent controller"),
    PartyRole.CLIENT: Text("opdrachtgever", "controller for whom the municipality processes"),
}
_EFFECTS: Mapping[str, Text] = {
    Effect.LOGGING: Text("logging", "logging"),
    Effect.SECOND_FACTOR: Text("tweede factor", "second factor"),
    Effect.ACCESS_REVIEW: Text("controle van rechten", "review of rights"),
}
_LEVELS: Mapping[str, Text] = {
    RiskLevel.LOW: Text("laag", "low"),
    RiskLevel.MEDIUM: Text("midden", "medium"),
    RiskLevel.HIGH: Text("hoog", "high"),
}
_ASPECTS: Mapping[str, Text] = {
    SecurityAspect.AVAILABILITY: Text("beschikbaarheid", "availability"),
    SecurityAspect.INTEGRITY: Text("integriteit", "integrity"),
    SecurityAspect.CONFIDENTIALITY: Text("vertrouwelijkheid", "confidentiality"),
}
HOLDERS: Mapping[str, Text] = {
    PositionHolder.SUPERVISOR: Text("de toezichthouder", "the supervisor"),
    PositionHolder.COURT: Text("de rechter", "the court"),
    PositionHolder.ADVISORY_BODY: Text("een adviesorgaan", "an advisory body"),
    PositionHolder.LEGISLATOR: Text("de wetgever", "the legislator"),
    PositionHolder.OWN_COUNSEL: Text("de eigen jurist", "the municipality’s own counsel"),
    PositionHolder.OFFICER: Text("de functionaris gegevensbescherming", "the data protection officer"),
}
"""Who holds a position, as it reads in a sentence."""
_VOCABULARIES: Mapping[str, Mapping[str, Text]] = {
    "party.role": _PARTY_ROLES,
    "party.role_decided": _PARTY_ROLES,
    "organisation.policy_domains": _DOMAINS,
    "organisation.officer_other_roles": _ROLES,
    "data_use.special_ground": _GROUNDS,
    "security_classification.missing_measures": _EFFECTS,
    "security_risk.residual_level": _LEVELS,
    "security_risk.accepted_level": _LEVELS,
    "system.lower_aspects": _ASPECTS,
    "position.holder": HOLDERS,
    "position.newest_holder": HOLDERS,
}
"""By the name of the fact. What a municipality wrote itself is never looked up: it may look like a value of ours."""


def in_words(name: str, fact: object, *, language: str) -> str:
    """Return the fact with this dotted name as it reads in a sentence; that it is not recorded where it is unknown."""
    if fact is None:
        return NOT_RECORDED.in_language(language)
    if isinstance(fact, bool):
        return (_YES if fact else _NO).in_language(language)
    if isinstance(fact, dt.date):
        return day(fact)
    if isinstance(fact, tuple):
        return listed([_one(name, str(each), language) for each in fact], language=language)
    return _one(name, str(fact), language)


def roles(written: str, *, language: str) -> str:
    """Return the roles of somebody who answered (``ciso, privacy_officer``) in words; own words stay as they are."""
    named = [_ROLES.get(each, Text(each)).in_language(language) for each in written.split(", ") if each]
    return ", ".join(named)


def day(value: dt.date) -> str:
    """Return the date in figures: 1-3-2026."""
    return f"{value.day}-{value.month}-{value.year}"


def listed(items: Sequence[str], *, language: str) -> str:
    """Return the items as a list in a sentence (``a, b en c``); that there are none where it is empty."""
    if len(items) < 2:
        return "".join(items) or _NONE.in_language(language)
    last = "and" if language.startswith("en") else "en"
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def _one(name: str, fact: str, language: str) -> str:
    own = name.rpartition(".")[2]
    if own in _COUNTRIES:
        return _country(fact, language)
    if own in _DURATIONS:
        return _duration(fact, language)
    return _VOCABULARIES.get(name, {}).get(fact, Text(fact)).in_language(language)


def _country(code: str, language: str) -> str:
    named = country_name(code, language)
    article = _ARTICLES.get(code.upper())
    return f"{article.in_language(language)} {named}" if article else named


def _duration(fact: str, language: str) -> str:
    try:
        return parse_duration(fact).wording(language)
    except InvalidDuration:
        return fact
