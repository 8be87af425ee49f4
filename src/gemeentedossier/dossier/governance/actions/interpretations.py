"""Deciding how an open norm is read, looking at such a reading again, and ending it."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.models import Interpretation
from gemeentedossier.dossier.governance.policies import check_not_ahead, check_says, check_to_come
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import check_permitted

DECIDE = "governance.decide_interpretation"


def decide_interpretation(
    norm: str,
    *,
    reading: str,
    reason: str,
    decided_by_id: UUID,
    decided_on: dt.date,
    review_on: dt.date | None,
    replaces_id: UUID | None = None,
    by: Actor,
) -> Interpretation:
    """Record how the municipality reads an open norm from now on.

    The reading that it replaces ends today; any other that still holds stands beside it and shows as a difference.
    """
    check_permitted(by, DECIDE)
    if norm not in current_catalogue().open_norms:
        raise Refused(_("The catalogue has no open norm “%(norm)s”. Choose one from the list.") % {"norm": norm})
    check_says(reading, what=_("reading"))
    check_says(reason, what=_("reason"))
    check_not_ahead(decided_on, today=clock.today())
    check_to_come(review_on, today=clock.today())
    if not Person.objects.filter(pk=decided_by_id).exists():
        raise Refused(_("That person is not known here. Choose from the list who decided this."))
    with verb(DECIDE, by=by, reason=reason):
        if replaces_id:
            _end(replaces_id, norm=norm, reason=reason)
        made: Interpretation = Interpretation.objects.create(
            norm=norm,
            reading=reading.strip(),
            reason=reason.strip(),
            decided_by_id=decided_by_id,
            decided_on=decided_on,
            review_on=review_on,
        )
    return made


def confirm_interpretation(interpretation_id: UUID, *, review_on: dt.date, reason: str, by: Actor) -> None:
    """Record that the reading was looked at and still holds, and when it must be looked at next."""
    check_permitted(by, DECIDE)
    check_says(reason, what=_("reason"))
    check_to_come(review_on, today=clock.today())
    with verb("governance.confirm_interpretation", by=by, reason=reason):
        if not Interpretation.objects.filter(pk=interpretation_id, ended_on=None).update(review_on=review_on):
            raise Refused(_("This reading was ended. Choose one that holds today."))


def end_interpretation(interpretation_id: UUID, *, reason: str, by: Actor) -> None:
    """From today the municipality no longer reads it so; what rests on it shows until it is looked at again."""
    check_permitted(by, DECIDE)
    check_says(reason, what=_("reason"))
    with verb("governance.end_interpretation", by=by, reason=reason):
        _end(interpretation_id, reason=reason)


def _end(interpretation_id: UUID, *, reason: str, **more: str) -> None:
    held = Interpretation.objects.filter(pk=interpretation_id, ended_on=None, **more)
    if not held.update(ended_on=clock.today(), ended_because=reason.strip()):
        raise Refused(_("This reading does not hold any more. Open the page again; nothing was changed."))
