"""Sending e-mail through the municipality's own mail server; without one, messages are laid down as files."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused

log = logging.getLogger(__name__)
OF_ONE_MESSAGE = (SMTPRecipientsRefused, SMTPDataError, ValueError)
"""What says that this message or address is not taken, and nothing of the next one."""
_gone: ContextVar[list[bool] | None] = ContextVar("mail_server_gone", default=None)


class NotSent(Refused):
    """The mail server did not take the message; nothing was sent."""


@contextmanager
def asking_once() -> Iterator[None]:
    """Within it a mail server that did not answer is not asked again: every other message is NotSent at once.

    A server that lets each message wait would else keep a round, with the clocks of law in it, for hours.
    """
    token = _gone.set([])
    try:
        yield
    finally:
        _gone.reset(token)


def send(to: str, *, subject: str, text: str) -> None:
    """Send one message as plain text; NotSent where the server is not there, or refuses it or the address."""
    gone = _gone.get()
    if gone:
        raise NotSent(_not_taken())
    try:
        EmailMessage(subject=" ".join(subject.split()), body=text, to=[to]).send()
    except (OSError, SMTPException, ValueError) as error:  # the last of an address that no server can be given
        log.warning("a message could not be sent: %s", error)
        if gone is not None and not isinstance(error, OF_ONE_MESSAGE):
            gone.append(True)
        raise NotSent(_not_taken()) from error


def _not_taken() -> str:
    return _("The mail server did not take the message. Try again later, or ask the administrator.")
