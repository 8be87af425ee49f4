"""Testing what a party is, deciding it, and writing it in the register."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.actions.rows import insert_role_tests
from gemeentedossier.dossier.agreements.engine.role import role_of, role_text
from gemeentedossier.dossier.agreements.enums import FoundRole, RoleQuestion
from gemeentedossier.dossier.agreements.facts import RoleAnswer, RoleTest
from gemeentedossier.dossier.agreements.policies import check_says
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import edit_activity
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

IN_REGISTER = {
    FoundRole.CONTROLLER: PartyRole.INDEPENDENT_CONTROLLER,
    FoundRole.JOINT_CONTROLLER: PartyRole.JOINT_CONTROLLER,
    FoundRole.PROCESSOR: PartyRole.PROCESSOR,
    FoundRole.INDEPENDENT_RECIPIENT: PartyRole.INDEPENDENT_CONTROLLER,
}
"""What the register calls it: a recipient under the law is a controller of its own."""


def take_role_test(
    party_name: str, answers: Sequence[RoleAnswer], *, activity_id: UUID | None = None, by: Actor
) -> RoleTest:
    """Record the answers about a party, known or new, and what follows from them; nothing is decided yet.

    Whether the party is a care provider is taken from its record where the answers do not say.
    """
    check_permitted(by, "agreements.test_role")
    check_says(party_name, sentence=_("Give the name of the party."))
    with verb("agreements.test_role", by=by):
        party = ensure_party(party_name.strip())
        test = _test_of(party, answers, activity_id)
        insert_role_tests([test])
    return test


def _test_of(party: Party, answers: Sequence[RoleAnswer], activity_id: UUID | None) -> RoleTest:
    given = {each.question: each for each in answers}
    if RoleQuestion.IS_CARE_PROVIDER not in given and party.is_care_provider is not None:
        known = RoleAnswer(new_id(), RoleQuestion.IS_CARE_PROVIDER, party.is_care_provider)
        given[RoleQuestion.IS_CARE_PROVIDER] = known
    ordered = tuple(given[each] for each in RoleQuestion if each in given)
    return RoleTest(
        id=new_id(),
        party_id=party.pk,
        party_name=party.name,
        activity_id=activity_id,
        tested_at=clock.now(),
        outcome=role_of(ordered).role,
        answers=ordered,
    )


def decide_role(test_id: UUID, *, role: FoundRole, reason: str = "", by: Actor) -> None:
    """Decide what the party is; Refused without a reason where the answers say otherwise or leave it open."""
    check_permitted(by, "agreements.decide_role")
    if by.person_id is None:
        raise Refused(_("Only a person can decide what a party is."))
    with verb("agreements.decide_role", by=by, reason=reason):
        test = models.RoleTest.objects.select_for_update().get(pk=test_id)
        if test.outcome != role.value:
            check_says(reason, sentence=_("The answers say otherwise. Say why you decide this nevertheless."))
        models.RoleTest.objects.filter(pk=test_id).update(
            decided=role.value, reason=reason.strip(), decided_by_id=by.person_id, decided_at=clock.now()
        )


def write_role(test_id: UUID, *, by: Actor) -> Activity:
    """Write the role that was decided, with its reasoning, in the activity that the test was about."""
    check_permitted(by, "register.edit_activity")
    test = models.RoleTest.objects.get(pk=test_id)
    if not test.decided:
        raise Refused(_("Nobody decided this role yet. Decide it first."))
    if test.activity_id is None:
        raise Refused(_("This test is about no processing activity. Choose the role in the register yourself."))
    activity, role = activity_facts(test.activity_id), IN_REGISTER[FoundRole(test.decided)]
    if all(each.party_id != test.party_id for each in activity.parties):
        raise Refused(_("This party does not stand in that processing activity. Add it there first."))
    reasoning = _reasoning(test)
    parties = tuple(
        replace(each, role=role, role_reasoning=reasoning) if each.party_id == test.party_id else each
        for each in activity.parties
    )
    return edit_activity(replace(activity, parties=parties), by=by, reason=reasoning)


def _reasoning(test: models.RoleTest) -> str:
    """The steps in words, in the language of whoever writes; and the reason of whoever decided otherwise."""
    language = get_language() or "nl"
    answers = [RoleAnswer(a.pk, RoleQuestion(a.question), a.answer, a.explanation) for a in test.answers.all()]
    outcome, decided = role_of(answers), FoundRole(test.decided)
    if test.reason and outcome.role is not decided:
        return f"{role_text(decided).in_language(language)} {test.reason}"
    steps = [each.text.in_language(language) for each in outcome.reasons]
    return " ".join([role_text(decided).in_language(language), *steps, test.reason]).strip()
