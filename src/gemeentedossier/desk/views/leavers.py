"""What is on the name of who left, until a colleague is the accountable person of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Crumb, Link
from gemeentedossier.desk.forms.leavers import HandBackForm, HandOverForm
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.leavers import (
    held_labels,
    held_table,
    leaver_parts,
    leavers_title,
    nobody_left,
    preview_table,
    since,
    told_leavers,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.actions.handing_over import HAND_OVER, hand_back, hand_over
from gemeentedossier.method.engine.leavers import held_in, leavers_of
from gemeentedossier.method.facts import Held, Leaver
from gemeentedossier.organisation.facts import Person
from gemeentedossier.organisation.permissions import can, can_hold

VIEW = "method.view_leavers"
READ = "desk.view_home"
HANDED = "handed_over"
"""In the session: what was handed over last, so that it can be handed back right after."""


@dataclass(frozen=True, slots=True)
class _Left:
    """Somebody's page: who it is, the dossier it is read from, and what is on their name."""

    person: Person
    dossier: Dossier
    day: dt.date
    leaver: Leaver | None

    @property
    def held(self) -> tuple[Held, ...]:
        return self.leaver.held if self.leaver else ()


@staff(VIEW)
def leavers(visit: Visit) -> HttpResponse:
    """Everybody who left with how much is on their name: numbers only, for who arranges people."""
    found, slug = leavers_of(visit.dossier(), on=visit.today()), visit.municipality.slug
    reads, every = can(visit.actor, READ), Crumb(label=leavers_title())
    shown = {
        "frame": (
            frame_for(visit, place="desk:accountability", crumbs=(_account(slug), every))
            if reads
            else frame_for(visit, place="desk:people", crumbs=(every,))
        ),
        "title": leavers_title(),
        "lead": told_leavers(found) if found else "",
        "parts": leaver_parts(found, visit.actor, slug),
        "empty": nobody_left(),
        "gaps": Link(label=_("Findings"), url=reverse("desk:findings", args=[slug])) if reads else None,
    }
    return render(visit.request, "desk/leavers.html", shown)


@staff(READ)
def leaver(visit: Visit, key: UUID) -> HttpResponse:
    """The records on the name of one leaver, with the way to hand them over and, right after that, back."""
    return _page(visit, _left(visit, key))


@staff(HAND_OVER)
def hand(visit: Visit, key: UUID) -> HttpResponse:
    """Show what handing over changes, and then do it; only asked by POST."""
    left = _left(visit, key)
    if visit.request.method != "POST":
        return redirect("desk:leaver", visit.municipality.slug, key)
    form = _form(visit, left, bound=True)
    if "confirm" in visit.request.POST:
        if done(visit, form, _handing(form, visit), said=_said(form)):
            _remember(visit, key, form)
            return redirect("desk:leaver", visit.municipality.slug, key)
        return _page(visit, left, form=form)
    if "change" in visit.request.POST or not form.is_valid():
        return _page(visit, left, form=form)
    return _preview(visit, left, form)


@staff(HAND_OVER)
def back(visit: Visit, key: UUID) -> HttpResponse:
    """Hand back what was handed over last; only asked by POST."""
    left = _left(visit, key)
    records, form = _handed(visit, left), HandBackForm(visit.request.POST or None, auto_id="back-%s")
    if visit.request.method != "POST" or not records:
        return redirect("desk:leaver", visit.municipality.slug, key)

    def write() -> None:
        hand_back(records, to=key, reason=form.cleaned_data["reason"], by=visit.actor)

    if done(visit, form, write, said=_("It was handed back.")):
        del visit.request.session[HANDED]
        return redirect("desk:leaver", visit.municipality.slug, key)
    return _page(visit, left, back=form)


def _handing(form: HandOverForm, visit: Visit) -> Callable[[], None]:
    def write() -> None:
        given = form.cleaned_data
        hand_over(form.chosen(), to=given["to"], reason=given["reason"], by=visit.actor)

    return write


def _said(form: HandOverForm) -> str:
    names = dict(form.fields["to"].choices)  # type: ignore[attr-defined]  # a field of choices
    return _("It was handed over to %(name)s.") % {"name": names.get(form.data.get("to"), "")}


def _remember(visit: Visit, key: UUID, form: HandOverForm) -> None:
    """The session is of one browser and holds keys only; whether it may go back is asked of the history."""
    visit.request.session[HANDED] = {
        "from": str(key),
        "to": str(form.cleaned_data["to"]),
        "records": [f"{each.kind}.{each.id}" for each in form.chosen()],
    }


def _handed(visit: Visit, left: _Left) -> tuple[Held, ...]:
    """What was handed over last from this name, as it stands now; what moved on since is not among it."""
    kept = visit.request.session.get(HANDED, {})
    if visit.moment or kept.get("from") != str(left.person.id):
        return ()
    names = set(kept["records"])
    return tuple(
        each
        for each in held_in(left.dossier, on=left.day)
        if str(each.person_id) == kept["to"] and f"{each.kind}.{each.id}" in names
    )


def _left(visit: Visit, key: UUID) -> _Left:
    dossier, day = visit.dossier(), visit.today()
    found = next((each for each in leavers_of(dossier, on=day) if each.person.id == key), None)
    return _Left(found_in(dossier.organisation.people, key), dossier, day, found)


def _form(visit: Visit, left: _Left, *, bound: bool) -> HandOverForm:
    return HandOverForm(
        visit.request.POST if bound else None,
        held=left.held,
        labels=held_labels(left.held, visit.municipality.slug, catalogue_at(visit.moment)),
        people=((each.id, each.name) for each in left.dossier.organisation.people if can_hold(each, left.day)),
    )


def _page(
    visit: Visit, left: _Left, *, form: HandOverForm | None = None, back: HandBackForm | None = None
) -> HttpResponse:
    slug, key = visit.municipality.slug, left.person.id
    arranges = visit.moment is None and can(visit.actor, HAND_OVER)
    handed = _handed(visit, left) if arranges else ()
    catalogue = catalogue_at(visit.moment)
    shown = {
        "frame": _frame(visit, left.person.name),
        "title": _("On the name of %(name)s") % {"name": left.person.name},
        "lead": since(left.leaver) if left.leaver else _("Nothing waits for another accountable person."),
        "table": held_table(left.held, slug, catalogue) if left.held and not arranges else None,
        "form": (form or _form(visit, left, bound=False)) if left.held and arranges else None,
        "url": reverse("desk:leaver-hand-over", args=[slug, key]),
        "handed": held_table(handed, slug, catalogue) if handed else None,
        "back": back or HandBackForm(auto_id="back-%s"),
        "back_url": reverse("desk:leaver-hand-back", args=[slug, key]),
    }
    return render(visit.request, "desk/leaver.html", shown)


def _preview(visit: Visit, left: _Left, form: HandOverForm) -> HttpResponse:
    people = {each.id: each.name for each in left.dossier.organisation.people}
    given, chosen = form.cleaned_data, form.chosen()
    shown = {
        "frame": _frame(visit, left.person.name),
        "title": _("What handing over changes"),
        "lead": given["reason"],
        "table": preview_table(
            chosen, catalogue_at(visit.moment), now=left.person.name, then=people.get(given["to"], "")
        ),
        "url": reverse("desk:leaver-hand-over", args=[visit.municipality.slug, left.person.id]),
        "fields": [
            *(("records", each.key) for each in chosen),
            ("to", str(given["to"])),
            ("reason", given["reason"]),
        ],
    }
    return render(visit.request, "desk/leaver_preview.html", shown)


def _frame(visit: Visit, name: str) -> object:
    slug = visit.municipality.slug
    crumbs = (
        _account(slug),
        Crumb(label=leavers_title(), url=reverse("desk:leavers", args=[slug])),
        Crumb(label=name),
    )
    return frame_for(visit, place="desk:accountability", crumbs=crumbs)


def _account(slug: str) -> Crumb:
    title = pgettext("place in the rail", "Accountability")
    return Crumb(label=title, url=reverse("desk:accountability", args=[slug]))
