"""Recording a breach: the first report, what happened, whether it is one, and how it is weighed (GDPR 33(5))."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches import models
from gemeentedossier.dossier.breaches.actions.whole import activity_links, breach_values
from gemeentedossier.dossier.breaches.actions.writing import locked, person_of, write
from gemeentedossier.dossier.breaches.engine.severity import severity_of
from gemeentedossier.dossier.breaches.facts import (
    BreachAtProcessor,
    BreachConcerned,
    BreachJudgement,
    BreachMoments,
    BreachNature,
    BreachScore,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.dossier.breaches.policies import (
    check_concerned,
    check_judgement,
    check_moments,
    check_not_ahead,
    check_own,
    check_party_report,
    check_processor,
    check_score,
    check_title,
    check_triage,
)
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import check_permitted

EDIT = "breaches.edit_breach"


def report_breach(draft: PersonalDataBreach, *, by: Actor) -> PersonalDataBreach:
    """Record that something may be a breach; it gets the next number of the year, which is never given twice."""
    check_permitted(by, "breaches.exercise" if draft.is_exercise else "breaches.report_breach")
    with verb("breaches.report_breach", by=by):
        return insert_report(draft)


def insert_report(draft: PersonalDataBreach) -> PersonalDataBreach:
    """Check a first report and insert it under the next number. Part of a verb."""
    now = clock.now()
    check_title(draft.title)
    check_not_ahead((draft.moments.discovered_at, draft.moments.began_at, draft.processor.processor_knew_at), now=now)
    check_party_report(draft)
    _check_party(draft.processor.party_id)
    wanted = replace(draft, number=_next_number(now, is_exercise=draft.is_exercise), reported_at=now, revision=0)
    models.PersonalDataBreach.objects.create(**breach_values(wanted))
    _link(wanted.id, wanted.activity_ids)
    return wanted


def name_breach(breach_id: UUID, *, title: str, lead_id: UUID | None, revision: int, by: Actor) -> None:
    """Say in other words what it is about, and who leads the work on it."""
    check_permitted(by, EDIT)
    check_title(title)
    with verb("breaches.name_breach", by=by):
        stored = _read(breach_id, revision)
        if lead_id and not Person.objects.filter(pk=lead_id).exists():
            raise Refused(_("This person is not here. Choose somebody from the list."))
        write(stored, title=title.strip(), lead_id=lead_id)


def record_moments(breach_id: UUID, moments: BreachMoments, *, revision: int, by: Actor) -> None:
    """Record when it began, ended, was discovered and reported, and from when the municipality knew of it."""
    check_permitted(by, EDIT)
    with verb("breaches.record_moments", by=by):
        stored = _read(breach_id, revision)
        check_moments(moments, stored, now=clock.now())
        write(stored, moments=moments)


def record_processor(breach_id: UUID, processor: BreachAtProcessor, *, revision: int, by: Actor) -> None:
    """Record whether it happened at a processor, and when that one knew and told (GDPR 33(2))."""
    check_permitted(by, EDIT)
    check_processor(processor, now=clock.now())
    with verb("breaches.record_processor", by=by):
        stored = _read(breach_id, revision)
        _check_party(processor.party_id)
        write(stored, processor=processor)


def record_nature(breach_id: UUID, nature: BreachNature, *, revision: int, by: Actor) -> None:
    """Record what happened, why, how the data were protected and what people can suffer."""
    check_permitted(by, EDIT)
    with verb("breaches.record_nature", by=by):
        write(_read(breach_id, revision), nature=nature)


def record_concerned(
    breach_id: UUID, concerned: BreachConcerned, *, activity_ids: Sequence[UUID], revision: int, by: Actor
) -> None:
    """Record which activities were hit, and which data of how many people."""
    check_permitted(by, EDIT)
    check_concerned(concerned)
    with verb("breaches.record_concerned", by=by):
        stored = _read(breach_id, revision)
        first = stored.concerned.looked_into_at or clock.now()
        write(stored, concerned=replace(concerned, looked_into_at=first), activity_ids=tuple(activity_ids))
        if stored.activity_ids != tuple(activity_ids):
            models.BreachActivity.objects.filter(breach_id=breach_id).delete()
            _link(breach_id, activity_ids)


def triage_breach(breach_id: UUID, triage: BreachTriage, *, revision: int, by: Actor) -> None:
    """Answer the five questions: is it a breach, whose, of which type, and which other laws ask something."""
    check_permitted(by, "breaches.triage_breach")
    check_triage(triage)
    with verb("breaches.triage_breach", by=by):
        signed = replace(triage, triaged_by_id=person_of(by), triaged_by=by.name, triaged_at=clock.now())
        stored = _read(breach_id, revision)
        _check_party(signed.controller_id)
        write(stored, triage=signed)


def score_breach(breach_id: UUID, score: BreachScore, *, revision: int, by: Actor) -> None:
    """Record the factors of severity with their reasons; what they give is advice."""
    check_permitted(by, "breaches.judge_breach")
    check_score(score)
    with verb("breaches.score_breach", by=by):
        write(_read(breach_id, revision), score=score)


def judge_breach(breach_id: UUID, judgement: BreachJudgement, *, revision: int, by: Actor) -> None:
    """Judge the risk to people, by a method and with the reason (GDPR 33(1), 34(1))."""
    check_permitted(by, "breaches.judge_breach")
    with verb("breaches.judge_breach", by=by):
        stored = _read(breach_id, revision)
        check_own(stored)
        scale = current_catalogue().severity_scale
        severity = severity_of(stored.score, scale, broken=stored.triage.types) if scale else None
        check_judgement(judgement, stored.triage, severity)
        signed = replace(judgement, judged_by_id=person_of(by), judged_by=by.name, judged_at=clock.now())
        write(stored, judgement=signed)


def _read(breach_id: UUID, revision: int) -> PersonalDataBreach:
    stored = locked(breach_id)
    check_unchanged(stored.revision, read=revision)
    return stored


def _check_party(party_id: UUID | None) -> None:
    if party_id and not Party.objects.filter(pk=party_id).exists():
        raise Refused(_("This party is not here. Choose it from the list."))


def _link(breach_id: UUID, activity_ids: Sequence[UUID]) -> None:
    rows = activity_links(breach_id, activity_ids)
    if Activity.objects.filter(pk__in=[row["activity_id"] for row in rows]).count() != len(rows):
        raise Refused(_("One of these activities is not here. Choose them from the list."))
    for row in rows:
        models.BreachActivity.objects.create(**row)


def _next_number(now: dt.datetime, *, is_exercise: bool) -> str:
    """The next number of the year, under a lock, so that two reports at once get two; exercises count apart."""
    year = now.astimezone(clock.AMSTERDAM).year
    prefix = f"O-{year}-" if is_exercise else f"{year}-"
    with connection.cursor() as cursor:
        lock = f"breach number {require_municipality_id()}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [lock])
    taken = models.PersonalDataBreach.objects.filter(number__startswith=prefix).values_list("number", flat=True)
    counted = (number.removeprefix(prefix) for number in taken)
    last = max((int(each) for each in counted if each.isdecimal()), default=0)
    return f"{prefix}{last + 1:03}"
