"""The officer's plan and report in every way that they can stand."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from gemeentedossier.assessment.standing import judge
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.dossier.governance.enums import AdviceAnswer, SupervisionManner
from gemeentedossier.dossier.governance.facts import OfficerReport, OwnAdvice, SupervisionCheck
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.engine.officer_figures import Figure, Period, figures_of
from gemeentedossier.method.engine.officer_paper import compose_report
from gemeentedossier.method.engine.supervision_paper import compose_supervision
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment
from tests.unit.documents.composed_municipality import DOSSIER, EMPTY, catalogue, library

FEMKE = Person(UUID(int=9001), "Femke", roles=(RoleAssignment(Role.DATA_PROTECTION_OFFICER),))
LOTTE = Person(
    UUID(int=9002),
    "Lotte",
    roles=(RoleAssignment(Role.DATA_PROTECTION_OFFICER), RoleAssignment(Role.ADMINISTRATOR)),
)
ALI = Person(UUID(int=9003), "Ali", roles=(RoleAssignment(Role.EXECUTIVE),))
GIVEN = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
AFTER = dt.date(2027, 1, 1)


def advice(key: int, *, given_at: dt.datetime = GIVEN, by: Person = FEMKE, about: UUID | None = None) -> OwnAdvice:
    """An advice of own accord that nobody answered."""
    kind, subject = ("activity", about) if about else ("organisation", DOSSIER.organisation.id)
    return OwnAdvice(UUID(int=9100 + key), "Eén postbus", "Kies er één.", kind, subject, by.id, given_at, by.name)


def answered(given: OwnAdvice, answer: AdviceAnswer, *, by: Person = ALI) -> OwnAdvice:
    """The same, answered a week later."""
    at = given.advised_at + dt.timedelta(days=7)
    return replace(
        given, answer=answer, answer_reason="Zo is het.", answered_by_id=by.id, answered_by=by.name, answered_at=at
    )


def check(key: int, *, due_on: dt.date, was_done: bool | None = None) -> SupervisionCheck:
    """A check, open or closed on its day."""
    made = SupervisionCheck(UUID(int=9200 + key), f"Controle {key}", "Risico.", SupervisionManner.AUDIT, due_on)
    if was_done is None:
        return made
    outcome = "In orde." if was_done else "Geen tijd."
    return replace(
        made, was_done=was_done, outcome=outcome, closed_by_id=FEMKE.id, closed_by=FEMKE.name, closed_on=due_on
    )


def report(**written: object) -> OfficerReport:
    """The report of the year."""
    made = OfficerReport(UUID(int=9300), YEAR.begins_on, YEAR.ends_on, FEMKE.id, FEMKE.name)
    return replace(made, **written)  # type: ignore[arg-type]  # the tests name fields


def watched(dossier: Dossier, *people: Person, **held: object) -> Dossier:
    """The dossier with these people and with what an officer recorded."""
    organisation = replace(dossier.organisation, people=(*dossier.organisation.people, *people))
    return replace(dossier, organisation=organisation, **held)  # type: ignore[arg-type]  # the tests name fields


def figures(dossier: Dossier, period: Period = YEAR, *, today: dt.date = AFTER) -> dict[str, Figure]:
    """The numbers by id, as somebody sees them on the day."""
    return {each.id: each for each in figures_of(judge(dossier, catalogue()), catalogue(), period, today=today)}


def paper(dossier: Dossier, of: OfficerReport, *, language: str = "nl", words: Library | None = None) -> Document:
    """The report on paper."""
    material = Material(dossier=dossier, catalogue=catalogue(), library=words or library())
    found = figures_of(judge(dossier, catalogue()), catalogue(), Period(of.begins_on, of.ends_on), today=AFTER)
    return compose_report(material, of, found, language=language)


def plan(dossier: Dossier, *, language: str = "nl", words: Library | None = None) -> Document:
    """The supervision plan on paper."""
    material = Material(dossier=dossier, catalogue=catalogue(), library=words or library())
    return compose_supervision(material, language=language)


def every_officer_paper(words: Library | None = None) -> Iterator[Document]:
    """Plan and report in both languages: empty and full, draft and adopted."""
    manners = tuple(
        replace(check(number, due_on=dt.date(2020, 1, number)), manner=each)
        for number, each in enumerate(SupervisionManner, start=1)
    )
    checks = (*manners, check(8, due_on=YEAR.ends_on, was_done=True), check(9, due_on=YEAR.ends_on, was_done=False))
    full = watched(
        DOSSIER,
        FEMKE,
        LOTTE,
        own_advices=(
            replace(advice(1), answered_by_id=FEMKE.id, answered_by="Femke", answered_at=GIVEN),
            *(advice(number) for number in range(2, 9)),
        ),
        supervision_checks=checks,
    )
    adopted = report(judgement="Beter.\n\nNog niet af.", advice="Ruim op.", adopted_by="Femke", adopted_at=GIVEN)
    for language in ("nl", "en"):
        for dossier in (EMPTY, full):
            yield plan(dossier, language=language, words=words)
            for each in (report(), adopted):
                yield paper(dossier, each, language=language, words=words)
