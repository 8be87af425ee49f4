"""Where a fact comes from, since when it holds, and how far it was verified."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """A text in Dutch and, where somebody wrote one, in English."""

    nl: str
    en: str | None = None

    def in_language(self, language: str) -> str:
        """Return the text in `language` (`nl` or `en…`); Dutch where no English was written."""
        return self.en if language.startswith("en") and self.en else self.nl


class Status(StrEnum):
    """How far a fact was verified; only `VERIFIED` facts may fill anything in by themselves."""

    VERIFIED = "verified"
    VERIFIED_OLDER_TEXT = "verified_older_text"
    UNVERIFIED = "unverified"
    OWN_WORK = "own_work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text that was read: its place in the law, where it was read and in which version."""

    location: str
    read_version: str | None = None
    law: str | None = None
    article: str | None = None
    paragraph: str | None = None
    bwb_id: str | None = None
    celex_id: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """First and last day on which a fact holds; `None` is unknown, which is not the same as unlimited.

    `valid_from` is the entry into force, never the date of a text that was read. Where only such a text is known,
    `in_force_on` is the day from which it was the text in force: the fact holds from then on, and before it nobody
    knows.
    """

    valid_from: date | None = None
    valid_to: date | None = None
    in_force_on: date | None = None

    def holds_on(self, day: date) -> bool | None:
        """Say whether the fact holds on `day`; `None` where the known dates cannot tell."""
        if self.valid_from is not None and day < self.valid_from:
            return False
        if self.valid_to is not None and day > self.valid_to:
            return False
        if self.valid_from is not None:
            return True
        return True if self.in_force_on is not None and day >= self.in_force_on else None
