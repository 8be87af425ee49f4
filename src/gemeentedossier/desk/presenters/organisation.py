"""The municipality itself as its page shows it: sections with what is recorded, and what was found beside it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Action, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, listing, vocabulary_word
from gemeentedossier.desk.presenters.agreement import Section, said, web_page
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.organisation_sections import SECTIONS
from gemeentedossier.desk.presenters.people import people_table
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.register.engine.publication import public_versions
from gemeentedossier.dossier.register.enums import ActivityRole, RecordState
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Controller, Person
from gemeentedossier.organisation.permissions import PERMISSIONS, ROLE_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSight:
    """The municipality with what is needed to show it."""

    slug: str
    dossier: Dossier
    today: dt.date
    may_edit: bool
    arranges_people: bool
    cases: Mapping[str, tuple[Shown, ...]]
    """What is open, by section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSection(Section):
    """A section with the way to add to its list, and how it is kept where that is not done here."""

    add: Action | None = None
    note: str = ""


def here(case: Shown, page: str) -> Shown:
    """A finding as it stands on this page itself: what would only lead back to it is said, and is no link."""
    repair = case.finding.repair
    if repair is None or not repair.url.startswith(f"{page}#"):
        return case
    return replace(case, finding=replace(case.finding, repair=None, advice=f"{repair.label}."))


def sections_of(sight: OrganisationSight) -> tuple[OwnSection, ...]:
    """The sections in order."""
    return tuple(_section(key, sight) for key in SECTIONS)


def _section(key: str, sight: OrganisationSight) -> OwnSection:
    section = SECTIONS[key]
    edits = sight.may_edit and section.edited
    return OwnSection(
        anchor=key,
        title=str(section.title),
        about=str(section.about),
        definitions=tuple(DEFINED[key](sight)) if key in DEFINED else (),
        table=TABLES[key](sight) if key in TABLES else None,
        edit_url=reverse("desk:organisation-edit", args=[sight.slug, key]) if edits else "",
        cases=sight.cases.get(key, ()),
        add=_add(key, sight),
        note=NOTES[key](sight) if key in NOTES else "",
    )


def _add(key: str, sight: OrganisationSight) -> Action | None:
    named = {
        "controllers": (_("Add a body"), "desk:controller-new"),
        "units": (_("Add a unit"), "desk:unit-new"),
    }
    if key == "people" and sight.arranges_people:
        return Action(label=_("Give and end roles"), url=reverse("desk:people", args=[sight.slug]))
    if key not in named or not sight.may_edit:
        return None
    label, route = named[key]
    return Action(label=label, url=reverse(route, args=[sight.slug]))


def _how_people_are_kept() -> str:
    return _("The administrator adds people, and gives and ends their roles on the page “People and roles”.")


def _contact(sight: OrganisationSight) -> Iterator[Definition]:
    o = sight.dossier.organisation
    yield said(_("Contact point for questions about privacy"), o.contact_point or "")
    yield web_page(_("Page about rights"), o.rights_page)
    yield web_page(_("Page about complaints"), o.complaint_page)


def _public(sight: OrganisationSight) -> Iterator[Definition]:
    term, number = _("On the public front page"), len(public_versions(sight.dossier.versions))
    if number:
        told = ngettext(
            "Yes: everybody can read about %(count)s activity",
            "Yes: everybody can read about %(count)s activities",
            number,
        )
        url = reverse("portal:register", args=[sight.slug])
        yield Definition(term=term, links=(Link(label=told % {"count": counted(number)}, url=url),))
        return
    yield said(term, _("Not yet: nothing of the register is public."))
    who = listing(sorted(str(ROLE_WORDS[each]) for each in PERMISSIONS["register.publish_activity"]))
    yield Definition(
        term=_("What makes it so"),
        texts=(
            _("The first activity that is published, by: %(who)s. Adopting alone makes nothing public.") % {"who": who},
        ),
        links=tuple(_to_publish(sight)),
    )


def _to_publish(sight: OrganisationSight) -> Iterator[Link]:
    number = sum(each.record_state is RecordState.ADOPTED for each in sight.dossier.activities)
    if number:
        told = ngettext(
            "%(count)s activity is adopted and can be published",
            "%(count)s activities are adopted and can be published",
            number,
        )
        url = f"{reverse('desk:register', args=[sight.slug])}?record_state={RecordState.ADOPTED.value}"
        yield Link(label=told % {"count": counted(number)}, url=url)


def _officer(sight: OrganisationSight) -> Iterator[Definition]:
    o = sight.dossier.organisation
    designated = o.data_protection_officer_designated
    yield said(_("A data protection officer is designated"), "" if designated is None else answer(designated))
    yield said(_("How residents reach the officer"), o.data_protection_officer_contact or "")
    yield said(_("Number of the officer at the supervisory authority"), o.data_protection_officer_number or "")
    holders = [each.name for each in o.people if _holds(each, Role.DATA_PROTECTION_OFFICER, sight.today)]
    yield said(_("Who has the role"), listing(holders), missing=_("Nobody has this role"))


def _holds(person: Person, role: Role, today: dt.date) -> bool:
    return any(each.role is role and each.holds_on(today) for each in person.roles)


def _character(sight: OrganisationSight) -> Iterator[Definition]:
    o = sight.dossier.organisation
    yield said(_("It is a public authority"), "" if o.is_public_authority is None else answer(o.is_public_authority))
    yield said(_("It processes data for others"), "" if o.acts_as_processor is None else answer(o.acts_as_processor))
    domains = listing(vocabulary_word(PolicyDomain, each) for each in o.policy_domains or ())
    none = pgettext("points of a list", "None") if o.policy_domains == () else ""
    yield said(_("Policy domains"), domains or none)


DEFINED: Mapping[str, Callable[[OrganisationSight], Iterator[Definition]]] = {
    "contact": _contact,
    "public": _public,
    "officer": _officer,
    "character": _character,
}


def _controllers(sight: OrganisationSight) -> Table | None:
    theirs = (each for each in sight.dossier.activities if each.role is not ActivityRole.PROCESSOR)
    named = Counter(key for activity in theirs for key in activity.controller_ids)
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=_edit("controller-edit", sight, each.id), note=_kind_beside(each)),
                Cell(text=each.contact or _("Not recorded")),
                Cell(text=str(named[each.id])),
            )
        )
        for each in sight.dossier.organisation.controllers
    )
    return table(_("Bodies that decide"), (_("Body"), _("Contact"), _("Activities")), rows)


def _kind_beside(body: Controller) -> str:
    """What kind of body it is, where its name does not say that itself."""
    kind = str(name_of(body.kind))
    return "" if kind.casefold() == body.name.casefold() else kind


def _for_others(sight: OrganisationSight) -> str:
    """Why the activities of all bodies together can be fewer than the register has; empty where they are not."""
    count = sum(each.role is ActivityRole.PROCESSOR for each in sight.dossier.activities)
    if not count:
        return ""
    return ngettext(
        "%(count)s activity that the municipality carries out for another does not count here: there that other "
        "decides.",
        "%(count)s activities that the municipality carries out for others do not count here: there those others "
        "decide.",
        count,
    ) % {"count": count}


NOTES: Mapping[str, Callable[[OrganisationSight], str]] = {
    "controllers": _for_others,
    "people": lambda _sight: _how_people_are_kept(),
}


def _units(sight: OrganisationSight) -> Table | None:
    named = Counter(activity.unit_id for activity in sight.dossier.activities)
    rows = tuple(
        Row(cells=(Cell(text=each.name, url=_edit("unit-edit", sight, each.id)), Cell(text=str(named[each.id]))))
        for each in sight.dossier.organisation.units
    )
    return table(_("Units"), (_("Unit"), _("Activities")), rows)


def _edit(route: str, sight: OrganisationSight, key: UUID) -> str:
    return reverse(f"desk:{route}", args=[sight.slug, key]) if sight.may_edit else ""


def _people(sight: OrganisationSight) -> Table | None:
    people = sight.dossier.organisation.people
    return people_table(people, slug=sight.slug, today=sight.today, arranges=False) if people else None


TABLES: Mapping[str, Callable[[OrganisationSight], Table | None]] = {
    "controllers": _controllers,
    "units": _units,
    "people": _people,
}
