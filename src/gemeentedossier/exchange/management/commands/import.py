"""`gemeentedossier import MUNICIPALITY FILE`: take over a register, another list, a DPIA, or a whole dossier."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.assessments import take_over_assessment
from gemeentedossier.exchange.actions.dossiers import load_dossier
from gemeentedossier.exchange.actions.imports import Imported
from gemeentedossier.exchange.actions.lists import import_file
from gemeentedossier.exchange.actions.stayed import stayed_of
from gemeentedossier.exchange.actions.undoing import undo_import
from gemeentedossier.exchange.engine.dossier_file import NotADossier, is_dossier, read_dossier
from gemeentedossier.exchange.engine.reading import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reports import remarks_in
from gemeentedossier.exchange.enums import ListKind, Severity
from gemeentedossier.exchange.facts import Remark
from gemeentedossier.exchange.management.asked import Asked
from gemeentedossier.exchange.management.assessed import ASSESSMENT, activity_called, report_lines, report_record
from gemeentedossier.exchange.management.columns import corrected_mappings, map_help, mapping_lines
from gemeentedossier.exchange.presenters.counts import stayed_sentence, taken_over
from gemeentedossier.exchange.presenters.faults import sentence_on_command
from gemeentedossier.exchange.presenters.remarks import Places, gathered, said_of, sentence_of, times_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.management.progress import shown
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.actions.organisations import municipality_named
from gemeentedossier.organisation.permissions import PROGRAM

COMMAND = Actor(name="gemeentedossier import", roles=PROGRAM)


class Command(SpeakingCommand):
    """Exit code 0 when the file was taken over or was known already; 1 when nothing was taken over."""

    help = (
        "Import a register, a list of systems, parties or sub-processors, or a saved impact assessment into a"
        " municipality, or a whole dossier."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="short name of the municipality; made with --create where it is new")
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--what",
            choices=[*(each.value for each in ListKind), ASSESSMENT],
            help="what the file lists, or a saved impact assessment; register where this is left out",
        )
        parser.add_argument(
            "--agreement", metavar="NAME", help="the agreement to which a list of sub-processors belongs"
        )
        parser.add_argument("--activity", metavar="NAME", help="the activity that a saved impact assessment is about")
        parser.add_argument("--create", metavar="NAME", help="make the municipality, with this name, where it is new")
        parser.add_argument("--map", action="append", default=[], metavar="HEADING=FIELD", help=map_help())
        parser.add_argument("--undo", metavar="REASON", help="take back the import of this very file, and say why")
        parser.add_argument("--json", action="store_true", help="the report as JSON")

    def handle(
        self, *, municipality: str, file: Path, what: str | None, agreement: str | None, create: str | None,
        map: list[str], undo: str | None, json: bool, activity: str | None = None, **_others: Any,
    ) -> None:  # fmt: skip
        if what == ASSESSMENT:
            self._assessment(municipality, file, activity, as_json=json)
            return
        if activity:
            raise CommandError(_("Only a saved impact assessment is about an activity. Leave --activity out."))
        content, asked = _content(file), Asked(ListKind(what or ListKind.REGISTER), agreement, is_told=what is not None)
        asked.check()
        try:
            if is_dossier(content):
                self._dossier(content, slug=municipality)
            elif undo is not None:
                self._undo(_municipality(municipality, None), content, undo, asked)
            else:
                self._list(municipality, file, content, create, map, asked, as_json=json)
        except UnreadableFile as fault:
            raise CommandError(f"{file}: {sentence_on_command(fault)}") from fault
        except NotADossier as refusal:
            raise CommandError(f"{file}: {refusal.said.in_language(get_language() or 'nl')}") from refusal
        except Refused as refusal:
            raise CommandError(f"{file}: {refusal}") from refusal

    def _dossier(self, content: bytes, *, slug: str) -> None:
        dossier = read_dossier(content)
        if dossier.organisation.slug != slug:
            told = _("This dossier is of “%(own)s”, not of “%(asked)s”. Nothing was imported; give its own short name.")
            raise CommandError(told % {"own": dossier.organisation.slug, "asked": slug})
        loaded = load_dossier(dossier, by=COMMAND)
        new, known = (
            _("The dossier of %(name)s was loaded."),
            _("The dossier of %(name)s was here already; nothing changed."),
        )
        self.stdout.write((new if loaded.is_new else known) % {"name": loaded.municipality.name})

    def _assessment(self, slug: str, file: Path, activity: str | None, *, as_json: bool) -> None:
        content, municipality = _content(file), _municipality(slug, None)
        with municipality_scope(municipality.id):
            dossier = dossier_of(municipality)
            about = activity_called(activity, dossier)
            try:
                taken = take_over_assessment(content, activity_id=about, name="", dossier=dossier, by=COMMAND)
            except Refused as refusal:
                raise CommandError(f"{file}: {refusal}") from refusal
        if as_json:
            self.stdout.write(json.dumps(report_record(taken), ensure_ascii=False, indent=1))
            return
        for line in report_lines(taken):
            self.stdout.write(line)

    def _undo(self, municipality: Municipality, content: bytes, reason: str, asked: Asked) -> None:
        with municipality_scope(municipality.id):
            found = asked.import_of(content)
            if found is None:
                raise CommandError(_("This file was not taken over here, or its import was undone before."))
            undone = undo_import(found.id, by=COMMAND, reason=reason)
            stayed = stayed_sentence(stayed_of(undone))
        gone = ngettext("%(n)s record went", "%(n)s records went", undone.undone_count) % {"n": undone.undone_count}
        told = _("The import was undone: %(gone)s.") % {"gone": gone}
        self.stdout.write(f"{told} {stayed}".rstrip())

    def _list(
        self, slug: str, file: Path, content: bytes, create: str | None, corrections: list[str], asked: Asked,
        *, as_json: bool,
    ) -> None:  # fmt: skip
        with transaction.atomic():  # a municipality that is made for a file stays only where the file was taken over
            municipality = _municipality(slug, create)
            words = {"read": _("Reading the file"), "take over": _("Taking over")}
            with municipality_scope(municipality.id), shown(words, to=self.stderr):
                mappings = corrected_mappings(content, file.name, corrections, what=asked.what) if corrections else None
                imported = import_file(
                    content,
                    what=asked.what,
                    agreement_id=asked.agreement_id(),
                    file_name=file.name,
                    by=COMMAND,
                    mappings=mappings,
                )
        self._report(imported, as_json=as_json)

    def _report(self, imported: Imported, *, as_json: bool) -> None:
        remarks = remarks_in(imported.record.report)
        if as_json:
            self.stdout.write(json.dumps(_as_record(imported, remarks), ensure_ascii=False, indent=1))
            return
        if not imported.is_new:
            self.stdout.write(_("This file was imported before; nothing changed. Its report:"))
        for line in mapping_lines(imported.record.mapping):
            self.stdout.write(line)
        places = Places.of(imported.record.file_format, imported.record.mapping)
        for same in gathered(remarks):
            times = times_of(same)
            self.stdout.write(f"{places.told(each.place for each in same)}: {said_of(same)}{times}")
        lost = sum(remark.severity is Severity.LOST for remark in remarks)
        taken = taken_over(imported.record)
        remarked = ngettext("%(count)s remark", "%(count)s remarks", len(remarks)) % {"count": len(remarks)}
        of_them = _("%(lost)s of them on values that were not taken over") % {"lost": lost}
        self.stdout.write(f"{taken}; {remarked}, {of_them}.")
        if not imported.is_new:
            self.stdout.write(_("All of this was there already: nothing changed."))


def _municipality(slug: str, create: str | None) -> Municipality:
    """The municipality of that short name, and no word of the file where that is what lacks."""
    try:
        return municipality_named(slug, create=create, by=COMMAND)
    except Refused as refusal:
        raise CommandError(str(refusal)) from refusal


def _as_record(imported: Imported, remarks: Sequence[Remark]) -> dict[str, object]:
    return {
        "new": imported.is_new,
        "what": imported.record.kind,
        "activities": imported.record.activity_count,
        "known": imported.record.known_count,
        "changed": imported.record.changed_count,
        "mapping": imported.record.mapping,
        "remarks": [
            {
                "place": str(remark.place),
                "severity": remark.severity.value,
                "code": remark.code.value,
                "original": remark.original,
                "sentence": sentence_of(remark),
            }
            for remark in remarks
        ],
    }


def _content(file: Path) -> bytes:
    limit = Limits().size
    try:
        if file.stat().st_size > limit:
            sentence = _("%(file)s is larger than %(size)s MiB. Split it and import the parts.")
            raise CommandError(sentence % {"file": file, "size": limit // 2**20})
        return file.read_bytes()
    except OSError as error:
        raise CommandError(_("%(file)s cannot be read. Check the path and your rights.") % {"file": file}) from error
