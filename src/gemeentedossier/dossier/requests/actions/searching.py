"""The search plan of a request: where to look, who looks, and what came of it (GDPR 15, 19)."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.actions.rows import check_own, insert_parts, locked, write
from gemeentedossier.dossier.requests.enums import LineKind
from gemeentedossier.dossier.requests.facts import SearchLine
from gemeentedossier.dossier.requests.policies import check_line, check_open, check_undecided
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for

PARTIES = (LineKind.PROCESSOR.value, LineKind.RECIPIENT.value)
"""The kinds of places that are a party."""


def lay_search_plan(request_id: UUID, lines: Sequence[SearchLine], *, by: Actor) -> int:
    """Add the places that are not in the plan yet; returns how many. What was ticked off stays."""
    check_permitted(by, "requests.edit_request")
    with verb("requests.lay_search_plan", by=by):
        stored = locked(request_id)
        check_own(by, stored)
        check_open(stored)
        there = {(line.kind, line.target_id) for line in stored.lines}
        fresh = [line for line in lines if (line.kind, line.target_id) not in there]
        made = tuple(replace(line, id=uuid5(request_id, f"{line.kind}:{line.target_id}")) for line in fresh)
        rows = (*stored.lines, *made)
        insert_parts(models.SearchLine, request_id, made)
        _number(rows)
        if made:
            write(stored)
    return len(made)


def tick_line(line: SearchLine, *, request_id: UUID, read: SearchLine, by: Actor) -> None:
    """Record what came of one place. ``read`` is the line as it was when it was opened."""
    check_permitted(by, "requests.tick_line")
    check_line(line, today=clock.today())
    with verb("requests.tick_line", by=by):
        request = locked(request_id)
        check_open(request)
        stored = next((each for each in request.lines if each.id == line.id), None)
        if stored is None:
            raise Refused(_("This place is not in the plan of this request any more."))
        check_permitted_for(by, "requests.tick_line", owner_id=stored.owner_id)
        check_unchanged(_ticked(stored), read=_ticked(read), name=stored.name)
        write_difference_of(models.SearchLine, before=stored, after=line)
        write(request)


def remove_line(line_id: UUID, *, request_id: UUID, reason: str, read: SearchLine | None = None, by: Actor) -> None:
    """Take a place out of the plan; the history keeps it. ``read`` is the line as it was when it was opened."""
    check_permitted(by, "requests.edit_request")
    if not reason.strip():
        raise Refused(_("Say why nobody needs to look here."))
    with verb("requests.remove_line", by=by, reason=reason):
        stored = locked(request_id)
        check_own(by, stored)
        check_open(stored)
        check_undecided(stored)
        line = next((each for each in stored.lines if each.id == line_id), None)
        if line is None:
            raise Refused(_("This place is not in the plan of this request any more."))
        if read is not None:
            check_unchanged(_ticked(line), read=_ticked(read), name=line.name)
        models.SearchLine.objects.filter(pk=line_id, request_id=request_id).delete()
        write(stored)


def follow_party(double_id: UUID, *, to: UUID, by: Actor) -> None:
    """After two parties were joined: the places of plans that named the one name the other.

    Where a plan has both, what was ticked at each stays as it is.
    """
    check_permitted(by, "parties.merge_party")
    with verb("requests.follow_party", by=by):
        lines = models.SearchLine.objects.filter(kind__in=PARTIES)
        both = lines.filter(target_id=to).values("request_id", "kind")
        for row in lines.filter(target_id=double_id).select_for_update():
            if not both.filter(request_id=row.request_id, kind=row.kind).exists():
                models.SearchLine.objects.filter(pk=row.pk).update(target_id=to)


def _ticked(line: SearchLine) -> SearchLine:
    return replace(line, owner="")


def _number(lines: Sequence[SearchLine]) -> None:
    for number, line in enumerate(lines):
        models.SearchLine.objects.filter(pk=line.id).exclude(position=number).update(position=number)
