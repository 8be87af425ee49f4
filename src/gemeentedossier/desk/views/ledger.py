"""Accountability: the ledger behind the dossier, and how anyone can check it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Alert
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.ledger import (
    checkpoint_definitions,
    file_name,
    forged_alert,
    proof_text,
    proved_sentence,
    size_definitions,
    unchecked_alert,
    verified_alert,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.engine.notes import NotAValidNote
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.ledger.actions import make_checkpoint
from gemeentedossier.foundation.ledger.keys import verifier_key
from gemeentedossier.foundation.ledger.queries import inclusion_proof, latest_checkpoint, ledger_size, number_at
from gemeentedossier.foundation.ledger.verification import Verification, verify_ledger
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint
from gemeentedossier.organisation.permissions import can

MAY_SEE = "ledger.view_ledger"
MAY_SIGN = "ledger.sign_checkpoint"


@staff(MAY_SEE)
def ledger(visit: Visit) -> HttpResponse:
    """How far the ledger has come, what was signed of it, and the ways to check it."""
    return _page(visit)


@staff(MAY_SEE)
def verify(visit: Visit) -> HttpResponse:
    """Recompute the whole ledger and say what was found; only asked by POST, because it takes its time."""
    if visit.request.method != "POST":
        return redirect("desk:ledger", visit.municipality.slug)
    return _page(visit, verification=verify_ledger(visit.municipality))


@staff(MAY_SEE)
def checkpoint(visit: Visit) -> HttpResponse:
    """The newest signed checkpoint as a file, to be checked with the key."""
    latest, forged = _latest()
    if forged:
        raise Refused(forged.title)
    if latest is None:
        raise Http404
    return _file(latest.note, name=file_name(visit.municipality.slug, "checkpoint", latest.size))


@staff(MAY_SIGN)
def sign(visit: Visit) -> HttpResponse:
    """Sign the ledger as it stands; only asked by POST."""
    if visit.request.method == "POST":
        made = make_checkpoint(visit.municipality)
        messages.success(visit.request, _("Signed up to entry %(size)s.") % {"size": made.size})
    return redirect("desk:ledger", visit.municipality.slug)


@staff(MAY_SEE)
def proof(visit: Visit) -> HttpResponse:
    """The proof that one entry stands in the ledger: on the page, or as a file."""
    size, asked = ledger_size(), visit.request.GET.get("number", "").strip()
    if not asked.isascii() or not asked.isdecimal() or not 1 <= int(asked[:18]) <= size:
        return _page(visit, asked=asked, refused=_refusal(size))
    found = inclusion_proof(int(asked))
    if visit.request.GET.get("as") == "file":
        name = file_name(visit.municipality.slug, "proof", found.number)
        return _file(proof_text(found, key=str(verifier_key(visit.municipality.id))), name=name)
    return _page(visit, asked=asked, proved=proved_sentence(found))


def _latest() -> tuple[LedgerCheckpoint | None, Alert | None]:
    """The newest checkpoint, or what is wrong where it was not signed by this ledger's key or that key is gone."""
    try:
        return latest_checkpoint(), None
    except NotAValidNote:
        return None, forged_alert()
    except Refused as refusal:
        return None, unchecked_alert(refusal)


def _refusal(size: int) -> str:
    if not size:
        return _("The ledger is still empty: there is nothing to prove yet.")
    return _("Give a whole number from 1 up to %(size)s, the last entry of this ledger.") % {"size": size}


def _page(
    visit: Visit, *, verification: Verification | None = None, asked: str = "", refused: str = "", proved: str = ""
) -> HttpResponse:
    slug, size, title = visit.municipality.slug, ledger_size(), pgettext("page of accountability", "Ledger")
    latest, forged = _latest()
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, title)),
        "title": title,
        "size": size_definitions(size, latest, then=number_at(visit.moment) if visit.moment else None),
        "latest": latest,
        "forged": forged,
        "checkpoint": checkpoint_definitions(latest, key=str(verifier_key(visit.municipality.id))) if latest else (),
        "verified": verified_alert(verification) if verification else None,
        "is_signed_up_to_now": latest is not None and latest.size == size,
        "is_now": visit.moment is None,
        "may_sign": can(visit.actor, MAY_SIGN),
        "asked": asked,
        "refused": refused,
        "proved": proved,
        "verify_url": reverse("desk:ledger-verify", args=[slug]),
        "checkpoint_url": reverse("desk:ledger-checkpoint", args=[slug]),
        "sign_url": reverse("desk:ledger-sign", args=[slug]),
        "proof_url": reverse("desk:ledger-proof", args=[slug]),
    }
    return render(visit.request, "desk/ledger.html", shown)


def _file(text: str, *, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
