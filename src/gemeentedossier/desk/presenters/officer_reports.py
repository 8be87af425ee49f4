"""The officer's reports as people read them: the period, the judgement, and numbers that lead to their cases."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Definition, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.activity.blocks import paragraphs
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.agreement import Section, said
from gemeentedossier.desk.presenters.officer_samples import removed_since
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.documents.queries import clause_library
from gemeentedossier.dossier.governance.facts import OfficerReport
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.engine.officer_figures import Counted, Figure

PAGES = {
    "activity": "desk:activity",
    "agreement": "desk:agreement",
    "impact_assessment": "desk:assessment",
    "breach": "desk:breach",
    "request": "desk:request",
    "log_review_plan": "desk:log-review",
    "own_advice": "desk:own-advice",
    "supervision_check": "desk:check",
}
"""By kind of record that a number counts, the page of one."""


def period_told(report: OfficerReport) -> str:
    """The period in words."""
    told = {"first": day(report.begins_on), "last": day(report.ends_on)}
    return _("%(first)s up to and including %(last)s") % told


def report_badge(report: OfficerReport) -> Badge:
    """Whether it was adopted."""
    if report.is_adopted:
        return Badge(word=pgettext("report", "Adopted"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=pgettext("report", "Draft"), tone=Tone.QUIET, shape=Shape.PENCIL)


def reports_table(reports: Iterable[OfficerReport], slug: str) -> Table | None:
    """The reports, the newest period first."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=period_told(each), url=reverse("desk:officer-report", args=[slug, each.id])),
                Cell(badge=report_badge(each)),
                Cell(text=each.adopted_by or each.written_by, note=_adopted_on(each)),
            )
        )
        for each in sorted(reports, key=lambda each: (each.begins_on, each.id), reverse=True)
    )
    return table(_("Reports of the officer"), (_("Period"), _("State"), _("Officer")), rows)


def _adopted_on(report: OfficerReport) -> str:
    return day(report.adopted_at.astimezone(AMSTERDAM).date()) if report.adopted_at else ""


def judgement_definitions(report: OfficerReport, slug: str) -> Iterator[Definition]:
    """The officer's own words, and who adopted them."""
    yield Definition(
        term=_("Judgement of the officer"), texts=paragraphs(report.judgement), missing=_("Not written yet")
    )
    yield Definition(
        term=_("What the officer recommends"), texts=paragraphs(report.advice), missing=_("Nothing is recommended")
    )
    if report.is_adopted and report.evidence_id:
        yield said(_("Adopted by"), f"{report.adopted_by}, {_adopted_on(report)}")
        link = Link(
            label=_("The text as it was adopted"), url=reverse("desk:evidence-piece", args=[slug, report.evidence_id])
        )
        yield Definition(term=_("Adopted text"), links=(link,))


def figure_sections(report: OfficerReport, figures: Sequence[Figure], slug: str) -> Iterator[Section]:
    """The numbers by subject, each leading to its cases."""
    for group, found in groupby(figures, key=lambda each: each.group):
        rows = tuple(_figure_row(report, each, slug) for each in found)
        title = word(f"o.group.{group}")
        numbers = table(title, (_("What is counted"), _("How many")), rows)
        yield Section(anchor=f"figures-{group}", title=title, about="", table=numbers)


def _figure_row(report: OfficerReport, figure: Figure, slug: str) -> Row:
    name = figure_name(figure)
    url = reverse("desk:officer-figure", args=[slug, report.id, figure.id]) if figure.cases else ""
    return Row(cells=(Cell(text=name), Cell(text=str(figure.number), url=url)))


def figure_name(figure: Figure) -> str:
    """What a number counts, as a heading begins."""
    told = word(f"figure.{figure.id}")
    return told[:1].upper() + told[1:]


def word(clause: str) -> str:
    """A word of the library of clauses: on screen the same as in the document."""
    return clause_library().clause(clause).in_language(language())[0].text


def cases_table(cases: Iterable[Counted], slug: str, *, known: Container[UUID]) -> Table | None:
    """The cases of a number, each leading to its page; what is no longer ``known`` says so and leads nowhere."""
    rows = tuple(
        Row(cells=(Cell(text=each.name, url=reverse(PAGES[each.kind], args=[slug, each.id])),))
        if each.id in known
        else Row(cells=(Cell(text=each.name, note=removed_since()),))
        for each in cases
    )
    return table(_("Cases"), (_("Cases"),), rows)


def no_reports(slug: str, *, may_write: bool) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("No report was adopted yet"),
        belongs=_("What the officer tells executive and council of a period, with numbers that lead to their cases."),
        reason=_("The officer reports to the highest management level (Article 38(3))."),
        step=Action(label=begin_label(), url=reverse("desk:officer-report-new", args=[slug])) if may_write else None,
    )


def begin_label() -> str:
    """What the button says."""
    return _("Begin a report")
