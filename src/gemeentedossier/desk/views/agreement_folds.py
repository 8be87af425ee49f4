"""What can be done with an agreement, as forms that open in the section where they belong."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.desk.forms import agreement_steps as asked
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.rules import Visit
from gemeentedossier.dossier.agreements.actions import agreements, clauses, participants, sub_processors, terms
from gemeentedossier.dossier.agreements.engine.term import OVER, state_on
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState
from gemeentedossier.dossier.agreements.facts import Agreement, SharedClause, SubProcessor
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can_for

Act: TypeAlias = Callable[[UUID, Mapping[str, Any], Actor], object]
Fits: TypeAlias = Callable[[Agreement, AgreementState], bool]
K, S = AgreementKind, AgreementState


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that can be done: in which section, on which route, when, and by which verb."""

    section: str
    route: str
    title: Promise
    button: Promise
    form: type[asked.StepForm]
    act: Act
    fits: Fits


def _engage(key: UUID, given: Mapping[str, Any], by: Actor) -> object:
    plain = {name: value for name, value in given.items() if name not in ("party_name", "country")}
    sub = SubProcessor(new_id(), new_id(), country=given["country"].upper() or None, **plain)
    return sub_processors.add_sub_processor(key, sub, party_name=given["party_name"], by=by)


def _decide(key: UUID, given: Mapping[str, Any], by: Actor) -> object:
    told = {name: given[name] for name in ("decision", "reason")}
    return sub_processors.decide_sub_processor(key, given["sub_id"], **told, by=by)


def _write_clause(key: UUID, given: Mapping[str, Any], by: Actor) -> object:
    made = SharedClause(given.get("clause_id") or new_id(), given["code"], given["title"], given["text"])
    return clauses.write_clause(key, made, revision=given.get("revision"), by=by)


def _of_kind(*kinds: AgreementKind) -> Fits:
    return lambda agreement, state: agreement.kind in kinds and state is not S.ENDED


def _with_subs(agreement: Agreement, state: AgreementState) -> bool:
    return bool(agreement.sub_processors) and state is not S.ENDED


def _with_members(agreement: Agreement, state: AgreementState) -> bool:
    return agreement.kind is K.COVENANT and bool(agreement.parties)


def _lasts(agreement: Agreement, state: AgreementState) -> bool:
    return state in (S.SIGNED, S.IN_FORCE, S.NOTICE_GIVEN)


EDIT, TERM = "agreement-step", "agreement-term"
REWRITE = "rewrite-clause"
"""Only opens for the clause that somebody came for."""
STEPS: Mapping[str, Step] = {
    "sign": Step(
        section="term", route="agreement-sign", title=_("It was signed"), button=_("Record the signature"),
        form=asked.SignForm, act=lambda key, given, by: terms.sign_agreement(key, **given, by=by),
        fits=lambda agreement, state: agreement.signed_on is None,
    ),
    "renew": Step(
        section="term", route=TERM, title=_("Extend the term"), button=_("Record that it goes on"),
        form=asked.RenewForm, act=lambda key, given, by: terms.renew_agreement(key, **given, by=by),
        fits=lambda agreement, state: _lasts(agreement, state) or state is S.EXPIRED,
    ),
    "notice": Step(
        section="term", route=TERM, title=_("Record notice"), button=_("Record the notice"),
        form=asked.NoticeForm, act=lambda key, given, by: terms.give_notice(key, **given, by=by),
        fits=lambda agreement, state: state is S.IN_FORCE,
    ),
    "end": Step(
        section="term", route=TERM, title=_("Record the end"), button=_("Record the end"),
        form=asked.EndForm, act=lambda key, given, by: terms.end_agreement(key, **given, by=by),
        fits=lambda agreement, state: _lasts(agreement, state) or state is S.EXPIRED,
    ),
    "erasure": Step(
        section="term", route=TERM, title=_("The data were erased or returned"), button=_("Record the proof"),
        form=asked.ErasureForm, act=lambda key, given, by: terms.prove_erasure(key, **given, by=by),
        fits=lambda agreement, state: state in OVER and agreement.kind in (K.PROCESSOR, K.DATA_SUPPLY),
    ),
    "review": Step(
        section="term", route=EDIT, title=_("The party was reviewed"), button=_("Record the review"),
        form=asked.ReviewForm, act=lambda key, given, by: agreements.review_party(key, **given, by=by),
        fits=_lasts,
    ),
    "join": Step(
        section="participants", route=EDIT, title=_("A party joins"), button=_("Record that it joined"),
        form=asked.JoinForm, act=lambda key, given, by: participants.join_covenant(key, **given, by=by),
        fits=_of_kind(K.COVENANT),
    ),
    "attest": Step(
        section="participants", route="agreement-attest", title=_("A participant attests"),
        button=_("Record the attestation"), form=asked.AttestForm,
        act=lambda key, given, by: participants.attest_participation(key, **given, by=by), fits=_with_members,
    ),
    "leave": Step(
        section="participants", route=EDIT, title=_("A participant leaves"), button=_("Record that it leaves"),
        form=asked.LeaveForm, act=lambda key, given, by: participants.leave_covenant(key, **given, by=by),
        fits=_with_members,
    ),
    "deviation": Step(
        section="deviations", route=EDIT, title=_("A participant departs from a clause"),
        button=_("Record the deviation"), form=asked.DeviationForm, fits=_with_members,
        act=lambda key, given, by: participants.record_deviation(key, **given, by=by),
    ),
    "withdraw-deviation": Step(
        section="deviations", route=EDIT, title=_("A participant no longer departs"),
        button=_("Record that it follows the clause"), form=asked.WithdrawDeviationForm,
        fits=lambda agreement, state: bool(agreement.deviations),
        act=lambda key, given, by: participants.withdraw_deviation(key, **given, by=by),
    ),
    "clause": Step(
        section="clauses", route=EDIT, title=_("Write a shared clause"), button=_("Record the clause"),
        form=asked.ClauseForm, act=_write_clause, fits=_of_kind(K.COVENANT),
    ),
    REWRITE: Step(
        section="clauses", route=EDIT, title=_("Write this clause anew"), button=_("Record the clause"),
        form=asked.RewriteClauseForm, act=_write_clause, fits=lambda agreement, state: False,
    ),
    "remove-clause": Step(
        section="clauses", route=EDIT, title=_("Remove a shared clause"), button=_("Remove"),
        form=asked.RemoveClauseForm, fits=lambda agreement, state: bool(agreement.clauses),
        act=lambda key, given, by: clauses.remove_clause(key, **given, by=by),
    ),
    "engage": Step(
        section="sub-processors", route=EDIT, title=_("Add a sub-processor"), button=_("Add"),
        form=asked.SubProcessorForm, act=_engage, fits=_of_kind(K.PROCESSOR),
    ),
    "decide": Step(
        section="sub-processors", route="agreement-decide", title=_("Allow a sub-processor, or object"),
        button=_("Record the decision"), form=asked.DecideForm, act=_decide, fits=_with_subs,
    ),
    "disengage": Step(
        section="sub-processors", route=EDIT, title=_("A sub-processor is no longer engaged"), button=_("Remove"),
        form=asked.RemoveSubForm, fits=_with_subs,
        act=lambda key, given, by: sub_processors.remove_sub_processor(
            key, given["sub_id"], reason=given["reason"], by=by
        ),
    ),
    "instruct": Step(
        section="instructions", route=EDIT, title=_("Give an instruction"), button=_("Record the instruction"),
        form=asked.InstructionForm, act=lambda key, given, by: agreements.give_instruction(key, **given, by=by),
        fits=_of_kind(K.PROCESSOR),
    ),
    "duty": Step(
        section="duties", route=EDIT, title=_("Say who meets a duty"), button=pgettext_lazy("verb", "Record"),
        form=asked.DutyForm, fits=_of_kind(K.JOINT_CONTROLLERS),
        act=lambda key, given, by: agreements.divide_duty(
            key, given["duty"], party_id=given["party_id"], text=given["text"], by=by
        ),
    ),
    "delete": Step(
        section="", route="agreement-delete", title=_("Remove this draft"), button=_("Remove"),
        form=asked.DeleteForm, act=lambda key, given, by: agreements.delete_agreement(key, **given, by=by),
        fits=lambda agreement, state: agreement.signed_on is None,
    ),
}  # fmt: skip
"""By name; the order is that of the page."""
PERMISSIONS = {
    "agreement-step": "agreements.edit_agreement",
    "agreement-term": "agreements.end_agreement",
    "agreement-sign": "agreements.sign_agreement",
    "agreement-decide": "agreements.decide_sub_processor",
    "agreement-attest": "agreements.attest_participation",
    "agreement-delete": "agreements.delete_agreement",
}
"""Which permission each route asks."""


def folds_of(
    visit: Visit, agreement: Agreement, dossier: Dossier, bound: Mapping[str, Form]
) -> Mapping[str, tuple[Fold, ...]]:
    """The forms that this person may use with this agreement as it stands, by section."""
    found: dict[str, list[Fold]] = defaultdict(list)
    state = state_on(agreement, clock.today())
    for name, step in STEPS.items() if visit.moment is None else ():
        may = can_for(visit.actor, PERMISSIONS[step.route], owner_id=agreement.owner_id)
        came_for = visit.request.GET.get("clause", "") if name == REWRITE and name not in bound else ""
        asks = any(str(each.id) == came_for for each in agreement.clauses) and state is not S.ENDED
        if may and (step.fits(agreement, state) or name in bound or asks):
            form = bound.get(name) or step.form(
                agreement=agreement, dossier=dossier, auto_id=f"{name}-%s", initial={"clause_id": came_for}
            )
            found[step.section].append(
                Fold(
                    title=str(step.title),
                    button=str(step.button),
                    url=step_url(visit.municipality.slug, agreement.id, name),
                    form=form,
                    anchor=name,
                    id=name if asks else "",
                    opened=asks,
                )
            )
    return {section: tuple(folds) for section, folds in found.items()}


def step_url(slug: str, key: UUID, name: str) -> str:
    """Where a step is posted."""
    route = STEPS[name].route
    more = [name] if route in (EDIT, TERM) else []
    return reverse(f"desk:{route}", args=[slug, key, *more])
