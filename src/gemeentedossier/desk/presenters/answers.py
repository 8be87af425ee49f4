"""A criterion as a question to somebody: what is asked, why, of what, and what was shown before."""

from dataclasses import dataclass

from django.template.defaultfilters import date as date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from gemeentedossier.assessment.engine.naming import BESIDE, record_name
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.parts import Definition, Link
from gemeentedossier.desk.presenters.activity.sections import section_of
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, language
from gemeentedossier.desk.presenters.evidence import piece_url
from gemeentedossier.desk.presenters.findings import Shown, page_beside
from gemeentedossier.foundation.addresses import reverse

BESIDE_THE_RECORD = gettext_noop(
    "The record itself answers this, and mending it is done there. Here you can say that it does not apply, or that it "
    "is worse than the record shows; say why, so that another can check it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityPart:
    """The criteria of one Part about the municipality as a whole, with what was found."""

    anchor: str
    title: str
    cases: tuple[Shown, ...]
    open_count: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with what belongs to it; ``given`` is the answer that stands."""

    title: str
    question: str
    evidence: str
    back: Link
    note: str
    """What a person can say where the record answers; empty where only a person can."""
    given: tuple[Definition, ...]


def part_title(part: Part) -> str:
    """What a Part is called."""
    return {
        Part.A: _("Part A: data processing"),
        Part.B: _("Part B: security"),
        Part.C: _("Part C: risks for data subjects"),
        Part.D: _("Part D: personal data breaches"),
    }[part]


def asked_of(finding: Finding, judged: Judged, words: Words, slug: str) -> Asked:
    """The question that a finding waits for."""
    rule, language = finding.rule, words.language
    return Asked(
        title=rule.label.in_language(language),
        question=rule.question.in_language(language),
        evidence=rule.evidence.in_language(language) if rule.evidence else "",
        back=_back(finding, judged, slug),
        note="" if rule.is_attested else _(BESIDE_THE_RECORD),
        given=_given(finding, slug),
    )


def _back(finding: Finding, judged: Judged, slug: str) -> Link:
    activity = judged.activity_of(finding)
    if finding.subject_kind in BESIDE:
        return Link(label=record_name(finding.case, language()), url=page_beside(finding, slug))
    if activity is None:
        page = reverse("desk:municipality", args=[slug])
        return Link(label=judged.dossier.organisation.name, url=f"{page}#part-{finding.rule.part.value.lower()}")
    page = reverse("desk:activity", args=[slug, activity.id])
    return Link(label=activity.name, url=f"{page}#{section_of(finding.rule)}")


def _given(finding: Finding, slug: str) -> tuple[Definition, ...]:
    said = finding.answer.attestation
    if said is None:
        return ()
    when = date_format(localtime(said.answered_at), "j F Y, H:i")
    told = [
        Definition(term=_("Answer"), texts=(name_of(said.answer),)),
        Definition(term=_("Answered by"), texts=(f"{said.answered_by}, {when}",)),
    ]
    if said.explanation.strip():
        told.append(Definition(term=_("Explanation"), texts=(said.explanation,)))
    if said.review_on:
        told.append(Definition(term=_("Look at this again on"), texts=(date_format(said.review_on, "j F Y"),)))
    links = tuple(Link(label=each.title, url=piece_url(slug, each.id)) for each in finding.answer.evidence)
    told.append(Definition(term=_("Evidence"), links=links, missing=_("Without evidence")))
    return tuple(told)
