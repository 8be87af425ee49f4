"""What the law still asks of a record, for whoever decides on it: by subject, the worst first, each with its way."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import ngettext

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.glance import OUTCOMES
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.facts.rules import RuleNature
from gemeentedossier.design.parts import Badge, Link
from gemeentedossier.desk.presenters.activity.margin import outcome_badge, outcome_word
from gemeentedossier.desk.presenters.activity.page import Sight
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, section_of
from gemeentedossier.desk.presenters.activity.subjects import concerning, subject_names
from gemeentedossier.desk.presenters.activity.wording import listing
from gemeentedossier.desk.presenters.mending import activity_mending


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """One rule with one outcome: once, however many records of the activity it is about."""

    badge: Badge
    link: Link
    concerns: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSubject:
    """A section of the record: what is wrong in it, and what nobody recorded in it."""

    link: Link
    wrong: tuple[OpenPoint, ...]
    unrecorded: tuple[OpenPoint, ...]
    unrecorded_summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenByLaw:
    """All of it."""

    summary: str
    subjects: tuple[OpenSubject, ...]


def open_to_decide(sight: Sight) -> OpenByLaw | None:
    """What is open by law; None where nothing is."""
    worst = sight.assessment.worst_first(activity_id=sight.activity.id)
    open_ones = (each for each in worst if each.is_open and each.rule.nature is RuleNature.LAW)
    found = sorted(open_ones, key=lambda each: OUTCOMES.index(each.outcome))
    by_section: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_section[section_of(finding.rule)].append(finding)
    if not found:
        return None
    names = subject_names(sight.activity, sight.words)
    subjects = tuple(_subject(section, each, sight, names) for section, each in by_section.items())
    return OpenByLaw(summary=_summary(found), subjects=subjects)


def _summary(found: list[Finding]) -> str:
    counts = Counter(outcome_word(finding.outcome) for finding in found)
    number = len(found)
    told = listing(f"{word.lower()}: {count}" for word, count in counts.items())
    said = ngettext("%(count)s point of law is open", "%(count)s points of law are open", number) % {"count": number}
    return f"{said} ({told})."


def _subject(section: str, found: list[Finding], sight: Sight, names: Mapping[UUID, str]) -> OpenSubject:
    wrong = tuple(_points((f for f in found if f.outcome is not Outcome.GAP), sight, names))
    unrecorded = tuple(_points((f for f in found if f.outcome is Outcome.GAP), sight, names))
    number = len(unrecorded)
    return OpenSubject(
        link=Link(label=SECTIONS[section].title, url=f"{sight.url}#{section}"),
        wrong=wrong,
        unrecorded=unrecorded,
        unrecorded_summary=ngettext("%(count)s point is not recorded", "%(count)s points are not recorded", number)
        % {"count": number},
    )


def _points(found: Iterable[Finding], sight: Sight, names: Mapping[UUID, str]) -> Iterator[OpenPoint]:
    groups: dict[tuple[str, Outcome], list[Finding]] = defaultdict(list)
    for finding in found:
        groups[finding.rule_id, finding.outcome].append(finding)
    for group in groups.values():
        yield OpenPoint(
            badge=outcome_badge(group[0]),
            link=Link(label=group[0].rule.label.in_language(sight.words.language), url=_way(group[0], sight)),
            concerns=concerning(names.get(each.subject_id, "") for each in group),
        )


def _way(finding: Finding, sight: Sight) -> str:
    """Who may write the record comes to the field; who reads it, to the finding beside its section."""
    told = wording.repair(finding, sight.words.language)
    if told and sight.may_edit and not finding.rule.is_attested:
        return activity_mending(finding, sight.slug, edits_organisation=sight.edits_organisation)
    return f"{sight.url}#finding-{finding.rule_id}-{finding.subject_id}"
