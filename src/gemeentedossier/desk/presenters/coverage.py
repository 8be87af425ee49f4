"""Coverage at a glance: one row per Part, article, role or controller, with how far it is met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.glance import (
    MUNICIPALITY,
    NOBODY,
    OUTCOMES,
    Tally,
    article_names,
    articles_of,
    tally_by,
    tally_by_controller,
)
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.enums import Density, Shape
from gemeentedossier.design.numbers import counted as counted
from gemeentedossier.design.parts import Cell, Column, Row, Tab, Table
from gemeentedossier.desk.presenters.activity.margin import outcome_word
from gemeentedossier.desk.presenters.coverage_bar import pieces_of
from gemeentedossier.desk.presenters.roles import responsible_name
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.enums import ResponsibleRole

if TYPE_CHECKING:
    from gemeentedossier.assessment.engine.lots import Lot
    from gemeentedossier.assessment.facts import Judged
    from gemeentedossier.catalogue.facts.rules import Rule

SHAPES = {
    Outcome.CONTRADICTS: Shape.CLASH,
    Outcome.NOT_MET: Shape.CROSS,
    Outcome.EXPIRED: Shape.CLOCK,
    Outcome.GAP: Shape.HOLLOW,
    Outcome.UNDECIDED: Shape.HOLLOW,
    Outcome.PARTLY: Shape.HALF,
    Outcome.SUPPRESSED: Shape.DASH,
    Outcome.MET: Shape.CHECK,
    Outcome.NOT_APPLICABLE: None,
}
NOTHING = Tally(())


class By(StrEnum):
    """What the rows of the page are."""

    PART = "part"
    ARTICLE = "article"
    ROLE = "role"
    CONTROLLER = "controller"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row before it is drawn: what it is about, what was found, and the filter of findings that shows the same."""

    name: str
    tally: Tally
    wanted: Mapping[str, str]
    url: str = ""
    note: str = ""


def coverage_tabs(by: By, *, url: str) -> tuple[Tab, ...]:
    """The ways to look at it."""
    labels = {
        By.PART: _("Per Part"),
        By.ARTICLE: _("Per article"),
        By.ROLE: _("Per role"),
        By.CONTROLLER: _("Per controller"),
        By.RULE: _("Per rule"),
    }
    return tuple(Tab(label=label, url=f"{url}?by={each}", current=each is by) for each, label in labels.items())


def lines_by(by: By, judged: Judged, lots: Iterable[Lot], *, rules: Iterable[Rule], url: str) -> list[Line]:
    """The rows; an article and a role that only rules to come ask about stand there too, without numbers."""
    if by is By.PART:
        found = tally_by(lots, lambda rule: (rule.part,))
        return [_line(part, part_name(part), found.get(part, NOTHING), "part", url=url) for part in Part]
    if by is By.ARTICLE:
        return list(_article_lines(tally_by(lots, articles_of), rules, url=url))
    if by is By.ROLE:
        roles = tally_by(lots, lambda rule: rule.responsible)
        return sorted(
            (_line(r, role_word(r), t, "role", url=url) for r, t in roles.items()), key=lambda line: line.name
        )
    return list(_controller_lines(judged))


def part_name(part: Part) -> str:
    """A Part of the accountability documents by its letter and name."""
    return {
        Part.A: pgettext("part of the method", "A Processing"),
        Part.B: pgettext("part of the method", "B Security"),
        Part.C: pgettext("part of the method", "C Risks"),
        Part.D: pgettext("part of the method", "D Breaches"),
    }[part]


def role_word(role: str) -> str:
    """Who answers for it, as a line begins."""
    name = responsible_name(ResponsibleRole(role))
    return f"{name[0].upper()}{name[1:]}"


def coverage_table(lines: Iterable[Line], *, slug: str, caption: str, heading: str) -> Table:
    """The rows as a table; every number leads to its findings."""
    numbers = (Column(label=outcome_word(each), numeric=True, shape=SHAPES[each]) for each in OUTCOMES)
    return Table(
        caption=caption,
        caption_hidden=True,
        columns=(Column(label=heading), Column(label=pgettext("column", "How far")), *numbers),
        rows=tuple(_row(line, slug) for line in lines),
        density=Density.DENSE,
    )


def findings_url(slug: str, wanted: Mapping[str, str], outcome: Outcome) -> str:
    """The findings that a number counts."""
    return f"{reverse('desk:findings', args=[slug])}?{urlencode({**wanted, 'outcome': outcome.value})}"


def _row(line: Line, slug: str) -> Row:
    name = Cell(text=line.name, url=line.url, note=line.note)
    return Row(cells=(name, _share(line.tally), *(_number(line, each, slug) for each in OUTCOMES)))


def _share(tally: Tally) -> Cell:
    if not tally.applicable:
        return Cell(note=_("nothing that applies") if tally.lots else _("nothing judged yet"))
    told = {"met": counted(tally.counts[Outcome.MET]), "all": counted(tally.applicable)}
    return Cell(pieces=pieces_of(tally), note=_("%(met)s of %(all)s met") % told)


def _number(line: Line, outcome: Outcome, slug: str) -> Cell:
    if not line.tally.lots:
        return Cell()
    count = line.tally.counts[outcome]
    return Cell(text=counted(count), url=findings_url(slug, line.wanted, outcome) if count else "")


def _line(key: str, name: str, tally: Tally, parameter: str, *, url: str) -> Line:
    wanted = {parameter: str(key)}
    return Line(name=name, tally=tally, wanted=wanted, url=f"{url}?{urlencode({'by': By.RULE.value, **wanted})}")


def _article_lines(found: Mapping[str, Tally], rules: Iterable[Rule], *, url: str) -> Iterator[Line]:
    for article, name in article_names(rules, get_language() or "nl").items():
        yield _line(article, name, found.get(article, NOTHING), "article", url=url)


def _controller_lines(judged: Judged) -> Iterator[Line]:
    found = tally_by_controller(judged)
    named = {str(each.id): each.name for each in judged.dossier.organisation.controllers}
    named[MUNICIPALITY] = pgettext("controller", "The municipality as a whole")
    named[NOBODY] = pgettext("controller", "None recorded")
    for key, name in named.items():
        if key in found or key not in (NOBODY, MUNICIPALITY):
            yield Line(name=name, tally=found.get(key, NOTHING), wanted={"controller": key})
