"""The sections of the page of a system, with what was found beside them and the forms that open in them."""

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Definition, Link
from gemeentedossier.desk.forms.assets import DepartureForm, FollowForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.assets import inherited_table, system_said, users
from gemeentedossier.desk.presenters.log_reviews import plans_of_system
from gemeentedossier.desk.presenters.mending import asset_section
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.security_pages import beside, sheet_of
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can, can_for

EDIT, DEPART = "assets.edit_system", "security.depart_from_level"


def system_sections(visit: Visit, judged: Judged, found: System, bound: Form | None) -> tuple[Section, ...]:
    """What is recorded of the system; ``bound`` is the form of a level that needs attention."""
    about, now = sheet_of(visit, judged), visit.moment is None
    cases = beside(
        visit, judged, (f for own in judged.assessment.cases if own.case.id == found.id for f in own), asset_section
    )
    may_edit = now and can_for(visit.actor, EDIT, owner_id=found.owner_id)
    return (
        Section(
            anchor="what",
            title=_("What it is"),
            about="",
            definitions=tuple(system_said(about, found)),
            edit_url=reverse("desk:system-edit", args=[about.slug, found.id]) if may_edit else "",
            cases=cases.get("what", ()),
        ),
        Section(
            anchor="levels",
            title=_("Levels"),
            about=_("A system has the highest level of the activities that use it, unless somebody decided otherwise."),
            table=inherited_table(about, found),
            folds=_level_folds(bound, about.slug, found, about.dossier) if now and can(visit.actor, DEPART) else (),
            cases=cases.get("levels", ()),
        ),
        Section(
            anchor="log",
            title=_("Looking at its log"),
            about=_("A measure is tested and judged regularly, and so is who looked at what (Article 32(1)(d))."),
            table=plans_of_system(about, found),
            empty=_("Nobody planned yet how often the log of this system is looked at."),
            links=_log_links(visit, found),
            cases=cases.get("log", ()),
        ),
        Section(
            anchor="used",
            title=_("Used by"),
            about="",
            definitions=(
                Definition(
                    term=_("Processing activities"),
                    links=users(about, found),
                    missing=_("No processing activity runs on this system"),
                ),
            ),
        ),
    )


def system_links(visit: Visit, found: System) -> tuple[Link, ...]:
    """Where the page leads: its history, and its removal for who may."""
    slug, links = visit.municipality.slug, []
    links.append(Link(label=pgettext("tab", "History"), url=reverse("desk:system-history", args=[slug, found.id])))
    links.append(
        Link(label=pgettext("tab", "Data flows"), url=f"{reverse('desk:flows', args=[slug])}?about={found.id}")
    )
    if visit.moment is None and can(visit.actor, "assets.delete_system"):
        links.append(Link(label=_("Remove this system"), url=reverse("desk:system-delete", args=[slug, found.id])))
    return tuple(links)


def _log_links(visit: Visit, found: System) -> tuple[Link, ...]:
    if visit.moment is not None or not can(visit.actor, "security.plan_log_review"):
        return ()
    url = reverse("desk:log-review-new", args=[visit.municipality.slug])
    return (Link(label=_("Plan how often its log is looked at"), url=f"{url}?system={found.id}"),)


def _level_folds(bound: Form | None, slug: str, found: System, dossier: Dossier) -> tuple[Fold, ...]:
    departs = Fold(
        title=_("Decide on another level"),
        button=pgettext("verb", "Record"),
        url=reverse("desk:system-level", args=[slug, found.id]),
        form=bound if isinstance(bound, DepartureForm) else DepartureForm(),
        anchor="levels",
    )
    if not any(each.system_id == found.id for each in dossier.system_levels):
        return (departs,)
    follows = Fold(
        title=_("Follow the inherited level again"),
        button=_("Follow it again"),
        url=reverse("desk:system-follow", args=[slug, found.id]),
        form=bound if isinstance(bound, FollowForm) else FollowForm(system=found, dossier=dossier),
        anchor="levels",
    )
    return departs, follows
