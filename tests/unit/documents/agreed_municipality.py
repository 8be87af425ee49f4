"""The invented municipality with an agreement of each kind: one where all is settled, one where nothing is."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.agreement import compose_agreement
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.documents.engine.composition.leaflet import compose_leaflet
from gemeentedossier.dossier.agreements.engine.points import points_of
from gemeentedossier.dossier.agreements.enums import (
    AgreementKind,
    Authorisation,
    Duty,
    EndChoice,
    Renewal,
    SubProcessorDecision,
)
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    Deviation,
    DividedDuty,
    Instruction,
    Leaflet,
    SharedClause,
    SubProcessor,
)
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.enums import PartyRole, TransferMechanism
from tests.unit.documents.composed_municipality import (
    CARE,
    CLOUD,
    DOSSIER,
    NEIGHBOUR,
    SUPPORT,
    SYSTEM,
    catalogue,
    library,
    number,
)

K = AgreementKind


def points(kind: AgreementKind, first: int, *, agreed: bool | None) -> tuple[AgreedPoint, ...]:
    return tuple(AgreedPoint(number(first + n), each, agreed) for n, each in enumerate(points_of(kind)))


def settled(kind: AgreementKind, key: int, name: str, role: PartyRole) -> Agreement:
    return Agreement(
        number(key),
        name,
        kind,
        subject="Het zaaksysteem beheren",
        signed_on=dt.date(2024, 1, 15),
        signed_by="Wethouder; directeur",
        starts_on=dt.date(2024, 2, 1),
        ends_on=dt.date(2027, 12, 31),
        notice_months=3,
        data_categories=("health", "contact"),
        subject_categories=("wmo-client",),
        activity_ids=(SUPPORT.id,),
        purpose_ids=(SUPPORT.purposes[0].id,),
        system_ids=(SYSTEM.id,),
        parties=(AgreementParty(number(key + 1), CLOUD.id, CLOUD.name, role),),
        points=points(kind, key + 100, agreed=True),
    )


HOSTING = dataclasses.replace(
    settled(K.PROCESSOR, 2000, "Zaaksysteem", PartyRole.PROCESSOR),
    points=(
        *(dataclasses.replace(each, text="op papier", place="artikel 4")
          for each in points(K.PROCESSOR, 2100, agreed=True)),
    ),
    uses_subprocessors=True,
    subprocessor_authorisation=Authorisation.GENERAL,
    objection_days=30,
    sub_processors=(
        SubProcessor(number(2300), CARE.id, "Rekenhal", None, "opslag", "NL", decision=SubProcessorDecision.AUTHORISED),
        SubProcessor(number(2301), NEIGHBOUR.id, "Nachtdienst", number(2300)),
        SubProcessor(number(2302), CARE.id, "Meeleesbureau", listed=False, seen_in="factuur"),
    ),
    breach_report_hours=24,
    breach_contact="datalek@veldwijk.example",
    countries=("NL", "US"),
    mechanism=TransferMechanism.ADEQUACY,
    renewal=Renewal.TACIT,
    end_choice=EndChoice.ERASE,
    instructions=(Instruction(number(2310), dt.date(2024, 3, 1), "geen testdata", number(1), "Wethouder"),),
)  # fmt: skip
SUPPLY = dataclasses.replace(
    settled(K.DATA_SUPPLY, 3000, "Verwijzingen", PartyRole.INDEPENDENT_CONTROLLER),
    renewal=Renewal.NONE,
    end_choice=EndChoice.RETURN,
    points=points(K.DATA_SUPPLY, 3100, agreed=False),
)
JOINT = dataclasses.replace(
    settled(K.JOINT_CONTROLLERS, 4000, "Wijkteam", PartyRole.JOINT_CONTROLLER),
    renewal=Renewal.BY_DECISION,
    duties=(
        DividedDuty(number(4200), Duty.INFORMATION, text="op de eigen pagina"),
        DividedDuty(number(4201), Duty.REQUESTS, CLOUD.id, CLOUD.name),
    ),
    essence="U kunt bij ons allebei terecht",
    expected_of_party="Op tijd melden",
)
COVENANT = dataclasses.replace(
    settled(K.COVENANT, 5000, "Zorg en veiligheid", PartyRole.INDEPENDENT_CONTROLLER),
    clauses=(SharedClause(number(5200), "3", "Doel", "Wij helpen gezinnen"), SharedClause(number(5201), "4")),
    deviations=(
        Deviation(number(5300), CLOUD.id, "3", "Wij helpen gezinnen", "Wij helpen kinderen", "eigen taak", CLOUD.name),
    ),
)
DRAFTS = (
    Agreement(number(6000), "Nieuw systeem", K.PROCESSOR, uses_subprocessors=False,
              subprocessor_authorisation=Authorisation.SPECIFIC,
              parties=(AgreementParty(number(6001), CLOUD.id, CLOUD.name),)),
    Agreement(number(6010), "Nog een systeem", K.PROCESSOR, subprocessor_authorisation=Authorisation.GENERAL),
    Agreement(number(6020), "Nieuw wijkteam", K.JOINT_CONTROLLERS),
)  # fmt: skip
OTHER_SYSTEM = System(number(6200), "Andere zaken")
ELSEWHERE = dataclasses.replace(DRAFTS[0], system_ids=(OTHER_SYSTEM.id,))
TOLD = Leaflet(
    number(6100), CLOUD.id, CLOUD.name, HOSTING.id, SYSTEM.id,
    used_for="Dossiers bijhouden.", which_data="Naam en hulpvraag.", of_whom="Inwoners.", where_processed="Nederland.",
    shared_with="Niemand.", kept_for="Vijftien jaar.", protection="Twee stappen.", contact="privacy@cloud.example",
    issued_on=dt.date(2024, 1, 1), valid_until=dt.date(2099, 1, 1),
)  # fmt: skip
LEAFLETS = (
    TOLD,
    dataclasses.replace(TOLD, id=number(6101), valid_until=dt.date(2024, 12, 31), kept_for="…"),
    dataclasses.replace(TOLD, id=number(6102), system_id=None, product="Nazorg"),
    dataclasses.replace(TOLD, id=number(6103), party_id=CARE.id, party_name=CARE.name),
    dataclasses.replace(TOLD, id=number(6104), agreement_id=ELSEWHERE.id),
    Leaflet(number(6105), CLOUD.id, CLOUD.name, product="Nazorg"),
)
AGREED = dataclasses.replace(
    DOSSIER,
    agreements=(HOSTING, SUPPLY, JOINT, COVENANT, ELSEWHERE, *DRAFTS[1:]),
    systems=(*DOSSIER.systems, OTHER_SYSTEM),
    leaflets=LEAFLETS,
)


def text_of(agreement: Agreement, *, language: str = "nl", words: Library | None = None) -> Document:
    material = Material(dossier=AGREED, catalogue=catalogue(), library=words or library())
    return compose_agreement(material, agreement, language=language)


def leaflet_text(leaflet: Leaflet, *, language: str = "nl", words: Library | None = None) -> Document:
    material = Material(dossier=AGREED, catalogue=catalogue(), library=words or library())
    return compose_leaflet(material, leaflet, language=language)


def every_text(words: Library | None = None) -> Iterator[Document]:
    for agreement in AGREED.agreements:
        for language in ("nl", "en"):
            yield text_of(agreement, language=language, words=words)
    for leaflet in LEAFLETS:
        for language in ("nl", "en"):
            yield leaflet_text(leaflet, language=language, words=words)
