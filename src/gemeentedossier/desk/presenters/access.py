"""Who may see what for what: the access matrix, and the rights that somebody found in systems."""

import datetime as dt

from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.subjects.secured import Secured
from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Row, Table
from gemeentedossier.desk.presenters.activity.wording import Words, answer, day, listing
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule
from gemeentedossier.foundation.addresses import reverse


def matrix_table(sheet: Sheet, activity: Activity, *, purpose: Purpose | None = None, edits: bool) -> Table | None:
    """Who may see what for what, of one purpose or of all; each line leads to its form, for who may edit it."""
    lines = [each for each in sheet.dossier.access_rules if each.activity_id == activity.id]
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.function, note=each.reason),
                Cell(text=purpose_words(activity, each)),
                data_cell(sheet, each),
                Cell(text=answer(each.may_change)),
                *((Cell(text=_("Edit"), url=line_url(sheet.slug, each)),) if edits else ()),
            )
        )
        for each in lines
        if purpose is None or each.opens(purpose.id)
    )
    labels = (_("Function"), _("Purpose"), _("Data"), _("May change them"))
    return table(_("Access matrix"), (*labels, _("Line")) if edits else labels, rows)


def purpose_words(activity: Activity, rule: AccessRule) -> str:
    """The purpose of a line, or that it is about all of them."""
    found = next((each.text for each in activity.purposes if each.id == rule.purpose_id), "")
    return found or _("All purposes")


def data_cell(sheet: Sheet, rule: AccessRule) -> Cell:
    """The data of a line; a line without data says so, because it opens everything or nothing."""
    names = data_words(sheet.words, rule)
    if names:
        return Cell(text=listing(names))
    return Cell(badge=Badge(word=_("No data recorded"), tone=Tone.OPEN, shape=Shape.HOLLOW))


def data_words(words: Words, rule: AccessRule) -> list[str]:
    """The data of a line in words; none where nobody recorded them."""
    return [*words.categories(DataCategory, rule.data_categories), *rule.data_own]


def line_url(slug: str, rule: AccessRule) -> str:
    """Where a line of the access matrix is edited or withdrawn."""
    return reverse("desk:access-line", args=[slug, rule.activity_id, rule.id])


def rights_table(sheet: Sheet, secured: Secured, *, purpose: Purpose | None = None) -> Table | None:
    """The rights that somebody found in systems: all of an activity, or those that reach one purpose."""
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
        if purpose is None or right.purpose_id in (None, purpose.id)
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
