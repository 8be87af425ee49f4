"""What Today tells beside what is everybody's: the executive's ten lines, advice without answer, proofs."""

from collections.abc import Callable, Iterable, Iterator, Set
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
from gemeentedossier.desk.presenters.today import Matter, Waiting, untold
from gemeentedossier.desk.presenters.today_own import matter_of
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.engine.advice import AdviceOn, GivenAdvice, advices_of
from gemeentedossier.method.enums import DutyKind, DutyState
from gemeentedossier.organisation.enums import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Waiting):
    """A line with its look."""

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


def blocks_for(agenda: Agenda, waiting: Iterable[Waiting], *, told: Set[Matter]) -> tuple[Block, ...]:
    """What a role is told apart, but for what was ``told`` above; nothing for a role that works in the lists."""
    roles = frozenset(agenda.actor.roles)
    made: tuple[tuple[Role, str, str, Callable[[], Iterator[Line]]], ...] = (
        (Role.EXECUTIVE, "decide", _("To decide and to know"), lambda: _executive(agenda, waiting)),
        (Role.DATA_PROTECTION_OFFICER, "advice", _("Your advice"), lambda: _officer(agenda)),
        (Role.AUDITOR, "proofs", _("To examine"), lambda: _auditor(agenda)),
    )
    found = (
        Block(anchor=anchor, title=title, lines=untold(lines(), told))
        for role, anchor, title, lines in made
        if role in roles
    )
    return tuple(each for each in found if each.lines)


def _executive(agenda: Agenda, waiting: Iterable[Waiting]) -> Iterator[Line]:
    for each in waiting:
        yield Line(sentence=each.sentence, names=each.names, about=each.about, shape=Shape.HALF)
    if late := [each for each in agenda.duties if each.is_legal and agenda.state(each) is DutyState.OVERDUE]:
        told = ngettext("%(count)s term of the law is past", "%(count)s terms of the law are past", len(late))
        asked = urlencode({"state": DutyState.OVERDUE.value, "term": OF_LAW, "whose": "everybody"})
        url = f"{reverse('desk:agenda', args=[agenda.slug])}?{asked}"
        yield Line(
            sentence=Link(label=told % {"count": len(late)}, url=url),
            about=frozenset(map(matter_of, late)),
            tone=Tone.ALARM,
            shape=Shape.CROSS,
        )
    if open_ones := unanswered(agenda):
        told = ngettext(
            "%(count)s advice of the data protection officer has no answer yet",
            "%(count)s pieces of advice of the data protection officer have no answer yet",
            len(open_ones),
        )
        url = f"{reverse('desk:advices', args=[agenda.slug])}?state=open"
        yield Line(
            sentence=Link(label=told % {"count": len(open_ones)}, url=url),
            about=frozenset(map(_answer_to, open_ones)),
            shape=Shape.HOLLOW,
        )


def _officer(agenda: Agenda) -> Iterator[Line]:
    for each in unanswered(agenda):
        link = Link(label=_("No answer yet: %(about)s") % {"about": each.name}, url=advice_url(each, agenda.slug))
        yield Line(sentence=link, about=frozenset({_answer_to(each)}))


def _answer_to(advice: GivenAdvice) -> Matter:
    """The term by which an advice is answered; that on an impact assessment has one of its own room."""
    on_assessment = advice.on is AdviceOn.ASSESSMENT
    return advice.record_id, AssessmentTermKind.ADVICE_ANSWER if on_assessment else DutyKind.ANSWER_ADVICE


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
        yield Line(sentence=link, tone=Tone.QUIET, shape=Shape.CHECK)


def unanswered(agenda: Agenda) -> tuple[GivenAdvice, ...]:
    """The officer's advice that nobody answered, wherever it was given, the oldest first."""
    return tuple(each for each in reversed(advices_of(agenda.seen.dossier)) if each.answered_at is None)
