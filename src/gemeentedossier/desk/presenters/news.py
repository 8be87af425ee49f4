"""What came in lately, and what of all that was found comes first."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.finding_list import not_in_order
from gemeentedossier.desk.presenters.today import Scope
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.enums import CountedOutcome

NEWS = dt.timedelta(days=7)
"""How long a file that was taken over is news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency:
    """What comes first, leading to its cases, and what is told of the rest."""

    first: Link
    then: str


def latest_import(*, before: dt.datetime) -> Import | None:
    """The last file that was taken over in the week before a moment and stayed."""
    recent = Import.objects.filter(imported_at__range=(before - NEWS, before))
    return recent.exclude(undone_at__lte=before).first()


def arrived(record: Import | None, slug: str) -> Link | None:
    """What was taken over, leading to its report; None where nothing was."""
    if record is None:
        return None
    told = ngettext(
        "%(count)s record was taken over from “%(name)s”: read the report",
        "%(count)s records were taken over from “%(name)s”: read the report",
        record.activity_count,
    ) % {"count": record.activity_count, "name": record.file_name}
    return Link(label=told, url=reverse("desk:import-report", args=[slug, record.id]))


def urgency(lots: Iterable[Lot], scope: Scope, slug: str) -> Urgency | None:
    """How much of what is to be done is not in order, and how much nobody recorded; None where nothing differs."""
    todo = tuple(lots)
    first, total = not_in_order(todo), sum(each.count for each in todo)
    if not first or first == total:
        return None
    told = ngettext("%(first)s of them is not in order.", "%(first)s of them are not in order.", first)
    then = ngettext(
        "That comes first; of the other one nobody recorded how it is.",
        "That comes first; of the other %(rest)s nobody recorded how it is.",
        total - first,
    )
    return Urgency(
        first=Link(
            label=told % {"first": counted(first)}, url=scope.findings_url(slug, counted=CountedOutcome.NOT_MET.value)
        ),
        then=then % {"rest": counted(total - first)},
    )
