"""A form that was sent when the session had ended comes back to who sent it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.desk.views.account import own
from gemeentedossier.desk.views.entering import first_place_of
from gemeentedossier.foundation.kept_forms import RETURNED, put_back, take
from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.queries import places_of


@own
def kept(request: HttpRequest, account: Account) -> HttpResponse:
    """Go on with what was filled in, or throw it away; until one of the two it stays, for an hour."""
    found = take(request, account.pk)
    if found is None or request.method == "POST":
        return redirect(first_place_of(places_of(account)))
    put_back(request, found, account.pk)
    shown = {
        "title": _("Your work is still here"),
        "path": found.path,
        "fields": [(name, value) for name, values in found.fields.items() for value in values],
        "had_files": found.had_files,
        "returned": RETURNED,
    }
    return render(request, "desk/door/kept.html", shown)
