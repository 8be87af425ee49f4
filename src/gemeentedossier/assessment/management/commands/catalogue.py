"""`gemeentedossier catalogue check|list|coverage`: are packs sound, what do they hold, does nothing stand alone."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand

from gemeentedossier.assessment.engine.checking import catalogue_faults
from gemeentedossier.assessment.engine.coverage import coverage
from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS
from gemeentedossier.assessment.management.matrix import matrix_lines, matrix_record
from gemeentedossier.catalogue.engine.faults import CatalogueFaults, Fault
from gemeentedossier.catalogue.engine.loader import load_catalogue
from gemeentedossier.catalogue.queries import SHIPPED_PACK, current_catalogue, pack_paths


class Command(BaseCommand):
    """Exit code 0 when the packs are sound, 1 when there is a fault."""

    help = "Check catalogue packs, list what they hold, or print which article is asked where."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        check = verbs.add_parser("check", help="every fault with file, line and a sentence")
        check.add_argument("packs", nargs="*", type=Path, help="folders of packs; without them the packs in use")
        check.add_argument("--json", action="store_true")
        verbs.add_parser("list", help="the packs in use and how much they hold").add_argument(
            "--json", action="store_true"
        )
        matrix = verbs.add_parser("coverage", help="which article is asked, answered and told where; 1 on orphans")
        matrix.add_argument("--json", action="store_true")
        matrix.add_argument("--language", choices=["nl", "en"], default="nl")

    def handle(self, *args: object, **options: object) -> None:
        as_json = bool(options["json"])
        given = options.get("packs")
        paths = _with_shipped(given) if isinstance(given, list) and given else pack_paths()
        if options["verb"] == "check":
            self._report(catalogue_faults(paths), as_json=as_json)
        elif options["verb"] == "coverage":
            self._coverage(str(options["language"]), as_json=as_json)
        else:
            self._list(paths, as_json=as_json)

    def _coverage(self, language: str, *, as_json: bool) -> None:
        found = coverage(current_catalogue(), DECLARATIONS)
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
                self.stdout.write(f"{fault.file}:{fault.line}: {fault.sentence}")
        if not faults and not as_json:
            self.stdout.write("The catalogue is sound.")
        if faults:
            raise SystemExit(1)

    def _list(self, paths: tuple[Path, ...], *, as_json: bool) -> None:
        try:
            catalogue = load_catalogue(paths)
        except CatalogueFaults as error:
            self._report(error.faults, as_json=as_json)
            return
        packs = {pack.id: pack.version for pack in catalogue.packs}
        held = {fact.__name__: len(entries) for fact, entries in catalogue.entries.items()}
        if as_json:
            self.stdout.write(json.dumps({"packs": packs, "entries": held}, ensure_ascii=False, indent=2))
            return
        for pack, version in packs.items():
            self.stdout.write(f"{pack} {version}")
        for name, count in held.items():
            self.stdout.write(f"  {name}: {count}")


def _with_shipped(given: list[Path]) -> tuple[Path, ...]:
    """A pack of one's own builds on the shipped one, which is loaded before it."""
    folders = [path.resolve() for path in given]
    return tuple(folders) if SHIPPED_PACK in folders else (SHIPPED_PACK, *folders)
