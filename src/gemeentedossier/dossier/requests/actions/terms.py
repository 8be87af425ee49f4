"""What lengthens the term of a request: a question that must be answered first, and one extension."""

import datetime as dt
from uuid import UUID

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.actions.rows import check_own, insert_parts, locked, write
from gemeentedossier.dossier.requests.engine.clock import RequestLaw, clock_of
from gemeentedossier.dossier.requests.enums import ExtensionGround
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, Suspension
from gemeentedossier.dossier.requests.policies import (
    check_extension,
    check_extension_ground,
    check_suspension,
    check_suspension_end,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def suspend_request(request_id: UUID, suspension: Suspension, *, read: int, by: Actor) -> None:
    """The term stands still from the day on which the person was asked something that must be known first."""
    check_permitted(by, "requests.edit_request")
    with verb("requests.suspend_request", by=by, reason=suspension.reason):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        check_suspension(suspension, stored, today=clock.today())
        insert_parts(models.Suspension, request_id, (suspension,))
        write(stored)


def resume_request(request_id: UUID, *, until: dt.date, read: int, by: Actor) -> None:
    """The answer came: the term goes on."""
    check_permitted(by, "requests.edit_request")
    with verb("requests.resume_request", by=by):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        for each in stored.suspensions:
            if each.until is None:
                check_suspension_end(each, until, today=clock.today())
                models.Suspension.objects.filter(pk=each.id).update(until=until)
        write(stored)


def extend_request(
    request_id: UUID,
    *,
    ground: ExtensionGround,
    months: int,
    reason: str,
    told_on: dt.date,
    late_because: str = "",
    read: int,
    by: Actor,
) -> None:
    """The term is longer, once, for a reason that the person was told in the first month; told late, say why."""
    check_permitted(by, "requests.edit_request")
    check_extension_ground(ground)
    with verb("requests.extend_request", by=by, reason=reason):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        check_extension(
            stored,
            months=months,
            reason=reason,
            told_on=told_on,
            late_because=late_because,
            told_by=told_by(stored),
            today=clock.today(),
        )
        write(
            stored,
            extension_ground=ground,
            extension_months=months,
            extension_reason=reason.strip(),
            extension_told_on=told_on,
            late_because="\n".join(filter(None, (stored.late_because, late_because.strip()))),
        )


def told_by(request: DataSubjectRequest) -> dt.date:
    """The last day on which an extension is told in time."""
    reckoned = clock_of(request, RequestLaw.of(current_catalogue()), on=clock.today())
    return reckoned.told_by if reckoned else dt.date.max
