"""Contested law: who holds what, and what rests on it."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models import ContestedMatter, Interpretation, Position, Reliance
from gemeentedossier.dossier.governance.policies import check_not_ahead, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def open_matter(title: str, *, question: str, by: Actor) -> ContestedMatter:
    """Record that a question about the law is contested."""
    check_permitted(by, "governance.record_position")
    check_says(title, what=_("title"))
    check_says(question, what=_("question"))
    with verb("governance.open_matter", by=by):
        made: ContestedMatter = ContestedMatter.objects.create(title=title.strip(), question=question.strip())
    return made


def record_position(
    matter_id: UUID,
    *,
    holder: PositionHolder,
    statement: str,
    reference: str,
    stated_on: dt.date,
    url: str = "",
    by: Actor,
) -> Position:
    """Record what somebody holds about the matter, and where that can be read."""
    check_permitted(by, "governance.record_position")
    check_says(statement, what=_("position"))
    check_says(reference, what=_("where it can be read"))
    check_not_ahead(stated_on, today=clock.today())
    with verb("governance.record_position", by=by):
        made: Position = Position.objects.create(
            matter_id=matter_id,
            holder=holder.value,
            statement=statement.strip(),
            reference=reference.strip(),
            stated_on=stated_on,
            url=url.strip(),
        )
    return made


def rely_on_interpretation(
    interpretation_id: UUID, *, subject_kind: str, subject_id: UUID, note: str, by: Actor
) -> Reliance:
    """Record that this record applies the reading; it then no longer rests on another reading of the same norm."""
    reading = Interpretation.objects.get(pk=interpretation_id)
    if reading.ended_on:
        raise Refused(_("This reading was ended. Choose one that holds today."))
    check_permitted(by, "governance.record_reliance")
    with verb("governance.record_reliance", by=by, reason=note):
        others = Reliance.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
        others.filter(interpretation__norm=reading.norm).exclude(interpretation=reading).delete()
        return _rely(subject_kind, subject_id, note, by=by, interpretation=reading)


def rely_on_position(position_id: UUID, *, subject_kind: str, subject_id: UUID, note: str, by: Actor) -> Reliance:
    """Record that a decision about this record rests on the position; ``note`` says which decision."""
    check_permitted(by, "governance.record_reliance")
    check_says(note, what=_("what rests on it"))
    with verb("governance.record_reliance", by=by, reason=note):
        return _rely(subject_kind, subject_id, note, by=by, position=Position.objects.get(pk=position_id))


def end_reliance(reliance_id: UUID, *, reason: str, by: Actor) -> None:
    """This record no longer rests on it."""
    check_permitted(by, "governance.record_reliance")
    check_says(reason, what=_("reason"))
    with verb("governance.end_reliance", by=by, reason=reason):
        Reliance.objects.filter(pk=reliance_id).delete()


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
