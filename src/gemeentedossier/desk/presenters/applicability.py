"""The statement of applicability: what the baseline asks, what answers it, and what was decided not to apply."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.facts.security import ControlMeasure, ControlState, SecurityControl
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Definition, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import effect_badge, why_not
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.security.engine.exclusions import carried_out_by
from gemeentedossier.dossier.security.facts import ControlExclusion
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is needed to show the statement of applicability on a day."""

    dossier: Dossier
    catalogue: Catalogue
    today: dt.date
    slug: str
    language: str

    def asked(self) -> Iterator[tuple[SecurityControl, ControlMeasure]]:
        """Yield what the baseline asks, in the order of its numbers."""
        for control in sorted(self.catalogue.security_controls.values(), key=lambda each: each.number):
            for each in control.measures:
                if each.is_asked:
                    yield control, each


def applicability_table(about: Statement) -> Table:
    """Each measure that the baseline asks, what the municipality has for it, and whether it applies."""
    by_number: defaultdict[str, list[Measure]] = defaultdict(list)
    for measure in about.dossier.measures:
        for number in measure.baseline:
            by_number[number].append(measure)
    excluded = {each.number: each for each in about.dossier.exclusions}
    rows = []
    for control, asked in about.asked():
        own = list(dict.fromkeys([*by_number[asked.number], *by_number[control.number]]))
        rows.append(_row(about, control, asked, own, excluded.get(asked.number) or excluded.get(control.number)))
    labels = (_("Number"), _("What is asked"), _("Applies"), _("Own measures"), _("Counts"))
    return Table(
        caption=_("Statement of applicability"),
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(rows),
    )


def _row(
    about: Statement,
    control: SecurityControl,
    asked: ControlMeasure,
    own: list[Measure],
    exclusion: ControlExclusion | None,
) -> Row:
    told = asked.text.in_language(about.language) if asked.text else _("The control itself; no government measure.")
    pieces = {piece.id: piece for piece in about.dossier.evidence}
    best = next((each for each in own if each.is_in_effect_on(about.today, pieces)), None)
    first = best or (own[0] if own else None)
    number = asked.number if asked.state is ControlState.ACTIVE else control.number
    return Row(
        cells=(
            Cell(text=number),
            Cell(text=control.name.in_language(about.language), note=told),
            _applies(exclusion),
            Cell(
                text=", ".join(each.name for each in own),
                url=reverse("desk:measure", args=[about.slug, first.id]) if first else "",
            ),
            _counts(about, first, exclusion),
        )
    )


def _applies(exclusion: ControlExclusion | None) -> Cell:
    if exclusion is None or exclusion.granted is False:
        return Cell(text=pgettext("baseline", "Yes"))
    return Cell(text=exclusion_word(exclusion), url=f"#{anchor_of(exclusion)}", note=exclusion.reason)


def _counts(about: Statement, first: Measure | None, exclusion: ControlExclusion | None) -> Cell:
    if first:
        badge, note = effect_badge(first, about.dossier, about.today), why_not(first, about.dossier, about.today)
        return Cell(badge=badge, note=note)
    if exclusion and exclusion.granted:
        return Cell(text="–")
    return Cell(badge=Badge(word=_("Nothing recorded"), tone=Tone.OPEN, shape=Shape.HOLLOW))


def exclusion_word(exclusion: ControlExclusion) -> str:
    """What became of a proposal."""
    return {
        None: pgettext("baseline", "Proposed not to apply"),
        True: pgettext("baseline", "Does not apply"),
        False: pgettext("baseline", "Applies all the same"),
    }[exclusion.granted]


def exclusion_badge(exclusion: ControlExclusion, today: dt.date) -> Badge:
    """What became of a proposal, in a word and a shape; red is for one that should have been looked at again."""
    if exclusion.granted and exclusion.review_on and exclusion.review_on < today:
        return Badge(word=_("Should have been looked at again"), tone=Tone.ALARM, shape=Shape.CLOCK)
    tone, shape = {
        None: (Tone.ATTENTION, Shape.HALF),
        True: (Tone.NOTE, Shape.DASH),
        False: (Tone.QUIET, Shape.CHECK),
    }[exclusion.granted]
    return Badge(word=exclusion_word(exclusion), tone=tone, shape=shape)


def exclusion_said(about: Statement, exclusion: ControlExclusion) -> Iterator[Definition]:
    """What is proposed not to apply, why, by whom, and what was decided."""
    yield Definition(term=_("State"), badge=exclusion_badge(exclusion, about.today))
    proposed = f"{exclusion.proposed_by}, {day(exclusion.proposed_at.date())}"
    yield said(_("Why it does not apply"), exclusion.reason)
    yield said(_("Proposed by"), proposed)
    if exclusion.granted is None:
        yield said(_("Decision"), missing=_("Nobody decided yet"))
    else:
        decided = day(exclusion.decided_at.date()) if exclusion.decided_at else ""
        yield said(_("Decision"), exclusion.decided_because)
        yield said(_("Decided by"), f"{exclusion.decided_by}, {decided}")
    if exclusion.granted is not False:
        yield said(_("Look at this again on"), day(exclusion.review_on), missing=_("No day recorded"))


def anchor_of(exclusion: ControlExclusion) -> str:
    """Where it stands on the page."""
    return f"exclusion-{exclusion.id}"


def names_of_numbers(about: Statement) -> dict[str, str]:
    """What each control and each measure that is asked is called, in the order of their numbers."""
    named: dict[str, str] = {}
    for control, asked in about.asked():
        name = control.name.in_language(about.language)
        named.setdefault(control.number, name)
        named.setdefault(asked.number, name)
    return named


def numbers_to_propose(about: Statement) -> list[tuple[str, str]]:
    """What can be proposed not to apply: what no measure carries out, and nobody decided on or proposed."""
    measures = {each.name: each.baseline for each in about.dossier.measures}
    taken = {each.number for each in about.dossier.exclusions if each.granted is not False}
    return [
        (number, f"{number} {name}")
        for number, name in names_of_numbers(about).items()
        if number not in taken and not carried_out_by(number, measures)
    ]
