"""What a saving solved and what it opened, so that whoever mends a finding sees the one go and the other come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.desk.presenters.activity.page import Sight
from gemeentedossier.desk.presenters.activity.wording import listing

MOST = 200
"""How many are remembered while a form stays open; more than anybody reads."""
OPENED = "+"
"""Stands before the key of a finding that came."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The findings that went and that came since a form was opened, by title; and keys for the form to send along."""

    titles: str
    opened: str
    keys: str


def mended(before: Sight, after: Sight, *, known: str) -> Mended:
    """What is no longer open, and what is now; ``known`` are the keys that earlier savings of this form sent along."""
    earlier, was, now = known.split()[: 2 * MOST], dict(_open(before)), dict(_open(after))
    came = dict.fromkeys(key.removeprefix(OPENED) for key in earlier if key.startswith(OPENED))
    went = dict.fromkeys(key for key in earlier if not key.startswith(OPENED))
    solved = [key for key in {**went, **was} if key not in now and key not in came]
    opened = [key for key in now if key in came or _is_new(now[key], was.get(key), in_form=key in went)]
    return Mended(
        titles=_titles(solved, after),
        opened=_titles(opened, after),
        keys=" ".join((*solved[-MOST:], *(f"{OPENED}{key}" for key in opened[-MOST:]))),
    )


def _is_new(now: Outcome, was: Outcome | None, *, in_form: bool) -> bool:
    """Whether nothing was open there when the form was opened; or something else than that it is not recorded."""
    if was is None:
        return not in_form
    return now is Outcome.GAP and was is not Outcome.GAP


def _titles(keys: Iterable[str], sight: Sight) -> str:
    """What the rules of these findings are called, each once."""
    rules = sight.words.catalogue.rules
    named = [rules[rule] for key in keys if (rule := key.partition(":")[0]) in rules]
    titles = dict.fromkeys(rule.label.in_language(sight.words.language) for rule in named)
    return listing(titles) if titles else ""


def _open(sight: Sight) -> Iterator[tuple[str, Outcome]]:
    """A key for each open finding of the activity, with how it stands."""
    for finding in sight.assessment.findings(activity_id=sight.activity.id):
        if finding.is_open:
            yield f"{finding.rule_id}:{finding.subject_id}", finding.outcome
