"""A CycloneDX file (ECMA-424) as a table: each provider of services in a row, with what it does and where it is.

Of the format only what tells of others who are engaged is read: ``services`` with their ``provider``. Services that lie
within another stand beside it: the standard calls that no chain of who engages whom. All else is told as not read.
"""

from collections.abc import Iterator, Mapping, Sequence

from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile, check_cell
from gemeentedossier.exchange.engine.reading.workbook import Json, Sheet, Workbook
from gemeentedossier.exchange.enums import FileFault, FileFormat

SERVICES, REST = "services", "rest"
PROVIDER = "provider.name"
NAME = f"{SERVICES}.name"
FIRST = (PROVIDER, NAME, "provider.address.country")
"""The columns that a bill of sub-processors is read from; the others follow as they come."""


def is_bill(parsed: Json) -> bool:
    """Whether it calls itself a CycloneDX file."""
    return isinstance(parsed, Mapping) and parsed.get("bomFormat") == "CycloneDX"


def workbook_of_bill(parsed: Json, *, limits: Limits) -> Workbook:
    """The services by provider, and the rest as a sheet of its own; UnreadableFile where no service stands in it."""
    content = parsed if isinstance(parsed, Mapping) else {}
    rows = _by_provider(_services(content.get(SERVICES)))
    if not rows:
        raise UnreadableFile(FileFault.UNKNOWN_JSON)
    columns = tuple(dict.fromkeys((*FIRST, *(path for row in rows for path in row))))
    if len(rows) * len(columns) > limits.cells:
        raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(limits.cells)})
    body = tuple(tuple("; ".join(row.get(path, ())) for path in columns) for row in rows)
    for text in (text for row in body for text in row):
        check_cell(len(text))
    rest = tuple((path, text) for key, value in content.items() if key != SERVICES for path, text in _flat(value, key))
    return Workbook(FileFormat.CYCLONEDX, (Sheet(SERVICES, (columns, *body)), Sheet(REST, rest)))


Row = dict[str, dict[str, None]]
"""The texts of each column, each once and in the order in which they stand."""


def _services(listed: Json) -> Iterator[Row]:
    """Every service, also those within another, with its texts by path."""
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        return
    for service in listed:
        if isinstance(service, Mapping):
            row: Row = {}
            for key, value in service.items():
                if key == SERVICES:
                    continue
                for path, text in _flat(value, NAME if key == "name" else key):
                    row.setdefault(path, {})[text] = None
            yield row
            yield from _services(service.get(SERVICES))


def _by_provider(services: Iterator[Row]) -> list[Row]:
    """One row for a provider, however many services it has; a service without one stands alone."""
    rows: dict[object, Row] = {}
    for number, service in enumerate(services):
        name = " ".join(service.get(PROVIDER, ())).casefold()
        row = rows.setdefault(name or number, {})
        for path, texts in service.items():
            if path == PROVIDER and path in row:
                continue
            row.setdefault(path, {}).update(texts)
    return list(rows.values())


def _flat(value: Json, path: str) -> Iterator[tuple[str, str]]:
    """Every single value with its path; the items of a list share one."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _flat(each, f"{path}.{key}")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _flat(each, path)
    elif value is not None and str(value).strip():
        yield path, str(value)
