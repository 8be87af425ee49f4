"""A whole dossier in and out."""

from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.actions.rows import insert_agreements, insert_leaflets, insert_role_tests
from gemeentedossier.dossier.assets.actions.writing import insert_assets, insert_shown
from gemeentedossier.dossier.breaches.actions.whole import insert_breaches
from gemeentedossier.dossier.evidence.actions.attestations import insert_attestations
from gemeentedossier.dossier.evidence.actions.files import keep_file
from gemeentedossier.dossier.governance.actions.whole import insert_governance, insert_supervision
from gemeentedossier.dossier.parties.actions.parties import insert_parties
from gemeentedossier.dossier.register import models as register
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.requests.actions.whole import insert_requests
from gemeentedossier.dossier.risks.actions.whole import insert_risks
from gemeentedossier.dossier.security.actions.whole import insert_safeguards, insert_security
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.engine.dossier_file import NotADossier, same_content
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.engine.plain import to_plain
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.organisations import (
    can_be_address,
    create_municipality,
    insert_organisation,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a dossier file: the municipality, and whether anything was new."""

    municipality: Municipality
    is_new: bool


def load_dossier(dossier: Dossier, *, files: Sequence[bytes] = (), by: Actor) -> Loaded:
    """Load a dossier as a new municipality. The same file again changes nothing; Refused where another is here.

    ``files`` are the contents of its evidence, as far as they come along. Raises NotADossier for what cannot be
    recorded; then nothing is.
    """
    organisation = dossier.organisation
    found = Municipality.objects.filter(id=organisation.id).first()
    if found is None and Municipality.objects.filter(slug=organisation.slug).exists():
        raise Refused(
            _("There is another municipality “%(slug)s” here already. Nothing was imported.")
            % {"slug": organisation.slug}
        )
    if found:
        with municipality_scope(found.id):
            if same_content(dossier_of(found), dossier):
                return Loaded(found, is_new=False)
        raise Refused(
            _("“%(name)s” has a dossier here already, and it differs from this file. Nothing was imported.")
            % {"name": found.name}
        )
    if not can_be_address(organisation.slug):
        raise NotADossier(
            Text(
                f"“{organisation.slug}” kan geen gemeente aanduiden in adressen. Er is niets geïmporteerd.",
                f"“{organisation.slug}” cannot name a municipality in addresses. Nothing was imported.",
            )
        )
    try:
        return Loaded(_loaded(dossier, files=files, by=by), is_new=True)
    except (DatabaseError, psycopg.Error, UnicodeEncodeError) as error:
        fault = str(error).partition("\n")[0]
        raise NotADossier(
            Text(
                "Het dossier kan niet worden vastgelegd: de database weigert een waarde. Er is niets geïmporteerd.",
                f"The dossier cannot be recorded ({fault}). Nothing was imported.",
            )
        ) from error


@transaction.atomic
def _loaded(dossier: Dossier, *, files: Sequence[bytes], by: Actor) -> Municipality:
    municipality = create_municipality(dossier.organisation)
    with municipality_scope(municipality.id), verb("exchange.load_dossier", by=by):
        _insert(dossier)
        for content in files:
            keep_file(content)
    return municipality


def _insert(dossier: Dossier) -> None:
    insert_organisation(dossier.organisation)
    insert_parties(dossier.parties, representatives=dossier.representatives)
    insert_assets(systems=dossier.systems, measures=dossier.measures, tools=dossier.tools)
    insert_activities(dossier.activities)
    register.ActivityVersion.objects.bulk_create(
        register.ActivityVersion(**{**stored_values(register.ActivityVersion, v), "content": to_plain(v.content)})
        for v in dossier.versions
    )
    insert_values(register.ReviewNote, [stored_values(register.ReviewNote, each) for each in dossier.review_notes])
    insert_attestations(dossier.attestations, evidence=dossier.evidence)
    insert_shown(dossier.measures)
    insert_governance(
        suppressions=dossier.suppressions,
        interpretations=dossier.interpretations,
        matters=dossier.matters,
        reliances=dossier.reliances,
        appetites=dossier.appetites,
        policy_clauses=dossier.policy_clauses,
        planned_steps=dossier.planned_steps,
        ambitions=dossier.ambitions,
    )
    insert_supervision(
        own_advices=dossier.own_advices,
        checks=dossier.supervision_checks,
        samples=dossier.samples,
        reports=dossier.officer_reports,
    )
    insert_agreements(dossier.agreements)
    insert_role_tests(dossier.role_tests)
    insert_leaflets(dossier.leaflets)
    insert_security(
        classifications=dossier.classifications,
        system_levels=dossier.system_levels,
        access_rules=dossier.access_rules,
        access_rights=dossier.access_rights,
    )
    insert_safeguards(
        tool_rules=dossier.tool_rules,
        log_review_plans=dossier.log_review_plans,
        security_risks=dossier.security_risks,
        exclusions=dossier.exclusions,
        continuities=dossier.continuities,
    )
    insert_requests(dossier.requests, consents=dossier.consents)
    insert_breaches(dossier.breaches, links=dossier.report_links)
    insert_risks(prescans=dossier.prescans, assessments=dossier.impact_assessments)
