"""How much was taken over, in words."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from gemeentedossier.exchange.actions.stayed import Stayed
from gemeentedossier.exchange.enums import ListKind, StayedBecause
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


BECAUSE: Mapping[StayedBecause, Promise] = {
    StayedBecause.EDITED: pgettext_lazy("record that stayed", "was changed since"),
    StayedBecause.SPOKEN_OF: pgettext_lazy(
        "record that stayed", "somebody answered for it, or decided something on it"
    ),
    StayedBecause.NAMED: pgettext_lazy("record that stayed", "is named elsewhere in the dossier"),
}
NAMES_TOLD = 20
"""Names that one sentence still bears."""


def stayed_sentence(stayed: Sequence[Stayed]) -> str:
    """What stayed of an import that was undone and why, by name; empty where nothing did."""
    if not stayed:
        return ""
    names = "; ".join(f"{each.name} ({BECAUSE[each.why]})" for each in stayed[:NAMES_TOLD])
    more = len(stayed) - NAMES_TOLD
    if more > 0:
        names = _("%(names)s; and %(count)s more") % {"names": names, "count": more}
    return _("Still there: %(names)s.") % {"names": names}


def taken_over(record: Import) -> str:
    """How many records are new, and of a list that holds known ones, how many of these were filled in."""
    new = counted(record.kind, record.activity_count)
    if record.kind == ListKind.REGISTER:
        return new
    told = {"new": new, "known": record.known_count, "changed": record.changed_count}
    return _("%(new)s new, %(known)s known already, %(changed)s of these filled in") % told
