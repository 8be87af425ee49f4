"""Contested law: which questions are open, and who holds what about them."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models import ContestedMatter, Position
from gemeentedossier.dossier.governance.policies import check_not_ahead, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

RECORD = "governance.record_position"


def open_matter(title: str, *, question: str, by: Actor) -> ContestedMatter:
    """Record that a question about the law is contested."""
    check_permitted(by, RECORD)
    _check_asks(title, question)
    with verb("governance.open_matter", by=by):
        made: ContestedMatter = ContestedMatter.objects.create(title=title.strip(), question=question.strip())
    return made


def edit_matter(matter_id: UUID, *, title: str, question: str, by: Actor) -> None:
    """Say the question more clearly; what was said before stays in the history."""
    check_permitted(by, RECORD)
    _check_asks(title, question)
    with verb("governance.edit_matter", by=by):
        found = ContestedMatter.objects.get(pk=matter_id)
        found.title, found.question = title.strip(), question.strip()
        found.save()


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
    """Record what somebody holds about the matter, since when, and where that can be read.

    Decisions that rest on an older position show from now on, until somebody looks at them again.
    """
    check_permitted(by, RECORD)
    if by.person_id is None:
        raise Refused(_("Only a person can record a position."))
    _check_stated(statement, reference, stated_on)
    with verb(RECORD, by=by):
        made: Position = Position.objects.create(
            matter=ContestedMatter.objects.get(pk=matter_id),
            holder=holder.value,
            statement=statement.strip(),
            reference=reference.strip(),
            stated_on=stated_on,
            url=url.strip(),
            recorded_by_id=by.person_id,
            recorded_at=clock.now(),
        )
    return made


def correct_position(
    position_id: UUID,
    *,
    holder: PositionHolder,
    statement: str,
    reference: str,
    stated_on: dt.date,
    url: str = "",
    reason: str,
    by: Actor,
) -> None:
    """Mend how a position was written down, with the reason; what somebody holds now is a position of its own."""
    check_permitted(by, RECORD)
    _check_stated(statement, reference, stated_on)
    check_says(reason, what=_("reason"))
    with verb("governance.correct_position", by=by, reason=reason):
        found = Position.objects.get(pk=position_id)
        found.holder, found.stated_on, found.url = holder.value, stated_on, url.strip()
        found.statement, found.reference = statement.strip(), reference.strip()
        found.save()


def _check_asks(title: str, question: str) -> None:
    check_says(title, what=_("title"))
    check_says(question, what=_("question"))


def _check_stated(statement: str, reference: str, stated_on: dt.date) -> None:
    check_says(statement, what=_("position"))
    check_says(reference, what=_("where it can be read"))
    check_not_ahead(stated_on, today=clock.today())
