"""The margin is the law's: beside each section the findings that concern it, worst first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Assessment, Finding
from gemeentedossier.catalogue.engine.addresses import address_of
from gemeentedossier.catalogue.facts.citations import cited_together
from gemeentedossier.catalogue.facts.rules import Rule, RuleNature, Severity, Verdict
from gemeentedossier.design.enums import Shape, Tone, Weight
from gemeentedossier.design.parts import Action, Badge, Link, Quotation
from gemeentedossier.design.parts import Finding as FindingPart
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, section_of
from gemeentedossier.desk.presenters.activity.subjects import concerning
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.desk.presenters.answering import also_answered
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SHOWN = 4
"""How many open findings stand beside a section before the others fold away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """A question that a person may answer here, for one record."""

    about: str
    url: str
    name: str
    """By which the elements of its form are known."""
    form: Form | None
    """What was answered before, or just now; None where nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A finding in the margin; with a form per record where a person may answer it here."""

    finding: FindingPart
    answers: tuple[Answerable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """The findings beside one section: the worst, the other open ones, what waits for a fact, and what is in order."""

    section: str
    title: StrOrPromise
    label: str
    first: tuple[Noted, ...] = ()
    others: tuple[Noted, ...] = ()
    undecided: tuple[Noted, ...] = ()
    met: tuple[FindingPart, ...] = ()
    met_summary: str = ""
    others_summary: str = ""
    undecided_summary: str = ""
    open_count: int = 0
    """How many findings are open here, each record apart, folded ones too: all sections add up to the heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the margins need to know of the page."""

    page_url: str
    words: Words
    subjects: Mapping[UUID, str]
    """What the records of the activity are called, to say which one a finding is about."""
    may_edit: bool
    mend: Callable[[Finding], str]
    """The address of the field where a finding is mended."""
    answer: Callable[[Finding], tuple[str, Form | None] | None]
    """Address and form where a person may answer a finding."""
    slug: str = ""
    """Of the municipality, where they may say of what the record shows that it does not apply; else empty."""


def by_section(assessment: Assessment, activity_id: UUID) -> Mapping[str, list[Finding]]:
    """The findings of the activity per section, worst first."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in assessment.worst_first(activity_id=activity_id):
        found[section_of(finding.rule)].append(finding)
    return found


def margin_for(section: str, findings: Iterable[Finding], beside: Beside) -> Margin:
    """The margin of one section."""
    found = list(findings)
    groups = list(_grouped(f for f in found if f.is_open))
    noted = [_noted(group, section, beside) for group in groups]
    met = [f for f in found if f.outcome is Outcome.MET]
    undecided = [f for f in found if f.outcome is Outcome.UNDECIDED]
    others = sum(map(len, groups[SHOWN:]))
    return Margin(
        section=section,
        title=_("What the law says of this"),
        label=_("What the law says: %(section)s") % {"section": SECTIONS[section].title},
        first=tuple(noted[:SHOWN]),
        others=tuple(noted[SHOWN:]),
        undecided=tuple(_noted(group, section, beside) for group in _grouped(undecided)),
        met=tuple(_part(group, section, beside) for group in _grouped(met)),
        met_summary=ngettext("%(count)s point in order", "%(count)s points in order", len(met)) % {"count": len(met)},
        undecided_summary=ngettext(
            "%(count)s criterion may apply: that is still to be told",
            "%(count)s criteria may apply: that is still to be told",
            len(undecided),
        )
        % {"count": len(undecided)},
        others_summary=ngettext("%(count)s more finding", "%(count)s more findings", others) % {"count": others},
        open_count=sum(map(len, groups)),
    )


def _grouped(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """One rule with one outcome on several records stands there once; a contradiction stands apart."""
    groups: dict[object, list[Finding]] = defaultdict(list)
    for finding in findings:
        apart = finding.subject_id if finding.rule.statements else None
        groups[(finding.rule_id, finding.outcome, apart)].append(finding)
    yield from groups.values()


def _noted(group: list[Finding], section: str, beside: Beside) -> Noted:
    found = ((finding, beside.answer(finding)) for finding in group)
    answers = tuple(
        Answerable(
            about=beside.subjects.get(finding.subject_id, ""), url=answer[0], name=answer_name(finding), form=answer[1]
        )
        for finding, answer in found
        if answer
    )
    return Noted(finding=_part(group, section, beside), answers=answers)


def answer_name(finding: Finding) -> str:
    """By which the elements of the form with its answer are known: a page has many."""
    return f"answer-{finding.rule_id}-{finding.subject_id}"


def _part(group: list[Finding], section: str, beside: Beside) -> FindingPart:
    finding, language = group[0], beside.words.language
    rule = finding.rule
    return FindingPart(
        outcome=outcome_badge(finding),
        title=rule.label.in_language(language),
        reason=" ".join(filter(None, (_reason(finding, language), _concerned(group, beside)))),
        nature=nature_word(rule),
        reference=law_link(rule, beside.words),
        statements=_statements(finding, section, beside),
        repair=_repair(finding, beside),
        also=_also(group, beside),
        anchor=f"finding-{rule.id}-{finding.subject_id}",
    )


def _reason(finding: Finding, language: str) -> str:
    """Why this was found; of what nobody recorded, the question that waits for an answer."""
    told = Verdict.GAP in finding.rule.reasons or finding.answer.attestation is not None
    waits = finding.answer.source is AnswerSource.MISSING and not told
    return finding.rule.question.in_language(language) if waits else wording.reason(finding, language)


def _concerned(group: list[Finding], beside: Beside) -> str:
    return concerning(beside.subjects.get(f.subject_id, "") for f in group)


def _statements(finding: Finding, section: str, beside: Beside) -> tuple[Quotation, ...]:
    sides = wording.statements(finding, beside.words.language)
    if sides is None:
        return ()
    where = Link(label=_("look"), url=f"{beside.page_url}#{section}")
    return tuple(Quotation(text=text, where=where) for text in (sides.first, sides.second))


def _repair(finding: Finding, beside: Beside) -> Action | None:
    told = wording.repair(finding, beside.words.language)
    if not told or not beside.may_edit or finding.rule.is_attested:
        return None
    url = beside.mend(finding)
    return Action(label=_("Mend this"), url=url, weight=Weight.SUBTLE, hint=told)


def _also(group: list[Finding], beside: Beside) -> Link | None:
    """The way to say that it does not apply here; of several records, by way of the list of them."""
    finding = group[0]
    link = also_answered(finding, beside.slug) if beside.slug and finding.is_open else None
    if link is None or len(group) == 1:
        return link
    page = reverse("desk:findings", args=[beside.slug])
    return Link(label=link.label, url=f"{page}?activity={finding.activity_id}&rule={finding.rule_id}")


def outcome_badge(finding: Finding) -> Badge:
    """The outcome as word, shape and tone. Red is for a breach of law and what is overdue, for nothing else."""
    return _badge(finding.outcome, breaks_law(finding.rule))


def breaks_law(rule: Rule) -> bool:
    """Whether missing this is unlawful: the law asks it, and no contradiction only points to it."""
    return rule.nature is RuleNature.LAW and rule.severity is not Severity.WARNING


@lru_cache(maxsize=64)
def _shape(outcome: Outcome, unlawful: bool) -> tuple[Tone, Shape]:  # noqa: FBT001 - one of two looks
    serious = Tone.ALARM if unlawful else Tone.ATTENTION
    return {
        Outcome.MET: (Tone.GOOD, Shape.CHECK),
        Outcome.PARTLY: (Tone.ATTENTION, Shape.HALF),
        Outcome.SUPPRESSED: (Tone.QUIET, Shape.DASH),
        Outcome.NOT_MET: (serious, Shape.CROSS),
        Outcome.GAP: (Tone.OPEN, Shape.HOLLOW),
        Outcome.UNDECIDED: (Tone.QUIET, Shape.HOLLOW),
        Outcome.NOT_APPLICABLE: (Tone.QUIET, Shape.DASH),
        Outcome.EXPIRED: (serious, Shape.CLOCK),
        Outcome.CONTRADICTS: (serious, Shape.CLASH),
        Outcome.CONSISTENT: (Tone.GOOD, Shape.CHECK),
    }[outcome]


def _badge(outcome: Outcome, unlawful: bool) -> Badge:  # noqa: FBT001 - one of two looks
    tone, shape = _shape(outcome, unlawful)
    return Badge(word=outcome_word(outcome), tone=tone, shape=shape)


OUTCOMES: Mapping[Outcome, StrOrPromise] = {
    Outcome.MET: pgettext_lazy("outcome", "Met"),
    Outcome.PARTLY: pgettext_lazy("outcome", "Partly met"),
    Outcome.SUPPRESSED: pgettext_lazy("outcome", "Set aside"),
    Outcome.NOT_MET: pgettext_lazy("outcome", "Not met"),
    Outcome.GAP: pgettext_lazy("outcome", "Not recorded"),
    Outcome.UNDECIDED: pgettext_lazy("outcome", "Cannot be told yet"),
    Outcome.NOT_APPLICABLE: pgettext_lazy("outcome", "Not applicable"),
    Outcome.EXPIRED: pgettext_lazy("outcome", "Expired"),
    Outcome.CONTRADICTS: pgettext_lazy("outcome", "Contradiction"),
    Outcome.CONSISTENT: pgettext_lazy("outcome", "Consistent"),
}


def outcome_word(outcome: Outcome) -> str:
    """The outcome in words."""
    return str(OUTCOMES[outcome])


NATURES: Mapping[RuleNature, StrOrPromise] = {
    RuleNature.LAW: pgettext_lazy("nature of a rule", "law"),
    RuleNature.GUIDANCE: pgettext_lazy("nature of a rule", "guidance"),
    RuleNature.GOOD_PRACTICE: pgettext_lazy("nature of a rule", "good practice"),
}


def nature_word(rule: Rule) -> str:
    """Whether the law, guidance or good practice asks it."""
    return str(NATURES[rule.nature])


def law_link(rule: Rule, words: Words) -> Link | None:
    """The place in the law, linked to its text where the catalogue knows the address."""
    if not rule.law:
        return None
    label = cited_together(rule.law, words.language)
    own = (rule.source.url if rule.source else None) or ""
    return Link(label=label, url=address_of(rule.law[0], words.catalogue, words.language) or own)
