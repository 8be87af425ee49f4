"""What roles are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from gemeentedossier.organisation.enums import ResponsibleRole, Role
from gemeentedossier.organisation.permissions import ROLE_WORDS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def role_name(role: Role) -> str:
    """What someone is for the municipality."""
    return str(ROLE_WORDS[role])


RESPONSIBLE: Mapping[ResponsibleRole, StrOrPromise] = {
    ResponsibleRole.EXECUTIVE: _("executive"),
    ResponsibleRole.MANAGEMENT: _("management"),
    ResponsibleRole.PROCESS_OWNER: _("process owner"),
    ResponsibleRole.DATA_PROTECTION_OFFICER: _("data protection officer"),
    ResponsibleRole.PRIVACY_OFFICER: _("privacy officer"),
    ResponsibleRole.CISO: _("ciso"),
    ResponsibleRole.PROCUREMENT: _("procurement"),
    ResponsibleRole.RECORDS_MANAGER: _("records manager"),
    ResponsibleRole.HUMAN_RESOURCES: _("human resources"),
    ResponsibleRole.LEGAL: _("legal affairs"),
    ResponsibleRole.COMMUNICATIONS: _("communications"),
    ResponsibleRole.ICT_OPERATIONS: _("ICT operations"),
}


def responsible_name(role: ResponsibleRole) -> str:
    """Who answers for a criterion."""
    return str(RESPONSIBLE[role])
