"""The same activity twice in one file: the same content once, different content both, and always said."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gemeentedossier.exchange.engine.row import Row, SourceCell
from gemeentedossier.exchange.engine.words import folded, plain
from gemeentedossier.exchange.enums import Field, RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftActivity, Place, Remark

Content = tuple[tuple[Field, str], ...]
NO_CONTENT = (RegisterField.NAME, RegisterField.IGNORE)


@dataclass(slots=True)
class NamesSeen:
    """The activities so far, by name without case, accents and punctuation."""

    _by_name: dict[str, list[tuple[Place, Sequence[SourceCell]]]] = field(default_factory=dict)

    def remark_on(self, row: Row, draft: DraftActivity) -> Remark | None:
        """What must be said of an activity whose name stood before. A ``DUPLICATE_ROW`` is not kept."""
        before = self._by_name.setdefault(plain(draft.name.value), [])
        content = _content(row.cells) if before else ()
        twin = next((place for place, cells in before if _same(content, _content(cells))), None)
        if twin is not None:
            return _remark(RemarkCode.DUPLICATE_ROW, draft.place, draft, twin)
        remark = _remark(RemarkCode.SAME_NAME, draft.name.origin.place, draft, before[0][0]) if before else None
        before.append((draft.place, row.cells))
        return remark


def _content(cells: Sequence[SourceCell]) -> Content:
    return tuple((cell.field, cell.text or cell.origin.original) for cell in cells if cell.field not in NO_CONTENT)


def _same(one: Content, other: Content) -> bool:
    if len(one) != len(other):
        return False
    pairs = zip(one, other, strict=True)
    return all(a[0] == b[0] and (a[1] == b[1] or folded(a[1]) == folded(b[1])) for a, b in pairs)


def _remark(code: RemarkCode, place: Place, draft: DraftActivity, first: Place) -> Remark:
    severity = Severity.LOST if code is RemarkCode.DUPLICATE_ROW else Severity.NOTICE
    told = (("row", str(first.row)),)
    return Remark(code, place, draft.name.origin.original, severity, RegisterField.NAME, told)
