"""Who else has a record open: its page asks for it, and says that it is open."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse

from gemeentedossier.desk.actions.presence import be_present, leave, others_at
from gemeentedossier.desk.presenters.presence import present_sentence
from gemeentedossier.desk.queries import RECORDS
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.organisation.permissions import check_permitted

READ: Mapping[str, str] = {
    "activity": "register.view_activity",
    "agreement": "agreements.view_agreement",
    "assessment": "risks.view_assessment",
    "breach": "breaches.view_breach",
    "request": "requests.view_request",
}
"""What somebody must be allowed to read to be told who else is there, and to be told of."""


@staff("desk.view_home", writes_dossier=False)
def presence(visit: Visit, kind: str, key: UUID) -> HttpResponse:
    """Who else is at a record; by POST the visitor says that they are there, or that they left."""
    if kind not in READ:
        raise Http404
    check_permitted(visit.actor, READ[kind])
    model, _name = RECORDS[kind]
    if not model.objects.filter(pk=key).exists():
        raise Http404
    said = visit.request.POST
    if visit.request.method != "POST" or visit.moment:
        others = others_at(kind, key, by=visit.actor)
    elif "left" in said:
        leave(kind, key, by=visit.actor)
        others = ()
    else:
        section = said.get("section", "")
        others = be_present(kind, key, writes="writes" in said, section=section, by=visit.actor)
    return JsonResponse({"told": present_sentence(others)})
