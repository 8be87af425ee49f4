"""Open norms as people read them: what the law leaves open, how the municipality reads it, and where it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.citations import cited_together
from gemeentedossier.catalogue.facts.norms import OpenNorm
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Definition, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.activity.blocks import paragraphs
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.findings import Shown
from gemeentedossier.desk.presenters.resting import LawSight, resting_links, rests_on, short
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.governance.facts import Interpretation
from gemeentedossier.foundation.addresses import reverse


def reading_badge(reading: Interpretation, law: LawSight) -> Badge:
    """How a reading stands on the day, in a word and a shape."""
    today, applied = law.readings.day, bool(law.readings.resting_on(reading.id))
    if reading.is_ended_on(today):
        if applied:
            return Badge(word=_("Still applied"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
        return Badge(word=pgettext("reading", "Ended"), tone=Tone.QUIET, shape=Shape.DASH)
    if law.readings.beside(reading):
        return Badge(word=pgettext("reading", "Differs"), tone=Tone.ATTENTION, shape=Shape.CLASH)
    if reading.review_on and reading.review_on < today:
        return Badge(word=_("Look at this again"), tone=Tone.ATTENTION, shape=Shape.CLOCK)
    return Badge(word=pgettext("reading", "Holds"), tone=Tone.GOOD, shape=Shape.CHECK)


def norms_table(law: LawSight) -> Table:
    """Each open norm of the catalogue, with how it is read: first what somebody must look at, last what nobody read."""
    labels = (
        _("Open norm"),
        _("The municipality reads it as"),
        _("State"),
        _("Applied in"),
        _("Look at this again on"),
    )
    known = sorted(law.catalogue.open_norms.values(), key=lambda each: _order(each, law))
    return Table(
        caption=_("Open norms"),
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(_row(each, law) for each in known),
    )


def _order(norm: OpenNorm, law: LawSight) -> tuple[int, str]:
    badge = norm_badge(norm, law)
    place = [Tone.ATTENTION, Tone.GOOD, Tone.QUIET, Tone.OPEN].index(badge.tone)
    return place, norm.name.in_language(law.language).casefold()


def norm_badge(norm: OpenNorm, law: LawSight) -> Badge:
    """How the norm stands: what somebody must look at before what is in order."""
    badges = [reading_badge(each, law) for each in law.readings.of_norm(norm.id)]
    asking = [each for each in badges if each.tone is Tone.ATTENTION]
    if asking:
        return asking[0]
    held = law.readings.holding(norm.id)
    if held:
        return reading_badge(held[0], law)
    return Badge(word=_("Not read yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)


def _row(norm: OpenNorm, law: LawSight) -> Row:
    held, every = law.readings.holding(norm.id), law.readings.of_norm(norm.id)
    count = sum(len(law.readings.resting_on(each.id)) for each in every)
    name = Cell(
        text=law.norm(norm.id),
        url=reverse("desk:norm", args=[law.slug, norm.id]),
        note=articles_of_norm(norm, law),
    )
    review = min((each.review_on for each in held if each.review_on), default=None)
    return Row(
        cells=(
            name,
            Cell(
                text=short(held[0].reading) if held else "",
                note=_others(len(held) - 1) if held else _("no reading yet"),
            ),
            Cell(badge=norm_badge(norm, law)),
            Cell(text=str(count) if count else ""),
            Cell(text=day(review)),
        )
    )


def _others(count: int) -> str:
    if count < 1:
        return ""
    return ngettext("and %(count)s other reading", "and %(count)s other readings", count) % {"count": count}


def articles_of_norm(norm: OpenNorm, law: LawSight) -> str:
    """Where the norm stands in the law."""
    return cited_together(norm.law, law.language)


def reading_sections(
    norm: str, law: LawSight, *, folds: Mapping[UUID, tuple[Fold, ...]], cases: Mapping[UUID, tuple[Shown, ...]]
) -> tuple[Section, ...]:
    """A section per reading: those that hold, then those that did, each with what may be done and what was found."""
    today = law.readings.day
    every = sorted(law.readings.of_norm(norm), key=lambda each: each.is_ended_on(today))
    return tuple(
        Section(
            anchor=reading_anchor(each.id),
            title=_held(each, ended=each.is_ended_on(today)),
            about="",
            definitions=tuple(_definitions(each, law)),
            folds=folds.get(each.id, ()),
            cases=cases.get(each.id, ()),
        )
        for each in every
    )


def reading_anchor(key: UUID) -> str:
    """Where a reading stands on the page of its norm."""
    return f"reading-{key}"


def _held(reading: Interpretation, *, ended: bool) -> str:
    if ended:
        told = {"first": day(reading.decided_on), "last": day(reading.ended_on)}
        return _("Read so from %(first)s until %(last)s") % told
    return _("Read so since %(day)s") % {"day": day(reading.decided_on)}


def _definitions(reading: Interpretation, law: LawSight) -> Iterator[Definition]:
    yield Definition(term=_("State"), badge=reading_badge(reading, law))
    yield Definition(term=_("Reading"), texts=paragraphs(reading.reading))
    yield Definition(term=_("Why"), texts=paragraphs(reading.reason))
    yield Definition(term=_("Decided by"), texts=(f"{reading.decided_by}, {day(reading.decided_on)}",))
    if reading.ended_on is None:
        review = (day(reading.review_on),) if reading.review_on else ()
        yield Definition(term=_("Look at this again on"), texts=review, missing=_("No day was chosen yet"))
    else:
        yield Definition(term=_("Ended"), texts=tuple(filter(None, (day(reading.ended_on), reading.ended_because))))
    grounds = tuple(link for _each, link, _badge in rests_on(law, reading.id))
    if grounds:
        yield Definition(term=_("Rests on"), links=grounds)
    applied = resting_links(law, reading.id)
    yield Definition(term=_("Applied in"), links=applied, missing=_("No record applies it yet"))
    yield Definition(term=_("Stands in"), links=(_document(law),))


def _document(law: LawSight) -> Link:
    page = reverse("desk:document", args=[law.slug, DocumentKind.ACCOUNTABILITY.value])
    return Link(label=_("Account of every criterion, how open norms are read"), url=f"{page}#readings")


def nothing_read(norm: OpenNorm, law: LawSight) -> EmptyState:
    """What belongs here, and why."""
    return EmptyState(
        title=_("Nobody decided yet how the municipality reads this"),
        belongs=norm.asks.in_language(law.language),
        reason=_(
            "The law leaves this word open. As long as the municipality does not say how it reads it, each department "
            "decides for itself (Articles 5(2) and 24(1))."
        ),
    )


def people_of(law: LawSight) -> Iterable[tuple[UUID, str]]:
    """Who can have decided it; also somebody who left since."""
    return ((each.id, each.name) for each in law.dossier.organisation.people if not each.is_of_a_party)
