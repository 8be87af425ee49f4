"""Who else has a record open, in a sentence."""

from collections.abc import Iterable

from django.urls import ResolverMatch
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.desk.actions.presence import Present
from gemeentedossier.desk.presenters.activity.sections import SECTIONS
from gemeentedossier.foundation.addresses import reverse

KINDS = ("agreement", "assessment", "breach", "request")
"""Records whose pages name them by ``key``."""


def present_sentence(others: Iterable[Present]) -> str:
    """Each of them with since when, and where they write; empty where nobody else is there."""
    return " ".join(_one(each) for each in others)


def presence_url(match: ResolverMatch | None, slug: str) -> str:
    """Where a page says that it is open; empty for a page of no such record."""
    if match is None:
        return ""
    if "activity_id" in match.kwargs:
        return reverse("desk:presence", args=[slug, "activity", match.kwargs["activity_id"]])
    kind = (match.url_name or "").partition("-")[0]
    if kind in KINDS and "key" in match.kwargs:
        return reverse("desk:presence", args=[slug, kind, match.kwargs["key"]])
    return ""


def _one(present: Present) -> str:
    section = SECTIONS.get(present.section)
    told = {"name": present.name, "time": date_format(localtime(present.since), "H:i")}
    if section and present.writes:
        told["section"] = str(section.title)
        return _("%(name)s is here too, since %(time)s, and is changing “%(section)s”.") % told
    if present.writes:
        return _("%(name)s is here too, since %(time)s, and is changing something.") % told
    if section:
        told["section"] = str(section.title)
        return _("%(name)s is here too, since %(time)s, and has “%(section)s” open.") % told
    return _("%(name)s is here too, since %(time)s.") % told
