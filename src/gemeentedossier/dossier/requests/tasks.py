"""What is done about requests every day: names and addresses whose term has come are destroyed."""

from django.utils.translation import gettext as _

from gemeentedossier.foundation.envelopes.actions import destroy_due
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import PROGRAM

KEEPER = Actor(name="gemeentedossier", roles=PROGRAM)
"""Who destroys on the term: the program itself."""


def destroy_every_day() -> None:
    """Destroy the envelopes of the municipality in scope whose day has come; that it was done stays recorded."""
    with verb("requests.destroy_envelopes", by=KEEPER):
        destroy_due(reason=_("destroyed on its term"), by=KEEPER)
