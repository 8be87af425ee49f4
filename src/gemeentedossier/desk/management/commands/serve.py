"""`gemeentedossier serve`: the program on an address of this machine, until Ctrl-C."""

import socket
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication

from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.serving import get_ready
from gemeentedossier.foundation.jobs.daily import start_daily
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.migrating import check_tables
from gemeentedossier.foundation.tenancy import connect_as_application, warn_of_owner

ASKED = 100_000
"""After so many requests, give or take a tenth, a process makes place for a new one, which judges all anew."""


class Command(SpeakingCommand):
    """Serves the desk and the portal."""

    help = "Serve on http://127.0.0.1:8000 until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *, host: str, port: int, workers: int, **options: Any) -> None:
        check_address_is_free(host, port)
        check_catalogue()
        check_tables()
        connect_as_application()
        warn_of_owner()
        start_daily()
        Server(host=host, port=port, workers=workers).run()


def check_address_is_free(host: str, port: int) -> None:
    """Raises CommandError with what to do where another program listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            told = _(
                "Port %(port)s on %(host)s cannot be used (%(reason)s). If Gemeentedossier runs there already, open "
                "http://%(host)s:%(port)s; else stop the other program or choose a port: make demo PORT=%(next)s."
            )
            known = {"port": port, "host": host, "reason": error.strerror, "next": port + 1}
            raise CommandError(told % known) from error


def check_catalogue() -> None:
    """Raises CommandError with every fault where the shipped pack cannot be used: nothing could be answered."""
    try:
        current_catalogue()
    except CatalogueFaults as error:
        raise CommandError(_("The catalogue cannot be used, so nothing is served.") + f"\n{error}") from error


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn with this program in it."""

    def __init__(self, *, host: str, port: int, workers: int) -> None:
        self.address, self.workers = f"{host}:{port}", workers
        super().__init__()

    def load_config(self) -> None:
        settings = {"bind": self.address, "workers": self.workers, "threads": 4, "worker_class": "gthread"}
        asked = {"max_requests": ASKED, "max_requests_jitter": ASKED // 10}
        for name, value in {**settings, **asked, "loglevel": "warning", "timeout": 120}.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from django.core.wsgi import get_wsgi_application

        application = get_wsgi_application()
        get_ready()
        return application
