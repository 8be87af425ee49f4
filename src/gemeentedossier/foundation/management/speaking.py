"""A command speaks one language from its first word to its last fault: Dutch, or English where it is asked."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation


class SpeakingCommand(BaseCommand):
    """A command with ``--language``; everything it says within ``handle`` goes through gettext."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.add_argument("--language", choices=["nl", "en"], default="nl", help="Dutch (nl, the default) or English")
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        with translation.override(options.get("language") or "nl"):
            return super().execute(*args, **options)
