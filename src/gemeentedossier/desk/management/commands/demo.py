"""`make demo`: everything at once, on an invented municipality."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.queries import assessment_of
from gemeentedossier.desk.management.commands.serve import check_address_is_free
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.dossier.register.models import Purpose
from gemeentedossier.exchange.actions.example import PASSWORD, ensure_example, ensure_twin
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.exchange.example.organisation import EXECUTIVE, PRIVACY_OFFICER, SLUG
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role

REPORTS = "wmo-report-and-inquiry"
"""The reference activity of which a security sheet is shown."""


class Command(SpeakingCommand):
    """Migrates, loads the example, assesses it, writes its documents, says what it found, and serves."""

    help = "Set up the example municipality and serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-serve", action="store_true", help="stop before serving")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--twin", action="store_true", help="load its corrected twin beside it")
        parser.add_argument("--out", default="out", help="folder for the documents")

    def handle(self, *, no_serve: bool, port: int, out: str, language: str, twin: bool = False, **options: Any) -> None:
        if not no_serve:
            check_address_is_free("127.0.0.1", port)
        began = time.monotonic()
        call_command("migrate", verbosity=0)
        municipality = ensure_example()
        self._tell_findings(municipality)
        if twin:
            self._tell_twin(ensure_twin(), port)
        call_command("documents", SLUG, out=Path(out), if_changed=True, language=language)
        papers = [str(key) for key in _some_papers(municipality)]
        call_command("documents", SLUG, paper="all", about=papers, out=Path(out), if_changed=True, language=language)
        self._tell_where(port, seconds=time.monotonic() - began, served=not no_serve)
        if not no_serve:
            call_command("serve", port=port, language=language)

    def _tell_findings(self, municipality: Municipality) -> None:
        with municipality_scope(municipality.id):
            counts = assessment_of(municipality).counts()
        told = _("Example municipality %(name)s was assessed. What was found:")
        self.stdout.write(told % {"name": municipality.name})
        for outcome, words in FOUND.items():
            self.stdout.write(f"  {counts[outcome]:>5}  {words}")

    def _tell_twin(self, municipality: Municipality, port: int) -> None:
        with municipality_scope(municipality.id):
            found = assessment_of(municipality).counts()[Outcome.CONTRADICTS]
        address = f"http://127.0.0.1:{port}/{municipality.slug}/desk/"
        told = _("Its corrected twin %(name)s has %(found)s contradictions: %(address)s")
        self.stdout.write(told % {"name": municipality.name, "found": found, "address": address})

    def _tell_where(self, port: int, *, seconds: float, served: bool) -> None:
        address = f"http://127.0.0.1:{port}"
        told = _("Ready in %(seconds)s s. The data stay in %(home)s.")
        self.stdout.write(told % {"seconds": f"{seconds:.1f}", "home": settings.HOME})
        places = {
            _("register for everyone"): f"{address}/{SLUG}/register/",
            _("desk of the staff"): f"{address}/{SLUG}/desk/",
            _("sign in as"): f"{PRIVACY_OFFICER.email} ({role_name(Role.PRIVACY_OFFICER)})",
            pgettext("between two accounts", "or"): f"{EXECUTIVE.email} ({role_name(Role.EXECUTIVE)})",
            _("password"): PASSWORD,
        }
        width = max(map(len, places))
        for label, value in places.items():
            self.stdout.write(f"  {label:<{width}}  {value}")
        self.stdout.write(_("Stop with Ctrl-C.") if served else _("Not served (SERVE=0); `make demo` serves it."))


def _some_papers(municipality: Municipality) -> tuple[UUID, ...]:
    """What a few papers are about: a processor agreement, a covenant, a leaflet, and one purpose."""
    with municipality_scope(municipality.id):
        purpose = Purpose.objects.filter(activity__reference_activity=REPORTS).order_by("activity__name", "position")
        return (
            named("agreement Verwerkersovereenkomst zaaksysteem"),
            named("agreement Convenant Samen in de wijk"),
            named("leaflet case system"),
            *purpose.values_list("pk", flat=True)[:1],
        )


FOUND = {
    Outcome.CONTRADICTS: gettext_lazy("contradictions: two records that cannot both be true"),
    Outcome.NOT_MET: gettext_lazy("criteria not met"),
    Outcome.EXPIRED: gettext_lazy("answers that must be looked at again"),
    Outcome.GAP: gettext_lazy("gaps: nobody recorded it"),
    Outcome.PARTLY: gettext_lazy("criteria partly met"),
    Outcome.UNDECIDED: gettext_lazy("criteria of which it cannot be told yet whether they apply"),
    Outcome.SUPPRESSED: gettext_lazy("findings set aside by a person, until a date"),
    Outcome.MET: gettext_lazy("criteria met"),
    Outcome.NOT_APPLICABLE: gettext_lazy("criteria that do not apply"),
}
