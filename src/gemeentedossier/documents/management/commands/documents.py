"""`gemeentedossier documents MUNICIPALITY`: its documents as files."""

import datetime as dt
import json
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.faults import CatalogueFaults
from gemeentedossier.documents.actions.papers import key_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import compose
from gemeentedossier.documents.engine.composition.clauses import FaultyClause
from gemeentedossier.documents.engine.pdf import PdfFailedError
from gemeentedossier.documents.engine.rendering import Format, render_all
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.facts import Order
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

    help = "Write the documents of a municipality, composed from its dossier."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="the municipality's short name")
        parser.add_argument("--out", type=Path, default=Path("out"), help="the folder to write into (default: out)")
        parser.add_argument("--format", type=_formats, default=tuple(Format), help="html,pdf,odt,docx (default: all)")
        parser.add_argument("--document", choices=[*DocumentKind, "all"], default="all")
        parser.add_argument("--at", type=past_moment, help="as it was known then: 2026-11-23 or 2026-11-23T14:00")
        parser.add_argument("--if-changed", action="store_true", help="leave files that would be the same")
        parser.add_argument("--json", action="store_true", help="what was written, as JSON")

    def handle(
        self, *, municipality: str, out: Path, format: tuple[Format, ...], document: str, language: str,
        at: dt.datetime | None, if_changed: bool, json: bool, **_others: object,
    ) -> None:  # fmt: skip
        kinds = tuple(DocumentKind) if document == "all" else (DocumentKind(document),)
        orders = [Order(kind=kind, form=form, language=language, moment=at) for kind in kinds for form in format]
        with _told(), shown({"write": _("Writing documents")}, to=self.stderr):
            files = Files(out)
            files.prepare()
            made = Stamp(out / f".{municipality}-{document}-{language}.made", text=_state(municipality, orders))
            if if_changed and made.stands():
                self.stdout.write(_("The documents in %(out)s are still those of the dossier as it is.") % {"out": out})
                return
            documents = _composed(municipality, kinds, language=language, moment=at)
            try:
                total = len(documents) * len(format)
                for each in counted(render_all(documents, format), step="write", total=total):
                    name = f"{municipality}-{kinds[each.number]}-{language}{each.format.extension}"
                    files.add(name, each.content)
                written = files.finish()
                if if_changed:
                    made.set(written)
            finally:
                files.discard()
        self.stdout.write(_as_json(written) if json else "\n".join(str(path) for path in written))


@contextmanager
def _told() -> Iterator[None]:
    """Each expected fault as one sentence."""
    try:
        yield
    except CatalogueFaults as error:
        raise CommandError(_("The catalogue cannot be used; nothing was written.") + f"\n{error}") from error
    except (CannotWrite, FaultyClause, PdfFailedError) as error:
        raise CommandError(str(error)) from error


def _composed(
    slug: str, kinds: Sequence[DocumentKind], *, language: str, moment: dt.datetime | None
) -> tuple[Document, ...]:
    found = _found(slug)
    with municipality_scope(found.id):
        material = material_of(found, moment=moment)
    return tuple(compose(kind, material, language=language) for kind in kinds)


def _found(slug: str) -> Municipality:
    found = Municipality.objects.filter(slug=slug).first()
    if found is None:
        raise CommandError(str(NO_SUCH_MUNICIPALITY) % {"slug": slug})
    return found


def _state(slug: str, orders: Sequence[Order]) -> str:
    """What decides how the documents come out."""
    with municipality_scope(_found(slug).id):
        return "\n".join(key_of(order) for order in orders)


def _formats(text: str) -> tuple[Format, ...]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in set(Format)]
    if unknown or not names:
        raise ArgumentTypeError(f"“{(unknown or [text])[0]}” is no format; choose from {', '.join(Format)}")
    return tuple(form for form in Format if form in names)


def _as_json(written: Sequence[Path]) -> str:
    record = [{"path": str(path), "format": path.suffix[1:], "bytes": path.stat().st_size} for path in written]
    return json.dumps({"documents": record}, ensure_ascii=False, indent=2)
