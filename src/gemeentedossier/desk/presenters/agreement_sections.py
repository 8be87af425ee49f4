"""The sections of an agreement's page, and in which kinds of agreement each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.engine.expressions import names_in
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.dossier.agreements.enums import AgreementKind, Point

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

K = AgreementKind
EVERY: frozenset[AgreementKind | None] = frozenset({None, *K})


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOf:
    """One section; ``edited`` says whether it has a form of its own."""

    id: str
    title: StrOrPromise
    about: StrOrPromise = ""
    kinds: frozenset[AgreementKind | None] = EVERY
    edited: bool = True
    empty: StrOrPromise = ""
    """What belongs there, where nothing is recorded."""

    def fits(self, kind: AgreementKind | None) -> bool:
        """Whether this kind of agreement has it."""
        return kind in self.kinds


SECTIONS = (
    SectionOf(id="what", title=_("What it is")),
    SectionOf(id="term", title=_("Term"), about=_("From signature to end, and what must be done when.")),
    SectionOf(
        id="cover",
        title=_("What it covers"),
        about=_("Linked to the register, so that data that the agreement does not name are found."),
    ),
    SectionOf(
        id="participants",
        title=_("Participants"),
        about=_("Who joined, who attested this year, who left."),
        kinds=frozenset({K.COVENANT}),
        edited=False,
    ),
    SectionOf(
        id="points",
        title=_("What was agreed"),
        about=_("Each point that the law asks: agreed, left out, or not known yet."),
        kinds=EVERY - {None},
        edited=False,
    ),
    SectionOf(
        id="clauses",
        title=_("Shared clauses"),
        about=_("What holds for every participant, in the words of the covenant."),
        kinds=frozenset({K.COVENANT}),
        edited=False,
        empty=_("No clause is recorded yet. Without it nobody sees where a participant departs."),
    ),
    SectionOf(
        id="deviations",
        title=_("Deviations"),
        about=_("Where a participant departs from a shared clause: what is left out, what stands instead, and why."),
        kinds=frozenset({K.COVENANT}),
        edited=False,
        empty=_("No participant departs from a shared clause, as far as is recorded."),
    ),
    SectionOf(
        id="breaches",
        title=_("Data breaches"),
        about=_("How soon who finds a breach tells the others, and where."),
        kinds=frozenset({K.COVENANT}),
    ),
    SectionOf(
        id="leaflets",
        title=_("Leaflets"),
        about=_("What the parties tell about their product, held against what this agreement covers."),
        kinds=frozenset({K.PROCESSOR, K.JOINT_CONTROLLERS, K.DATA_SUPPLY, K.COVENANT}),
        edited=False,
        empty=_("No leaflet belongs to this agreement, and it names no system that one could be about."),
    ),
    SectionOf(
        id="work",
        title=_("Breaches, others and the end"),
        about=_("How soon a breach is reported, how others are engaged, and what happens at the end."),
        kinds=frozenset({K.PROCESSOR}),
    ),
    SectionOf(
        id="sub-processors",
        title=_("Sub-processors"),
        about=_("Whom the processor engages, whom these engage, and what the municipality said of it (Article 28(2))."),
        kinds=frozenset({K.PROCESSOR}),
        edited=False,
    ),
    SectionOf(
        id="instructions",
        title=_("Instructions"),
        about=_("What the municipality ordered in writing (Articles 28(3)(a) and 29)."),
        kinds=frozenset({K.PROCESSOR}),
        edited=False,
    ),
    SectionOf(
        id="duties",
        title=_("Division of duties"),
        about=_("Who meets which duty of the GDPR (Article 26(1))."),
        kinds=frozenset({K.JOINT_CONTROLLERS}),
        edited=False,
    ),
    SectionOf(
        id="citizens",
        title=_("For citizens"),
        about=_("The essence of the arrangement must be available to them (Article 26(2))."),
        kinds=frozenset({K.JOINT_CONTROLLERS}),
    ),
    SectionOf(
        id="expectations",
        title=_("What each may expect"),
        about=_("On one page, in plain words."),
        kinds=frozenset({K.COVENANT, K.DATA_SUPPLY, K.JOINT_CONTROLLERS, K.PROCESSOR}),
    ),
    SectionOf(
        id="places",
        title=_("Where the data are"),
        about=_("Countries, the parent company, and the mechanism of transfer (Articles 44 to 49)."),
        kinds=EVERY - {K.COVENANT},
    ),
)
_BESIDE_POINTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("cover", frozenset({"purposes_without_basis_count", "activities_without_exception_count"})),
    ("cover", frozenset({"activities_without_retention_count"})),
    ("participants", frozenset({"without_role_count", "processors_without_agreement_count"})),
    ("participants", frozenset({"joined_after_end_count", "attested_after_leaving_count"})),
    ("breaches", frozenset({"other_breach_terms_count"})),
    ("clauses", frozenset({"clauses_without_text_count"})),
    ("deviations", frozenset({"deviations_without_reason_count"})),
    ("leaflets", frozenset({"products_without_leaflet_count"})),
)
"""Where a rule about the completeness of a covenant stands, whether or not it asks for a point too."""
_POINTS = frozenset(point.value for point in Point)
_BY_FACT: tuple[tuple[str, frozenset[str]], ...] = (
    ("term", frozenset({"ended", "expired", "review_overdue", "erasure_proved", "state"})),
    ("cover", frozenset({"uncovered_data_count"})),
    ("sub-processors", frozenset({"unlisted_subprocessor_count"})),
    ("places", frozenset({"processes_outside_eea", "parent_outside_eea"})),
    ("participants", frozenset({"unattested_count"})),
    ("what", frozenset({"party_is_care_provider"})),
    ("work", frozenset({"breach_report_hours"})),
)
"""Where a rule is mended that asks for one of these facts."""


def agreement_section(rule: Rule) -> SectionOf:
    """The section beside which a rule stands: that of the points, unless it asks for what stands in another."""
    expressions = (rule.contradicts, rule.met)
    asked = {name.partition(".")[2] for each in expressions if each for name in names_in(each)}
    found = next((section for section, facts in _BESIDE_POINTS if not asked.isdisjoint(facts)), "points")
    if found == "points" and asked.isdisjoint(_POINTS):
        found = next((section for section, facts in _BY_FACT if not asked.isdisjoint(facts)), found)
    return next(each for each in SECTIONS if each.id == found)
