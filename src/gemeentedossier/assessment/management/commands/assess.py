"""`gemeentedossier assess MUNICIPALITY`: what the rules find in its dossier."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from gemeentedossier.assessment.management.reporting import as_lines, as_record, as_table
from gemeentedossier.assessment.queries import assessment_of, assessment_of_activity
from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.foundation.errors import NO_SUCH_MUNICIPALITY
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope


class Command(BaseCommand):
    """Exit code 0 when the dossier was assessed, whatever was found; 1 when it could not be."""

    help = "Assess the dossier of a municipality against every rule of the catalogue."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="the municipality's short name")
        parser.add_argument("--activity", type=_identifier, help="only this processing activity")
        parser.add_argument("--json", action="store_true", help="every finding as JSON")
        parser.add_argument("--language", choices=["nl", "en"], default="nl")

    def handle(self, *, municipality: str, activity: UUID | None, json: bool, language: str, **_: object) -> None:
        found = Municipality.objects.filter(slug=municipality).first()
        if found is None:
            raise CommandError(str(NO_SUCH_MUNICIPALITY) % {"slug": municipality})
        try:
            with municipality_scope(found.id):
                assessment = assessment_of_activity(found, activity_id=activity) if activity else assessment_of(found)
        except CatalogueFaults as error:
            raise CommandError(f"The catalogue cannot be used; nothing was assessed.\n{error}") from error
        if activity and not assessment.cases:
            raise CommandError(f"There is no activity {activity} in “{municipality}”. Check the identifier.")
        if json:
            self.stdout.write(_dumped(as_record(assessment, language)))
        elif sys.stdout.isatty():
            as_table(assessment, language)
        else:
            for line in as_lines(assessment, language):
                self.stdout.write(line)


def _identifier(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is not an identifier of an activity") from error


def _dumped(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)
