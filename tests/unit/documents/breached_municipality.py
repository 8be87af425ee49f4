"""The invented municipality with its breaches: one that was handled, one told late, one barely known, an exercise."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.documents.engine.composition.papers import papers_in
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachType,
    DecisionKind,
    Harm,
    IncidentKind,
    Manner,
    MeasureKind,
    MunicipalRole,
)
from gemeentedossier.dossier.breaches.enums import NotificationKind as Kind
from gemeentedossier.dossier.breaches.facts import (
    BreachAdvice,
    BreachCommunication,
    BreachConcerned,
    BreachDecision,
    BreachJudgement,
    BreachMeasure,
    BreachMoments,
    BreachNature,
    BreachNotification,
    BreachReportLink,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment
from tests.unit.documents.composed_municipality import EMPTY, SUPPORT, catalogue, library, number
from tests.unit.documents.secured_municipality import SECURED

AWARE = dt.datetime(2026, 10, 2, 12, tzinfo=dt.UTC)
BOARD = Person(number(9000), "W. Houder", roles=(RoleAssignment(Role.EXECUTIVE),))
KINDS = tuple(each for each in PaperKind if each.value.startswith("breach-"))


def hours(count: int) -> dt.datetime:
    """So many hours after awareness."""
    return AWARE + dt.timedelta(hours=count)


def breach(key: int, name: str, *, notified_after: int | None = None, **more: object) -> PersonalDataBreach:
    sent: tuple[BreachNotification, ...] = ()
    if notified_after is not None:
        sent = (
            BreachNotification(id=number(key + 1), kind=Kind.FIRST, sent_at=hours(notified_after), sent_by_id=BOARD.id),
        )
    made = PersonalDataBreach(
        id=number(key), number=f"2026-{key}", title=name, reported_at=AWARE, notifications=sent,
        moments=BreachMoments(aware_at=AWARE),
    )  # fmt: skip
    return dataclasses.replace(made, **more)


HANDLED = breach(
    9100, "Besluit bij de buren", notified_after=72,
    moments=BreachMoments(began_at=AWARE, discovered_at=AWARE, internally_reported_at=hours(1), aware_at=AWARE),
    nature=BreachNature(kind=IncidentKind.WRONG_RECIPIENT, summary="Een brief lag bij de buren",
                        harms=(Harm.IDENTITY_FRAUD, Harm.FINANCIAL_LOSS, Harm.DANGER), consequences="Schaamte"),
    concerned=BreachConcerned(data_own=("postcode",), people_min=1, people_max=3),
    triage=BreachTriage(security_broken=True, personal_data=True, police_data=True),
    judgement=BreachJudgement(risk=BreachRisk.HIGH, risk_reason="Een bekende las het"),
    activity_ids=(SUPPORT.id,),
    decisions=(BreachDecision(id=number(9110), kind=DecisionKind.NOTIFY_AUTHORITY, is_yes=True, reason="Het is erg",
                              decided_by_id=BOARD.id, decided_by=BOARD.name, decided_at=hours(24)),
               BreachDecision(id=number(9111), kind=DecisionKind.INFORM_PEOPLE, is_yes=False, reason="Al bekend",
                              decided_by_id=BOARD.id, decided_by=BOARD.name, decided_at=hours(24))),
    messages=(BreachCommunication(id=number(9112), manner=Manner.LETTER, told_at=hours(48), sent_by_id=BOARD.id),),
    advices=(BreachAdvice(id=number(9113), text="Meld dit", given_by_id=number(1), given_at=hours(20), answer="Ja"),),
    measures=(BreachMeasure(id=number(9114), kind=MeasureKind.IMPROVEMENT, what="Samen nakijken", owner="Team",
                            done_on=dt.date(2026, 10, 5)),),
)  # fmt: skip
"""Notified within 72 hours to the minute, told, and mended."""
LATE = breach(
    9200, "Weer bij de buren", notified_after=73, activity_ids=(SUPPORT.id,),
    moments=BreachMoments(began_at=hours(500), aware_at=AWARE),
    nature=BreachNature(kind=IncidentKind.WRONG_RECIPIENT),
    triage=BreachTriage(security_broken=True, personal_data=True), concerned=BreachConcerned(under_sixteen=True),
    measures=(BreachMeasure(id=number(9214), kind=MeasureKind.REMEDY, what="Ophalen"),),
)  # fmt: skip
"""Notified an hour late, after an improvement that was called done; its measure is open."""
BARELY = breach(9300, "Iets met een laptop", moments=BreachMoments())
UNDECIDED = breach(
    9700, "Een lijst met namen", triage=BreachTriage(security_broken=True, personal_data=True),
    judgement=BreachJudgement(risk=BreachRisk.UNLIKELY, risk_reason="Alleen voornamen"),
)  # fmt: skip
"""The risk was weighed as unlikely, and nobody decided not to notify."""
FOR_ANOTHER = breach(
    9800, "Lijst van de buurgemeente",
    triage=BreachTriage(security_broken=True, personal_data=True, municipal_role=MunicipalRole.PROCESSOR,
                        types=(BreachType.CONFIDENTIALITY,), controller_name="Gemeente Verderop"),
    nature=BreachNature(kind=IncidentKind.PUBLISHED, summary="De lijst stond open", consequences="Schaamte"),
    concerned=BreachConcerned(data_own=("naam",), subjects_own=("inwoners",), people_min=2, people_max=2,
                              record_count=2),
    measures=(BreachMeasure(id=number(9814), kind=MeasureKind.REMEDY, what="Dichtgezet",
                            done_on=dt.date(2026, 10, 5)),),
)  # fmt: skip
"""The municipality processes for another, whom it tells."""
FOR_NOBODY_KNOWN = breach(9900, "Nog een lijst", triage=BreachTriage(municipal_role=MunicipalRole.PROCESSOR))
UNTOLD = breach(
    9850, "Een mail zonder uur", notified_after=-1, triage=BreachTriage(security_broken=True, personal_data=True),
)  # fmt: skip
"""Its notification stands before awareness, so nobody can tell whether it was in time."""
EXERCISE = breach(9400, "Oefening", is_exercise=True)
NO_BREACH = breach(9500, "Toch niets", triage=BreachTriage(security_broken=True, personal_data=False))
LINK = BreachReportLink(id=number(9600), made_by_id=BOARD.id, made_at=AWARE)
BREACHED = dataclasses.replace(
    SECURED,
    breaches=(HANDLED, LATE, BARELY, EXERCISE, NO_BREACH, UNDECIDED, FOR_ANOTHER, FOR_NOBODY_KNOWN, UNTOLD),
    report_links=(LINK,),
    organisation=dataclasses.replace(
        SECURED.organisation, people=(*SECURED.organisation.people, BOARD), contact_point="loket@veldwijk.example",
        data_protection_officer_contact="fg@veldwijk.example",
    ),
)  # fmt: skip
BARE_BREACH = dataclasses.replace(EMPTY, breaches=(BARELY,))
"""A municipality of which nothing is known but a breach."""


def papers_of(kind: PaperKind, *, language: str = "nl", words: Library | None = None) -> list[Document]:
    """The papers of a kind, of both municipalities, in the order of their breaches."""
    made = []
    for dossier in (BREACHED, BARE_BREACH):
        bare = dataclasses.replace(dossier.organisation, contact_point="", data_protection_officer_contact="")
        known = dossier if dossier is BREACHED else dataclasses.replace(dossier, organisation=bare)
        material = Material(dossier=known, catalogue=catalogue(), library=words or library())
        made += [each.composed(language=language) for each in papers_in(material, kind)]
    return made


def every_breach_paper(words: Library | None = None) -> Iterator[Document]:
    for kind in KINDS:
        for language in ("nl", "en"):
            yield from papers_of(kind, language=language, words=words)


__all__ = ["BREACHED", "HANDLED", "KINDS", "every_breach_paper", "papers_of"]
