"""Answering what Part C proposes to the register: taken over in the record, or refused and why (GDPR 30(1))."""

from collections.abc import Callable
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.dossier.register.actions.activities import edit_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import Activity as ActivityRow
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.enums import ProposalAnswer
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted, check_permitted_for

MAY = "register.edit_activity"
"""Who may edit the record answers what is proposed to it."""


def take_over_proposal(
    activity_id: UUID, name: str, words: str, *, change: Callable[[Activity], Activity], revision: int, by: Actor
) -> None:
    """Take a proposal over in the record; ``revision`` is the one of the record that was read."""
    check_permitted(by, MAY)
    with verb("risks.take_over_proposal", by=by):
        _locked(activity_id, revision=revision, by=by)
        edit_activity(change(activity_facts(activity_id)), by=by)
        _answer(activity_id, name, words, ProposalAnswer.TAKEN_OVER, "", by)


def refuse_proposal(activity_id: UUID, name: str, words: str, *, reason: str, revision: int, by: Actor) -> None:
    """Leave the record as it is, and say why; the same is not proposed again."""
    check_permitted(by, MAY)
    if not reason.strip():
        raise Refused(_("Say why the register stays as it is."))
    with verb("risks.refuse_proposal", by=by, reason=reason):
        _locked(activity_id, revision=revision, by=by)
        _answer(activity_id, name, words, ProposalAnswer.REFUSED, reason.strip(), by)


def _locked(activity_id: UUID, *, revision: int, by: Actor) -> None:
    """Part of a verb: hold the record, as it was read."""
    activity = ActivityRow.objects.select_for_update().get(pk=activity_id)
    check_permitted_for(by, MAY, owner_id=activity.owner_id)
    check_unchanged(activity.revision, read=revision, name=activity.name)


def _answer(activity_id: UUID, name: str, words: str, answer: ProposalAnswer, reason: str, by: Actor) -> None:
    """Part of a verb: what was answered, beside the pre-scan of the activity."""
    key = uuid5(activity_id, "prescan")
    prescan = models.Prescan.objects.filter(activity_id=activity_id).first()
    if prescan is None:
        prescan = models.Prescan.objects.create(id=key, activity_id=activity_id)
    models.AnsweredProposal.objects.create(
        prescan=prescan,
        name=name,
        words=words,
        answer=answer.value,
        reason=reason,
        answered_by_id=by.person_id,
        answered_at=clock.now(),
    )
