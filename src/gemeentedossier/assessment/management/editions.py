"""Editions of the catalogue, told in plain lines or to a program."""

import datetime as dt
from collections.abc import Iterator, Sequence

from gemeentedossier.catalogue.engine.editions import Edition, edition_on
from gemeentedossier.catalogue.facts.sources import Text

_RELEASED = {True: Text("uitgebracht", "released"), False: Text("in bewerking", "being written")}
_LINE = Text("{pack} {version}: {state}, in gebruik vanaf {day}", "{pack} {version}: {state}, in use from {day}")
_JUDGES = Text("; oordeelt nu", "; judges now")


def edition_lines(known: Sequence[Sequence[Edition]], *, today: dt.date, language: str) -> Iterator[str]:
    """Yield a line per edition, oldest first; the one that judges today says so."""
    for pack in known:
        for each in pack:
            state, judges = _RELEASED[each.is_released], each is edition_on(today, pack)
            line = _LINE.in_language(language).format(
                pack=each.pack.id, version=each.pack.version, state=state.in_language(language), day=each.in_use_from
            )
            yield line + (_JUDGES.in_language(language) if judges and each.in_use_from <= today else "")


def edition_records(known: Sequence[Sequence[Edition]]) -> list[dict[str, object]]:
    """Return the editions for a program."""
    return [
        {
            "pack": each.pack.id,
            "version": each.pack.version,
            "in_use_from": each.in_use_from.isoformat(),
            "law_state": each.pack.law_state.isoformat(),
            "released": each.is_released,
        }
        for pack in known
        for each in pack
    ]
