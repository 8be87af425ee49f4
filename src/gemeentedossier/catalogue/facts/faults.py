"""A fault in a pack: where it stands and one sentence with what to do, in English and in Dutch."""

from dataclasses import dataclass, replace


class Told(str):
    """A sentence in English that knows its Dutch; made by ``told``."""

    nl: str

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return told, (str(self), self.nl)


def told(english: str, dutch: str) -> Told:
    """Return the sentence in both languages; wherever only one is asked it is the English."""
    made = Told(english)
    made.nl = dutch
    return made


def together(*parts: str) -> Told:
    """Return the parts behind each other, in both languages."""
    return told(" ".join(parts), " ".join(map(in_dutch, parts)))


def did_you_mean(word: str) -> Told:
    """Return the question after the word that was nearest."""
    return told(f"Did you mean “{word}”?", f"Bedoelde u “{word}”?")


def in_dutch(sentence: str) -> str:
    """Return the Dutch of a sentence; what has none, such as a name, as it is."""
    return sentence.nl if isinstance(sentence, Told) else sentence


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in one place; `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.sentence}"

    def in_language(self, language: str) -> str:
        """Return where it stands and the sentence, in `language` (`nl` or `en…`)."""
        return replace(self, sentence=self.sentence_in(language)).__str__()

    def sentence_in(self, language: str) -> str:
        """Return the sentence in `language`."""
        return in_dutch(self.sentence) if language.startswith("nl") else str(self.sentence)
