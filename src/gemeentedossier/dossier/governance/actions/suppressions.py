"""Setting a finding aside, and taking that back."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance.models import Suppression
from gemeentedossier.dossier.governance.policies import check_can_be_suppressed
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def suppress_finding(
    rule: str, *, subject_kind: str, subject_id: UUID, reason: str, until: dt.date, breaks_law: bool, by: Actor
) -> Suppression:
    """Set a finding aside up to and including a day. Where the finding is a breach of law, who answers for it decides.

    A finding that was set aside before gets the new reason and day; history keeps both.
    """
    check_permitted(by, "governance.suppress_unlawful" if breaks_law else "governance.suppress_finding")
    if by.person_id is None:
        raise Refused(_("Only a person can set a finding aside."))
    check_can_be_suppressed(reason=reason, until=until, today=clock.today())
    with verb("governance.suppress_finding", by=by, reason=reason):
        made, _new = Suppression.objects.update_or_create(
            rule=rule,
            subject_kind=subject_kind,
            subject_id=subject_id,
            lifted_at=None,
            defaults={
                "reason": reason.strip(),
                "until": until,
                "suppressed_by_id": by.person_id,
                "suppressed_role": ", ".join(sorted(by.roles)),
                "suppressed_at": clock.now(),
            },
        )
    suppression: Suppression = made
    return suppression


def lift_suppression(suppression_id: UUID, *, reason: str, by: Actor) -> None:
    """Let the finding count again, with the reason; what was set aside stays readable."""
    check_permitted(by, "governance.suppress_finding")
    if not reason.strip():
        raise Refused(_("Say why this finding counts again."))
    with verb("governance.lift_suppression", by=by, reason=reason):
        Suppression.objects.filter(pk=suppression_id, lifted_at=None).update(
            lifted_at=clock.now(), lifted_because=reason.strip()
        )
