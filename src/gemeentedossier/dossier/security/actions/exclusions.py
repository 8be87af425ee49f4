"""What does not apply of the baseline: proposed with a reason, decided by somebody else."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.assets.actions.measures import baseline_numbers
from gemeentedossier.dossier.assets.models import Measure
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.engine.exclusions import carried_out_by
from gemeentedossier.dossier.security.facts import ControlExclusion
from gemeentedossier.dossier.security.policies import (
    check_exclusion,
    check_exclusion_decision,
    check_not_carried_out,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import shaped
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def propose_exclusion(number: str, *, reason: str, review_on: dt.date | None, by: Actor) -> UUID:
    """Propose that a control or government measure does not apply; returns its id.

    A number has one exclusion: a new proposal takes the place of one that was refused or not decided. What a measure
    carries out applies, so that it cannot be proposed, nor agreed to.
    """
    check_permitted(by, "security.propose_exclusion")
    if by.person_id is None:
        raise Refused(_("Only a person can propose that something does not apply."))
    known = baseline_numbers(current_catalogue())
    check_exclusion(number, reason=reason, review_on=review_on, known=known, today=clock.today())
    with verb("security.propose_exclusion", by=by, reason=reason):
        check_not_carried_out(number, by=_measures_on(number))
        there = models.ControlExclusion.objects.select_for_update().filter(number=number).first()
        if there and there.granted:
            raise Refused(
                _("“%(number)s” is excluded already. Withdraw that first if the reason changed.") % {"number": number}
            )
        proposed = there or models.ControlExclusion(id=new_id(), number=number)
        proposed.reason, proposed.review_on = reason.strip(), review_on
        proposed.proposed_by_id, proposed.proposed_at = by.person_id, clock.now()
        proposed.granted = proposed.decided_by_id = proposed.decided_at = None
        proposed.decided_because = ""
        with refusing_doubles(_("Somebody else proposed the same just now. Look at their proposal first.")):
            proposed.save()
    key: UUID = proposed.pk
    return key


def decide_exclusion(exclusion_id: UUID, *, granted: bool, because: str, by: Actor) -> None:
    """Decide whether what was proposed does not apply, and why; by somebody else than who proposed it."""
    check_permitted(by, "security.decide_exclusion")
    if by.person_id is None:
        raise Refused(_("Only a person can decide what does not apply."))
    with verb("security.decide_exclusion", by=by, reason=because):
        row = models.ControlExclusion.objects.select_for_update().get(pk=exclusion_id)
        stored = shaped(ControlExclusion, models.ControlExclusion.objects.filter(pk=exclusion_id).values().get())
        check_exclusion_decision(stored, because=because, decided_by_id=by.person_id)
        if granted:
            check_not_carried_out(stored.number, by=_measures_on(stored.number))
        row.granted, row.decided_because = granted, because.strip()
        row.decided_by_id, row.decided_at = by.person_id, clock.now()
        row.save(update_fields=["granted", "decided_because", "decided_by", "decided_at"])


def withdraw_exclusion(exclusion_id: UUID, *, reason: str, by: Actor) -> None:
    """The control or measure applies again; the history keeps what was decided."""
    check_permitted(by, "security.propose_exclusion")
    if not reason.strip():
        raise Refused(_("Say why it applies again."))
    with verb("security.withdraw_exclusion", by=by, reason=reason):
        models.ControlExclusion.objects.get(pk=exclusion_id).delete()


def _measures_on(number: str) -> tuple[str, ...]:
    return carried_out_by(number, dict(Measure.objects.order_by("name").values_list("name", "baseline")))
