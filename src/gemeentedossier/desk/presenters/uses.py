"""What a system or measure is used by: what still names it, and which level of an activity asks it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Cell, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import listing
from gemeentedossier.desk.presenters.agreements import agreement_url
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Records of one kind that name a system, so that it cannot be removed."""

    what: str
    links: tuple[Link, ...]


def naming(sheet: Sheet, system: System) -> tuple[Naming, ...]:
    """What names the system, by kind; kinds of which none does are left out."""
    found = (
        Naming(what=_("Processing activities"), links=tuple(_activities(sheet, system))),
        Naming(what=_("Agreements"), links=tuple(_agreements(sheet, system))),
        Naming(what=_("Rights that were found"), links=tuple(_rights(sheet, system))),
        Naming(what=_("Plans for looking at its log"), links=tuple(_plans(sheet, system))),
        Naming(what=_("Security risks"), links=tuple(_risks(sheet, system))),
        Naming(what=_("Digital tools"), links=tuple(_tools(sheet, system))),
        Naming(what=_("Leaflets"), links=tuple(_leaflets(sheet, system))),
    )
    return tuple(each for each in found if each.links)


def _activities(sheet: Sheet, system: System) -> Iterator[Link]:
    for each in sheet.dossier.activities:
        if system.id in each.system_ids:
            url = reverse("desk:activity", args=[sheet.slug, each.id])
            yield Link(label=each.name, url=f"{url}#security")


def _agreements(sheet: Sheet, system: System) -> Iterator[Link]:
    for each in sheet.dossier.agreements:
        if system.id in each.system_ids:
            yield Link(label=each.name, url=agreement_url(sheet.slug, each.id, "cover"))


def _rights(sheet: Sheet, system: System) -> Iterator[Link]:
    for each in sheet.dossier.access_rights:
        if system.id == each.system_id:
            url = reverse("desk:activity-security", args=[sheet.slug, each.activity_id])
            yield Link(label=each.holder, url=f"{url}#rights")


def _plans(sheet: Sheet, system: System) -> Iterator[Link]:
    for each in sheet.dossier.log_review_plans:
        if system.id == each.system_id:
            yield Link(label=each.looks_at, url=reverse("desk:log-review", args=[sheet.slug, each.id]))


def _risks(sheet: Sheet, system: System) -> Iterator[Link]:
    for each in sheet.dossier.security_risks:
        if system.id == each.system_id:
            url = reverse("desk:activity-security", args=[sheet.slug, each.activity_id])
            yield Link(label=each.threat, url=f"{url}#risks")


def _tools(sheet: Sheet, system: System) -> Iterator[Link]:
    return (Link(label=each.name, url="") for each in sheet.dossier.tools if system.id == each.system_id)


def _leaflets(sheet: Sheet, system: System) -> Iterator[Link]:
    for each in sheet.dossier.leaflets:
        if system.id == each.system_id:
            yield Link(label=each.party_name, url=reverse("desk:leaflet", args=[sheet.slug, each.id]))


def measure_uses(sheet: Sheet, measure: Measure) -> Table | None:
    """The activities that rely on the measure, which of their levels ask it, and the systems that they run on."""
    systems = {each.id: each.name for each in sheet.dossier.systems}
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:activity-security", args=[sheet.slug, each.id])),
                Cell(text=listing(levels_asking(sheet, measure, each)) or _("No level asks it")),
                Cell(text=listing(systems[key] for key in each.system_ids if key in systems)),
            )
        )
        for each in sheet.dossier.activities
        if measure.id in each.measure_ids
    )
    return table(_("Used by"), (_("Processing activity"), _("Asked by"), _("Systems")), rows)


def levels_asking(sheet: Sheet, measure: Measure, activity: Activity) -> list[str]:
    """The levels of the activity that ask something that the measure brings about, such as “confidentiality 3”."""
    found = next((each for each in sheet.dossier.classifications if each.activity_id == activity.id), None)
    asking = []
    for aspect, number in found.levels.items() if found else ():
        known = sheet.level(aspect, number)
        if known and not set(known.asks).isdisjoint(measure.effects):
            asking.append(f"{name_of(aspect)} {number}")
    return asking
