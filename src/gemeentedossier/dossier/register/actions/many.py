"""One change of many records at once, and undoing it: one verb each, and every record keeps its own history."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Value, When
from django.utils.translation import gettext as _

from gemeentedossier.dossier.register.enums import ManyField, RecordState, Untouched
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.policies import changed_since_read, check_changes_many
from gemeentedossier.dossier.register.queries import many
from gemeentedossier.dossier.register.queries.many import EDIT, EDIT_MANY, UNDO_MANY, DoneTo, locked_at, many_done
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person, RoleAssignment, Unit
from gemeentedossier.organisation.permissions import HOLDERS, check_permitted

MOST = 500
"""Records that one change is for: our own choice, as many as somebody can still look over."""
REFERRED: Mapping[ManyField, Any] = {ManyField.OWNER: Person, ManyField.UNIT: Unit}
"""Fields that name something else, which can be removed."""
NAMED = 3
"""Records that a refusal names."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing did: how many records read as before, and which stay as they are."""

    restored: int
    left: tuple[DoneTo, ...]


def edit_many(
    read: Mapping[UUID, int],
    *,
    field: ManyField,
    value: many.Value,
    reason: str,
    by: Actor,
    case: UUID | None = None,
) -> UUID:
    """Write one value into a field of all these records, as they were read; returns the key that finds it again.

    All of them or none: EditedMeanwhile where one was changed since, Refused where one is not for this person, would
    not change, or would end before it starts, and where a change was made under that ``case`` already. An adopted
    record becomes a new concept, as by any other edit.
    """
    check_permitted(by, EDIT)
    check_changes_many(chosen=len(read), most=MOST, reason=reason)
    key = case or new_id()
    with verb(EDIT_MANY, by=by, reason=reason, case=key):
        if case and many_done(case, by=by):
            raise Refused(_("This change was made already, so nothing changed. Choose records again for another one."))
        _check_is_here(field, value)
        for each in locked_at(read, field, value, by=by):
            if each.untouched in {Untouched.CHANGED, Untouched.GONE}:
                raise EditedMeanwhile(changed_since_read(each.name))
            if each.untouched:
                raise Refused(_("“%(name)s” cannot be changed like this. Nothing changed.") % {"name": each.name})
        Activity.objects.filter(pk__in=read).update(
            **{field.value: value},
            revision=F("revision") + 1,
            record_state=Case(
                When(record_state=RecordState.UNDER_REVIEW.value, then=F("record_state")),
                default=Value(RecordState.CONCEPT.value),
            ),
        )
    return key


def undo_many(key: UUID, *, reason: str, by: Actor) -> Undone:
    """Write back what one change found, in every record that nobody changed since and that this person may edit.

    Such a record is again what it was in all, its state too: what was adopted reads as its version does. Refused where
    there is none left, and without a reason.
    """
    check_permitted(by, EDIT)
    check_changes_many(chosen=1, most=MOST, reason=reason)
    with verb(UNDO_MANY, by=by, reason=reason, case=key):
        found = many_done(key, by=by)
        if found is None:
            raise Activity.DoesNotExist
        keys = [each.id for each in found.records]
        list(Activity.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
        done = many_done(key, by=by)
        assert done is not None  # noqa: S101 - history is never removed while its record is locked
        records = _with_what_is_there(done.records)
        own = [each for each in records if each.untouched is None]
        if not own:
            raise Refused(_("Nothing of this can be undone any more: every record was changed since."))
        _restore(own)
    return Undone(len(own), tuple(each for each in records if each.untouched))


def _with_what_is_there(records: Iterable[DoneTo]) -> list[DoneTo]:
    """Leave a record that would go back to a person or unit that was removed since. Part of a verb."""
    told = list(records)
    gone: set[tuple[str, object]] = set()
    for field, model in REFERRED.items():
        keys = {each.before.get(field.value) for each in told} - {None}
        here = (
            set(model.objects.filter(pk__in=keys).select_for_update().values_list("pk", flat=True)) if keys else set()
        )
        gone |= {(field.value, key) for key in keys - here}
    return [
        replace(each, untouched=Untouched.NOT_THERE)
        if each.untouched is None and gone & {*each.before.items()}
        else each
        for each in told
    ]


def _restore(records: list[DoneTo]) -> None:
    """One statement for all that read alike before. Part of a verb."""
    alike: dict[tuple[object, ...], list[DoneTo]] = defaultdict(list)
    for each in records:
        alike[(each.state_before, *sorted(each.before.items()))].append(each)
    for group in alike.values():
        first = group[0]
        Activity.objects.filter(pk__in=[each.id for each in group]).update(
            **first.before, record_state=first.state_before.value, revision=F("revision") + 1
        )


def _check_is_here(field: ManyField, value: many.Value) -> None:
    """Raises Refused for a person or unit that is not here, and for an owner who cannot answer for a record."""
    model = REFERRED.get(field)
    if model is not None and not model.objects.filter(pk=value).exists():
        raise Refused(_("This is not there any more. Look at the page again and choose another."))
    if field is ManyField.OWNER:
        roles = RoleAssignment.objects.filter(person_id=value, role__in=[each.value for each in HOLDERS])
        if not roles.exclude(ends_on__lt=clock.today()).exclude(starts_on__gt=clock.today()).exists():
            raise Refused(
                _(
                    "This person has no role with which somebody can answer for a record. "
                    "Choose somebody else, or ask the administrator for a role."
                )
            )
