"""The charts of the desk: what stands open, how mature each theme is, what came in and was in time, what the weeks ask.

Each bar leads to the very cases that it counts. Red is what is unlawful or was too late, and nothing else.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.assessment.enums import Outcome, Retained
from gemeentedossier.assessment.facts import SystemRetained
from gemeentedossier.catalogue.engine.durations import Duration, parse_duration
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.charts import Bar, Chart, Series
from gemeentedossier.design.enums import Fill, Tone
from gemeentedossier.design.numbers import counted
from gemeentedossier.desk.presenters.activity.margin import breaks_law
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agenda import Agenda
from gemeentedossier.desk.presenters.breaches import BreachSight, real
from gemeentedossier.desk.presenters.counted_kinds import ByQuarter, Look, series_of, values_of
from gemeentedossier.desk.presenters.coverage import part_name
from gemeentedossier.desk.presenters.in_time import Notified, answered_words, notified, notified_words
from gemeentedossier.desk.presenters.maturity import ShownTheme
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.desk.presenters.weeks import Week, week_word, weeks_from
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.governance.facts import Ambition
from gemeentedossier.dossier.requests.enums import Answered
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.enums import DutyState
from gemeentedossier.method.facts import ThemeMaturity


class Shortfall(StrEnum):
    """Why a finding asks for something."""

    UNLAWFUL = "unlawful"
    BESIDE = "beside"
    """It falls short of what is asked, and breaks no law."""
    UNKNOWN = "unknown"


class Term(StrEnum):
    """Whose term it is, and whether it is past."""

    LATE_BY_LAW = "late_by_law"
    LATE_OF_OURS = "late_of_ours"
    BY_LAW = "by_law"
    OF_OURS = "of_ours"


class Beyond(StrEnum):
    """Whether somebody set aside that data stay past their period."""

    PAST = "past"
    ASIDE = "aside"


SHORTFALLS: Mapping[Shortfall, Look] = {
    Shortfall.UNLAWFUL: Look(Tone.ALARM, Fill.SOLID),
    Shortfall.BESIDE: Look(Tone.ATTENTION, Fill.STRIPED),
    Shortfall.UNKNOWN: Look(Tone.OPEN, Fill.HOLLOW),
}
ANSWERS: Mapping[Answered, Look] = {
    Answered.IN_TIME: Look(Tone.GOOD, Fill.SOLID),
    Answered.LATE: Look(Tone.ALARM, Fill.STRIPED),
    Answered.RUNNING: Look(Tone.NOTE, Fill.DOTTED),
    Answered.UNKNOWN: Look(Tone.OPEN, Fill.HOLLOW),
    Answered.NOT_ASKED: Look(Tone.QUIET, Fill.SOLID),
}
NOTIFICATIONS: Mapping[Notified, Look] = {
    Notified.IN_TIME: ANSWERS[Answered.IN_TIME],
    Notified.LATE: ANSWERS[Answered.LATE],
    Notified.RUNNING: ANSWERS[Answered.RUNNING],
    Notified.UNKNOWN: ANSWERS[Answered.UNKNOWN],
    Notified.NOT_ASKED: ANSWERS[Answered.NOT_ASKED],
    Notified.UNJUDGED: Look(Tone.ATTENTION, Fill.HOLLOW),
    Notified.NO_BREACH: Look(Tone.QUIET, Fill.HOLLOW),
}
TERMS: Mapping[Term, Look] = {
    Term.LATE_BY_LAW: Look(Tone.ALARM, Fill.STRIPED),
    Term.LATE_OF_OURS: Look(Tone.ATTENTION, Fill.HOLLOW),
    Term.BY_LAW: Look(Tone.NOTE, Fill.SOLID),
    Term.OF_OURS: Look(Tone.NOTE, Fill.HOLLOW),
}
BEYOND: Mapping[Beyond, Look] = {
    Beyond.PAST: Look(Tone.ALARM, Fill.SOLID),
    Beyond.ASIDE: Look(Tone.QUIET, Fill.DOTTED),
}
"""How each kind of each chart is drawn."""
HIGHEST = 5
NAMED = 10
"""So many systems past their period are named; the others are one line that leads to all."""


def figures_title() -> str:
    """What the page of all charts is called."""
    return pgettext("page of accountability", "Figures in charts")


def findings_chart(lots: Iterable[Lot], slug: str) -> Chart:
    """What somebody still has to do, per Part: what the law does not allow, what falls short, and what is unknown."""
    words = {
        Shortfall.UNLAWFUL: pgettext("chart", "Against the law"),
        Shortfall.BESIDE: pgettext("chart", "Falls short"),
        Shortfall.UNKNOWN: pgettext("chart", "Not recorded"),
    }
    found: dict[Part, Counter[Shortfall]] = {}
    for lot in lots:
        if lot.is_open:
            found.setdefault(lot.rule.part, Counter())[_kind_of(lot)] += lot.count
    url = reverse("desk:findings", args=[slug])
    return Chart(
        identifier="open",
        title=_("Findings to do per Part"),
        says=_("What the law does not allow stands apart from what falls short and from what nobody recorded."),
        about=pgettext("column", "Part"),
        series=series_of(words, SHORTFALLS),
        bars=tuple(
            Bar(label=part_name(part), values=values_of(found[part], words), url=f"{url}?part={part.value}")
            for part in Part
            if part in found
        ),
        rows=True,
    )


def _kind_of(lot: Lot) -> Shortfall:
    if lot.outcome is Outcome.GAP:
        return Shortfall.UNKNOWN
    grave = lot.outcome is not Outcome.PARTLY
    return Shortfall.UNLAWFUL if grave and breaks_law(lot.rule) else Shortfall.BESIDE


def maturity_chart(
    themes: Iterable[ThemeMaturity], shown: Iterable[ShownTheme], url: str, ambitions: Iterable[Ambition] = ()
) -> Chart:
    """The level of each theme on the scale of five, beside the level that was chosen for it."""
    chosen = {each.theme: each.level for each in ambitions}
    return Chart(
        identifier="maturity",
        title=_("Maturity per theme"),
        says=_("On the scale of five levels. A level helps people talk and decides nothing."),
        about=_("Theme"),
        series=(Series(label=_("Level by what was found"), tone=Tone.NOTE, fill=Fill.SOLID),),
        bars=tuple(
            Bar(
                label=words.name,
                values=(found.level or 0,),
                url=f"{url}#{words.anchor}",
                told=words.badge.word,
                mark=chosen.get(found.theme.id),
            )
            for found, words in zip(themes, shown, strict=True)
        ),
        rows=True,
        top=HIGHEST,
        steps=True,
        mark_label=pgettext("of a theme", "Ambition") if chosen else "",
    )


def breaches_by_quarter(sight: BreachSight) -> ByQuarter[Notified]:
    """What was reported, by the day of the report, with how the notification stands; without exercises."""
    came = ((reported_on(each), notified(sight, each)) for each in real(sight.dossier))
    return ByQuarter.of(came, until=localtime(sight.now).date())


def breaches_chart(sight: BreachSight, url: str) -> Chart:
    """What was reported per quarter, and whether the authority was told in the hours of the law (GDPR 33(1))."""
    words = notified_words()
    return Chart(
        identifier="breaches",
        title=_("Breaches per quarter"),
        says=_("All that was reported, by the day of the report, with how the notification stands (Article 33(1))."),
        about=_("Quarter"),
        series=series_of(words, NOTIFICATIONS),
        bars=breaches_by_quarter(sight).bars(words, url=f"{url}?told="),
    )


def reported_on(breach: PersonalDataBreach) -> dt.date:
    """The day of the report, in Dutch time."""
    return localtime(breach.reported_at).date()


def requests_by_quarter(sight: RequestSight) -> ByQuarter[Answered]:
    """What came in, by the day of receipt, with how the answer stands."""
    return ByQuarter.of(
        ((each.received_on, sight.answered(each)) for each in sight.dossier.requests), until=sight.today
    )


def requests_chart(sight: RequestSight, url: str) -> Chart:
    """What came in per quarter, and whether it was answered by its last day (GDPR 12(3))."""
    words = answered_words()
    return Chart(
        identifier="requests",
        title=_("Requests per quarter"),
        says=_("By the day of receipt, with whether the answer came by the last day (Article 12(3))."),
        about=_("Quarter"),
        series=series_of(words, ANSWERS),
        bars=requests_by_quarter(sight).bars(words, url=f"{url}?answered="),
    )


def retention_chart(systems: Sequence[SystemRetained], slug: str) -> Chart:
    """The systems in which the oldest record stays beyond the longest period, by how many months (GDPR 5(1)(e)).

    Of the others it is told how many are within their period, and of how many nobody can tell.
    """
    past = [each for each in systems if each.state is Retained.PAST]
    within = sum(each.state is Retained.WITHIN for each in systems)
    words = {
        Beyond.PAST: pgettext("chart", "Months past the period"),
        Beyond.ASIDE: pgettext("chart", "Set aside with a reason"),
    }
    told = _("In %(within)s of %(all)s systems the oldest record is within the longest period of what is in it.")
    return Chart(
        identifier="retention",
        title=_("Systems with data past their period"),
        says=told % {"within": counted(within), "all": counted(len(systems))},
        about=_("System"),
        series=series_of(words, BEYOND),
        bars=tuple(_retained(past, len(systems) - len(past) - within, slug)),
        rows=True,
    )


def _retained(past: Sequence[SystemRetained], unknown: int, slug: str) -> Iterator[Bar]:
    every = f"{reverse('desk:security', args=[slug])}?retained="
    for each in past[:NAMED]:
        beyond = Duration(years=each.months // 12, months=each.months % 12).wording(language())
        period = parse_duration(each.period).wording(language())
        yield Bar(
            label=each.name,
            values=values_of({Beyond.ASIDE if each.is_aside else Beyond.PAST: each.months}, Beyond),
            url=reverse("desk:system", args=[slug, each.id]),
            told=_("%(beyond)s past %(period)s") % {"beyond": beyond, "period": period},
        )
    if (more := len(past) - NAMED) > 0:
        words = ngettext("%(count)s more system", "%(count)s more systems", more)
        url = f"{every}{Retained.PAST.value}"
        yield Bar(label=words % {"count": counted(more)}, values=(), url=url, told=_("past their period too"))
    if unknown:
        words = ngettext("%(count)s system", "%(count)s systems", unknown)
        url = f"{every}{Retained.UNKNOWN.value}"
        yield Bar(label=words % {"count": counted(unknown)}, values=(), url=url, told=_("cannot be told"))


def agenda_chart(agenda: Agenda, url: str) -> Chart:
    """What is overdue, and what the coming weeks ask: the terms of the law apart from those of our own."""
    today = localtime(agenda.now).date()
    weeks: Mapping[Week, Counter[Term]] = {each: Counter() for each in weeks_from(today)}
    late: Counter[Term] = Counter()
    for duty in agenda.duties:
        if (state := agenda.state(duty)) is DutyState.OVERDUE:
            late[Term.LATE_BY_LAW if duty.is_legal else Term.LATE_OF_OURS] += 1
        elif state is not DutyState.ENDED and (week := Week.of(duty.on)) in weeks:
            weeks[week][Term.BY_LAW if duty.is_legal else Term.OF_OURS] += 1
    words = {
        Term.LATE_BY_LAW: pgettext("chart", "Overdue by law"),
        Term.LATE_OF_OURS: pgettext("chart", "Overdue on our own term"),
        Term.BY_LAW: pgettext("chart", "Term of the law"),
        Term.OF_OURS: pgettext("chart", "Term of our own"),
    }
    return Chart(
        identifier="agenda",
        title=_("What the coming weeks ask"),
        says=_("First what is past and not yet done, then week by week."),
        about=pgettext("column", "Week"),
        series=series_of(words, TERMS),
        bars=tuple(_weekly(late, weeks, url)),
    )


def _weekly(late: Counter[Term], weeks: Mapping[Week, Counter[Term]], url: str) -> Iterator[Bar]:
    everybody = f"{url}?whose=everybody"
    yield Bar(
        label=pgettext("chart", "Overdue"),
        short=pgettext("below a narrow column: overdue", "late"),
        values=values_of(late, Term),
        url=f"{everybody}&state={DutyState.OVERDUE.value}" if late else "",
    )
    for number, (week, counts) in enumerate(weeks.items()):
        yield Bar(
            label=week_word(week),
            short=str(week.number),
            below=_("week") if number == 0 else "",
            values=values_of(counts, Term),
            url=f"{everybody}&week={week}" if counts else "",
        )
