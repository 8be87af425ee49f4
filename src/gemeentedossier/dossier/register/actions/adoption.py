"""From concept to adopted and published: what was decided stays readable under its own address, for ever.

Each step names the revision that was read; where somebody saved since, EditedMeanwhile is raised and nothing is done.
"""

from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.policies import (
    check_is_as_read,
    check_is_not_own_text,
    check_is_of_two_people,
    check_moves,
    check_not_adopted_meanwhile,
)
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.register.queries.steps import SUBMITTED, changed_since_step, last_step
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.plain import to_plain
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for


def submit_activity(activity_id: UUID, *, revision: int, by: Actor, reason: str = "") -> None:
    """Ask for adoption: the concept goes under review."""
    check_permitted(by, "register.submit_activity")
    with verb("register.submit_activity", by=by, reason=reason):
        owner_id = models.Activity.objects.values_list("owner_id", flat=True).get(pk=activity_id)
        check_permitted_for(by, "register.submit_activity", owner_id=owner_id)
        _move(activity_id, RecordState.UNDER_REVIEW, read=revision)


def return_activity(activity_id: UUID, *, revision: int, by: Actor, reason: str) -> None:
    """Send a record under review back, with the reason."""
    check_permitted(by, "register.adopt_activity")
    if not reason.strip():
        raise Refused(_("Say why the record goes back, so that its owner knows what to mend."))
    with verb("register.return_activity", by=by, reason=reason):
        _move(activity_id, RecordState.CONCEPT, read=revision)


def adopt_activity(
    activity_id: UUID, *, revision: int, catalogue_version: str, by: Actor, reason: str = ""
) -> models.ActivityVersion:
    """Adopt the record as it was read: a numbered version that nobody can change, with the catalogue of today.

    Who submitted it, or changed it after that, does not adopt it. Of two who adopt at once the second is told who came
    first, and nothing is done.
    """
    check_permitted(by, "register.adopt_activity")
    if by.person_id is None:
        raise Refused(_("Only a person can adopt a record."))
    with verb("register.adopt_activity", by=by, reason=reason):
        _check_may_be_adopted(activity_id, by=by.person_id)
        activity = _move(activity_id, RecordState.ADOPTED, read=revision)
        activity.version += 1
        activity.save(update_fields=["version"])
        version: models.ActivityVersion = models.ActivityVersion.objects.create(
            activity=activity,
            number=activity.version,
            content=to_plain(activity_facts(activity_id)),
            catalogue_version=catalogue_version,
            adopted_at=clock.now(),
            adopted_by_id=by.person_id,
            reason=reason,
        )
    return version


def publish_activity(activity_id: UUID, *, revision: int, by: Actor, reason: str = "") -> None:
    """Show the adopted version to everyone."""
    check_permitted(by, "register.publish_activity")
    with verb("register.publish_activity", by=by, reason=reason):
        activity = _move(activity_id, RecordState.PUBLISHED, read=revision)
        models.ActivityVersion.objects.filter(activity=activity, number=activity.version).update(
            published_at=clock.now(), withdrawn_at=None, withdrawn_because=""
        )


def withdraw_publication(activity_id: UUID, *, revision: int, by: Actor, reason: str) -> None:
    """Take every version that everyone can read out of the public register; they stay versions, with the reason.

    The reason is public: it stands at the address of each version. A later edit of the record stays as it is.
    """
    check_permitted(by, "register.withdraw_publication")
    if not reason.strip():
        raise Refused(_("Say why it is no longer public; whoever knows the address reads that there."))
    with verb("register.withdraw_publication", by=by, reason=reason):
        activity = models.Activity.objects.select_for_update().get(pk=activity_id)
        check_is_as_read(activity.name, revision=activity.revision, read=revision)
        public = models.ActivityVersion.objects.filter(activity=activity, published_at__isnull=False, withdrawn_at=None)
        if not public.update(withdrawn_at=clock.now(), withdrawn_because=reason.strip()):
            raise Refused(_("Nothing of this record is public, so nothing can be withdrawn."))
        if activity.record_state == RecordState.PUBLISHED:
            _move(activity_id, RecordState.ADOPTED, read=revision)
        else:  # who undoes an earlier change sees by this that the record is not as it was
            models.Activity.objects.filter(pk=activity_id).update(revision=activity.revision + 1)


def check_is_read_by_two(activity_id: UUID, *, by: UUID) -> None:
    """Raises Refused for whoever submitted the record, or changed it or a part of it since: nobody else read that."""
    step = last_step(activity_id)
    if step and step.verb == SUBMITTED:
        check_is_of_two_people(submitted_by=step.person, decided_by=by)
    check_is_not_own_text(changed=changed_since_step(activity_id, person=by))


def _check_may_be_adopted(activity_id: UUID, *, by: UUID) -> None:
    activity: models.Activity = models.Activity.objects.select_for_update().get(pk=activity_id)
    step = last_step(activity_id)
    who = step.by if step else ""
    check_not_adopted_meanwhile(version=activity.version, state=RecordState(activity.record_state), by=who)
    check_is_read_by_two(activity_id, by=by)


def _move(activity_id: UUID, state: RecordState, *, read: int) -> models.Activity:
    activity: models.Activity = models.Activity.objects.select_for_update().get(pk=activity_id)
    check_moves(RecordState(activity.record_state), to=state)
    check_is_as_read(activity.name, revision=activity.revision, read=read)
    activity.record_state = state.value
    activity.revision += 1
    activity.save(update_fields=["record_state", "revision"])
    return activity
