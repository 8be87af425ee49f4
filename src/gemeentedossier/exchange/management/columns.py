"""Which column holds what: corrected behind the command, and told before its report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from gemeentedossier.exchange.actions.imports import Mappings, proposals_for
from gemeentedossier.exchange.engine.kinds import FORMS, ListForm
from gemeentedossier.exchange.engine.mapping import ColumnMapping, mapping_from_json
from gemeentedossier.exchange.enums import Confidence, Field, ListKind
from gemeentedossier.exchange.presenters.fields import FIELDS, REASONS


def map_help() -> str:
    """What ``--map`` takes: each field as a program and as a Dutch reader calls it."""
    fields = ". ".join(f"{kind.value}: {_fields(form, 'nl')}" for kind, form in FORMS.items())
    return f"take the column with this heading for this field; may be given again. Fields of {fields}"


def corrected_mappings(
    content: bytes, file_name: str, corrections: Sequence[str], *, what: ListKind = ListKind.REGISTER
) -> Mappings:
    """The proposed mappings with these corrections. CommandError for a heading or field that does not exist."""
    proposals = proposals_for(content, file_name=file_name, what=what)
    mappings = {each.table.sheet.name: each.mapping for each in proposals}
    for correction in corrections:
        heading, field = _split(correction, FORMS[what])
        found = {name: _corrected(mapping, heading, field) for name, mapping in mappings.items()}
        if not any(found.values()):
            headings = ", ".join(c.heading for mapping in mappings.values() for c in mapping.columns if c.heading)
            sentence = _("There is no column “%(heading)s” in the file. Its columns are: %(headings)s.")
            raise CommandError(sentence % {"heading": heading, "headings": headings})
        mappings |= {name: mapping for name, mapping in found.items() if mapping}
    return mappings


def mapping_lines(stored: Mapping[str, Any]) -> Iterator[str]:
    """One line per column: its heading, what it was taken for, and where that is not certain, why."""
    for kept in stored.values():
        for column in mapping_from_json(kept).columns:
            why = "" if column.confidence is Confidence.CERTAIN else f" ({REASONS[column.reason]})"
            heading = column.heading or _("Column without heading")
            yield f"{heading} → {FIELDS[column.field]}{why}"


def _split(correction: str, form: ListForm) -> tuple[str, Field]:
    heading, _sign, field = correction.rpartition("=")
    wanted = field.strip().casefold()
    known = next((each for each in form.fields if wanted in (each.value, _short(each), *_called(each))), None)
    if known is None:
        told = {"field": field, "fields": _fields(form, get_language() or "nl")}
        raise CommandError(_("“%(field)s” is no field. Choose from: %(fields)s.") % told)
    return heading.strip(), known


def _short(field: Field) -> str:
    """The field within its list: ``supplier`` for ``system.supplier``."""
    return field.value.rpartition(".")[2]


def _called(field: Field) -> tuple[str, ...]:
    """What the field is called in Dutch and in English."""
    names = []
    for language in ("nl", "en"):
        with override(language):
            names.append(str(FIELDS[field]).casefold())
    return tuple(names)


def _fields(form: ListForm, language: str) -> str:
    with override(language):
        return ", ".join(f"{_short(each)} ({FIELDS[each]})" for each in form.fields)


def _corrected(mapping: ColumnMapping, heading: str, field: Field) -> ColumnMapping | None:
    wanted = [each.column for each in mapping.columns if each.heading.casefold() == heading.casefold()]
    for column in wanted:
        mapping = mapping.corrected(column, field=field)
    return mapping if wanted else None
