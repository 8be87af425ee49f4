"""Giving and ending roles: by the administrator, who sees no content; one that ended permits nothing from then on."""

import datetime as dt
from functools import partial
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Crumb, Link
from gemeentedossier.desk.forms.people import AddPersonForm, EndRoleForm, ForgetForm, GiveRoleForm, InviteForm, RoleForm
from gemeentedossier.desk.presenters.activity.wording import listing
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.leavers import told_leavers
from gemeentedossier.desk.presenters.people import choices, held_on, people_table, roles_told, roles_url, way_in
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.writing import done
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.engine.leavers import leavers_of
from gemeentedossier.organisation import models
from gemeentedossier.organisation.actions.invitations import add_and_invite, invite
from gemeentedossier.organisation.actions.lost import forget_ways_in, unlink_provider
from gemeentedossier.organisation.actions.people import end_role, give_role
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person
from gemeentedossier.organisation.queries import is_tied, people_with_roles

ARRANGES = "organisation.manage_people"


@staff(ARRANGES, only_now=True)
def people(visit: Visit) -> HttpResponse:
    """Everybody who may come in here, with their roles."""
    slug = visit.municipality.slug
    shown = {
        "frame": frame_for(visit, place="desk:people"),
        "title": people_title(),
        "lead": _("Who may do what. Nobody gets in without a role, and a role ends on its last day by itself."),
        "step": Action(label=_("Add a person"), url=reverse("desk:person-new", args=[slug]), weight=Weight.PRIMARY),
        "beside": Link(label=_waits(visit), url=reverse("desk:leavers", args=[slug])),
        "table": people_table(people_with_roles(), slug=slug, today=clock.today(), arranges=True),
    }
    return render(visit.request, "desk/law_list.html", shown)


def _waits(visit: Visit) -> str:
    """How much is on the name of who left: a number, of which the administrator sees no content."""
    found = leavers_of(visit.dossier(), on=clock.today())
    return told_leavers(found) if found else _("Nothing is in the name of somebody who left")


@staff(ARRANGES, only_now=True)
def new_person(visit: Visit) -> HttpResponse:
    """Record somebody with a first role, and send them the link to sign in."""
    form = AddPersonForm(visit.request.POST or None, roles=choices(set(Role) - {Role.PROVIDER}), held=())
    if done(visit, form, lambda: _add(form, visit), said=_("The person was added.")):
        return redirect("desk:people", visit.municipality.slug)
    every = Crumb(label=people_title(), url=reverse("desk:people", args=[visit.municipality.slug]))
    shown = {
        "frame": frame_for(visit, place="desk:people", crumbs=(every, Crumb(label=_("Add a person")))),
        "title": _("Add a person"),
        "form": form,
        "lead": _("The link that they get opens once, for a week. They choose themselves how they sign in."),
    }
    return render(visit.request, "desk/person_new.html", shown)


def _add(form: AddPersonForm, visit: Visit) -> None:
    given = form.cleaned_data
    add_and_invite(
        given["name"],
        email=given["email"],
        role=given["role"],
        until=given["until"],
        municipality=visit.municipality if given["invites"] else None,
        reason=given["reason"],
        by=visit.actor,
    )


@staff(ARRANGES, only_now=True)
def person_roles(visit: Visit, key: UUID) -> HttpResponse:
    """The roles of one person: what they have, a form that gives one, and a form that ends one."""
    person, today = _known(key), clock.today()
    held = held_on(person, today)
    asked = visit.request.POST if visit.request.method == "POST" else None
    gives, ends = (asked if asked and step in asked else None for step in ("give", "end"))
    give = GiveRoleForm(gives, roles=choices(set(Role) - held - {Role.PROVIDER}), held=held, auto_id="give-%s")
    end = EndRoleForm(ends, roles=choices(held), held=held, auto_id="end-%s")
    if gives is not None and done(visit, give, lambda: _give(key, give, visit)):
        return redirect(roles_url(visit.municipality.slug, person))
    if ends is not None and done(visit, end, lambda: _end(key, end, visit, today)):
        return redirect(roles_url(visit.municipality.slug, person))
    ways = _ways_in(visit, key, person, asked)
    if ways is None:
        return redirect(roles_url(visit.municipality.slug, person))
    every = Crumb(label=people_title(), url=reverse("desk:people", args=[visit.municipality.slug]))
    record = models.Person.objects.select_related("account").get(pk=key)
    shown = {
        "frame": frame_for(visit, place="desk:people", crumbs=(every, Crumb(label=person.name))),
        "forget": ways["forget"] if record.account_id and held else None,
        "unlink": ways["unlink"] if record.account_id and is_tied(record.account_id) else None,
        "way_in": way_in(record, person, today),
        "invite": ways["invite"] if held and person.email else None,
        "title": person.name,
        "roles": listing(roles_told(person, today)),
        "is_self": key == visit.actor.person_id,
        "give": give,
        "end": end if held else None,
    }
    return render(visit.request, "desk/person_roles.html", shown)


def _ways_in(visit: Visit, key: UUID, person: Person, asked: QueryDict | None) -> dict[str, Form] | None:
    """The forms about how somebody comes in, by the name of their button; None where one of them was carried out."""
    kinds = {"invite": InviteForm, "forget": ForgetForm, "unlink": ForgetForm}
    forms = {
        step: kind(asked if asked and step in asked else None, auto_id=f"{step}-%s") for step, kind in kinds.items()
    }
    verbs = {"invite": _invite, "forget": _forget, "unlink": _unlink}
    said = {
        "invite": _("The link was sent to %(email)s.") % {"email": person.email},
        "forget": _("At the next sign-in a new second step is set up. Every session ended."),
        "unlink": _("Untied. Every session ended; the next sign-in by the organisation says anew who this is."),
    }
    for step, form in forms.items():
        if form.is_bound and done(visit, form, partial(verbs[step], key, form, visit), said=said[step]):
            return None
    return forms


def _unlink(key: UUID, form: Form, visit: Visit) -> None:
    unlink_provider(key, is_everywhere=False, by=visit.actor, reason=form.cleaned_data["reason"])


def _invite(key: UUID, form: Form, visit: Visit) -> None:
    invite(key, municipality=visit.municipality, by=visit.actor, reason=form.cleaned_data["reason"])


def _forget(key: UUID, form: Form, visit: Visit) -> None:
    forget_ways_in(key, is_everywhere=False, by=visit.actor, reason=form.cleaned_data["reason"])


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


def _known(key: UUID) -> Person:
    found = next((each for each in people_with_roles() if each.id == key), None)
    if found is None:
        raise Http404
    return found


def people_title() -> str:
    """What the page is called."""
    return _("People and roles")
