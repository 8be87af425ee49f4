"""What the council reads: eight figures in plain words, each with a question for the debate and where it comes from.

Numbers and what everybody may read, and nothing else: no name of a person, a system, a breach or a record that was not
published. So no bar leads to cases here; who may read those has the same figures elsewhere, and is led to them from
what is not in order.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext

from gemeentedossier.assessment.engine.retained import systems_retained
from gemeentedossier.assessment.enums import Retained
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.charts import Bar, Chart
from gemeentedossier.design.parts import Cell, Column, Link, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.desk.presenters.charts import ANSWERS, NOTIFICATIONS
from gemeentedossier.desk.presenters.counted_kinds import ByQuarter, series_of
from gemeentedossier.desk.presenters.coverage import counted
from gemeentedossier.desk.presenters.in_time import Notified
from gemeentedossier.desk.presenters.over_time import LOOKS, OverTime, counts_in, whole
from gemeentedossier.dossier.register.engine.publication import last_published, public_versions
from gemeentedossier.dossier.register.facts import AdoptedVersion
from gemeentedossier.dossier.requests.enums import Answered
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.engine.officer_figures import Figure
from gemeentedossier.method.enums import CountedOutcome

JUDGED = frozenset(Notified) - {Notified.UNJUDGED, Notified.NO_BREACH}
"""Of what was reported, what is a breach for certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One figure: what it says in a sentence, a chart where that tells more, and a question for the debate."""

    anchor: str
    title: str
    number: str
    unit: str
    """What the number is of, in a word or three; empty where there is no number."""
    sentence: str
    question: str
    chart: Chart | None = None
    way: Link | None = None
    """To the very things that are counted, where everybody may read them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSight:
    """What the figures are told from; breaches and requests are counted as in the charts of the desk."""

    municipality: str
    judged: Judged
    today: dt.date
    over_time: OverTime
    figures: tuple[Figure, ...]
    breaches: ByQuarter[Notified]
    requests: ByQuarter[Answered]
    past_unjudged: int
    """Of how many reports the hours of the law passed while nobody judged them."""
    not_in_order_url: str = ""
    """The points that are not in order; empty for who may not read them."""

    def number(self, name: str) -> int:
        """A number of the officer's report."""
        return next(each.number for each in self.figures if each.id == name)


def council_title() -> str:
    """What the page is called."""
    return pgettext("page for the council", "Window for the council")


def indicators(sight: CouncilSight) -> Iterator[Indicator]:
    """The eight figures."""
    yield _asked(sight)
    yield _months(sight)
    yield _breaches(sight)
    yield _requests(sight)
    yield _register(sight)
    yield _assessments(sight)
    yield _advice(sight)
    yield _kept(sight)


def source(sight: CouncilSight) -> str:
    """From where the figures come, as it is said beside a question."""
    told = {"name": sight.municipality, "day": day(sight.today)}
    return _("Source: the privacy dossier of %(name)s, as it was on %(day)s.") % told


def _asked(sight: CouncilSight) -> Indicator:
    now = whole(sight.over_time.now)
    not_met = now.not_met
    told = {"met": counted(now.met), "not_met": counted(not_met), "unknown": counted(now.unknown)}
    return Indicator(
        anchor="asked",
        title=_("Is it in order?"),
        number=counted(not_met),
        unit=pgettext("of a number for the council", "points not in order"),
        sentence=_("Points in order: %(met)s. Not in order: %(not_met)s. Not known: %(unknown)s.") % told,
        question=_("Points that are not in order: %(not_met)s. Which come first, and when are they done?") % told,
        way=_to_what_is_not_in_order(sight, not_met),
        chart=Chart(
            identifier="asked",
            title=_("What is in order in each part"),
            says=_("What nobody knows does not count as good."),
            about=pgettext("council", "Part"),
            series=series_of(_in_order(), LOOKS),
            bars=tuple(Bar(label=_part(part), values=counts_in(found)) for part, found in sight.over_time.now.items()),
            rows=True,
        ),
    )


def _to_what_is_not_in_order(sight: CouncilSight, number: int) -> Link | None:
    if not number or not sight.not_in_order_url:
        return None
    words = ngettext("See this point", "See these %(count)s points", number)
    return Link(label=words % {"count": counted(number)}, url=sight.not_in_order_url)


def _months(sight: CouncilSight) -> Indicator:
    chart, past = sight.over_time.chart(words=_in_order()), sight.over_time.past
    known = sight.over_time.told
    if len(known) > 1:
        (month, then), (on, now) = known[0], known[-1]
        first, last = counted(then.not_met), counted(now.not_met)
        told = {"month": month, "first": first, "last": last, "day": on}
        number, unit = last, pgettext("of a number for the council", "points not in order")
        question = _("What is not in order went from %(first)s to %(last)s. How did that come about?")
        sentence = (
            _("Not in order in %(month)s: %(first)s. Not in order on %(day)s: %(last)s.")
            if past
            else _("Not in order in %(month)s: %(first)s. Not in order now: %(last)s.")
        )
    else:
        told, number, unit = {}, "–", ""
        question = _("From when on can we see month by month if it gets better?")
        sentence = (
            _("The months that are over are not counted yet, so this cannot be told.")
            if sight.over_time.days
            else _("No month is over yet, so this cannot be told.")
        )
    return Indicator(
        anchor="months",
        title=_("Does it get better?"),
        number=number,
        unit=unit,
        sentence=sentence % told,
        question=question % told,
        chart=_plain(replace(chart, title=_("Month by month"), says=_months_said(sight))),
    )


def _months_said(sight: CouncilSight) -> str:
    """What the columns are, and where what is asked changed."""
    said = _("How it was at the end of each month.")
    changed = _("What we look at changed in between. More points can also mean that we look at more.")
    return f"{said} {changed}" if sight.over_time.judged_otherwise else said


def _breaches(sight: CouncilSight) -> Indicator:
    judged, unjudged = sight.breaches.count(JUDGED), sight.breaches.count({Notified.UNJUDGED})
    told = {"count": counted(judged), "late": counted(sight.breaches.count({Notified.LATE}))}
    sentence = _("Data breaches in the last eight quarters: %(count)s. Reported too late, or still not: %(late)s.")
    words = {
        Notified.IN_TIME: _("Reported in time"),
        Notified.LATE: _("Too late, or still not"),
        Notified.RUNNING: _("Still has time"),
        Notified.UNKNOWN: pgettext("council", "Not known"),
        Notified.NOT_ASKED: _("No report needed"),
        Notified.UNJUDGED: _("Not judged yet"),
    }
    return Indicator(
        anchor="breaches",
        title=_("What went wrong with data?"),
        number=told["count"],
        unit=npgettext("of a number for the council", "data breach", "data breaches", judged),
        sentence=f"{sentence % told} {_unjudged(unjudged, sight.past_unjudged)}".strip(),
        question=_("Data breaches in the last eight quarters: %(count)s. What did we learn, and what changed?") % told,
        chart=Chart(
            identifier="council-breaches",
            title=_("Data breaches per quarter"),
            says=_("The law asks to report most of them within 72 hours."),
            about=_("Quarter"),
            series=series_of(words, NOTIFICATIONS),
            bars=sight.breaches.bars(words),
        ),
    )


def _unjudged(number: int, past: int) -> str:
    """What is not counted, because nobody said yet that it is a breach; empty where there is none."""
    if not number:
        return ""
    said = _("Not judged yet, and not counted: %(count)s.") % {"count": counted(number)}
    late = _("Of these, over the 72 hours already: %(count)s.") % {"count": counted(past)} if past else ""
    return f"{said} {late}".strip()


def _requests(sight: CouncilSight) -> Indicator:
    told = {"count": counted(sight.requests.count(Answered)), "late": counted(sight.requests.count({Answered.LATE}))}
    words = {
        Answered.IN_TIME: _("Answer in time"),
        Answered.LATE: _("Too late, or still not"),
        Answered.RUNNING: _("Still has time"),
        Answered.UNKNOWN: pgettext("council", "Not known"),
        Answered.NOT_ASKED: _("No answer needed"),
    }
    return Indicator(
        anchor="requests",
        title=_("Do people get an answer in time?"),
        number=told["late"],
        unit=pgettext("of a number for the council", "of %(count)s too late") % told,
        sentence=_("Questions about own data in the last eight quarters: %(count)s. Not answered in time: %(late)s.")
        % told,
        question=_("Not answered in time: %(late)s of %(count)s. How do we make sure that answers come in time?")
        % told,
        chart=Chart(
            identifier="council-requests",
            title=_("Questions about own data per quarter"),
            says=_("The law gives a month, and more time if a case is hard."),
            about=_("Quarter"),
            series=series_of(words, ANSWERS),
            bars=sight.requests.bars(words),
        ),
    )


def _register(sight: CouncilSight) -> Indicator:
    total, public = sight.number("activities"), len(public_versions(sight.judged.dossier.versions))
    told = {"count": counted(total), "public": counted(public)}
    return Indicator(
        anchor="register",
        title=_("Can everybody see what we do?"),
        number=counted(public),
        unit=pgettext("of a number for the council", "of %(count)s public") % told,
        sentence=_("Kinds of work for which we use data: %(count)s. Everybody can read about %(public)s of them.")
        % told,
        question=_("Public are %(public)s of %(count)s kinds of work. When can people read about the others?") % told,
        way=_to_what_is_public(sight.over_time.slug, public),
    )


def _to_what_is_public(slug: str, number: int) -> Link | None:
    words = ngettext("Read about this kind of work", "Read about these %(count)s kinds of work", number)
    url = reverse("portal:register", args=[slug])
    return Link(label=words % {"count": counted(number)}, url=url) if number else None


def _assessments(sight: CouncilSight) -> Indicator:
    number = sight.number("assessment-lacking")
    told = {"count": counted(number)}
    return Indicator(
        anchor="assessments",
        title=_("Did we look at the risks first?"),
        number=counted(number),
        unit=pgettext("of a number for the council", "kinds of work without"),
        sentence=_("Kinds of work of which the law asks to weigh the risks first, and nobody did: %(count)s.") % told,
        question=_("Kinds of work without risks weighed first: %(count)s. Does that work go on meanwhile?") % told,
    )


def _advice(sight: CouncilSight) -> Indicator:
    number = sight.number("advice-open")
    told = {"count": counted(number)}
    return Indicator(
        anchor="advice",
        title=_("Does the college answer advice?"),
        number=counted(number),
        unit=npgettext("of a number for the council", "waits for an answer", "wait for an answer", number),
        sentence=_("Advice of the data protection officer that waits for an answer: %(count)s.") % told,
        question=_("Advice that waits for an answer: %(count)s. What keeps the college, and when does it answer?")
        % told,
    )


def _kept(sight: CouncilSight) -> Indicator:
    systems = systems_retained(sight.judged)
    past = sum(each.state is Retained.PAST for each in systems)
    unknown = sum(each.state is Retained.UNKNOWN for each in systems)
    told = {"past": counted(past), "unknown": counted(unknown), "all": counted(len(systems))}
    return Indicator(
        anchor="kept",
        title=_("Do we throw away what is too old?"),
        number=counted(past),
        unit=npgettext("of a number for the council", "system too late", "systems too late", past),
        sentence=_("Systems in which data stay longer than allowed: %(past)s of %(all)s. Not known: %(unknown)s.")
        % told,
        question=_("Systems in which data stay too long: %(past)s. When are they gone, and who sees to that?") % told,
    )


def _in_order() -> dict[CountedOutcome, str]:
    return {
        CountedOutcome.MET: pgettext("council", "In order"),
        CountedOutcome.NOT_MET: pgettext("council", "Not in order"),
        CountedOutcome.UNKNOWN: pgettext("council", "Not known"),
    }


def _plain(chart: Chart) -> Chart:
    """The chart without the way to its cases, which are not for everybody."""
    return replace(chart, bars=tuple(replace(each, url="", urls=()) for each in chart.bars))


def _part(part: Part) -> str:
    return {
        Part.A: pgettext("council", "How we use data"),
        Part.B: pgettext("council", "How we keep data safe"),
        Part.C: pgettext("council", "How we weigh risks"),
        Part.D: pgettext("council", "What we do when it goes wrong"),
    }[part]


def changes_table(sight: CouncilSight, since: dt.date) -> Table | None:
    """What became public since a day, the newest first; each leads to the page that everybody can read."""
    found = [each for each in public_versions(sight.judged.dossier.versions) if _published_on(each) >= since]
    if not found:
        return None
    slug = sight.over_time.slug
    return Table(
        caption=_("What is new for everybody to read"),
        caption_hidden=True,
        columns=(Column(label=pgettext("council", "Since")), Column(label=pgettext("council", "What we use data for"))),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=day(_published_on(each))),
                    Cell(text=each.content.name, url=reverse("portal:activity", args=[slug, each.activity_id])),
                )
            )
            for each in sorted(found, key=_published_on, reverse=True)
        ),
    )


def withdrawn_since(sight: CouncilSight, since: dt.date) -> str:
    """Of how many activities nothing is public any more since a day, without names."""
    withdrawn = (each.withdrawn_at for each in last_published(sight.judged.dossier.versions))
    number = sum(each is not None and each.astimezone(AMSTERDAM).date() >= since for each in withdrawn)
    if not number:
        return ""
    words = ngettext("%(count)s text is no longer public.", "%(count)s texts are no longer public.", number)
    return words % {"count": counted(number)}


def _published_on(version: AdoptedVersion) -> dt.date:
    return version.published_at.astimezone(AMSTERDAM).date() if version.published_at else dt.date.min
