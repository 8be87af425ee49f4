"""The comparison between municipalities: what is shown to whom, and how far the others are."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.enums import Density
from gemeentedossier.design.parts import Cell, Column, Definition, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.maturity import level_badge
from gemeentedossier.method.facts import SharedLevel, ThemeCompared, ThemeMaturity

NAMED = 6
"""Municipalities that are named beside a theme; of more than these only the number is told."""


def shown_to_others(shared: Iterable[SharedLevel], others: Iterable[SharedLevel]) -> Iterator[Definition]:
    """Whether the municipality takes part, since which day its levels stand there, and with how many others."""
    own, rest = tuple(shared), {each.municipality for each in others}
    if not own:
        yield Definition(term=_("Takes part"), texts=(_("No. Nothing of this municipality is shown."),))
        return
    yield Definition(term=_("Takes part"), texts=(_("Yes, with the levels of %(day)s.") % {"day": _day(own)},))
    told = ngettext("%(count)s other municipality", "%(count)s other municipalities", len(rest))
    yield Definition(term=_("Beside"), texts=(told % {"count": len(rest)},))


def _day(own: tuple[SharedLevel, ...]) -> str:
    return day(max(each.as_of for each in own))


def agreement() -> tuple[str, ...]:
    """What taking part means, before somebody agrees to it."""
    return (
        _("Shown are the name of the municipality and, per theme, the level, how many points of law are in order, and"
          " the day."),
        _("Nothing else is: no record, no finding, no name of a person."),
        _("Only municipalities in this installation that take part themselves see it. It can be ended at any time."),
    )  # fmt: skip


def comparison_table(found: Iterable[ThemeCompared], own: Iterable[ThemeMaturity], catalogue: Catalogue) -> Table:
    """Each theme with one's own level and where the others are."""
    levels = {each.number: each for each in catalogue.maturity_levels}
    mature = {each.theme.id: each for each in own}
    return Table(
        caption=_("Maturity per theme beside that of others"),
        caption_hidden=True,
        columns=(Column(label=_("Theme")), Column(label=_("Level")), Column(label=_("The others"))),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=each.theme.name.in_language(language())),
                    Cell(badge=level_badge(mature[each.theme.id], levels.get(each.own or 0))),
                    Cell(text=_spread(each), note=_further(each)),
                )
            )
            for each in found
        ),
        density=Density.CALM,
    )


def _spread(found: ThemeCompared) -> str:
    told = [_at_level(level, len(every)) for level, every in found.others]
    return "; ".join(told) if told else _("Nobody else shows this theme.")


def _at_level(level: int | None, count: int) -> str:
    if level is None:
        return _("%(count)s cannot be told") % {"count": count}
    return _("%(count)s at level %(level)s") % {"count": count, "level": level}


def _further(found: ThemeCompared) -> str:
    names = found.above
    if not names:
        return ""
    more = len(names) - NAMED
    told = ", ".join(names[:NAMED])
    if more > 0:
        told = _("%(names)s and %(count)s more") % {"names": told, "count": more}
    return _("Further: %(names)s") % {"names": told}
