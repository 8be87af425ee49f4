"""Contested law: which questions are open, and who holds what about them."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models import ContestedMatter, Position
from gemeentedossier.dossier.governance.policies import check_not_ahead, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

RECORD = "governance.record_position"


def open_matter(title: str, *, question: str, by: Actor) -> ContestedMatter:
    """Record that a question about the law is contested."""
    check_permitted(by, RECORD)
    _check_asks(title, question)
    with verb("governance.open_matter", by=by), _writing_title(title) as kept:
        made: ContestedMatter = ContestedMatter.objects.create(title=kept, question=question.strip())
    return made


def edit_matter(matter_id: UUID, *, title: str, question: str, revision: int, by: Actor) -> None:
    """Say the question more clearly; ``revision`` is the one that was read. What was said before stays in history."""
    check_permitted(by, RECORD)
    _check_asks(title, question)
    with verb("governance.edit_matter", by=by):
        found = ContestedMatter.objects.select_for_update().get(pk=matter_id)
        check_unchanged(found.revision, read=revision)
        with _writing_title(title, own=matter_id) as kept:
            found.title, found.question, found.revision = kept, question.strip(), revision + 1
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
    revision: int,
    by: Actor,
) -> None:
    """Mend how a position was written down, with the reason; ``revision`` is the one that was read.

    What somebody holds now is a position of its own.
    """
    check_permitted(by, RECORD)
    _check_stated(statement, reference, stated_on)
    check_says(reason, what=_("reason"))
    with verb("governance.correct_position", by=by, reason=reason):
        found = Position.objects.select_for_update().get(pk=position_id)
        check_unchanged(found.revision, read=revision)
        found.revision = revision + 1
        found.holder, found.stated_on, found.url = holder.value, stated_on, url.strip()
        found.statement, found.reference = statement.strip(), reference.strip()
        found.save()


@contextmanager
def _writing_title(title: str, *, own: UUID | None = None) -> Iterator[str]:
    """Give the title as it is kept, for the matter ``own`` or a new one; Refused where another matter has it.

    Also where somebody wrote it at the same moment, which only the database sees.
    """
    kept = title.strip()
    taken = _("There is a matter “%(title)s” here already. Record the position there, or choose another title.") % {
        "title": kept
    }
    if ContestedMatter.objects.filter(title__iexact=kept).exclude(pk=own).exists():
        raise Refused(taken)
    with refusing_doubles(taken):
        yield kept


def _check_asks(title: str, question: str) -> None:
    check_says(title, what=_("title"))
    check_says(question, what=_("question"))


def _check_stated(statement: str, reference: str, stated_on: dt.date) -> None:
    check_says(statement, what=_("position"))
    check_says(reference, what=_("where it can be read"))
    check_not_ahead(stated_on, today=clock.today())
