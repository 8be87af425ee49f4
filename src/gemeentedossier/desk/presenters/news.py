"""What came in lately, and what of all that was found comes first."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.findings import counts_of
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.addresses import reverse

NEWS = dt.timedelta(days=7)
"""How long a file that was taken over is news."""


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


def urgency(lots: Iterable[Lot]) -> str:
    """How much comes first, and how much after it; empty where nothing differs in weight."""
    counts = counts_of(lots)
    first, total = counts[Outcome.CONTRADICTS] + counts[Outcome.NOT_MET], sum(counts.values())
    if not first or first == total:
        return ""
    told = ngettext(
        "%(first)s of them contradicts or is not met: that comes first, then the other %(rest)s.",
        "%(first)s of them contradict or are not met: those come first, then the other %(rest)s.",
        first,
    )
    return told % {"first": counted(first), "rest": counted(total - first)}
