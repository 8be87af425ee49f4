"""What was done, in words, whatever room it was done in."""

from collections.abc import Callable, Mapping

from gemeentedossier.desk.presenters import (
    agreement_history,
    breach_history,
    method_history,
    officer_history,
    organisation_history,
    party_history,
    request_history,
    security_history,
    weighed_history,
)
from gemeentedossier.desk.presenters.activity import history as activity_history

_BY_ROOM: Mapping[str, Callable[[str], str]] = {
    "agreements": agreement_history.verb_words,
    "assets": security_history.verb_words,
    "breaches": breach_history.verb_words,
    "governance": officer_history.verb_words,
    "method": method_history.verb_words,
    "organisation": organisation_history.verb_words,
    "parties": party_history.verb_words,
    "requests": request_history.verb_words,
    "risks": weighed_history.verb_words,
    "security": security_history.verb_words,
}


def verb_words(verb: str) -> str:
    """Return what a verb did; that a record was changed where the verb has no words of its own."""
    room = verb.partition(".")[0]
    return _BY_ROOM.get(room, activity_history.verb_words)(verb)
