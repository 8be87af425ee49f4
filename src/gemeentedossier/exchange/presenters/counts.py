"""How much was taken over, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.exchange.models import Import


def counted(kind: str, count: int) -> str:
    """So many records of one kind."""
    words = {
        ListKind.REGISTER: ngettext("%(count)s processing activity", "%(count)s processing activities", count),
        ListKind.SYSTEMS: ngettext("%(count)s system", "%(count)s systems", count),
        ListKind.PARTIES: ngettext("%(count)s party", "%(count)s parties", count),
        ListKind.SUB_PROCESSORS: ngettext("%(count)s sub-processor", "%(count)s sub-processors", count),
    }
    return words[ListKind(kind)] % {"count": count}


def taken_over(record: Import) -> str:
    """How many records are new, and of a list that holds known ones, how many of these were filled in."""
    new = counted(record.kind, record.activity_count)
    if record.kind == ListKind.REGISTER:
        return new
    told = {"new": new, "known": record.known_count, "changed": record.changed_count}
    return _("%(new)s new, %(known)s known already, %(changed)s of these filled in") % told
