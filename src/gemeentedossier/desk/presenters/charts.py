"""The charts of the desk: what stands open, how mature each theme is, what came in and was in time, what the weeks ask.

Each bar leads to the very cases that it counts. Red is what is unlawful or was too late, and nothing else.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

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
from gemeentedossier.desk.presenters.coverage import part_name
from gemeentedossier.desk.presenters.in_time import answered_words, notified, notified_words
from gemeentedossier.desk.presenters.maturity import ShownTheme
from gemeentedossier.desk.presenters.quarters import Quarter, quarters_until
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.desk.presenters.weeks import Week, week_word, weeks_from
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.governance.facts import Ambition
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.enums import DutyState
from gemeentedossier.method.facts import ThemeMaturity

Counts: TypeAlias = Counter[int]
UNLAWFUL, BESIDE, UNKNOWN = range(3)
IN_TIME_OR_NOT = (
    (Tone.GOOD, Fill.SOLID),
    (Tone.ALARM, Fill.STRIPED),
    (Tone.NOTE, Fill.DOTTED),
    (Tone.OPEN, Fill.HOLLOW),
    (Tone.QUIET, Fill.SOLID),
)
"""How in time, too late, still running, unknown and not asked are drawn."""
OF_LAW, OWN = range(2)
HIGHEST = 5
NAMED = 10
"""So many systems past their period are named; the others are one line that leads to all."""


def figures_title() -> str:
    """What the page of all charts is called."""
    return pgettext("page of accountability", "Figures in charts")


def findings_chart(lots: Iterable[Lot], slug: str) -> Chart:
    """What somebody still has to do, per Part: what the law does not allow, what falls short, and what is unknown."""
    found: dict[Part, Counts] = {}
    for lot in lots:
        if lot.is_open:
            found.setdefault(lot.rule.part, Counter())[_kind_of(lot)] += lot.count
    url = reverse("desk:findings", args=[slug])
    return Chart(
        identifier="open",
        title=_("Findings to do per Part"),
        says=_("What the law does not allow stands apart from what falls short and from what nobody recorded."),
        about=pgettext("column", "Part"),
        series=(
            Series(label=pgettext("chart", "Against the law"), tone=Tone.ALARM, fill=Fill.SOLID),
            Series(label=pgettext("chart", "Falls short"), tone=Tone.ATTENTION, fill=Fill.STRIPED),
            Series(label=pgettext("chart", "Not recorded"), tone=Tone.OPEN, fill=Fill.HOLLOW),
        ),
        bars=tuple(
            Bar(label=part_name(part), values=_values(found[part], 3), url=f"{url}?part={part.value}")
            for part in Part
            if part in found
        ),
        rows=True,
    )


def _kind_of(lot: Lot) -> int:
    if lot.outcome is Outcome.GAP:
        return UNKNOWN
    grave = lot.outcome is not Outcome.PARTLY
    return UNLAWFUL if grave and breaks_law(lot.rule) else BESIDE


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


def breaches_chart(sight: BreachSight, url: str) -> Chart:
    """What was reported per quarter, and whether the authority was told in the hours of the law (GDPR 33(1))."""
    looks = (*IN_TIME_OR_NOT, (Tone.ATTENTION, Fill.HOLLOW), (Tone.QUIET, Fill.HOLLOW))
    words = notified_words()
    return Chart(
        identifier="breaches",
        title=_("Breaches per quarter"),
        says=_("All that was reported, by the day of the report, with how the notification stands (Article 33(1))."),
        about=_("Quarter"),
        series=_series(words.values(), looks),
        bars=_by_quarter(
            ((reported_on(each), notified(sight, each)) for each in real(sight.dossier)),
            tuple(words),
            f"{url}?told=" if url else "",
            localtime(sight.now).date(),
        ),
    )


def reported_on(breach: PersonalDataBreach) -> dt.date:
    """The day of the report, in Dutch time."""
    return localtime(breach.reported_at).date()


def requests_chart(sight: RequestSight, url: str) -> Chart:
    """What came in per quarter, and whether it was answered by its last day (GDPR 12(3))."""
    words = answered_words()
    return Chart(
        identifier="requests",
        title=_("Requests per quarter"),
        says=_("By the day of receipt, with whether the answer came by the last day (Article 12(3))."),
        about=_("Quarter"),
        series=_series(words.values(), IN_TIME_OR_NOT),
        bars=_by_quarter(
            ((each.received_on, sight.answered(each)) for each in sight.dossier.requests),
            tuple(words),
            f"{url}?answered=" if url else "",
            sight.today,
        ),
    )


def _series(words: Iterable[str], looks: Iterable[tuple[Tone, Fill]]) -> tuple[Series, ...]:
    return tuple(Series(label=word, tone=tone, fill=fill) for word, (tone, fill) in zip(words, looks, strict=True))


def _by_quarter(
    came: Iterable[tuple[dt.date, StrEnum]], kinds: Sequence[StrEnum], url: str, today: dt.date
) -> tuple[Bar, ...]:
    """The last eight quarters; none where nothing came in during them. ``url`` is that of a list, up to the kind."""
    found: dict[Quarter, Counter[StrEnum]] = {each: Counter() for each in quarters_until(today)}
    for day, kind in came:
        if (quarter := Quarter.of(day)) in found:
            found[quarter][kind] += 1
    if not any(found.values()):
        return ()
    return tuple(
        Bar(
            label=_("quarter %(quarter)s of %(year)s") % {"quarter": each.number, "year": each.year},
            short=pgettext("a quarter of a year, in two letters", "Q%(quarter)s") % {"quarter": each.number},
            below=str(each.year),
            values=tuple(counts[kind] for kind in kinds),
            url=f"{url}{_during(each)}" if url and counts else "",
            urls=tuple(f"{url}{kind.value}{_during(each)}" for kind in kinds) if url else (),
        )
        for each, counts in found.items()
    )


def _during(quarter: Quarter) -> str:
    return f"&year={quarter.year}&quarter={quarter.number}"


def retention_chart(systems: Sequence[SystemRetained], slug: str) -> Chart:
    """The systems in which the oldest record stays beyond the longest period, by how many months (GDPR 5(1)(e)).

    Of the others it is told how many are within their period, and of how many nobody can tell.
    """
    past = [each for each in systems if each.state is Retained.PAST]
    within = sum(each.state is Retained.WITHIN for each in systems)
    told = _("In %(within)s of %(all)s systems the oldest record is within the longest period of what is in it.")
    return Chart(
        identifier="retention",
        title=_("Systems with data past their period"),
        says=told % {"within": counted(within), "all": counted(len(systems))},
        about=_("System"),
        series=(
            Series(label=pgettext("chart", "Months past the period"), tone=Tone.ALARM, fill=Fill.SOLID),
            Series(label=pgettext("chart", "Set aside with a reason"), tone=Tone.QUIET, fill=Fill.DOTTED),
        ),
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
            values=(0, each.months) if each.is_aside else (each.months, 0),
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
    weeks: Mapping[Week, Counts] = {each: Counter() for each in weeks_from(today)}
    late: Counts = Counter()
    for duty in agenda.duties:
        if (state := agenda.state(duty)) is DutyState.OVERDUE:
            late[OF_LAW if duty.is_legal else OWN] += 1
        elif state is not DutyState.ENDED and (week := Week.of(duty.on)) in weeks:
            weeks[week][OF_LAW if duty.is_legal else OWN] += 1
    return Chart(
        identifier="agenda",
        title=_("What the coming weeks ask"),
        says=_("First what is past and not yet done, then week by week."),
        about=pgettext("column", "Week"),
        series=(
            Series(label=pgettext("chart", "Overdue by law"), tone=Tone.ALARM, fill=Fill.STRIPED),
            Series(label=pgettext("chart", "Overdue on our own term"), tone=Tone.ATTENTION, fill=Fill.HOLLOW),
            Series(label=pgettext("chart", "Term of the law"), tone=Tone.NOTE, fill=Fill.SOLID),
            Series(label=pgettext("chart", "Term of our own"), tone=Tone.NOTE, fill=Fill.HOLLOW),
        ),
        bars=tuple(_weekly(late, weeks, url)),
    )


def _weekly(late: Counts, weeks: Mapping[Week, Counts], url: str) -> Iterator[Bar]:
    everybody = f"{url}?whose=everybody"
    yield Bar(
        label=pgettext("chart", "Overdue"),
        short=pgettext("below a narrow column: overdue", "late"),
        values=(*_values(late, 2), 0, 0),
        url=f"{everybody}&state={DutyState.OVERDUE.value}" if late else "",
    )
    for number, (week, counts) in enumerate(weeks.items()):
        yield Bar(
            label=week_word(week),
            short=str(week.number),
            below=_("week") if number == 0 else "",
            values=(0, 0, *_values(counts, 2)),
            url=f"{everybody}&week={week}" if counts else "",
        )


def _values(counts: Counts, length: int) -> tuple[int, ...]:
    return tuple(counts[each] for each in range(length))
