from gemeentedossier.dossier.agreements.models.agreement import Agreement
from gemeentedossier.dossier.agreements.models.leaflet import Leaflet
from gemeentedossier.dossier.agreements.models.links import AgreementActivity, AgreementPurpose, AgreementSystem
from gemeentedossier.dossier.agreements.models.parts import (
    AgreedPoint,
    AgreementPart,
    AgreementParty,
    Deviation,
    DividedDuty,
    Instruction,
    SharedClause,
    SubProcessor,
)
from gemeentedossier.dossier.agreements.models.role_test import RoleAnswer, RoleTest

__all__ = [
    "AgreedPoint",
    "Agreement",
    "AgreementActivity",
    "AgreementPart",
    "AgreementParty",
    "AgreementPurpose",
    "AgreementSystem",
    "Deviation",
    "DividedDuty",
    "Instruction",
    "Leaflet",
    "RoleAnswer",
    "RoleTest",
    "SharedClause",
    "SubProcessor",
]
