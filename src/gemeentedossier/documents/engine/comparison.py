"""What changed between two versions of a document, per sentence."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from .blocks import Document
from .placing import Placed, placed_sentences


class ChangeKind(StrEnum):
    """What happened to a sentence."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """One sentence in two versions; `old` is absent when added, `new` when removed."""

    kind: ChangeKind
    old: Placed | None
    new: Placed | None

    @property
    def sources_moved(self) -> bool:
        """Whether the sentence now rests on other versions of its origins."""
        if self.old is None or self.new is None:
            return False
        return self.old.sentence.provenance != self.new.sentence.provenance


def compare(old: Document, new: Document) -> tuple[SentenceChange, ...]:
    """Each sentence of both documents once: in the order of the new one, what is gone where it stood."""
    before = list(placed_sentences(old))
    after = list(placed_sentences(new))
    partners = _partners(before, after)
    kept = {placed.id for placed in partners.values()}
    removed_after = _removed_after(before, kept)
    changes = [_removed(placed) for placed in removed_after.get("", [])]
    for placed in after:
        partner = partners.get(placed.id)
        changes.append(_change(partner, placed))
        if partner is not None:
            changes.extend(_removed(gone) for gone in removed_after.get(partner.id, []))
    return tuple(changes)


def _partners(before: list[Placed], after: list[Placed]) -> dict[str, Placed]:
    """By id of the new sentence the old one: same key, first those with the same words, then in order."""
    waiting: dict[str, list[Placed]] = defaultdict(list)
    for placed in before:
        waiting[placed.key].append(placed)
    partners: dict[str, Placed] = {}
    for same_words in (True, False):
        for placed in after:
            if placed.id in partners:
                continue
            for candidate in waiting[placed.key]:
                if not same_words or candidate.sentence.runs == placed.sentence.runs:
                    partners[placed.id] = candidate
                    waiting[placed.key].remove(candidate)
                    break
    return partners


def _removed_after(before: list[Placed], kept: set[str]) -> dict[str, list[Placed]]:
    """The removed sentences by the id of the kept sentence before them ('' at the beginning)."""
    removed: dict[str, list[Placed]] = defaultdict(list)
    last = ""
    for placed in before:
        if placed.id in kept:
            last = placed.id
        else:
            removed[last].append(placed)
    return removed


def _change(old: Placed | None, new: Placed) -> SentenceChange:
    if old is None:
        return SentenceChange(ChangeKind.ADDED, None, new)
    same = old.sentence.runs == new.sentence.runs
    return SentenceChange(ChangeKind.UNCHANGED if same else ChangeKind.CHANGED, old, new)


def _removed(old: Placed) -> SentenceChange:
    return SentenceChange(ChangeKind.REMOVED, old, None)
