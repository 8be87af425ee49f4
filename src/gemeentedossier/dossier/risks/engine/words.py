"""What the register's closed vocabularies are called in statements, in Dutch: these are kept as they were written."""

from collections.abc import Mapping

from gemeentedossier.dossier.register.enums import (
    Article6,
    DataSubjectRight,
    FurtherUseBasis,
    PartyRole,
    TransferMechanism,
)

ROLES: Mapping[PartyRole | None, str] = {
    PartyRole.PROCESSOR: "verwerker",
    PartyRole.JOINT_CONTROLLER: "gezamenlijk verwerkingsverantwoordelijke",
    PartyRole.INDEPENDENT_CONTROLLER: "zelfstandig verwerkingsverantwoordelijke",
    PartyRole.CLIENT: "opdrachtgever",
    None: "rol onbekend",
}
MECHANISMS: Mapping[TransferMechanism | None, str] = {
    TransferMechanism.ADEQUACY: "adequaatheidsbesluit",
    TransferMechanism.STANDARD_CLAUSES: "standaardbepalingen",
    TransferMechanism.BINDING_CORPORATE_RULES: "bindende bedrijfsvoorschriften",
    TransferMechanism.INSTRUMENT: "bindend instrument tussen overheden",
    TransferMechanism.CODE_OF_CONDUCT: "gedragscode",
    TransferMechanism.CERTIFICATE: "certificering",
    TransferMechanism.AD_HOC_CLAUSES: "eigen contractbepalingen",
    TransferMechanism.DEROGATION: "afwijking voor een bijzondere situatie",
    None: "geen doorgiftemechanisme",
}
BASES: Mapping[Article6, str] = {
    Article6.CONSENT: "toestemming",
    Article6.CONTRACT: "overeenkomst",
    Article6.LEGAL_OBLIGATION: "wettelijke plicht",
    Article6.VITAL_INTERESTS: "vitaal belang",
    Article6.PUBLIC_TASK: "publieke taak",
    Article6.LEGITIMATE_INTERESTS: "gerechtvaardigd belang",
}
RIGHTS: Mapping[DataSubjectRight, str] = {
    DataSubjectRight.ACCESS: "inzage",
    DataSubjectRight.RECTIFICATION: "rectificatie",
    DataSubjectRight.ERASURE: "wissen",
    DataSubjectRight.RESTRICTION: "beperken",
    DataSubjectRight.PORTABILITY: "overdragen",
    DataSubjectRight.OBJECTION: "bezwaar",
    DataSubjectRight.NO_AUTOMATED_DECISION: "geen geautomatiseerd besluit",
    DataSubjectRight.WITHDRAW_CONSENT: "toestemming intrekken",
}
FURTHER: Mapping[FurtherUseBasis | None, str] = {
    FurtherUseBasis.COMPATIBLE: "verenigbaar",
    FurtherUseBasis.CONSENT: "met toestemming",
    FurtherUseBasis.LAW: "toegestaan bij wet",
    None: "niet beoordeeld",
}
TECHNIQUES: Mapping[str, str] = {
    "automated_decision": "besluit zonder mens",
    "profiling_with_effect": "profilering met gevolgen",
    "algorithm": "algoritme met gevolgen voor mensen",
    "public_monitoring": "volgen van de openbare ruimte",
    "shared_systems": "systeem dat voor meer taken wordt gebruikt",
    "free_text": "vrije tekst of verslagen",
    "uses_base_registry": "basisregistratie",
    "cross_domain_sharing": "delen over beleidsterreinen heen",
}
NATURE: Mapping[str, str] = {
    "large_scale": "grootschalig",
    "vulnerable_subjects": "kwetsbare mensen",
    "children_under_16": "kinderen onder de 16",
    "guardianship": "mensen onder curatele, bewind of mentorschap",
    "personnel": "eigen personeel",
    "online_service_to_children": "onlinedienst voor kinderen",
    "blacklist_shared": "waarschuwingslijst gedeeld met anderen",
}
ANSWERS: Mapping[bool, str] = {True: "ja", False: "nee"}
