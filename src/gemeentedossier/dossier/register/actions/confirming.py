"""Confirming a record from a link in an e-mail: who answers for it reads it and says whether it is still right."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.policies import check_is_as_read
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
CONFIRM, TELL = "register.confirm_activity", "register.tell_change"
SAY = _("Say what changed, in a few words. Then the privacy officer knows what to mend.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks: of whom, about which record, at which municipality; ``is_lapsed`` once its term is over."""

    municipality_id: UUID
    activity_id: UUID
    person_id: UUID
    is_lapsed: bool = False


def confirmation_token(activity_id: UUID, person_id: UUID) -> str:
    """What the link carries, with the day on which it was made."""
    named = (require_municipality_id(), activity_id, person_id, clock.today())
    return SIGNER.sign_object([str(each) for each in named])


def read_confirmation(token: str) -> Asked | None:
    """What a link asks; None for one that nobody here signed."""
    try:
        municipality, activity, person, made_on = SIGNER.unsign_object(token)
        lapsed = clock.today() > dt.date.fromisoformat(made_on) + LASTS
        return Asked(UUID(municipality), UUID(activity), UUID(person), lapsed)
    except (BadSignature, ValueError, TypeError):
        return None


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
