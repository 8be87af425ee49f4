"""The sections of an activity's page, and which findings belong beside which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page: its anchor, its heading, and what it is for with the article that asks it."""

    id: str
    title: StrOrPromise
    about: StrOrPromise
    edited: bool = True


SECTIONS: Mapping[str, Section] = {
    section.id: section
    for section in (
        Section(
            id="identity",
            title=_("Identity and responsibility"),
            about=_("What this is, and which body answers for it (Articles 4(7) and 30(1)(a))."),
        ),
        Section(
            id="purposes",
            title=_("Purposes and legal bases"),
            about=_("What the data are for, and why that is lawful (Articles 5(1)(b) and 6)."),
        ),
        Section(
            id="data",
            title=_("Data and people"),
            about=_("Which data of which people, and why no less will do (Articles 5(1)(c), 9, 10 and 30(1)(c))."),
        ),
        Section(
            id="informing",
            title=_("Sources and informing"),
            about=_("Where the data come from, and what people are told (Articles 12 to 14)."),
        ),
        Section(
            id="recipients",
            title=_("Recipients and transfers"),
            about=_("Who receives the data, in and outside the EEA (Articles 30(1)(d) and (e), 44 to 49)."),
        ),
        Section(
            id="retention",
            title=_("Retention"),
            about=_("How long the data are kept, and what happens then (Articles 5(1)(e) and 30(1)(f))."),
        ),
        Section(
            id="parties",
            title=_("Processors and parties"),
            about=_("With whom the municipality does this, and in which role (Articles 26 and 28)."),
        ),
        Section(
            id="security",
            title=_("Systems and security"),
            about=_("With what the data are processed and protected (Articles 30(1)(g) and 32)."),
        ),
        Section(
            id="characteristics",
            title=_("Characteristics"),
            about=_("What the processing is like; other duties depend on it (among them Article 35)."),
        ),
        Section(
            id="further-use",
            title=_("Further use"),
            about=_("Use for another purpose than the first, with its test (Article 6(4))."),
        ),
        Section(
            id="automated",
            title=_("Automated decisions"),
            about=_("Decisions by a computer, profiling and algorithms (Article 22)."),
        ),
        Section(
            id="grounds",
            title=_("How the law is read here"),
            about=_(
                "Which reading of an open norm holds here, and on whose position a decision rests (Article 24(1))."
            ),
            edited=False,
        ),
        Section(id="remarks", title=_("Remarks"), about=_("What does not belong anywhere else.")),
        Section(
            id="reference",
            title=_("Beside the reference activity"),
            about=_("Where this record differs from the reference activity that it started from."),
            edited=False,
        ),
    )
}

_BY_FIELD = {
    "record": "identity",
    "controllers": "identity",
    "purposes": "purposes",
    "legal_bases": "purposes",
    "data_uses": "data",
    "sources": "informing",
    "recipients": "recipients",
    "transfers": "recipients",
    "retention": "retention",
    "parties": "parties",
    "further_uses": "further-use",
}
_BY_WIDE_FIELD = {
    "measures": "security",
    "characteristics": "characteristics",
    "impact_assessment": "characteristics",
}
"""Fields with parts of their own: the fact that is asked for says better where its part stands."""
_BY_SUBJECT = {
    SubjectKind.PURPOSE: "purposes",
    SubjectKind.LEGAL_BASIS: "purposes",
    SubjectKind.DATA_USE: "data",
    SubjectKind.DATA_SOURCE: "informing",
    SubjectKind.RECIPIENT: "recipients",
    SubjectKind.TRANSFER: "recipients",
    SubjectKind.RETENTION: "retention",
    SubjectKind.PARTY: "parties",
    SubjectKind.SECURITY_CLASSIFICATION: "security",
    SubjectKind.ACCESS_RIGHT: "security",
    SubjectKind.SECURITY_RISK: "security",
    SubjectKind.FURTHER_USE: "further-use",
}
_BY_FACT = (
    ("automated|algorithm|profiling", "automated"),
    ("information_|rights_|sources?_", "informing"),
    ("fairness|purpose_separation|shared_systems", "purposes"),
    ("accuracy|minimisation|free_text|base_registry|identification", "data"),
    ("destruction|archive_safeguards|archiving", "retention"),
    ("transfer_", "recipients"),
    ("covenant|joint_", "parties"),
    ("further_use", "further-use"),
)
"""A rule on the account or the characteristics stands beside the section that holds the fact it asks for."""


def section_of(rule: Rule) -> str:
    """The section where the rule's finding stands: among the characteristics where the rule names none."""
    return declared_section(rule) or "characteristics"


def declared_section(rule: Rule) -> str | None:
    """The section where what the rule is about is mended; None where nothing in the rule says so."""
    field = rule.repair.field if rule.repair else None
    if field in _BY_FIELD:
        return _BY_FIELD[field]
    return _section_of(" ".join(filter(None, (rule.met or rule.applies, rule.contradicts))), field or "", rule.subject)


@lru_cache(maxsize=2_000)
def _section_of(asked: str, field: str, subject: SubjectKind) -> str | None:
    by_fact = next((section for pattern, section in _BY_FACT if re.search(pattern, asked)), None)
    return by_fact or _BY_WIDE_FIELD.get(field) or _BY_SUBJECT.get(subject)


def section_of_part(subject: str) -> str:
    """The section that holds parts of this kind, such as ``data_use``; empty where none does."""
    return _BY_SUBJECT.get(SubjectKind(subject), "")
