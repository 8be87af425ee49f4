"""What rests on a reading of the law or a position about it, as links with how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.template.defaultfilters import date as date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.readings import Names, Readings, Standing, readings_in, record_names
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.dossier.governance.facts import Reliance
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    from gemeentedossier.catalogue.facts import Catalogue
    from gemeentedossier.desk.forms.readings import Groups, Record

LENGTH = 80
PAGES: Mapping[str, str] = {
    "activity": "desk:activity",
    "agreement": "desk:agreement",
    "system": "desk:system",
    "measure": "desk:measure",
    "interpretation": "desk:interpretation",
}
"""The page of each kind of record that can rest on a reading or a position; a reading can rest on a position."""


@dataclass(frozen=True, slots=True)
class LawSight:
    """How the law is read in a dossier, with what is needed to show it."""

    slug: str
    dossier: Dossier
    catalogue: Catalogue
    language: str
    readings: Readings
    names: Names

    def norm(self, key: str) -> str:
        """What a norm is called; its id where the catalogue has it no more."""
        found = self.catalogue.open_norms.get(key)
        return found.name.in_language(self.language) if found else key


def law_sight(dossier: Dossier, catalogue: Catalogue, *, slug: str, language: str) -> LawSight:
    """How the law is read in this dossier, on its day."""
    found = readings_in(dossier, day=day_of(dossier))
    return LawSight(slug, dossier, catalogue, language, found, record_names(dossier, dossier.activities))


def resting_links(law: LawSight, key: UUID) -> tuple[Link, ...]:
    """What rests on a reading or a position, each leading to its record, with who said so and what for."""
    return tuple(
        Link(
            label=law.names.get(each.subject_id, _("a record that is gone")), url=record_page(law, each), note=_by(each)
        )
        for each in law.readings.resting_on(key)
    )


def record_page(law: LawSight, reliance: Reliance) -> str:
    """The page of the record that rests on something; that of the law where the record is gone."""
    if reliance.subject_id not in law.names:
        return reverse("desk:readings", args=[law.slug])
    return reverse(PAGES[reliance.subject_kind], args=[law.slug, reliance.subject_id])


def resting_choices(law: LawSight, keys: Iterable[UUID], may: Callable[[Record], bool]) -> list[tuple[UUID, str]]:
    """What rests on these and may be looked at again by this person, as it is ticked."""
    return [
        (each.id, " · ".join(filter(None, (law.names.get(each.subject_id, ""), short(each.note)))))
        for key in keys
        for each in law.readings.resting_on(key)
        if may((each.subject_kind, each.subject_id))
    ]


def records_to_choose(dossier: Dossier, may: Callable[[Record], bool]) -> Groups:
    """The records that this person may let rest on something, by kind."""
    kinds: Mapping[tuple[str, str], Sequence[tuple[UUID, str]]] = {
        ("activity", _("Processing activities")): [(each.id, each.name) for each in dossier.activities],
        ("agreement", _("Agreements")): [(each.id, each.name) for each in dossier.agreements],
        ("system", _("Systems")): [(each.id, each.name) for each in dossier.systems],
        ("measure", _("Measures")): [(each.id, each.name) for each in dossier.measures],
    }
    return {
        label: [((kind, key), name) for key, name in found if may((kind, key))]
        for (kind, label), found in kinds.items()
    }


def readings_to_choose(law: LawSight, may: Callable[[Record], bool]) -> Mapping[str, Sequence[tuple[Record, str]]]:
    """The readings that hold, for a decision that one of them rests on."""
    held = (each for each in law.dossier.interpretations if each.holds_on(law.readings.day))
    named = ((("interpretation", each.id), f"{law.norm(each.norm)}: {short(each.reading)}") for each in held)
    return {_("Readings of open norms"): [(record, name) for record, name in named if may(record)]}


def standing_badge(standing: Standing) -> Badge:
    """How it stands with what a record rests on, in a word and a shape."""
    word, tone, shape = {
        Standing.HOLDS: (pgettext("reading", "Holds"), Tone.GOOD, Shape.CHECK),
        Standing.DIFFERS: (pgettext("reading", "Differs"), Tone.ATTENTION, Shape.CLASH),
        Standing.ENDED: (pgettext("reading", "Holds no longer"), Tone.ATTENTION, Shape.CLOCK),
        Standing.OVERTAKEN: (pgettext("position", "Overtaken"), Tone.ATTENTION, Shape.CLOCK),
    }[standing]
    return Badge(word=word, tone=tone, shape=shape)


def rests_on(law: LawSight, subject_id: UUID) -> Iterator[tuple[Reliance, Link, Badge]]:
    """What a record rests on: a reading or a position with its page, and how that stands."""
    for each in law.readings.under(subject_id):
        yield each, _ground(law, each), standing_badge(law.readings.standing_of(each))


def _ground(law: LawSight, reliance: Reliance) -> Link:
    if reliance.interpretation_id:
        reading = law.readings.interpretations[reliance.interpretation_id]
        page = reverse("desk:interpretation", args=[law.slug, reading.id])
        return Link(label=f"“{law.norm(reading.norm)}”: {reading.reading}", url=page, note=reliance.note)
    assert reliance.position_id  # noqa: S101  # one of the two is there
    matter, position = law.readings.matters[reliance.position_id], law.readings.position(reliance.position_id)
    assert position  # noqa: S101  # its matter holds it
    told = {"matter": matter.title, "holder": name_of(position.holder), "day": day(position.stated_on)}
    label = _("%(matter)s: %(holder)s, %(day)s") % told
    page = reverse("desk:position", args=[law.slug, position.id])
    return Link(label=label, url=page, note=reliance.note)


def short(text: str) -> str:
    """The beginning of own words."""
    return Truncator(text.strip()).chars(LENGTH)


def _by(reliance: Reliance) -> str:
    when = date_format(localtime(reliance.recorded_at), "j F Y")
    told = _("recorded by %(person)s on %(day)s") % {"person": reliance.recorded_by, "day": when}
    return f"{reliance.note.strip().rstrip('.')}; {told}" if reliance.note.strip() else told


def grounds_to_choose(law: LawSight) -> Mapping[str, Sequence[tuple[UUID, str]]]:
    """What a record can rest on: the readings that hold, and every position."""
    held = [each for each in law.dossier.interpretations if each.holds_on(law.readings.day)]
    stated = [(matter, each) for matter in law.dossier.matters for each in reversed(matter.positions)]
    return {
        _("Readings of open norms"): [(each.id, f"{law.norm(each.norm)}: {short(each.reading)}") for each in held],
        _("Positions on contested law"): [
            (each.id, f"{matter.title}: {name_of(each.holder)}, {day(each.stated_on)}") for matter, each in stated
        ],
    }


def grounds_table(law: LawSight, subject_id: UUID) -> Table | None:
    """What a record rests on, with the way to say that it does no longer; None where it rests on nothing."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=link.label, url=link.url, note=link.note),
                Cell(badge=badge),
                Cell(text=_("It rests on this no longer"), url=reverse("desk:reliance-end", args=[law.slug, each.id])),
            )
        )
        for each, link, badge in rests_on(law, subject_id)
    )
    if not rows:
        return None
    labels = (_("Rests on"), _("State"), pgettext("column", "Change"))
    return Table(caption=_("What this rests on"), caption_hidden=True, columns=tuple(map(_column, labels)), rows=rows)


def _column(label: str) -> Column:
    return Column(label=label)
