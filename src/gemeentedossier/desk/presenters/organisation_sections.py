"""The sections of the municipality's own page, and which findings belong beside which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from gemeentedossier.assessment.engine.turning import turning_facts
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.engine.expressions import names_as_written
from gemeentedossier.catalogue.facts.rules import Rule

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSection:
    """A section: its anchor, its heading, what it is for with the article that asks it, and whether it has a form."""

    id: str
    title: StrOrPromise
    about: StrOrPromise
    edited: bool = True


SECTIONS: Mapping[str, OrganisationSection] = {
    section.id: section
    for section in (
        OrganisationSection(
            id="contact",
            title=_("Contact for residents"),
            about=_("Where people ask questions, use their rights and complain (Articles 12, 13 and 30(1)(a))."),
        ),
        OrganisationSection(
            id="public",
            title=_("What everybody can read"),
            about=_("Whether the municipality stands on the public front page, and what makes it so."),
            edited=False,
        ),
        OrganisationSection(
            id="officer",
            title=_("Data protection officer"),
            about=_("Who watches over the rules, and how residents reach them (Articles 37 to 39)."),
        ),
        OrganisationSection(
            id="character",
            title=_("What the municipality is"),
            about=_("Other duties depend on it, such as the officer (Article 37) and a register as processor (30(2))."),
        ),
        OrganisationSection(
            id="controllers",
            title=_("Bodies that decide"),
            about=_("The controllers: who determines purposes and means (Article 4(7); Gemeentewet, Article 6)."),
            edited=False,
        ),
        OrganisationSection(
            id="units",
            title=_("Units"),
            about=_("The departments and teams that do the work."),
            edited=False,
        ),
        OrganisationSection(
            id="people",
            title=_("People and roles"),
            about=_("Who may do what in this dossier. The officer does no work that the officer watches (38(6))."),
            edited=False,
        ),
    )
}
FIELDS: Mapping[str, tuple[str, str]] = {
    "contact_point": ("contact", "contact_point"),
    "contact_point_written": ("contact", "contact_point"),
    "rights_page_written": ("contact", "rights_page"),
    "complaint_page_written": ("contact", "complaint_page"),
    "data_protection_officer_designated": ("officer", "data_protection_officer_designated"),
    "data_protection_officer_contact": ("officer", "data_protection_officer_contact"),
    "data_protection_officer_contact_written": ("officer", "data_protection_officer_contact"),
    "data_protection_officer_count": ("people", ""),
    "officers_with_other_roles": ("people", ""),
    "officer_other_roles": ("people", ""),
    "officer_conflict_count": ("people", ""),
    "privacy_officer_count": ("people", ""),
    "is_public_authority": ("character", "is_public_authority"),
    "acts_as_processor": ("character", "acts_as_processor"),
    "policy_domains": ("character", "policy_domains"),
    "works_in_social_domain": ("character", "policy_domains"),
    "controller_count": ("controllers", ""),
    "unit_count": ("units", ""),
}
"""By the name of the fact: the section that says it, and the field of its form; no field where it has no form."""
OFFICER = frozenset({"37", "38", "39"})
"""The articles of the GDPR on the data protection officer."""


def organisation_section(rule: Rule) -> str:
    """The section beside which a rule about the municipality stands; empty where it stands with the other questions."""
    asked = (name.partition(".")[2] for name in names_as_written(rule.contradicts or rule.met or ""))
    found = next((FIELDS[fact][0] for fact in asked if fact in FIELDS), "")
    if found or not rule.is_attested:
        return found
    first = rule.law[0] if rule.law else None
    return "officer" if first and first.law == "AVG" and first.article in OFFICER else ""


def organisation_goal(finding: Finding) -> tuple[str, str] | None:
    """Section and field of the fact of the municipality on which a finding turns first; None where there is none."""
    for name in turning_facts(finding):
        subject, _dot, fact = name.partition(".")
        if subject == "organisation" and fact in FIELDS:
            return FIELDS[fact]
    return None
