"""The supervision plan as people read it: per year what is looked at, why, how, and what came of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Definition, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.activity.blocks import paragraphs
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import Section, said
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.governance.facts import Sample, SupervisionCheck
from gemeentedossier.foundation.addresses import reverse


def check_badge(check: SupervisionCheck, today: dt.date) -> Badge:
    """How far a check is; a day that the officer chose and that passed asks attention, and is no breach of law."""
    if check.was_done is True:
        return Badge(word=pgettext("check", "Done"), tone=Tone.GOOD, shape=Shape.CHECK)
    if check.was_done is False:
        return Badge(word=pgettext("check", "Not done"), tone=Tone.QUIET, shape=Shape.CROSS)
    if check.is_late(today):
        return Badge(word=pgettext("check", "The day has passed"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("check", "Planned"), tone=Tone.OPEN, shape=Shape.HOLLOW)


def year_sections(checks: Iterable[SupervisionCheck], *, today: dt.date, slug: str) -> tuple[Section, ...]:
    """A section for each year, the newest first."""
    by_year = groupby(sorted(checks, key=lambda each: -each.due_on.year), key=lambda each: each.due_on.year)
    return tuple(_year(year, tuple(found), today, slug) for year, found in by_year)


def _year(year: int, checks: tuple[SupervisionCheck, ...], today: dt.date, slug: str) -> Section:
    done = sum(each.was_done is True for each in checks)
    return Section(
        anchor=f"year-{year}",
        title=str(year),
        about=_("%(done)s of %(total)s checks are done.") % {"done": done, "total": len(checks)},
        table=checks_table(checks, today=today, slug=slug),
        wide=True,
    )


def checks_table(checks: Iterable[SupervisionCheck], *, today: dt.date, slug: str) -> Table | None:
    """The checks by day."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.topic, url=check_url(each, slug), note=each.outcome or each.reason),
                Cell(text=name_of(each.manner)),
                Cell(text=day(each.closed_on or each.due_on)),
                Cell(badge=check_badge(each, today)),
            )
        )
        for each in sorted(checks, key=lambda each: (each.due_on, each.topic))
    )
    labels = (_("What is looked at"), pgettext("check", "How"), pgettext("column", "Day"), _("State"))
    return table(_("Checks"), labels, rows)


def check_url(check: SupervisionCheck, slug: str) -> str:
    """The page of a check."""
    return reverse("desk:check", args=[slug, check.id])


def check_definitions(check: SupervisionCheck) -> Iterator[Definition]:
    """What is looked at, why, how and by which day."""
    yield Definition(term=_("Why this is looked at"), texts=paragraphs(check.reason))
    yield said(pgettext("check", "How"), name_of(check.manner))
    yield said(_("Done by"), day(check.due_on))


def outcome_definitions(check: SupervisionCheck, today: dt.date) -> Iterator[Definition]:
    """What came of it, and who said so."""
    yield Definition(term=_("State"), badge=check_badge(check, today))
    if check.was_done is None:
        return
    term = _("What was found") if check.was_done else _("Why it was not done")
    yield Definition(term=term, texts=paragraphs(check.outcome))
    yield said(_("Closed by"), f"{check.closed_by}, {day(check.closed_on)}")


def sample_links(check: SupervisionCheck, samples: Iterable[Sample], slug: str) -> tuple[Link, ...]:
    """The samples that were drawn for a check."""
    return tuple(
        Link(
            label=_("Sample of %(count)s: %(kind)s") % {"count": len(each.cases), "kind": name_of(each.kind)},
            url=reverse("desk:sample", args=[slug, each.id]),
        )
        for each in samples
        if each.planned_check_id == check.id
    )


def no_plan(slug: str, *, may_plan: bool) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("Nothing is planned yet"),
        belongs=_("Per year what the officer looks at, why, how and by when, and what came of it."),
        reason=_("The officer monitors compliance, with regard to the risk (Article 39(1)(b) and 39(2))."),
        step=Action(label=plan_label(), url=reverse("desk:check-new", args=[slug])) if may_plan else None,
    )


def plan_label() -> str:
    """What the button says."""
    return _("Plan a check")
