"""Random histories of a dossier: verbs that people could have done, one after the other, on days of their own."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from hypothesis import strategies as st

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.dossier.agreements.actions.agreements import record_agreement
from gemeentedossier.dossier.agreements.actions.merging import merge_parties
from gemeentedossier.dossier.agreements.actions.role_tests import decide_role, take_role_test
from gemeentedossier.dossier.agreements.actions.terms import end_agreement, sign_agreement
from gemeentedossier.dossier.agreements.enums import AgreementKind, FoundRole
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.actions.measures import record_measure, show_measure, unlink_evidence
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.actions.evidence import (
    add_file,
    add_link,
    check_files,
    hand_over_evidence,
    prolong_evidence,
    withdraw_evidence,
)
from gemeentedossier.dossier.evidence.actions.files import path_of
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.governance.actions.interpretations import decide_interpretation, end_interpretation
from gemeentedossier.dossier.governance.actions.positions import open_matter, record_position
from gemeentedossier.dossier.governance.actions.reliances import (
    carry_to_position,
    rely_on_interpretation,
    rely_on_position,
)
from gemeentedossier.dossier.governance.actions.suppressions import lift_suppression, suppress_finding
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.parties.actions.parties import edit_party, record_party
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.actions.activities import create_activity, delete_activity, edit_activity
from gemeentedossier.dossier.register.actions.adoption import (
    adopt_activity,
    publish_activity,
    submit_activity,
    withdraw_publication,
)
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.security.actions.access import allow_access, change_access, record_right
from gemeentedossier.dossier.security.actions.classification import approve_classification, classify_activity
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule, Classification
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment
from tests.builders import an_activity, another
from tests.integration.dossier.assessed import ASSESSING, assess_risks
from tests.integration.dossier.breached import BREACHING, breach_something
from tests.integration.dossier.guarded import GUARDS, guard
from tests.integration.dossier.laid import lay, take
from tests.integration.dossier.listed import take_over
from tests.integration.dossier.requested import REQUESTING, request_something
from tests.integration.dossier.together import TOGETHER, change_together
from tests.integration.dossier.told import TELLING, tell

ATTESTED = SET_ASIDE = "sector-power-per-flow"
BEGINNING = dt.datetime(2026, 8, 1, 9, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Step:
    """What somebody does, to which of the records, after how many days; ``days_valid`` is how long it holds."""

    verb: str
    after: int
    record: int
    days_valid: int
    answer: Answer
    large_scale: bool | None


@dataclass(frozen=True)
class Then:
    """What was known at a moment, written down at that moment."""

    number: int
    day: dt.datetime
    really: dt.datetime
    judged: Judged


Steps: TypeAlias = list[Step]
VERBS = (
    "create", "create", "edit", "edit", "delete", "attest", "attest with evidence", "withdraw", "suppress", "lift",
    "attest with a file", "attest with a file", "prolong", "lose the file", "hand over", "adopt", "adopt",
    *TOGETHER,
    "test a role", "test a role",
    "agree", "agree", "sign", "end", "classify", "classify", "approve", "find a right", "build", "show",
    "unlink", "allow", "read", "read", "apply", "read no more", "contest", "contest", "rest a decision", "look again",
    "lay", "lay", "take", *GUARDS, "meet", "mend a party", "join two",
    "take over a list", *TELLING, *ASSESSING, *REQUESTING, *BREACHING,
)  # fmt: skip
steps: st.SearchStrategy[Steps] = st.lists(
    st.builds(
        Step,
        verb=st.sampled_from(VERBS),
        after=st.sampled_from((0, 1, 40)),
        record=st.integers(0, 3),
        days_valid=st.sampled_from((1, 30, 200)),
        answer=st.sampled_from(tuple(Answer)),
        large_scale=st.sampled_from((True, False, None)),
    ),
    min_size=1,
    max_size=6,
)


def lived(history: Steps, municipality: Municipality, by: Actor) -> list[Then]:
    """Do what the history says, on its days, and write down after each step what is known and judged then."""
    day, known = BEGINNING, list[Then]()
    for step in history:
        day += dt.timedelta(days=step.after)
        with clock.clock_at(day):
            with suppress(Refused):  # a person would be told why, and nothing is recorded
                _done(step, dossier_of(municipality), by)
            settle()
            judged = judge(dossier_of(municipality), catalogue_at(day))
        known.append(Then(ledger_size(), day, clock.now(), judged))
    return known


def alike(dossier: Dossier, other: Dossier) -> bool:
    """Whether two dossiers record the same, whenever and however each was read."""
    return replace(dossier, moment=other.moment, ledger_number=other.ledger_number) == other


def _done(step: Step, now: Dossier, by: Actor) -> None:
    if step.verb == "create" or not now.activities:
        create_activity(an_activity(), by=by)
        return
    chosen = now.activities[step.record % len(now.activities)]
    if step.verb == "edit":
        traits = replace(chosen.characteristics, large_scale=step.large_scale)
        kept = chosen.retention if step.large_scale else ()
        edit_activity(replace(chosen, characteristics=traits, retention=kept), by=by)
    elif step.verb == "delete":
        delete_activity(chosen.id, by=by, reason="dubbel")
    else:
        next(do for do, verbs in DOING.items() if step.verb in verbs)(step, chosen.id, now, by)


def _set_aside(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    if step.verb == "suppress":
        suppress_finding(
            SET_ASIDE, subject_kind="activity", subject_id=activity, reason="Volgt.", until=_until(step),
            breaks_law=False, by=by,
        )  # fmt: skip
    for each in now.suppressions[:1] if step.verb == "lift" else ():
        lift_suppression(each.id, reason="Toch nodig.", by=by)


def _until(step: Step) -> dt.date:
    return clock.today() + dt.timedelta(days=step.days_valid)


def _lay(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    if step.verb == "lay":
        lay(now, activity, by)
    else:
        take(step.record, by)


def _assess(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    assess_risks(step.verb, now, activity, by)


def _request(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    request_something(step.verb, now, activity, by)


def _breach(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    breach_something(step.verb, now, activity, by)


def _guard(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    guard(step.verb, now, activity, by)


def _agree(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    agreements = now.agreements
    if step.verb == "agree" or not agreements:
        draft = Agreement(new_id(), "Hosting", AgreementKind.PROCESSOR, activity_ids=(activity,))
        record_agreement(draft, party_names=["Cloud BV"], by=by)
    elif step.verb == "sign":
        sign_agreement(agreements[0].id, signed_on=clock.today(), signed_by="J. Smit", by=by)
    else:
        end_agreement(agreements[0].id, ended_on=clock.today(), reason="Overgestapt.", by=by)


def _meet(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    if step.verb == "meet" or not now.parties:
        party_id = new_id()  # names it too: joining two makes a count name one twice
        record_party(Party(party_id, f"Partij {party_id}"), by=by)
    elif step.verb == "mend a party":
        country = "US" if step.large_scale else None
        edit_party(replace(now.parties[0], country=country, is_care_provider=step.large_scale), by=by)
    else:
        merge_parties(now.parties[0].id, into_id=now.parties[-1].id, reason="Een en dezelfde.", by=by)


def _secure(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    known = next((each for each in now.classifications if each.activity_id == activity), None)
    if step.verb == "classify" or (step.verb == "approve" and known is None):
        level, why = 1 + activity.int % 4, "Mensen lijden schade."
        revision = known.revision if known else 0
        given = Classification(new_id(), activity, level, why, level, why, 4, why, revision=revision)
        classify_activity(given, by=by)
    elif step.verb == "approve" and known:
        approve_classification(activity, revision=known.revision, by=by)
    elif step.verb == "find a right":
        system = now.systems[0] if now.systems else record_system(System(new_id(), "Zaaksysteem"), by=by)
        record_right(AccessRight(new_id(), system.id, activity, "balie", "Balie", account_active=True), by=by)
    elif step.verb == "allow":
        _allow(activity, now, by)
    elif step.verb == "build" or not now.measures or not now.evidence:
        record_measure(Measure(new_id(), f"Maatregel {len(now.measures)}", state=MeasureState.DONE), by=by)
    elif step.verb == "unlink" and now.measures[0].evidence_ids:
        unlink_evidence(now.measures[0].id, evidence_id=now.measures[0].evidence_ids[0], reason="Anders.", by=by)
    else:
        show_measure(now.measures[0].id, evidence_id=now.evidence[0].id, by=by)


def _allow(activity: UUID, now: Dossier, by: Actor) -> None:
    """A line of the access matrix comes, and from then on says something else."""
    known = next((each for each in now.access_rules if each.activity_id == activity), None)
    if known:
        change_access(replace(known, may_change=not known.may_change), read=known.mark, by=by)
    else:
        allow_access(AccessRule(new_id(), activity, "Balie", reason="Zijn taak."), by=by)


def _read(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    if step.verb == "read" or not now.interpretations:
        words = f"Vanaf {step.days_valid} mensen."
        decide_interpretation(
            "large-scale", reading=words, reason="Advies.", decided_by_id=by.person_id,  # type: ignore[arg-type]  # a person
            decided_on=clock.today(), review_on=_until(step), by=by,
        )  # fmt: skip
    elif step.verb == "apply":
        chosen = now.interpretations[step.record % len(now.interpretations)]
        rely_on_interpretation(chosen.id, subject_kind="activity", subject_id=activity, note="", by=by)
    else:
        end_interpretation(now.interpretations[0].id, reason="Uitspraak.", by=by)


def _contest(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    if step.verb == "contest" or not now.matters:
        kept = now.matters[0].id if now.matters else open_matter("Tellingen", question="Mag dit?", by=by).id
        record_position(
            kept, holder=PositionHolder.COURT, statement=f"Standpunt {step.days_valid}.", reference="Uitspraak",
            stated_on=clock.today(), by=by,
        )  # fmt: skip
    elif step.verb == "rest a decision" or not now.reliances:
        first = now.matters[0].positions[0]
        rely_on_position(first.id, subject_kind="activity", subject_id=activity, note="Doorgaan.", by=by)
    else:
        last = now.matters[0].positions[-1]
        decided = [each.id for each in now.reliances if each.position_id]
        carry_to_position(decided, position_id=last.id, note="Gezien.", by=by)


def _attest(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    shown: tuple[UUID, ...] = ()
    if step.verb == "withdraw":
        for each in [piece for piece in now.evidence if piece.withdrawn_at is None][:1]:
            withdraw_evidence(each.id, reason="Vervallen.", by=by)
        return
    if step.verb == "attest with evidence":
        shown = (add_link("https://x.example/memo", seen="Het memo.", valid_until=_until(step), by=by).id,)
    if step.verb == "attest with a file":
        shown = (add_file(step.verb.encode(), file_name="memo.txt", valid_until=_until(step), by=by).id,)
    attest_criterion(
        ATTESTED, subject_kind="activity", subject_id=activity, answer=step.answer, explanation="Nagelopen.",
        review_on=_until(step) if step.large_scale else None, evidence_ids=shown, by=by,
    )  # fmt: skip


def _look_after(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    standing = [each for each in now.evidence if each.withdrawn_at is None]
    for each in standing[:1]:
        if step.verb == "prolong":
            prolong_evidence(each.id, valid_until=_until(step), reason="Nog geldig.", by=by)
        elif step.verb == "hand over":
            owner = Person.objects.create(name="Wie erop past")
            RoleAssignment.objects.create(person=owner, role=Role.PROCESS_OWNER.value)
            hand_over_evidence(each.id, owner_id=owner.pk, reason="Ander werk.", by=by)
        elif each.sha256:
            path_of(each.sha256).unlink(missing_ok=True)
            check_files(by=by)


def _adopt(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    """One step further on the way to the public; from there it is withdrawn."""
    chosen = next(each for each in now.activities if each.id == activity)
    if chosen.record_state is RecordState.CONCEPT:
        submit_activity(activity, revision=chosen.revision, by=another(by))
    elif chosen.record_state is RecordState.UNDER_REVIEW:
        adopt_activity(activity, revision=chosen.revision, catalogue_version="2026.11.0", reason="Akkoord.", by=by)
    elif chosen.record_state is RecordState.ADOPTED:
        publish_activity(activity, revision=chosen.revision, by=by)
    else:
        withdraw_publication(activity, revision=chosen.revision, by=by, reason="Nog niet.")


def _together(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    change_together(step.verb, now, activity, by)


def _test_role(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    undecided = [each for each in now.role_tests if each.decided is None]
    if undecided:
        decide_role(undecided[0].id, role=FoundRole.CONTROLLER, reason="Bepaalt zelf het doel.", by=by)
    else:
        take_role_test("Cloud BV", (), activity_id=activity if step.large_scale else None, by=by)


def _take_over(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    take_over(step.record, by)


def _tell(step: Step, activity: UUID, now: Dossier, by: Actor) -> None:
    tell(step.verb, activity, now, by)


DOING: dict[Callable[[Step, UUID, Dossier, Actor], None], tuple[str, ...]] = {
    _set_aside: ("suppress", "lift"),
    _attest: ("attest", "attest with evidence", "attest with a file", "withdraw"),
    _agree: ("agree", "sign", "end"),
    _meet: ("meet", "mend a party", "join two"),
    _secure: ("classify", "approve", "find a right", "build", "show", "unlink", "allow"),
    _lay: ("lay", "take"),
    _take_over: ("take over a list",),
    _tell: TELLING,
    _guard: tuple(GUARDS),
    _look_after: ("prolong", "lose the file", "hand over"),
    _adopt: ("adopt",),
    _together: TOGETHER,
    _test_role: ("test a role",),
    _read: ("read", "apply", "read no more"),
    _contest: ("contest", "rest a decision", "look again"),
    _assess: ASSESSING,
    _request: REQUESTING,
    _breach: BREACHING,
}
