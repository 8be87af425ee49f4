"""Sending e-mail through the municipality's own mail server; without one, messages are laid down as files."""

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused

log = logging.getLogger(__name__)


class NotSent(Refused):
    """The mail server did not take the message; nothing was sent."""


def send(to: str, *, subject: str, text: str) -> None:
    """Send one message as plain text; NotSent where the server is not there or refuses it."""
    try:
        EmailMessage(subject=" ".join(subject.split()), body=text, to=[to]).send()
    except (OSError, SMTPException) as error:
        log.warning("a message could not be sent: %s", error)
        raise NotSent(
            _("The mail server did not take the message. Try again later, or ask the administrator.")
        ) from error
