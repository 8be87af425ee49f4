"""What a person wants to be written about, and when the next one is."""

from django.utils.translation import gettext as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.method.actions.feeds import READ
from gemeentedossier.method.models import ReminderChoice, ReminderRule
from gemeentedossier.organisation.permissions import check_permitted

RULE = "method.set_escalation"
MOST_DAYS = 366


def choose_reminders(*, weekly: bool, by: Actor) -> None:
    """Whether the actor gets the weekly message. Clocks of the law are told whatever is chosen."""
    check_permitted(by, READ)
    if by.person_id is None:
        raise Refused(_("Only a person is written to."))
    with verb("method.choose_reminders", by=by):
        ReminderChoice.objects.update_or_create(person_id=by.person_id, defaults={"weekly": weekly})


def set_escalation(*, after: int | None, by: Actor) -> None:
    """After how many days of lateness the next one hears of it; None is never. The law names no such term."""
    check_permitted(by, RULE)
    if after is not None and not 1 <= after <= MOST_DAYS:
        raise Refused(_("Choose a number of days from 1 to %(most)s, or leave it open.") % {"most": MOST_DAYS})
    with verb(RULE, by=by):
        told = {"escalate_after": after, "set_by": by.name, "set_at": clock.now()}
        ReminderRule.objects.update_or_create(defaults=told)
