"""Chapter 3: the seven principles, and how this municipality applies each."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.facts import Activity

PRINCIPLES = {
    "fairness": ("fairness",),
    "purpose_separation": ("purpose_separation",),
    "minimisation": ("minimisation", "free_text_instruction"),
    "accuracy": ("accuracy", "base_registry_feedback"),
    "destruction": ("destruction", "archive_safeguards"),
    "security": ("security",),
}
"""Of each principle the parts of the account that tell how it is applied; the first must be there."""


def principles(desk: Desk) -> Section:
    """Per principle what it asks, how it is applied, and where nothing is recorded."""
    children = [
        desk.section(f"a.principles.{each}.heading", f"principle-{each.replace('_', '-')}", _principle(desk, each))
        for each in PRINCIPLES
    ]
    children.append(desk.section("a.principles.accountability.heading", "principle-accountability", _shown(desk)))
    return desk.section("a.principles.heading", "principles", [desk.w.paragraph("a.principles.intro")], children)


def _principle(desk: Desk, principle: str) -> Iterator[Block]:
    yield desk.w.paragraph(f"a.principles.{principle}")
    parts = PRINCIPLES[principle]
    items = [item for part in parts for item in _written(desk, part)]
    if items:
        yield BulletList(tuple(items))
    missing = desk.where(lambda each: not _words(each, parts[0]))
    if desk.activities and len(missing) == len(desk.activities):
        yield desk.w.paragraph("a.principles.missing-all", *desk.fields(missing, f"account.{parts[0]}"))
    else:
        yield from desk.about("a.principles.missing", missing, f"account.{parts[0]}")


def _words(activity: Activity, part: str) -> str:
    words: str = getattr(activity.account, part)
    return words.strip()


def _written(desk: Desk, part: str) -> Iterator[Text]:
    """What is written, each text once, with all activities that say it."""
    for words, those in desk.alike(lambda each: _words(each, part) or None):
        because = desk.fields(those, "name", f"account.{part}")
        names = first_capital(desk.names(those))
        yield desk.w.say("a.principles.item", *because, activity=names, words=quoted(words))


def _shown(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("a.principles.accountability")
    confirmed = desk.where(lambda each: each.last_confirmed_on is not None)
    if confirmed:
        because = desk.fields(confirmed, "last_confirmed_on")
        yield w.paragraph("a.principles.confirmed", *because, count=desk.counted(len(confirmed)))
    unconfirmed = desk.where(lambda each: each.last_confirmed_on is None)
    yield from desk.about("a.principles.unconfirmed", unconfirmed, "last_confirmed_on")
