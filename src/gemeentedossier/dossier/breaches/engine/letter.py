"""What a message to people still lacks: what the law lists and nobody recorded (GDPR 34(2))."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach

UNFINISHED = ("[", "Hierover is niets vastgelegd", "Nothing is recorded about this")
"""By which a text shows that it is still the draft: what is to be filled in, and what nobody recorded."""


def is_unfinished(text: str) -> bool:
    """Whether the text still holds what stands only in a draft."""
    return any(mark in text for mark in UNFINISHED)


def missing_of_letter(breach: PersonalDataBreach, *, contact: str) -> tuple[Text, ...]:
    """What is still to be recorded before the letter can go; ``contact`` is where people can turn to."""
    return tuple(_missing(breach, contact))


def _missing(breach: PersonalDataBreach, contact: str) -> Iterator[Text]:
    nature, hit = breach.nature, breach.concerned
    if not nature.summary.strip():
        yield Text("wat er gebeurde", "what happened")
    if not hit.data_categories and not hit.data_own:
        yield Text("om welke gegevens het gaat", "which data it concerns")
    if not nature.consequences.strip() and not nature.harms:
        yield Text("wat dit voor mensen kan betekenen", "what this can mean for people")
    if not breach.measures:
        yield Text("wat de gemeente doet", "what the municipality does")
    if not contact.strip():
        yield Text("bij wie mensen terechtkunnen", "whom people can turn to")
