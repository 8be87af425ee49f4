"""Fifty people at once on the pages that are open all day, beside a bare Django page of the same size."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.test import Client

from benchmarks.apart import ROOT
from benchmarks.crowd import Answers, crowd
from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from benchmarks.municipalities import PROGRAM, loaded
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.actions.accounts import give_account
from gemeentedossier.organisation.models import Person

PEOPLE, SIZE, SECONDS, QUICK_SECONDS, WARMING = 50, 300, 120.0, 15.0, 5.0
LEAST_RATIO = 0.3
"""Of the rate of a bare page."""
PATIENCE = 60.0
"""Seconds in which a server must be up."""


def figures(*, quick: bool) -> Iterator[Figure]:
    """The rate of the program and of the bare page, with the same crowd; it works on the same processors."""
    seconds = QUICK_SECONDS if quick else SECONDS
    invented = invented_dossier(SIZE, current_catalogue())
    municipality = loaded(invented)
    desk = f"/{municipality.slug}/desk"
    pages = [f"{desk}/", f"{desk}/register/", f"{desk}/register/{invented.activities[7].id}/", f"{desk}/findings/"]
    with _served("gemeentedossier", "serve", "--port") as port:
        ours = _met(port, _cookies(municipality), pages, seconds)
    with _served(sys.executable, "-m", "benchmarks.bare_page", after=(str(ours.size),)) as port:
        bare = _met(port, [_said.pop()] * PEOPLE, ["/"], seconds)
    what = f"{PEOPLE} people at once, {SIZE} activities, {seconds:.0f} s"
    yield Figure(what, ours.rate, "pages/s", note=f"half within {ours.slowest(0.5):.0f} ms")
    yield Figure("  19 of 20 pages within", ours.slowest(0.95), "ms")
    yield Figure("  errors", len(ours.errors), "", limit=0, note="; ".join(ours.errors[:2]))
    yield Figure("  a bare Django page of the same size", bare.rate, "pages/s", note=f"{bare.size:,} bytes")
    yield Figure("  bare pages for one of ours", bare.rate / ours.rate, "×", limit=1 / LEAST_RATIO)


def _met(port: int, cookies: list[str], pages: list[str], seconds: float) -> Answers:
    crowd(port, cookies=cookies[:8], pages=pages, seconds=WARMING)
    return crowd(port, cookies=cookies, pages=pages, seconds=seconds)


def _cookies(municipality: Municipality) -> list[str]:
    """Each of the crowd has a session of its own."""
    with municipality_scope(municipality.id):
        account = give_account(Person.objects.get(name="Sam de Meter"), password=None, by=PROGRAM)
    found = []
    for _ in range(PEOPLE):
        client = Client(SERVER_NAME="127.0.0.1")
        client.force_login(account)
        found.append(client.cookies["sessionid"].value)
    return found


_said: list[str] = []
"""The first line that a server printed, where it prints one before it serves."""


@contextmanager
def _served(*command: str, after: tuple[str, ...] = ()) -> Iterator[int]:
    """A server in processes of its own, on a free port; it ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    program = os.path.join(os.path.dirname(sys.executable), command[0]) if os.sep not in command[0] else command[0]
    given = [program, *command[1:], str(port), *after]
    running = subprocess.Popen(given, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        if after and running.stdout:
            _said.append(running.stdout.readline().strip())
        _wait_for(port)
        yield port
    finally:
        running.terminate()
        running.wait(timeout=PATIENCE)


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"Nothing answers on port {port}.")
