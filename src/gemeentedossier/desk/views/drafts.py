"""Drafts of forms: a form keeps what is typed by itself, and offers it again to the same person."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.desk.actions.drafts import (
    KEEP,
    KEPT_FOR,
    Fields,
    Labels,
    drafts_of,
    keep_draft,
    take_back,
    throw_away,
    thrown_away_by,
)
from gemeentedossier.desk.presenters.drafts import draft_shown, moment_of
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.queries import names_of_pages
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.foundation.errors import Refused

MOST_FORMS = 50
"""Forms of one page that are asked for at once."""
LONGEST_PAGE, LONGEST_LABEL = 400, 120


@staff(KEEP, writes_dossier=False)
def drafts(visit: Visit) -> HttpResponse:
    """What this person typed and did not save yet, with the way to each form."""
    slug = visit.municipality.slug
    found, thrown = drafts_of(visit.actor), thrown_away_by(visit.actor)
    names = names_of_pages(each.page for each in (*found, *thrown))
    shown = {
        "frame": frame_for(visit, place=""),
        "title": _("Not saved yet"),
        "days": KEPT_FOR.days,
        "drafts": [draft_shown(each, slug, name=names.get(each.page, "")) for each in found],
        "thrown": [draft_shown(each, slug, name=names.get(each.page, ""), thrown=True) for each in thrown],
    }
    return render(visit.request, "desk/drafts.html", shown)


@staff(KEEP, writes_dossier=False)
def found(visit: Visit) -> HttpResponse:
    """What was kept of the forms on a page, for the script that fills them."""
    forms = tuple(visit.request.GET.getlist("form")[:MOST_FORMS])
    kept = drafts_of(visit.actor, forms=forms)
    told = [
        {
            "key": each.id,
            "form": each.form,
            "writing": each.writing,
            "at": moment_of(each),
            "fields": each.fields,
            "recorded": each.recorded,
        }
        for each in kept
    ]
    return JsonResponse({"drafts": told})


@staff(KEEP, writes_dossier=False)
def keep(visit: Visit) -> HttpResponse:
    """Keep what stands in a form; only asked by POST. Answers when, or why not."""
    if visit.request.method != "POST":
        raise Http404
    said = visit.request.POST
    page, form, slug = said.get("page", ""), said.get("form", ""), visit.municipality.slug
    if len(page) > LONGEST_PAGE or not page.startswith(f"/{slug}/desk/") or not form.startswith("/"):
        return JsonResponse({"refused": _("This page keeps no drafts.")})
    try:
        fields = _fields(said.get("fields", ""))
        at = keep_draft(
            form=form,
            writing=said.get("writing", ""),
            page=page,
            title=said.get("title", "")[:200],
            fields=fields,
            changed=_labels(said["changed"]) if "changed" in said else None,
            recorded=_fields(said.get("recorded", "[]")),
            by=visit.actor,
        )
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)})
    return JsonResponse({"at": date_format(localtime(at), "H:i")})


@staff(KEEP, writes_dossier=False)
def drop(visit: Visit) -> HttpResponse:
    """Put a draft aside, to be taken back for a day; only asked by POST."""
    if visit.request.method != "POST":
        raise Http404
    throw_away(_key(visit), by=visit.actor)
    return redirect("desk:drafts", visit.municipality.slug)


@staff(KEEP, writes_dossier=False)
def back(visit: Visit) -> HttpResponse:
    """Take back a draft that was thrown away; only asked by POST."""
    if visit.request.method != "POST":
        raise Http404
    take_back(_key(visit), by=visit.actor)
    return redirect("desk:drafts", visit.municipality.slug)


def _key(visit: Visit) -> UUID:
    """Which draft is meant; what is no key is of none, like the key of a draft that is gone."""
    try:
        return UUID(visit.request.POST.get("key", ""))
    except ValueError:
        return UUID(int=0)


def _fields(told: str) -> Fields:
    """The fields as they were sent. Raises Refused for anything else."""
    try:
        said: Any = json.loads(told)
        return tuple((str(name), tuple(str(each) for each in values)) for name, values in said)
    except (ValueError, TypeError, RecursionError) as error:
        raise Refused(_("This draft cannot be read, so it was not kept.")) from error


def _labels(told: str) -> Labels:
    """Names and labels as they were sent. Raises Refused for anything else."""
    try:
        said: Any = json.loads(told)
        return tuple((str(name), " ".join(str(label).split())[:LONGEST_LABEL]) for name, label in said)
    except (ValueError, TypeError, RecursionError) as error:
        raise Refused(_("This draft cannot be read, so it was not kept.")) from error
