"""What is to be done first: never more than can be taken in at a glance, each line a way on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.lots import Lot, open_records
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.numbers import counted
from gemeentedossier.design.parts import Action, Badge, EmptyState, Entry, Link
from gemeentedossier.desk.presenters.activity.margin import outcome_word
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.findings import Reader, badge_of, counts_of, repair_of
from gemeentedossier.desk.presenters.verbs import verb_words
from gemeentedossier.desk.queries import Happened
from gemeentedossier.dossier.register.engine.freshness import unconfirmed
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can

Matter: TypeAlias = tuple[UUID, str]
"""What is told: the record, and which of its terms. Today tells each once, in the first place that has it."""
if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FIRST = 5
CHANGES = 4
EVERY: Mapping[str, str] = {
    "activity": "register",
    "agreement": "agreements",
    "party": "parties",
    "system": "security",
    "measure": "security",
    "assessment": "assessments",
    "breach": "breaches",
    "request": "requests",
}
"""The list in which each kind of record stands, as its page is called."""
GONE = frozenset(
    {
        "register.delete_activity",
        "exchange.undo_import",
        "parties.remove_party",
        "parties.merge_party",
        "agreements.delete_agreement",
        "assets.delete_system",
        "risks.delete_assessment",
    }
)
"""After these there is no record any more to lead to."""
ADOPTION, CONFIRMATION = "adoption", "confirmation"
"""What a record can wait for, as its page is addressed."""
NUMBERED = (
    (Outcome.CONTRADICTS, Tone.ALARM, Shape.CLASH),
    (Outcome.NOT_MET, Tone.ALARM, Shape.CROSS),
    (Outcome.EXPIRED, Tone.ATTENTION, Shape.CLOCK),
    (Outcome.GAP, Tone.OPEN, Shape.HOLLOW),
    (Outcome.PARTLY, Tone.ATTENTION, Shape.HALF),
    (Outcome.UNDECIDED, Tone.QUIET, Shape.HOLLOW),
    (Outcome.SUPPRESSED, Tone.QUIET, Shape.DASH),
    (Outcome.MET, Tone.GOOD, Shape.CHECK),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many, of what, and where the cases are."""

    count: int
    label: StrOrPromise
    url: str
    tone: Tone
    shape: Shape

    @property
    def told(self) -> str:
        """The count as people write it."""
        return counted(self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """A record with its worst finding, how many more there are, and what mends the worst."""

    record: Link
    badge: Badge
    title: str
    more: Link
    repair: Action | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something that waits for somebody: the sentence leads to the cases, the names are the first of them.

    ``about`` are the terms that it tells of; empty where it tells of something else.
    """

    sentence: Link
    names: tuple[Link, ...] = ()
    about: frozenset[Matter] = frozenset()


Told = TypeVar("Told", bound=Waiting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose records the page is about; ``owner`` none is the whole municipality, ``part`` empty everything of it."""

    activities: tuple[Activity, ...]
    owner: UUID | None = None
    part: str = ""

    def findings_url(self, slug: str, **filters: str) -> str:
        """The findings within this scope."""
        within = {"owner": str(self.owner) if self.owner else "", "part": self.part}
        chosen = {**{name: value for name, value in within.items() if value}, **filters}
        query = "&".join(f"{name}={value}" for name, value in chosen.items())
        return reverse("desk:findings", args=[slug]) + (f"?{query}" if query else "")


def untold(lines: Iterable[Told], told: Set[Matter]) -> tuple[Told, ...]:
    """The lines that still tell something. One with a part that is told keeps all: its number is that of its list."""
    return tuple(each for each in lines if not each.about or not each.about <= told)


def numbers(lots: Iterable[Lot], scope: Scope, slug: str) -> tuple[Number, ...]:
    """How often each outcome was found; what is not applicable asks for nothing and is left out."""
    counts = counts_of(lots)
    return tuple(
        Number(
            count=counts[outcome],
            label=outcome_word(outcome),
            url=scope.findings_url(slug, outcome=outcome.value),
            tone=tone if counts[outcome] else Tone.QUIET,
            shape=shape,
        )
        for outcome, tone, shape in NUMBERED
    )


def first_of(lots: tuple[Lot, ...], judged: Judged, scope: Scope, reader: Reader) -> tuple[First, ...]:
    """The records with the worst open findings, of these the ones with most; ``lots`` stand worst first."""
    found = open_records(lots)
    first = nsmallest(FIRST, found.counts, key=lambda key: (found.worst[key].weight[:-1], -found.counts[key]))
    return tuple(_first(judged.activities[key], found.worst[key], found.counts[key], scope, reader) for key in first)


def _first(activity: Activity, lot: Lot, count: int, scope: Scope, reader: Reader) -> First:
    worst, spoken = next(each for each in lot if each.activity_id == activity.id), language()
    told = ngettext("%(count)s finding", "%(count)s findings", count) % {"count": count}
    return First(
        record=Link(label=activity.name, url=reverse("desk:activity", args=[reader.slug, activity.id])),
        badge=badge_of(worst),
        title=worst.rule.label.in_language(spoken),
        more=Link(label=told, url=scope.findings_url(reader.slug, activity=str(activity.id))),
        repair=repair_of(worst, reader, spoken),
    )


def waiting(scope: Scope, slug: str, *, today: dt.date, expired: int, actor: Actor) -> tuple[Waiting, ...]:
    """What waits for adoption, confirmation or a second look by the reader; nothing where nothing of theirs waits."""
    adopts, writes = can(actor, "register.adopt_activity"), can(actor, "register.confirm_activity")
    lines = (
        _adoption(under_review(scope), slug, named=adopts) if adopts or writes else None,
        _unconfirmed(unconfirmed(scope.activities, today), slug) if writes else None,
        _expired(expired, scope, slug) if can(actor, "evidence.attest_criterion") else None,
    )
    return tuple(line for line in lines if line)


def under_review(scope: Scope) -> tuple[Activity, ...]:
    """Records that were submitted for adoption."""
    return tuple(a for a in scope.activities if a.record_state is RecordState.UNDER_REVIEW)


def _adoption(review: Sequence[Activity], slug: str, *, named: bool) -> Waiting | None:
    if not review:
        return None
    told = ngettext("%(count)s record waits for adoption", "%(count)s records wait for adoption", len(review))
    sentence = Link(label=told % {"count": len(review)}, url=_waiting_url(slug, ADOPTION))
    return Waiting(sentence=sentence, names=_named(review[:3], slug) if named else ())


def _unconfirmed(found: Sequence[Activity], slug: str) -> Waiting | None:
    if not found:
        return None
    told = ngettext(
        "%(count)s record was not confirmed in the past year",
        "%(count)s records were not confirmed in the past year",
        len(found),
    )
    url = _waiting_url(slug, CONFIRMATION)
    return Waiting(sentence=Link(label=told % {"count": len(found)}, url=url))


def _waiting_url(slug: str, what: str) -> str:
    return reverse("desk:waiting", args=[slug, what])


def _expired(count: int, scope: Scope, slug: str) -> Waiting | None:
    if not count:
        return None
    told = ngettext(
        "%(count)s answer holds no longer: its day of review came, or what it rests on fell away",
        "%(count)s answers hold no longer: their day of review came, or what they rest on fell away",
        count,
    )
    url = scope.findings_url(slug, outcome=Outcome.EXPIRED.value)
    return Waiting(sentence=Link(label=told % {"count": count}, url=url))


def _named(activities: Iterable[Activity], slug: str) -> tuple[Link, ...]:
    return tuple(Link(label=a.name, url=reverse("desk:activity", args=[slug, a.id])) for a in activities)


def changes(happened: Iterable[Happened], slug: str) -> tuple[Entry, ...]:
    """What changed lately, as a timeline."""
    return tuple(_change(each, slug) for each in happened)


def _change(each: Happened, slug: str) -> Entry:
    kind = min(each.kinds) if len(each.kinds) == 1 else "activity"
    if each.records == 1:
        where, url = each.name, reverse(f"desk:{kind}", args=[slug, each.record])
    else:
        where = ngettext("%(count)s record", "%(count)s records", each.records) % {"count": each.records}
        url = reverse(f"desk:{EVERY[kind]}", args=[slug])
    if each.case:
        url = reverse("desk:register-made", args=[slug, each.case])
    return Entry(
        at=each.at,
        title=f"{verb_words(each.verb)}: {where}",
        by=each.by or _("the program"),
        reason=each.reason,
        link=None if each.verb in GONE else Link(label=where, url=url),
    )


def lead(day: dt.date, todo: int, scope: Scope, *, records: int) -> str:
    """The day, and how much there is to do about how many records."""
    told = {
        "day": capfirst(date_format(day, "l j F")),
        "count": counted(todo),
        "records": counted(records),
    }
    if not todo:
        return _("%(day)s. Nothing is waiting for you.") % told
    if not scope.activities:
        return _("%(day)s. The register is still empty.") % told
    if records == 1 < todo:
        return _("%(day)s. %(count)s points of one record ask for attention.") % told
    if scope.owner:
        return (
            ngettext(
                "%(day)s. One point of your records asks for attention.",
                "%(day)s. %(count)s points of your %(records)s records ask for attention.",
                todo,
            )
            % told
        )
    return (
        ngettext(
            "%(day)s. One point of the register asks for attention.",
            "%(day)s. %(count)s points of %(records)s records ask for attention.",
            todo,
        )
        % told
    )


def nothing_to_do(scope: Scope, slug: str, *, may_import: bool) -> EmptyState:
    """Why there is nothing to do first, and the one next step."""
    if scope.activities:
        return EmptyState(
            title=_("Nothing asks for attention"),
            belongs=_("Every criterion that applies to these records is met."),
            step=Action(label=_("Look at what was judged"), url=scope.findings_url(slug, outcome=Outcome.MET.value)),
        )
    if scope.owner:
        return EmptyState(
            title=_("No record is yours yet"),
            belongs=_("Here stand the findings on the processing activities of which you are the process owner."),
            reason=_("Somebody must answer for each processing (Article 24)."),
            step=Action(label=_("Look in the register"), url=reverse("desk:register", args=[slug])),
        )
    imports = Link(label=_("Import your register from a file"), url=reverse("desk:exchange", args=[slug]))
    sitting = reverse("desk:method-sitting", args=[slug])
    return EmptyState(
        title=_("The register is still empty"),
        belongs=_("Once there are processing activities, here stands what to do first."),
        reason=_("The GDPR asks for a record of processing activities (Article 30)."),
        reference=imports if may_import else None,
        step=Action(label=_("Begin: the first activity in one sitting"), url=sitting) if may_import else None,
    )
