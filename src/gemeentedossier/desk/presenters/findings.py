"""Findings as people read them: where, about what, why, by which article, and what mends it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.lots import Lot
from gemeentedossier.assessment.engine.naming import AGREED, ASKED, ASSETS, BESIDE, GOVERNED, TOLD, record_name
from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import RuleNature, SubjectKind, Verdict
from gemeentedossier.design import parts
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.desk.presenters.activity.margin import (
    breaks_law,
    law_link,
    nature_word,
    outcome_badge,
    outcome_word,
)
from gemeentedossier.desk.presenters.activity.sections import SECTIONS, section_of
from gemeentedossier.desk.presenters.activity.subjects import subject_names
from gemeentedossier.desk.presenters.activity.wording import Words, listing, words_of
from gemeentedossier.desk.presenters.agreement_sections import agreement_section
from gemeentedossier.desk.presenters.answering import also_answered, answer_url
from gemeentedossier.desk.presenters.assessment_sections import assessment_mending, assessment_section, assessment_step
from gemeentedossier.desk.presenters.breach_sections import breach_mending, breach_section, breach_step
from gemeentedossier.desk.presenters.mending import (
    LOG_OVERDUE,
    activity_mending,
    asset_mending,
    asset_section,
    clause_mending,
    is_of_levels,
    is_of_outages,
    organisation_mending,
    told_mending,
)
from gemeentedossier.desk.presenters.organisation_sections import SECTIONS as OF_THE_ORGANISATION
from gemeentedossier.desk.presenters.organisation_sections import organisation_section
from gemeentedossier.desk.presenters.request_places import request_section
from gemeentedossier.desk.presenters.roles import responsible_name
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.enums import ResponsibleRole

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


ON_THE_SHEET: Mapping[SubjectKind, str] = {
    SubjectKind.SECURITY_CLASSIFICATION: "levels",
    SubjectKind.ACCESS_RIGHT: "rights",
}
"""What stands on the security sheet of an activity, and in which section."""


OPENS: Mapping[str, str] = {
    "norm-read-differently": "end",
    "rests-on-ended-reading": "carry",
    "reading-looked-at-again": "confirm",
    "rests-on-superseded-position": "carry",
    "evidence-without-owner": "hand-over",
}
"""Which form mends what was found of a reading, a position or a piece of evidence."""
UNDECIDED = "security-risk-above-appetite-undecided"
"""What the executive mends, where others take more measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One finding in a list: the record it is about, who answers for it, and the judgement."""

    where: parts.Link
    about: str
    roles: str
    finding: parts.Finding
    aside_url: str = ""
    """Where they set it aside, or let it count again; empty where they may not."""


def no_steps(_record: UUID) -> frozenset[str]:
    """Nobody may take any."""
    return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom the findings are put into words."""

    slug: str
    mends: Container[UUID] = frozenset()
    """The activities, agreements, systems, measures, clauses, readings, positions and evidence that they may write."""
    classifies: Container[UUID] = frozenset()
    """The activities whose levels they may write."""
    steps_of: Callable[[UUID], frozenset[str]] = no_steps
    """The steps that they may take now with a breach or an impact assessment."""
    weighs: Container[UUID] = frozenset()
    """The activities whose risks and plan for an outage they may write."""
    decides_risks: bool = False
    """Whether they may decide about what remains of a risk."""
    looks: Mapping[UUID, UUID] = field(default_factory=dict)
    """For who may look at logs: by system the plan whose log is to be looked at first."""
    records_rights: bool = False
    """Whether they may record that a right is gone."""
    answers_for_all: bool = False
    """Whether they may answer for the municipality as a whole."""
    edits_organisation: bool = False
    """Whether they may write what is recorded of it."""
    sets_aside: bool = False
    """Whether they may set findings aside,"""
    sets_unlawful_aside: bool = False
    """and breaches of law too."""
    at: dt.datetime | None = None
    """The moment that they look at; None is now."""

    def steps_with(self, finding: Finding) -> frozenset[str]:
        """The steps that they may take with the record that a finding is about."""
        return self.steps_of(finding.subject_id)


def shown_findings(findings: Iterable[Finding], judged: Judged, reader: Reader) -> tuple[Shown, ...]:
    """The findings as a list, in the order given."""
    words = words_of(judged.dossier, at=reader.at)
    names: dict[UUID, Mapping[UUID, str]] = {}
    return tuple(_shown(finding, judged, reader, words, names) for finding in findings)


def counts_of(lots: Iterable[Lot]) -> Mapping[Outcome, int]:
    """How many findings there are per outcome."""
    counts: Counter[Outcome] = Counter()
    for lot in lots:
        counts[lot.outcome] += lot.count
    return counts


def badge_of(finding: Finding) -> parts.Badge:
    """The outcome; a missed good practice keeps its word and never looks like a breach of law."""
    if finding.is_open and finding.rule.nature is RuleNature.GOOD_PRACTICE:
        return parts.Badge(word=outcome_word(finding.outcome), tone=Tone.NOTE, shape=Shape.DIAMOND)
    return outcome_badge(finding)


def record_url(finding: Finding, reader: Reader) -> str:
    """Where the finding stands: in its record, or on the page of the municipality itself."""
    if finding.subject_kind in BESIDE:
        return page_beside(finding, reader.slug)
    if finding.subject_kind is SubjectKind.SECURITY_RISK:
        return reverse("desk:risk", args=[reader.slug, finding.subject_id])
    if finding.subject_kind in ON_THE_SHEET:
        return sheet_page(finding, reader.slug)
    if not finding.activity_id:
        return organisation_page(finding, reader.slug)
    page = reverse("desk:activity", args=[reader.slug, finding.activity_id])
    return f"{page}#{section_of(finding.rule)}"


def organisation_page(finding: Finding, slug: str) -> str:
    """The section of the municipality's own page that a finding is about, else the questions of its Part."""
    section = organisation_section(finding.rule)
    if section:
        return f"{reverse('desk:organisation', args=[slug])}#{section}"
    return f"{reverse('desk:municipality', args=[slug])}#part-{finding.rule.part.value.lower()}"


def sheet_page(finding: Finding, slug: str) -> str:
    """The security sheet of the activity that a finding is about, at the section where it is mended."""
    page = reverse("desk:activity-security", args=[slug, finding.activity_id])
    return f"{page}#{'outage' if is_of_outages(finding) else ON_THE_SHEET[finding.subject_kind]}"


def page_beside(finding: Finding, slug: str) -> str:
    """The page of the record beside the register that a finding is about."""
    if finding.subject_kind is SubjectKind.EVIDENCE:
        return reverse("desk:evidence-piece", args=[slug, finding.subject_id])
    if finding.subject_kind is SubjectKind.POLICY_CLAUSE:
        return f"{reverse('desk:clause', args=[slug, finding.subject_id])}#how"
    if finding.subject_kind is SubjectKind.IMPACT_ASSESSMENT:
        return f"{reverse('desk:assessment', args=[slug, finding.subject_id])}#{assessment_section(finding.rule)}"
    if finding.subject_kind is SubjectKind.BREACH:
        page = reverse("desk:breach", args=[slug, finding.subject_id])
        return f"{page}#{breach_section(finding.rule_id)}"
    if finding.subject_kind in ASSETS:
        page = reverse(f"desk:{finding.subject_kind.value}", args=[slug, finding.subject_id])
        return f"{page}#{asset_section(finding)}"
    if finding.subject_kind in ASKED:
        page = reverse(f"desk:{finding.subject_kind.value}", args=[slug, finding.subject_id])
        return f"{page}#{request_section(finding.rule_id)}"
    if finding.subject_kind in GOVERNED | TOLD:
        return reverse(f"desk:{finding.subject_kind.value}", args=[slug, finding.subject_id])
    return agreement_page(finding, slug)


def agreement_page(finding: Finding, slug: str) -> str:
    """The page of the agreement that a finding is about, at the section where it is mended."""
    page = reverse("desk:agreement", args=[slug, finding.subject_id])
    return f"{page}#{agreement_section(finding.rule).id}"


def repair_of(finding: Finding, reader: Reader, language: str) -> parts.Action | None:
    """The cheapest way to mend it, leading to the place where that is done; None where there is nothing to do."""
    if not finding.is_open or not _may_mend(finding, reader):
        return None
    if finding.rule.is_attested:
        return parts.Action(label=_("Answer this question"), url=answer_url(finding, reader.slug))
    told = wording.repair(finding, language)
    url = _mending(finding, reader) if told else ""
    return parts.Action(label=str(told).rstrip("."), url=url) if url else None


def _may_mend(finding: Finding, reader: Reader) -> bool:
    """Whether they may write the record where it is mended; of the municipality, whether they may answer or write."""
    if finding.subject_kind is SubjectKind.ACCESS_RIGHT:
        return reader.records_rights
    if finding.rule_id == LOG_OVERDUE and finding.subject_id in reader.looks:
        return True
    if finding.subject_kind is SubjectKind.SECURITY_RISK:
        return finding.activity_id in reader.weighs or (reader.decides_risks and finding.rule_id == UNDECIDED)
    if is_of_outages(finding):
        return finding.activity_id in reader.weighs
    if is_of_levels(finding):
        return finding.activity_id in reader.classifies
    if finding.subject_kind is SubjectKind.BREACH and breach_step(finding)[0] in reader.steps_with(finding):
        return True
    if finding.subject_kind is SubjectKind.IMPACT_ASSESSMENT and assessment_step(
        finding.rule, reader.steps_with(finding)
    ):
        return True
    record = finding.subject_id if finding.subject_kind in BESIDE else finding.activity_id
    if record:
        return record in reader.mends
    return reader.answers_for_all if finding.rule.is_attested else reader.edits_organisation


def _mending(finding: Finding, reader: Reader) -> str:
    if finding.rule_id == LOG_OVERDUE and finding.subject_id in reader.looks:
        return f"{reverse('desk:log-review', args=[reader.slug, reader.looks[finding.subject_id]])}?look#look"
    if finding.subject_kind in BESIDE:
        return _mending_beside(finding, reader)
    if finding.activity_id:
        return activity_mending(finding, reader.slug, edits_organisation=reader.edits_organisation)
    return organisation_mending(finding, reader.slug)


def _mending_beside(finding: Finding, reader: Reader) -> str:
    slug = reader.slug
    if finding.subject_kind is SubjectKind.BREACH:
        return breach_mending(finding, slug, reader.steps_with(finding))
    if finding.subject_kind in GOVERNED | {SubjectKind.EVIDENCE}:
        return f"{page_beside(finding, slug)}?open={OPENS.get(finding.rule_id, '')}"
    if finding.subject_kind in ASSETS:
        return asset_mending(finding, slug)
    if finding.subject_kind is SubjectKind.IMPACT_ASSESSMENT:
        return assessment_mending(finding, slug, reader.steps_with(finding))
    if finding.subject_kind in ASKED:
        return page_beside(finding, slug)
    if finding.subject_kind in TOLD:
        return told_mending(finding, slug)
    if finding.subject_kind is SubjectKind.POLICY_CLAUSE:
        return clause_mending(finding, slug)
    section = agreement_section(finding.rule)
    if section.id == "points":
        return reverse("desk:agreement-points", args=[slug, finding.subject_id])
    if section.edited and section.id != "term":
        return reverse("desk:agreement-edit", args=[slug, finding.subject_id, section.id])
    return agreement_page(finding, slug)


def _shown(
    finding: Finding, judged: Judged, reader: Reader, words: Words, names: dict[UUID, Mapping[UUID, str]]
) -> Shown:
    activity = judged.activity_of(finding)
    if activity and activity.id not in names:
        names[activity.id] = subject_names(activity, words)
    return Shown(
        where=parts.Link(label=record_name(finding.case, words.language), url=record_url(finding, reader)),
        about=_about(finding, names[activity.id]) if activity else "",
        roles=listing(roles_of(finding)),
        finding=_part(finding, reader, words),
        aside_url=aside_url(finding, reader),
    )


def _about(finding: Finding, names: Mapping[UUID, str]) -> str:
    """What in the activity it is about."""
    if finding.subject_kind is SubjectKind.SECURITY_RISK:
        return str(finding.case.fact("security_risk.threat"))
    return names.get(finding.subject_id, "")


def aside_url(finding: Finding, reader: Reader) -> str:
    """The page on which they set an open finding aside, or lift that again; empty where they may not."""
    if finding.answer.suppression and reader.sets_aside:
        return reverse("desk:suppression-lift", args=[reader.slug, finding.answer.suppression.id])
    may = reader.sets_unlawful_aside if breaks_law(finding.rule) else reader.sets_aside
    if not may or not finding.is_open:
        return ""
    return reverse("desk:suppress", args=[reader.slug, finding.subject_kind.value, finding.subject_id, finding.rule_id])


def roles_of(finding: Finding) -> list[str]:
    """Who answers for it."""
    return [responsible_name(ResponsibleRole(role)) for role in finding.rule.responsible]


def _part(finding: Finding, reader: Reader, words: Words) -> parts.Finding:
    rule, language = finding.rule, words.language
    return parts.Finding(
        outcome=badge_of(finding),
        title=rule.label.in_language(language),
        reason=_asked_or_told(finding, language),
        nature=nature_word(rule),
        source=_source(finding),
        reference=law_link(rule, words),
        statements=_statements(finding, reader, language),
        repair=repair_of(finding, reader, language),
        also=also_answered(finding, reader.slug) if _may_mend(finding, reader) else None,
    )


def _asked_or_told(finding: Finding, language: str) -> str:
    """Why it was found; of what nobody recorded, the question that waits for an answer."""
    is_missing = finding.answer.source is AnswerSource.MISSING and finding.answer.attestation is None
    waits = is_missing and Verdict.GAP not in finding.rule.reasons
    return finding.rule.question.in_language(language) if waits else wording.reason(finding, language)


def _source(finding: Finding) -> StrOrPromise:
    said = finding.answer.attestation
    if said is not None and said.answer is Answer.YES and not said.evidence_ids:
        return _("answered by a person, without evidence")
    return {
        AnswerSource.DERIVED: _("follows from the record"),
        AnswerSource.ATTESTED: _("answered by a person"),
        AnswerSource.MISSING: pgettext("source of an answer", "nobody recorded it"),
        AnswerSource.FAULTY: _("the rule itself failed"),
    }[finding.answer.source]


def _statements(finding: Finding, reader: Reader, language: str) -> tuple[parts.Quotation, ...]:
    sides = wording.statements(finding, language)
    if sides is None or Outcome.CONTRADICTS not in (finding.outcome, finding.answer.beneath):
        return ()
    if finding.subject_kind in BESIDE - AGREED:
        title: StrOrPromise = record_name(finding.case, language)
    elif finding.subject_kind in AGREED:
        title = agreement_section(finding.rule).title
    elif finding.subject_kind is SubjectKind.SECURITY_RISK:
        title = _("Risk")
    elif not finding.activity_id:
        section = organisation_section(finding.rule)
        title = OF_THE_ORGANISATION[section].title if section else record_name(finding.case)
    else:
        title = SECTIONS[section_of(finding.rule)].title
    where = parts.Link(label=title, url=record_url(finding, reader))
    return tuple(parts.Quotation(text=text, where=where) for text in (sides.first, sides.second))
