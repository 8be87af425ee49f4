"""What happened to a record as a timeline, in one form; each kind says what its verbs and fields mean."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import ledger_place
from gemeentedossier.dossier.register.queries.history import Happening, RowChange


def timeline(
    happenings: Iterable[Happening], *, titled: Callable[[str], str], told: Callable[[RowChange], Iterable[Change]]
) -> tuple[Entry, ...]:
    """Each verb with who, when, why, its place in the ledger, and which fields differ, in the order given."""
    return tuple(
        Entry(
            at=each.numbered_at,
            title=titled(each.verb),
            by=each.by or _("the program"),
            reason=each.reason,
            note=ledger_place(each.numbers),
            changes=tuple(found for change in each.changes for found in told(change)),
        )
        for each in happenings
    )
