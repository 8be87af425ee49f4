"""Everything that a register file says, at once; the program takes it piece by piece."""

from collections.abc import Mapping

from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.reading import Workbook
from gemeentedossier.exchange.engine.register import drafting
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.facts import Interpretation


def interpret_workbook(
    workbook: Workbook,
    *,
    vocabulary: Vocabulary,
    resolver: Resolver,
    mappings: Mapping[str, ColumnMapping] | None = None,
) -> Interpretation:
    begun = drafting(workbook, vocabulary=vocabulary, resolver=resolver, mappings=mappings)
    return Interpretation(tuple(begun.drafts), tuple(begun.remarks))
