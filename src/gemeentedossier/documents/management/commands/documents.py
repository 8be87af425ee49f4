"""`gemeentedossier documents MUNICIPALITY`: its documents as files."""

import datetime as dt
import json
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.clauses import FaultyClause
from gemeentedossier.documents.engine.pdf import PdfFailedError
from gemeentedossier.documents.engine.rendering import Format, render_all
from gemeentedossier.documents.enums import DocumentKind, PaperKind
from gemeentedossier.documents.management.choosing import EVERY, composed, wanted_by
from gemeentedossier.documents.management.writing import CannotWrite, Files, Stamp
from gemeentedossier.documents.queries import material_of
from gemeentedossier.foundation.engine.progress import counted
from gemeentedossier.foundation.errors import NO_SUCH_MUNICIPALITY
from gemeentedossier.foundation.management.moments import past_moment
from gemeentedossier.foundation.management.progress import shown
from gemeentedossier.foundation.management.speaking import SpeakingCommand
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope


class Command(SpeakingCommand):
    """Exit code 0 when every file is written; 1 when none is."""

    help = "Write the documents of a municipality and the papers about its records, composed from its dossier."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="the municipality's short name")
        parser.add_argument("--out", type=Path, default=Path("out"), help="the folder to write into (default: out)")
        parser.add_argument("--format", type=_formats, default=tuple(Format), help="html,pdf,odt,docx (default: all)")
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--document", choices=[*DocumentKind, EVERY], help="of the whole dossier (default: all)")
        which.add_argument("--paper", choices=[*PaperKind, EVERY], help="about one record, or about every one")
        parser.add_argument("--about", action="append", help="the key of that record, or all; may be given again")
        parser.add_argument("--at", type=past_moment, help="as it was known then: 2026-11-23 or 2026-11-23T14:00")
        parser.add_argument("--if-changed", action="store_true", help="leave files that would be the same")
        parser.add_argument("--json", action="store_true", help="what was written, as JSON")

    def handle(
        self, *, municipality: str, out: Path, format: tuple[Format, ...], language: str, at: dt.datetime | None,
        if_changed: bool, json: bool, document: str | None = None, paper: str | None = None,
        about: Sequence[str] | None = None, **_others: object,
    ) -> None:  # fmt: skip
        wanted = wanted_by(document=document, paper=paper, about=about or (), language=language, moment=at)
        with _told(), shown(_steps(), to=self.stderr):
            files = Files(out)
            files.prepare()
            found = _found(municipality)
            with municipality_scope(found.id):
                made = Stamp(out / f".{municipality}-{wanted.name}.made", text=wanted.state(format))
                if if_changed and made.stands():
                    self.stdout.write(
                        _("The documents in %(out)s are still those of the dossier as it is.") % {"out": out}
                    )
                    return
                documents = composed(wanted, material_of(found, moment=at))
            written = _written(documents, format, files, prefix=municipality, language=language)
            if if_changed:
                made.set(written)
        if json or written:
            self.stdout.write(_as_json(written) if json else "\n".join(str(path) for path in written))
        else:
            self.stdout.write(_("The dossier has nothing to write such a paper about."))


def _steps() -> Mapping[str, str]:
    """What is said while it takes its time."""
    return {"compose": _("Composing papers"), "write": _("Writing documents")}


def _written(
    documents: Sequence[tuple[str, Document]], forms: Sequence[Format], files: Files, *, prefix: str, language: str
) -> tuple[Path, ...]:
    """Every document in every form, all in their place or none."""
    try:
        total = len(documents) * len(forms)
        made = render_all([document for _name, document in documents], forms)
        for each in counted(made, step="write", total=total):
            name = f"{prefix}-{documents[each.number][0]}-{language}{each.format.extension}"
            files.add(name, each.content)
        return files.finish()
    finally:
        files.discard()


@contextmanager
def _told() -> Iterator[None]:
    """Each expected fault as one sentence."""
    try:
        yield
    except CatalogueFaults as error:
        raise CommandError(_("The catalogue cannot be used; nothing was written.") + f"\n{error}") from error
    except (CannotWrite, FaultyClause, PdfFailedError) as error:
        raise CommandError(str(error)) from error


def _found(slug: str) -> Municipality:
    found = Municipality.objects.filter(slug=slug).first()
    if found is None:
        raise CommandError(str(NO_SUCH_MUNICIPALITY) % {"slug": slug})
    return found


def _formats(text: str) -> tuple[Format, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in set(Format)]
    if unknown or not names:
        raise ArgumentTypeError(f"“{(unknown or [text])[0]}” is no format; choose from {', '.join(Format)}")
    return tuple(form for form in Format if form in names)


def _as_json(written: Sequence[Path]) -> str:
    record = [{"path": str(path), "format": path.suffix[1:], "bytes": path.stat().st_size} for path in written]
    return json.dumps({"documents": record}, ensure_ascii=False, indent=2)
