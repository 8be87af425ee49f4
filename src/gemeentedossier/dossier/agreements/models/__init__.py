from gemeentedossier.dossier.agreements.models.agreement import Agreement
from gemeentedossier.dossier.agreements.models.links import AgreementActivity, AgreementPurpose, AgreementSystem
from gemeentedossier.dossier.agreements.models.parts import (
    AgreedPoint,
    AgreementPart,
    AgreementParty,
    Deviation,
    DividedDuty,
    Instruction,
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
    "RoleAnswer",
    "RoleTest",
    "SubProcessor",
]
