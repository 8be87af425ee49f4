"""Who may see what for what: the access matrix, and the rights that somebody found in systems."""

from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.subjects.secured import Secured
from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Row, Table
from gemeentedossier.desk.presenters.activity.wording import answer, day, listing
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.register.facts import Activity


def matrix_table(sheet: Sheet, activity: Activity) -> Table | None:
    """Who may see what for what."""
    purposes = {each.id: each.text for each in activity.purposes}
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.function, note=each.reason),
                Cell(text=purposes.get(each.purpose_id, "") if each.purpose_id else _("All purposes")),
                Cell(text=listing([*sheet.words.categories(DataCategory, each.data_categories), *each.data_own])),
                Cell(text=answer(each.may_change)),
            )
        )
        for each in sheet.dossier.access_rules
        if each.activity_id == activity.id
    )
    return table(_("Access matrix"), (_("Function"), _("Purpose"), _("Data"), _("May change them")), rows)


def rights_table(sheet: Sheet, secured: Secured) -> Table | None:
    """The rights that somebody found in systems."""
    systems = {each.id: each.name for each in sheet.dossier.systems}
    rows = tuple(
        Row(
            cells=(
                Cell(text=right.holder, note=right.function),
                Cell(text=systems.get(right.system_id, "")),
                Cell(text=day(right.seen_on)),
                Cell(badge=_within(truth=within)),
            )
        )
        for right, within in secured.rights
    )
    return table(_("Rights that were found"), (_("Account or group"), _("System"), _("Seen on"), _("Task")), rows)


def _within(*, truth: bool | None) -> Badge:
    if truth is None:
        return Badge(word=_("No matrix yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if truth:
        return Badge(word=_("Within the task"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Outside the task"), tone=Tone.ALARM, shape=Shape.CROSS)
