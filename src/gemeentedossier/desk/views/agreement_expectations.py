"""One page for both sides of an agreement: what each may expect of the other."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.agreements import agreement_text_url, agreement_url, expectations_url, state_badge
from gemeentedossier.desk.presenters.expectations import expectations_shown
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agreements import VIEW, agreement_frame, sight_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.writing import found_in


@staff(VIEW)
def expectations(visit: Visit, key: UUID) -> HttpResponse:
    """What each side may expect, what both agreed, and who departs from it."""
    judged = judged_by(visit)
    found, slug = found_in(judged.dossier.agreements, key), visit.municipality.slug
    if not expectations_url(slug, found):
        raise Http404
    sight, title = sight_of(visit, judged, found), _("What each may expect")
    back = agreement_url(slug, key)
    shown = {
        "frame": agreement_frame(visit, found.name, back=back, last=title),
        "title": title,
        "lead": found.name,
        "lead_url": back,
        "badge": state_badge(found, sight.today),
        "sections": expectations_shown(sight),
        "links": (Link(label=_("Text of the agreement"), url=agreement_text_url(slug, found)),),
    }
    return render(visit.request, "desk/expectations.html", shown)
