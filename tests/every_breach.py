"""A breach of which every field is filled in; for tests of what is kept."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.breaches import enums, facts
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.organisation.facts import Person

MOMENT = dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.date(2026, 10, 5)


def report_link(key: UUID, person: Person) -> facts.BreachReportLink:
    """A link that was ended."""
    return facts.BreachReportLink(
        id=key, made_by_id=person.id, made_at=MOMENT, made_by=person.name, ended_at=MOMENT + HOUR
    )


def every_breach(
    key: Callable[[int], UUID],
    *,
    activity_id: UUID,
    party: Party,
    person: Person,
    evidence: Evidence,
    measure: Measure,
) -> facts.PersonalDataBreach:
    """The breach; it is an exercise, because every field is filled in."""
    return facts.PersonalDataBreach(
        id=key(60),
        number="O-2026-001",
        title="Brief bij een verkeerd adres",
        reported_at=MOMENT + HOUR,
        reported_by=enums.ReportedBy.EMPLOYEE,
        reporter="Medewerker post",
        first_account="Een brief lag bij de buren.",
        is_exercise=True,
        exercise_case="wrong-neighbour",
        lead_id=person.id,
        lead=person.name,
        revision=3,
        moments=_moments(),
        processor=facts.BreachAtProcessor(
            at_processor=True,
            party_id=party.id,
            party_name=party.name,
            processor_knew_at=MOMENT,
            processor_told_at=MOMENT + HOUR,
            processor_account="De drukker zag het.",
        ),
        nature=_nature(),
        concerned=_concerned(),
        triage=_triage(person, party),
        score=_score(),
        judgement=facts.BreachJudgement(
            risk=enums.BreachRisk.HIGH,
            risk_method="ENISA 2013",
            risk_reason="Ziekte en BSN bij een bekende.",
            judged_by_id=person.id,
            judged_by=person.name,
            judged_at=MOMENT + 3 * HOUR,
            police_duty="Geen plicht.",
        ),
        closing=facts.BreachClosing(
            closed_at=MOMENT + 400 * HOUR,
            closed_by_id=person.id,
            closed_by=person.name,
            closed_because="Alles is gedaan.",
            deletion_planned_on=dt.date(2030, 1, 1),
        ),
        activity_ids=(activity_id,),
        decisions=_decisions(key, person),
        notifications=_notifications(key, person, evidence),
        messages=_messages(key, person),
        advices=_advices(key, person),
        measures=_measures(key, person, evidence, measure),
    )


def _moments() -> facts.BreachMoments:
    return facts.BreachMoments(
        began_at=MOMENT - HOUR,
        ended_at=MOMENT + HOUR,
        is_ongoing=False,
        discovered_at=MOMENT,
        discovered_by="Inwoner",
        how_discovered="Een inwoner belde.",
        internally_reported_at=MOMENT + HOUR,
        late_report_reason="De telefoon was bezet.",
        aware_at=MOMENT + HOUR,
        aware_who="Privacy officer",
        aware_grounds="Toen was zeker wat er in de brief stond.",
    )


def _nature() -> facts.BreachNature:
    return facts.BreachNature(
        kind=enums.IncidentKind.WRONG_RECIPIENT,
        summary="Een besluit kwam bij de buren.",
        cause="Een vel schoof op.",
        cause_found=True,
        protection="Gesloten envelop.",
        is_unintelligible=False,
        harms=(enums.Harm.REPUTATION,),
        consequences="Schaamte.",
    )


def _concerned() -> facts.BreachConcerned:
    return facts.BreachConcerned(
        data_categories=("bsn",),
        data_own=("ziekte",),
        subject_categories=("client",),
        subjects_own=("buurman",),
        people_min=1,
        people_max=12,
        record_count=12,
        is_cross_border=False,
        under_sixteen=True,
        looked_into_at=MOMENT + HOUR,
    )


def _triage(person: Person, party: Party) -> facts.BreachTriage:
    return facts.BreachTriage(
        security_broken=True,
        personal_data=True,
        municipal_role=enums.MunicipalRole.PROCESSOR,
        controller_id=party.id,
        controller_name=party.name,
        types=(enums.BreachType.CONFIDENTIALITY,),
        police_data=False,
        significant_incident=False,
        triage_reason="Een ander las gegevens.",
        triaged_by_id=person.id,
        triaged_by=person.name,
        triaged_at=MOMENT + 2 * HOUR,
    )


def _score() -> facts.BreachScore:
    return facts.BreachScore(
        context=enums.DataContext.SENSITIVE,
        context_value=3,
        context_reason="Een vermoeden over ziekte.",
        identification=enums.Identification.MAXIMUM,
        identification_reason="Naam en adres.",
        confidentiality_loss=enums.Loss.SOME,
        integrity_loss=enums.Loss.NONE,
        availability_loss=enums.Loss.NONE,
        is_malicious=False,
        circumstances=(enums.Circumstance.VULNERABLE,),
        circumstances_reason="Een bekende ontvanger.",
    )


def _decisions(key: Callable[[int], UUID], person: Person) -> tuple[facts.BreachDecision, ...]:
    return (
        facts.BreachDecision(
            id=key(61),
            kind=enums.DecisionKind.INFORM_PEOPLE,
            is_yes=False,
            reason="Iedereen is gebeld.",
            decided_by_id=person.id,
            decided_at=MOMENT + 4 * HOUR,
            ground=enums.InformGround.RISK_REMOVED,
            decided_by=person.name,
            late_reason="Overleg duurde lang.",
        ),
    )


def _notifications(
    key: Callable[[int], UUID], person: Person, evidence: Evidence
) -> tuple[facts.BreachNotification, ...]:
    return (
        facts.BreachNotification(
            id=key(62),
            kind=enums.NotificationKind.FIRST,
            sent_at=MOMENT + 80 * HOUR,
            sent_by_id=person.id,
            sent_by=person.name,
            number="AP-1",
            is_preliminary=True,
            delay_reason="Het formulier deed het niet.",
            note="Bevestiging ontvangen.",
            evidence_id=evidence.id,
            answers=(facts.SentAnswer(id=key(63), question="form-5.3", answer="Een besluit kwam bij de buren."),),
        ),
    )


def _messages(key: Callable[[int], UUID], person: Person) -> tuple[facts.BreachCommunication, ...]:
    return (
        facts.BreachCommunication(
            id=key(64),
            manner=enums.Manner.LETTER,
            told_at=MOMENT + 90 * HOUR,
            sent_by_id=person.id,
            sent_by=person.name,
            people_count=12,
            text="Er ging iets mis met uw brief.",
            tells=tuple(enums.MessageElement),
            told_data=("bsn", "ziekte"),
            delay_reason="De adressen waren er niet.",
        ),
    )


def _advices(key: Callable[[int], UUID], person: Person) -> tuple[facts.BreachAdvice, ...]:
    return (
        facts.BreachAdvice(
            id=key(65),
            text="Meld het.",
            given_by_id=person.id,
            given_at=MOMENT + 3 * HOUR,
            given_by=person.name,
            answer="Dat doen wij.",
            answered_by_id=person.id,
            answered_by=person.name,
            answered_at=MOMENT + 4 * HOUR,
        ),
    )


def _measures(
    key: Callable[[int], UUID], person: Person, evidence: Evidence, measure: Measure
) -> tuple[facts.BreachMeasure, ...]:
    return (
        facts.BreachMeasure(
            id=key(66),
            kind=enums.MeasureKind.IMPROVEMENT,
            what="Een tweede persoon kijkt naar het adres.",
            owner_id=person.id,
            owner=person.name,
            due_on=DAY,
            measure_id=measure.id,
            done_on=DAY,
            done_how="Werkwijze aangepast.",
            evidence_id=evidence.id,
            effect="Geen brief meer verkeerd.",
            effect_seen_on=DAY,
            recorded_at=MOMENT,
        ),
    )
