"""What a place in a saved file is called: the number of a question, or a part of the file in words."""

import re
from collections.abc import Mapping

from gemeentedossier.catalogue.facts.sources import Text

PARTS: Mapping[str, Text] = {
    "name": Text("naam", "name"),
    "evaluations": Text("oordelen van de beoordelaar", "evaluations by the reviewer"),
    "comments": Text("opmerkingen van meelezers", "comments of readers"),
    "measures": Text("maatregelen", "measures"),
    "answers": Text("antwoorden", "answers"),
    "dpo_opinion": Text("advies van de FG", "opinion of the officer"),
    "author_name": Text("naam van de opsteller", "name of the author"),
    "evaluator_name": Text("naam van de beoordelaar", "name of the reviewer"),
    "validator_name": Text("naam van wie vaststelde", "name of who validated"),
    "dpos_names": Text("namen van FG's", "names of officers"),
    "people_names": Text("namen van betrokkenen", "names of people concerned"),
    "concerned_people_opinion": Text("mening van betrokkenen", "views of people concerned"),
}
"""What the parts of a file are called by their keys."""
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def place_word(place: str, language: str) -> str:
    """Return the place in words; as it stands where nobody gave it any. Empty is the whole file."""
    if _NUMBER.fullmatch(place):
        return f"question {place}" if language.startswith("en") else f"vraag {place}"
    first, _, rest = place.partition(" / ")
    found = PARTS.get(first)
    if found is None:
        return place
    return " / ".join(filter(None, (found.in_language(language), rest)))
