"""Breaches of Duinrade: one that was handled well, one that came in on a Friday afternoon, an exercise, and ten in
which something went wrong. Every person, party and event is invented.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.dossier.breaches.engine.around import around_of
from gemeentedossier.dossier.breaches.engine.form import form_answers
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachType,
    DataContext,
    DecisionKind,
    Identification,
    InformGround,
    Loss,
    MunicipalRole,
    NotificationKind,
    ReportedBy,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachAtProcessor,
    BreachConcerned,
    BreachJudgement,
    BreachMoments,
    BreachNature,
    BreachReportLink,
    BreachScore,
    BreachTriage,
    PersonalDataBreach,
    SentAnswer,
)
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.exchange.example import breach_stories as stories
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.breach_stories import Story
from gemeentedossier.exchange.example.breaches_told import (
    advised,
    closed,
    decided,
    improved,
    mended,
    notified,
    written_to,
)
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.foundation.clock import AMSTERDAM

HOUR = dt.timedelta(hours=1)
Fault = Callable[[PersonalDataBreach], PersonalDataBreach]

REPORT_LINKS = (
    BreachReportLink(
        id=named("report link"),
        made_by_id=who.PRIVACY_OFFICER.id,
        made_by=who.PRIVACY_OFFICER.name,
        made_at=dt.datetime(2026, 9, 1, 8, tzinfo=dt.UTC),
    ),
)


def breaches(activities: Sequence[Activity], catalogue: Catalogue) -> tuple[PersonalDataBreach, ...]:
    """Everything Duinrade recorded of breaches, the newest first."""
    made = [fault(sound) for sound, fault in _faulty(activities, catalogue)]
    return _in_order([*_sound(activities, catalogue), *made])


def mended_breaches(activities: Sequence[Activity], catalogue: Catalogue) -> tuple[PersonalDataBreach, ...]:
    """The same breaches as they should have been handled."""
    made = [sound for sound, _ in _faulty(activities, catalogue)]
    return _in_order([*_sound(activities, catalogue), *made])


def _in_order(made: list[PersonalDataBreach]) -> tuple[PersonalDataBreach, ...]:
    return tuple(sorted(made, key=lambda each: (each.reported_at, each.id), reverse=True))


def _sound(activities: Sequence[Activity], catalogue: Catalogue) -> list[PersonalDataBreach]:
    by_reference = {each.reference_activity: each for each in activities if each.reference.startswith("DR-")}
    title, activity = "Besluit hulp thuis bij een verkeerd adres", by_reference["wmo-tailored-provision"]
    wrong_post = _handled("001", title, dt.date(2026, 2, 9), activity, stories.WRONG_ADDRESS)
    return [_with_form(wrong_post, catalogue), _friday(by_reference["youth-access"]), _exercise()]


def _faulty(activities: Sequence[Activity], catalogue: Catalogue) -> list[tuple[PersonalDataBreach, Fault]]:
    by_reference = {each.reference_activity: each for each in activities if each.reference.startswith("DR-")}
    made = []
    for number, (title, month, day, reference, story, fault) in enumerate(FAULTS, start=2):
        began = dt.date(2026, month, day)
        before = _handled(f"{number:03}", title, began, by_reference[reference], story)
        if fault is _unknown_processor:
            before = _at_processor(before)
        made.append((_with_form(before, catalogue), fault))
    return made


def _handled(number: str, title: str, day: dt.date, activity: Activity, story: Story) -> PersonalDataBreach:
    """A breach that was handled in time, told, mended and closed."""
    began = dt.datetime.combine(day, dt.time(9, 30), tzinfo=AMSTERDAM)
    key = f"breach {number}"
    aware = began + 4 * HOUR
    return PersonalDataBreach(
        id=named(key),
        number=f"2026-{number}",
        title=title,
        reported_at=began + 3 * HOUR,
        reported_by=ReportedBy.EMPLOYEE,
        reporter=story.seen_by,
        first_account=story.account,
        lead_id=who.PRIVACY_OFFICER.id,
        lead=who.PRIVACY_OFFICER.name,
        revision=9,
        moments=_moments(began, story),
        processor=BreachAtProcessor(at_processor=False),
        nature=_nature(story),
        concerned=_concerned(story),
        triage=_triage(aware + HOUR, story.summary),
        score=_score(story),
        judgement=_judged(BreachRisk.HIGH, story.risk, aware + 5 * HOUR),
        closing=closed(began + dt.timedelta(days=40), until=day.replace(year=2031)),
        activity_ids=(activity.id,),
        decisions=(
            decided(key, DecisionKind.NOTIFY_AUTHORITY, at=aware + 24 * HOUR),
            decided(key, DecisionKind.INFORM_PEOPLE, at=aware + 25 * HOUR),
        ),
        notifications=(notified(key, at=aware + 30 * HOUR),),
        messages=(written_to(key, at=aware + 48 * HOUR, data=_concerned(story), story=story),),
        advices=(advised(key, at=aware + 20 * HOUR),),
        measures=(
            mended(key, on=day + dt.timedelta(days=2), story=story),
            improved(key, on=day + dt.timedelta(days=30), story=story),
        ),
    )


def _moments(began: dt.datetime, story: Story) -> BreachMoments:
    return BreachMoments(
        began_at=began,
        ended_at=began + 6 * HOUR,
        is_ongoing=False,
        discovered_at=began + 2 * HOUR,
        discovered_by=story.seen_by,
        how_discovered=story.how,
        internally_reported_at=began + 3 * HOUR,
        aware_at=began + 4 * HOUR,
        aware_who="privacy officer",
        aware_grounds=story.certain,
    )


def _nature(story: Story) -> BreachNature:
    return BreachNature(
        kind=story.kind,
        summary=story.summary,
        cause=story.cause,
        cause_found=True,
        protection=story.protection,
        is_unintelligible=False,
        consequences=story.consequences,
    )


def _concerned(story: Story) -> BreachConcerned:
    return BreachConcerned(
        data_categories=story.data,
        subject_categories=story.people,
        people_min=story.count,
        people_max=story.count,
        record_count=story.count,
        is_cross_border=False,
        under_sixteen=bool({"young-person", "pupil"} & set(story.people)),
    )


def _triage(at: dt.datetime, reason: str) -> BreachTriage:
    return BreachTriage(
        security_broken=True,
        personal_data=True,
        municipal_role=MunicipalRole.CONTROLLER,
        types=(BreachType.CONFIDENTIALITY,),
        police_data=False,
        significant_incident=False,
        triage_reason=reason,
        triaged_by_id=who.PRIVACY_OFFICER.id,
        triaged_by=who.PRIVACY_OFFICER.name,
        triaged_at=at,
    )


def _score(story: Story) -> BreachScore:
    return BreachScore(
        context=DataContext.SENSITIVE,
        context_value=3,
        context_reason=story.private,
        identification=Identification.MAXIMUM,
        identification_reason=story.known_by,
        confidentiality_loss=Loss.SOME,
        integrity_loss=Loss.NONE,
        availability_loss=Loss.NONE,
        is_malicious=False,
        circumstances=(),
        circumstances_reason=story.around,
    )


def _judged(risk: BreachRisk, reason: str, at: dt.datetime) -> BreachJudgement:
    return BreachJudgement(
        risk=risk,
        risk_method="methode van ENISA uit 2013",
        risk_reason=reason,
        judged_by_id=who.PRIVACY_OFFICER.id,
        judged_by=who.PRIVACY_OFFICER.name,
        judged_at=at,
    )


def _with_form(breach: PersonalDataBreach, catalogue: Catalogue) -> PersonalDataBreach:
    """The first notification holds what the record answers to the form."""
    around, form = around_of(who.ORGANISATION, catalogue), catalogue.breach_form
    answers = tuple(
        SentAnswer(id=named(f"{breach.number} {each.field.id}"), question=each.field.id, answer=each.text)
        for each in form_answers(breach, form, around, kind=NotificationKind.FIRST)
        if each.text
    )
    first, *others = breach.notifications
    return replace(breach, notifications=(replace(first, answers=answers), *others))


def _friday(activity: Activity) -> PersonalDataBreach:
    """Reported on a Friday afternoon, and nobody judged it yet."""
    found = dt.datetime(2026, 11, 27, 16, 5, tzinfo=AMSTERDAM)
    return PersonalDataBreach(
        id=named("breach friday"),
        number="2026-012",
        title="Lijst met jongeren naar een verkeerd mailadres",
        reported_at=found + dt.timedelta(minutes=35),
        reported_by=ReportedBy.EMPLOYEE,
        reporter="consulent jeugd",
        first_account="Ik stuurde een lijst met jongeren naar een school waar zij niet op zitten.",
        lead_id=who.PRIVACY_OFFICER.id,
        lead=who.PRIVACY_OFFICER.name,
        moments=BreachMoments(
            discovered_at=found,
            discovered_by="consulent jeugd",
            internally_reported_at=found + dt.timedelta(minutes=35),
            aware_at=found + dt.timedelta(minutes=35),
            aware_who="privacy officer",
            aware_grounds="De consulent wist zeker wat er in de lijst stond.",
        ),
        activity_ids=(activity.id,),
    )


def _exercise() -> PersonalDataBreach:
    """The exercise of the spring; it counts nowhere."""
    began = dt.datetime(2026, 4, 14, 10, tzinfo=AMSTERDAM)
    return PersonalDataBreach(
        id=named("breach exercise"),
        number="O-2026-001",
        title="Besluit over hulp bij het huishouden bij een verkeerd adres bezorgd",
        reported_at=began,
        is_exercise=True,
        exercise_case="wrong-neighbour",
        lead_id=who.PRIVACY_OFFICER.id,
        lead=who.PRIVACY_OFFICER.name,
        moments=BreachMoments(
            discovered_at=began, aware_at=began, aware_who="privacy officer", aware_grounds="Zo begon de oefening."
        ),
        triage=_triage(began + HOUR, "Iemand las gegevens die niet voor haar waren."),
        closing=replace(
            closed(began + 3 * HOUR, until=dt.date(2031, 4, 14)), closed_because="De oefening is nabesproken."
        ),
    )


def _not_notified(breach: PersonalDataBreach) -> PersonalDataBreach:
    judged = replace(breach.judgement, risk=BreachRisk.RISK)
    decision = decided(f"breach {breach.number[-3:]}", DecisionKind.INFORM_PEOPLE, ground=InformGround.NO_HIGH_RISK)
    return replace(breach, judgement=judged, notifications=(), messages=(), decisions=(breach.decisions[0], decision))


def _late_without_reason(breach: PersonalDataBreach) -> PersonalDataBreach:
    first = breach.notifications[0]
    late = replace(first, sent_at=first.sent_at + 70 * HOUR)
    return replace(breach, notifications=(late,))


def _no_high_risk(breach: PersonalDataBreach) -> PersonalDataBreach:
    unlikely = replace(
        breach.judgement, risk=BreachRisk.UNLIKELY, risk_reason="Er staan alleen namen en mailadressen in."
    )
    low = replace(breach.score, context_value=1, context_reason="Alleen een naam.")
    ground = decided(f"breach {breach.number[-3:]}", DecisionKind.INFORM_PEOPLE, ground=InformGround.RISK_REMOVED)
    return replace(breach, judgement=unlikely, score=low, messages=(), notifications=(), decisions=(ground,))


def _unlikely(breach: PersonalDataBreach) -> PersonalDataBreach:
    unlikely = replace(breach.judgement, risk=BreachRisk.UNLIKELY, risk_reason="De buurvrouw is een aardige mevrouw.")
    key = f"breach {breach.number[-3:]}"
    none = decided(key, DecisionKind.INFORM_PEOPLE, ground=InformGround.NO_HIGH_RISK)
    not_notified = replace(breach.decisions[0], is_yes=False, reason="Geen risico.")
    return replace(breach, judgement=unlikely, messages=(), notifications=(), decisions=(not_notified, none))


def _nobody_told(breach: PersonalDataBreach) -> PersonalDataBreach:
    return replace(breach, messages=())


def _notified_too_early(breach: PersonalDataBreach) -> PersonalDataBreach:
    first = breach.notifications[0]
    early = replace(first, sent_at=first.sent_at - 32 * HOUR)
    return replace(breach, notifications=(early,))


def _at_processor(breach: PersonalDataBreach) -> PersonalDataBreach:
    knew = breach.reported_at - 2 * HOUR
    return replace(
        breach,
        processor=BreachAtProcessor(
            at_processor=True,
            party_id=who.SUPPLIER.id,
            party_name=who.SUPPLIER.name,
            processor_knew_at=knew,
            processor_told_at=knew + HOUR,
            processor_account="Een lijst met nummers stond een regel verschoven.",
        ),
    )


def _unknown_processor(breach: PersonalDataBreach) -> PersonalDataBreach:
    mailer = replace(breach.processor, party_id=who.MAILER.id, party_name=who.MAILER.name)
    answers = tuple(
        replace(each, answer=who.MAILER.name) if each.question == "form-3.3" else each
        for each in breach.notifications[0].answers
    )
    return replace(breach, processor=mailer, notifications=(replace(breach.notifications[0], answers=answers),))


def _told_otherwise(breach: PersonalDataBreach) -> PersonalDataBreach:
    answers = tuple(
        replace(each, answer="40") if each.question == "form-7.3" else each for each in breach.notifications[0].answers
    )
    return replace(breach, notifications=(replace(breach.notifications[0], answers=answers),))


def _not_triaged(breach: PersonalDataBreach) -> PersonalDataBreach:
    return PersonalDataBreach(
        id=breach.id,
        number=breach.number,
        title=breach.title,
        reported_at=breach.reported_at,
        reported_by=ReportedBy.EMPLOYEE,
        reporter="leidinggevende",
        first_account="Een medewerker keek in het dossier van een bekende. Personeelszaken behandelt dit.",
        moments=replace(breach.moments, aware_at=None, aware_who="", aware_grounds=""),
        nature=replace(breach.nature, cause_found=None),
        activity_ids=breach.activity_ids,
    )


def _away_too_soon(breach: PersonalDataBreach) -> PersonalDataBreach:
    return replace(breach, closing=replace(breach.closing, deletion_planned_on=dt.date(2027, 6, 1)))


FAULTS: tuple[tuple[str, int, int, str, Story, Fault], ...] = (
    ("Map met aanvragen in de trein", 3, 3, "assistance-application", stories.TRAIN, _not_notified),
    ("Brieven over schulden in één envelop", 3, 23, "debt-intake", stories.ENVELOPE, _late_without_reason),
    (
        "Uitnodiging met alle namen zichtbaar",
        4,
        7,
        "wmo-carer-appreciation",
        stories.INVITATION,
        _no_high_risk,
    ),
    (
        "Verslag van een huisbezoek bij de buren",
        4,
        21,
        "wmo-report-and-inquiry",
        stories.NEIGHBOURS,
        _unlikely,
    ),
    ("Rapport over een gezin in een openbare map", 5, 12, "youth-individual-provision", stories.FOLDER, _nobody_told),
    ("Bijstandsdossiers in de verkeerde postzak", 6, 2, "special-assistance", stories.MAILBAG, _notified_too_early),
    ("Berichten aan een verkeerd telefoonnummer", 6, 16, "school-transport", stories.PHONES, _unknown_processor),
    ("Besluiten parkeerkaart verwisseld", 7, 7, "disabled-parking-card", stories.PARKING, _told_otherwise),
    ("Medewerker keek in het dossier van een bekende", 9, 8, "wmo-periodic-review", stories.COLLEAGUE, _not_triaged),
    ("Klachten in een verkeerde mailbox", 9, 22, "complaints", stories.COMPLAINTS, _away_too_soon),
)
"""What went wrong, when, in which activity: together every contradiction about breaches once."""
