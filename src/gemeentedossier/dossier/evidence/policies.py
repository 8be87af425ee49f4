"""When evidence may be looked after by somebody. Each refusal is a sentence."""

from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused


def check_can_own(*, is_known: bool, has_role: bool) -> None:
    """Raises Refused for whom nobody knows here, and for who has no role here any more: they see no reminder."""
    if not is_known:
        raise Refused(_("That person is not known here. Choose an owner from the list."))
    if not has_role:
        raise Refused(_("That person has no role here today, so nobody would look after it. Choose somebody else."))
