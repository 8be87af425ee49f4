"""What Duinrade weighed, promised and decided around its security, and what became of the faults in it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.governance.facts import PolicyClause, RiskAppetite
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import (
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
)
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named

DECIDED = dt.datetime(2026, 9, 15, 15, tzinfo=dt.UTC)
SEEN, NEXT_YEAR = dt.date(2026, 9, 1), dt.date(2027, 9, 1)
LOW, MEDIUM, HIGH = RiskLevel

APPETITES = (
    RiskAppetite(
        id=named("appetite college"),
        level=MEDIUM,
        statement="Wat met moeite herstelt mag overblijven. Wat mensen ernstig of blijvend schaadt, komt bij ons.",
        controller_id=who.COLLEGE.id,
        controller=who.COLLEGE.name,
        decided_by_id=who.EXECUTIVE.id,
        decided_by=who.EXECUTIVE.name,
        decided_on=dt.date(2026, 9, 15),
        review_on=NEXT_YEAR,
    ),
)


def _clause(title: str, text: str, *measures: str, procedure: str) -> PolicyClause:
    return PolicyClause(
        id=named(f"clause {title}"),
        title=title,
        text=text,
        policy="Informatiebeveiligingsbeleid 2026",
        owner_id=who.CISO.id,
        owner=who.CISO.name,
        procedure=procedure,
        measure_ids=tuple(named(each) for each in measures),
        revision=1,
    )


UNKEPT = _clause("Leveranciers", "Wij kijken elk jaar of leveranciers hun afspraken nakomen.", procedure="")
POLICY_CLAUSES = tuple(
    sorted(
        (
            _clause(
                "Inzage",
                "Wij kijken na wie dossiers inziet.",
                "logging",
                procedure="Elk kwartaal een steekproef van vijftig inzagen; de CISO legt de uitkomst vast.",
            ),
            _clause(
                "Toegang",
                "Wie van functie verandert, verliest de rechten van de oude functie.",
                "toegang",
                procedure="De leidinggevende meldt het op de dag zelf; beheer trekt de rechten in.",
            ),
            UNKEPT,
        ),
        key=lambda each: (each.policy, each.title, each.id),
    )
)

_LOOKED = LogReview(
    id=named("log review case system"),
    done_on=SEEN,
    done_by_id=who.CISO.id,
    done_by=who.CISO.name,
    sample="Vijftig inzagen, willekeurig over drie maanden.",
    findings="Twee inzagen zonder zaak.",
    follow_up="Beide medewerkers gesproken; het waren zoekfouten.",
    followed_up_on=dt.date(2026, 9, 8),
)


def _plan(system: System, looks_at: str, months: int, *reviews: LogReview) -> LogReviewPlan:
    return LogReviewPlan(
        id=named(f"log plan {system.name}"),
        system_id=system.id,
        looks_at=looks_at,
        every_months=months,
        starts_on=dt.date(2026, 1, 1),
        sample="Willekeurig, over alle afdelingen.",
        owner_id=who.CISO.id,
        owner=who.CISO.name,
        revision=1,
        reviews=reviews,
    )


LOG_REVIEW_PLANS = tuple(
    sorted(
        (
            _plan(who.CASE_SYSTEM, "Inzage in dossiers buiten het eigen team.", 12, _LOOKED),
            _plan(who.LEGACY, "Wie er nog inlogt.", 3),
        ),
        key=lambda each: (each.system_id, each.starts_on, each.id),
    )
)
"""Nobody looked at the log of the system that should have been gone."""


def _exclusion(number: str, reason: str, *, granted: bool | None, because: str = "") -> ControlExclusion:
    decided = granted is not None
    return ControlExclusion(
        id=named(f"exclusion {number}"),
        number=number,
        reason=reason,
        proposed_by_id=who.CISO.id,
        proposed_by=who.CISO.name,
        proposed_at=DECIDED - dt.timedelta(days=14),
        granted=granted,
        decided_by_id=who.EXECUTIVE.id if decided else None,
        decided_by=who.EXECUTIVE.name if decided else "",
        decided_at=DECIDED if decided else None,
        decided_because=because,
        review_on=NEXT_YEAR if granted else None,
    )


NOT_SO, PROPOSED = "8.24.04", "8.30"
EXCLUSIONS = tuple(
    sorted(
        (
            _exclusion(NOT_SO, "Wij beheren zelf geen sleutels.", granted=True, because="De leverancier doet dit."),
            _exclusion(PROPOSED, "Nader in te vullen.", granted=None),
            _exclusion("8.25", "Wij maken zelf geen software.", granted=True, because="Alle systemen zijn ingekocht."),
        ),
        key=lambda each: each.number,
    )
)


def _risk(activity: Activity, threat: str, aspect: SecurityAspect, likelihood: RiskLevel) -> SecurityRisk:
    return SecurityRisk(
        id=named(f"risk {activity.name} {threat}"),
        activity_id=activity.id,
        aspect=aspect,
        threat=threat,
        consequence="Mensen verliezen het vertrouwen om hulp te vragen, of krijgen die te laat.",
        likelihood=HIGH,
        impact=HIGH,
        residual_likelihood=likelihood,
        residual_impact=HIGH,
        reason="Gewogen met de CISO, de eigenaar en twee uitvoerders.",
        owner_id=activity.owner_id,
        owner=activity.owner,
        measure_ids=(who.ACCESS.id, who.LOGGING.id),
        revision=1,
    )


def _accepted(risk: SecurityRisk) -> SecurityRisk:
    return replace(
        risk,
        decision=RiskDecision.ACCEPT,
        decided_by_id=who.EXECUTIVE.id,
        decided_by=who.EXECUTIVE.name,
        decided_at=DECIDED,
        decided_because="Minder inzage zou spoedhulp vertragen; de steekproef op inzage is verdubbeld.",
        accepted_until=NEXT_YEAR,
    )


UNDECIDED = "Een wijkteam deelt meer over een gezin dan nodig is."


def security_risks(activities: Sequence[Activity]) -> tuple[SecurityRisk, ...]:
    """The risks that were weighed; one is too great, and nobody decided."""
    by_name = {each.name: each for each in activities}
    sound = {each.reference_activity: each for each in activities if each.reference.startswith("DR-")}
    made = (
        _risk(
            sound["wmo-report-and-inquiry"],
            "Iemand van de balie opent een dossier uit nieuwsgierigheid.",
            SecurityAspect.CONFIDENTIALITY,
            LOW,
        ),
        _accepted(
            _risk(
                sound["debt-intake"],
                "Bij spoed ziet het hele team alle schulden.",
                SecurityAspect.CONFIDENTIALITY,
                MEDIUM,
            )
        ),
        _risk(by_name["Regionale toegang"], UNDECIDED, SecurityAspect.CONFIDENTIALITY, MEDIUM),
    )
    return tuple(sorted(made, key=lambda each: (each.activity_id, each.aspect, each.id)))


def continuities(activities: Sequence[Activity]) -> tuple[Continuity, ...]:
    """How long people can do without, where somebody said so."""
    sound = {each.reference_activity: each for each in activities if each.reference.startswith("DR-")}
    hours = {"assistance-application": 24, "exclusion-order": 4, "youth-access": 8, "wmo-report-and-inquiry": 72}
    made = (
        Continuity(
            id=named(f"continuity {reference}"),
            activity_id=sound[reference].id,
            outage_hours=limit,
            fallback="Werken met de noodlijst op papier; bellen met wie vandaag hulp verwacht.",
            tried_on=SEEN if reference != "youth-access" else dt.date(2024, 5, 14),
            outcome="De noodlijst was binnen een half uur bij de hand.",
            revision=1,
        )
        for reference, limit in hours.items()
    )
    return tuple(sorted(made, key=lambda each: each.activity_id))


OUTDATED = SystemLevel(
    id=named("level case system confidentiality"),
    system_id=who.CASE_SYSTEM.id,
    aspect=SecurityAspect.CONFIDENTIALITY,
    level=2,
    reason="Er staan alleen namen en adressen in.",
    decided_by_id=who.CISO.id,
    decided_by=who.CISO.name,
    decided_at=dt.datetime(2021, 3, 2, 10, tzinfo=dt.UTC),
)
"""Decided before the case system held files on health."""


def settled_risk(risk: SecurityRisk) -> SecurityRisk:
    """The executive decided about what was too great."""
    return _accepted(risk) if risk.threat == UNDECIDED else risk


def carried_out(clause: PolicyClause) -> PolicyClause:
    """Somebody does what the policy promises."""
    if clause.id != UNKEPT.id:
        return clause
    return replace(clause, procedure="De CISO vraagt elk jaar in maart het rapport op en bespreekt het.")


def looked_at(plan: LogReviewPlan) -> LogReviewPlan:
    """Somebody looks, once a year."""
    if plan.reviews:
        return plan
    review = replace(_LOOKED, id=named("log review legacy"), findings="Alleen beheer logt nog in.", follow_up="")
    return replace(plan, every_months=12, reviews=(replace(review, followed_up_on=None),))


def not_excluded(exclusions: Iterable[ControlExclusion]) -> tuple[ControlExclusion, ...]:
    """What is done after all was no longer excluded, and somebody decided what was proposed."""
    decided = _exclusion(PROPOSED, "Wij laten geen software bouwen.", granted=True, because="Alles is ingekocht.")
    kept = (decided if each.number == PROPOSED else each for each in exclusions)
    return tuple(each for each in kept if each.number != NOT_SO)


def following(levels: Iterable[SystemLevel]) -> tuple[SystemLevel, ...]:
    """The case system follows its activities again."""
    return tuple(each for each in levels if each.id != OUTDATED.id)
