"""Which column is which field: proposed from the headings with a reason, correctable, and kept as JSON."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from gemeentedossier.exchange.engine.kinds import REGISTER, ListForm, field_from
from gemeentedossier.exchange.engine.reading.workbook import Json
from gemeentedossier.exchange.engine.vocabulary import HeadingSynonyms
from gemeentedossier.exchange.engine.words import BROKEN, folded, has_broken_letters, plain
from gemeentedossier.exchange.enums import Confidence, Field, MappingReason

STOP_WORDS = frozenset({"de", "het", "een", "van", "der", "aan", "en", "of", "naar", "in", "bij", "categorie"})
PLURALS = ("en", "s", "n", "e")
CERTAIN, LIKELY, POSSIBLE = 100, 90, 50
LONGEST_HEADING = 150


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column (index from 0) with the field it is taken for, how sure, and why."""

    column: int
    heading: str
    field: Field
    confidence: Confidence
    reason: MappingReason
    alternatives: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Every column of a table with its field."""

    columns: tuple[MappedColumn, ...]

    def to_json(self) -> Json:
        """A value for storage; ``mapping_from_json`` reads it back unchanged."""
        return [
            {
                "column": each.column,
                "heading": each.heading,
                "field": each.field.value,
                "confidence": each.confidence.value,
                "reason": each.reason.value,
                "alternatives": [field.value for field in each.alternatives],
            }
            for each in self.columns
        ]

    def corrected(self, column: int, *, field: Field) -> "ColumnMapping":
        """The same mapping with one column as a person chose it."""
        return ColumnMapping(tuple(_chosen(each, field) if each.column == column else each for each in self.columns))


def _chosen(column: MappedColumn, field: Field) -> MappedColumn:
    return replace(column, field=field, confidence=Confidence.CORRECTED, reason=MappingReason.CHOSEN)


def mapping_from_json(stored: Json) -> ColumnMapping:
    """The mapping that ``to_json`` gave. Raises ValueError on anything else."""
    if not isinstance(stored, Sequence) or isinstance(stored, str):
        raise ValueError("A mapping is a list of columns.")
    return ColumnMapping(tuple(_column_from_json(each) for each in stored))


def _column_from_json(stored: Json) -> MappedColumn:
    if not isinstance(stored, Mapping):
        raise ValueError("A column of a mapping is an object.")
    column, alternatives = stored.get("column"), stored.get("alternatives", ())
    if not isinstance(column, int) or not isinstance(alternatives, Sequence):
        raise ValueError("A column of a mapping has a column number and alternatives.")
    return MappedColumn(
        column,
        _text(stored.get("heading")),
        field_from(_text(stored.get("field"))),
        Confidence(_text(stored.get("confidence"))),
        MappingReason(_text(stored.get("reason"))),
        tuple(field_from(_text(each)) for each in alternatives),
    )


def _text(stored: Json) -> str:
    if not isinstance(stored, str):
        raise ValueError("A heading, field, confidence and reason of a mapping are texts.")
    return stored


BARE_NAMES = frozenset({"naam", "name"})
"""Headings that say of anything how it is called: also a list of staff has one."""
FEWEST_BESIDE = 2
"""Fields that a record has once, the name among them, before such a heading is believed."""


@dataclass(frozen=True, slots=True)
class _Fit:
    score: int
    rank: int
    """The place of the synonym in its list: the most telling heading of a field stands first."""
    field: Field
    begins: int
    """Where in the heading the first of its words stands: "Doel van de verwerking" is about the purpose."""


def recogniser(synonyms: Sequence[HeadingSynonyms]) -> Callable[[str], bool]:
    """Tells whether a text is certainly or almost certainly one of these headings, each of many texts at once."""
    meant = [heading for entry in synonyms for heading in entry.headings]
    words, stems = frozenset(map(plain, meant)), frozenset(map(_stems, meant))

    @cache
    def recognises(text: str) -> bool:
        if not plain(text) or len(text) > LONGEST_HEADING:
            return False
        return plain(text) in words or _stems(text) in stems or _is_broken(text, meant)

    return recognises


def _is_broken(heading: str, meant: Iterable[str]) -> bool:
    """Whether a heading with letters that were lost may be one of these."""
    return has_broken_letters(heading) and any(map(_mendable(heading).fullmatch, map(folded, meant)))


def fields_recognised(headings: Iterable[str], synonyms: Sequence[HeadingSynonyms]) -> frozenset[Field]:
    """The fields for which one of the headings certainly or almost certainly stands."""
    best = (found[0] for heading in headings if (found := _fits(heading, synonyms)))
    return frozenset(fit.field for fit in best if fit.score >= LIKELY)


def propose_mapping(
    headings: Sequence[tuple[int, str]], synonyms: Sequence[HeadingSynonyms], *, form: ListForm = REGISTER
) -> ColumnMapping:
    """A field for every column, given as index and heading. A column that nothing fits goes where the kind of list
    keeps what is left over: a remark under its own heading, or out, with each of its values in the report."""
    fits = {column: _fits(heading, synonyms) for column, heading in headings}
    winners = _winners(fits, form)
    return ColumnMapping(tuple(_mapped(column, heading, fits[column], winners, form) for column, heading in headings))


def _winners(fits: Mapping[int, Sequence[_Fit]], form: ListForm) -> dict[Field, int]:
    """Of the columns that could be a field which stands once, the one that fits it best."""
    claims = sorted(
        (found[0].field.value, -found[0].score, found[0].rank, column)
        for column, found in fits.items()
        if found and found[0].field in form.single
    )
    return {field_from(field): next(group)[3] for field, group in groupby(claims, key=lambda claim: claim[0])}


def _mapped(
    column: int, heading: str, fits: Sequence[_Fit], winners: Mapping[Field, int], form: ListForm
) -> MappedColumn:
    over = form.left_over
    if not fits:
        reason = MappingReason.NOT_RECOGNISED if heading else MappingReason.NO_HEADING
        reason = reason if over is not form.ignored else MappingReason.LEFT_OUT
        return MappedColumn(column, heading, over, Confidence.NONE, reason)
    best = fits[0]
    others = tuple(dict.fromkeys(fit.field for fit in fits if fit.field != best.field))
    if winners.get(best.field, column) != column:
        reason = MappingReason.ANOTHER_COLUMN_FITS_BETTER
        return MappedColumn(column, heading, over, Confidence.UNCERTAIN, reason, (best.field, *others))
    if any(fit.score == best.score for fit in fits if fit.field != best.field):
        reason = MappingReason.SEVERAL_FIELDS_FIT
        return MappedColumn(column, heading, best.field, Confidence.UNCERTAIN, reason, others)
    if (
        best.field == form.name
        and plain(heading) in BARE_NAMES
        and len(winners) < FEWEST_BESIDE
        and form is not REGISTER
    ):
        return MappedColumn(column, heading, best.field, Confidence.UNCERTAIN, MappingReason.NAME_OF_ANYTHING, others)
    confidence, reason = {
        CERTAIN: (Confidence.CERTAIN, MappingReason.SAME_WORDS),
        LIKELY: (Confidence.LIKELY, MappingReason.ALMOST_SAME_WORDS),
    }.get(best.score, (Confidence.UNCERTAIN, MappingReason.CONTAINS_WORDS))
    return MappedColumn(column, heading, best.field, confidence, reason, others)


def _fits(heading: str, synonyms: Sequence[HeadingSynonyms]) -> list[_Fit]:
    """How well each field fits, best first; one fit per field."""
    if not plain(heading) or len(heading) > LONGEST_HEADING:
        return []
    fits: dict[Field, _Fit] = {}
    for entry in synonyms:
        for rank, synonym in enumerate(entry.headings):
            score = _score(heading, synonym)
            known = fits.get(entry.field)
            if score and (known is None or score > known.score):
                fits[entry.field] = _Fit(score, rank, entry.field, _begins(heading, synonym))
    return sorted(fits.values(), key=lambda fit: (-fit.score, fit.begins))


def _score(heading: str, synonym: str) -> int:
    if plain(heading) == plain(synonym):
        return CERTAIN
    if has_broken_letters(heading) and _mendable(heading).fullmatch(folded(synonym)):
        return LIKELY
    said, meant = _stems(heading), _stems(synonym)
    if said == meant:
        return LIKELY
    if meant and meant < said:
        return POSSIBLE + 30 * len(meant) // len(said)
    return 0


def _begins(heading: str, synonym: str) -> int:
    meant = _stems(synonym)
    return next((at for at, word in enumerate(plain(heading).split()) if _stem(word) in meant), 0)


def _mendable(heading: str) -> re.Pattern[str]:
    """A pattern in which every lost letter may be any letter."""
    lost_letters = BROKEN + BROKEN.casefold()
    letters = "".join(r"\w" if each in lost_letters else re.escape(each) for each in heading.casefold())
    return re.compile(letters.replace(r"\ ", r"\s+"))


@lru_cache(maxsize=10_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in plain(text).split()) - {_stem(word) for word in STOP_WORDS} - {""}


def _stem(word: str) -> str:
    """A word without its plural: "doel" and "doelen", "categorie" and "categorieen" come out alike."""
    ending = next((each for each in PLURALS if word.endswith(each) and len(word) - len(each) >= 4), "")
    return _stem(word.removesuffix(ending)) if ending else word
