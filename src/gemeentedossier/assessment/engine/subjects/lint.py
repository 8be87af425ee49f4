"""What the word lists of the catalogue find in texts, remembered per text: registers repeat themselves."""

import re
from dataclasses import dataclass, field

from gemeentedossier.catalogue.engine.word_lists import found_in, pattern_of
from gemeentedossier.catalogue.facts.catalogue import Catalogue

REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Look:
    """What a text showed: left-overs, in order (the whole text where it is one), and whether it denies special data."""

    left_over: tuple[str, ...] = ()
    denies_special_data: bool = False


NOTHING = Look()


@dataclass(frozen=True, slots=True)
class Lint:
    """Texts held against the word lists of one catalogue."""

    catalogue: Catalogue
    _unfinished: re.Pattern[str] | None = field(init=False)
    _stand_ins: frozenset[str] = field(init=False)
    _denials: re.Pattern[str] | None = field(init=False)
    _consent: re.Pattern[str] | None = field(init=False)
    _no_consent: re.Pattern[str] | None = field(init=False)
    _hints: tuple[str, ...] = field(init=False)
    _known: dict[str, Look] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        words = self.catalogue.words
        for name, value in {
            "_unfinished": pattern_of(words("unfinished-texts")),
            "_stand_ins": frozenset(word.casefold() for word in words("stand-ins-for-text")),
            "_denials": pattern_of(words("special-data-denied")),
            "_consent": pattern_of(words("consent-as-basis")),
            "_no_consent": pattern_of(words("consent-exceptions")),
            "_hints": tuple(w.casefold() for w in (*words("unfinished-texts"), *words("special-data-denied"))),
        }.items():
            object.__setattr__(self, name, value)

    def look_at(self, text: str) -> Look:
        """What the lists find in a text."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[text] = self._look_at(text)
        return found

    def _look_at(self, text: str) -> Look:
        plain = text.strip().casefold()
        if plain in self._stand_ins:
            return Look((plain,))
        if not any(hint in plain for hint in self._hints):  # most texts; five times as fast as the patterns
            return NOTHING
        left = found_in(self._unfinished, text)
        denies = bool(found_in(self._denials, text))
        return Look(left, denies) if left or denies else NOTHING

    def names_consent(self, text: str) -> bool:
        """Whether the text says that consent carries the processing."""
        return bool(found_in(self._consent, text)) and not found_in(self._no_consent, text)
