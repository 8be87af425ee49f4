"""Deciding how an open norm is read, and ending such a reading."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.models import Interpretation
from gemeentedossier.dossier.governance.policies import check_not_ahead, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import check_permitted


def decide_interpretation(
    norm: str,
    *,
    reading: str,
    reason: str,
    decided_by_id: UUID,
    decided_on: dt.date,
    review_on: dt.date | None,
    by: Actor,
) -> Interpretation:
    """Record how the municipality reads an open norm from now on, beside any other reading that somebody still uses."""
    check_permitted(by, "governance.decide_interpretation")
    if norm not in current_catalogue().open_norms:
        raise Refused(_("The catalogue has no open norm “%(norm)s”. Choose one from the list.") % {"norm": norm})
    check_says(reading, what=_("reading"))
    check_says(reason, what=_("reason"))
    check_not_ahead(decided_on, today=clock.today())
    if not Person.objects.filter(pk=decided_by_id).exists():
        raise Refused(_("That person is not known here. Choose from the list who decided this."))
    with verb("governance.decide_interpretation", by=by, reason=reason):
        made: Interpretation = Interpretation.objects.create(
            norm=norm,
            reading=reading.strip(),
            reason=reason.strip(),
            decided_by_id=decided_by_id,
            decided_on=decided_on,
            review_on=review_on,
        )
    return made


def end_interpretation(interpretation_id: UUID, *, reason: str, by: Actor) -> None:
    """From today the municipality no longer reads it so; what rests on it shows until it is looked at again."""
    check_permitted(by, "governance.decide_interpretation")
    check_says(reason, what=_("reason"))
    with verb("governance.end_interpretation", by=by, reason=reason):
        Interpretation.objects.filter(pk=interpretation_id, ended_on=None).update(ended_on=clock.today())
