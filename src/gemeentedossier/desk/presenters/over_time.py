"""What the dossier said month by month: charts of what was met, was not and was unknown, and the cases of one month."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.engine.edition_words import edition_words
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.charts import Bar, Chart
from gemeentedossier.design.enums import Fill, Tone
from gemeentedossier.design.parts import Cell, Column, Row, Table
from gemeentedossier.desk.presenters.activity.wording import day, language, listing
from gemeentedossier.desk.presenters.counted_kinds import Look, series_of
from gemeentedossier.desk.presenters.coverage import counted, part_name
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.enums import CountedOutcome
from gemeentedossier.method.facts import MonthCount, PartCount

NOW = "now"
"""In an address: what the dossier says at this moment, in place of a month."""
NOTHING = PartCount(0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """What was counted: of every month that is over its last day, of some of them a count, and what is found now."""

    slug: str
    days: tuple[dt.date, ...]
    counts: tuple[MonthCount, ...]
    now: Mapping[Part, PartCount]
    edition: str
    """By which the catalogue judges now."""
    past: dt.date | None = None
    """The day of the past moment that is looked at in place of now."""

    @property
    def judged_otherwise(self) -> str:
        """Where another edition judged than in the month before, that what stands on both sides of it differs."""
        judged = (
            *((month_name(each.as_of), each.edition) for each in self.counts),
            (now_name(self.past), self.edition),
        )
        changed = [here for (_name, before), (here, edition) in pairwise(judged) if before != edition]
        told = _("Another edition of the catalogue judges from here: %(when)s. It asks other things than before.")
        return told % {"when": listing(changed)} if changed else ""

    @property
    def told(self) -> tuple[tuple[str, PartCount], ...]:
        """What was counted of all Parts together, with what the moment is called: the months, and now."""
        known = {each.as_of: each.parts for each in self.counts}
        months = ((month_name(each), whole(known[each])) for each in self.days if each in known)
        return (*months, (now_name(self.past), whole(self.now)))

    def chart(self, part: Part | None = None, *, words: Mapping[CountedOutcome, str] | None = None) -> Chart:
        """The months and now; of one Part, or of all together. ``words`` are for who reads other ones."""
        return Chart(
            identifier=f"over-time-{part.value.lower()}" if part else "over-time",
            title=part_name(part) if part else _("What the dossier said, month by month"),
            says=" ".join(each for each in (said_of_months(), self.judged_otherwise) if each),
            about=pgettext("column", "Month"),
            series=series_of(words or outcome_words(), LOOKS),
            bars=tuple(self._bars(part)) if any(self.now.values()) or self.days else (),
        )

    def _bars(self, part: Part | None) -> Iterator[Bar]:
        known = {each.as_of: each.parts for each in self.counts}
        for number, each in enumerate(self.days):
            year = str(each.year) if number == 0 or each.month == 1 else ""
            yield self._bar(month_key(each), _of(known.get(each), part), part, month_name(each), each, year)
        yield self._bar(NOW, _of(self.now, part), part, now_name(self.past), None, "")

    def _bar(
        self, key: str, found: PartCount | None, part: Part | None, label: str, on: dt.date | None, below: str
    ) -> Bar:
        short = date_format(on, "b") if on else self._short()
        if found is None:
            return Bar(label=label, short=short, below=below, values=(), told=_("not counted yet"))
        url = reverse("desk:figures-month", args=[self.slug, key])
        narrowed = f"part={part.value}&" if part else ""
        return Bar(
            label=label,
            short=short,
            below=below,
            values=counts_in(found),
            url=f"{url}?part={part.value}" if part else url,
            urls=tuple(f"{url}?{narrowed}outcome={each.value}" for each in CountedOutcome),
        )

    def _short(self) -> str:
        return date_format(self.past, "j b") if self.past else pgettext("below a narrow column: now", "now")


LOOKS: Mapping[CountedOutcome, Look] = {
    CountedOutcome.MET: Look(Tone.GOOD, Fill.SOLID),
    CountedOutcome.NOT_MET: Look(Tone.ATTENTION, Fill.STRIPED),
    CountedOutcome.UNKNOWN: Look(Tone.OPEN, Fill.HOLLOW),
}
"""How what findings are counted as is drawn."""


def over_time_title() -> str:
    """What the page is called."""
    return pgettext("page of accountability", "Month by month")


def said_of_months() -> str:
    """What the columns are."""
    return _("As it stood at the end of each month, judged by the law of then. Unknown is not in order.")


def outcome_name(outcome: CountedOutcome) -> str:
    """What findings are counted as, in words."""
    return outcome_words()[outcome]


def outcome_words() -> Mapping[CountedOutcome, str]:
    """The words for each, in the order in which they stand."""
    return {
        CountedOutcome.MET: pgettext("counted findings", "In order"),
        CountedOutcome.NOT_MET: pgettext("counted findings", "Not in order"),
        CountedOutcome.UNKNOWN: pgettext("counted findings", "Unknown"),
    }


def month_name(on: dt.date) -> str:
    """A month with its year."""
    return date_format(on, "F Y")


def now_name(past: dt.date | None) -> str:
    """What the last column is called: the day of the past moment that is looked at, and else now."""
    return day(past) if past else pgettext("month by month", "Now")


def month_lead(on: dt.date | None, past: dt.date | None) -> str:
    """Of which moment the cases are: of the end of a month, of a past moment that is looked at, or of now."""
    if on:
        return _("What the dossier said at the end of %(day)s.") % {"day": day(on)}
    return _("What the dossier said on %(day)s.") % {"day": day(past)} if past else _("What is found now.")


def month_key(on: dt.date) -> str:
    """A month as it stands in an address."""
    return f"{on.year:04}-{on.month:02}"


def counts_in(found: PartCount) -> tuple[int, ...]:
    """The counts, in the order in which they stand."""
    return tuple(found.of(each) for each in CountedOutcome)


def whole(parts: Mapping[Part, PartCount]) -> PartCount:
    """All Parts together."""
    return sum(parts.values(), NOTHING)


def _of(parts: Mapping[Part, PartCount] | None, part: Part | None) -> PartCount | None:
    if parts is None:
        return None
    return parts.get(part, NOTHING) if part else whole(parts)


def parts_table(parts: Mapping[Part, PartCount], title: str) -> Table:
    """Per Part how much there is of each; every number leads to its cases below."""
    return Table(
        caption=title,
        caption_hidden=True,
        columns=(
            Column(label=pgettext("column", "Part")),
            *(Column(label=outcome_name(each), numeric=True) for each in CountedOutcome),
        ),
        rows=(
            *(_row(part_name(part), found, f"part={part.value}&") for part, found in parts.items()),
            _row(_("All together"), whole(parts), ""),
        ),
    )


def _row(name: str, found: PartCount, narrowed: str) -> Row:
    cells = (
        Cell(text=counted(number), url=f"?{narrowed}outcome={outcome.value}#cases" if number else "")
        for outcome in CountedOutcome
        for number in (found.of(outcome),)
    )
    return Row(cells=(Cell(text=name), *cells))


def chosen_name(part: Part | None, outcome: CountedOutcome | None) -> str:
    """Of what the cases are listed."""
    named = (part_name(part) if part else "", outcome_name(outcome) if outcome else "")
    return " · ".join(each for each in named if each)


def counted_note(count: MonthCount | None, parts: Mapping[Part, PartCount]) -> str:
    """When a month was counted and by which edition; and where counting it now gives other numbers, that it does."""
    if count is None:
        return _("This month was not counted yet. These numbers were made for this page.")
    told = {
        "day": day(count.counted_at.astimezone(AMSTERDAM).date()),
        "edition": edition_words(count.edition, language()),
    }
    if dict(count.parts) == dict(parts):
        return _("Counted on %(day)s by catalogue %(edition)s; counting it again gives the same.") % told
    were = whole(count.parts)
    return _(
        "Counted on %(day)s by catalogue %(edition)s as %(met)s in order, %(not_met)s not in order and %(unknown)s "
        "unknown. Counting it again gives other numbers: something was erased since, or the program judges otherwise."
    ) % (told | {"met": counted(were.met), "not_met": counted(were.not_met), "unknown": counted(were.unknown)})


def month_of(key: str, days: Iterable[dt.date]) -> dt.date | None:
    """The last day of the month that an address names; None for one that is not there."""
    return next((each for each in days if month_key(each) == key), None)
