"""Letters about requests of an invented municipality, each sentence of the library in one of them."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.documents.engine.composition.letter import Requester, compose_letter
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.dossier.register.enums import DataSubjectRight, PartyRole
from gemeentedossier.dossier.register.facts import DataSource, PartyRelation
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    Channel,
    ExtensionGround,
    LineKind,
    RequestQuestion,
    SuspensionGround,
)
from gemeentedossier.dossier.requests.facts import (
    DataSubjectRequest,
    DecisionPart,
    QuestionAnswer,
    SearchLine,
    Suspension,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.documents.composed_municipality import BARE, BENEFITS, CLOUD, DOSSIER, YOUTH, catalogue, library, number

RECEIVED = dt.date(2026, 11, 2)
TOLD_OF = dataclasses.replace(
    YOUTH,
    id=number(7100),
    sources=(DataSource(number(7101), from_data_subject=True, text="de huisarts"),),
    parties=(PartyRelation(number(7102), CLOUD.id, CLOUD.name, role=PartyRole.PROCESSOR),),
    characteristics=dataclasses.replace(YOUTH.characteristics, automated_decision=False, transfer_outside_eea=False),
)
"""All that an answer on access must tell is recorded."""
YES = tuple(
    QuestionAnswer(number(7110 + at), each, answer=True)
    for at, each in enumerate((RequestQuestion.COPY_GIVEN, RequestQuestion.ANSWER_COMPLETE))
)
ASKED = DataSubjectRequest(
    number(7000), "2026-0042", DataSubjectRight.ACCESS, RECEIVED, Channel.LETTER, activity_ids=(TOLD_OF.id,)
)
SCHOOL = SearchLine(
    number(7001), LineKind.RECIPIENT, number(7002), "De school", found=True, named_in_answer=True, told_on=RECEIVED
)
DECIDED = dataclasses.replace(
    ASKED,
    lines=(SCHOOL,),
    parts=(
        DecisionPart(number(7003), "De verslagen.", granted=True),
        DecisionPart(
            number(7004), "De werkaantekeningen.", granted=False, reason="Daarin staan anderen.", refusal="uavg-41",
            point="i", provision="artikel 41 UAVG",
        ),
    ),
    decided_by="Els de Wethouder",
    decided_by_id=number(7005),
    decided_at=dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC),
    decided_because="Gewogen per stuk tekst.",
    answers=YES[:1],
)  # fmt: skip
WAITING = dataclasses.replace(
    ASKED,
    asked_by=AskedBy.REPRESENTATIVE,
    extension_ground=ExtensionGround.COMPLEXITY,
    extension_reason="Zes systemen.",
    extension_months=2,
    extension_told_on=RECEIVED,
    suspensions=(Suspension(number(7006), SuspensionGround.IDENTITY, RECEIVED, "Wie bent u?"),),
)
TOLD_LATE = dataclasses.replace(
    WAITING, received_on=dt.date(2026, 9, 1), extension_told_on=dt.date(2026, 11, 2), suspensions=()
)
NOT_EVERYWHERE = dataclasses.replace(DECIDED, lines=(dataclasses.replace(SCHOOL, found=None),))
TOO_EARLY = dataclasses.replace(ASKED, received_on=dt.date(2018, 5, 1))
OF_NOBODY = dataclasses.replace(DECIDED, activity_ids=())
OF_YOUTH = dataclasses.replace(DECIDED, activity_ids=(YOUTH.id,))
NOTHING_KNOWN = dataclasses.replace(
    DECIDED, activity_ids=(BARE.id, BENEFITS.id), asked_by=AskedBy.REPRESENTATIVE, answers=()
)
MORE = (OF_NOBODY, OF_YOUTH, NOTHING_KNOWN, NOT_EVERYWHERE, TOO_EARLY)
WHO: Requester = {"name": "W. Voorbeeld", "address": "Dorpsstraat 1\n1234 AB Elders", "words": "Niet in de brief."}


def letter(
    request: DataSubjectRequest,
    kind: LetterKind,
    *,
    requester: Requester | None = None,
    contact: bool = True,
    language: str = "nl",
    words: Library | None = None,
) -> Document:
    dossier: Dossier = dataclasses.replace(
        DOSSIER,
        activities=(*DOSSIER.activities, TOLD_OF),
        requests=(request,),
        organisation=dataclasses.replace(
            DOSSIER.organisation,
            data_protection_officer_contact="fg@elders.example",
            contact_point="Gemeente Elders, Plein 1, Elders" if contact else None,
        ),
    )
    material = Material(dossier=dossier, catalogue=catalogue(), library=words or library())
    return compose_letter(material, request, kind, requester=requester, language=language)


def every_letter(words: Library | None = None) -> Iterator[Document]:
    rights = (DataSubjectRight.RECTIFICATION, DataSubjectRight.ERASURE, DataSubjectRight.RESTRICTION)
    changed = [dataclasses.replace(each, right=right) for right in rights for each in (DECIDED, ASKED)]
    for language in ("nl", "en"):
        for request in (ASKED, WAITING, TOLD_LATE, DECIDED, *MORE, *changed):
            for kind in LetterKind:
                for who in (None, {}, {"name": "De school"}):
                    yield letter(request, kind, requester=who, contact=who is not None, language=language, words=words)
