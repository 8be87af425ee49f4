"""A shared clause and what a participant has instead, as one text with what differs marked."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Comparison, Words
from gemeentedossier.dossier.agreements.engine.difference import Mark, difference
from gemeentedossier.dossier.agreements.facts import Deviation


def deviations_shown(deviations: Iterable[Deviation]) -> tuple[Comparison, ...]:
    """Each deviation with what differs from the shared clause, word by word, and why."""
    return tuple(_deviation(each) for each in deviations)


def departures_of(deviations: Iterable[Deviation]) -> tuple[Comparison, ...]:
    """The same, for the page of the one party that they are of."""
    return tuple(
        replace(_deviation(each), title=_("Clause %(clause)s") % {"clause": each.clause}) for each in deviations
    )


def _deviation(found: Deviation) -> Comparison:
    told = {"party": found.party_name, "clause": found.clause}
    notes = [] if found.shared_text.strip() else [_("The text of the shared clause is not recorded.")]
    notes += [] if found.own_text.strip() else [_("The text of this party is not recorded.")]
    return Comparison(
        title=_("%(party)s, clause %(clause)s") % told,
        words=compared(found.shared_text, found.own_text),
        reason=found.reason,
        note=" ".join(notes),
    )


def compared(first: str, second: str) -> tuple[Words, ...]:
    """Two texts as one, word by word."""
    return tuple(
        Words(each.text, gone=each.mark is Mark.FIRST, come=each.mark is Mark.SECOND)
        for each in difference(first, second)
    )
