"""What whoever reviews a record reads: where it differs from the version that holds, by field and by sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Alert, Change, Words
from gemeentedossier.desk.presenters.activity.history import changed_since_version, version_url
from gemeentedossier.desk.presenters.activity.page import READERS, Sight
from gemeentedossier.desk.presenters.activity.sections import SECTIONS
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.dossier.agreements.engine.difference import Mark, difference
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity, AdoptedVersion
from gemeentedossier.dossier.register.queries.steps import RETURNED, SUBMITTED, StepTaken

ALIKE = 0.5
"""From what share of equal words two texts are read as one (our own choice); below it both are shown whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The concept beside the version that holds; without one (``since`` is empty) everything in it is new."""

    since: str
    url: str = ""
    fields: tuple[Change, ...] = ()
    sentences: tuple[Change, ...] = ()


def review_of(sight: Sight) -> Review:
    """Where the record as it reads now differs from the last adopted version."""
    last = last_version(sight)
    if last is None:
        return Review(since="")
    return Review(
        since=_("Version %(number)s, adopted on %(day)s") % {"number": last.number, "day": day(last.adopted_at.date())},
        url=version_url(sight, last.number),
        fields=tuple(map(marked, changed_since_version(sight))),
        sentences=tuple(_sentences(last.content, sight)),
    )


def last_version(sight: Sight) -> AdoptedVersion | None:
    """The version that was adopted last."""
    own = (each for each in sight.dossier.versions if each.activity_id == sight.activity.id)
    return max(own, key=lambda each: each.number, default=None)


def marked(change: Change) -> Change:
    """The change with its words marked, where most of them stayed."""
    words = _as_one(str(change.before), str(change.after))
    return Change(label=change.label, before=change.before, after=change.after, words=words)


def _as_one(before: str, after: str) -> tuple[Words, ...]:
    stretches = difference(before, after) if before and after else ()
    counts = {mark: sum(len(each.text.split()) for each in stretches if each.mark is mark) for mark in Mark}
    longest = counts[Mark.BOTH] + max(counts[Mark.FIRST], counts[Mark.SECOND])
    if not longest or counts[Mark.BOTH] / longest < ALIKE:
        return ()
    return tuple(Words(each.text, gone=each.mark is Mark.FIRST, come=each.mark is Mark.SECOND) for each in stretches)


def _sentences(before: Activity, sight: Sight) -> Iterator[Change]:
    """The running text of the page, per section: each sentence that went, came or was worded anew."""
    ours, theirs = _read(before, sight), _read(sight.activity, sight)
    for section in SECTIONS.values():
        old, new = ours.get(section.id, ()), theirs.get(section.id, ())
        gone = [each for each in old if each not in new]
        come = [each for each in new if each not in old]
        for first, second in zip_longest(gone, come, fillvalue=""):
            yield marked(Change(label=section.title, before=first, after=second))


def _read(activity: Activity, sight: Sight) -> Mapping[str, tuple[str, ...]]:
    """The sentences of each section of the page of the activity."""
    return {
        name: tuple(str(each) for block in read(activity, sight.words, sight.dossier) for each in block.sentences)
        for name, read in READERS.items()
    }


def step_told(activity: Activity, step: StepTaken | None) -> Alert | None:
    """That a concept was sent back, or that a record was submitted, by whom, when and why; None for any other step."""
    if step is None or not step.by:
        return None
    told = {"name": step.by, "day": day(step.at.date())}
    if step.verb == RETURNED and activity.record_state is RecordState.CONCEPT:
        return Alert(title=_("%(name)s sent this record back on %(day)s") % told, text=step.reason)
    if step.verb == SUBMITTED and activity.record_state is RecordState.UNDER_REVIEW:
        return Alert(title=_("%(name)s submitted this record on %(day)s") % told, text=step.reason)
    return None
