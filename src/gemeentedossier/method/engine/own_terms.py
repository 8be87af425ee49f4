"""What records ask on a day that no room below says by itself: being confirmed, proved, or looked at again."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.agreements.engine.term import a_year_after
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.register.engine.freshness import YEAR
from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.enums import DutyKind, DutyPart
from gemeentedossier.method.facts import Duty
from gemeentedossier.organisation.enums import Role

OFFICER, EXECUTIVE = frozenset({Role.PRIVACY_OFFICER}), frozenset({Role.EXECUTIVE})
_Asked: TypeAlias = Iterator[tuple[dt.date | None, DutyKind, str]]


def own_duties(dossier: Dossier, catalogue: Catalogue, *, on: dt.date, language: str) -> Iterator[Duty]:
    """What is asked as known on a day, also what is past and not yet done; norms and rules by name in the language."""
    adopted = first_adopted(dossier)
    for activity in dossier.activities:
        if activity.processing_state is not ProcessingState.ENDED:
            yield from _of_activity(activity, confirm_by(activity, adopted.get(activity.id), on=on))
    yield from _of_measures(dossier)
    yield from _of_answers(dossier)
    yield from _of_readings(dossier, catalogue, on=on, language=language)
    yield from _of_suppressions(dossier, catalogue, on=on, language=language)


def _of_activity(activity: Activity, confirm_on: dt.date) -> Iterator[Duty]:
    for day, kind, detail in _asked_of(activity, confirm_on):
        if day is not None:
            yield Duty(
                on=day,
                kind=kind,
                part=DutyPart.PROCESSING,
                record_id=activity.id,
                name=activity.name,
                discreet=activity.name,
                detail=detail,
                key=_key(activity.id, kind, detail),
                owner_id=activity.owner_id,
                roles=OFFICER,
                ends_by_itself=kind is DutyKind.TRANSFER_ENDS,
            )


def _asked_of(activity: Activity, confirm_on: dt.date) -> _Asked:
    yield confirm_on, DutyKind.CONFIRM, ""
    yield a_year_after(activity.last_destruction_on), DutyKind.DESTROY, ""
    for transfer in activity.transfers:
        to = transfer.recipient or transfer.country
        yield a_year_after(transfer.assessment_on), DutyKind.ASSESS_TRANSFER, to
        yield transfer.mechanism_valid_until, DutyKind.TRANSFER_ENDS, to


def first_adopted(dossier: Dossier) -> Mapping[UUID, dt.date]:
    """Return the day on which each activity was adopted first."""
    days: dict[UUID, dt.date] = {}
    for each in sorted(dossier.versions, key=lambda each: each.adopted_at, reverse=True):
        days[each.activity_id] = each.adopted_at.astimezone(AMSTERDAM).date()
    return days


def confirm_by(activity: Activity, adopted: dt.date | None, *, on: dt.date) -> dt.date:
    """Return the last day on which the record is still fresh: a year after its last confirmation.

    What nobody ever confirmed was to be confirmed when it was adopted first; where it never was either, now.
    """
    if activity.last_confirmed_on:
        return activity.last_confirmed_on + YEAR if activity.last_confirmed_on <= dt.date.max - YEAR else dt.date.max
    return adopted or on


def _of_measures(dossier: Dossier) -> Iterator[Duty]:
    for measure in dossier.measures:
        day = a_year_after(measure.measured_on)
        if day and measure.indicator and measure.state is MeasureState.DONE:
            yield Duty(
                on=day,
                kind=DutyKind.MEASURE_AGAIN,
                part=DutyPart.SECURITY,
                record_id=measure.id,
                name=measure.name,
                discreet=measure.name,
                key=_key(measure.id, DutyKind.MEASURE_AGAIN),
                owner_id=measure.owner_id,
                roles=frozenset({Role.CISO}),
            )


def _of_answers(dossier: Dossier) -> Iterator[Duty]:
    activities = {each.id: each for each in dossier.activities}
    given = sorted(dossier.attestations, key=lambda each: each.answered_at)
    latest = {(each.criterion, each.subject_kind, each.subject_id): each for each in given}
    for answer in latest.values():
        if answer.review_on:
            about = activities.get(answer.subject_id)
            yield Duty(
                on=answer.review_on,
                kind=DutyKind.ANSWER_AGAIN,
                part=DutyPart.GOVERNANCE,
                record_id=answer.subject_id,
                name=about.name if about else dossier.organisation.name,
                discreet=about.name if about else dossier.organisation.name,
                detail=answer.criterion,
                key=_key(answer.id, DutyKind.ANSWER_AGAIN),
                owner_id=answer.answered_by_id,
                roles=OFFICER,
                place=answer.subject_kind,
            )


def _of_readings(dossier: Dossier, catalogue: Catalogue, *, on: dt.date, language: str) -> Iterator[Duty]:
    for reading in dossier.interpretations:
        norm = catalogue.open_norms.get(reading.norm)
        if reading.review_on and reading.holds_on(on):
            yield Duty(
                on=reading.review_on,
                kind=DutyKind.READ_AGAIN,
                part=DutyPart.GOVERNANCE,
                record_id=reading.id,
                name=reading.reading,
                discreet=norm.name.in_language(language) if norm else reading.norm,
                key=_key(reading.id, DutyKind.READ_AGAIN),
                owner_id=reading.decided_by_id,
                roles=OFFICER | EXECUTIVE,
                place=reading.norm,
            )


def _of_suppressions(dossier: Dossier, catalogue: Catalogue, *, on: dt.date, language: str) -> Iterator[Duty]:
    for each in dossier.suppressions:
        rule = catalogue.rules.get(each.rule)
        if each.holds_on(on):
            yield Duty(
                on=each.until,
                kind=DutyKind.SET_ASIDE_ENDS,
                part=DutyPart.GOVERNANCE,
                record_id=each.id,
                name=each.reason,
                discreet=rule.label.in_language(language) if rule else each.rule,
                detail=each.rule,
                key=_key(each.id, DutyKind.SET_ASIDE_ENDS),
                owner_id=each.suppressed_by_id,
                roles=OFFICER | EXECUTIVE,
                ends_by_itself=True,
                place=each.subject_kind,
            )


def _key(record: UUID, kind: DutyKind, detail: str = "") -> str:
    """Without its day: a record that is confirmed moves its event, and does not leave an old one behind."""
    return f"{record}-{kind}" + (f"-{detail}" if detail else "")
