"""Numbers and addresses from the environment, in which somebody may have typed something else.

What was typed in an address is never repeated: it may hold a password.
"""

import os
from typing import Any
from urllib.parse import SplitResult, urlsplit

import psycopg
from psycopg.conninfo import conninfo_to_dict

from gemeentedossier.config.sentences import gettext as _

MAIL_PORTS = {"smtp": 25, "smtps": 465}
MOST_DIGITS = 9
"""More is a slip of the pen."""


class UnusableSetting(Exception):
    """A variable of the environment that cannot be used; the text says which, and what to do."""


def number_from(variable: str, *, otherwise: int) -> int:
    """Return what the variable says, or ``otherwise`` where it is not set; raises UnusableSetting."""
    written = os.environ.get(variable, "").strip()
    if not written:
        return otherwise
    if len(written) > MOST_DIGITS or not written.isascii() or not written.isdigit() or not int(written):
        told = _("%(variable)s is “%(written)s”, which is no whole number above 0. Correct it, or leave it out.")
        raise UnusableSetting(told % {"variable": variable, "written": written})
    return int(written)


def mail_server(written: str) -> tuple[SplitResult, int]:
    """Where e-mail is handed in, and at which port; raises UnusableSetting.

    It is written as ``smtp://user:password@host:port``, with ``smtps`` for TLS from the start and ``?starttls=1`` to
    begin it.
    """
    try:
        found = urlsplit(written)
        port = found.port or MAIL_PORTS.get(found.scheme, 0)
    except ValueError:
        found, port = urlsplit(""), 0
    if written and not (found.scheme in MAIL_PORTS and found.hostname and port):
        told = _("%(variable)s is no mail server such as smtp://user:password@host:25. Correct it, or leave it out.")
        raise UnusableSetting(told % {"variable": "GEMEENTEDOSSIER_MAIL"})
    return found, port


def database_parts(url: str, *, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """The parts of a database's URL, by the names of libpq; raises UnusableSetting."""
    try:
        return dict(conninfo_to_dict(url))
    except psycopg.ProgrammingError as error:
        told = _("%(variable)s is no address such as postgresql://user:password@host:5432/name. Correct it.")
        raise UnusableSetting(told % {"variable": variable}) from error
