"""The security sheet of an activity, and the pages of a system and a measure, in sections."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.subjects.secured import Secured
from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.security import SecurityAspect, SecurityLevel
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, answer, day, listing
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.evidence import piece_url, standing
from gemeentedossier.desk.presenters.security import effect_badge, in_short, levels_of, state_badge, table, used_by
from gemeentedossier.dossier.assets.enums import Effect
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.inherited import InheritedLevel
from gemeentedossier.dossier.security.facts import AccessRight
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is needed to show how something is secured."""

    slug: str
    dossier: Dossier
    catalogue: Catalogue
    today: dt.date
    words: Words

    def level(self, aspect: SecurityAspect, number: int | None) -> SecurityLevel | None:
        """What the catalogue says of a level."""
        levels = self.catalogue.security_levels.values()
        return next((each for each in levels if each.aspect is aspect and each.level == number), None)

    def activities(self, keys: tuple[UUID, ...]) -> Iterator[Activity]:
        """The activities with these keys."""
        return (each for each in self.dossier.activities if each.id in keys)


def levels_table(sheet: Sheet, secured: Secured) -> Table | None:
    """The levels of an activity, what others then suffer, and why."""
    found = secured.classification
    if found is None:
        return None
    read, rows = sheet.words.language, []
    for aspect, number in found.levels.items():
        known = sheet.level(aspect, number)
        text = f"{number}. {known.name.in_language(read)}" if known else pgettext("security", "not classified yet")
        harm = known.harm.in_language(read) if known else ""
        cells = (Cell(text=name_of(aspect)), Cell(text=text, note=harm), Cell(text=found.reasons[aspect]))
        rows.append(Row(cells=cells))
    return table(_("Levels"), (_("Aspect"), pgettext("security", "Level"), _("Why")), tuple(rows))


def asked_table(sheet: Sheet, secured: Secured) -> Table | None:
    """What the levels ask, and whether a measure that counts brings it about."""
    found = secured.classification
    if found is None:
        return None
    asked: dict[str, list[str]] = {}
    for aspect, number in found.levels.items():
        known = sheet.level(aspect, number)
        for effect in known.asks if known else ():
            asked.setdefault(effect, []).append(f"{name_of(aspect)} {number}")
    rows = tuple(
        Row(
            cells=(
                Cell(text=name_of(Effect(each))),
                Cell(text=", ".join(because)),
                Cell(badge=_has(truth=secured.has(Effect(each)))),
            )
        )
        for each, because in asked.items()
    )
    return table(_("What the levels ask"), (_("What is asked"), _("By"), _("In effect")), rows)


def _has(*, truth: bool | None) -> Badge:
    if truth is None:
        return Badge(word=answer(None), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if truth:
        return Badge(word=_("In effect"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Lacks"), tone=Tone.ATTENTION, shape=Shape.CROSS)


def matrix_table(sheet: Sheet, activity: Activity) -> Table | None:
    """Who may see what for what."""
    purposes = {each.id: each.text for each in activity.purposes}
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.function, note=each.reason),
                Cell(text=purposes.get(each.purpose_id, "") if each.purpose_id else _("All purposes")),
                Cell(text=listing([*sheet.words.categories(DataCategory, each.data_categories), *each.data_own])),
                Cell(text=answer(each.may_change)),
            )
        )
        for each in sheet.dossier.access_rules
        if each.activity_id == activity.id
    )
    return table(_("Access matrix"), (_("Function"), _("Purpose"), _("Data"), _("May change them")), rows)


def rights_table(sheet: Sheet, secured: Secured) -> Table | None:
    """The rights that somebody found in systems."""
    systems = {each.id: each.name for each in sheet.dossier.systems}
    rows = tuple(
        Row(
            cells=(
                Cell(text=right.holder, note=right.function),
                Cell(text=systems.get(right.system_id, "")),
                Cell(text=day(right.seen_on)),
                _judged_right(right, within, sheet.today),
            )
        )
        for right, within in secured.rights
    )
    return table(_("Rights that were found"), (_("Account or group"), _("System"), _("Seen on"), _("Judgement")), rows)


def _judged_right(right: AccessRight, within: bool | None, today: dt.date) -> Cell:  # noqa: FBT001 - may be unknown
    """Whether the right should be there: an account that outlives its role never looks in order."""
    ended = right.role_ended_on
    if right.account_active and ended and ended < today:
        lives = Badge(word=_("Account outlives the role"), tone=Tone.ALARM, shape=Shape.CROSS)
        return Cell(badge=lives, note=_("The role ended on %(day)s.") % {"day": day(ended)})
    return Cell(badge=_within(truth=within))


def _within(*, truth: bool | None) -> Badge:
    if truth is None:
        return Badge(word=_("No matrix yet"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    if truth:
        return Badge(word=_("Within the task"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=_("Outside the task"), tone=Tone.ALARM, shape=Shape.CROSS)


def means_table(sheet: Sheet, activity: Activity) -> Table | None:
    """The systems and measures of the activity."""
    rows = [
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:system", args=[sheet.slug, each.id]), note=_("System")),
                Cell(text=in_short(levels_of(each, sheet.dossier))),
                Cell(badge=state_badge(each, sheet.today)),
            )
        )
        for each in sheet.dossier.systems
        if each.id in activity.system_ids
    ]
    rows += [
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:measure", args=[sheet.slug, each.id]), note=_("Measure")),
                Cell(text=""),
                Cell(badge=effect_badge(each, sheet.dossier, sheet.today)),
            )
        )
        for each in sheet.dossier.measures
        if each.id in activity.measure_ids
    ]
    return table(_("Systems and measures"), (_("Name"), _("Levels"), _("State")), tuple(rows))


def system_said(sheet: Sheet, system: System) -> Iterator[Definition]:
    """What is recorded of a system."""
    suppliers = {each.id: each.name for each in sheet.dossier.parties}
    hours = _("%(hours)s hours")
    yield said(_("What it is used for"), system.description)
    yield said(_("Supplier"), suppliers.get(system.supplier_id, "") if system.supplier_id else "")
    yield said(_("Who answers for it"), system.owner)
    yield said(_("Where the data stand"), system.location)
    yield Definition(term=_("State"), badge=state_badge(system, sheet.today))
    yield said(_("Maintained up to and including"), day(system.supported_until))
    if system.legacy_reason:
        yield said(_("Why it still runs"), system.legacy_reason)
    measured = _("measured on %(day)s") % {"day": day(system.oldest_record_measured_on)}
    yield said(_("Oldest record"), f"{day(system.oldest_record_on)}, {measured}" if system.oldest_record_on else "")
    reviewed = _("gone through on %(day)s") % {"day": day(system.accounts_reviewed_on)}
    counted = "" if system.accounts is None else str(system.accounts)
    yield said(_("Accounts"), counted, reviewed if system.accounts_reviewed_on else "")
    yield said(_("Back within"), "" if system.recovery_hours is None else hours % {"hours": system.recovery_hours})
    yield said(_("Work that may be lost"), "" if system.loss_hours is None else hours % {"hours": system.loss_hours})
    yield said(_("How people are helped meanwhile"), system.fallback)
    yield said(_("Recovery tried on"), day(system.recovery_tested_on))


def inherited_table(sheet: Sheet, system: System) -> Table | None:
    """The levels of a system: what it inherits, of which activities, and what somebody decided."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=name_of(each.aspect)),
                Cell(text=str(each.level) if each.level else pgettext("security", "not classified yet")),
                Cell(text=_from(each, sheet), note=_open(each)),
                Cell(text=f"{each.departure.decided_by}: {each.departure.reason}" if each.departure else ""),
            )
        )
        for each in levels_of(system, sheet.dossier)
    )
    labels = (_("Aspect"), pgettext("security", "Level"), _("Inherited of"), _("Departure and why"))
    return table(_("Levels"), labels, rows)


def _from(level: InheritedLevel, sheet: Sheet) -> str:
    if level.inherited is None:
        return ""
    names = [each.name for each in sheet.activities(level.from_activities)]
    more = len(names) - 2
    told = [*names[:2], *([_("%(count)s more") % {"count": more}] if more > 0 else [])]
    return f"{level.inherited}: {listing(told)}"


def _open(level: InheritedLevel) -> str:
    return _("%(count)s activities have no level yet") % {"count": level.unclassified} if level.unclassified else ""


def users(sheet: Sheet, system: System) -> tuple[Link, ...]:
    """The activities that use the system, as links to their security sheets."""
    found = used_by(system, sheet.dossier)
    return tuple(Link(label=e.name, url=reverse("desk:activity-security", args=[sheet.slug, e.id])) for e in found)


def measure_said(sheet: Sheet, measure: Measure) -> Iterator[Definition]:
    """What is recorded of a measure."""
    numbers = {m.number: c.name for c in sheet.catalogue.security_controls.values() for m in c.measures}
    numbers |= {each.number: each.name for each in sheet.catalogue.security_controls.values()}
    read = sheet.words.language
    yield said(_("What it is"), measure.description)
    yield said(_("Who answers for it"), measure.owner)
    yield said(_("State"), name_of(measure.state) if measure.state else "")
    yield Definition(term=_("Counts"), badge=effect_badge(measure, sheet.dossier, sheet.today))
    yield said(
        _("BIO2 1.3"), *(f"{each} {numbers[each].in_language(read)}" for each in measure.baseline if each in numbers)
    )
    yield said(_("What it brings about"), listing([name_of(each) for each in measure.effects]))
    yield said(_("How one sees that it works"), measure.indicator)
    seen = f"{measure.result} ({day(measure.measured_on)})" if measure.result else ""
    yield said(_("What was seen"), seen)
    if measure.repeated_incident_on:
        yield said(_("The same happened again on"), day(measure.repeated_incident_on))


def shown_table(sheet: Sheet, measure: Measure) -> Table | None:
    """The evidence that shows a measure."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=piece.title, url=piece_url(sheet.slug, piece.id)),
                Cell(badge=standing(piece, sheet.today)),
                Cell(text=day(piece.valid_until) if piece.valid_until else _("no end")),
            )
        )
        for piece in sheet.dossier.evidence
        if piece.id in measure.evidence_ids
    )
    return table(_("Evidence"), (_("Evidence"), _("State"), _("Valid until")), rows)
