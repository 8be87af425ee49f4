"""What the word lists of the catalogue find in texts, remembered per text: registers repeat themselves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from gemeentedossier.catalogue.facts.catalogue import Catalogue

REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Lint:
    """Texts held against the word lists of one catalogue."""

    catalogue: Catalogue
    _unfinished: re.Pattern[str] | None = field(init=False)
    _stand_ins: frozenset[str] = field(init=False)
    _denials: re.Pattern[str] | None = field(init=False)
    _consent: re.Pattern[str] | None = field(init=False)
    _no_consent: re.Pattern[str] | None = field(init=False)
    _known: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        words = self.catalogue.words
        for name, value in {
            "_unfinished": pattern_of(words("unfinished-texts")),
            "_stand_ins": frozenset(word.casefold() for word in words("stand-ins-for-text")),
            "_denials": pattern_of(words("special-data-denied")),
            "_consent": pattern_of(words("consent-as-basis")),
            "_no_consent": pattern_of(words("consent-exceptions")),
        }.items():
            object.__setattr__(self, name, value)

    def unfinished_words(self, text: str) -> tuple[str, ...]:
        """The left-overs in a text that show that it is not finished, in order; the whole text where it is one."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            plain = text.strip().casefold()
            found = self._known[text] = (plain,) if plain in self._stand_ins else found_in(self._unfinished, text)
        return found

    def denies_special_data(self, text: str) -> bool:
        """Whether the text says that no special categories of data are used."""
        return bool(found_in(self._denials, text))

    def names_consent(self, text: str) -> bool:
        """Whether the text says that consent carries the processing."""
        return bool(found_in(self._consent, text)) and not found_in(self._no_consent, text)


def pattern_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern for these words as whole words, the longest first; None for no words."""
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def found_in(pattern: re.Pattern[str] | None, text: str) -> tuple[str, ...]:
    """Return the different words of the pattern in the text, in order, without capitals."""
    return tuple(dict.fromkeys(word.casefold() for word in pattern.findall(text))) if pattern else ()
