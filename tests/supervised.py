"""What an officer advised, planned, drew and reported, with every field filled in; for tests of what is kept."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.governance.enums import (
    AdviceAnswer,
    SampledKind,
    SampleVerdict,
    SupervisionManner,
)
from gemeentedossier.dossier.governance.facts import (
    OfficerReport,
    OwnAdvice,
    Sample,
    SampledCase,
    SupervisionCheck,
)
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.organisation.facts import Person

MOMENT = dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.UTC)
DAY, LATER = dt.date(2026, 10, 5), dt.date(2026, 11, 5)


def own_advice(key: Callable[[int], UUID], activity: Activity, officer: Person, decider: Person) -> OwnAdvice:
    """An advice about an activity that was answered."""
    return OwnAdvice(
        key(90), "Vraag minder", "Vraag het inkomen niet.", "activity", activity.id, officer.id, MOMENT, officer.name,
        AdviceAnswer.PARTLY_FOLLOWED, "Alleen bij een eigen bijdrage.", decider.id, decider.name, MOMENT,
    )  # fmt: skip


def check(key: Callable[[int], UUID], officer: Person) -> SupervisionCheck:
    """A check that was done."""
    return SupervisionCheck(
        key(91), "Inzage in jeugddossiers", "Gevoelige gegevens.", SupervisionManner.SAMPLE, LATER, True, "In orde.",
        officer.id, officer.name, LATER, 2,
    )  # fmt: skip


def sample(key: Callable[[int], UUID], activity: Activity, officer: Person) -> Sample:
    """A sample of one case, which was judged."""
    case = SampledCase(
        key(93), activity.id, activity.name, SampleVerdict.NOT_IN_ORDER, "Geen bewaartermijn.", officer.id,
        officer.name, MOMENT,
    )  # fmt: skip
    return Sample(
        key(92), SampledKind.ACTIVITIES, "Klopt het register?", 12, 1, "zaad", officer.id, MOMENT, officer.name,
        key(91), (case,),
    )  # fmt: skip


def report(key: Callable[[int], UUID], officer: Person, proof: Evidence) -> OfficerReport:
    """A report that was adopted."""
    return OfficerReport(
        key(94), dt.date(2025, 1, 1), dt.date(2025, 12, 31), officer.id, officer.name, "Het ging beter.",
        "Ruim op.", officer.id, officer.name, MOMENT, proof.id, 3,
    )  # fmt: skip
