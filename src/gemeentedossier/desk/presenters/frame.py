"""The frame around every page of the desk: where I am, who I am, which moment I look at."""

from dataclasses import replace
from pathlib import Path

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.frames import Drafts, Frame, Moment, Person, Place
from gemeentedossier.design.parts import Alert, Crumb, Link, Search
from gemeentedossier.desk.actions.drafts import KEEP
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.council import council_title
from gemeentedossier.desk.presenters.presence import presence_url
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.desk.rules import Visit, own_place
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.queries import undelivered
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import can

PLACES = "places"
"""In the session: at how many municipalities somebody has a role."""
SITTING = "sitting"
"""In the session of somebody who is in the middle of the first activity in one sitting: of which municipality."""
MOMENT_REFUSED = "moment_refused"
"""In the session of somebody who just typed a moment that could not be taken: what, and why not."""
SEARCH = "desk:search"
"""The page whose question stays in the search field."""


def frame_for(visit: Visit, *, place: str, crumbs: tuple[Crumb, ...] = ()) -> Frame:
    """The frame; ``place`` is the name of the address that the rail marks as current."""
    slug, here = visit.municipality.slug, visit.request.get_full_path()
    reads = can(visit.actor, "desk.view_home")
    return Frame(
        municipality=visit.municipality.name,
        home_url=own_place(visit.actor, slug) or reverse("desk:home", args=[slug]),
        places=_places(visit, place),
        crumbs=_path(crumbs, visit.request.path),
        search=Search(
            url=reverse(SEARCH, args=[slug]),
            label=_("Search the dossier"),
            query=visit.request.GET.get("q", "") if place == SEARCH else "",
            shortcut=True,
        )
        if reads
        else None,
        moment=_moment(visit, here) if reads else None,
        person=Person(
            name=visit.actor.name,
            sign_out_url=reverse("desk:sign-out"),
            role=_roles(visit),
            account_url=reverse("door:account"),
            places_url=reverse("door:places") if visit.request.session.get(PLACES, 0) > 1 else "",
            links=_own_links(visit),
        ),
        drafts=_drafts(visit),
        way_back=_way_back(visit),
        presence_url="" if visit.moment else presence_url(visit.request.resolver_match, slug),
        language_url=reverse("set_language"),
        next_url=here,
        notice=_("Example municipality: everything here is invented.") if visit.municipality.is_example else "",
        day=day(clock.today()),
        alert=_packs_set_aside(visit) or _not_sent(visit),
    )


def _moment(visit: Visit, here: str) -> Moment:
    """The selector; once with what could not be taken, where that was typed on the page before."""
    url = reverse("desk:moment", args=[visit.municipality.slug])
    return Moment(url=url, next_url=here, at=visit.moment, **visit.request.session.pop(MOMENT_REFUSED, {}))


def _way_back(visit: Visit) -> Link | None:
    """The sitting, to who is in the middle of it."""
    slug = visit.municipality.slug
    if visit.moment or visit.request.session.get(SITTING) != slug:
        return None
    url = reverse("desk:method-sitting", args=[slug])
    if visit.request.path == url:
        return None
    note = _("You are at the first activity in one sitting.")
    return Link(label=_("Back to the sitting: what comes next"), url=url, note=note)


def _own_links(visit: Visit) -> tuple[Link, ...]:
    slug = [visit.municipality.slug]
    named = (
        (KEEP, _("Not saved yet"), "desk:drafts"),
        ("desk.view_home", _("Explanation of fields"), "desk:help"),
    )
    return tuple(Link(label=label, url=reverse(name, args=slug)) for may, label, name in named if can(visit.actor, may))


def _drafts(visit: Visit) -> Drafts | None:
    """Where forms keep what is typed; nowhere on pages of the past, where nothing is written."""
    if visit.moment or not can(visit.actor, KEEP):
        return None
    slug = [visit.municipality.slug]
    return Drafts(
        keep_url=reverse("desk:draft-keep", args=slug),
        found_url=reverse("desk:drafts-found", args=slug),
        drop_url=reverse("desk:draft-drop", args=slug),
    )


def _packs_set_aside(visit: Visit) -> Alert | None:
    """To who works here: that a pack of the municipality's own is faulty and judges nothing, with its first fault."""
    works = can(visit.actor, "desk.view_home") or can(visit.actor, "organisation.manage_people")
    faults = catalogue_at(visit.moment).faults
    if not works or not faults:
        return None
    first = faults[1]  # the one before it says that the pack was set aside
    place = f"{'/'.join(Path(first.file).parts[-2:])}:{first.line}"
    told = {"place": place, "sentence": first.sentence_in(get_language() or "nl")}
    return Alert(
        title=_("A catalogue pack of your own is faulty and was set aside"),
        text=_(
            "No rule, provision or period of it counts, until the administrator mends it and starts the program again. "
            "The first fault, in %(place)s: %(sentence)s All are named by “gemeentedossier catalogue check”."
        )
        % told,
        tone=Tone.ATTENTION,
        shape=Shape.INFORMATION,
    )


def _not_sent(visit: Visit) -> Alert | None:
    """To who keeps the program running: that the mail server takes no messages, since when and how many."""
    if not can(visit.actor, "organisation.manage_people"):
        return None
    count, since = undelivered()
    if since is None:
        return None
    told = ngettext(
        "%(count)s message waits since %(at)s. Nothing is lost: it is tried again every hour. Look whether the mail "
        "server of GEMEENTEDOSSIER_MAIL is there and takes messages.",
        "%(count)s messages wait since %(at)s. Nothing is lost: they are tried again every hour. Look whether the mail "
        "server of GEMEENTEDOSSIER_MAIL is there and takes messages.",
        count,
    )
    at = date_format(localtime(since), "j F, H:i")
    return Alert(
        title=_("The mail server does not take messages"),
        text=told % {"count": count, "at": at},
        tone=Tone.ATTENTION,
        shape=Shape.INFORMATION,
    )


def _path(crumbs: tuple[Crumb, ...], here: str) -> tuple[Crumb, ...]:
    """The way to this page, as far as there is one: nothing leads to where somebody stands already."""
    steps = tuple(replace(each, url="") if each.url == here else each for each in crumbs)
    return steps if any(each.url for each in steps) else ()


def account_crumbs(visit: Visit, *steps: str | tuple[str, str]) -> tuple[Crumb, ...]:
    """The path to a page of accountability; a step is a title, or a title with its address."""
    url = reverse("desk:accountability", args=[visit.municipality.slug])
    first = Crumb(label=pgettext("place in the rail", "Accountability"), url=url)
    named = ((step, "") if isinstance(step, str) else step for step in steps)
    return (first, *(Crumb(label=label, url=address) for label, address in named))


def _places(visit: Visit, current: str) -> tuple[Place, ...]:
    named: tuple[tuple[str, str, str, str], ...] = (
        ("desk:home", "desk.view_home", "", pgettext("place in the rail", "Today")),
        ("desk:agenda", "desk.view_home", "", pgettext("place in the rail", "Agenda")),
        ("desk:method", "assessment.view_findings", "", pgettext("place in the rail", "Method")),
        ("desk:register", "register.view_activity", "A", pgettext("place in the rail", "Processing")),
        ("desk:security", "security.view_security", "B", pgettext("place in the rail", "Security")),
        ("desk:assessments", "risks.view_assessment", "C", pgettext("place in the rail", "DPIAs")),
        ("desk:breaches", "breaches.view_breach", "D", pgettext("place in the rail", "Breaches")),
        ("desk:agreements", "agreements.view_agreement", "", pgettext("place in the rail", "Agreements")),
        ("desk:requests", "requests.view_request", "", pgettext("place in the rail", "Requests")),
        ("desk:findings", "assessment.view_findings", "", pgettext("place in the rail", "Findings")),
        ("desk:documents", "documents.view_document", "", pgettext("place in the rail", "Documents")),
        ("desk:officer", "governance.plan_supervision", "", pgettext("place in the rail", "Supervision")),
        ("desk:exchange", "exchange.view_imports", "", pgettext("place in the rail", "Import and export")),
        ("desk:accountability", "desk.view_home", "", pgettext("place in the rail", "Accountability")),
        ("desk:people", "organisation.manage_people", "", pgettext("place in the rail", "People and roles")),
    )
    if not can(visit.actor, "desk.view_home"):  # who reads the dossier finds it among the pages of accountability
        named = (("desk:council", "desk.view_council", "", council_title()), *named)
    return tuple(
        Place(label=label, url=reverse(name, args=[visit.municipality.slug]), letter=letter, current=name == current)
        for name, permission, letter, label in named
        if can(visit.actor, permission)
    )


def _roles(visit: Visit) -> str:
    return ", ".join(sorted(role_name(Role(each)) for each in visit.actor.roles))
