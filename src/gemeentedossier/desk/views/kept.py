"""A form that was sent when the session had ended comes back to who sent it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure

from gemeentedossier.desk.rules import KEEPS
from gemeentedossier.desk.views.account import own
from gemeentedossier.desk.views.entering import first_place_of
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.kept_forms import RETURNED, keep_for, put_back, take
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


def unchecked(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to what was sent without a token that holds.

    Who signed in anew in another tab and sends from a page of before finds it back, as after a session that ended, and
    looks before anything is saved. What another site sends, or nobody can tell from where, is refused and kept nowhere.
    """
    view = getattr(request.resolver_match, "func", None)
    account = request.user
    if not (getattr(view, KEEPS, False) and isinstance(account, Account) and _came_from_us(request)):
        return csrf_failure(request, reason)
    if request.method != "POST" or not keep_for(request, account.pk):
        return csrf_failure(request, reason)
    if request.headers.get("HX-Request"):  # htmx would put the page into the page that is open
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("door:kept")})
    return redirect("door:kept")


def _came_from_us(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this very site sent it; a browser that says nothing is not believed."""
    ours = (f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS)
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin in ours
    return request.headers.get("Referer", "").startswith(tuple(f"{each}/" for each in ours))
