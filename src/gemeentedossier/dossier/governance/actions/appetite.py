"""How much risk to people a body accepts to remain: decided by the body, and by nobody for it (GDPR 24(1))."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.governance.models import RiskAppetite
from gemeentedossier.dossier.governance.policies import check_appetite, check_says
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Controller
from gemeentedossier.organisation.permissions import check_permitted


def set_appetite(
    level: RiskLevel,
    *,
    statement: str,
    controller_id: UUID,
    decided_on: dt.date,
    review_on: dt.date | None,
    by: Actor,
) -> RiskAppetite:
    """Record the highest level that may remain for a body; what it accepted before ends on that day."""
    check_permitted(by, "governance.set_appetite")
    if by.person_id is None:
        raise Refused(_("Only a person can decide how much risk may remain."))
    check_appetite(statement, decided_on=decided_on, review_on=review_on, today=clock.today())
    if not Controller.objects.filter(pk=controller_id).exists():
        raise Refused(_("This body is not here. Choose it from the list."))
    with verb("governance.set_appetite", by=by, reason=statement):
        _end_former(controller_id, decided_on)
        with refusing_doubles(_("Somebody else recorded what this body accepts just now. Look at that first.")):
            made: RiskAppetite = RiskAppetite.objects.create(
                level=level.value,
                statement=statement.strip(),
                controller_id=controller_id,
                decided_by_id=by.person_id,
                decided_on=decided_on,
                review_on=review_on,
            )
    return made


def end_appetite(appetite_id: UUID, *, reason: str, by: Actor) -> None:
    """From today the body no longer accepts this; until it decides anew, each risk that remains asks a decision."""
    check_permitted(by, "governance.set_appetite")
    check_says(reason, what=_("reason"))
    with verb("governance.end_appetite", by=by, reason=reason):
        if not RiskAppetite.objects.filter(pk=appetite_id, ended_on=None).update(ended_on=clock.today()):
            raise Refused(_("This ended already. Look at what the body accepts now."))


def _end_former(controller_id: UUID, day: dt.date) -> None:
    for former in RiskAppetite.objects.select_for_update().filter(controller_id=controller_id, ended_on=None):
        if former.decided_on > day:
            raise Refused(_("This body decided on a later day already. Give a day after that."))
        former.ended_on = day
        former.save(update_fields=["ended_on"])
