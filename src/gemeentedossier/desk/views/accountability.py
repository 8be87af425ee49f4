"""The index of accountability."""

from django.http import HttpResponse
from django.shortcuts import render

from gemeentedossier.desk.presenters.accountability import account_places
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff


@staff("desk.view_home")
def accountability(visit: Visit) -> HttpResponse:
    """Where it can be seen what was found, decided and recorded."""
    shown = {"frame": frame_for(visit, place="desk:accountability"), "places": account_places(visit)}
    return render(visit.request, "desk/accountability.html", shown)
