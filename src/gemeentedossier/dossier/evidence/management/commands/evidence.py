"""``gemeentedossier evidence MUNICIPALITY check``: is every file of the evidence there, and still what it was."""

import json
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from gemeentedossier.dossier.evidence.actions.evidence import check_files
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.errors import NO_SUCH_MUNICIPALITY
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import PROGRAM

COMMAND = Actor(name="gemeentedossier evidence", roles=PROGRAM)


class Command(SpeakingCommand):
    """What is lost or came back is recorded, so that the answers that rest on it expire or hold again."""

    help = "Look whether every file of the evidence is there and unchanged (exit code 1 when one is not)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality", help="the municipality's name in addresses")
        parser.add_argument("action", choices=["check"])
        parser.add_argument("--json", action="store_true", help="one JSON object, for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        municipality = Municipality.objects.filter(slug=options["municipality"]).first()
        if municipality is None:
            raise CommandError(str(NO_SUCH_MUNICIPALITY % {"slug": options["municipality"]}))
        with municipality_scope(municipality.id):
            lost = check_files(by=COMMAND)
            files = Evidence.objects.filter(kind=EvidenceKind.FILE.value).count()
        self.stdout.write(_as_json(files, lost) if options["json"] else "\n".join(_as_lines(files, lost)))
        if lost:
            raise SystemExit(1)


def _as_json(files: int, lost: tuple[Evidence, ...]) -> str:
    told = [{"id": str(e.pk), "title": e.title, "file_name": e.file_name, "sha256": e.sha256} for e in lost]
    return json.dumps({"files": files, "whole": not lost, "lost": told}, indent=2, ensure_ascii=False)


def _as_lines(files: int, lost: tuple[Evidence, ...]) -> list[str]:
    if not lost:
        return [_("Whole: all evidence files (%(count)s) are there and unchanged.") % {"count": files}]
    gone = [f"- {each.title} ({each.file_name}, {each.sha256})" for each in lost]
    known = {"lost": len(lost), "count": files}
    told = _("LOST: gone or changed are %(lost)s of %(count)s files; answers that rest on them expired.") % known
    return [told, *gone]
