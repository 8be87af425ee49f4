"""`gemeentedossier assess MUNICIPALITY`: what the rules find in its dossier, on screen or as a workbook."""

import datetime as dt
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Assessment, Judged
from gemeentedossier.assessment.management.reporting import as_lines, as_record, as_table
from gemeentedossier.assessment.queries import assessment_of_activity, judged_of
from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.documents.management.writing import CannotWrite, Files
from gemeentedossier.exchange.engine.coverage_book import BookLinks, coverage_book
from gemeentedossier.exchange.engine.writing.books import BookFormat
from gemeentedossier.exchange.engine.writing.files import write_book
from gemeentedossier.foundation.errors import NO_SUCH_MUNICIPALITY
from gemeentedossier.foundation.ledger.queries import number_at
from gemeentedossier.foundation.management.moments import past_moment
from gemeentedossier.foundation.management.progress import shown
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope


class Command(SpeakingCommand):
    """Exit code 0 when the dossier was assessed, whatever was found; 1 when it could not be."""

    help = "Assess the dossier of a municipality against every rule of the catalogue."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="the municipality's short name")
        parser.add_argument("--activity", type=_identifier, help="only this processing activity")
        parser.add_argument("--at", type=past_moment, help="as it was known then: 2026-11-23 or 2026-11-23T14:00")
        parser.add_argument("--export", type=_file, metavar="FILE", help="the whole coverage as FILE.xlsx or FILE.ods")
        parser.add_argument("--links", default="", help="address of the register, to link findings to in the export")
        parser.add_argument("--json", action="store_true", help="every finding as JSON")

    def handle(
        self, *, municipality: str, activity: UUID | None, at: dt.datetime | None, export: Path | None, links: str,
        json: bool, language: str, **_others: object,
    ) -> None:  # fmt: skip
        if export and activity:
            raise CommandError(_("An export holds the whole coverage. Leave out --activity, or leave out --export."))
        found = Municipality.objects.filter(slug=municipality).first()
        if found is None:
            raise CommandError(str(NO_SUCH_MUNICIPALITY) % {"slug": municipality})
        try:
            with municipality_scope(found.id), shown({"judge": _("Assessing")}, to=self.stderr):
                if export:
                    self._export(judged_of(found, moment=at), export, at, links=links, language=language)
                    return
                assessment = _assessed(found, activity, at)
        except CatalogueFaults as error:
            raise CommandError(_("The catalogue cannot be used; nothing was assessed.") + f"\n{error}") from error
        if activity and not assessment.cases:
            sentence = _("There is no activity %(activity)s in “%(municipality)s”. Check the identifier.")
            raise CommandError(sentence % {"activity": activity, "municipality": municipality})
        self._tell(assessment, language, as_json=json)

    def _tell(self, assessment: Assessment, language: str, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(_dumped(as_record(assessment, language)))
        elif sys.stdout.isatty():
            as_table(assessment, language)
        else:
            for line in as_lines(assessment, language):
                self.stdout.write(line)

    def _export(self, judged: Judged, file: Path, at: dt.datetime | None, *, links: str, language: str) -> None:
        register = f"{links.rstrip('/')}/" if links else ""
        entry = judged.dossier.ledger_number or number_at(judged.dossier.moment)
        links_to = BookLinks.below(register)
        book = coverage_book(judged, catalogue_at(at), links=links_to, entry=entry, language=language)
        files = Files(file.parent)
        try:
            files.prepare()
            files.add(file.name, write_book(book, BookFormat(file.suffix[1:].lower())))
            self.stdout.write(str(files.finish()[0]))
        except CannotWrite as error:
            raise CommandError(str(error)) from error
        finally:
            files.discard()


def _assessed(municipality: Municipality, activity: UUID | None, at: dt.datetime | None) -> Assessment:
    """The assessment now or then; of one activity as it is now only that one is read."""
    if activity and at is None:
        return assessment_of_activity(municipality, activity_id=activity)
    found = judged_of(municipality, moment=at).assessment
    if activity is None:
        return found
    return replace(found, cases=tuple(each for each in found.cases if each.case.activity_id == activity))


def _identifier(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is not an identifier of an activity") from error


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix[1:].lower() not in set(BookFormat):
        raise ArgumentTypeError(f"“{text}” must end in .{' or .'.join(BookFormat)}")
    return path


def _dumped(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)
