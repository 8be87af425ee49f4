"""A bill of software as a table: whoever supplies something of it in a row, with everything that it supplies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile, check_cell
from gemeentedossier.exchange.engine.reading.workbook import Json, Sheet, Workbook
from gemeentedossier.exchange.enums import FileFault, FileFormat

Row = dict[str, dict[str, None]]
"""The texts of each column, each once and in the order in which they stand."""
REST = "rest"


def bill_as_workbook(
    file_format: FileFormat,
    supplied: Iterable[Row],
    *,
    title: str,
    first: Sequence[str],
    rest: Iterable[tuple[str, str]],
    limits: Limits,
) -> Workbook:
    """One row for a supplier, and the rest as a sheet of its own; UnreadableFile where nothing is supplied.

    ``first`` are the columns that a list is read from, that of the supplier before all; others follow as they come.
    """
    rows = _by_supplier(supplied, first[0])
    if not rows:
        raise UnreadableFile(FileFault.UNKNOWN_JSON)
    columns = tuple(dict.fromkeys((*first, *(path for row in rows for path in row))))
    if len(rows) * len(columns) > limits.cells:
        raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(limits.cells)})
    body = tuple(tuple("; ".join(row.get(path, ())) for path in columns) for row in rows)
    for text in (text for row in body for text in row):
        check_cell(len(text))
    return Workbook(file_format, (Sheet(title, (columns, *body)), Sheet(REST, tuple(rest))))


def _by_supplier(supplied: Iterable[Row], supplier: str) -> list[Row]:
    """One row for a supplier, however much it supplies; what has none stands alone."""
    rows: dict[object, Row] = {}
    for number, each in enumerate(supplied):
        name = " ".join(each.get(supplier, ())).casefold()
        row = rows.setdefault(name or number, {})
        for path, texts in each.items():
            if path != supplier or path not in row:
                row.setdefault(path, {}).update(texts)
    return list(rows.values())


def row_of(told: Iterable[tuple[str, str]]) -> Row:
    """Paths with their texts as one row."""
    row: Row = {}
    for path, text in told:
        row.setdefault(path, {})[text] = None
    return row


def items(value: Json) -> Iterator[Mapping[str, Json]]:
    """The objects of a list; nothing of what is no list."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        yield from (each for each in value if isinstance(each, Mapping))


def flat(value: Json, path: str) -> Iterator[tuple[str, str]]:
    """Every single value with its path; the items of a list share one."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from flat(each, f"{path}.{key}")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from flat(each, path)
    elif value is not None and str(value).strip():
        yield path, str(value)
