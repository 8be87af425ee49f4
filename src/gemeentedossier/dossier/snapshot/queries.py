"""The dossier as facts. Every reader above this room takes it from here, never from the tables."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from gemeentedossier.dossier.agreements.queries import agreements_from, leaflets_from, role_tests_from
from gemeentedossier.dossier.assets.queries import measures_from, systems_from, tools_from
from gemeentedossier.dossier.evidence.queries import attestations_from, evidence_from
from gemeentedossier.dossier.governance.queries import (
    appetites_from,
    interpretations_from,
    matters_from,
    policy_clauses_from,
    reliances_from,
    suppressions_from,
)
from gemeentedossier.dossier.parties.queries import parties_from, representatives_from
from gemeentedossier.dossier.register.queries.activities import (
    Surroundings,
    activities_from,
    rows_of_activities,
    versions_from,
)
from gemeentedossier.dossier.security.queries import (
    access_rights_from,
    access_rules_from,
    classifications_from,
    continuities_from,
    exclusions_from,
    log_review_plans_from,
    security_risks_from,
    system_levels_from,
    tool_rules_from,
)
from gemeentedossier.dossier.snapshot.around import rows_around
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.organisation import organisation_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import Rows, live_rows, past_rows


def dossier_of(municipality: Municipality, *, activity_id: UUID | None = None) -> Dossier:
    """The dossier as it is now; with ``activity_id``, only that one and what it needs around it (``around``).

    Inside the municipality's scope.
    """
    rows: Rows = rows_around(activity_id) if activity_id else live_rows
    return _built(municipality, rows, moment=clock.now(), ledger_number=None)


def dossier_of_activities(municipality: Municipality, *, ids: Collection[UUID]) -> Dossier:
    """The dossier as it is now, of activities only these. Inside the municipality's scope."""
    return _built(municipality, rows_of_activities(ids), moment=clock.now(), ledger_number=None)


def dossier_at(municipality: Municipality, *, moment: dt.datetime) -> Dossier:
    """The dossier as it was known at the moment."""
    return _built(municipality, past_rows(moment=moment), moment=moment, ledger_number=None)


def dossier_up_to(municipality: Municipality, *, ledger_number: int, moment: dt.datetime) -> Dossier:
    """The dossier up to an entry of the ledger: reproducible, whatever is committed later."""
    return _built(municipality, past_rows(ledger_number=ledger_number), moment=moment, ledger_number=ledger_number)


def _built(municipality: Municipality, rows: Rows, *, moment: dt.datetime, ledger_number: int | None) -> Dossier:
    organisation = organisation_from(municipality, rows)
    people = {person.id: person.name for person in organisation.people}
    known_parties = parties_from(rows)
    named = {party.id: party.name for party in known_parties}
    bodies = {body.id: body.name for body in organisation.controllers}
    return Dossier(
        organisation=organisation,
        moment=moment,
        ledger_number=ledger_number,
        parties=known_parties,
        systems=systems_from(rows, people=people),
        measures=measures_from(rows, people=people),
        activities=activities_from(rows, Surroundings.of(organisation, known_parties)),
        versions=versions_from(rows),
        attestations=attestations_from(rows, people),
        evidence=evidence_from(rows, people),
        suppressions=suppressions_from(rows, people),
        interpretations=interpretations_from(rows, people),
        matters=matters_from(rows, people),
        reliances=reliances_from(rows, people),
        agreements=agreements_from(rows, people=people, parties=named),
        role_tests=role_tests_from(rows, people=people, parties=named),
        classifications=classifications_from(rows, people=people),
        system_levels=system_levels_from(rows, people=people),
        access_rules=access_rules_from(rows),
        access_rights=access_rights_from(rows),
        representatives=representatives_from(rows, people=people),
        appetites=appetites_from(rows, people, controllers=bodies),
        policy_clauses=policy_clauses_from(rows, people),
        tools=tools_from(rows, people=people),
        tool_rules=tool_rules_from(rows),
        log_review_plans=log_review_plans_from(rows, people=people),
        security_risks=security_risks_from(rows, people=people),
        exclusions=exclusions_from(rows, people=people),
        continuities=continuities_from(rows),
        leaflets=leaflets_from(rows, parties=named),
    )
