"""The report of an import: remarks of one kind together, with how many, the first places, and what to do."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.parts import Badge
from gemeentedossier.desk.presenters.exchange import severity_badge
from gemeentedossier.exchange.enums import Severity
from gemeentedossier.exchange.facts import Remark
from gemeentedossier.exchange.presenters import FIELDS, sentence_of

SHOWN = 3
LISTED = 200
ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One remark: where in the file, and what was done."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkGroup:
    """Remarks of one kind on one field: the first in sight, the others behind a fold."""

    badge: Badge
    field: str
    count: str
    first: tuple[Said, ...]
    others: tuple[Said, ...]
    more: str
    beyond: str
    """Said where more were made than the page can list; empty otherwise."""


def remark_groups(remarks: Sequence[Remark]) -> tuple[RemarkGroup, ...]:
    """The remarks per kind and field: what was lost first, of these the most frequent."""
    found: dict[tuple[str, str], list[Remark]] = defaultdict(list)
    for remark in remarks:
        found[remark.code, remark.field or ""].append(remark)
    groups = sorted(found.values(), key=lambda group: (ORDER.index(group[0].severity), -len(group)))
    return tuple(_group(group) for group in groups)


def _group(group: Sequence[Remark]) -> RemarkGroup:
    others, field = group[SHOWN:LISTED], group[0].field
    beyond = max(len(group) - LISTED, 0)
    more = (
        ngettext("Show the next place", "Show the next %(count)s places", len(others))
        if beyond
        else ngettext("Show %(count)s other place", "Show %(count)s other places", len(others))
    )
    count = ngettext("%(count)s place", "%(count)s places", len(group))
    return RemarkGroup(
        badge=severity_badge(group[0].severity),
        field=str(FIELDS[field]) if field else _("The file as a whole"),
        count=count % {"count": len(group)},
        first=tuple(map(_said, group[:SHOWN])),
        others=tuple(map(_said, others)),
        more=more % {"count": len(others)},
        beyond=_("And %(count)s more of this kind; all stand in the list of every place.") % {"count": beyond}
        if beyond
        else "",
    )


def _said(remark: Remark) -> Said:
    return Said(place=str(remark.place), sentence=sentence_of(remark))
