"""Who takes a step of the method, and by which day. Nobody ticks a step off: that follows from the dossier."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.governance.policies import check_due, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import HOLDERS, check_permitted
from gemeentedossier.organisation.queries import actor_of

PLAN = "governance.plan_step"
PLAN_SEVERAL = "governance.plan_several"
"""The verb under which several steps are planned as one."""
FIRST = 1
"""A plan begins at one: who read that nobody planned the step, read none."""


def plan_step(planned: PlannedStep, *, by: Actor) -> PlannedStep:
    """Record who takes a step that nobody took yet, and by which day."""
    check_permitted(by, PLAN)
    check_due(planned.due_on, before=None, today=clock.today())
    _check_owner(planned.owner_id)
    wanted = replace(planned, note=planned.note.strip(), revision=FIRST)
    with verb(PLAN, by=by), refusing_doubles(_taken()):
        if models.PlannedStep.objects.filter(step=wanted.step).exists():
            raise Refused(_taken())
        models.PlannedStep.objects.create(**stored_values(models.PlannedStep, wanted))
    return wanted


def replan_step(planned: PlannedStep, *, by: Actor) -> PlannedStep:
    """Write the plan of a step as it must become; ``planned.revision`` is the one that was read."""
    check_permitted(by, PLAN)
    with verb("governance.replan_step", by=by):
        models.PlannedStep.objects.select_for_update().get(pk=planned.id)
        stored = shaped(PlannedStep, models.PlannedStep.objects.filter(pk=planned.id).values().get())
        check_unchanged(stored.revision, read=planned.revision, name=_("The plan of this step"))
        check_due(planned.due_on, before=stored.due_on, today=clock.today())
        if planned.owner_id != stored.owner_id:
            _check_owner(planned.owner_id)
        wanted = replace(planned, step=stored.step, note=planned.note.strip(), revision=stored.revision + 1)
        write_difference_of(models.PlannedStep, before=stored, after=wanted)
    return wanted


def drop_plan(planned_id: UUID, *, reason: str, by: Actor) -> None:
    """Take a step off the plan; its history stays."""
    check_permitted(by, PLAN)
    check_says(reason, what=_("reason"))
    with verb("governance.drop_plan", by=by, reason=reason):
        models.PlannedStep.objects.get(pk=planned_id).delete()


def _check_owner(person_id: UUID) -> None:
    actor = actor_of(person_id)
    if actor is None:
        raise Refused(_("This person is not here. Choose somebody from the list."))
    if HOLDERS.isdisjoint(actor.roles):
        raise Refused(_("This person has no role today with which a step can be led. Choose somebody from the list."))


def _taken() -> str:
    return _("This step stands on the plan already. Open it again and change what is there.")
