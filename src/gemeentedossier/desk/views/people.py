"""Giving and ending roles: by the administrator, who sees no content; one that ended permits nothing from then on."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.people import EndRoleForm, GiveRoleForm, RoleForm
from gemeentedossier.desk.presenters.activity.wording import listing
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.people import choices, held_on, people_table, roles_told, roles_url
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.organisation import models
from gemeentedossier.organisation.actions.people import end_role, give_role
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person
from gemeentedossier.organisation.queries import people_with_roles

ARRANGES = "organisation.manage_people"


@staff(ARRANGES, only_now=True)
def people(visit: Visit) -> HttpResponse:
    """Everybody who may come in here, with their roles."""
    slug = visit.municipality.slug
    shown = {
        "frame": frame_for(visit, place="desk:people"),
        "title": people_title(),
        "lead": _(
            "Who may do what. People are added, with their way to sign in, by the command “gemeentedossier people"
            " %(slug)s”."
        )
        % {"slug": slug},
        "table": people_table(people_with_roles(), slug=slug, today=clock.today(), arranges=True),
    }
    return render(visit.request, "desk/law_list.html", shown)


@staff(ARRANGES, only_now=True)
def person_roles(visit: Visit, key: UUID) -> HttpResponse:
    """The roles of one person: what they have, a form that gives one, and a form that ends one."""
    person, today = _known(key), clock.today()
    held = held_on(person, today)
    asked = visit.request.POST if visit.request.method == "POST" else None
    gives, ends = asked if asked and "give" in asked else None, asked if asked and "end" in asked else None
    give = GiveRoleForm(gives, roles=choices(set(Role) - held - {Role.PROVIDER}), held=held, auto_id="give-%s")
    end = EndRoleForm(ends, roles=choices(held), held=held, auto_id="end-%s")
    if gives is not None and _done(visit, give, lambda: _give(key, give, visit)):
        return redirect(roles_url(visit.municipality.slug, person))
    if ends is not None and _done(visit, end, lambda: _end(key, end, visit, today)):
        return redirect(roles_url(visit.municipality.slug, person))
    every = Crumb(label=people_title(), url=reverse("desk:people", args=[visit.municipality.slug]))
    shown = {
        "frame": frame_for(visit, place="desk:people", crumbs=(every, Crumb(label=person.name))),
        "title": person.name,
        "roles": listing(roles_told(person, today)),
        "is_self": key == visit.actor.person_id,
        "give": give,
        "end": end if held else None,
    }
    return render(visit.request, "desk/person_roles.html", shown)


def _give(key: UUID, form: RoleForm, visit: Visit) -> None:
    given = form.cleaned_data
    give_role(
        models.Person.objects.get(pk=key),
        role=given["role"],
        until=given["until"],
        by=visit.actor,
        reason=given["reason"],
        read=form.roles_read(),
    )


def _end(key: UUID, form: RoleForm, visit: Visit, today: dt.date) -> None:
    given = form.cleaned_data
    end_role(
        models.Person.objects.get(pk=key),
        role=given["role"],
        on=given["until"] or today - dt.timedelta(days=1),
        by=visit.actor,
        reason=given["reason"],
        read=form.roles_read(),
    )


def _done(visit: Visit, form: RoleForm, write: Callable[[], None]) -> bool:
    if not form.is_valid():
        return False
    try:
        write()
    except NotPermitted:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(visit.request, _("The change was recorded."))
    return True


def _known(key: UUID) -> Person:
    found = next((each for each in people_with_roles() if each.id == key), None)
    if found is None:
        raise Http404
    return found


def people_title() -> str:
    """What the page is called."""
    return _("People and roles")
