"""Parties as a list and as a page: what ties each to the municipality, and who may act for it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Column, Definition, EmptyState, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer, country, day, listing
from gemeentedossier.desk.presenters.agreements import agreement_url, kind_word, state_badge
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet, RoleTest
from gemeentedossier.dossier.assets.facts import System, Tool
from gemeentedossier.dossier.parties.facts import Party, PartyRepresentative
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


class Tie(StrEnum):
    """What ties a party to the municipality."""

    AGREEMENT = "agreement"
    SYSTEM = "system"
    REGISTER = "register"
    OTHER = "other"
    NOTHING = "nothing"


def tie_word(tie: Tie) -> str:
    """The tie as a filter names it."""
    return {
        Tie.AGREEMENT: _("An agreement"),
        Tie.SYSTEM: _("A system or digital tool"),
        Tie.REGISTER: _("The register names it"),
        Tie.OTHER: _("A role test, a leaflet or somebody who acts for it"),
        Tie.NOTHING: _("Nothing: no record names it"),
    }[tie]


@dataclass(frozen=True, slots=True)
class Tied:
    """A party with all that names it."""

    party: Party
    agreements: tuple[Agreement, ...]
    below: tuple[Agreement, ...]
    """The agreements in which it works below another, as a sub-processor."""
    systems: tuple[System, ...]
    tools: tuple[Tool, ...]
    activities: tuple[Activity, ...]
    role_tests: tuple[RoleTest, ...]
    leaflets: tuple[Leaflet, ...]
    people: tuple[PartyRepresentative, ...]

    @property
    def ties(self) -> frozenset[Tie]:
        """What ties it here."""
        known = {
            Tie.AGREEMENT: bool(self.agreements or self.below),
            Tie.SYSTEM: bool(self.systems or self.tools),
            Tie.REGISTER: bool(self.activities),
            Tie.OTHER: bool(self.role_tests or self.leaflets or self.people),
        }
        found = frozenset(tie for tie, holds in known.items() if holds)
        return found or frozenset({Tie.NOTHING})


def tied_parties(dossier: Dossier) -> tuple[Tied, ...]:
    """Every party with all that names it, by name."""
    return tuple(tied(each, dossier) for each in dossier.parties)


def tied(party: Party, dossier: Dossier) -> Tied:
    """A party with all that names it."""
    key = party.id
    return Tied(
        party=party,
        agreements=tuple(a for a in dossier.agreements if any(p.party_id == key for p in a.parties)),
        below=tuple(a for a in dossier.agreements if any(s.party_id == key for s in a.sub_processors)),
        systems=tuple(s for s in dossier.systems if s.supplier_id == key),
        tools=tuple(t for t in dossier.tools if t.supplier_id == key),
        activities=tuple(a for a in dossier.activities if key in _named_in(a)),
        role_tests=tuple(t for t in dossier.role_tests if t.party_id == key),
        leaflets=tuple(each for each in dossier.leaflets if each.party_id == key),
        people=tuple(r for r in dossier.representatives if r.party_id == key),
    )


def _named_in(activity: Activity) -> set[UUID | None]:
    return {each.party_id for each in activity.parties} | {each.party_id for each in activity.recipients}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for among the parties; empty does not matter, and a dash is an unknown country."""

    q: str = ""
    tie: str = ""
    country: str = ""

    def fits(self, found: Tied) -> bool:
        """Whether the party is wanted."""
        text = f"{found.party.name} {found.party.contact}".casefold()
        return (
            self.q.strip().casefold() in text
            and (not self.tie or self.tie in found.ties)
            and self.country in ("", found.party.country or "-")
        )


def party_url(slug: str, key: UUID, anchor: str = "") -> str:
    """The page of a party, at one of its sections."""
    page = reverse("desk:party", args=[slug, key])
    return f"{page}#{anchor}" if anchor else page


def parties_table(found: Iterable[Tied], *, slug: str) -> Table:
    """The parties with what ties them here."""
    labels = (_("Party"), _("Country"), _("Agreements"), _("Systems and tools"), _("Processing activities"))
    return Table(
        caption=_("Parties"),
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(_row(each, slug) for each in found),
    )


def _row(found: Tied, slug: str) -> Row:
    party, care = found.party, pgettext("party", "care provider")
    below = _("below another: %(count)s") % {"count": len(found.below)} if found.below else ""
    return Row(
        cells=(
            Cell(text=party.name, url=party_url(slug, party.id), note=care if party.is_care_provider else ""),
            Cell(text=country(party.country) or pgettext("country", "Not known yet")),
            Cell(text=str(len(found.agreements)), note=below),
            Cell(text=str(len(found.systems) + len(found.tools))),
            Cell(text=str(len(found.activities))),
        )
    )


def no_parties(slug: str, *, is_narrowed: bool, may_record: bool) -> EmptyState:
    """What belongs here, and why."""
    if is_narrowed:
        return EmptyState(
            title=_("Nothing fits these filters"),
            belongs=_("There are parties, but none with all of these properties at once."),
            step=Action(label=_("Show all parties"), url=reverse("desk:parties", args=[slug])),
        )
    step = Action(label=_("Record a party"), url=reverse("desk:party-new", args=[slug]))
    return EmptyState(
        title=_("No parties yet"),
        belongs=_("Here stand the organisations that get data of the municipality, process them or decide along."),
        reason=_("The register says who receives data, and which processors there are (Articles 28 and 30(1)(d))."),
        step=step if may_record else None,
    )


def party_said(party: Party) -> Iterator[Definition]:
    """What is recorded of the party itself."""
    yield _said(_("Country"), country(party.country), missing=_("Not known yet, so nobody sees a transfer"))
    yield _said(_("Contact"), party.contact, missing=_("Nobody recorded whom to reach"))
    care = "" if party.is_care_provider is None else answer(party.is_care_provider)
    yield _said(_("Contracted care provider"), care, missing=answer(None))


def _said(term: str, text: str, *, missing: str) -> Definition:
    return Definition(term=term, texts=(text,) if text else (), missing=missing)


def agreements_of(found: Tied, dossier: Dossier, *, slug: str) -> Table | None:
    """The agreements that name the party, and as what."""
    today = day_of(dossier)
    rows = [
        Row(
            cells=(
                Cell(text=each.name, url=agreement_url(slug, each.id), note=each.reference),
                Cell(text=kind_word(each)),
                Cell(badge=state_badge(each, today)),
                Cell(text=as_what),
            )
        )
        for group, as_what in ((found.agreements, _("party")), (found.below, _("sub-processor")))
        for each in group
    ]
    return _table(_("Agreements"), (_("Agreement"), _("Kind"), _("State"), _("As")), rows)


def systems_of(found: Tied, *, slug: str) -> Table | None:
    """The systems and digital tools that it supplies."""
    systems = [
        Row(cells=(Cell(text=s.name, url=reverse("desk:system", args=[slug, s.id])), Cell(text=_("system"))))
        for s in found.systems
    ]
    tools = [Row(cells=(Cell(text=each.name), Cell(text=_("digital tool")))) for each in found.tools]
    return _table(_("Systems and digital tools"), (_("Name"), _("What")), [*systems, *tools])


def activities_of(found: Tied, *, slug: str) -> Table | None:
    """The activities that name it, and as what."""
    rows = [
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:activity", args=[slug, each.id])),
                Cell(text=listing(_roles_in(each, found.party.id))),
            )
        )
        for each in found.activities
    ]
    return _table(_("Processing activities"), (_("Processing activity"), _("As")), rows)


def _roles_in(activity: Activity, key: UUID) -> list[str]:
    roles = [name_of(each.role) if each.role else _("party") for each in activity.parties if each.party_id == key]
    return roles + ([_("recipient")] if any(each.party_id == key for each in activity.recipients) else [])


def tests_of(found: Tied, *, slug: str, activities: dict[UUID, str]) -> Table | None:
    """What was tested and decided of it."""
    everywhere = pgettext("role test", "Whatever the activity")
    rows = [
        Row(
            cells=(
                Cell(
                    text=activities.get(each.activity_id, everywhere) if each.activity_id else everywhere,
                    url=reverse("desk:role-test", args=[slug, each.id]),
                ),
                Cell(text=name_of(each.outcome) if each.outcome else pgettext("role test", "still open")),
                Cell(text=name_of(each.decided) if each.decided else "", note=each.reason),
            )
        )
        for each in found.role_tests
    ]
    return _table(_("Role tests"), (_("Processing activity"), _("Follows from the answers"), _("Decided")), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Somebody who acts or may come to act for the party. ``link`` is there for who may send it, while it holds."""

    name: str
    email: str
    state: Badge
    end_url: str = ""
    end_label: str = ""
    link: str = ""
    mail: str = ""


def person_badge(person: PartyRepresentative, today: dt.date, *, may_enter: bool) -> Badge:
    """Whether the person acts for the party, in a word, a shape and a colour.

    ``may_enter`` says whether they hold the role for it: the administrator may have ended that.
    """
    if person.acts_on(today) and not may_enter:
        return Badge(word=_("Sees nothing: the administrator ended the role"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if person.acts_on(today):
        return Badge(
            word=_("Acts for it since %(day)s") % {"day": day(person.starts_on)}, tone=Tone.GOOD, shape=Shape.CHECK
        )
    if person.is_open_on(today):
        told = _("Invited, the link holds until %(day)s") % {"day": day(person.invited_until)}
        return Badge(word=told, tone=Tone.NOTE, shape=Shape.CLOCK)
    if person.invited_until:
        told = _("The invitation ran out on %(day)s") % {"day": day(person.invited_until)}
        return Badge(word=told, tone=Tone.OPEN, shape=Shape.HOLLOW)
    return Badge(word=_("Until %(day)s") % {"day": day(person.ends_on)}, tone=Tone.QUIET, shape=Shape.DASH)


def _table(caption: str, labels: tuple[str, ...], rows: list[Row]) -> Table | None:
    if not rows:
        return None
    columns = tuple(Column(label=each) for each in labels)
    return Table(caption=caption, caption_hidden=True, columns=columns, rows=tuple(rows))
