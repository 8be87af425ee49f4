"""What is done after a breach, and the closing of the work (GDPR 33(3)(d), 24(1))."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets.models import Measure
from gemeentedossier.dossier.breaches import models
from gemeentedossier.dossier.breaches.actions.writing import (
    check_evidence,
    locked,
    locked_or_closed,
    person_of,
    write,
)
from gemeentedossier.dossier.breaches.engine.triage import state_of
from gemeentedossier.dossier.breaches.facts import BreachClosing, BreachMeasure, PersonalDataBreach
from gemeentedossier.dossier.breaches.policies import check_closing, check_effect, check_measure, check_says
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for

RECORD = "breaches.record_measure"
CLOSE = "breaches.close_breach"


def add_measure(breach_id: UUID, measure: BreachMeasure, *, revision: int, by: Actor) -> BreachMeasure:
    """Record what is done about a breach, by whom and until when."""
    check_permitted(by, RECORD)
    check_measure(measure, today=clock.today())
    with verb("breaches.add_measure", by=by):
        stored = locked(breach_id)
        check_unchanged(stored.revision, read=revision)
        check_touches(stored, by)
        _check_names(measure)
        made = replace(measure, recorded_at=clock.now())
        models.BreachMeasure.objects.create(breach_id=breach_id, **stored_values(models.BreachMeasure, made))
        write(stored)
    return made


def finish_measure(
    measure_id: UUID, *, done_on: dt.date, done_how: str, revision: int, evidence_id: UUID | None = None, by: Actor
) -> None:
    """Record that a measure was done, what was done, and what shows it."""
    check_permitted(by, RECORD)
    with verb("breaches.finish_measure", by=by):
        breach, stored = _locked(measure_id)
        if stored.done_on:
            raise Refused(_("This was called done already. Record what you see of its effect instead."))
        check_unchanged(breach.revision, read=revision)
        check_touches(breach, by)
        wanted = replace(stored, done_on=done_on, done_how=done_how.strip(), evidence_id=evidence_id)
        check_measure(wanted, today=clock.today())
        check_evidence(evidence_id)
        write_difference_of(models.BreachMeasure, before=stored, after=wanted)
        write(breach)


def see_effect(measure_id: UUID, *, effect: str, seen_on: dt.date, revision: int, by: Actor) -> None:
    """Record whether a measure worked; also after the work was closed, because that is when it shows."""
    check_permitted(by, RECORD)
    with verb("breaches.see_effect", by=by):
        breach, stored = _locked(measure_id)
        check_unchanged(breach.revision, read=revision)
        check_touches(breach, by)
        check_effect(stored, effect=effect, seen_on=seen_on, today=clock.today())
        wanted = replace(stored, effect=effect.strip(), effect_seen_on=seen_on)
        write_difference_of(models.BreachMeasure, before=stored, after=wanted)
        write(breach)


def close_breach(breach_id: UUID, *, because: str, revision: int, open_by_law: Sequence[str] = (), by: Actor) -> None:
    """Close the work once nothing is left to do; the record stays (GDPR 33(5)).

    ``open_by_law`` names the points of law that were not met and that who closes saw; it is kept with the reason.
    """
    check_permitted(by, CLOSE)
    check_says(because, _("Say why the work is done."))
    reason = because.strip()
    if open_by_law:
        known = _("Closed while these points of law were not met: %(points)s.")
        reason = f"{reason}\n\n{known % {'points': '; '.join(open_by_law)}}"
    with verb("breaches.close_breach", by=by, reason=reason):
        stored = locked(breach_id)
        check_unchanged(stored.revision, read=revision)
        check_closing(stored, state_of(stored), because=reason)
        closed = replace(
            stored.closing,
            closed_at=clock.now(),
            closed_by_id=person_of(by),
            closed_by=by.name,
            closed_because=reason,
        )
        write(stored, closing=closed)


def reopen_breach(breach_id: UUID, *, reason: str, revision: int, by: Actor) -> None:
    """Go on with the work on a closed breach, because more became known."""
    check_permitted(by, CLOSE)
    check_says(reason, _("Say why this record is opened again."))
    with verb("breaches.reopen_breach", by=by, reason=reason):
        stored = locked_or_closed(breach_id)
        if stored.closing.closed_at is None:
            raise Refused(_("This record is open already."))
        check_unchanged(stored.revision, read=revision)
        write(stored, closing=BreachClosing(deletion_planned_on=stored.closing.deletion_planned_on))


def plan_deletion(breach_id: UUID, *, on: dt.date | None, revision: int, by: Actor) -> None:
    """Record when the record would be destroyed; the program itself destroys none."""
    check_permitted(by, CLOSE)
    with verb("breaches.plan_deletion", by=by):
        stored = locked_or_closed(breach_id)
        check_unchanged(stored.revision, read=revision)
        write(stored, closing=replace(stored.closing, deletion_planned_on=on))


def check_touches(breach: PersonalDataBreach, by: Actor) -> None:
    """Raises NotPermitted for a process owner of none of the activities that were hit: each answers for their own."""
    owners = Activity.objects.filter(pk__in=breach.activity_ids).values_list("owner_id", flat=True)
    own = by.person_id if by.person_id in set(owners) else None
    check_permitted_for(by, RECORD, owner_id=own)


def _locked(measure_id: UUID) -> tuple[PersonalDataBreach, BreachMeasure]:
    """The breach and its measure, both locked until the verb ends."""
    row = models.BreachMeasure.objects.select_for_update().get(pk=measure_id)
    breach = locked_or_closed(row.breach_id)
    return breach, shaped(BreachMeasure, models.BreachMeasure.objects.filter(pk=measure_id).values().get())


def _check_names(measure: BreachMeasure) -> None:
    if measure.owner_id and not Person.objects.filter(pk=measure.owner_id).exists():
        raise Refused(_("This person is not here. Choose somebody from the list."))
    if measure.measure_id and not Measure.objects.filter(pk=measure.measure_id).exists():
        raise Refused(_("This measure is not here. Choose it from the list."))
    check_evidence(measure.evidence_id)
