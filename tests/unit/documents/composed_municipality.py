"""An invented municipality with good and bad records, rich enough for every chapter of the documents."""

import datetime as dt
from functools import cache
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material, compose
from gemeentedossier.documents.engine.composition.clauses import Library, load_library
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.facts import ContestedMatter, Interpretation, Position, Reliance
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
    CriminalDataGround,
    DataSubjectRight,
    FurtherUseBasis,
    PartyRole,
    ProcessingState,
    RecordState,
    RetentionSource,
    SpecialCategoryGround,
    TransferMechanism,
)
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    Characteristics,
    DataSource,
    DataUse,
    FurtherUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
    Transfer,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Controller, Organisation

MOMENT = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


def number(value: int) -> UUID:
    return UUID(int=value)


COLLEGE = Controller(
    number(1), ControllerKind.COLLEGE, "College van burgemeester en wethouders", "college@veldwijk.example"
)
MAYOR = Controller(number(2), ControllerKind.BURGEMEESTER, "Burgemeester")
CARE = Party(number(3), "Zorggroep De Linde", "NL", is_care_provider=True)
CLOUD = Party(number(4), "Wolkenhuis B.V.", "NL")
NEIGHBOUR = Party(number(5), "Gemeente Oosterveld", "NL")
SYSTEM = System(number(6), "Zaaksysteem Sociaal", CLOUD.id)
ACCESS = Measure(number(7), "Toegang per rol", "Alleen wie de zaak behandelt, ziet het dossier.")
LOGGING = Measure(number(8), "Logging van inzage")

SUPPORT = Activity(
    id=number(100),
    name="Maatwerkvoorzieningen Wmo",
    reference="SD-01",
    description="Onderzoek naar hulp en het toekennen van voorzieningen.",
    policy_domain="social_support",
    sector_law="wmo-2015",
    role=ActivityRole.CONTROLLER,
    record_state=RecordState.PUBLISHED,
    processing_state=ProcessingState.IN_USE,
    version=2,
    last_confirmed_on=dt.date(2026, 9, 1),
    last_destruction_on=dt.date(2026, 1, 15),
    rights_offered=(DataSubjectRight.ACCESS, DataSubjectRight.RECTIFICATION, DataSubjectRight.OBJECTION),
    unit="Team Wmo",
    owner="Teamleider Wmo",
    controller_ids=(COLLEGE.id,),
    controllers=(COLLEGE.name,),
    system_ids=(SYSTEM.id,),
    measure_ids=(ACCESS.id, LOGGING.id),
    purposes=(
        Purpose(
            number(101),
            1,
            "vaststellen welke ondersteuning een inwoner nodig heeft",
            (
                LegalBasis(
                    number(102),
                    Article6.PUBLIC_TASK,
                    "wmo-5.1.1-1",
                    necessity="Zonder deze gegevens kan de gemeente de hulpvraag niet beoordelen",
                    proportionality="Alleen wat nodig is voor de vraag wordt gevraagd",
                    subsidiarity="Een eigen verklaring van de inwoner bleek te weinig",
                    rejected_alternative="Beoordelen zonder medisch advies",
                ),
            ),
        ),
    ),
    data_uses=(
        DataUse(
            number(103), 1, ("wmo-client",), data_categories=("name-and-address", "contact"),
            necessity="Om contact te houden",
        ),
        DataUse(
            number(104), 2, ("wmo-client", "partner"), data_categories=("health", "bsn"),
            special_ground=SpecialCategoryGround.HEALTH_OR_SOCIAL_CARE, special_provision_id="wmo-5.1.1-1",
            special_reasoning="De beperking bepaalt welke hulp past",
            bsn_provision_id="wmo-5.2.9-1-8", bsn_reasoning="Om personen niet te verwisselen",
        ),
    ),
    sources=(DataSource(number(105), from_data_subject=True), DataSource(number(106), text="huisarts")),
    recipients=(Recipient(number(107), category="wmo-provider", reason="De aanbieder voert de voorziening uit"),),
    retention=(
        RetentionPeriod(
            number(108), "het hele dossier", "statute-wmo-municipality-and-providers", "P15Y",
            trigger="last_change_of_data", source=RetentionSource.STATUTE,
        ),
    ),
    parties=(
        PartyRelation(number(109), CLOUD.id, CLOUD.name, "NL", False, PartyRole.PROCESSOR, "Beheert het zaaksysteem",
                      True, "contract 2024-118"),
        PartyRelation(number(110), CARE.id, CARE.name, "NL", True, PartyRole.PROCESSOR),
    ),
    characteristics=Characteristics(
        vulnerable_subjects=True, information_given=True, transfer_outside_eea=False, automated_decision=False,
        further_use=False, algorithm=False,
    ),
    account=Accountability(
        fairness="Inwoners mogen altijd iemand meenemen naar het gesprek",
        minimisation="De consulent vraagt per leefgebied alleen wat bij de hulpvraag hoort",
        accuracy="Het verslag gaat eerst naar de inwoner",
        information_method="een folder bij het eerste gesprek",
        information_moment="bij de melding",
        security="Toegang per rol en controle op inzage",
    ),
)  # fmt: skip
YOUTH = Activity(
    id=number(200),
    name="Toegang tot jeugdhulp",
    policy_domain="youth",
    sector_law="jeugdwet",
    role=ActivityRole.CONTROLLER,
    record_state=RecordState.ADOPTED,
    processing_state=ProcessingState.IN_USE,
    version=1,
    controller_ids=(COLLEGE.id,),
    controllers=(COLLEGE.name,),
    owner="Teamleider Jeugd",
    purposes=(
        Purpose(number(201), 1, "beoordelen of een kind jeugdhulp nodig heeft",
                (LegalBasis(number(202), Article6.CONSENT, provision_text="convenant jeugd 2019"),)),
        Purpose(number(203), 2, "optimaliseren van de dienstverlening"),
    ),
    data_uses=(DataUse(number(204), 1, ("young-person", "parent"), data_categories=("health", "criminal")),),
    recipients=(Recipient(number(205), text="scholen e.d."),),
    retention=(RetentionPeriod(number(206), text="na beëindiging zaak"),),
    characteristics=Characteristics(children_under_16=True, automated_decision=True, algorithm=True, further_use=True),
    account=Accountability(automated_decision_safeguards="een jeugdconsulent kijkt elk besluit na"),
)  # fmt: skip
BENEFITS = Activity(
    id=number(300),
    name="Bijstandsuitkeringen",
    policy_domain="income",
    role=ActivityRole.CONTROLLER,
    record_state=RecordState.UNDER_REVIEW,
    version=1,
    controller_ids=(COLLEGE.id,),
    controllers=(COLLEGE.name,),
    purposes=(Purpose(number(301), 1, "recht op bijstand vaststellen",
                      (LegalBasis(number(302), Article6.LEGAL_OBLIGATION, "pw-53a-1-6"), LegalBasis(number(303)))),),
    data_uses=(DataUse(number(304), 1, ("benefit-recipient",), data_categories=("bsn", "financial")),),
    retention=(RetentionPeriod(number(305), period="P10Y", source=RetentionSource.SELECTIELIJST),),
    transfers=(
        Transfer(number(306), "helpdesk van de leverancier", "US", TransferMechanism.STANDARD_CLAUSES, "versie 2021"),
        Transfer(number(307), "back-up", "IN"),
    ),
    further_uses=(
        FurtherUse(number(308), "onderzoek naar armoede in de wijk", FurtherUseBasis.COMPATIBLE),
        FurtherUse(number(309), "controle op adresfraude", FurtherUseBasis.LAW, conclusion="past bij het doel"),
        FurtherUse(number(310), "nieuwsbrief"),
    ),
    characteristics=Characteristics(information_waived=True, transfer_outside_eea=True),
)  # fmt: skip
DEBTS = Activity(
    id=number(400),
    name="Schuldhulpverlening",
    policy_domain="debts",
    role=ActivityRole.JOINT_CONTROLLER,
    parties=(PartyRelation(number(401), NEIGHBOUR.id, NEIGHBOUR.name, "NL", False, PartyRole.JOINT_CONTROLLER),),
    characteristics=Characteristics(information_given=False, transfer_outside_eea=True, further_use=True),
)
WATCH = Activity(
    id=number(500),
    name="Gebiedsverboden",
    policy_domain="safety",
    role=ActivityRole.CONTROLLER,
    record_state=RecordState.PUBLISHED,
    processing_state=ProcessingState.PLANNED,
    version=3,
    controller_ids=(MAYOR.id,),
    controllers=(MAYOR.name,),
    purposes=(Purpose(number(501), 1, "overlast in de openbare ruimte beëindigen"),),
    data_uses=(
        DataUse(number(502), 1, subject_categories_own=("overlastgevers",), data_categories=("criminal",),
                data_categories_own=("politiemutaties",), criminal_ground=CriminalDataGround.UAVG_33_1_A),
    ),
    retention=(RetentionPeriod(number(503), permanent=True),),
    rights_offered=(),
)  # fmt: skip
PAYROLL = Activity(
    id=number(600),
    name="Salarisadministratie voor Oosterveld",
    policy_domain="support",
    role=ActivityRole.PROCESSOR,
    record_state=RecordState.ADOPTED,
    processing_state=ProcessingState.IN_USE,
    version=1,
    parties=(PartyRelation(number(601), NEIGHBOUR.id, NEIGHBOUR.name, "NL", False, PartyRole.CLIENT),),
)
OLD = Activity(
    id=number(700), name="Peuterspeelzaal", policy_domain="eigen domein", processing_state=ProcessingState.ENDED,
    account=Accountability(joint_arrangement="brief uit 2012"), role=ActivityRole.JOINT_CONTROLLER,
)  # fmt: skip
BARE = Activity(id=number(800), name="Meldingen openbare ruimte")
REPLACED = Activity(id=number(900), name="Wvg", record_state=RecordState.REPLACED, version=1)

ORGANISATION = Organisation(
    id=number(9),
    slug="veldwijk",
    name="Veldwijk",
    is_example=True,
    is_public_authority=True,
    acts_as_processor=True,
    data_protection_officer_designated=True,
    contact_point="privacy@veldwijk.example",
    rights_page="https://www.veldwijk.example/privacy",
    controllers=(COLLEGE, MAYOR),
)


def _reading(key: int, norm: str, words: str, decided_on: dt.date, **more: dt.date) -> Interpretation:
    return Interpretation(number(key), norm, words, "Zo adviseerde de FG", number(20), "B. de Boer", decided_on, **more)


def _rests(key: int, on: Activity, *, reading: int | None = None, position: int | None = None) -> Reliance:
    keys = {"interpretation_id": reading and number(reading), "position_id": position and number(position)}
    return Reliance(number(key), "activity", on.id, number(20), "B. de Boer", MOMENT, note="Wij gaan door", **keys)


READINGS = (
    _reading(31, "large-scale", "Meer dan 5.000 mensen", dt.date(2024, 5, 14), review_on=dt.date(2026, 5, 14)),
    _reading(32, "large-scale", "Meer dan 1.000 mensen", dt.date(2026, 4, 21), review_on=dt.date(2027, 4, 21)),
    _reading(33, "reasonable-period", "Binnen een maand", dt.date(2023, 3, 7), ended_on=dt.date(2026, 6, 30)),
    _reading(34, "necessity", "Het kan niet zonder", dt.date(2024, 10, 1)),
)
MATTER = ContestedMatter(
    number(35),
    "Tellingen op straat",
    "Zijn tellingen van telefoons persoonsgegevens?",
    (
        Position(number(36), PositionHolder.OWN_COUNSEL, "Nee", "memo 2025-4", dt.date(2025, 3, 3)),
        Position(
            number(37), PositionHolder.OFFICER, "Ja", "advies 2026-2", dt.date(2026, 2, 2),
            recorded_by_id=number(20), recorded_by="B. de Boer", recorded_at=MOMENT + dt.timedelta(minutes=1),
        ),
    ),
)  # fmt: skip
RELIANCES = (
    _rests(41, SUPPORT, reading=31),
    _rests(42, YOUTH, reading=33),
    _rests(43, WATCH, position=36),
)
DOSSIER = Dossier(
    organisation=ORGANISATION,
    moment=MOMENT,
    ledger_number=None,
    parties=(NEIGHBOUR, CLOUD, CARE),
    systems=(SYSTEM,),
    measures=(LOGGING, ACCESS),
    activities=(SUPPORT, YOUTH, BENEFITS, DEBTS, WATCH, PAYROLL, OLD, BARE, REPLACED),
    interpretations=READINGS,
    matters=(MATTER,),
    reliances=RELIANCES,
)
EMPTY = Dossier(Organisation(number(9), "leeg", "Leeg"), MOMENT, systems=(SYSTEM,), measures=(LOGGING, ACCESS))


def catalogue() -> Catalogue:
    return latest_catalogue()


@cache
def library() -> Library:
    return load_library()


def composed(kind: DocumentKind, dossier: Dossier = DOSSIER, *, language: str = "nl") -> Document:
    material = Material(
        dossier=dossier, catalogue=catalogue(), library=library(), assessment=assess(dossier, catalogue())
    )
    return compose(kind, material, language=language)
