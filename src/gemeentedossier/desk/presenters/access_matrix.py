"""The access matrix of all activities: which function may see which data for which purpose."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, EmptyState, Row, Table
from gemeentedossier.desk.presenters.access import data_cell, purpose_words
from gemeentedossier.desk.presenters.activity.wording import answer
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import AccessRule
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedAccess:
    """Of which function, unit and activity somebody looks for the lines; empty does not matter."""

    function: str = ""
    unit: str = ""
    activity: str = ""

    def fits(self, rule: AccessRule, activity: Activity) -> bool:
        """Whether a line is looked for."""
        of_function = self.function in ("", rule.function)
        return of_function and self.unit in ("", activity.unit) and self.activity in ("", str(activity.id))


def lines_of(dossier: Dossier, wanted: WantedAccess) -> Iterator[tuple[Activity, AccessRule]]:
    """Yield the lines that are looked for with their activities, by name of the activity and function."""
    known = {each.id: each for each in dossier.activities}
    found = ((known[rule.activity_id], rule) for rule in dossier.access_rules if rule.activity_id in known)
    for activity, rule in sorted(found, key=lambda each: (each[0].name, each[1].function, each[1].id)):
        if wanted.fits(rule, activity):
            yield activity, rule


def whole_matrix(sheet: Sheet, wanted: WantedAccess) -> Table | None:
    """The lines that are looked for; each leads to the place on the sheet of its activity."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=rule.function, note=rule.reason),
                Cell(text=activity.name, url=sheet_url(sheet.slug, activity), note=activity.unit),
                Cell(text=purpose_words(activity, rule)),
                data_cell(sheet, rule),
                Cell(text=answer(rule.may_change)),
            )
        )
        for activity, rule in lines_of(sheet.dossier, wanted)
    )
    labels = (_("Function"), _("Processing activity"), _("Purpose"), _("Data"), _("May change them"))
    return table(_("Access matrix"), labels, rows)


def without_lines(sheet: Sheet, wanted: WantedAccess) -> Table | None:
    """The activities of which nobody recorded who may see what."""
    there = {each.activity_id for each in sheet.dossier.access_rules}
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=sheet_url(sheet.slug, each)),
                Cell(text=each.unit),
                Cell(badge=Badge(word=_("No matrix yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)),
            )
        )
        for each in sheet.dossier.activities
        if each.id not in there and wanted.unit in ("", each.unit) and wanted.activity in ("", str(each.id))
    )
    return table(_("Without a matrix"), (_("Processing activity"), _("Unit"), _("Access matrix")), rows)


def sheet_url(slug: str, activity: Activity) -> str:
    """The access matrix on the security sheets of an activity."""
    return f"{reverse('desk:activity-security', args=[slug, activity.id])}#access"


def no_lines(slug: str) -> EmptyState:
    """Where no line fits what somebody looks for."""
    return EmptyState(
        title=_("No line fits these filters"),
        belongs=_("Here stands which function may see which data for which purpose."),
        reason=_("Whoever works for the municipality processes data only on its instructions (Article 32(4))."),
        step=Action(label=_("Show all lines"), url=reverse("desk:access-matrix", args=[slug])),
    )
