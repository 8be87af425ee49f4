"""When something may be recorded of a party, and when somebody may be invited for it. Each refusal is a sentence."""

import datetime as dt
import re

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.utils.translation import gettext as _

from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.foundation.errors import Refused

LONGEST_INVITATION = dt.timedelta(days=30)
"""How long an invitation can stand open: a link that nobody uses is a door that nobody watches (our own choice)."""
LONGEST_EMAIL = 254
"""Characters of an e-mail address that are kept."""
_COUNTRY = re.compile(r"[A-Z]{2}")


def check_party(party: Party) -> None:
    """Raises Refused for a party without a name, or with a country that is no code of two letters."""
    if not any(map(str.isalnum, party.name)):
        raise Refused(_("Give the party a name: agreements and the register name it."))
    if party.country and not _COUNTRY.fullmatch(party.country):
        raise Refused(_("Write the country as two letters, such as NL or DE."))


def check_reason(reason: str) -> None:
    """Raises Refused without a reason."""
    if not reason.strip():
        raise Refused(_("Say why, so that another can follow it later."))


def check_invitation(name: str, email: str, *, until: dt.date, today: dt.date) -> None:
    """Raises Refused where nobody can be reached, or the invitation would be over already or stand open too long."""
    if not any(map(str.isalnum, name)):
        raise Refused(_("Write down who is invited."))
    try:
        validate_email(email)
        MaxLengthValidator(LONGEST_EMAIL)(email)
    except ValidationError as error:
        raise Refused(_("“%(email)s” is no e-mail address. Check it for typing errors.") % {"email": email}) from error
    if until < today:
        raise Refused(_("That day is past. Choose the last day on which the invitation can be taken up."))
    if until > today + LONGEST_INVITATION:
        raise Refused(
            _("An invitation stands open for %(days)d days at most. Choose an earlier day; you can invite again.")
            % {"days": LONGEST_INVITATION.days}
        )
