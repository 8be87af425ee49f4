"""Who may see what for what: the access matrix, and the rights that somebody found in systems."""

import datetime as dt

from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.subjects.secured import Secured
from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Row, Table
from gemeentedossier.desk.presenters.activity.wording import answer, day, listing
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule


def matrix_table(sheet: Sheet, activity: Activity) -> Table | None:
    """Who may see what for what."""
    purposes = {each.id: each.text for each in activity.purposes}
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.function, note=each.reason),
                Cell(text=purposes.get(each.purpose_id, "") if each.purpose_id else _("All purposes")),
                Cell(text=listing(_data(sheet, each)) or _("Not recorded")),
                Cell(text=answer(each.may_change)),
            )
        )
        for each in sheet.dossier.access_rules
        if each.activity_id == activity.id
    )
    return table(_("Access matrix"), (_("Function"), _("Purpose"), _("Data"), _("May change them")), rows)


def _data(sheet: Sheet, rule: AccessRule) -> list[str]:
    return [*sheet.words.categories(DataCategory, rule.data_categories), *rule.data_own]


def rights_table(sheet: Sheet, secured: Secured) -> Table | None:
    """The rights that somebody found in systems."""
    systems = {each.id: each.name for each in sheet.dossier.systems}
    rows = tuple(
        Row(
            cells=(
                Cell(text=right.holder, note=right.function),
                Cell(text=systems.get(right.system_id, "")),
                Cell(text=day(right.seen_on)),
                _judged_right(right, within, sheet.today),
            )
        )
        for right, within in secured.rights
    )
    return table(_("Rights that were found"), (_("Account or group"), _("System"), _("Seen on"), _("Judgement")), rows)


def _judged_right(right: AccessRight, within: bool | None, today: dt.date) -> Cell:  # noqa: FBT001 - may be unknown
    """Whether the right should be there: an account that outlives its role never looks in order."""
    ended = right.role_ended_on
    if right.account_active and ended and ended < today:
        lives = Badge(word=_("Account outlives the role"), tone=Tone.ALARM, shape=Shape.CROSS)
        return Cell(badge=lives, note=_("The role ended on %(day)s.") % {"day": day(ended)})
    return Cell(badge=_within(truth=within))


def _within(*, truth: bool | None) -> Badge:
    if truth is None:
        return Badge(word=_("No matrix yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if truth:
        return Badge(word=_("Within the task"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Outside the task"), tone=Tone.ALARM, shape=Shape.CROSS)
