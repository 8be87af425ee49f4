"""Classifying activities, and departing from what a system inherits. Each verb is one transaction with its trail."""

from dataclasses import replace
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.dossier.security.policies import check_classification, check_departure
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for


def classify_activity(classification: Classification, *, by: Actor) -> None:
    """Record the levels of an activity with their reasons; other levels than before must be approved anew.

    ``classification.revision`` is the one that was read, 0 where there was none.
    """
    check_permitted(by, "security.classify_activity")
    check_classification(classification)
    with verb("security.classify_activity", by=by):
        activity = Activity.objects.select_for_update().get(pk=classification.activity_id)
        check_permitted_for(by, "security.classify_activity", owner_id=activity.owner_id)
        row = models.Classification.objects.filter(activity=activity).values().first()
        stored = shaped(Classification, row) if row else None
        check_unchanged(stored.revision if stored else 0, read=classification.revision)
        if stored is None:
            fresh = replace(classification, approved_by_id=None, approved_at=None, revision=1)
            models.Classification.objects.create(**stored_values(models.Classification, fresh))
            return
        same = stored.levels == classification.levels
        wanted = replace(
            classification,
            id=stored.id,
            revision=stored.revision + 1,
            approved_by_id=stored.approved_by_id if same else None,
            approved_at=stored.approved_at if same else None,
        )
        models.Classification.objects.filter(pk=stored.id).update(**stored_values(models.Classification, wanted))


def approve_classification(activity_id: UUID, *, revision: int, by: Actor) -> None:
    """Record that this person approves the levels; Refused while an aspect has none.

    ``revision`` is the one that was read: where somebody classified anew since, EditedMeanwhile is raised.
    """
    check_permitted(by, "security.approve_classification")
    if by.person_id is None:
        raise Refused(_("Only a person can approve levels."))
    with verb("security.approve_classification", by=by):
        row = models.Classification.objects.select_for_update().get(activity_id=activity_id)
        check_permitted_for(by, "security.approve_classification", owner_id=row.activity.owner_id)
        if row.revision != revision:
            raise EditedMeanwhile(
                _("The levels were changed after you opened them. Nothing was approved; read them as they are now.")
            )
        if None in (row.availability, row.integrity, row.confidentiality):
            raise Refused(_("Give all three levels first: availability, integrity and confidentiality."))
        row.approved_by_id, row.approved_at = by.person_id, clock.now()
        row.save(update_fields=["approved_by", "approved_at"])


def depart_from_level(system_id: UUID, aspect: SecurityAspect, *, level: int, reason: str, by: Actor) -> None:
    """Decide that a system has another level than it inherits, and why; a later decision replaces it."""
    check_permitted(by, "security.depart_from_level")
    check_departure(level, reason=reason)
    if by.person_id is None:
        raise Refused(_("Only a person can decide on a level."))
    with verb("security.depart_from_level", by=by, reason=reason):
        system = System.objects.select_for_update().get(pk=system_id)
        models.SystemLevel.objects.update_or_create(
            id=uuid5(system.pk, aspect.value),
            system=system,
            aspect=aspect.value,
            defaults={
                "level": level,
                "reason": reason.strip(),
                "decided_by_id": by.person_id,
                "decided_at": clock.now(),
            },
        )


def follow_inherited(system_id: UUID, aspect: SecurityAspect, *, by: Actor) -> None:
    """Let the inherited level count again."""
    check_permitted(by, "security.depart_from_level")
    with verb("security.follow_inherited", by=by):
        models.SystemLevel.objects.filter(system_id=system_id, aspect=aspect.value).delete()
