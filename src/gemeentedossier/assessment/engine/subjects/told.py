"""Digital tools and leaflets as subjects of rules: ``tool.*`` and ``leaflet.*`` (GDPR 5(1)(b), 12(1), 24(1))."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.agreed import in_use
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.agreements.engine.leaflets import (
    QUESTIONS,
    fit_of,
    is_overdue_on,
    missing_in,
    product_name,
    tells_of_tool,
)
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.tools import forbidden_in
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolSubject:
    """One digital tool that people put data in."""

    name: str
    """What it is called."""
    may_be_used: bool | None
    """Whether somebody judged that people may work with it; unknown while nobody did."""
    says_what_may_go_in: bool
    """Whether it says what may or may not go in, or a rule does so for some work."""
    is_ai: bool | None
    """Whether it is an AI tool; unknown where its kind is."""
    has_algorithm_entry: bool
    """Whether its entry in the algorithm register is recorded."""
    has_supplier: bool | None
    """Whether a party supplies it; unknown where nobody recorded which, as it may be of our own."""
    has_leaflet: bool
    """Whether a leaflet tells what happens in it."""
    forbidden_data: tuple[str, ...] | None
    """Data that its rules forbid and that an activity uses with its system; unknown without a system in use."""
    forbidden_data_en: tuple[str, ...] | None
    """The same, in English."""
    forbidden_data_count: int | None
    """How many."""
    forbidden_for: tuple[str, ...] | None
    """Names of those activities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletSubject:
    """What a party tells about one product."""

    name: str
    """The product and the party, in words."""
    product: str
    """What it is about."""
    party: str
    """Whose it is."""
    agreement: str | None
    """The agreement to which it belongs."""
    agreed_products: tuple[str, ...] | None
    """The systems that this covers."""
    about_another: bool | None
    """Whether it is about something that the agreement does not cover; unknown where nobody can tell."""
    open_questions: tuple[str, ...]
    """The questions that have no answer."""
    open_questions_en: tuple[str, ...]
    """The same, in English."""
    open_question_count: int
    """How many."""
    question_count: int
    """How many there are."""
    valid_until: dt.date | None
    """The last day on which it may be relied on."""
    overdue: bool | None
    """Whether that day is past."""


def tool_subject(
    tool: Tool, rules: Iterable[ToolRule], using: Iterable[Activity], leaflets: Iterable[Leaflet], law: Law
) -> ToolSubject:
    """Return a tool as a subject of rules; ``using`` are the activities in use that work with its system."""
    own = [each for each in rules if each.tool_id == tool.id]
    working = tuple(using)
    kept_out = [(each, forbidden_in(tool, own, each)) for each in working]
    against = [(each, found) for each, found in kept_out if found.categories or found.own]
    categories = dict.fromkeys(each for _, found in against for each in found.categories)
    in_own_words = dict.fromkeys(each for _, found in against for each in found.own)
    data, in_english = ((*law.names_of_data(categories, each), *in_own_words) for each in ("nl", "en"))
    says = law.lint.says_something
    return ToolSubject(
        name=tool.name,
        may_be_used=_MAY.get(tool.state) if tool.state else None,
        says_what_may_go_in=bool(own) or says(tool.may_go_in) or says(tool.may_not_go_in),
        is_ai=None if tool.kind is None else tool.kind is ToolKind.AI_TOOL,
        has_algorithm_entry=bool(tool.algorithm_entry),
        has_supplier=True if tool.supplier_id else None,
        has_leaflet=any(tells_of_tool(each, tool) for each in leaflets),
        forbidden_data=data if working else None,
        forbidden_data_en=in_english if working else None,
        forbidden_data_count=len(data) if working else None,
        forbidden_for=tuple(each.name for each, _ in against) if working else None,
    )


_MAY: Mapping[ToolState, bool] = {
    ToolState.ALLOWED: True,
    ToolState.ALLOWED_ON_CONDITIONS: True,
    ToolState.NOT_ALLOWED: False,
}
"""What was judged; a tool that is being judged is unknown."""


def leaflet_subject(leaflet: Leaflet, dossier: Dossier, law: Law) -> LeafletSubject:
    """Return a leaflet as a subject of rules on the law's day. An answer without words tells nothing."""
    agreement = next((each for each in dossier.agreements if each.id == leaflet.agreement_id), None)
    fit = fit_of(leaflet, agreement, dossier.systems, dossier.tools)
    product = product_name(leaflet, dossier.systems, dossier.tools)
    open_ones = [QUESTIONS[field] for field in missing_in(leaflet, law.lint)]
    return LeafletSubject(
        name=f"{product}, {leaflet.party_name}",
        product=product,
        party=leaflet.party_name,
        agreement=agreement.name if agreement else None,
        agreed_products=fit.agreed or None,
        about_another=None if fit.holds is None else not fit.holds,
        open_questions=tuple(each.nl for each in open_ones),
        open_questions_en=tuple(each.in_language("en") for each in open_ones),
        open_question_count=len(open_ones),
        question_count=len(QUESTIONS),
        valid_until=leaflet.valid_until,
        overdue=is_overdue_on(leaflet, law.day),
    )


def told_cases(
    dossier: Dossier, organisation: OrganisationSubject, law: Law, *, using: Mapping[UUID, Sequence[Activity]]
) -> Iterator[Case]:
    """Yield each digital tool and each leaflet as a case; ``using`` are the activities by system."""
    for tool in dossier.tools:
        working = in_use(using.get(tool.system_id, ())) if tool.system_id else ()
        own: object = tool_subject(tool, dossier.tool_rules, working, dossier.leaflets, law)
        yield Case(SubjectKind.TOOL, tool.id, None, {"tool": own, "organisation": organisation})
    for leaflet in dossier.leaflets:
        own = leaflet_subject(leaflet, dossier, law)
        yield Case(SubjectKind.LEAFLET, leaflet.id, None, {"leaflet": own, "organisation": organisation})
