"""Cells of lists of systems, parties and sub-processors whose answer is one of a few."""

from collections.abc import Mapping

from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.exchange.engine.cells.declarations import NO, YES
from gemeentedossier.exchange.engine.cells.reading import Reading, lost
from gemeentedossier.exchange.engine.vocabulary import Resolver
from gemeentedossier.exchange.engine.words import folded, plain
from gemeentedossier.exchange.enums import RemarkCode, ResolvedKind

SYSTEM_STATES: Mapping[str, SystemState] = {
    "gepland": SystemState.PLANNED,
    "in voorbereiding": SystemState.PLANNED,
    "in aanschaf": SystemState.PLANNED,
    "in implementatie": SystemState.PLANNED,
    "nog niet in gebruik": SystemState.PLANNED,
    "planned": SystemState.PLANNED,
    "in gebruik": SystemState.IN_USE,
    "actief": SystemState.IN_USE,
    "in productie": SystemState.IN_USE,
    "productie": SystemState.IN_USE,
    "operationeel": SystemState.IN_USE,
    "live": SystemState.IN_USE,
    "in beheer": SystemState.IN_USE,
    "in use": SystemState.IN_USE,
    "active": SystemState.IN_USE,
    "uitfaseren": SystemState.PHASING_OUT,
    "in uitfasering": SystemState.PHASING_OUT,
    "uit te faseren": SystemState.PHASING_OUT,
    "wordt uitgefaseerd": SystemState.PHASING_OUT,
    "wordt vervangen": SystemState.PHASING_OUT,
    "being phased out": SystemState.PHASING_OUT,
    "phasing out": SystemState.PHASING_OUT,
    "legacy": SystemState.LEGACY,
    "verouderd": SystemState.LEGACY,
    "end of life": SystemState.LEGACY,
    "draait door zonder onderhoud": SystemState.LEGACY,
    "runs on not maintained": SystemState.LEGACY,
    "runs on without maintenance": SystemState.LEGACY,
    "uit gebruik": SystemState.ENDED,
    "buiten gebruik": SystemState.ENDED,
    "niet meer in gebruik": SystemState.ENDED,
    "uitgefaseerd": SystemState.ENDED,
    "beeindigd": SystemState.ENDED,
    "afgevoerd": SystemState.ENDED,
    "vervallen": SystemState.ENDED,
    "inactief": SystemState.ENDED,
    "ended": SystemState.ENDED,
    "inactive": SystemState.ENDED,
}
CARE = frozenset(
    {
        "zorgaanbieder", "jeugdhulpaanbieder", "aanbieder van zorg", "zorgverlener", "zorginstelling",
        "care provider", "wmo aanbieder", "jeugdzorgaanbieder",
    }
)  # fmt: skip
"""Words by which a list says of a party that it gives care."""


def read_care(text: str) -> Reading[bool]:
    """Whether a party gives care: yes, no, or the word for it. That it is a supplier does not say that it does not."""
    bare = folded(text).rstrip(".")
    if bare in YES or plain(text) in CARE:
        return Reading((True,))
    if bare in NO:
        return Reading((False,))
    return Reading(notes=(lost(RemarkCode.SAYS_NO_CARE),))


def read_country(text: str, *, resolver: Resolver) -> Reading[str]:
    """The code of a country (ISO 3166-1), by its code or its name."""
    code = resolver.resolve(ResolvedKind.COUNTRY, text)
    return Reading((code,)) if code else Reading(notes=(lost(RemarkCode.NO_SUCH_COUNTRY),))
