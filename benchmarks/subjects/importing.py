"""A register of 10,000 rows and thirty columns taken over, history and ledger included; reading alone beside it."""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from python_calamine import CalamineWorkbook

from benchmarks.apart import apart
from benchmarks.figures import Figure
from benchmarks.municipalities import new_municipality, somebody
from benchmarks.register_file import COLUMNS, register_file
from benchmarks.timing import most_memory, seconds
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.exchange.actions.imports import import_register
from gemeentedossier.foundation.models.ledger import LedgerHead
from gemeentedossier.foundation.tenancy import municipality_scope

SIZES = (2_500, 5_000, 10_000)
MOST_SECONDS, MOST_MEMORY = 5.0, 300.0


def figures(*, quick: bool) -> Iterator[Figure]:
    """Each size in a process of its own, as memory is counted per process; the first one warms the server."""
    sizes = SIZES[:1] if quick else SIZES
    _apart(sizes[0])
    per_row: list[float] = []
    for rows in sizes:
        found = _apart(rows)
        whole = rows == SIZES[-1]
        per_row.append(found["seconds"] / rows)
        yield Figure(
            f"import {rows:,} rows × {len(COLUMNS)} columns",
            found["seconds"],
            "s",
            limit=MOST_SECONDS if whole else None,
            beside=f"reading alone ({found['reading']:.2f} s)",
            ratio=found["seconds"] / found["reading"],
            note=f"{found['rows']:,.0f} rows of history",
        )
        yield Figure("  most memory of the process", found["memory"], "MiB", limit=MOST_MEMORY if whole else None)
    yield Figure("  growth per row, largest against smallest", per_row[-1] / per_row[0], "×", note="1 is linear")


def _apart(rows: int) -> dict[str, float]:
    path = Path(os.environ["GEMEENTEDOSSIER_HOME"]) / f"register-{rows}.xlsx"
    if not path.exists():
        path.write_bytes(register_file(rows))
    return cast(dict[str, float], apart("subjects.importing:measure", file=str(path)))


def measure(*, file: str) -> dict[str, float]:
    """One import, from the bytes of the file until everything is committed; then reading the same file alone."""
    path = Path(file)
    content = path.read_bytes()
    municipality = new_municipality()
    with somebody(municipality) as actor:
        pass

    current_catalogue()  # a served process has it; a command reads it before its work

    def taken_over() -> None:
        with municipality_scope(municipality.id):
            import_register(content, file_name=path.name, by=actor)

    took = seconds(taken_over)
    memory = most_memory()
    with municipality_scope(municipality.id):
        history = LedgerHead.objects.get(pk=municipality.id).size
    return {"seconds": took, "memory": memory, "rows": history, "reading": seconds(lambda: _read(content))}


def _read(content: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
