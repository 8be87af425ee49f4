"""The dossier of the example municipality."""

import datetime as dt

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.dossier.evidence.facts import Attestation
from gemeentedossier.dossier.governance.facts import Suppression
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity, AdoptedVersion
from gemeentedossier.dossier.security.facts import SystemLevel
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example import assets, breaches, readings, requests, secured, told, weighed
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.agreements import CERTIFICATE, in_snapshot_order, sound_agreements
from gemeentedossier.exchange.example.agreements_faulty import faulty_agreements, role_tests
from gemeentedossier.exchange.example.assessments import with_assessments
from gemeentedossier.exchange.example.attested import ANSWERS, CRITERION, OF_THE_MUNICIPALITY, SET_ASIDE
from gemeentedossier.exchange.example.faulty import faulty_activities
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.exchange.example.planned import AMBITIONS, PLANNED_STEPS
from gemeentedossier.exchange.example.records import recorded_activities
from gemeentedossier.exchange.example.shown import SHOWN
from gemeentedossier.exchange.example.supervised import with_supervision

ADOPTED_AT = dt.datetime(2026, 9, 22, 9, 30, tzinfo=dt.UTC)
CATALOGUE_THEN = "2026.11.0"
"""The edition that judges every moment before its own first day too."""


def example_dossier(catalogue: Catalogue) -> Dossier:
    """Everything Duinrade recorded; the same at every call."""
    sound = recorded_activities(catalogue)
    activities = (*sound, *faulty_activities(catalogue))
    made = Dossier(
        organisation=who.ORGANISATION,
        moment=ADOPTED_AT,
        parties=who.PARTIES,
        representatives=who.REPRESENTATIVES,
        systems=assets.SYSTEMS,
        measures=assets.MEASURES,
        activities=tuple(sorted(activities, key=lambda a: (a.name, a.id))),
        versions=tuple(
            sorted(map(_version, filter(_is_published, activities)), key=lambda v: (v.activity_id, v.number))
        ),
        attestations=tuple(
            sorted(
                (*_attestations(activities), *_of_the_municipality()),
                key=lambda a: (a.subject_kind, a.subject_id, a.criterion),
            )
        ),
        suppressions=(_suppression(activities),),
        interpretations=readings.INTERPRETATIONS,
        matters=readings.MATTERS,
        reliances=readings.reliances(activities),
        evidence=tuple(sorted((CERTIFICATE, *SHOWN.values(), *assets.EVIDENCE), key=lambda e: (e.title, e.id))),
        agreements=in_snapshot_order((*sound_agreements(sound), *faulty_agreements(activities))),
        role_tests=role_tests(activities),
        classifications=secured.classifications(activities, catalogue),
        system_levels=_system_levels(),
        access_rules=secured.access_rules(activities),
        access_rights=secured.access_rights(activities),
        appetites=weighed.APPETITES,
        policy_clauses=weighed.POLICY_CLAUSES,
        planned_steps=PLANNED_STEPS,
        ambitions=AMBITIONS,
        log_review_plans=weighed.LOG_REVIEW_PLANS,
        security_risks=weighed.security_risks(activities),
        exclusions=weighed.EXCLUSIONS,
        continuities=weighed.continuities(activities),
        tools=told.TOOLS,
        tool_rules=told.tool_rules(activities),
        leaflets=told.LEAFLETS,
        requests=requests.requests(activities, catalogue),
        consents=requests.consents(activities),
        breaches=breaches.breaches(activities, catalogue),
        report_links=breaches.REPORT_LINKS,
    )
    return with_supervision(with_assessments(made, catalogue, mended=False))


def _system_levels() -> tuple[SystemLevel, ...]:
    return tuple(sorted((*secured.SYSTEM_LEVELS, weighed.OUTDATED), key=lambda each: (each.system_id, each.aspect)))


def _is_published(activity: Activity) -> bool:
    return activity.record_state is RecordState.PUBLISHED


def _version(activity: Activity) -> AdoptedVersion:
    return AdoptedVersion(
        id=named(f"version {activity.reference_activity}"),
        activity_id=activity.id,
        number=activity.version,
        content=activity,
        catalogue_version=CATALOGUE_THEN,
        adopted_at=ADOPTED_AT,
        adopted_by_id=who.EXECUTIVE.id,
        reason="Vastgesteld na advies van de FG.",
        published_at=ADOPTED_AT + dt.timedelta(days=1),
    )


def _sound(activities: tuple[Activity, ...]) -> dict[str, Activity]:
    return {activity.reference_activity: activity for activity in activities if activity.reference.startswith("DR-")}


def _suppression(activities: tuple[Activity, ...]) -> Suppression:
    reference, rule, reason, until = SET_ASIDE
    return Suppression(
        id=named(f"suppression {reference}"),
        rule=rule,
        subject_kind="activity",
        subject_id=_sound(activities)[reference].id,
        reason=reason,
        until=until,
        suppressed_by_id=who.PRIVACY_OFFICER.id,
        suppressed_by=who.PRIVACY_OFFICER.name,
        suppressed_role="privacy_officer",
        suppressed_at=ADOPTED_AT,
    )


def _attestations(activities: tuple[Activity, ...]) -> list[Attestation]:
    by_reference = _sound(activities)
    return [
        Attestation(
            id=named(f"attestation {reference}"),
            subject_kind="activity",
            subject_id=by_reference[reference].id,
            criterion=CRITERION,
            answer=answer,
            explanation=explanation,
            answered_by_id=who.OWNER_SUPPORT.id,
            answered_by=who.OWNER_SUPPORT.name,
            answered_role="process_owner",
            answered_at=ADOPTED_AT,
            review_on=review_on,
        )
        for reference, answer, explanation, review_on in ANSWERS
    ]


def _of_the_municipality() -> list[Attestation]:
    return [
        Attestation(
            id=named(f"attestation {criterion}"),
            subject_kind="organisation",
            subject_id=who.ORGANISATION.id,
            criterion=criterion,
            answer=answer,
            explanation=explanation,
            answered_by_id=who.PRIVACY_OFFICER.id,
            answered_by=who.PRIVACY_OFFICER.name,
            answered_role="privacy_officer",
            answered_at=ADOPTED_AT,
            review_on=review_on,
            evidence_ids=(SHOWN[criterion].id,) if criterion in SHOWN else (),
        )
        for criterion, answer, explanation, review_on in OF_THE_MUNICIPALITY
    ]
