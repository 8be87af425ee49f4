"""The security sheet of one purpose: what is used for it, what protects that, and who may see it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.design.enums import Shape, Tone, Weight
from gemeentedossier.design.parts import Action, Badge, Cell, Definition, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day, listing
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.security import effect_badge, levels_of, state_badge, table, why_not
from gemeentedossier.desk.presenters.security_sheet import Sheet
from gemeentedossier.desk.presenters.uses import levels_asking
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.register.facts import Activity, Purpose
from gemeentedossier.dossier.security.engine.inherited import InheritedLevel
from gemeentedossier.foundation.addresses import reverse


def purpose_url(slug: str, activity: Activity, purpose: Purpose, anchor: str = "") -> str:
    """The security sheet of a purpose, at one of its sections."""
    page = reverse("desk:purpose-security", args=[slug, activity.id, purpose.id])
    return f"{page}#{anchor}" if anchor else page


def paper_url(slug: str, activity: Activity, purpose: Purpose) -> str:
    """The security sheet of a purpose on paper."""
    return reverse("desk:purpose-security-text", args=[slug, activity.id, purpose.id])


def sheet_files(slug: str, activity: Activity, purpose: Purpose, *, language: str) -> tuple[Action, ...]:
    """A button per form of the paper."""
    return tuple(
        Action(
            label=form.value.upper(),
            url=f"{reverse('desk:purpose-security-file', args=[slug, activity.id, purpose.id, form.value])}"
            f"?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)
    )


def purposes_table(sheet: Sheet, activity: Activity) -> Table | None:
    """The purposes of an activity, each leading to its sheet, with who has access and what was found in systems."""
    lines = [each for each in sheet.dossier.access_rules if each.activity_id == activity.id]
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.text, url=purpose_url(sheet.slug, activity, each)),
                _functions(list(dict.fromkeys(line.function for line in lines if line.opens(each.id)))),
            )
        )
        for each in activity.purposes
    )
    return table(_("Security sheets"), (_("Purpose"), _("Who has access")), rows)


def _functions(names: list[str]) -> Cell:
    if names:
        return Cell(text=listing(names))
    return Cell(badge=Badge(word=_("Nobody recorded who"), tone=Tone.OPEN, shape=Shape.HOLLOW))


def used_for(sheet: Sheet, activity: Activity, purpose: Purpose) -> Iterator[Definition]:
    """Which data of whom are used for the purpose."""
    uses = [each for each in activity.data_uses if not each.purpose_ids or purpose.id in each.purpose_ids]
    words = sheet.words
    data = [
        name
        for use in uses
        for name in (*words.categories(DataCategory, use.data_categories), *use.data_categories_own)
    ]
    people = [
        name
        for use in uses
        for name in (*words.categories(SubjectCategory, use.subject_categories), *use.subject_categories_own)
    ]
    yield said(_("Data"), listing(dict.fromkeys(data)))
    yield said(_("People"), listing(dict.fromkeys(people)))


def systems_of(sheet: Sheet, activity: Activity) -> Table | None:
    """The systems that the activity runs on with their levels: inherited, or decided otherwise and why."""
    rows = tuple(
        Row(
            cells=(
                _system(sheet, each),
                *(_level(level) for level in levels_of(each, sheet.dossier)),
            )
        )
        for each in sheet.dossier.systems
        if each.id in activity.system_ids
    )
    labels = (_("System"), _("Availability"), _("Integrity"), _("Confidentiality"))
    return table(_("Systems"), labels, rows)


def _system(sheet: Sheet, system: System) -> Cell:
    """The system with where it stands in its life: a badge only where that asks attention."""
    state, url = state_badge(system, sheet.today), reverse("desk:system", args=[sheet.slug, system.id])
    if state.tone is not Tone.QUIET:
        return Cell(text=system.name, url=url, badge=state, note=_support(system))
    return Cell(text=system.name, url=url, note=" · ".join(filter(None, (str(state.word), _support(system)))))


def _level(level: InheritedLevel) -> Cell:
    """The level that holds, and whether it follows from the activities or somebody decided on it."""
    told = str(level.level) if level.level else pgettext("security", "not classified yet")
    if level.departure is None:
        return Cell(text=told, note=_("inherited") if level.inherited else "")
    words = {"name": level.departure.decided_by, "reason": level.departure.reason}
    decided = _("decided by %(name)s: %(reason)s") % words
    if not level.is_lowered:
        return Cell(text=told, note=decided)
    words = {"level": told, "inherited": str(level.inherited)}
    lower = Badge(word=_("%(level)s, lower than %(inherited)s") % words, tone=Tone.ATTENTION, shape=Shape.CLASH)
    return Cell(badge=lower, note=decided)


def _support(system: System) -> str:
    if not system.supported_until:
        return ""
    return _("maintained up to and including %(day)s") % {"day": day(system.supported_until)}


def measures_of(sheet: Sheet, activity: Activity) -> Table | None:
    """The measures of the activity: whether they count, by which evidence, and which level asks them."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=each.name, url=reverse("desk:measure", args=[sheet.slug, each.id])),
                Cell(
                    badge=effect_badge(each, sheet.dossier, sheet.today),
                    note=why_not(each, sheet.dossier, sheet.today),
                ),
                _shown_by(sheet, each),
                Cell(
                    text=listing(levels_asking(sheet, each, activity)) or _("No level asks it"),
                    note=listing(name_of(effect) for effect in each.effects),
                ),
            )
        )
        for each in sheet.dossier.measures
        if each.id in activity.measure_ids
    )
    return table(_("Measures"), (_("Measure"), _("Counts"), _("Evidence"), _("Asked by")), rows)


def _shown_by(sheet: Sheet, measure: Measure) -> Cell:
    """The evidence that stands longest, with how many pieces there are besides it."""
    pieces = [piece for piece in sheet.dossier.evidence if piece.id in measure.evidence_ids]
    standing = sorted((each for each in pieces if each.stands_on(sheet.today)), key=_last_day, reverse=True)
    chosen = [*standing, *(each for each in pieces if each not in standing)]
    if not chosen:
        return Cell(badge=Badge(word=_("No evidence"), tone=Tone.OPEN, shape=Shape.HOLLOW))
    first, others = chosen[0], len(chosen) - 1
    until = _("until %(day)s") % {"day": day(first.valid_until)} if first.valid_until else _("no end")
    more = ngettext("and one more piece", "and %(number)s more pieces", others) % {"number": others} if others else ""
    url = reverse("desk:evidence-piece", args=[sheet.slug, first.id])
    return Cell(text=first.title, url=url, note=" · ".join(filter(None, (until, more))))


def _last_day(piece: Evidence) -> str:
    return piece.valid_until.isoformat() if piece.valid_until else "9999"
