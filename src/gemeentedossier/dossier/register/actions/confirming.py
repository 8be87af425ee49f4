"""Confirming a record: who answers for it reads it and says whether it is still right, here or from an e-mail."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.policies import check_can_be_edited, check_is_as_read, check_undoes_confirmation
from gemeentedossier.dossier.register.queries.confirming import CONFIRM, TELL, UNDO, standing_confirmation
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for

LASTS = dt.timedelta(days=30)
"""How long a link opens anything."""
LONGEST = 2_000
"""Characters of what changed."""
SIGNER = Signer(salt="register.confirmation")
"""Signs a link, so that nobody can make one up for another record or person."""
SAY = _("Say what changed, in a few words. Then the privacy officer knows what to mend.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks: of whom, about which record, at which municipality, since which day."""

    municipality_id: UUID
    activity_id: UUID
    person_id: UUID
    made_on: dt.date

    @property
    def is_lapsed(self) -> bool:
        return clock.today() > self.made_on + LASTS


def confirmation_token(activity_id: UUID, person_id: UUID, *, made_on: dt.date | None = None) -> str:
    """What the link carries, with the day on which it was made: today, or that of the link it follows from."""
    named = (require_municipality_id(), activity_id, person_id, made_on or clock.today())
    return SIGNER.sign_object([str(each) for each in named])


def read_confirmation(token: str) -> Asked | None:
    """What a link asks; None for one that nobody here signed."""
    try:
        municipality, activity, person, made_on = SIGNER.unsign_object(token)
        return Asked(UUID(municipality), UUID(activity), UUID(person), dt.date.fromisoformat(made_on))
    except (BadSignature, ValueError, TypeError):
        return None


def confirm_activity(activity_id: UUID, *, revision: int, by: Actor) -> None:
    """The owner says: this is still right. Freshness is the last confirmation, never the last edit.

    ``revision`` is the one that was read: where somebody saved since, EditedMeanwhile is raised.
    """
    check_permitted(by, CONFIRM)
    with verb(CONFIRM, by=by):
        locked = models.Activity.objects.select_for_update().get(pk=activity_id)
        check_permitted_for(by, CONFIRM, owner_id=locked.owner_id)
        check_can_be_edited(RecordState(locked.record_state))
        check_is_as_read(locked.name, revision=locked.revision, read=revision)
        locked.last_confirmed_on = clock.today()
        locked.revision += 1
        locked.save(update_fields=["last_confirmed_on", "revision"])


def undo_confirmation(activity_id: UUID, *, by: Actor) -> None:
    """Take back one's own confirmation of today: the day that stood there before stands there again.

    Both stay in the history. Refused where something happened to the record since, where it was somebody else's, and
    after the day on which it was given.
    """
    check_permitted(by, CONFIRM)
    with verb(UNDO, by=by):
        locked = models.Activity.objects.select_for_update().get(pk=activity_id)
        check_permitted_for(by, CONFIRM, owner_id=locked.owner_id)
        given = standing_confirmation(activity_id, revision=locked.revision)
        undone = check_undoes_confirmation(given, person=str(by.person_id), today=clock.today())
        locked.last_confirmed_on = undone.before
        locked.revision += 1
        locked.save(update_fields=["last_confirmed_on", "revision"])


def tell_change(activity_id: UUID, *, what: str, revision: int, by: Actor) -> None:
    """Who answers for the record says that it is no longer right, and what changed.

    Nothing of the record changes by it, its confirmation neither: it stands in the history as what was told, and the
    record goes on waiting. Raises Refused where nothing is said, EditedMeanwhile where somebody saved since.
    """
    check_permitted(by, CONFIRM)
    said = what.strip()
    if not said:
        raise Refused(SAY)
    if len(said) > LONGEST:
        told = {"most": LONGEST, "count": len(said)}
        raise Refused(_("What changed is %(count)s characters long; %(most)s is the most. Say it shorter.") % told)
    with verb(TELL, by=by, reason=said):
        locked = models.Activity.objects.select_for_update().get(pk=activity_id)
        check_permitted_for(by, CONFIRM, owner_id=locked.owner_id)
        check_is_as_read(locked.name, revision=locked.revision, read=revision)
        locked.revision += 1
        locked.save(update_fields=["revision"])
