"""The access matrix, and the rights that somebody found in systems."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.register.models import Purpose
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.writing import check_own
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule
from gemeentedossier.dossier.security.policies import check_access_rule
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def allow_access(rule: AccessRule, *, by: Actor) -> None:
    """Add a line to the access matrix: a function, a purpose, the data, and why."""
    check_permitted(by, "security.edit_access")
    check_access_rule(rule)
    with verb("security.allow_access", by=by, reason=rule.reason):
        _check_own(rule.activity_id, rule.purpose_id, by=by)
        _check_stands_once(rule)
        models.AccessRule.objects.create(**stored_values(models.AccessRule, rule))


def change_access(rule: AccessRule, *, read: str, by: Actor) -> None:
    """Write a line of the access matrix as it must become, but for its activity.

    ``read`` is the mark of the line as it was read: where somebody changed it since, EditedMeanwhile is raised.
    """
    check_permitted(by, "security.edit_access")
    check_access_rule(rule)
    with verb("security.change_access", by=by, reason=rule.reason):
        locked = models.AccessRule.objects.select_for_update().get(pk=rule.id)
        wanted = replace(rule, activity_id=locked.activity_id)
        _check_own(wanted.activity_id, wanted.purpose_id, by=by)
        stored = shaped(AccessRule, models.AccessRule.objects.filter(pk=rule.id).values().get())
        check_unchanged(stored.mark, read=read)
        _check_stands_once(wanted)
        models.AccessRule.objects.filter(pk=rule.id).update(**stored_values(models.AccessRule, wanted))


def withdraw_access(rule_id: UUID, *, by: Actor) -> None:
    """Take a line out of the access matrix."""
    check_permitted(by, "security.edit_access")
    with verb("security.withdraw_access", by=by):
        rule = models.AccessRule.objects.select_for_update().get(pk=rule_id)
        _check_own(rule.activity_id, None, by=by)
        rule.delete()


def record_right(right: AccessRight, *, by: Actor) -> None:
    """Record a right as it was found in a system."""
    check_permitted(by, "security.record_right")
    if not right.holder.strip() or not right.function.strip():
        raise Refused(_("Say which account or group has the right, and which function it belongs to."))
    if right.seen_on and right.seen_on > clock.today():
        raise Refused(_("That day is still to come. Give the day on which it was seen."))
    with verb("security.record_right", by=by):
        check_own(right.activity_id, "security.record_right", by=by)
        _check_purpose(right.activity_id, right.purpose_id)
        models.AccessRight.objects.create(**stored_values(models.AccessRight, right))


def remove_right(right_id: UUID, *, reason: str, by: Actor) -> None:
    """Record that the right is gone, and how one knows: what was found counts until somebody says why it does not."""
    check_permitted(by, "security.remove_right")
    if not reason.strip():
        raise Refused(_("Say since when the right is gone, and how you know."))
    with verb("security.remove_right", by=by, reason=reason):
        right = models.AccessRight.objects.select_for_update().get(pk=right_id)
        check_own(right.activity_id, "security.remove_right", by=by)
        right.delete()


def _check_stands_once(rule: AccessRule) -> None:
    same = models.AccessRule.objects.filter(
        activity_id=rule.activity_id, purpose_id=rule.purpose_id, function__iexact=rule.function.strip()
    )
    if same.exclude(pk=rule.id).exists():
        raise Refused(_("This function stands in the matrix for this purpose already. Change that line instead."))


def _check_own(activity_id: UUID, purpose_id: UUID | None, *, by: Actor) -> None:
    check_own(activity_id, "security.edit_access", by=by)
    _check_purpose(activity_id, purpose_id)


def _check_purpose(activity_id: UUID, purpose_id: UUID | None) -> None:
    if purpose_id and not Purpose.objects.filter(pk=purpose_id, activity_id=activity_id).exists():
        raise Refused(_("This purpose belongs to another activity. Choose one of this activity."))
