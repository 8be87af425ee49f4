"""An SPDX file (version 2 as JSON, or 3.0 as JSON-LD) as a table: each supplier in a row, with its packages.

Of the format only what tells of others is read: packages with their supplier. SPDX has no list of services and no
country, and relations between packages are no chain of who engages whom. All else is told as not read.
"""

from collections.abc import Iterator, Mapping

from gemeentedossier.exchange.engine.reading.bills import Row, bill_as_workbook, flat, items, row_of
from gemeentedossier.exchange.engine.reading.limits import Limits
from gemeentedossier.exchange.engine.reading.workbook import Json, Workbook
from gemeentedossier.exchange.enums import FileFormat

PACKAGES, GRAPH = "packages", "@graph"
SUPPLIER, NAME = f"{PACKAGES}.supplier", f"{PACKAGES}.name"
FIRST = (SUPPLIER, NAME)
ORGANISATION, NOBODY = "Organization:", frozenset({"NOASSERTION", "NONE"})
PACKAGE_3, SUPPLIERS_3 = "software_Package", frozenset({"Organization", "Agent"})
SUPPLIED_BY = "suppliedBy"

Element = Mapping[str, Json]


def is_spdx(parsed: Json) -> bool:
    """Whether it calls itself an SPDX file."""
    if not isinstance(parsed, Mapping):
        return False
    context = parsed.get("@context")
    is_third = isinstance(context, str) and "spdx.org" in context and GRAPH in parsed
    return is_third or isinstance(parsed.get("spdxVersion"), str)


def workbook_of_spdx(parsed: Json, *, limits: Limits) -> Workbook:
    """The packages by supplier, and the rest as a sheet of its own; UnreadableFile where no package stands in it."""
    content = parsed if isinstance(parsed, Mapping) else {}
    packages, rest = _third(content) if GRAPH in content else _second(content)
    return bill_as_workbook(FileFormat.SPDX, packages, title=PACKAGES, first=FIRST, rest=rest, limits=limits)


def _second(content: Element) -> tuple[Iterator[Row], Iterator[tuple[str, str]]]:
    """The packages of a file of version 2, and every other text of it."""
    rest = ((path, text) for key, value in content.items() if key != PACKAGES for path, text in flat(value, key))
    packages = (_package(each, _organisation(each.get("supplier"))) for each in items(content.get(PACKAGES)))
    return packages, rest


def _organisation(supplier: Json) -> str:
    """The name of an organisation, without the e-mail address behind it; empty for a person, and for nobody."""
    told = supplier if isinstance(supplier, str) else ""
    is_one = told.startswith(ORGANISATION) and told not in NOBODY
    return told.removeprefix(ORGANISATION).partition(" (")[0].strip() if is_one else ""


def _third(content: Element) -> tuple[Iterator[Row], Iterator[tuple[str, str]]]:
    """The packages of a file of version 3 with the name of who supplies them, and every other text of it."""
    elements = tuple(items(content.get(GRAPH)))
    names = {str(each.get("spdxId")): str(each.get("name", "")) for each in elements if _kind(each) in SUPPLIERS_3}
    packages = (
        _package(each, names.get(str(each.get(SUPPLIED_BY)), "")) for each in elements if _kind(each) == PACKAGE_3
    )
    rest = (pair for each in elements if _kind(each) != PACKAGE_3 for pair in flat(each, _kind(each) or GRAPH))
    return packages, rest


def _kind(element: Element) -> str:
    found = element.get("type", element.get("@type"))
    return found if isinstance(found, str) else ""


def _package(found: Element, supplier: str) -> Row:
    """The texts of a package by path; who supplies it under its own name, where that is an organisation."""
    known = {"supplier", SUPPLIED_BY} if supplier else set[str]()
    told = ((key, value) for key, value in found.items() if key not in known)
    texts = row_of(pair for key, value in told for pair in flat(value, f"{PACKAGES}.{_called(key)}"))
    return {**({SUPPLIER: {supplier: None}} if supplier else {}), **texts}


def _called(key: str) -> str:
    """A supplier that is a person, or nobody, stands under another heading: it is no party to an agreement."""
    return "supplier (no organisation)" if key == "supplier" else key
