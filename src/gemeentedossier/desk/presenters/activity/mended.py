"""What a saving solved, so that whoever mends a finding sees it go."""

from collections.abc import Iterator
from dataclasses import dataclass

from gemeentedossier.desk.presenters.activity.page import Sight
from gemeentedossier.desk.presenters.activity.wording import listing

MOST = 200
"""How many are remembered while a form stays open; more than anybody reads."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The findings that went since a form was opened: their titles, and their keys for the form to send along."""

    titles: str
    keys: str


def mended(before: Sight, after: Sight, *, known: str) -> Mended:
    """What is no longer open; ``known`` are the keys that earlier savings of this form sent along."""
    still, rules = frozenset(_open(after)), after.words.catalogue.rules
    found = [key for key in dict.fromkeys((*known.split()[:MOST], *_open(before))) if key not in still]
    named = [rules[key.partition(":")[0]] for key in found if key.partition(":")[0] in rules]
    titles = dict.fromkeys(rule.label.in_language(after.words.language) for rule in named)
    return Mended(titles=listing(titles) if titles else "", keys=" ".join(found[-MOST:]))


def _open(sight: Sight) -> Iterator[str]:
    """A key for each open finding of the activity."""
    for finding in sight.assessment.findings(activity_id=sight.activity.id):
        if finding.is_open:
            yield f"{finding.rule_id}:{finding.subject_id}"
