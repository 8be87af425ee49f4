"""`make demo`: everything at once, on an invented municipality."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.queries import assessment_of
from gemeentedossier.desk.management.commands.serve import check_address_is_free
from gemeentedossier.exchange.actions.example import PASSWORD, ensure_example, ensure_twin
from gemeentedossier.exchange.example.organisation import EXECUTIVE, PRIVACY_OFFICER, SLUG
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope


class Command(BaseCommand):
    """Migrates, loads the example, assesses it, writes its documents, says what it found, and serves."""

    help = "Set up the example municipality and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--twin", action="store_true", help="load its corrected twin beside it")
        parser.add_argument("--out", default="out", help="folder for the documents")

    def handle(self, *, no_serve: bool, port: int, out: str, twin: bool = False, **options: Any) -> None:
        if not no_serve:
            check_address_is_free("127.0.0.1", port)
        began = time.monotonic()
        call_command("migrate", verbosity=0)
        municipality = ensure_example()
        self._tell_findings(municipality)
        if twin:
            self._tell_twin(ensure_twin(), port)
        call_command("documents", SLUG, out=Path(out), if_changed=True)
        self._tell_where(port, seconds=time.monotonic() - began, served=not no_serve)
        if not no_serve:
            call_command("serve", port=port)

    def _tell_findings(self, municipality: Municipality) -> None:
        with municipality_scope(municipality.id):
            counts = assessment_of(municipality).counts()
        self.stdout.write(f"Example municipality {municipality.name} was assessed. What was found:")
        for outcome, words in FOUND.items():
            self.stdout.write(f"  {counts[outcome]:>5}  {words}")

    def _tell_twin(self, municipality: Municipality, port: int) -> None:
        with municipality_scope(municipality.id):
            found = assessment_of(municipality).counts()[Outcome.CONTRADICTS]
        address = f"http://127.0.0.1:{port}/{municipality.slug}/desk/"
        self.stdout.write(f"Its corrected twin {municipality.name} has {found} contradictions: {address}")

    def _tell_where(self, port: int, *, seconds: float, served: bool) -> None:
        address = f"http://127.0.0.1:{port}"
        lines = [
            f"Ready in {seconds:.1f} s. The data stay in {settings.HOME}.",
            f"  register for everyone   {address}/{SLUG}/register/",
            f"  desk of the staff       {address}/{SLUG}/desk/",
            f"  sign in as              {PRIVACY_OFFICER.email} (privacy officer) or {EXECUTIVE.email} (executive)",
            f"  password                {PASSWORD}",
            "Stop with Ctrl-C." if served else "Not served (SERVE=0); `make demo` serves it.",
        ]
        self.stdout.write("\n".join(lines))


FOUND = {
    Outcome.CONTRADICTS: "contradictions: two records that cannot both be true",
    Outcome.NOT_MET: "criteria not met",
    Outcome.EXPIRED: "answers that must be looked at again",
    Outcome.GAP: "gaps: nobody recorded it",
    Outcome.PARTLY: "criteria partly met",
    Outcome.SUPPRESSED: "findings set aside by a person, until a date",
    Outcome.MET: "criteria met",
    Outcome.NOT_APPLICABLE: "criteria that do not apply",
}
