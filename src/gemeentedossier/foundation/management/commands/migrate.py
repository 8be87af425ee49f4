"""Django's migrate, run as the owner of the tables."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from gemeentedossier.foundation.tenancy import as_owner


class Command(Migrate):
    def handle(self, *args: Any, **options: Any) -> str | None:
        with as_owner():
            return super().handle(*args, **options)
