"""The supervision plan of the data protection officer: what is looked at, how, by when, and what came of it."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.facts import SupervisionCheck
from gemeentedossier.dossier.governance.policies import check_due, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged, write_difference_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

PLAN = "governance.plan_supervision"


def plan_supervision(check: SupervisionCheck, *, by: Actor) -> SupervisionCheck:
    """Put something on the plan (GDPR 39(1)(b)); what is looked at first follows from the risk (39(2))."""
    check_permitted(by, PLAN)
    wanted = _checked(check, before=None)
    with verb(PLAN, by=by):
        models.SupervisionCheck.objects.create(**stored_values(models.SupervisionCheck, wanted))
    return wanted


def replan_supervision(check: SupervisionCheck, *, by: Actor) -> SupervisionCheck:
    """Write an open check as it must become; ``check.revision`` is the one that was read."""
    check_permitted(by, PLAN)
    with verb("governance.replan_supervision", by=by):
        stored = _open(check.id, read=check.revision)
        wanted = replace(_checked(check, before=stored.due_on), revision=stored.revision + 1)
        write_difference_of(models.SupervisionCheck, before=stored, after=wanted)
    return wanted


def close_supervision(
    check_id: UUID, *, was_done: bool, outcome: str, closed_on: dt.date, revision: int, by: Actor
) -> SupervisionCheck:
    """Say what was found, or why it was not done; what is closed stays as it is."""
    check_permitted(by, PLAN)
    check_says(outcome, what=_("what was found, or why it was not done"))
    if by.person_id is None:
        raise Refused(_("Only a person can close a check."))
    if closed_on > clock.today():
        raise Refused(_("That day is still to come. Give the day on which this was looked at."))
    with verb("governance.close_supervision", by=by):
        stored = _open(check_id, read=revision)
        wanted = replace(
            stored,
            was_done=was_done,
            outcome=outcome.strip(),
            closed_by_id=by.person_id,
            closed_by=by.name,
            closed_on=closed_on,
            revision=stored.revision + 1,
        )
        write_difference_of(models.SupervisionCheck, before=stored, after=wanted)
    return wanted


def _checked(check: SupervisionCheck, *, before: dt.date | None) -> SupervisionCheck:
    check_says(check.topic, what=_("what is looked at"))
    check_says(check.reason, what=_("why this is looked at"))
    check_due(check.due_on, before=before, today=clock.today())
    return replace(check, topic=check.topic.strip(), reason=check.reason.strip())


def _open(check_id: UUID, *, read: int) -> SupervisionCheck:
    """The check as it stands, locked; Refused where it was closed."""
    rows = models.SupervisionCheck.objects.select_for_update(of=("self",)).filter(pk=check_id)
    stored = shaped(SupervisionCheck, rows.values().get())
    if stored.was_done is not None:
        raise Refused(_("This check is closed, with what came of it. Plan a new one; nothing was changed."))
    check_unchanged(stored.revision, read=read, name=stored.topic)
    return stored
