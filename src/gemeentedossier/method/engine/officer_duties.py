"""What the officer planned to look at, and what waits for an answer to advice that the officer gave unasked."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts import Status
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.risks.engine.clock import term_on
from gemeentedossier.dossier.risks.engine.terms import ANSWER
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.engine.advice import AdviceOn, advices_of, due_of
from gemeentedossier.method.enums import DutyKind, DutyPart
from gemeentedossier.method.facts import Duty
from gemeentedossier.organisation.enums import Role

ELSEWHERE = frozenset({AdviceOn.ASSESSMENT})
"""Advice on an impact assessment has a term of its own room."""


def officer_duties(dossier: Dossier, catalogue: Catalogue) -> Iterator[Duty]:
    """Return each open check by its day, and each advice without answer by the municipality's own term."""
    for check in dossier.supervision_checks:
        if check.was_done is None:
            yield Duty(
                on=check.due_on,
                kind=DutyKind.CHECK,
                part=DutyPart.GOVERNANCE,
                record_id=check.id,
                name=check.topic,
                discreet=f"{check.due_on:%d-%m-%Y}",
                key=f"{check.id}-{DutyKind.CHECK}",
                roles=frozenset({Role.DATA_PROTECTION_OFFICER}),
            )
    for advice in advices_of(dossier):
        due = None if advice.answered_at or advice.on in ELSEWHERE else due_of(advice, catalogue)
        if due:
            entry = term_on(catalogue, ANSWER, on=advice.given_on)
            yield Duty(
                on=due,
                kind=DutyKind.ANSWER_ADVICE,
                part=DutyPart.GOVERNANCE,
                record_id=advice.record_id,
                name=advice.name,
                discreet=advice.discreet,
                key=f"{advice.id}-{DutyKind.ANSWER_ADVICE}",
                roles=frozenset({Role.EXECUTIVE}),
                law=entry.law if entry and entry.status is not Status.OWN_WORK else (),
                place=advice.on.value,
            )
