"""How an agreement stands on a day, and what it asks on which day. All days are those of the Netherlands."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, Renewal, TermKind
from gemeentedossier.dossier.agreements.facts import Agreement

HOLDS = frozenset({AgreementState.IN_FORCE, AgreementState.NOTICE_GIVEN})
OVER = frozenset({AgreementState.EXPIRED, AgreementState.ENDED})


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """Something that an agreement or a leaflet asks on a day; ``kind`` tells of which the record is.

    ``detail`` names whom or what it is about, where that is needed.
    """

    on: dt.date
    kind: TermKind
    record_id: UUID
    name: str
    detail: str = ""


def state_on(agreement: Agreement, day: dt.date) -> AgreementState:
    """Return how the agreement stands on the day. Without a signature it is a draft, whatever its dates say."""
    if agreement.ended_on and agreement.ended_on < day:
        return AgreementState.ENDED
    if agreement.signed_on is None or agreement.signed_on > day:
        return AgreementState.DRAFT
    last = last_day(agreement, on=day)
    if last and last < day:
        return AgreementState.EXPIRED
    if agreement.starts_on and agreement.starts_on > day:
        return AgreementState.SIGNED
    if agreement.notice_given_on and agreement.notice_given_on <= day:
        return AgreementState.NOTICE_GIVEN
    return AgreementState.IN_FORCE


def holds_on(agreement: Agreement, day: dt.date) -> bool:
    """Return whether the parties are bound by it on the day."""
    return state_on(agreement, day) in HOLDS


def last_day(agreement: Agreement, *, on: dt.date) -> dt.date | None:
    """Return the last day on which it holds, as known on a day; None where it goes on until somebody gives notice.

    What is renewed tacitly by so many months ends at the first such day that is not past.
    """
    if agreement.ended_on or agreement.notice_ends_on:
        return agreement.ended_on or agreement.notice_ends_on
    last = agreement.ends_on
    if last is None or last >= on or agreement.renewal is not Renewal.TACIT:
        return last
    if not agreement.renewal_months:
        return None
    times = -(-_months_between(last, on) // agreement.renewal_months)
    renewed = months_after(last, months=times * agreement.renewal_months)
    return renewed if renewed >= on else months_after(last, months=(times + 1) * agreement.renewal_months)


def notice_before(agreement: Agreement, *, on: dt.date) -> dt.date | None:
    """Return the last day on which notice can be given in time; None without an end or a term of notice."""
    last = last_day(agreement, on=on)
    if last is None or agreement.notice_months is None or agreement.notice_given_on:
        return None
    return months_after(last, months=-agreement.notice_months)


def terms_for(agreements: Iterable[Agreement], *, on: dt.date) -> tuple[Term, ...]:
    """Return what the agreements ask, as known on a day, in the order of days; also what is past and not yet done."""
    return tuple(sorted(term for each in agreements for term in _terms(each, on)))


def _terms(agreement: Agreement, day: dt.date) -> Iterator[Term]:
    asked = _when_over(agreement, day) if state_on(agreement, day) in OVER else _while_it_lasts(agreement, day)
    for on, kind, detail in asked:
        if on is not None:
            yield Term(on, kind, agreement.id, agreement.name, detail)


_Asked: TypeAlias = Iterator[tuple[dt.date | None, TermKind, str]]


def _when_over(agreement: Agreement, day: dt.date) -> _Asked:
    last = last_day(agreement, on=day)
    if agreement.kind is AgreementKind.PROCESSOR and agreement.erasure_proved_on is None:
        yield last, TermKind.PROVE_ERASURE, agreement.party_names
    if state_on(agreement, day) is AgreementState.EXPIRED:
        yield last, TermKind.ENDS, ""


def _while_it_lasts(agreement: Agreement, day: dt.date) -> _Asked:
    if state_on(agreement, day) is AgreementState.SIGNED:
        yield agreement.starts_on, TermKind.STARTS, ""
    yield last_day(agreement, on=day), TermKind.ENDS, ""
    yield notice_before(agreement, on=day), TermKind.NOTICE_BEFORE, ""
    yield a_year_after(agreement.reviewed_on), TermKind.REVIEW, agreement.party_names
    yield a_year_after(agreement.transfer_assessment_on), TermKind.TRANSFER_ASSESSMENT, ""
    yield agreement.mechanism_valid_until, TermKind.MECHANISM_ENDS, agreement.mechanism_reference
    for sub in agreement.sub_processors:
        if sub.decision is None:
            yield sub.objection_until, TermKind.OBJECT_BEFORE, sub.party_name
    for party in agreement.parties:
        if agreement.kind is AgreementKind.COVENANT and party.takes_part_on(day):
            yield a_year_after(party.attested_on), TermKind.ATTEST, party.party_name


def a_year_after(day: dt.date | None) -> dt.date | None:
    """Return the same day a year later; None where there is no day."""
    return months_after(day, months=12) if day else None


def months_after(day: dt.date, *, months: int) -> dt.date:
    """Return the same day so many months later, earlier where negative; the month's last where it has no such day.

    Outside the calendar, the first or last day that it has.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.min if year < dt.MINYEAR else dt.date.max
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _months_between(first: dt.date, last: dt.date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
