"""What rests on a reading of an open norm, or on a position about contested law."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance.models import Interpretation, Position, Reliance
from gemeentedossier.dossier.governance.policies import check_all_there, check_can_rest, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

RELY = "governance.record_reliance"


def rely_on_interpretation(
    interpretation_id: UUID, *, subject_kind: str, subject_id: UUID, note: str, by: Actor
) -> Reliance:
    """Record that this record applies the reading; it then no longer rests on another reading of the same norm."""
    check_permitted(by, RELY)
    check_can_rest(subject_kind, subject_id)
    reading = _holding(interpretation_id)
    with verb(RELY, by=by, reason=note):
        others = Reliance.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
        others.filter(interpretation__norm=reading.norm).exclude(interpretation=reading).delete()
        return _rely(subject_kind, subject_id, note, by=by, interpretation=reading)


def rely_on_position(position_id: UUID, *, subject_kind: str, subject_id: UUID, note: str, by: Actor) -> Reliance:
    """Record that a decision about this record rests on the position; ``note`` says which decision."""
    check_permitted(by, RELY)
    check_can_rest(subject_kind, subject_id)
    check_says(note, what=_("what rests on it"))
    with verb(RELY, by=by, reason=note):
        return _rely(subject_kind, subject_id, note, by=by, position=Position.objects.get(pk=position_id))


def carry_to_interpretation(reliance_ids: Collection[UUID], *, interpretation_id: UUID, note: str, by: Actor) -> None:
    """Record that somebody looked at these records again: from now on they apply this reading of the same norm."""
    check_permitted(by, RELY)
    check_says(note, what=_("what came of it"))
    reading = _holding(interpretation_id)
    with verb("governance.carry_reliance", by=by, reason=note):
        found = list(Reliance.objects.filter(pk__in=reliance_ids, interpretation__norm=reading.norm))
        check_all_there(len(found), asked=len(set(reliance_ids)))
        for each in found:
            each.delete()
            _rely(each.subject_kind, each.subject_id, note, by=by, interpretation=reading)


def carry_to_position(reliance_ids: Collection[UUID], *, position_id: UUID, note: str, by: Actor) -> None:
    """Record that somebody looked at these decisions again: they rest on this position, be it the one of before."""
    check_permitted(by, RELY)
    check_says(note, what=_("what came of it"))
    position = Position.objects.get(pk=position_id)
    with verb("governance.carry_reliance", by=by, reason=note):
        found = list(Reliance.objects.filter(pk__in=reliance_ids, position__matter=position.matter_id))
        check_all_there(len(found), asked=len(set(reliance_ids)))
        for each in found:
            each.delete()
            _rely(each.subject_kind, each.subject_id, note, by=by, position=position)


def end_reliance(reliance_id: UUID, *, reason: str, by: Actor) -> None:
    """This record no longer rests on it."""
    check_permitted(by, RELY)
    check_says(reason, what=_("reason"))
    with verb("governance.end_reliance", by=by, reason=reason):
        ended, _each = Reliance.objects.filter(pk=reliance_id).delete()
        if not ended:
            raise Refused(_("Nothing rests on this any more. Open the page again; nothing was changed."))


def _holding(interpretation_id: UUID) -> Interpretation:
    reading: Interpretation = Interpretation.objects.get(pk=interpretation_id)
    if reading.ended_on:
        raise Refused(_("This reading was ended. Choose one that holds today."))
    return reading


def _rely(
    subject_kind: str,
    subject_id: UUID,
    note: str,
    *,
    by: Actor,
    interpretation: Interpretation | None = None,
    position: Position | None = None,
) -> Reliance:
    if by.person_id is None:
        raise Refused(_("Only a person can say what a record rests on."))
    made, _new = Reliance.objects.update_or_create(
        subject_kind=subject_kind,
        subject_id=subject_id,
        interpretation=interpretation,
        position=position,
        defaults={"note": note.strip(), "recorded_by_id": by.person_id, "recorded_at": clock.now()},
    )
    reliance: Reliance = made
    return reliance
