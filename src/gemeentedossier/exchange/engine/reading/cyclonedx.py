"""A CycloneDX file (ECMA-424) as a table: each provider of services in a row, with what it does and where it is.

Of the format only what tells of others who are engaged is read: ``services`` with their ``provider``. Services that lie
within another stand beside it: the standard calls that no chain of who engages whom. All else is told as not read.
"""

from collections.abc import Iterator, Mapping

from gemeentedossier.exchange.engine.reading.bills import Row, bill_as_workbook, flat, items, row_of
from gemeentedossier.exchange.engine.reading.limits import Limits
from gemeentedossier.exchange.engine.reading.workbook import Json, Workbook
from gemeentedossier.exchange.enums import FileFormat

SERVICES = "services"
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
    rest = ((path, text) for key, value in content.items() if key != SERVICES for path, text in flat(value, key))
    services = _services(content.get(SERVICES))
    return bill_as_workbook(FileFormat.CYCLONEDX, services, title=SERVICES, first=FIRST, rest=rest, limits=limits)


def _services(listed: Json) -> Iterator[Row]:
    """Every service, also those within another, with its texts by path."""
    for service in items(listed):
        own = ((key, value) for key, value in service.items() if key != SERVICES)
        yield row_of(pair for key, value in own for pair in flat(value, NAME if key == "name" else key))
        yield from _services(service.get(SERVICES))
