"""The corrected twin of Duinrade: the same municipality with every contradiction mended, under a name of its own."""

import re
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.engine.dossier_file import read_dossier, write_dossier
from gemeentedossier.exchange.example import assets, breaches, readings, requests, secured, shown, told, weighed
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.agreements import in_snapshot_order
from gemeentedossier.exchange.example.agreements_faulty import mended_agreements
from gemeentedossier.exchange.example.assessments import with_assessments
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.exchange.example.mended import mended_activities
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Organisation, RoleAssignment

SLUG, NAME = "duinrade-hersteld", "Duinrade, hersteld"
_IDENTIFIER = re.compile(r'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')
_TWIN = named("twin")


def twin_dossier(catalogue: Catalogue) -> Dossier:
    """Everything that Duinrade recorded, mended; no record shares its identifier with one of the example."""
    example = example_dossier(catalogue)
    mended = {activity.id: activity for activity in mended_activities(catalogue)}
    same = replace(
        example,
        organisation=_organisation(example.organisation),
        activities=tuple(mended.get(activity.id, activity) for activity in example.activities),
        agreements=_agreements(example, mended),
        systems=tuple(map(assets.mended_system, example.systems)),
        measures=tuple(map(assets.mended_measure, example.measures)),
        evidence=tuple(shown.standing(assets.renewed(each)) for each in example.evidence),
        interpretations=tuple(map(readings.one_reading, example.interpretations)),
        reliances=readings.looked_at_again(example.reliances),
        classifications=tuple(map(secured.raised, example.classifications)),
        access_rights=secured.withdrawn(example.access_rights),
        system_levels=weighed.following(example.system_levels),
        policy_clauses=tuple(map(weighed.carried_out, example.policy_clauses)),
        log_review_plans=tuple(map(weighed.looked_at, example.log_review_plans)),
        security_risks=tuple(map(weighed.settled_risk, example.security_risks)),
        exclusions=weighed.not_excluded(example.exclusions),
        tool_rules=told.kept_out(example.tool_rules),
        leaflets=told.asked_again(example.leaflets),
        requests=requests.handled_well(example.requests),
        consents=requests.respected(example.consents),
        breaches=breaches.mended_breaches(example.activities, catalogue),
        versions=tuple(replace(each, content=mended.get(each.activity_id, each.content)) for each in example.versions),
    )
    return _under_own_name(with_assessments(same, catalogue, mended=True))


def _agreements(example: Dossier, mended: Mapping[UUID, Activity]) -> tuple[Agreement, ...]:
    """Those that were in order stay; the others are as they should have been, on the mended activities."""
    activities = [mended.get(activity.id, activity) for activity in example.activities]
    renewed = {each.id: each for each in mended_agreements(activities)}
    return in_snapshot_order(renewed.get(each.id, each) for each in example.agreements)


def _organisation(example: Organisation) -> Organisation:
    """The stand-in for the officer is that alone, and the work for others is registered."""
    people = tuple(
        replace(person, roles=(RoleAssignment(Role.DATA_PROTECTION_OFFICER, who.SINCE),))
        if person.id == who.DEPUTY.id
        else person
        for person in example.people
    )
    return replace(example, slug=SLUG, name=NAME, people=people, acts_as_processor=True)


def _under_own_name(dossier: Dossier) -> Dossier:
    """The same dossier with identifiers and addresses of its own, so that both can stand in one database."""
    written = write_dossier(dossier).decode().replace("duinrade.example", f"{SLUG}.example")
    return read_dossier(_IDENTIFIER.sub(lambda found: f'"{uuid5(_TWIN, found.group(1))}"', written).encode())
