"""Maturity per theme with its reasons, and the questions of the Quickscan with what the dossier says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.method import MaturityLevel
from gemeentedossier.design.enums import Density, Shape, Tone
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Badge, Cell, Column, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.coverage import part_name
from gemeentedossier.desk.presenters.method import Sight, state_badge, step_link
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.facts import ThemeMaturity

FLOOR = 3
"""The level from which a municipality can give account (our own proposal, after the models of five levels)."""
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTheme:
    """A theme with its level, why it is that, and what to do first."""

    anchor: str
    name: str
    question: str
    badge: Badge
    reasons: tuple[str, ...]
    first: tuple[Link, ...]
    more: str
    ambition: Link | None = None


def shown_themes(themes: Iterable[ThemeMaturity], catalogue: Catalogue, slug: str) -> tuple[ShownTheme, ...]:
    """Every theme with its reasons."""
    levels = {each.number: each for each in catalogue.maturity_levels}
    return tuple(
        ShownTheme(
            anchor=each.theme.id,
            name=each.theme.name.in_language(language()),
            question=each.theme.question.in_language(language()),
            badge=level_badge(each, levels.get(each.level or 0)),
            reasons=tuple(reasons(each)),
            first=tuple(_first(each, slug)),
            more=_more(each),
        )
        for each in themes
    )


def level_badge(found: ThemeMaturity, level: MaturityLevel | None) -> Badge:
    """The level by number and name; where none can be told, that it cannot. Never red: a level is no breach of law."""
    if level is None:
        word = _("Does not apply yet") if not found.applying else _("Cannot be told yet")
        return Badge(word=word, tone=Tone.QUIET, shape=Shape.HOLLOW)
    word = f"{level.number}. {level.name.in_language(language())}"
    reached = level.number >= FLOOR
    return Badge(word=word, tone=Tone.GOOD if reached else Tone.ATTENTION, shape=Shape.CHECK if reached else Shape.HALF)


def reasons(found: ThemeMaturity) -> Iterator[str]:
    """Why a theme has its level, sentence by sentence."""
    if not found.applying:
        yield _("Nothing that the law asks here applies to what is recorded.")
        return
    yield _("%(met)s of %(total)s points that the law asks are in order.") % {
        "met": counted(found.met),
        "total": counted(found.applying),
    }
    yield from _lacks(found)


def _lacks(found: ThemeMaturity) -> Iterator[str]:
    told = (
        (
            found.unknown,
            ngettext(
                "Of %(count)s point nobody recorded how it is; unknown never counts as reached.",
                "Of %(count)s points nobody recorded how they are; unknown never counts as reached.",
                found.unknown,
            ),
        ),
        (
            found.contradictions,
            ngettext(
                "%(count)s contradiction keeps this at level 2 at most.",
                "%(count)s contradictions keep this at level 2 at most.",
                found.contradictions,
            ),
        ),
        (
            found.unproved,
            ngettext(
                "%(count)s answer of a person rests on no evidence.",
                "%(count)s answers of people rest on no evidence.",
                found.unproved,
            ),
        ),
        (
            found.overdue,
            ngettext(
                "%(count)s answer is past the day of its review.",
                "%(count)s answers are past the day of their review.",
                found.overdue,
            ),
        ),
        (
            found.beyond,
            ngettext(
                "%(count)s point of guidance or good practice is not in order.",
                "%(count)s points of guidance or good practice are not in order.",
                found.beyond,
            ),
        ),
    )
    return (words % {"count": counted(count)} for count, words in told if count)


def _first(found: ThemeMaturity, slug: str) -> Iterator[Link]:
    for rule, count in found.open_rules[:NAMED]:
        told = ngettext("%(count)s record", "%(count)s records", count) % {"count": counted(count)}
        url = reverse("desk:coverage-rule", args=[slug, rule.id])
        yield Link(label=rule.label.in_language(language()), url=url, note=told)


def _more(found: ThemeMaturity) -> str:
    more = len(found.open_rules) - NAMED
    if more <= 0:
        return ""
    return ngettext("and %(count)s more criterion", "and %(count)s more criteria", more) % {"count": more}


def themes_table(themes: Iterable[ShownTheme]) -> Table:
    """The levels at a glance; each theme leads to its reasons."""
    return Table(
        caption=_("Maturity per theme"),
        caption_hidden=True,
        columns=(
            Column(label=_("Theme")),
            Column(label=_("Level")),
            Column(label=pgettext("of a theme", "Ambition")),
            Column(label=_("Why")),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=each.name, url=f"#{each.anchor}"),
                    Cell(badge=each.badge),
                    Cell(text=each.ambition.label, url=each.ambition.url) if each.ambition else Cell(text=""),
                    Cell(text=" ".join(each.reasons[:2])),
                )
            )
            for each in themes
        ),
        density=Density.CALM,
    )


def level_definitions(catalogue: Catalogue) -> tuple[Definition, ...]:
    """What each level means, and when a theme reaches it."""
    spoken = language()
    return tuple(
        Definition(
            term=f"{each.number}. {each.name.in_language(spoken)}",
            texts=(each.meaning.in_language(spoken), each.reached.in_language(spoken)),
        )
        for each in catalogue.maturity_levels
    )


def instruments_table(catalogue: Catalogue) -> Table:
    """The instruments of the tradition beside what stands in their place here."""
    spoken = language()
    return Table(
        caption=_("The tradition in which this stands"),
        caption_hidden=True,
        columns=(
            Column(label=pgettext("column", "Instrument")),
            Column(label=pgettext("column", "What it was")),
            Column(label=pgettext("column", "For whom")),
            Column(label=pgettext("column", "Here")),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=each.name.in_language(spoken)),
                    Cell(text=each.tradition.in_language(spoken)),
                    Cell(text=each.users.in_language(spoken), note=each.gives.in_language(spoken)),
                    Cell(text=each.here.in_language(spoken)),
                )
            )
            for each in catalogue.method_instruments
        ),
    )


def quickscan_table(sight: Sight) -> Table:
    """Each question with what the dossier says, and the step where it is worked on."""
    return Table(
        caption=_("The questions of the Quickscan"),
        caption_hidden=True,
        columns=(
            Column(label=pgettext("column", "Question")),
            Column(label=pgettext("column", "Part")),
            Column(label=pgettext("column", "What the dossier says")),
            Column(label=pgettext("column", "Where it is worked on")),
        ),
        rows=tuple(_questions(sight)),
        density=Density.CALM,
    )


def _questions(sight: Sight) -> Iterator[Row]:
    for each in sight.catalogue.quickscan:
        found = sight.path.step(each.step)
        if found is None:
            continue
        link = step_link(found.step, sight.slug)
        yield Row(
            cells=(
                Cell(text=each.question.in_language(language())),
                Cell(text=part_name(each.part)),
                Cell(badge=state_badge(found.state)),
                Cell(text=link.label, url=link.url),
            )
        )
