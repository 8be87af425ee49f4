"""One change of many records: what it will do, which it leaves and why, and what it did."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.design.parts import Cell, Column, Row, Table
from gemeentedossier.desk.presenters.activity.differences import column_label, worded
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.dossier.register.enums import ManyField, Untouched
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.many import DoneTo, Looked, ManyDone, Value
from gemeentedossier.foundation.addresses import reverse


def field_label(field: ManyField) -> str:
    """What the field is called on the page of a record."""
    return column_label(Activity, field.value)


def field_choices() -> list[tuple[str, str]]:
    """What can be changed of many at once."""
    return [(field.value, field_label(field)) for field in ManyField]


def many_records(count: int) -> str:
    """How many records, in words."""
    return ngettext("%(count)s record", "%(count)s records", count) % {"count": count}


def step_title(field: ManyField, count: int) -> str:
    """What a change of so many records is called before it is made."""
    return _("Change %(field)s of %(records)s") % {"field": field_label(field), "records": many_records(count)}


def change_table(looked: Iterable[Looked], field: ManyField, value: Value, *, words: Words, slug: str) -> Table:
    """Of each record that changes what it says now and what it will say."""
    then = worded(Activity, field.value, value, words)
    label = field_label(field)
    headings = (_("Processing activity"), _("%(field)s now") % {"field": label}, _("Becomes"), _("Record"))
    return Table(
        caption=_("What changes"),
        columns=tuple(Column(label=heading) for heading in headings),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=each.name, url=reverse("desk:activity", args=[slug, each.id])),
                    Cell(text=_said(field.value, each.before, words)),
                    Cell(text=then),
                    Cell(text=_("Becomes a concept again; the adopted version keeps holding") if each.reopens else ""),
                )
            )
            for each in looked
            if each.untouched is None
        ),
    )


def left_table(looked: Iterable[Looked], *, slug: str) -> Table | None:
    """Which records are left as they are, each with the reason; None where none is."""
    left = tuple((each.id, each.name, each.untouched) for each in looked if each.untouched)
    return _left(left, slug) if left else None


def done_table(done: ManyDone, *, words: Words, slug: str, undone: Sequence[ManyDone] = ()) -> Table:
    """Of each record what it said, what it said then, and whether that still stands or was put back since."""
    headings = (_("Processing activity"), pgettext("column", "What"), _("Before"), _("After"), _("Since then"))
    back = {each.id: each.untouched for time in undone for each in time.records}
    return Table(
        caption=_("What changed"),
        caption_hidden=True,
        columns=tuple(Column(label=heading) for heading in headings),
        rows=tuple(row for each in done.records for row in _done_rows(each, words, slug, _since(each, back))),
    )


def made_by(done: ManyDone) -> str:
    """Who did it and when."""
    told = {"name": done.by or _("The program"), "moment": date_format(localtime(done.at), _("j F Y, H:i"))}
    return _("%(name)s, %(moment)s") % told


def told_undone(restored: int, left: Sequence[DoneTo]) -> str:
    """What undoing did, with the records that stay by name."""
    told = ngettext("%(count)s record reads as before.", "%(count)s records read as before.", restored) % {
        "count": restored
    }
    if not left:
        return told
    names = ", ".join(f"“{each.name}” ({_why_left(each.untouched)})" for each in left)
    return f"{told} " + _("Left as they are: %(names)s.") % {"names": names}


def _why_left(untouched: Untouched | None) -> str:
    if untouched is Untouched.GONE:
        return pgettext("why it was left", "removed")
    if untouched is Untouched.CHANGED:
        return pgettext("why it was left", "changed since")
    return pgettext("why it was left", "somebody else answers for it")


def why(untouched: Untouched) -> str:
    """Why a record is left as it is."""
    return {
        Untouched.GONE: _("It is not there any more."),
        Untouched.CHANGED: _("Somebody changed it since. Look at it and choose it again."),
        Untouched.NOT_YOURS: _("Somebody else answers for it; ask the privacy officer."),
        Untouched.NOT_THERE: _("The person or unit that it named before was removed since. Choose another."),
        Untouched.REPLACED: _("It was replaced by another record and is kept as it was."),
        Untouched.SAME: _("It says so already."),
        Untouched.ENDS_BEFORE_IT_STARTS: _("It would end before it starts. Correct its dates first."),
    }[untouched]


def _left(left: Iterable[tuple[object, str, Untouched]], slug: str) -> Table:
    return Table(
        caption=_("What is left as it is"),
        columns=(Column(label=_("Processing activity")), Column(label=_("Why"))),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=name or _("a record that is gone"))
                    if untouched is Untouched.GONE
                    else Cell(text=name, url=reverse("desk:activity", args=[slug, key])),
                    Cell(text=why(untouched)),
                )
            )
            for key, name, untouched in left
        ),
    )


def _done_rows(each: DoneTo, words: Words, slug: str, since: str) -> Iterable[Row]:
    gone = each.untouched is Untouched.GONE
    name = Cell(text=each.name) if gone else Cell(text=each.name, url=reverse("desk:activity", args=[slug, each.id]))
    for column, before in each.before.items():
        yield Row(
            cells=(
                name,
                Cell(text=column_label(Activity, column)),
                Cell(text=_said(column, before, words)),
                Cell(text=_said(column, each.after[column], words)),
                Cell(text=since),
            )
        )


def _since(each: DoneTo, back: Mapping[UUID, Untouched | None]) -> str:
    """``back`` are the records that undoing put back, with what became of them since."""
    if each.untouched is Untouched.GONE:
        return _("Removed")
    if each.id in back:
        changed = back[each.id] is Untouched.CHANGED
        return _("Put back, and changed since") if changed else pgettext("since then", "Put back")
    if each.untouched is Untouched.CHANGED:
        return _("Changed")
    return pgettext("since then", "Unchanged")


def _said(column: str, value: Value, words: Words) -> str:
    return worded(Activity, column, value, words) or pgettext("value", "Nothing recorded")
