from gemeentedossier.organisation.models.account import Account
from gemeentedossier.organisation.models.controller import Controller
from gemeentedossier.organisation.models.person import Person, RoleAssignment
from gemeentedossier.organisation.models.profile import OrganisationProfile
from gemeentedossier.organisation.models.unit import Unit
from gemeentedossier.organisation.models.ways_in import AuthenticatorApp, Identity, KeptCode, Passkey

__all__ = [
    "Account",
    "AuthenticatorApp",
    "Controller",
    "Identity",
    "KeptCode",
    "OrganisationProfile",
    "Passkey",
    "Person",
    "RoleAssignment",
    "Unit",
]
