"""The evidence of the municipality: the list, one piece, its file, and what becomes of it."""

from uuid import UUID

from csp.constants import NONE
from csp.decorators import csp_replace
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.desk.forms.answer import EvidenceForm, HandOverForm, ProlongForm, WithdrawForm
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.evidence import (
    Shelf,
    answers_on,
    evidence_table,
    no_evidence,
    piece_definitions,
    piece_url,
)
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.law_folds import open_cases
from gemeentedossier.desk.views.writing import told
from gemeentedossier.dossier.evidence.actions.evidence import (
    add_file,
    add_link,
    can_change,
    hand_over_evidence,
    mark_lost,
    prolong_evidence,
    withdraw_evidence,
)
from gemeentedossier.dossier.evidence.actions.files import is_whole, path_of
from gemeentedossier.dossier.evidence.engine.files import LARGEST
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.permissions import can, check_permitted

MAY_SEE = "evidence.view_evidence"
MAY_ADD, MAY_CHANGE = "evidence.add_evidence", "evidence.change_evidence"


def shelf_of(visit: Visit, judged: Judged) -> Shelf:
    """The evidence that the visit looks at."""
    return Shelf(slug=visit.municipality.slug, dossier=judged.dossier, day=day_of(judged.dossier))


@staff(MAY_SEE)
def evidence(visit: Visit) -> HttpResponse:
    """All evidence; a new piece is added here, or while answering."""
    shelf = shelf_of(visit, judged_by(visit))
    form = EvidenceForm(
        visit.request.POST or None, visit.request.FILES or None, people=shelf.people(), myself=visit.actor.person_id
    )
    if visit.request.method == "POST":
        check_permitted(visit.actor, MAY_ADD)
        if added := _recorded(form, visit):
            messages.success(visit.request, _("The evidence was recorded."))
            return redirect(piece_url(visit.municipality.slug, added[0]))
    title = pgettext("page of accountability", "Evidence")
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, title)),
        "title": title,
        "table": evidence_table(shelf.dossier.evidence, shelf) if shelf.dossier.evidence else None,
        "empty": no_evidence(),
        "form": form if can(visit.actor, MAY_ADD) and not visit.moment else None,
    }
    return render(visit.request, "desk/evidence.html", shown)


def _recorded(form: Form, visit: Visit) -> list[UUID]:
    """What was recorded, all or nothing; else the form says why not."""
    if not form.is_valid():
        return []
    added: list[UUID] = []
    if told(form, lambda: added.extend(added_by(form, visit))) and not added:
        form.add_error(None, _("Choose a file, or give the address where it stands."))
    return added


def added_by(form: Form, visit: Visit) -> list[UUID]:
    """Record what the form brings as evidence: nothing, a file, a link, or both. Raises Refused, with a sentence."""
    given, file = form.cleaned_data, form.cleaned_data["file"]
    shared = {name: given[name] for name in ("title", "owner_id", "valid_until")}
    added = []
    if file and file.size > LARGEST:
        told = {"name": file.name, "limit": LARGEST // 1024 // 1024}
        raise Refused(_("“%(name)s” is larger than %(limit)d MB. Record a link to it instead.") % told)
    if given["url"]:
        added.append(add_link(given["url"], seen=given["seen"], by=visit.actor, **shared).id)
    if file:  # after the link, so that a link that is refused leaves no file behind
        added.insert(0, add_file(file.read(), file_name=file.name, by=visit.actor, **shared).id)
    return added


@staff(MAY_SEE)
def piece(visit: Visit, key: UUID) -> HttpResponse:
    """One piece, the answers that rest on it, and what may be done with it."""
    return _piece_page(visit, key)


@staff(MAY_CHANGE)
def prolong(visit: Visit, key: UUID) -> HttpResponse:
    """Say that it holds until a later day; only asked by POST."""
    form = ProlongForm(visit.request.POST or None)
    if visit.request.method != "POST":
        return redirect(piece_url(visit.municipality.slug, key))
    _known(visit, key)
    if not form.is_valid() or not told(form, lambda: prolong_evidence(key, by=visit.actor, **form.cleaned_data)):
        return _piece_page(visit, key, prolonging=form)
    messages.success(visit.request, _("The evidence holds until the day that you chose."))
    return redirect(piece_url(visit.municipality.slug, key))


@staff(MAY_CHANGE)
def hand_over(visit: Visit, key: UUID) -> HttpResponse:
    """Say who looks after it from now on; only asked by POST."""
    if visit.request.method != "POST":
        return redirect(piece_url(visit.municipality.slug, key))
    _known(visit, key)
    form = HandOverForm(visit.request.POST, people=shelf_of(visit, judged_by(visit)).people())
    if not form.is_valid() or not told(form, lambda: hand_over_evidence(key, by=visit.actor, **form.cleaned_data)):
        return _piece_page(visit, key, handing=form)
    messages.success(visit.request, _("Somebody else looks after the evidence now."))
    return redirect(piece_url(visit.municipality.slug, key))


@staff(MAY_CHANGE)
def withdraw(visit: Visit, key: UUID) -> HttpResponse:
    """Say that it no longer counts; only asked by POST."""
    if visit.request.method != "POST":
        return redirect(piece_url(visit.municipality.slug, key))
    _known(visit, key)
    form = WithdrawForm(visit.request.POST)
    if not form.is_valid() or not told(form, lambda: withdraw_evidence(key, by=visit.actor, **form.cleaned_data)):
        return _piece_page(visit, key, withdrawing=form)
    messages.success(visit.request, _("The evidence was withdrawn. Answers that rest on it have expired."))
    return redirect(piece_url(visit.municipality.slug, key))


@csp_replace({"default-src": [NONE], "sandbox": True})  # opened all the same, it may load, run and send nothing
@staff(MAY_SEE)
def file(visit: Visit, key: UUID) -> HttpResponse:
    """The file as it was put here: always to keep, never shown inside this site. A lost one is recorded as such."""
    found = _known(visit, key)
    if found.kind is not EvidenceKind.FILE:
        raise Http404
    if not is_whole(found.sha256):
        if visit.moment is None:
            mark_lost(key, by=visit.actor)
        return _piece_page(visit, key, is_gone=True)
    answer = HttpResponse(path_of(found.sha256).read_bytes(), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.file_name)
    return answer


def _known(visit: Visit, key: UUID) -> Evidence:
    found = next((each for each in judged_by(visit).dossier.evidence if each.id == key), None)
    if found is None:
        raise Http404
    return found


def _piece_page(
    visit: Visit,
    key: UUID,
    *,
    prolonging: Form | None = None,
    withdrawing: Form | None = None,
    handing: Form | None = None,
    is_gone: bool = False,
) -> HttpResponse:
    judged, found = judged_by(visit), _known(visit, key)
    shelf, slug = shelf_of(visit, judged), visit.municipality.slug
    index, shelf_url = pgettext("page of accountability", "Evidence"), reverse("desk:evidence", args=[slug])
    theirs = can_change(visit.actor, owner_id=found.owner_id, added_by_id=found.added_by_id)
    may_change = theirs and not visit.moment and found.withdrawn_at is None
    shown = {
        "frame": frame_for(
            visit, place="desk:accountability", crumbs=account_crumbs(visit, (index, shelf_url), found.title)
        ),
        "piece": found,
        "is_gone": is_gone or found.lost_at is not None,
        "definitions": piece_definitions(found, shelf),
        "cases": open_cases(visit, judged, {key}).get(key, ()),
        "answers": answers_on(found, shelf, judged, catalogue_at(visit.moment), language()),
        "file_url": reverse("desk:evidence-file", args=[slug, key]) if found.kind is EvidenceKind.FILE else "",
        "prolonging": (prolonging or ProlongForm(initial={"valid_until": found.valid_until})) if may_change else None,
        "withdrawing": withdrawing or WithdrawForm() if may_change else None,
        "carried": shelf.carried(key),
        "hands_over": handing is not None or visit.request.GET.get("open") == "hand-over",
        "handing": handing or HandOverForm(people=shelf.people()) if may_change else None,
        "hand_over_url": reverse("desk:evidence-hand-over", args=[slug, key]),
        "prolong_url": reverse("desk:evidence-prolong", args=[slug, key]),
        "withdraw_url": reverse("desk:evidence-withdraw", args=[slug, key]),
        "back_url": reverse("desk:evidence", args=[slug]),
    }
    return render(visit.request, "desk/evidence_piece.html", shown, status=410 if is_gone else 200)
