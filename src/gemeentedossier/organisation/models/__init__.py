from gemeentedossier.organisation.models.account import Account
from gemeentedossier.organisation.models.controller import Controller
from gemeentedossier.organisation.models.person import Person, RoleAssignment
from gemeentedossier.organisation.models.profile import OrganisationProfile
from gemeentedossier.organisation.models.unit import Unit

__all__ = ["Account", "Controller", "OrganisationProfile", "Person", "RoleAssignment", "Unit"]
