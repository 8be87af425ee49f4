"""The command ``gemeentedossier``: finds or starts the database, then hands over to the room that has the command."""

import os
import sys

from django.core.management import execute_from_command_line

from gemeentedossier.config.postgres import DatabaseUnavailable, ensure_server

WITHOUT_DATABASE = {"catalogue", "makemigrations", "collectstatic"}
"""Commands that read files only, so that they also work where no server can be started."""


def main() -> None:
    """Run one command; exit code 0 when it did what was asked, 1 on a fault it explains, 2 on a wrong call."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    try:
        if command not in WITHOUT_DATABASE and not command.startswith("-") and command != "help":
            ensure_server()
        execute_from_command_line(["gemeentedossier", *sys.argv[1:]])
    except DatabaseUnavailable as error:
        sys.exit(f"gemeentedossier: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
