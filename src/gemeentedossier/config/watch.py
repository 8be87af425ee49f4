"""While the program serves, the embedded database server is started again where it went away."""

import os
import sys
import threading
import time
from collections.abc import Callable

import psycopg

from gemeentedossier.config.postgres import EMBEDDED, DatabaseUnavailable, restart_embedded
from gemeentedossier.config.sentences import gettext as _

SERVING = frozenset({"serve", "demo"})
SECONDS = 5


def watch_while_serving(command: str) -> None:
    """Look every few seconds from a thread of this process, for as long as it runs; its workers have no such thread."""
    if command in SERVING and EMBEDDED in os.environ:
        threading.Thread(target=_watch, daemon=True, name="database").start()


def _watch() -> None:
    while True:
        time.sleep(SECONDS)
        look(answers=answers, restart=restart_embedded)


def look(*, answers: Callable[[], bool], restart: Callable[[], bool]) -> bool:
    """Whether the server answers, if need be after it was started again; what happens is told on the error stream.

    ``restart`` says whether it started one: it does not while this process is stopping it.
    """
    if answers():
        return True
    try:
        if not restart():
            return False
    except DatabaseUnavailable as error:
        sys.stderr.write(f"gemeentedossier: {error}\n")
        return False
    sys.stderr.write(_("gemeentedossier: the database had stopped and was started again.") + "\n")
    return True


def answers() -> bool:
    """Whether the database can be reached."""
    try:
        psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=SECONDS).close()
    except psycopg.OperationalError as error:
        # a server that is full or still reading its log is there, and must not be started a second time
        return "too many clients" in str(error) or "starting up" in str(error)
    return True
