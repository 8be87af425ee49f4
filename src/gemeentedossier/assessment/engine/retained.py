"""How each system stands to the longest retention period of the activities that use it (GDPR 5(1)(e))."""

import datetime as dt
from collections.abc import Iterator

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.subjects.security import SystemSubject
from gemeentedossier.assessment.enums import Outcome, Retained
from gemeentedossier.assessment.facts import CaseFindings, Judged, SystemRetained
from gemeentedossier.catalogue.engine.durations import parse_duration
from gemeentedossier.catalogue.facts.rules import SubjectKind

RULE = "oldest-record-past-retention"
"""The rule that finds a system in which data stay beyond their period (C37)."""


def systems_retained(judged: Judged) -> tuple[SystemRetained, ...]:
    """Return how every system stands, used or not: what is longest past its period first, then by name."""
    found = _each(judged)
    return tuple(sorted(found, key=lambda each: (-each.months, each.name.casefold(), each.id)))


def _each(judged: Judged) -> Iterator[SystemRetained]:
    today = day_of(judged.dossier)
    for each in judged.assessment.cases:
        subject = each.case.layers.get("system")
        if each.case.kind is SubjectKind.SYSTEM and isinstance(subject, SystemSubject):
            yield _retained(each, subject, today)


def _retained(found: CaseFindings, subject: SystemSubject, today: dt.date) -> SystemRetained:
    key, name, oldest = found.case.id, subject.name, subject.oldest_record_on
    past, longest = subject.oldest_record_past_retention, subject.longest_period
    if past is None or longest is None or oldest is None:
        return SystemRetained(key, name, Retained.UNKNOWN)
    if not past:
        return SystemRetained(key, name, Retained.WITHIN, period=longest)
    ends = parse_duration(longest).after(oldest)
    months = (today.year - ends.year) * 12 + today.month - ends.month - (today.day < ends.day)
    aside = any(rule.id == RULE and answer.outcome is Outcome.SUPPRESSED for rule, answer in found.told())
    return SystemRetained(key, name, Retained.PAST, max(months, 1), longest, aside)
