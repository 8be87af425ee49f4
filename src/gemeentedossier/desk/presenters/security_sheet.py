"""The security sheet of an activity: its levels, what these ask, and what protects it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.subjects.secured import Secured
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.security import SecurityAspect, SecurityLevel
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, answer
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.assets.enums import Effect
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is needed to show how something is secured."""

    slug: str
    dossier: Dossier
    catalogue: Catalogue
    today: dt.date
    words: Words

    def level(self, aspect: SecurityAspect, number: int | None) -> SecurityLevel | None:
        """What the catalogue says of a level."""
        levels = self.catalogue.security_levels.values()
        return next((each for each in levels if each.aspect is aspect and each.level == number), None)

    def activities(self, keys: tuple[UUID, ...]) -> Iterator[Activity]:
        """The activities with these keys."""
        return (each for each in self.dossier.activities if each.id in keys)


def levels_table(sheet: Sheet, secured: Secured) -> Table | None:
    """The levels of an activity, what others then suffer, and why."""
    found = secured.classification
    if found is None:
        return None
    read, rows = sheet.words.language, []
    for aspect, number in found.levels.items():
        known = sheet.level(aspect, number)
        text = f"{number}. {known.name.in_language(read)}" if known else pgettext("security", "not classified yet")
        harm = known.harm.in_language(read) if known else ""
        cells = (Cell(text=name_of(aspect)), Cell(text=text, note=harm), Cell(text=found.reasons[aspect]))
        rows.append(Row(cells=cells))
    return table(_("Levels"), (_("Aspect"), pgettext("security", "Level"), _("Why")), tuple(rows))


def asked_table(sheet: Sheet, secured: Secured) -> Table | None:
    """What the levels ask, and whether a measure that counts brings it about."""
    found = secured.classification
    if found is None:
        return None
    asked: dict[str, list[str]] = {}
    for aspect, number in found.levels.items():
        known = sheet.level(aspect, number)
        for effect in known.asks if known else ():
            asked.setdefault(effect, []).append(f"{name_of(aspect)} {number}")
    rows = tuple(
        Row(
            cells=(
                Cell(text=name_of(Effect(each))),
                Cell(text=", ".join(because)),
                Cell(badge=_has(truth=secured.has(Effect(each)))),
            )
        )
        for each, because in asked.items()
    )
    return table(_("What the levels ask"), (_("What is asked"), _("By"), _("In effect")), rows)


def _has(*, truth: bool | None) -> Badge:
    if truth is None:
        return Badge(word=answer(None), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if truth:
        return Badge(word=_("In effect"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Lacks"), tone=Tone.ATTENTION, shape=Shape.CROSS)
