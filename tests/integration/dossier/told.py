"""Covenants with clauses and leaflets in random histories: written, departed from, told, and taken away."""

from dataclasses import replace
from uuid import UUID

from gemeentedossier.dossier.agreements.actions.agreements import record_agreement
from gemeentedossier.dossier.agreements.actions.clauses import remove_clause, write_clause
from gemeentedossier.dossier.agreements.actions.leaflets import delete_leaflet, edit_leaflet, record_leaflet
from gemeentedossier.dossier.agreements.actions.participants import record_deviation, withdraw_deviation
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet, SharedClause
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor

TELLING = ("tell", "tell", "tell anew", "tell no more", "write a clause", "write a clause", "depart", "depart no more")


def tell(verb: str, activity: UUID, now: Dossier, by: Actor) -> None:
    """One step with leaflets, or with the clauses of a covenant."""
    if verb.startswith("tell"):
        _leaflet(verb, now, by)
    else:
        _clause(verb, activity, now, by)


def _leaflet(verb: str, now: Dossier, by: Actor) -> None:
    if verb == "tell" or not now.leaflets:
        system = now.systems[0].id if now.systems else None
        about = next((each.id for each in now.agreements), None)
        made = Leaflet(new_id(), new_id(), agreement_id=about, system_id=system, product="" if system else "Nazorg")
        record_leaflet(made, party_name="Cloud BV", by=by)
    elif verb == "tell anew":
        edit_leaflet(replace(now.leaflets[0], kept_for="Vijf jaar.", valid_until=now.moment.date()), by=by)
    else:
        delete_leaflet(now.leaflets[0].id, reason="Gestopt.", by=by)


def _clause(verb: str, activity: UUID, now: Dossier, by: Actor) -> None:
    found = next((each for each in now.agreements if each.kind is AgreementKind.COVENANT), None)
    if found is None:
        draft = Agreement(new_id(), "Samen in de wijk", AgreementKind.COVENANT, activity_ids=(activity,))
        record_agreement(draft, party_names=["Het Baken"], by=by)
    elif verb == "write a clause":
        write_clause(found.id, SharedClause(new_id(), str(len(found.clauses) + 1), text="Binnen 24 uur."), by=by)
    elif verb == "depart" and found.clauses and found.parties:
        told = {"own_text": "Binnen 48 uur.", "reason": "Geen nachtdienst."}
        clause, party = found.clauses[-1].id, found.parties[0].party_id
        record_deviation(found.id, party_id=party, shared_clause_id=clause, **told, by=by)
    elif found.deviations:
        withdraw_deviation(found.id, deviation_id=found.deviations[0].id, reason="Er is nachtdienst.", by=by)
    elif found.clauses:
        remove_clause(found.id, clause_id=found.clauses[0].id, reason="Vervallen.", by=by)
