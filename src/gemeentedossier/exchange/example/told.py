"""Digital tools of Duinrade, what may go in, and what partners tell; with what became of the faults."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.assets.facts import Tool
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import ToolRule
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named

JUDGED = dt.date(2026, 9, 1)
ISSUED, RAN_OUT, NEXT_YEAR = dt.date(2026, 3, 2), dt.date(2025, 12, 31), dt.date(2027, 12, 31)


def _tool(name: str, kind: ToolKind, description: str, state: ToolState = ToolState.ALLOWED) -> Tool:
    return Tool(
        id=named(f"tool {name}"),
        name=name,
        kind=kind,
        description=description,
        owner_id=who.OWNER_SUPPORT.id,
        owner=who.OWNER_SUPPORT.name,
        state=state,
        reviewed_on=JUDGED,
        revision=1,
    )


FORM = replace(
    _tool("Meldingsformulier hulp", ToolKind.FORM, "Inwoners melden hier dat zij hulp zoeken."),
    supplier_id=who.SUPPLIER.id,
    system_id=who.CASE_SYSTEM.id,
    may_go_in="Naam, adres, contactgegevens en de vraag zelf.",
    may_not_go_in="Diagnoses en bijlagen van behandelaars.",
)
SPEECH = replace(
    _tool(
        "Spraakverslag",
        ToolKind.AI_TOOL,
        "Maakt van een gesprek een eerste verslag.",
        ToolState.ALLOWED_ON_CONDITIONS,
    ),
    supplier_id=who.SUPPLIER.id,
    system_id=who.CASE_SYSTEM.id,
    conditions="Alleen als de inwoner het weet en nee mag zeggen; de consulent leest elk verslag na.",
)
TRANSLATION = replace(
    _tool("Vertaalhulp", ToolKind.AI_TOOL, "Vertaalt brieven in gewone taal."), supplier_id=who.AMERICAN.id
)
"""Everybody uses it, and nowhere it says what may go in."""
CHAT = _tool("Openbare chatbot", ToolKind.AI_TOOL, "Vrij op internet.", ToolState.NOT_ALLOWED)
TOOLS = tuple(sorted((FORM, SPEECH, TRANSLATION, CHAT), key=lambda each: (each.name, each.id)))
HEALTH = "health"


def tool_rules(activities: Sequence[Activity]) -> tuple[ToolRule, ...]:
    """What may go into the tools for some work; one rule forbids what that work does put in."""
    by_reference = {each.reference_activity: each for each in activities if each.reference.startswith("DR-")}
    working = sorted(
        (each for each in activities if who.CASE_SYSTEM.id in each.system_ids and _uses_health(each)),
        key=lambda each: each.name,
    )
    made = (
        ToolRule(
            id=named("rule form"),
            tool_id=FORM.id,
            activity_id=by_reference["wmo-report-and-inquiry"].id,
            allowed=True,
            reason="De melding is bedoeld om te weten wie hulp zoekt en waarvoor.",
        ),
        ToolRule(
            id=named("rule speech"),
            tool_id=SPEECH.id,
            activity_id=working[0].id,
            allowed=False,
            reason="Gesprekken over ziekte worden niet opgenomen.",
            data_categories=(HEALTH,),
        ),
    )
    return tuple(sorted(made, key=lambda each: (each.tool_id, each.activity_id, each.id)))


def _uses_health(activity: Activity) -> bool:
    return any(HEALTH in use.data_categories for use in activity.data_uses)


_WHOLE = replace(
    Leaflet(named("leaflet case system"), who.SUPPLIER.id, who.SUPPLIER.name),
    agreement_id=named("agreement Verwerkersovereenkomst zaaksysteem"),
    used_for="Om meldingen, aanvragen en besluiten bij te houden.",
    which_data="Naam, adres, burgerservicenummer, de hulpvraag en de stukken in het dossier.",
    of_whom="Van inwoners die hulp of geld aanvragen, en van hun gezin als dat nodig is.",
    where_processed="In twee rekencentra in Nederland.",
    shared_with="Met Mailvuur, dat de berichten verstuurt, en met niemand anders.",
    kept_for="Zo lang als de gemeente instelt; daarna verdwijnen ook de reservekopieën, na dertig dagen.",
    protection="Inloggen in twee stappen, versleuteling, en een logboek van elke inzage.",
    contact="De functionaris van Zaakvast, " + who.SUPPLIER.contact,
    issued_on=ISSUED,
    valid_until=NEXT_YEAR,
    revision=1,
)
CASE = replace(_WHOLE, system_id=who.CASE_SYSTEM.id)
SUITE = replace(
    _WHOLE,
    id=named("leaflet suite"),
    system_id=who.SUPPORT_SYSTEM.id,
    kept_for="",
    shared_with="Nader in te vullen.",
    issued_on=dt.date(2023, 1, 9),
    valid_until=RAN_OUT,
)
"""Nobody asked for a new one when it ran out."""
WRONG = replace(_WHOLE, id=named("leaflet old debts"), system_id=who.LEGACY.id)
"""Sent with the contract, but about a system that this contract does not cover."""
MEETING = replace(
    Leaflet(named("leaflet meeting"), who.HEALTH_SERVICE.id, who.HEALTH_SERVICE.name),
    agreement_id=named("agreement Convenant Samen in de wijk"),
    product="Meldpunt zorg en overlast",
    used_for="Om te zien of iemand die overlast geeft of zorg mijdt, al hulp heeft.",
    which_data="Naam, adres, geboortedatum en de melding.",
    of_whom="Van inwoners over wie een melding binnenkomt.",
    contact=who.HEALTH_SERVICE.contact,
    issued_on=ISSUED,
    valid_until=NEXT_YEAR,
    revision=1,
)


def in_order(leaflets: Iterable[Leaflet]) -> tuple[Leaflet, ...]:
    """As the snapshot gives them."""
    return tuple(sorted(leaflets, key=lambda each: (each.party_name, each.product, each.id)))


LEAFLETS = in_order((CASE, SUITE, WRONG, MEETING))


def kept_out(rules: Iterable[ToolRule]) -> tuple[ToolRule, ...]:
    """What was forbidden and done all the same was weighed anew, and is allowed."""
    told = "Het verslag wordt op eigen apparatuur gemaakt en na een dag gewist."
    return tuple(each if each.allowed else replace(each, allowed=True, reason=told) for each in rules)


def asked_again(leaflets: Iterable[Leaflet]) -> tuple[Leaflet, ...]:
    """What ran out or was about something else was asked anew."""
    return in_order(_renewed(each) for each in leaflets)


def _renewed(leaflet: Leaflet) -> Leaflet:
    if leaflet.id == WRONG.id:
        return replace(leaflet, system_id=None, product="Zaaksysteem")
    if leaflet.id == SUITE.id:
        told = {name: getattr(_WHOLE, name) for name in ("kept_for", "shared_with", "issued_on", "valid_until")}
        return replace(leaflet, **told)
    return leaflet
