"""The steps of an agreement's life; each is posted from its page and leads back to it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from gemeentedossier.desk.presenters.agreements import agreement_url
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agreement_folds import EDIT, PERMISSIONS, STEPS, TERM
from gemeentedossier.desk.views.agreements import agreement_page
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.new_parties import tell_new_party
from gemeentedossier.desk.views.writing import done, found_in


@staff(PERMISSIONS[EDIT])
def edit_step(visit: Visit, key: UUID, step: str) -> HttpResponse:
    """A step of whoever may edit."""
    return _taken(visit, key, step, route=EDIT)


@staff(PERMISSIONS[TERM])
def term_step(visit: Visit, key: UUID, step: str) -> HttpResponse:
    """A step of whoever may end or renew."""
    return _taken(visit, key, step, route=TERM)


@staff(PERMISSIONS["agreement-sign"])
def sign(visit: Visit, key: UUID) -> HttpResponse:
    """Record the signature."""
    return _taken(visit, key, "sign", route="agreement-sign")


@staff(PERMISSIONS["agreement-decide"])
def decide(visit: Visit, key: UUID) -> HttpResponse:
    """Allow a sub-processor, or object."""
    return _taken(visit, key, "decide", route="agreement-decide")


@staff(PERMISSIONS["agreement-attest"])
def attest(visit: Visit, key: UUID) -> HttpResponse:
    """Record what a participant attests."""
    return _taken(visit, key, "attest", route="agreement-attest")


@staff(PERMISSIONS["agreement-delete"])
def delete(visit: Visit, key: UUID) -> HttpResponse:
    """Remove a draft."""
    answer = _taken(visit, key, "delete", route="agreement-delete")
    return redirect("desk:agreements", visit.municipality.slug) if answer.status_code == 302 else answer


def _taken(visit: Visit, key: UUID, name: str, *, route: str) -> HttpResponse:
    """What was filled in is recorded, or the page comes back with it and says what needs attention."""
    step, slug = STEPS.get(name), visit.municipality.slug
    if step is None or step.route != route:
        raise Http404
    judged = judged_by(visit)
    found = found_in(judged.dossier.agreements, key)
    if visit.request.method != "POST":
        return redirect(agreement_url(slug, key, step.section))
    form = step.form(visit.request.POST, agreement=found, dossier=judged.dossier, auto_id=f"{name}-%s")
    if done(visit, form, lambda: step.act(key, form.cleaned_data, visit.actor)):
        tell_new_party(visit, judged.dossier, form.cleaned_data.get("party_name", ""))
        return redirect(agreement_url(slug, key, step.section))
    return agreement_page(visit, judged, found, bound={name: form})
