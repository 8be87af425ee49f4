"""The link by which employees without an account report: shown, renewed and ended by the privacy officer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.desk.presenters.breaches import told_at
from gemeentedossier.desk.presenters.qr import picture_of
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import breach_frame, url_of
from gemeentedossier.dossier.breaches.actions.links import end_link, link_token, renew_link
from gemeentedossier.dossier.breaches.queries import open_report_link
from gemeentedossier.foundation.addresses import reverse

RENEW = "breaches.renew_link"


@staff(RENEW, only_now=True)
def link(visit: Visit) -> HttpResponse:
    """The link that is open now, with who made it and when."""
    found, title = open_report_link(), _("Link for employees")
    address = ""
    if found:
        path = reverse("guest:report", args=[visit.municipality.slug, link_token(found.id)])
        address = visit.request.build_absolute_uri(path)
    shown = {
        "frame": breach_frame(visit, title),
        "title": title,
        "lead": _("Who has this link reports a breach without an account. Put it where colleagues find it."),
        "address": address,
        "picture": picture_of(address, title=_("QR code of the link for employees")) if address else "",
        "made": _("Made by %(name)s, %(moment)s") % {"name": found.made_by, "moment": told_at(found.made_at)}
        if found
        else "",
        "renew_url": url_of(visit, "breach-link-renew"),
        "end_url": url_of(visit, "breach-link-end"),
    }
    return render(visit.request, "desk/breach_link.html", shown)


@staff(RENEW)
def renew(visit: Visit) -> HttpResponse:
    """Make a new link; the one before opens nothing any more. Only asked by POST."""
    if visit.request.method == "POST":
        renew_link(by=visit.actor)
        messages.success(visit.request, _("There is a new link; the one before opens nothing any more."))
    return redirect(url_of(visit, "breach-link"))


@staff(RENEW)
def end(visit: Visit) -> HttpResponse:
    """End the link: nobody reports by it. Only asked by POST."""
    if visit.request.method == "POST":
        end_link(by=visit.actor)
        messages.success(visit.request, _("The link was ended."))
    return redirect(url_of(visit, "breach-link"))
