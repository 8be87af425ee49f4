"""One municipality as a party sees it: its agreements there, and what it does with one of them."""

from collections.abc import Callable
from uuid import UUID

from csp.constants import NONE
from csp.decorators import csp_replace
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.actions.guests import attest_own, hand_in_erasure
from gemeentedossier.dossier.agreements.engine.own import AskKind, OwnAgreement
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.evidence.actions.files import is_whole, path_of
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.guest.forms.attesting import AttestForm, ErasureForm
from gemeentedossier.guest.presenters.agreement import Around, shown_agreement
from gemeentedossier.guest.presenters.frame import frame_for
from gemeentedossier.guest.presenters.overview import when_badge
from gemeentedossier.guest.queries import contact_for, evidence_named, files_of
from gemeentedossier.guest.rules import GuestVisit, partner
from gemeentedossier.guest.views.overview import overview_shown

VIEW, ATTEST, HAND_IN = "guest.view_own", "guest.attest_participation", "guest.add_evidence"


@partner(VIEW)
def home(visit: GuestVisit) -> HttpResponse:
    """What is asked and what was agreed at this municipality."""
    place = visit.place
    shown = overview_shown(visit.request, (place,))
    frame = frame_for(visit.request, name=place.actor.name, party=place.party_names, municipality=place.municipality)
    return render(visit.request, "guest/overview.html", shown | {"frame": frame, "many": False})


@partner(VIEW)
def agreement(visit: GuestVisit, key: UUID) -> HttpResponse:
    """One agreement: what is asked, what each may expect, and what was agreed."""
    return _page(visit, visit.own(key)[0])


@partner(ATTEST)
def attest(visit: GuestVisit, key: UUID) -> HttpResponse:
    """Declare for one covenant."""
    own = _meant(visit, key)
    if own.agreement.kind is not AgreementKind.COVENANT:
        raise Http404
    form = AttestForm(visit.request.POST or None, visit.request.FILES or None)

    def write() -> object:
        given = {name: form.cleaned_data[name] for name in ("function", "attestation", "file")}
        return attest_own(key, party_id=own.party.party_id, **given, by=visit.place.actor)

    return _taken(
        visit,
        own,
        form,
        write,
        is_asked=own.may_attest,
        told=_("Your declaration was recorded. The municipality sees it at once."),
    )


@partner(HAND_IN)
def erasure(visit: GuestVisit, key: UUID) -> HttpResponse:
    """Hand in the certificate that data were erased or returned."""
    own = _meant(visit, key)
    if own.agreement.kind is not AgreementKind.PROCESSOR:
        raise Http404
    is_asked = own.asked is AskKind.PROVE_ERASURE
    form = ErasureForm(visit.request.POST or None, visit.request.FILES or None)

    def write() -> object:
        file = form.cleaned_data["file"]
        return hand_in_erasure(key, party_id=own.party.party_id, file=file, by=visit.place.actor)

    told = _("The certificate was handed in. The municipality sees it at once.")
    return _taken(visit, own, form, write, is_asked=is_asked, told=told)


@csp_replace({"default-src": [NONE], "sandbox": True})  # opened all the same, it may load, run and send nothing
@partner(VIEW)
def file(visit: GuestVisit, key: UUID, which: str) -> HttpResponse:
    """The text that was signed, or the file that came with the own declaration: always to keep, never shown here."""
    named = evidence_named(visit.own(key), which)
    found = Evidence.objects.filter(pk=named, kind=EvidenceKind.FILE.value, withdrawn_at=None).first()
    if found is None or not is_whole(found.sha256):
        raise Http404
    answer = HttpResponse(path_of(found.sha256).read_bytes(), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.file_name)
    return answer


def _meant(visit: GuestVisit, key: UUID) -> OwnAgreement:
    """The agreement, of the party that the form names; of the first where it names none."""
    named = visit.request.POST.get("party", "")
    return next((each for each in visit.own(key) if not named or str(each.party.party_id) == named), None) or _nothing()


def _nothing() -> OwnAgreement:
    raise Http404


def _taken(
    visit: GuestVisit, own: OwnAgreement, form: Form, write: Callable[[], object], *, is_asked: bool, told: str
) -> HttpResponse:
    """What was handed in is recorded, or the page comes back with it and says what needs attention.

    Where nothing is asked there is no form to come back to: the sentence stands above the page.
    """
    if visit.request.method != "POST":
        return redirect(_url(visit, own.agreement.id))
    if form.is_valid():
        try:
            write()
        except NotPermitted:
            raise
        except Refused as refusal:
            if not is_asked:
                messages.error(visit.request, str(refusal))
                return redirect(_url(visit, own.agreement.id))
            form.add_error(None, str(refusal))
        else:
            messages.success(visit.request, told)
            return redirect(_url(visit, own.agreement.id))
    return _page(visit, own, bound=form) if is_asked else redirect(_url(visit, own.agreement.id))


def _url(visit: GuestVisit, key: UUID) -> str:
    return reverse("guest:agreement", args=[visit.place.municipality.slug, key])


def _page(visit: GuestVisit, own: OwnAgreement, *, bound: Form | None = None) -> HttpResponse:
    place, today = visit.place, clock.today()
    here, url = place.municipality, _url(visit, own.agreement.id)
    around = Around(municipality=here, contact=contact_for(own.agreement.id), files=files_of(own))
    proves = own.asked is AskKind.PROVE_ERASURE
    form: Form | None = bound or (ErasureForm() if proves else AttestForm() if own.may_attest else None)
    shown = {
        "frame": frame_for(
            visit.request,
            name=place.actor.name,
            party=place.party_names,
            municipality=here,
            title=own.agreement.name,
        ),
        "agreement": shown_agreement(own, around, today=today, language=get_language() or "nl"),
        "municipality": here.name,
        "party_id": own.party.party_id,
        "others": [each.party for each in visit.own(own.agreement.id) if each.party != own.party],
        "is_asked": own.asked is not None,
        "when": when_badge(own, today) if own.asked else None,
        "proves": proves,
        "form": form,
        "form_url": f"{url}{'erasure' if proves else 'attest'}/",
    }
    return render(visit.request, "guest/agreement.html", shown)
