"""The module name that Django asks of a database backend."""

from typing import Any

from django.conf import settings
from django.db.backends.postgresql.base import DatabaseWrapper as PostgresWrapper

from gemeentedossier.foundation.scope import current_municipality_id, works_as_owner

SET_SCOPE = "SELECT set_config('app.municipality', %s, true)"


class DatabaseWrapper(PostgresWrapper):
    """Sets the municipality per transaction, so that row-level security knows it and nothing leaks to the next."""

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        if settings_dict["NAME"] in (None, "postgres"):  # maintenance (create a test database) is the owner's
            options = {k: v for k, v in settings_dict["OPTIONS"].items() if k != "assume_role"}
            settings_dict = {**settings_dict, "OPTIONS": options}
        super().__init__(settings_dict, alias)

    def get_connection_params(self) -> dict[str, Any]:
        """Where the owner of the tables is another user, the owner's work connects as that one."""
        if not (works_as_owner() and settings.OWNER_DATABASE):
            return super().get_connection_params()
        usual = self.settings_dict
        self.settings_dict = {**usual, **settings.OWNER_DATABASE}
        try:
            return super().get_connection_params()
        finally:
            self.settings_dict = usual

    def init_connection_state(self) -> None:
        super().init_connection_state()
        if works_as_owner():
            with self.connection.cursor() as cursor:
                cursor.execute("RESET ROLE")

    def _set_autocommit(self, autocommit: bool) -> None:  # noqa: FBT001 - Django's own signature
        super()._set_autocommit(autocommit)  # type: ignore[misc]  # Django has it, its stubs do not
        if not autocommit:
            self.apply_scope()

    def apply_scope(self) -> None:
        """Tell the open transaction for whom it works; an empty value opens no municipality's rows."""
        municipality = current_municipality_id()
        with self.connection.cursor() as cursor:
            cursor.execute(SET_SCOPE, [str(municipality or "")])
