"""How easily a Dutch text reads: Flesch's formula in Douma's adaptation to Dutch (1960).

206.84 − 0.77 × syllables per hundred words − 0.93 × words per sentence. Above 60 reads easily, 45 to 60 asks
some attention; a word of law (“verwerkingsverantwoordelijke”) weighs heavily in a short text.
"""

import re
from functools import cache

import pyphen

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?:;]+(?:\s|$)")


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)


@cache
def syllables(word: str) -> int:
    """The number of syllables, at least one, counted as the places where the word may be broken plus one."""
    return sum(len(_hyphenation().positions(part)) + 1 for part in re.split(r"['’-]", word) if part)


def flesch_douma(text: str) -> float:
    """The score of a Dutch text; raises ``ValueError`` where there are no words."""
    words = _WORD.findall(text)
    if not words:
        raise ValueError("A text without words has no readability.")
    sentences = max(1, len(_END.findall(text)))
    per_word = sum(syllables(word.lower()) for word in words) / len(words)
    return 206.84 - 77 * per_word - 0.93 * len(words) / sentences
