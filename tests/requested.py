"""A request and a consent of which every field is filled in; for tests of what is kept."""

import datetime as dt
from uuid import UUID

from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    Channel,
    ClosedAs,
    ConsentBy,
    ConsentForm,
    ConsentKind,
    ExtensionGround,
    IdentityMethod,
    LineKind,
    RepresentationProof,
    RequestQuestion,
    SuspensionGround,
)
from gemeentedossier.dossier.requests.facts import (
    Consent,
    DataSubjectRequest,
    DecisionPart,
    QuestionAnswer,
    RequestAdvice,
    SearchLine,
    Suspension,
)
from gemeentedossier.organisation.facts import Person

MOMENT = dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.UTC)
DAY, LATER = dt.date(2026, 10, 5), dt.date(2026, 11, 5)


def key(number: int) -> UUID:
    """The key of an invented record."""
    return UUID(int=(0xD << 124) + number)


def a_whole_request(activity: Activity, person: Person, *, target_id: UUID) -> DataSubjectRequest:
    """A request that went all the way."""
    return DataSubjectRequest(
        key(1), "2026-0001", DataSubjectRight.RECTIFICATION, DAY, Channel.LETTER, AskedBy.REPRESENTATIVE, "0f" * 10,
        "Een verkeerde geboortedatum.", 14, True, RepresentationProof.COURT_ORDER, IdentityMethod.SHOWN_AT_DESK, DAY,
        DAY, person.id, person.name, (activity.id,),
        (Suspension(key(2), SuspensionGround.CLARIFICATION, DAY, "Welke datum bedoelt u?", LATER),),
        ExtensionGround.COMPLEXITY, "Vier systemen.", 2, LATER,
        (
            SearchLine(
                key(3), LineKind.RECIPIENT, target_id, "Het Baken", person.id, person.name, DAY, True, LATER,
                "Op papier.", True, LATER, "Eén kopie is niet te achterhalen.",
            ),
        ),
        (QuestionAnswer(key(4), RequestQuestion.ACCURACY_ASSESSED, True, "Nagekeken."),),
        (
            DecisionPart(
                key(5), "Het verslag van mei.", True, "Het gaat over een ander.", "uavg-41", "i", "UAVG 41", True
            ),
        ),
        (
            RequestAdvice(
                key(7), "Geef de rest.", person.id, MOMENT, person.name, "Overgenomen.", person.id, person.name, MOMENT
            ),
        ),
        person.id, person.name, MOMENT, "De datum klopt niet.", LATER, "Ziekte.", LATER, LATER,
        "Ongegrond.", LATER, ClosedAs.ANSWERED, LATER, "Klaar.", 7,
    )  # fmt: skip


def a_whole_consent(activity: Activity, person: Person) -> Consent:
    """A consent that was taken back."""
    return Consent(
        key(6), ConsentKind.SECRECY, activity.id, "Overleg met school.", DAY, ConsentForm.ORAL, ConsentBy.SELF,
        "1e" * 10, activity.purposes[0].id, "Niet met de leerplichtambtenaar.", "versie 3", 15, person.id, person.name,
        LATER, ConsentBy.REPRESENTATIVE, ConsentForm.WRITTEN, "Het overleg stopt.", True, True, 2,
    )  # fmt: skip
