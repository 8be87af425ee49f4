"""The page of one activity: heading, steps, tabs, and its sections with the law beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.assessment.facts import Assessment, Finding
from gemeentedossier.catalogue.facts.rules import RuleNature
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Crumb, Link, Tab
from gemeentedossier.desk.presenters.activity import grounds, identity, keeping, lawfulness, nature, people, reference
from gemeentedossier.desk.presenters.activity.blocks import Block
from gemeentedossier.desk.presenters.activity.margin import Beside, Margin, by_section, margin_for
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, Section
from gemeentedossier.desk.presenters.activity.subjects import subject_names
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, day
from gemeentedossier.desk.presenters.mending import activity_mending
from gemeentedossier.desk.presenters.words import record_state_badge
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    from django.forms import Form

Reader = Callable[[Activity, Words, Dossier], Iterator[Block]]
READERS: Mapping[str, Reader] = {
    "identity": identity.identity,
    "purposes": lawfulness.purposes,
    "data": people.data,
    "informing": people.informing,
    "recipients": people.recipients,
    "retention": keeping.retention,
    "parties": identity.parties,
    "security": identity.security,
    "characteristics": nature.characteristics,
    "further-use": lawfulness.further_use,
    "automated": nature.automated,
    "grounds": grounds.grounds,
    "remarks": nature.remarks,
    "reference": reference.reference,
}


WRITTEN_ANEW = frozenset({RecordState.CONCEPT, RecordState.UNDER_REVIEW})
SETTLED = frozenset({RecordState.ADOPTED, RecordState.PUBLISHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One activity as somebody looks at it: the record, the judgement, and what they may do."""

    slug: str
    activity: Activity
    dossier: Dossier
    assessment: Assessment
    words: Words
    may_edit: bool
    edits_organisation: bool = False
    """Whether this person may write what is recorded of the municipality itself."""
    reads_along: str = ""
    """Why somebody who writes records cannot write this one."""
    answers: Callable[[Finding], tuple[str, Form | None] | None] = field(default=lambda finding: None)
    """Address where this person may answer the finding, and the form where it says something already."""
    may_answer: bool = False
    """Whether they may answer for this record at all."""

    @property
    def url(self) -> str:
        return reverse("desk:activity", args=[self.slug, self.activity.id])


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionShown:
    """A section as it is read, and as it is written where ``form`` is there."""

    section: Section
    blocks: tuple[Block, ...]
    margin: Margin
    suggestions: tuple[str, ...] = ()
    read_url: str
    save_url: str
    edit_url: str = ""
    page_url: str
    form: object = None


def sections_shown(sight: Sight, only: Iterable[str] = SECTIONS) -> Iterator[SectionShown]:
    """The sections in order; one that has nothing to say is left out."""
    findings, beside = by_section(sight.assessment, sight.activity.id), _beside(sight)
    wanted = frozenset(only)
    for section in SECTIONS.values():
        if section.id in wanted:
            shown = section_shown(section, sight, findings.get(section.id, []), beside)
            if shown.blocks:
                yield shown


def section_shown(section: Section, sight: Sight, findings: list[Finding], beside: Beside) -> SectionShown:
    """One section with its margin."""
    may_edit = sight.may_edit and section.edited
    url = reverse("desk:activity-section", args=[sight.slug, sight.activity.id, section.id])
    return SectionShown(
        section=section,
        blocks=tuple(
            block for block in READERS[section.id](sight.activity, sight.words, sight.dossier) if _says(block)
        ),
        margin=margin_for(section.id, findings, beside),
        suggestions=reference.suggestions_for(section.id, sight.activity, sight.words),
        read_url=url,
        save_url=f"{url}save/",
        edit_url=f"{sight.url}?edit={section.id}#{section.id}" if may_edit else _apart(section, sight),
        page_url=sight.url,
    )


def _apart(section: Section, sight: Sight) -> str:
    """Where a section is written that has a page of its own for that."""
    if section.id != "grounds" or not sight.may_edit:
        return ""
    return reverse("desk:rests-on", args=[sight.slug, "activity", sight.activity.id])


def _says(block: Block) -> bool:
    return bool(block.title or block.sentences or block.definitions)


def _beside(sight: Sight) -> Beside:
    return Beside(
        page_url=sight.url,
        words=sight.words,
        subjects=_names(sight),
        may_edit=sight.may_edit,
        mend=lambda finding: activity_mending(finding, sight.slug, edits_organisation=sight.edits_organisation),
        answer=sight.answers,
        slug=sight.slug if sight.may_answer else "",
    )


def _names(sight: Sight) -> Mapping[UUID, str]:
    return subject_names(sight.activity, sight.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above every tab of an activity; ``begins_anew`` warns what writing does to an adopted record."""

    title: str
    badges: tuple[Badge, ...]
    facts: tuple[str, ...]
    note: str
    tabs: tuple[Tab, ...]
    begins_anew: str = ""
    findings: Link | None = None
    """All that was found of it, where that is more than what is open by law."""


def heading(sight: Sight, *, tab: str) -> Heading:
    """Name, states, owner, version and freshness, and the tabs."""
    activity = sight.activity
    return Heading(
        title=activity.name,
        badges=tuple(_badges(sight)),
        facts=tuple(_facts(activity)),
        note=sight.reads_along,
        tabs=tabs(sight, current=tab),
        begins_anew=_begins_anew(activity),
        findings=_findings(sight),
    )


def _findings(sight: Sight) -> Link | None:
    every = sum(1 for each in sight.assessment.findings(activity_id=sight.activity.id) if each.is_open)
    others = every - len(list(open_by_law(sight)))
    if not others:
        return None
    told = ngettext(
        "%(count)s finding in all: guidance and good practice too",
        "%(count)s findings in all: guidance and good practice too",
        every,
    )
    url = f"{reverse('desk:findings', args=[sight.slug])}?activity={sight.activity.id}"
    return Link(label=told % {"count": every}, url=url)


def _begins_anew(activity: Activity) -> str:
    if activity.record_state not in SETTLED:
        return ""
    told = _(
        "This record was adopted as version %(number)s. What you change makes a new concept; version %(number)s stays"
        " as it is, and public where it was published, until the new one is adopted and published."
    )
    return told % {"number": activity.version}


def _badges(sight: Sight) -> Iterator[Badge]:
    activity = sight.activity
    yield record_state_badge(activity.record_state)
    if activity.processing_state:
        yield Badge(word=name_of(activity.processing_state), tone=Tone.QUIET, shape=Shape.INFORMATION)
    unlawful = len(list(open_by_law(sight)))
    if unlawful:
        word = ngettext("%(count)s open point of law", "%(count)s open points of law", unlawful) % {"count": unlawful}
        yield Badge(word=word, tone=Tone.ATTENTION, shape=Shape.DIAMOND)


def open_by_law(sight: Sight) -> Iterator[Finding]:
    """The findings that somebody has to do something about because the law says so."""
    for finding in sight.assessment.findings(activity_id=sight.activity.id):
        if finding.is_open and finding.rule.nature is RuleNature.LAW:
            yield finding


def _facts(activity: Activity) -> Iterator[str]:
    yield activity.owner or _("No process owner yet")
    if activity.version and activity.record_state in WRITTEN_ANEW:
        yield _("Version %(number)s holds until this one is adopted") % {"number": activity.version}
    elif activity.version:
        yield _("Version %(number)s") % {"number": activity.version}
    else:
        yield _("Never adopted yet")
    confirmed = activity.last_confirmed_on
    yield _("Confirmed on %(day)s") % {"day": day(confirmed)} if confirmed else _("Never confirmed yet")


def tabs(sight: Sight, *, current: str) -> tuple[Tab, ...]:
    """The sides of an activity; beside the review stands how many remarks are open."""
    key = [sight.slug, sight.activity.id]
    named = (
        ("desk:activity", pgettext("tab", "Record"), None),
        ("desk:activity-review", pgettext("tab", "Review"), _open_notes(sight) or None),
        ("desk:activity-history", pgettext("tab", "History"), None),
        ("desk:activity-versions", pgettext("tab", "Versions"), sight.activity.version),
    )
    sides = tuple(
        Tab(label=label, url=reverse(name, args=key), current=name == current, count=count)
        for name, label, count in named
    )
    flows = f"{reverse('desk:flows', args=[sight.slug])}?activity={sight.activity.id}"
    return (*sides, Tab(label=pgettext("tab", "Data flows"), url=flows))


def _open_notes(sight: Sight) -> int:
    return sum(each.is_open and each.activity_id == sight.activity.id for each in sight.dossier.review_notes)


def crumbs(slug: str, name: str) -> tuple[Crumb, ...]:
    """The way to an activity."""
    register = Crumb(label=_("Processing activities"), url=reverse("desk:register", args=[slug]))
    return (register, Crumb(label=name))
