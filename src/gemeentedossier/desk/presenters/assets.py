"""The pages of a system and a measure: what is recorded, what is inherited, and what shows that it works."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Cell, Definition, Link, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day, listing
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.evidence import piece_url, standing
from gemeentedossier.desk.presenters.security import effect_badge, levels_of, state_badge, table, used_by, why_not
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.security.engine.inherited import InheritedLevel
from gemeentedossier.foundation.addresses import reverse


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
    why = why_not(measure, sheet.dossier, sheet.today)
    texts = (why,) if why else ()
    yield Definition(term=_("Counts"), badge=effect_badge(measure, sheet.dossier, sheet.today), texts=texts)
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
