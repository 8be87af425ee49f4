"""What a leaflet must tell, what it does not tell yet, and whether it is about what was agreed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.engine.term import OVER, Term, state_on
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet
from gemeentedossier.dossier.assets.facts import System, Tool

SOON = dt.timedelta(days=60)
"""How long before it runs out a new leaflet is asked of the party (our own choice)."""
QUESTIONS: Mapping[str, Text] = {
    "used_for": Text("Waarvoor wordt het gebruikt?", "What is it used for?"),
    "which_data": Text("Welke gegevens gaan erin?", "Which data go into it?"),
    "of_whom": Text("Van wie zijn die gegevens?", "Whose data are these?"),
    "where_processed": Text("Waar staan de gegevens?", "Where are the data?"),
    "shared_with": Text("Wie ziet de gegevens nog meer?", "Who else sees the data?"),
    "kept_for": Text("Hoe lang blijven de gegevens bewaard?", "How long are the data kept?"),
    "protection": Text("Hoe zijn de gegevens beschermd?", "How are the data protected?"),
    "contact": Text("Bij wie kunt u terecht met vragen?", "Whom can you ask?"),
}
"""What a leaflet tells, by field, in the order in which people ask it (our own choice)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a leaflet compares with the agreement to which it belongs; None is what nobody can tell.

    ``agreed`` names the systems that the agreement covers.
    """

    of_a_party: bool | None = None
    about_the_product: bool | None = None
    agreed: tuple[str, ...] = ()

    @property
    def holds(self) -> bool | None:
        """Whether it is of a party to the agreement and about what that covers."""
        found = (self.of_a_party, self.about_the_product)
        return False if False in found else None if None in found else True


def missing_in(leaflet: Leaflet, lint: Lint) -> tuple[str, ...]:
    """The fields that tell nothing yet: nothing stands there, or only a blank, a sign or a note for later."""
    return tuple(field for field in QUESTIONS if not lint.says_something(getattr(leaflet, field)))


def is_overdue_on(leaflet: Leaflet, day: dt.date) -> bool | None:
    """Whether its last day is past; unknown without one."""
    return None if leaflet.valid_until is None else leaflet.valid_until < day


def is_asked_again_on(leaflet: Leaflet, day: dt.date) -> bool:
    """Whether a new one is asked: it ran out, or does so soon."""
    return leaflet.valid_until is not None and leaflet.valid_until <= day + SOON


def leaflet_terms_for(
    leaflets: Iterable[Leaflet],
    agreements: Iterable[Agreement],
    systems: Iterable[System],
    tools: Iterable[Tool],
    *,
    on: dt.date,
) -> tuple[Term, ...]:
    """Return the last day of each leaflet, also one that is past; nothing of one whose agreement is over."""
    over = {each.id for each in agreements if state_on(each, on) in OVER}
    every_system, every_tool = tuple(systems), tuple(tools)
    asked = (each for each in leaflets if each.agreement_id not in over)
    return tuple(
        sorted(
            Term(
                each.valid_until,
                TermKind.LEAFLET_ENDS,
                each.id,
                product_name(each, every_system, every_tool),
                each.party_name,
            )
            for each in asked
            if each.valid_until
        )
    )


def product_name(leaflet: Leaflet, systems: Iterable[System], tools: Iterable[Tool]) -> str:
    """What it is about, in words; empty for a record that is not here."""
    names = {each.id: each.name for each in systems} | {each.id: each.name for each in tools}
    key = leaflet.system_id or leaflet.tool_id
    return names.get(key, "") if key else leaflet.product


def fit_of(leaflet: Leaflet, agreement: Agreement | None, systems: Iterable[System], tools: Iterable[Tool]) -> Fit:
    """Return how the leaflet compares with its agreement.

    A product in own words is about what the agreement covers where it is called the same, else nobody can tell.
    """
    if agreement is None:
        return Fit()
    covered = {each.id: each.name for each in systems if each.id in set(agreement.system_ids)}
    return Fit(
        of_a_party=any(each.party_id == leaflet.party_id for each in agreement.parties),
        about_the_product=_is_covered(leaflet, covered, tools) if covered else None,
        agreed=tuple(covered.values()),
    )


def _is_covered(leaflet: Leaflet, covered: Mapping[UUID, str], tools: Iterable[Tool]) -> bool | None:
    system_id = _system_of(leaflet, tools)
    if system_id is not None:
        return system_id in covered
    named = _as_named(leaflet.product)
    return True if named and named in map(_as_named, covered.values()) else None


def _system_of(leaflet: Leaflet, tools: Iterable[Tool]) -> UUID | None:
    if leaflet.tool_id is None:
        return leaflet.system_id
    return next((each.system_id for each in tools if each.id == leaflet.tool_id), None)


def tells_of_tool(leaflet: Leaflet, tool: Tool) -> bool:
    """Whether a leaflet is about the tool or its system, or its supplier tells of it by its name."""
    if leaflet.tool_id == tool.id or (tool.system_id is not None and leaflet.system_id == tool.system_id):
        return True
    named = _as_named(leaflet.product)
    return bool(named) and named == _as_named(tool.name) and leaflet.party_id == tool.supplier_id


def without_leaflet(
    agreement: Agreement, leaflets: Iterable[Leaflet], systems: Iterable[System], tools: Iterable[Tool]
) -> tuple[System, ...]:
    """The systems that the agreement covers and that no leaflet of one of its parties is about.

    A leaflet about a product in own words is about the system that is called the same, where it belongs to this
    agreement; so ``fit_of`` tells too.
    """
    every, parties = tuple(tools), {each.party_id for each in agreement.parties}
    own = [each for each in leaflets if each.party_id in parties]
    told = {_system_of(each, every) for each in own}
    named = {_as_named(each.product) for each in own if each.agreement_id == agreement.id}
    covered = (each for each in systems if each.id in set(agreement.system_ids))
    return tuple(each for each in covered if each.id not in told and _as_named(each.name) not in named)


def _as_named(words: str) -> str:
    return words.strip().casefold()
