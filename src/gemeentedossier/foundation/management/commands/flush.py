"""Django's flush, run as the owner of the tables."""

from typing import Any

from django.core.management.commands.flush import Command as Flush

from gemeentedossier.foundation.tenancy import as_owner


class Command(Flush):
    def handle(self, *args: Any, **options: Any) -> str | None:
        with as_owner():
            return super().handle(*args, **options)
