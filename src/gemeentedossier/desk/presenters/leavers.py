"""What is still on the name of who left: numbers for who arranges people, the records for who reads the dossier."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Cell, Column, EmptyState, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, language
from gemeentedossier.desk.presenters.today import Waiting
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.actions.handing_over import HAND_OVER
from gemeentedossier.method.engine.leavers import leavers_of
from gemeentedossier.method.enums import HeldKind
from gemeentedossier.method.facts import Held, Leaver
from gemeentedossier.organisation.permissions import can

NAMED = 3
_PAGES: Mapping[HeldKind, str] = {
    HeldKind.ACTIVITY: "activity",
    HeldKind.AGREEMENT: "agreement",
    HeldKind.SYSTEM: "system",
    HeldKind.MEASURE: "measure",
    HeldKind.TOOL: "tool",
    HeldKind.CLAUSE: "clause",
    HeldKind.LOG_PLAN: "log-review",
    HeldKind.SECURITY_RISK: "risk",
    HeldKind.TREATMENT: "assessment",
    HeldKind.BREACH_MEASURE: "breach",
    HeldKind.REQUEST: "request",
    HeldKind.SEARCH: "request",
    HeldKind.EVIDENCE: "evidence-piece",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaverPart:
    """One leaver on the page of all: since when, and how much of what; ``step`` leads to the records themselves."""

    anchor: str
    name: str
    since: str
    table: Table
    step: Action | None


def leavers_title() -> str:
    """What the page of all is called."""
    return _("Without accountable person")


def leaver_parts(found: Iterable[Leaver], actor: Actor, slug: str) -> tuple[LeaverPart, ...]:
    """Each leaver with numbers; who reads the dossier gets the way to the records."""
    return tuple(
        LeaverPart(
            anchor=f"leaver-{each.person.id}",
            name=each.person.name,
            since=since(each),
            table=_numbers(each),
            step=_step(each, actor, slug),
        )
        for each in found
    )


def since(leaver: Leaver) -> str:
    """Since when they do not work here, in a sentence."""
    if leaver.until is None:
        return _("Does not work for the municipality.")
    return _("The last role ended on %(day)s.") % {"day": day(leaver.until)}


def nobody_left() -> EmptyState:
    """That all is well, and what would stand here."""
    return EmptyState(
        title=_("Nothing is in the name of somebody who left"),
        belongs=_(
            "Here stands everything of which the accountable person does not work here any more, until a colleague is."
        ),
        reason=_("The municipality must be able to show that the law is followed, so somebody must answer for it."),
    )


def told_leavers(found: Sequence[Leaver]) -> str:
    """How much is on the name of how many, in words."""
    records = sum(len(each.held) for each in found)
    told = ngettext(
        "%(count)s record is in the name of somebody who left",
        "%(count)s records are in the name of somebody who left",
        records,
    )
    return told % {"count": records}


def leavers_waiting(dossier: Dossier, *, actor: Actor, today: dt.date, slug: str) -> tuple[Waiting, ...]:
    """What waits for another accountable person, as one line, for who can hand it over; nothing where nothing does."""
    found = leavers_of(dossier, on=today) if can(actor, HAND_OVER) else ()
    if not found:
        return ()
    names = tuple(Link(label=each.person.name, url=leaver_url(each, slug)) for each in found[:NAMED])
    url = names[0].url if len(found) == 1 else reverse("desk:leavers", args=[slug])
    return (Waiting(sentence=Link(label=told_leavers(found), url=url), names=names),)


def leaver_url(leaver: Leaver, slug: str) -> str:
    """The page of the records of one leaver."""
    return reverse("desk:leaver", args=[slug, leaver.person.id])


def held_table(held: Iterable[Held], slug: str, catalogue: Catalogue) -> Table:
    """The records, each with its page."""
    return Table(
        caption=_("What is on this name"),
        caption_hidden=True,
        columns=(Column(label=pgettext("of a record", "What it is called")), Column(label=_("What it is"))),
        rows=tuple(
            Row(cells=(Cell(text=_name(each, catalogue), url=held_url(each, slug)), Cell(text=kind_name(each.kind))))
            for each in held
        ),
    )


def held_labels(held: Iterable[Held], slug: str, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The records to choose from: by key, with what it is and its page."""
    shown = '{}: <a class="nl-link" href="{}">{}</a>'
    return [
        (each.key, format_html(shown, kind_name(each.kind), held_url(each, slug), _name(each, catalogue)))
        for each in held
    ]


def preview_table(held: Iterable[Held], catalogue: Catalogue, *, now: str, then: str) -> Table:
    """What each record says now of its accountable person, and what it will say."""
    columns = (pgettext("of a record", "What it is called"), _("What it is"), _("Accountable now"), _("Becomes"))
    return Table(
        caption=_("What changes"),
        caption_hidden=True,
        columns=tuple(Column(label=label) for label in columns),
        rows=tuple(
            Row(cells=tuple(Cell(text=text) for text in (_name(each, catalogue), kind_name(each.kind), now, then)))
            for each in held
        ),
    )


def held_url(held: Held, slug: str) -> str:
    """The page of the record."""
    if held.kind is HeldKind.STEP:
        return reverse("desk:method-step", args=[slug, held.place])
    return reverse(f"desk:{_PAGES[held.kind]}", args=[slug, held.record_id])


def kind_name(kind: HeldKind) -> str:
    """What one of the kind is called."""
    return {
        HeldKind.ACTIVITY: pgettext("accountable for", "Processing activity"),
        HeldKind.AGREEMENT: pgettext("accountable for", "Agreement"),
        HeldKind.SYSTEM: pgettext("accountable for", "System"),
        HeldKind.MEASURE: pgettext("accountable for", "Security measure"),
        HeldKind.TOOL: pgettext("accountable for", "Digital tool"),
        HeldKind.CLAUSE: pgettext("accountable for", "Clause of policy"),
        HeldKind.LOG_PLAN: pgettext("accountable for", "Looking at a log"),
        HeldKind.SECURITY_RISK: pgettext("accountable for", "Security risk"),
        HeldKind.TREATMENT: pgettext("accountable for", "Measure of a DPIA"),
        HeldKind.BREACH_MEASURE: pgettext("accountable for", "Measure after a breach"),
        HeldKind.REQUEST: pgettext("accountable for", "Request of a data subject"),
        HeldKind.SEARCH: pgettext("accountable for", "Search for a request"),
        HeldKind.EVIDENCE: pgettext("accountable for", "Evidence"),
        HeldKind.STEP: pgettext("accountable for", "Step of the method"),
    }[kind]


def _name(held: Held, catalogue: Catalogue) -> str:
    if held.kind is not HeldKind.STEP:
        return held.name
    steps = {each.id: each.name.in_language(language()) for each in catalogue.method_steps}
    return steps.get(held.place, held.name)


def _numbers(leaver: Leaver) -> Table:
    return Table(
        caption=_("How much is on this name"),
        caption_hidden=True,
        columns=(Column(label=_("What it is")), Column(label=pgettext("how many", "Number"), numeric=True)),
        rows=tuple(Row(cells=(Cell(text=kind_name(kind)), Cell(text=str(number)))) for kind, number in leaver.counts),
    )


def _step(leaver: Leaver, actor: Actor, slug: str) -> Action | None:
    if not can(actor, "desk.view_home"):
        return None
    label = _("Hand over…") if can(actor, HAND_OVER) else _("See the records")
    return Action(label=label, url=leaver_url(leaver, slug), weight=Weight.SECONDARY)
