"""A command speaks one language from its first word to its last fault: Dutch, or English where it is asked."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation


class SpeakingCommand(BaseCommand):
    """A command with ``--language``; everything it says within ``handle`` goes through gettext."""

    _is_called_by_a_person = False

    def run_from_argv(self, argv: list[str]) -> None:
        """Run as a program: a fault is one sentence, and its exit code."""
        self._is_called_by_a_person = True
        super().run_from_argv(argv)

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.add_argument("--language", choices=["nl", "en"], default="nl", help="Dutch (nl, the default) or English")
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        with translation.override(options.get("language") or "nl"):
            try:
                return super().execute(*args, **options)
            except CommandError as fault:
                if not self._is_called_by_a_person or options.get("traceback"):
                    raise
                self.stderr.write(f"gemeentedossier: {fault}")
                sys.exit(fault.returncode)
