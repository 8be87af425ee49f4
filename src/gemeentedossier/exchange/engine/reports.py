"""The report of an import as it is kept: what is said of many cells of a column in the same words, once with its rows.

A register of ten thousand rows gets as many remarks, in a handful of different words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from gemeentedossier.exchange.enums import Field, RemarkCode, Severity
from gemeentedossier.exchange.facts import Place, Remark
from gemeentedossier.foundation.engine.plain import Plain, from_plain, to_plain


@dataclass(frozen=True, slots=True)
class _Said:
    """One remark as it is kept: that of a cell in each of these rows."""

    code: RemarkCode
    original: str = ""
    severity: Severity = Severity.LOST
    field: Field | None = None
    parameters: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    column: str = ""
    rows: tuple[int, ...] = ()

    def remarks(self) -> Iterable[Remark]:
        for row in self.rows:
            place = Place(self.sheet, row, self.column)
            yield Remark(self.code, place, self.original, self.severity, self.field, self.parameters)


def kept_report(remarks: Iterable[Remark]) -> list[Plain]:
    """The remarks as plain values, from which ``remarks_in`` makes them again."""
    rows: dict[_Said, list[int]] = {}
    for each in remarks:
        at = each.place
        said = _Said(each.code, each.original, each.severity, each.field, each.parameters, at.sheet, at.column)
        rows.setdefault(said, []).append(at.row)
    return [_kept(said, found) for said, found in rows.items()]


def _kept(said: _Said, rows: Sequence[int]) -> Plain:
    plain = {each.name: to_plain(getattr(said, each.name)) for each in fields(said) if each.name != "rows"}
    return {**{name: held for name, held in plain.items() if held not in (None, "", [])}, "rows": list(rows)}


def remarks_in(report: Iterable[Plain]) -> tuple[Remark, ...]:
    """The remarks of a kept report, row by row; what is about a whole sheet stands first. Raises Misshapen."""
    every = [remark for kept in report for remark in _remarks(kept)]
    sheets = {sheet: number for number, sheet in enumerate(dict.fromkeys(each.place.sheet for each in every))}
    return tuple(sorted(every, key=lambda each: (sheets[each.place.sheet], each.place.row)))


def _remarks(kept: Plain) -> Iterable[Remark]:
    if isinstance(kept, dict) and "place" in kept:  # reports of before tell each cell apart
        return (from_plain(Remark, kept),)
    return from_plain(_Said, kept).remarks()
