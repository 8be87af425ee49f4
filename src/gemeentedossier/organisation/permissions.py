"""The one table of permissions: which roles may do what. ``room.verb_noun`` on the left, roles on the right.

A role holds on a day (``RoleAssignment.holds_on``); a role that ended yesterday permits nothing today. The
administrator arranges people and sees no content. FG and PO are different people in one matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

READERS = frozenset(
    {
        Role.DATA_PROTECTION_OFFICER,
        Role.PRIVACY_OFFICER,
        Role.CISO,
        Role.PROCESS_OWNER,
        Role.EXECUTIVE,
        Role.AUDITOR,
    }
)
EDITORS = frozenset({Role.PRIVACY_OFFICER, Role.PROCESS_OWNER})

PERMISSIONS: Mapping[str, frozenset[Role]] = {
    "desk.view_home": READERS,
    "register.view_activity": READERS,
    "register.create_activity": EDITORS,
    "register.edit_activity": EDITORS,
    "register.confirm_activity": EDITORS,
    "register.submit_activity": EDITORS,
    "register.adopt_activity": frozenset({Role.EXECUTIVE}),
    "register.publish_activity": frozenset({Role.PRIVACY_OFFICER}),
    "register.delete_activity": frozenset({Role.PRIVACY_OFFICER}),
    "evidence.attest_criterion": EDITORS | {Role.CISO},
    "exchange.import_register": frozenset({Role.PRIVACY_OFFICER}),
    "exchange.export_dossier": frozenset({Role.PRIVACY_OFFICER, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR}),
    "assessment.view_findings": READERS,
    "documents.view_document": READERS,
    "ledger.view_ledger": frozenset({Role.DATA_PROTECTION_OFFICER, Role.PRIVACY_OFFICER, Role.AUDITOR}),
    "organisation.manage_people": frozenset({Role.ADMINISTRATOR}),
}

ROLE_WORDS: Mapping[Role, StrOrPromise] = {
    Role.DATA_PROTECTION_OFFICER: pgettext_lazy("role", "data protection officer"),
    Role.PRIVACY_OFFICER: pgettext_lazy("role", "privacy officer"),
    Role.CISO: pgettext_lazy("role", "CISO"),
    Role.PROCESS_OWNER: pgettext_lazy("role", "process owner"),
    Role.EXECUTIVE: pgettext_lazy("role", "executive"),
    Role.COUNCIL_MEMBER: pgettext_lazy("role", "council member"),
    Role.AUDITOR: pgettext_lazy("role", "auditor"),
    Role.PROVIDER: pgettext_lazy("role", "provider"),
    Role.ADMINISTRATOR: pgettext_lazy("role", "administrator"),
}
"""What each role is called in a sentence."""

PROGRAM = frozenset(Role)
"""The roles of the program itself, when a command of the installation's owner acts."""


def can(actor: Actor, permission: str) -> bool:
    """Whether one of the actor's roles carries the permission."""
    return not PERMISSIONS[permission].isdisjoint(actor.roles)


def check_permitted(actor: Actor, permission: str) -> None:
    """Raises NotPermitted with the roles that may."""
    if not can(actor, permission):
        roles = ", ".join(sorted(str(ROLE_WORDS[role]) for role in PERMISSIONS[permission]))
        raise NotPermitted(_("Your roles do not allow this. It can be done by: %(roles)s.") % {"roles": roles})
