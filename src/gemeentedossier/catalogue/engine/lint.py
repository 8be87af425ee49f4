"""What the word lists of the catalogue find in texts, remembered per text: records repeat themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gemeentedossier.catalogue.engine.word_lists import Hints, found_in, pattern_of
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.foundation.engine.remembering import Remembered

REMEMBERED = 100_000
FEWEST_WORDS = 3
"""How many words must stand outside the unfinished sentences of a text for it to say something: a choice of our own."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=\W{0,2}[A-Z])|(?<=\w{5})[.!?]\s+|[\n\r;•]+")
"""Before a capital, or after a word too long to be an abbreviation."""
_SIGN = re.compile(r"[^\W_]")
_WORD = re.compile(r"\w*[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class Look:
    """What a text showed: left-overs, in order (the whole text where it is one), and whether it denies special data.

    ``says_something`` is false where nothing is left without its unfinished sentences, and where no text stands.
    """

    left_over: tuple[str, ...] = ()
    denies_special_data: bool = False
    says_something: bool = True


NOTHING = Look()
"""A text in which nothing was found."""
_NO_TEXT = Look(says_something=False)


@dataclass(frozen=True, slots=True)
class Lint:
    """Texts held against the word lists of one catalogue."""

    catalogue: Catalogue
    _unfinished: re.Pattern[str] | None = field(init=False)
    _stand_ins: frozenset[str] = field(init=False)
    _empty_answers: frozenset[str] = field(init=False)
    _denials: re.Pattern[str] | None = field(init=False)
    _consent: re.Pattern[str] | None = field(init=False)
    _no_consent: re.Pattern[str] | None = field(init=False)
    _hints: Hints = field(init=False)
    _known: Remembered[str, Look] = field(init=False)
    _consenting: Remembered[str, bool] = field(init=False)

    def __post_init__(self) -> None:
        words = self.catalogue.words
        for name, value in {
            "_unfinished": pattern_of(words("unfinished-texts"), self.catalogue.patterns("unfinished-texts")),
            "_stand_ins": frozenset(map(_bare, words("stand-ins-for-text"))),
            "_empty_answers": frozenset(map(_bare, words("answers-without-words"))),
            "_denials": pattern_of(words("special-data-denied")),
            "_consent": pattern_of(words("consent-as-basis")),
            "_no_consent": pattern_of(words("consent-exceptions")),
            "_hints": Hints(
                (*words("unfinished-texts"), *words("special-data-denied")), self.catalogue.patterns("unfinished-texts")
            ),
            "_known": Remembered(self._look_at, most=REMEMBERED),
            "_consenting": Remembered(self._names_consent, most=REMEMBERED),
        }.items():
            object.__setattr__(self, name, value)

    def look_at(self, text: str) -> Look:
        """What the lists find in a text."""
        return self._known[text]

    def says_something(self, text: str) -> bool:
        """Whether somebody wrote something there: more than blanks, notes for later and answers without words."""
        return bool(text) and self._known[text].says_something

    def is_unfinished(self, text: str) -> bool:
        """Whether a text stands there that is nothing but a blank or a note for later."""
        look = self.look_at(text)
        return bool(look.left_over) and not look.says_something

    def _look_at(self, text: str) -> Look:
        plain, bare = text.strip().casefold(), _bare(text)
        if bare in self._stand_ins:
            return Look((plain,), says_something=False)
        if bare in self._empty_answers:
            return _NO_TEXT
        if not _SIGN.search(plain):
            return Look(found_in(self._unfinished, text), says_something=False)
        if not self._hints.are_in(plain):
            return NOTHING
        left = found_in(self._unfinished, text)
        denies = bool(found_in(self._denials, text))
        return Look(left, denies, not left or self._says_more(text)) if left or denies else NOTHING

    def _says_more(self, text: str) -> bool:
        """Whether enough stands outside the sentences with a left-over: a sentence with a blank in it says nothing."""
        assert self._unfinished is not None  # noqa: S101  # narrows the type; left-overs were found
        blanks = [found.span() for found in self._unfinished.finditer(text)]
        words = 0
        for start, end in _sentences(text):
            if not any(start < last and first < end for first, last in blanks):
                words += len(_WORD.findall(text, start, end))
        return words >= FEWEST_WORDS

    def names_consent(self, text: str) -> bool:
        """Whether the text says that consent carries the processing."""
        return bool(text) and self._consenting[text]

    def _names_consent(self, text: str) -> bool:
        return bool(found_in(self._consent, text)) and not found_in(self._no_consent, text)


def _bare(text: str) -> str:
    """The text in small letters without signs around it; where it is only signs, these."""
    plain = text.strip().casefold()
    return plain.strip(" .…!?:-") or plain


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places where the sentences of a text begin and end."""
    start = 0
    for ending in _SENTENCE_END.finditer(text):
        yield start, ending.end()
        start = ending.end()
    yield start, len(text)
