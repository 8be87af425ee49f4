"""The command ``gemeentedossier``: finds or starts the database, then hands over to the room that has the command."""

import os
import sys

import django
from django.core.management import execute_from_command_line, get_commands, load_command_class

from gemeentedossier.config.disk import ran_out
from gemeentedossier.config.postgres import DatabaseUnavailable, ensure_server, home
from gemeentedossier.config.sentences import gettext as _
from gemeentedossier.config.watch import watch_while_serving

WITHOUT_DATABASE = {"catalogue", "makemigrations", "collectstatic"}
"""Commands that read files only, so that they also work where no server can be started."""

OF_THE_PROGRAM = frozenset({"flush"})
"""Commands of ours that only tests and other commands call."""
ASKS_FOR_HELP: tuple[list[str], ...] = (["help"], ["--help"], ["-h"], [])


def main() -> None:
    """Run one command; exit code 0 when it did what was asked, 1 on a fault it explains, 2 on a wrong call."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")
    if sys.argv[1:] in ASKS_FOR_HELP:
        sys.stdout.write(overview())
        return
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    try:
        if command not in WITHOUT_DATABASE and not command.startswith("-") and command != "help":
            ensure_server()
            watch_while_serving(command)
        execute_from_command_line(["gemeentedossier", *sys.argv[1:]])
    except DatabaseUnavailable as error:
        sys.exit(f"gemeentedossier: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if not ran_out(error, home=home()):
            raise
        told = _(
            "The disk is full at %(home)s, so this was not finished; what was not finished was not kept. "
            "Free some disk space and run the command again."
        )
        sys.exit(f"gemeentedossier: {told % {'home': home()}}")


def overview() -> str:
    """Return what the program can do: one line for each command of ours, none for those of Django."""
    django.setup()
    ours = {name: app for name, app in sorted(get_commands().items()) if _is_shown(name, app)}
    told = [f"  {name:<10} {load_command_class(app, name).help}" for name, app in ours.items()]
    ending = "“gemeentedossier COMMAND --help” tells what a command takes. See the README for examples."
    return "\n".join(["gemeentedossier COMMAND", "", *told, "", ending, ""])


def _is_shown(name: str, app: object) -> bool:
    return str(app).startswith("gemeentedossier.") and name not in OF_THE_PROGRAM
