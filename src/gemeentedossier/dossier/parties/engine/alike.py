"""Names of parties that are likely to be of the same one: another legal form, a dot, a capital, one letter mistyped."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize

LEGAL_FORMS = frozenset(
    {
        "bv", "nv", "vof", "cv", "cooperatie", "stichting", "vereniging", "inc", "incorporated", "ltd", "limited",
        "llc", "corp", "corporation", "gmbh", "ag", "sa", "sarl", "srl", "plc", "bvba", "co", "company",
    }
)  # fmt: skip
"""Words that say of which legal form an organisation is, and not which it is."""
SHORTEST_MISTYPED = 6
"""Letters and digits of a name in which one may be mistyped; in a shorter one each letter makes another name."""
_BETWEEN = re.compile(r"[\s,;:/&+_-]+")


class NamesAlike:
    """Names that are known, to be asked for those that another looks like. Takes time for each name once."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known: dict[str, dict[str, None]] = defaultdict(dict)
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Know one more name."""
        for sign in _signs(name):
            self._known[sign][name] = None

    def like(self, name: str) -> tuple[str, ...]:
        """The names that are known and look like this one; the same name is none of them."""
        found = dict.fromkeys(each for sign in _signs(name) for each in self._known.get(sign, ()))
        return tuple(each for each in found if _as_written(each) != _as_written(name))


def _signs(name: str) -> Iterator[str]:
    """What a name is found by: its letters and digits, and these with each of them left out in turn."""
    bare = _bare(name)
    if bare:
        yield bare
    if len(bare) >= SHORTEST_MISTYPED:
        yield from {bare[:at] + bare[at + 1 :] for at in range(len(bare))}


def _bare(name: str) -> str:
    """The letters and digits of a name, without what says the legal form; all of them where nothing else is left."""
    plain = "".join(each for each in normalize("NFKD", name).casefold() if not combining(each))
    words = ["".join(filter(str.isalnum, word)) for word in _BETWEEN.split(plain)]
    return "".join(word for word in words if word not in LEGAL_FORMS) or "".join(words)


def _as_written(name: str) -> str:
    return " ".join(name.split()).casefold()
