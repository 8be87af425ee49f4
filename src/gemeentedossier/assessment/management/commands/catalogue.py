"""`gemeentedossier catalogue …`: are packs sound, what do they hold, what changed, does nothing stand alone."""

import datetime as dt
import json
from argparse import SUPPRESS, ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.checking import catalogue_faults
from gemeentedossier.assessment.engine.coverage import coverage_of
from gemeentedossier.assessment.engine.touched import Reach, reach_of
from gemeentedossier.assessment.management.changes import Told
from gemeentedossier.assessment.management.editions import edition_lines, edition_records
from gemeentedossier.assessment.management.matrix import matrix_lines, matrix_record
from gemeentedossier.catalogue.engine.difference import Change, differences
from gemeentedossier.catalogue.engine.editions import release
from gemeentedossier.catalogue.engine.faults import CatalogueFaults, Fault
from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.queries import (
    SHIPPED_PACK,
    catalogue_at,
    catalogue_of,
    editions,
    latest_catalogue,
    pack_paths,
)
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NO_SUCH_MUNICIPALITY
from gemeentedossier.foundation.management.moments import past_moment
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope


class Command(SpeakingCommand):
    """Exit code 0 when the packs are sound, 1 when there is a fault."""

    help = "Check catalogue packs, list or compare their versions, or print which article is asked where."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        check = verbs.add_parser("check", help="every fault with file, line and a sentence")
        check.add_argument("packs", nargs="*", type=Path, help="folders of packs; without them the packs in use")
        listed = verbs.add_parser("list", help="the packs in use, their versions and how much they hold")
        diff = verbs.add_parser("diff", help="the criteria, periods and bases that a new version touches")
        diff.add_argument("old", help="a version, such as 2026.11.0")
        diff.add_argument("new", help="a version")
        diff.add_argument("--municipality", help="name the records of this municipality that it touches")
        publish = verbs.add_parser("release", help="publish a pack as it stands; its version can then no longer change")
        publish.add_argument("pack", type=Path, help="the folder of the pack")
        matrix = verbs.add_parser("coverage", help="which article is asked, answered and told where; 1 on orphans")
        matrix.add_argument("--at", type=past_moment, help="by the catalogue in use then; without it, as being written")
        for verb in (check, listed, diff, matrix):
            verb.add_argument("--json", action="store_true", help="for a program")
        for verb in (check, listed, diff, matrix, publish):
            verb.add_argument("--language", choices=["nl", "en"], default=SUPPRESS, help="Dutch or English")

    def handle(self, *args: object, **options: Any) -> None:
        as_json, language, given = bool(options.get("json")), str(options["language"]), options.get("packs")
        paths = _with_shipped(given) if given else pack_paths()
        try:
            match options["verb"]:
                case "check":
                    self._report(catalogue_faults(paths), as_json=as_json)
                case "coverage":
                    self._coverage(options["at"], language, as_json=as_json)
                case "diff":
                    self._differences(
                        options["old"], options["new"], options["municipality"], language=language, as_json=as_json
                    )
                case "release":
                    self.stdout.write(_("Published: %(file)s") % {"file": release(options["pack"].resolve())})
                case _:
                    self._list(paths, language, as_json=as_json)
        except CatalogueFaults as error:
            self._report(error.faults, as_json=as_json)

    def _differences(self, old: str, new: str, municipality: str | None, *, language: str, as_json: bool) -> None:
        before, after = _catalogue(old), _catalogue(new)
        changes = differences(before, after, language=language)
        reach = _reach(changes, municipality, before, after) if municipality else None
        told = Told(before, after, language=language)
        if as_json:
            self.stdout.write(json.dumps(told.records(changes, reach), ensure_ascii=False, indent=2))
            return
        for line in told.lines(changes, reach):
            self.stdout.write(line)

    def _coverage(self, at: dt.datetime | None, language: str, *, as_json: bool) -> None:
        catalogue = catalogue_at(at) if at else latest_catalogue()
        if catalogue.faults:
            self._report(catalogue.faults, as_json=as_json)
        found = coverage_of(catalogue)
        if as_json:
            self.stdout.write(json.dumps(matrix_record(found, language), ensure_ascii=False, indent=2))
        else:
            for line in matrix_lines(found, language):
                self.stdout.write(line)
        if found.orphans:
            raise SystemExit(1)

    def _report(self, faults: tuple[Fault, ...], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([asdict(fault) for fault in faults], ensure_ascii=False, indent=2))
        else:
            for fault in faults:
                self.stdout.write(f"{fault.file}:{fault.line}: {fault.sentence_in(get_language() or 'nl')}")
        if not faults and not as_json:
            self.stdout.write(_("The catalogue is sound."))
        if faults:
            raise SystemExit(1)

    def _list(self, paths: tuple[Path, ...], language: str, *, as_json: bool) -> None:
        catalogue = load_catalogue(paths)
        packs = {pack.id: pack.version for pack in catalogue.packs}
        held = {fact.__name__: len(entries) for fact, entries in catalogue.entries.items()}
        if as_json:
            self.stdout.write(json.dumps(_held(packs, held), ensure_ascii=False, indent=2))
            return
        for pack, version in packs.items():
            self.stdout.write(f"{pack} {version}")
        for name, count in held.items():
            self.stdout.write(f"  {name}: {count}")
        for line in edition_lines(editions(), today=clock.today(), language=language):
            self.stdout.write(line)


def _with_shipped(given: list[Path]) -> tuple[Path, ...]:
    """A pack of one's own builds on the shipped one, which is loaded before it."""
    folders = [path.resolve() for path in given]
    return tuple(folders) if SHIPPED_PACK in folders else (SHIPPED_PACK, *folders)


def _held(packs: dict[str, str], held: dict[str, int]) -> dict[str, object]:
    return {"packs": packs, "entries": held, "editions": edition_records(editions())}


def _catalogue(version: str) -> Catalogue:
    found = catalogue_of(version)
    if found is None:
        known = ", ".join(each.pack.version for pack in editions() for each in pack)
        sentence = _("There is no version “%(version)s”. There are: %(known)s.")
        raise CommandError(sentence % {"version": version, "known": known})
    return found


def _reach(changes: tuple[Change, ...], slug: str, old: Catalogue, new: Catalogue) -> Reach:
    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None:
        raise CommandError(str(NO_SUCH_MUNICIPALITY) % {"slug": slug})
    with municipality_scope(municipality.id):
        return reach_of(changes, dossier_of(municipality), old=old, new=new)
