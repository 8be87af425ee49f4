"""The command ``gemeentedossier``: finds or starts the database, then hands over to the room that has the command."""

import os
import sys
from collections.abc import Sequence

import django
from django.core.management import execute_from_command_line, get_commands, load_command_class
from django.db.utils import ProgrammingError
from psycopg.errors import UndefinedColumn, UndefinedTable

from gemeentedossier.config.disk import ran_out
from gemeentedossier.config.given import UnusableSetting
from gemeentedossier.config.postgres import DatabaseUnavailable, ensure_server, home
from gemeentedossier.config.sentences import gettext as _
from gemeentedossier.config.watch import watch_while_serving
from gemeentedossier.foundation.engine.unavailable import TablesOlder, Unavailable

WITHOUT_DATABASE = {"catalogue", "makemigrations", "collectstatic"}
"""Commands that read files only, so that they also work where no server can be started."""
OF_A_MUNICIPALITY = "--municipality"
"""The option by which such a command reads a dossier after all."""
BROKEN_PIPE = 141
"""The exit code of a program whose reader had enough (128 + SIGPIPE), such as ``… | head``."""

OF_THE_PROGRAM = frozenset({"flush"})
"""Commands of ours that only tests and other commands call."""
ASKS_FOR_HELP: tuple[list[str], ...] = (["help"], ["--help"], ["-h"], [])


def main() -> None:
    """Run one command; exit code 0 when it did what was asked, 1 on a fault it explains, 2 on a wrong call."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")
    if sys.argv[1:] in ASKS_FOR_HELP:
        sys.stdout.write(overview())
        return
    try:
        _run(sys.argv[1:])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be flushed has no reader
        sys.exit(BROKEN_PIPE)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        sentence = _sentence_of(error)
        if sentence is None:
            raise
        sys.exit(f"gemeentedossier: {sentence}")


def _run(arguments: Sequence[str]) -> None:
    if needs_server(arguments):
        ensure_server()
        watch_while_serving(arguments[0])
    execute_from_command_line(["gemeentedossier", *arguments])
    sys.stdout.flush()


def _sentence_of(error: Exception) -> str | None:
    """What whoever runs the program must know and do, where it is not a fault of the program itself."""
    if isinstance(error, DatabaseUnavailable | UnusableSetting):
        return str(error)
    if isinstance(error, Unavailable):
        return _("Nothing was done.") + f"\n{error}"
    if isinstance(error, TablesOlder) or _misses_a_table(error):
        return _(
            "The tables of this database are not there, or older than this program. "
            "Run “gemeentedossier migrate”, and then this again."
        )
    if ran_out(error, home=home()):
        told = _(
            "The disk is full at %(home)s, so this was not finished; what was not finished was not kept. "
            "Free some disk space and run the command again."
        )
        return told % {"home": home()}
    return None


def _misses_a_table(error: Exception) -> bool:
    return isinstance(error, ProgrammingError) and isinstance(error.__cause__, UndefinedTable | UndefinedColumn)


def needs_server(arguments: Sequence[str]) -> bool:
    """Return whether a call reads or writes a database; ``arguments`` are those behind the name of the program."""
    command, *others = arguments
    if command.startswith("-") or command == "help":
        return False
    if command not in WITHOUT_DATABASE:
        return True
    options = [each.partition("=")[0] for each in others]
    return any(len(each) > 2 and OF_A_MUNICIPALITY.startswith(each) for each in options)


def overview() -> str:
    """Return what the program can do: one line for each command of ours, none for those of Django."""
    django.setup()
    ours = {name: app for name, app in sorted(get_commands().items()) if _is_shown(name, app)}
    told = [f"  {name:<10} {load_command_class(app, name).help}" for name, app in ours.items()]
    ending = "“gemeentedossier COMMAND --help” tells what a command takes. See the README for examples."
    return "\n".join(["gemeentedossier COMMAND", "", *told, "", ending, ""])


def _is_shown(name: str, app: object) -> bool:
    return str(app).startswith("gemeentedossier.") and name not in OF_THE_PROGRAM
