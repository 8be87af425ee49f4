"""The same activity twice in one file: the same content once, different content both, and always said."""

from collections.abc import Sequence

from gemeentedossier.exchange.engine.row import Row, texts_of
from gemeentedossier.exchange.engine.words import folded, plain
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftActivity, Remark


def without_duplicates(
    drafts: Sequence[tuple[Row, DraftActivity]],
) -> tuple[list[DraftActivity], list[Remark]]:
    """The drafts that stay, and a remark for each row whose name stood before."""
    seen: dict[str, list[tuple[Row, DraftActivity]]] = {}
    kept: list[DraftActivity] = []
    remarks: list[Remark] = []
    for row, draft in drafts:
        same_name = seen.setdefault(plain(draft.name.value), [])
        twin = next((first for other, first in same_name if _content(other) == _content(row)), None)
        if twin is not None:
            remarks.append(_remark(RemarkCode.DUPLICATE_ROW, draft, twin, Severity.LOST))
            continue
        if same_name:
            remarks.append(_remark(RemarkCode.SAME_NAME, draft, same_name[0][1], Severity.NOTICE))
        same_name.append((row, draft))
        kept.append(draft)
    return kept, remarks


def _content(row: Row) -> tuple[tuple[str, ...], ...]:
    texts = texts_of(row)
    return tuple(
        (field.value, *map(folded, texts[field]))
        for field in sorted(texts)
        if field not in (RegisterField.NAME, RegisterField.IGNORE)
    )


def _remark(code: RemarkCode, draft: DraftActivity, first: DraftActivity, severity: Severity) -> Remark:
    place = draft.place if code is RemarkCode.DUPLICATE_ROW else draft.name.origin.place
    told = (("row", str(first.place.row)),)
    return Remark(code, place, draft.name.origin.original, severity, RegisterField.NAME, told)
