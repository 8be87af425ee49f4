"""What the officer of Duinrade advised unasked, and looks at this year and the next."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.dossier.governance.enums import AdviceAnswer, SupervisionManner
from gemeentedossier.dossier.governance.facts import OfficerReport, OwnAdvice, SupervisionCheck
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named

OFFICER = who.DATA_PROTECTION_OFFICER
MUNICIPALITY = "organisation"


def with_supervision(dossier: Dossier) -> Dossier:
    """The dossier with what the officer recorded."""
    return replace(
        dossier,
        own_advices=_own_advices(dossier.organisation.id),
        supervision_checks=SUPERVISION_CHECKS,
        officer_reports=OFFICER_REPORTS,
    )


def _own_advices(municipality_id: UUID) -> tuple[OwnAdvice, ...]:
    """One advice that was not followed, with why, and one that nobody answered."""
    return (
        OwnAdvice(
            named("own advice mailbox"),
            "Eén postbus voor vragen van inwoners",
            "Inwoners vinden drie adressen voor vragen over hun gegevens. Kies er één en zet die op elke brief.",
            MUNICIPALITY,
            municipality_id,
            OFFICER.id,
            dt.datetime(2026, 6, 3, 9, 15, tzinfo=dt.UTC),
            OFFICER.name,
            AdviceAnswer.NOT_FOLLOWED,
            "De wijkteams houden hun eigen adres, omdat inwoners hen kennen. De postbus staat wel op elke brief.",
            who.EXECUTIVE.id,
            who.EXECUTIVE.name,
            dt.datetime(2026, 6, 24, 13, 0, tzinfo=dt.UTC),
        ),
        OwnAdvice(
            named("own advice accounts"),
            "Accounts van wie vertrok",
            "Bij twee rondes stonden accounts van vertrokken collega’s nog open. Sluit een account op de laatste "
            "werkdag, en laat de leidinggevende dat bevestigen.",
            MUNICIPALITY,
            municipality_id,
            OFFICER.id,
            dt.datetime(2026, 9, 8, 10, 40, tzinfo=dt.UTC),
            OFFICER.name,
        ),
    )


SUPERVISION_CHECKS = (
    SupervisionCheck(
        named("check youth files"),
        "Inzage in jeugddossiers",
        "Gevoelige gegevens over kinderen, en veel mensen met toegang.",
        SupervisionManner.SAMPLE,
        dt.date(2026, 5, 29),
        was_done=True,
        outcome="Twee van de tien keer was er geen taak die bij de inzage hoort. Besproken met het wijkteam.",
        closed_by_id=OFFICER.id,
        closed_by=OFFICER.name,
        closed_on=dt.date(2026, 5, 27),
        revision=1,
    ),
    SupervisionCheck(
        named("check processors"),
        "Afspraken met verwerkers",
        "Bij drie verwerkers liep de afspraak dit jaar af.",
        SupervisionManner.DOCUMENTS,
        dt.date(2026, 10, 30),
    ),
    SupervisionCheck(
        named("check requests"),
        "Verzoeken om inzage",
        "Inwoners klagen dat een antwoord lang duurt.",
        SupervisionManner.INTERVIEW,
        dt.date(2026, 12, 11),
    ),
    SupervisionCheck(
        named("check debt relief"),
        "Schuldhulpverlening van intake tot afsluiting",
        "Veel gegevens van mensen in een kwetsbare positie.",
        SupervisionManner.AUDIT,
        dt.date(2027, 3, 26),
    ),
)
OFFICER_REPORTS = (
    OfficerReport(
        named("officer report 2026"),
        dt.date(2026, 1, 1),
        dt.date(2026, 12, 31),
        OFFICER.id,
        OFFICER.name,
        "Het register is dit jaar bijgewerkt. Bij de jeugd is nog te veel inzage zonder taak.",
        revision=2,
    ),
)
