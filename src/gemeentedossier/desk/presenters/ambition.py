"""How far each theme must be by the executive, beside how far it is, and what is still needed for it."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Badge, Cell, Column, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.maturity import level_badge, reasons
from gemeentedossier.desk.presenters.method import step_link
from gemeentedossier.dossier.governance.policies import HIGHEST_AMBITION, LOWEST_AMBITION
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.enums import HeldBack
from gemeentedossier.method.facts import AmbitionStanding, Holding, ThemeMaturity


def level_word(level: int, catalogue: Catalogue) -> str:
    """A level by number and name."""
    found = next((each for each in catalogue.maturity_levels if each.number == level), None)
    return f"{level}. {found.name.in_language(language())}" if found else str(level)


def level_choices(catalogue: Catalogue) -> list[tuple[str, str]]:
    """The levels that can be chosen, lowest first."""
    return [(str(each), level_word(each, catalogue)) for each in range(LOWEST_AMBITION, HIGHEST_AMBITION + 1)]


def standing_badge(standing: AmbitionStanding, today: dt.date) -> Badge:
    """Whether the ambition is reached. Never red: an ambition that is late is no breach of law."""
    if standing.is_reached:
        return Badge(word=_("Reached"), tone=Tone.GOOD, shape=Shape.CHECK)
    if not standing.found.applying:
        return Badge(word=_("Does not apply yet"), tone=Tone.QUIET, shape=Shape.HOLLOW)
    if standing.is_late(today):
        return Badge(word=_("Not reached in time"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=_("Not reached yet"), tone=Tone.ATTENTION, shape=Shape.HALF)


def maturity_definitions(found: ThemeMaturity, catalogue: Catalogue) -> tuple[Definition, ...]:
    """How far the theme is by what was found, and why."""
    level = next((each for each in catalogue.maturity_levels if each.number == found.level), None)
    return (
        Definition(term=_("Level by what was found"), badge=level_badge(found, level)),
        Definition(term=_("Why"), texts=tuple(reasons(found))),
    )


def ambition_definitions(standing: AmbitionStanding, catalogue: Catalogue, today: dt.date) -> tuple[Definition, ...]:
    """What was chosen, by whom, why, and whether it is reached."""
    chosen = standing.ambition
    return (
        said(_("Level to reach"), level_word(chosen.level, catalogue)),
        Definition(term=_("Reached by"), texts=(day(chosen.due_on),), badge=standing_badge(standing, today)),
        said(_("Why this level"), chosen.because),
        said(_("Decided by"), f"{chosen.decided_by}, {day(chosen.decided_on)}"),
    )


def needed_table(standing: AmbitionStanding, slug: str) -> Table | None:
    """What holds the theme below the level: each line leads to its cases, and to the step on which it is worked."""
    if not standing.needed:
        return None
    return Table(
        caption=_("What is still needed"),
        caption_hidden=True,
        columns=(
            Column(label=_("What must be done")),
            Column(label=_("Criterion")),
            Column(label=pgettext("column", "Cases"), numeric=True),
            Column(label=pgettext("column", "Where it is worked on")),
        ),
        rows=tuple(_line(each, standing, slug) for each in standing.needed),
    )


def needed_said(standing: AmbitionStanding) -> str:
    """What the lines below add up to, in one sentence."""
    if standing.is_reached:
        return _("Nothing: by what was found the theme is this far.")
    if not standing.found.applying:
        return _("Nothing that the law asks here applies to what is recorded, so no level can be told.")
    if standing.short:
        return ngettext(
            "%(count)s more point that the law asks must be in order; these are all that are not.",
            "%(count)s more points that the law asks must be in order; these are all that are not.",
            standing.short,
        ) % {"count": counted(standing.short)}
    return _("All of this, the most cases first.")


def _line(each: Holding, standing: AmbitionStanding, slug: str) -> Row:
    url = reverse("desk:coverage-rule", args=[slug, each.rule.id])
    step = standing.steps.get(each.rule.id)
    link = step_link(step, slug) if step else None
    return Row(
        cells=(
            Cell(text=_what(each.why)),
            Cell(text=each.rule.label.in_language(language()), url=url),
            Cell(text=counted(each.count), url=url),
            Cell(text=link.label, url=link.url) if link else Cell(text=""),
        )
    )


def _what(why: HeldBack) -> str:
    return {
        HeldBack.NOT_MET: _("Meet what the law asks"),
        HeldBack.CONTRADICTS: _("Resolve the contradiction"),
        HeldBack.UNPROVED: _("Show evidence beside the answer"),
        HeldBack.OVERDUE: _("Review what is past its day"),
        HeldBack.BEYOND: _("Do what guidance or good practice asks"),
    }[why]


def ambition_link(standing: AmbitionStanding | None, theme: str, slug: str, *, may: bool) -> Link | None:
    """The way from a theme to its ambition; to who may choose one also where there is none."""
    url = reverse("desk:maturity-theme", args=[slug, theme])
    if standing is None:
        return Link(label=_("Choose an ambition"), url=url) if may else None
    told = _("Ambition: level %(level)s by %(day)s")
    chosen = standing.ambition
    return Link(label=told % {"level": chosen.level, "day": day(chosen.due_on)}, url=url)


def missed(standings: Iterable[AmbitionStanding], today: dt.date) -> Iterator[AmbitionStanding]:
    """The ambitions that are past their day and not reached."""
    return (each for each in standings if each.is_late(today))
