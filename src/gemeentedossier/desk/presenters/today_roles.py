"""What Today tells beside what is everybody's: the executive's ten lines, advice without answer, proofs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.agenda import OF_LAW, Agenda
from gemeentedossier.desk.presenters.officer_advice import advice_url
from gemeentedossier.desk.presenters.today import Waiting
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.engine.advice import advices_of
from gemeentedossier.method.enums import DutyState
from gemeentedossier.organisation.enums import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that leads to its cases; ``names`` are the first of them."""

    link: Link
    names: tuple[Link, ...] = ()
    tone: Tone = Tone.ATTENTION
    shape: Shape = Shape.CLOCK


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A few lines under a heading."""

    anchor: str
    title: str
    lines: tuple[Line, ...]


def security_lots(lots: Iterable[Lot]) -> tuple[Lot, ...]:
    """What was found of security."""
    return tuple(each for each in lots if each.rule.part is Part.B)


def blocks_for(agenda: Agenda, waiting: Iterable[Waiting]) -> tuple[Block, ...]:
    """What a role is told apart; nothing for a role that works in the lists themselves."""
    roles = frozenset(agenda.actor.roles)
    made = []
    if Role.EXECUTIVE in roles:
        made.append(Block(anchor="decide", title=_("To decide and to know"), lines=tuple(_executive(agenda, waiting))))
    if Role.DATA_PROTECTION_OFFICER in roles:
        made.append(Block(anchor="advice", title=_("Your advice"), lines=tuple(_officer(agenda))))
    if Role.AUDITOR in roles:
        made.append(Block(anchor="proofs", title=_("To examine"), lines=tuple(_auditor(agenda))))
    return tuple(each for each in made if each.lines)


def _executive(agenda: Agenda, waiting: Iterable[Waiting]) -> Iterator[Line]:
    for each in waiting:
        yield Line(link=each.sentence, names=each.names, shape=Shape.HALF)
    if late := sum(each.is_legal and agenda.state(each) is DutyState.OVERDUE for each in agenda.duties):
        told = ngettext("%(count)s term of the law is past", "%(count)s terms of the law are past", late)
        asked = urlencode({"state": DutyState.OVERDUE.value, "term": OF_LAW, "whose": "everybody"})
        url = f"{reverse('desk:agenda', args=[agenda.slug])}?{asked}"
        yield Line(link=Link(label=told % {"count": late}, url=url), tone=Tone.ALARM, shape=Shape.CROSS)
    if open_ones := unanswered(agenda):
        told = ngettext(
            "%(count)s advice of the data protection officer has no answer yet",
            "%(count)s pieces of advice of the data protection officer have no answer yet",
            len(open_ones),
        )
        yield Line(
            link=Link(
                label=told % {"count": len(open_ones)}, url=reverse("desk:advices", args=[agenda.slug]) + "?state=open"
            ),
            shape=Shape.HOLLOW,
        )


def _officer(agenda: Agenda) -> Iterator[Line]:
    for each in unanswered(agenda):
        yield Line(link=Link(label=_("No answer yet: %(about)s") % {"about": each.label}, url=each.url))


def _auditor(agenda: Agenda) -> Iterator[Line]:
    places = (
        ("ledger", _("Prove that the history is untouched, and verify one entry")),
        ("coverage", _("How far each rule is met, as a workbook too")),
        ("evidence", _("The evidence, with what it shows and until when")),
        ("exchange", _("Take the whole dossier along as a file")),
        ("documents", _("The documents, each sentence with its source")),
    )
    for name, told in places:
        link = Link(label=told, url=reverse(f"desk:{name}", args=[agenda.slug]))
        yield Line(link=link, tone=Tone.QUIET, shape=Shape.CHECK)


def unanswered(agenda: Agenda) -> tuple[Link, ...]:
    """The officer's advice that nobody answered, wherever it was given, the oldest first; each leads to its page."""
    return tuple(
        Link(label=each.name, url=advice_url(each, agenda.slug))
        for each in reversed(advices_of(agenda.seen.dossier))
        if each.answered_at is None
    )
