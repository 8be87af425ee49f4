"""One's own messages and calendar: the weekly e-mail, the address that a calendar program reads, and who hears next."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.reminders import EscalationForm, WeeklyForm
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agenda import VIEW, agenda_title, reminders_title
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.actions.feeds import make_feed, withdraw_feed
from gemeentedossier.method.actions.reminding import RULE, choose_reminders, set_escalation
from gemeentedossier.method.queries import escalation, feed_of, wants_weekly
from gemeentedossier.organisation.permissions import can

MADE = "calendar-address"
"""In the session until the next page shows it: the secret of an address that was just made."""


@staff(VIEW, only_now=True)
def reminders(visit: Visit) -> HttpResponse:
    """What one gets by e-mail, and whether a calendar program reads along."""
    person = visit.actor.person_id
    weekly = WeeklyForm(visit.request.POST or None, initial={"weekly": wants_weekly(person)})
    if done(visit, weekly, lambda: choose_reminders(weekly=weekly.cleaned_data["weekly"], by=visit.actor)):
        return redirect(url_of(visit, "reminders"))
    return _page(visit, weekly=weekly, secret=visit.request.session.pop(MADE, ""))


@staff(VIEW, only_now=True)
def new_feed(visit: Visit) -> HttpResponse:
    """An address of one's own for a calendar program; it is shown once, and replaces the one that was there.

    The page that shows it is another: who loads that anew makes no second address unseen. Only asked by POST.
    """
    if visit.request.method == "POST":
        visit.request.session[MADE] = make_feed(by=visit.actor)
    return redirect(url_of(visit, "reminders"))


@staff(VIEW, only_now=True)
def no_feed(visit: Visit) -> HttpResponse:
    """The address opens nothing any more; only asked by POST."""
    if visit.request.method == "POST":
        withdraw_feed(by=visit.actor)
        messages.success(visit.request, _("The address was withdrawn: it opens nothing any more."))
    return redirect(url_of(visit, "reminders"))


@staff(RULE, only_now=True)
def escalate(visit: Visit) -> HttpResponse:
    """After how many days the next one hears that something is late."""
    rule = escalation()
    form = EscalationForm(visit.request.POST or None, initial={"after": rule.escalate_after if rule else None})
    if done(visit, form, lambda: set_escalation(after=form.cleaned_data["after"], by=visit.actor)):
        return redirect(url_of(visit, "reminders"))
    shown = {
        "frame": _frame(visit),
        "title": _("Who hears of it when something is late"),
        "lead": reminders_title(),
        "form": form,
        "button": _("Save"),
        "back_url": url_of(visit, "reminders"),
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


def _page(visit: Visit, *, weekly: WeeklyForm, secret: str) -> HttpResponse:
    place = reverse("guest:calendar", args=[visit.municipality.slug, secret]) if secret else ""
    shown = {
        "frame": _frame(visit),
        "title": reminders_title(),
        "weekly": weekly,
        "feed": feed_of(visit.actor.person_id),
        "address": place and f"{settings.GEMEENTEDOSSIER_URL}{place}",
        "rule": escalation(),
        "may_escalate": can(visit.actor, RULE),
        "slug": visit.municipality.slug,
    }
    return render(visit.request, "desk/reminders.html", shown)


def _frame(visit: Visit) -> Frame:
    every = Crumb(label=agenda_title(), url=url_of(visit, "agenda"))
    return frame_for(visit, place="desk:agenda", crumbs=(every, Crumb(label=reminders_title())))
