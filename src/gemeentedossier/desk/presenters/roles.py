"""What roles are called."""

from django.utils.translation import gettext as _

from gemeentedossier.organisation.enums import ResponsibleRole, Role
from gemeentedossier.organisation.permissions import ROLE_WORDS


def role_name(role: Role) -> str:
    """What someone is for the municipality."""
    return str(ROLE_WORDS[role])


def responsible_name(role: ResponsibleRole) -> str:
    """Who answers for a criterion."""
    return {
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
    }[role]
