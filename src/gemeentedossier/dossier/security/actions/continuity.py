"""How long people can do without an activity, and how they are helped meanwhile (GDPR 32(1)(b) and (c))."""

from dataclasses import replace

from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.writing import check_own
from gemeentedossier.dossier.security.facts import Continuity
from gemeentedossier.dossier.security.policies import check_continuity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def plan_continuity(continuity: Continuity, *, by: Actor) -> None:
    """Record the plan of an activity for an outage; ``continuity.revision`` is the one that was read, 0 for none."""
    check_permitted(by, "security.plan_continuity")
    check_continuity(continuity, today=clock.today())
    with verb("security.plan_continuity", by=by):
        check_own(continuity.activity_id, "security.plan_continuity", by=by)
        row = models.Continuity.objects.filter(activity_id=continuity.activity_id).values().first()
        stored = shaped(Continuity, row) if row else None
        check_unchanged(stored.revision if stored else 0, read=continuity.revision)
        if stored is None:
            models.Continuity.objects.create(**stored_values(models.Continuity, replace(continuity, revision=1)))
            return
        wanted = replace(continuity, id=stored.id, revision=stored.revision + 1)
        write_difference_of(models.Continuity, before=stored, after=wanted)
