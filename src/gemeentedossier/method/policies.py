"""When records may go to another person, and back. Each refusal is a sentence."""

import datetime as dt

from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.facts import Person
from gemeentedossier.organisation.permissions import can_hold


def check_hands_over(*, chosen: int, reason: str) -> None:
    """Raises Refused where nothing was chosen, and where nobody says why."""
    if not chosen:
        raise Refused(_("Choose what is handed over. Nothing was chosen, so nothing changed."))
    if not any(each.isalnum() for each in reason):
        raise Refused(_("Say why somebody else becomes accountable, so that it can be followed later."))


def check_takes_over(person: Person | None, *, on: dt.date) -> None:
    """Raises Refused for who does not work here, and for who has no role that can answer for a record."""
    if person is None or not person.works_here_on(on):
        raise Refused(_("That person does not work here, so nobody would answer for it. Choose a colleague."))
    if not can_hold(person, on):
        raise Refused(
            _(
                "That person has no role here today that can answer for a record, so nobody would look after it. "
                "Choose somebody else."
            )
        )


def check_came_from(*, name: str, is_so: bool) -> None:
    """Raises Refused for what was not handed over by that person last: there is nothing to hand back."""
    if not is_so:
        told = _("“%(name)s” was not handed over by this person last, so it cannot go back. Nothing was changed.")
        raise Refused(told % {"name": name})
