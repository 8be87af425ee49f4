"""Contested law as people read it: the question, who holds what since when, and which decisions rest on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.template.defaultfilters import date as date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.readings import Standing
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Action, Badge, Cell, Column, Definition, EmptyState, Row, Table
from gemeentedossier.desk.presenters.activity.blocks import paragraphs
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import Fold, Section, web_page
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.resting import LawSight, resting_links, standing_badge
from gemeentedossier.dossier.governance.facts import ContestedMatter, Position
from gemeentedossier.foundation.addresses import reverse


def matters_table(law: LawSight) -> Table:
    """Each contested matter with its latest position, and how the decisions stand that rest on it."""
    labels = (_("Contested matter"), _("Latest position"), _("Decisions that rest on it"), _("State"))
    return Table(
        caption=_("Contested law"),
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(_row(each, law) for each in law.dossier.matters),
    )


def _row(matter: ContestedMatter, law: LawSight) -> Row:
    last = matter.positions[-1] if matter.positions else None
    count = sum(len(law.readings.resting_on(each.id)) for each in matter.positions)
    return Row(
        cells=(
            Cell(text=matter.title, url=reverse("desk:matter", args=[law.slug, matter.id]), note=matter.question),
            Cell(text=named_position(last) if last else "", note="" if last else _("nobody's position is recorded")),
            Cell(text=str(count) if count else ""),
            Cell(badge=matter_badge(matter, law)),
        )
    )


def matter_badge(matter: ContestedMatter, law: LawSight) -> Badge:
    """Whether decisions on it must be looked at again."""
    resting = [each for position in matter.positions for each in law.readings.resting_on(position.id)]
    if any(law.readings.standing_of(each) is Standing.OVERTAKEN for each in resting):
        return standing_badge(Standing.OVERTAKEN)
    if resting:
        return Badge(word=_("Decisions know the newest"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Nothing rests on it"), tone=Tone.QUIET, shape=Shape.DASH)


def named_position(position: Position) -> str:
    """Whose position it is and of when, as a heading begins."""
    return f"{name_of(position.holder)}, {day(position.stated_on)}"


def position_sections(
    matter: ContestedMatter,
    law: LawSight,
    *,
    folds: Mapping[UUID, tuple[Fold, ...]],
    cases: Mapping[UUID, tuple[Shown, ...]],
) -> tuple[Section, ...]:
    """A section per position, the latest first, each with what may be done and what was found."""
    return tuple(
        Section(
            anchor=position_anchor(each.id),
            title=named_position(each),
            about="",
            definitions=tuple(_definitions(each, law)),
            folds=folds.get(each.id, ()),
            cases=cases.get(each.id, ()),
        )
        for each in reversed(matter.positions)
    )


def position_anchor(key: UUID) -> str:
    """Where a position stands on the page of its matter."""
    return f"position-{key}"


def _definitions(position: Position, law: LawSight) -> Iterator[Definition]:
    yield Definition(term=pgettext("contested law", "Position"), texts=paragraphs(position.statement))
    yield web_page(_("Where it can be read"), position.url, label=position.reference)
    if position.recorded_at:
        when = date_format(localtime(position.recorded_at), "j F Y, H:i")
        yield Definition(term=_("Recorded"), texts=(f"{when}, {position.recorded_by}",))
    resting = law.readings.resting_on(position.id)
    if resting:
        worst = max((law.readings.standing_of(each) for each in resting), key=lambda each: each is Standing.OVERTAKEN)
        yield Definition(term=_("State"), badge=standing_badge(worst))
    decided = resting_links(law, position.id)
    yield Definition(term=_("Decisions that rest on it"), links=decided, missing=_("No decision rests on it"))


def nothing_contested(slug: str, *, may_open: bool) -> EmptyState:
    """What belongs here, and why."""
    step = Action(label=_("Record a contested matter"), url=reverse("desk:matter-new", args=[slug]))
    return EmptyState(
        title=_("No contested matter was recorded"),
        belongs=_(
            "Here stands on which questions of law people who may know disagree, and what rests on whose position."
        ),
        reason=_("When a ruling falls, it shows at once which decisions must be looked at again (Article 24(1))."),
        step=step if may_open else None,
    )


def nothing_held() -> EmptyState:
    """What belongs under a matter."""
    return EmptyState(
        title=_("Nobody's position is recorded yet"),
        belongs=_("Of the supervisor, a court, an advisory body, the legislator, your own counsel or your officer."),
        reason=_("Only then can be seen on whose word a decision rests, and whether that still stands."),
    )
