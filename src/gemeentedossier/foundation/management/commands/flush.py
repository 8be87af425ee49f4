"""Django's flush, run as the owner of the tables."""

from typing import Any

from django.core.management.commands.flush import Command as Flush

from gemeentedossier.foundation.tenancy import as_owner


class Command(Flush):
    def handle(self, **options: Any) -> None:
        with as_owner():
            super().handle(**options)
