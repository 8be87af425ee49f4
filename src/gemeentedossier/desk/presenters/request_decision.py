"""What is decided on a request: the grounds there are, each part, the officer's advice, and what is open before it."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts.requests import RequestRefusal
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Definition, Row, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import day, doubt_of, listing
from gemeentedossier.desk.presenters.agreement import said
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.requests.engine.grounds import never_for, refusals_for
from gemeentedossier.dossier.requests.engine.questions import AFTERWARDS, left_open, questions_for
from gemeentedossier.dossier.requests.enums import RequestQuestion
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, DecisionPart
from gemeentedossier.foundation.clock import AMSTERDAM

LIMITS = frozenset({"uavg-41", "uavg-44", "uavg-45", "uavg-47", "rights-of-others"})
"""Grounds that people reach for; where a right cannot be refused on one, that is said."""


def parts_table(sight: RequestSight, request: DataSubjectRequest, *, opens: bool) -> Table | None:
    """Each part with what is decided about it, why and on which ground; ``opens`` where it can be written."""
    labels = (_("Part"), _("Decision"), _("Ground"), _("Why"))
    rows = tuple(
        Row(
            cells=(
                Cell(
                    text=part.what,
                    url=sight.url("request-part", request.id, part.id) if opens else "",
                ),
                Cell(badge=granted_badge(part)),
                Cell(text=ground_of(part, sight), note=part.provision),
                Cell(text=part.reason),
            )
        )
        for part in request.parts
    )
    return table(_("Decision"), labels, rows)


def granted_badge(part: DecisionPart) -> Badge:
    """Whether a part is granted."""
    if part.granted:
        return Badge(word=pgettext("decision", "Granted"), tone=Tone.GOOD, shape=Shape.CHECK)
    return Badge(word=pgettext("decision", "Refused"), tone=Tone.NOTE, shape=Shape.CROSS)


def ground_of(part: DecisionPart, sight: RequestSight) -> str:
    """The ground for refusing, with its article."""
    found = sight.catalogue.entries_of(RequestRefusal).get(part.refusal)
    if found is None:
        return part.refusal
    point = f", {part.point}" if part.point else ""
    return f"{refusal_name(found, sight.words.language)} ({sight.cited(found.law[:1])}{point})"


def refusal_name(refusal: RequestRefusal, language: str) -> str:
    """What a ground for refusing is called; what is not verified says so."""
    name, doubt = refusal.name.in_language(language), doubt_of(refusal.status)
    return f"{name} [{doubt}]" if doubt else name


def decision_said(sight: RequestSight, request: DataSubjectRequest) -> Iterator[Definition]:
    """On what it can be refused, what the officer advised, who decided for which body, and what is open before that."""
    yield _grounds(_("It can be refused on"), refusals_for(sight.catalogue, request.right), sight)
    never = tuple(each for each in never_for(sight.catalogue, request.right) if each.id in LIMITS)
    if never:
        yield _grounds(_("Never on"), never, sight)
    for each in request.advices:
        on = day(each.given_at.astimezone(AMSTERDAM).date())
        told = _("%(advice)s (%(name)s, %(day)s)") % {"advice": each.text, "name": each.given_by, "day": on}
        yield said(_("Advice of the data protection officer"), told)
        yield said(_("What is done with it"), each.answer, missing=_("nobody answered it yet"))
    if request.decided_at:
        moment = request.decided_at.astimezone(AMSTERDAM)
        told = _("%(name)s, on %(day)s") % {"name": request.decided_by, "day": day(moment.date())}
        yield said(_("Decided by"), told)
        yield said(_("Reasoning"), request.decided_because)
    else:
        yield said(_("Decided by"), "", missing=_("nobody yet"))
        yield from _before(sight, request)
    bodies = listing(dict.fromkeys(name for each in sight.activities(request) for name in each.controllers))
    yield said(_("On behalf of"), bodies, missing=_("which body is responsible does not stand with these activities"))


def _before(sight: RequestSight, request: DataSubjectRequest) -> Iterator[Definition]:
    """What is open still; who decides sees it, and decides with it or not."""
    if not request.is_open:
        return
    open_ = tuple(open_before(sight, request))
    if open_:
        badge = Badge(word=_("Not all is done"), tone=Tone.ATTENTION, shape=Shape.HALF)
        yield Definition(term=_("Before you decide"), texts=open_, badge=badge)


def open_before(sight: RequestSight, request: DataSubjectRequest) -> Iterator[str]:
    """What is missing for a decision, in the order of the work, as sentences."""
    if request.identity_method is None and request.answered(RequestQuestion.IDENTITY_DOUBT) is not False:
        yield _("It was not established who asks; without that nobody can decide.")
    unseen = [line.name for line in request.lines if line.found is None]
    if not request.lines:
        yield _("There is no search plan yet.")
    elif unseen:
        yield _("Nobody looked yet in: %(places)s.") % {"places": listing(unseen)}
    asked = questions_for(request, adult_from=sight.adult_from(request))
    left = [each for each in asked if request.answered(each) is None and each not in AFTERWARDS]
    if left:
        told = ngettext(
            "%(count)s question of the checklist has no answer.",
            "%(count)s questions of the checklist have no answer.",
            len(left),
        )
        yield told % {"count": len(left)}
    if not request.parts:
        yield _("No part of the request was granted or refused.")


def open_before_closing(sight: RequestSight, request: DataSubjectRequest) -> Iterator[Definition]:
    """What is open once the answer was sent; who closes the request sees it, and says why where it stays open."""
    if not request.is_open or request.told_on is None:
        return
    left = left_open(request, adult_from=sight.adult_from(request))
    texts = tuple(name_of(each) for each in left)
    texts += () if request.handler_id else (_("Nobody is named who handles it."),)
    if texts:
        badge = Badge(word=_("Not all is done"), tone=Tone.ATTENTION, shape=Shape.HALF)
        yield Definition(term=_("Before you close"), texts=texts, badge=badge)


def _grounds(term: str, refusals: Iterable[RequestRefusal], sight: RequestSight) -> Definition:
    names = (f"{refusal_name(each, sight.words.language)} ({sight.cited(each.law[:1])})" for each in refusals)
    return Definition(term=term, texts=tuple(names))
