"""Still right, or something changed: who answers for a record says so from a link in an e-mail, without signing in."""

from typing import Any, cast

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.enums import Tone
from gemeentedossier.design.parts import Alert
from gemeentedossier.dossier.register.actions.confirming import (
    Asked,
    confirm_activity,
    confirmation_token,
    read_confirmation,
    tell_change,
    undo_confirmation,
)
from gemeentedossier.dossier.register.engine.freshness import Waits, queue_after
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import Activity as Record
from gemeentedossier.dossier.register.policies import can_undo_confirmation
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.register.queries.confirming import CONFIRM, standing_confirmation, waiting_to_be_confirmed
from gemeentedossier.dossier.register.queries.told import told_changes
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.guest.forms.confirming import ChangeForm
from gemeentedossier.guest.presenters.confirming import facts_of
from gemeentedossier.guest.presenters.frame import frame_for
from gemeentedossier.guest.queries import names_in
from gemeentedossier.organisation.permissions import can_for
from gemeentedossier.organisation.queries import actor_of

CONFIRMED, TOLD = "confirmed", "told"
LONGEST_REVISION = 9
"""In digits."""


@cache_control(private=True, no_store=True)  # on a shared machine nothing of a record stays behind
def confirm(request: HttpRequest, token: str, municipality: str) -> HttpResponse:
    """The record in a few lines, and two answers. Opening the link confirms nothing: programs open links in e-mail too.

    A link that nobody here signed finds nothing. One that is over its term, or whose reader answers for the record no
    longer, shows nothing of it and says what to do.
    """
    del municipality  # it stands in the address for the scope; the token says which is meant
    here, asked = cast(Municipality, request.municipality), read_confirmation(token)  # type: ignore[attr-defined]  # set by the tenant middleware
    if asked is None or asked.municipality_id != here.id:
        raise Http404
    reader, activity = _reader(asked), _activity(asked)
    if reader is None or activity is None or not can_for(reader, CONFIRM, owner_id=activity.owner_id):
        return _page(request, here, shut=_("This link opens nothing any more: you do not answer for this record now."))
    if asked.is_lapsed:
        return _page(request, here, shut=_("This link is too old. Ask your privacy officer for a new one, or sign in."))
    form, refused = ChangeForm(request.POST if request.POST.get("answer") == "change" else None), ""
    if request.method == "POST":
        try:
            return redirect(f"{request.path}{_answered(request, form, activity, reader)}")
        except Refused as refusal:
            refused = str(refusal)
    done = _done(request.GET.get("done", ""), activity)
    after = _after(asked, activity, here) if done == CONFIRMED else {}
    return _page(request, here, activity=activity, reader=reader, form=form, refused=refused, done=done, **after)


def _reader(asked: Asked) -> Actor | None:
    return actor_of(asked.person_id)


def _activity(asked: Asked) -> Activity | None:
    try:
        return activity_facts(asked.activity_id)
    except Record.DoesNotExist:
        return None


def _done(asked: str, activity: Activity) -> str:
    """What the address says was done, where the record says so too."""
    if asked == CONFIRMED and activity.last_confirmed_on == clock.today():
        return asked
    return asked if asked == TOLD and activity.id in told_changes() else ""


def _answered(request: HttpRequest, form: Form, activity: Activity, reader: Actor) -> str:
    """Where the page says what was done; after an undo it asks again. Refused where nothing was done, with nothing said
    of it where the form itself says why."""
    if request.POST.get("answer") == "undo":
        undo_confirmation(activity.id, by=reader)
        return ""
    told = request.POST.get("revision", "")
    read = int(told) if told.isascii() and told.isdigit() and len(told) <= LONGEST_REVISION else -1
    if not form.is_bound:
        confirm_activity(activity.id, revision=read, by=reader)
        return f"?done={CONFIRMED}"
    if not form.is_valid():
        raise Refused("")
    tell_change(activity.id, what=form.cleaned_data["what"], revision=read, by=reader)
    return f"?done={TOLD}"


def _after(asked: Asked, activity: Activity, here: Municipality) -> dict[str, Any]:
    """Whether the reader may take back what they confirmed, and which record of theirs waits next: its link ends on the
    same day as the one that led here."""
    given = standing_confirmation(activity.id, revision=activity.revision)
    if given is None or not can_undo_confirmation(given, person=str(asked.person_id), today=clock.today()):
        return {}
    before = Waits(activity.id, activity.name, given.before)
    queue = queue_after(before, waiting_to_be_confirmed(clock.today(), owner_id=asked.person_id))
    if queue is None:
        return {"may_undo": True}
    token = confirmation_token(queue.next.id, asked.person_id, made_on=asked.made_on)
    return {"may_undo": True, "queue": queue, "next_url": reverse("guest:confirm", args=[here.slug, token])}


def _page(
    request: HttpRequest,
    here: Municipality,
    *,
    shut: str = "",
    activity: Activity | None = None,
    reader: Actor | None = None,
    form: Form | None = None,
    refused: str = "",
    done: str = "",
    **more: Any,
) -> HttpResponse:
    shown = {
        "frame": frame_for(request, municipality=here),
        "municipality": here.name,
        "shut": shut,
        "activity": activity,
        "reader": reader,
        "facts": facts_of(activity, current_catalogue(), names_in(activity)) if activity else (),
        "form": form,
        "refused": Alert(title=refused, tone=Tone.ATTENTION) if refused else None,
        "done": done,
        "record_url": reverse("desk:activity", args=[here.slug, activity.id]) if activity else "",
        **more,
    }
    return render(request, "guest/confirm.html", shown, status=410 if shut else 200)
