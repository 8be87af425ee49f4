"""What Part C says of an activity and its record does not: proposals that its owner takes over or refuses (GDPR 30(1)).

What somebody answers in a pre-scan or writes in an assessment is so never typed a second time into the register.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from gemeentedossier.catalogue.facts.assessments import AuthorityListItem, PrescanQuestion
from gemeentedossier.dossier.register.facts import Activity, DataUse, Purpose, Recipient, RetentionPeriod
from gemeentedossier.dossier.risks.engine.prescan import NONE, YES
from gemeentedossier.dossier.risks.engine.staleness import standing_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import PrescanVerdict, ProposalAnswer
from gemeentedossier.dossier.risks.facts import ImpactAssessment, Prescan
from gemeentedossier.foundation.clock import AMSTERDAM

NO = "no"
TRUTHS: Mapping[str, str] = {
    "transfer": "transfer_outside_eea",
    "base-registry": "uses_base_registry",
    "algorithm": "algorithm",
    "minors": "online_service_to_children",
}
"""By question of the pre-scan, the characteristic of the record that says the same."""
STATED = ("data", "subject", "purpose", "recipient", "retention")
"""Kinds of statement that a record takes over as they are written."""
LISTS = ("authority_list_items", "european_criteria")
"""Fields of the record with several values: each that was chosen is a proposal of its own, added to what stands."""


class ProposedBy(StrEnum):
    """Where a proposal comes from."""

    ANSWER = "answer"
    DECISION = "decision"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the record could say: ``name`` is its field or a kind of statement, ``words`` the one value as it is kept.

    ``now`` is what the record says, as it is kept, each value by itself. ``assessment_id`` is the assessment that says
    it, where it is one.
    """

    name: str
    words: str
    by: ProposedBy
    now: tuple[str, ...] = ()
    assessment_id: UUID | None = None


def proposals_for(
    activity: Activity, prescan: Prescan | None, assessments: Iterable[ImpactAssessment], around: Around
) -> tuple[Proposal, ...]:
    """Return what is to be taken over or refused, once each; without what somebody refused before."""
    refused = {
        (each.name, each.words)
        for each in (prescan.proposals if prescan else ())
        if each.answer is ProposalAnswer.REFUSED
    }
    about = [each for each in assessments if activity.id in each.activity_ids]
    every = (*_of_prescan(activity, prescan, around), *_of_assessments(activity, about, around))
    found = {(each.name, each.words): each for each in every}
    return tuple(each for key, each in found.items() if key not in refused)


def _of_prescan(activity: Activity, prescan: Prescan | None, around: Around) -> Iterator[Proposal]:
    if prescan is None:
        return
    given = {each.question: each.values for each in prescan.answers}
    for question, name in TRUTHS.items():
        said = given.get(question)
        if said and said != (_truth(activity, name),):
            yield Proposal(name, said[0], ProposedBy.ANSWER, _kept(_truth(activity, name)))
    if _is_large(given.get("people-count", ()), around) and not activity.characteristics.large_scale:
        yield Proposal("large_scale", YES, ProposedBy.ANSWER, _kept(_truth(activity, "large_scale")))
    known = {each.name.nl: each.id for each in around.catalogue.entries_of(AuthorityListItem).values()}
    listed, criteria = activity.authority_list_items, activity.european_criteria
    yield from _list("authority_list_items", given.get("authority-list"), listed, known)
    yield from _list("european_criteria", given.get("european-criteria"), criteria, {})
    asked = {PrescanVerdict.REQUIRED: YES, PrescanVerdict.NOT_REQUIRED: NO}.get(
        prescan.decision or PrescanVerdict.RECOMMENDED
    )
    if asked and asked != _truth(activity, "impact_assessment_required"):
        now = _kept(_truth(activity, "impact_assessment_required"))
        yield Proposal("impact_assessment_required", asked, ProposedBy.DECISION, now)


def _of_assessments(activity: Activity, about: Iterable[ImpactAssessment], around: Around) -> Iterator[Proposal]:
    for each in about:
        if each.adopted_at:
            day, held = each.adopted_at.astimezone(AMSTERDAM).date(), activity.impact_assessment_completed_on
            if held is None or held < day:
                now = _kept(held.isoformat() if held else "")
                yield Proposal("impact_assessment_completed_on", day.isoformat(), ProposedBy.DECISION, now, each.id)
        elif each.activity_ids == (activity.id,):  # of several that are alike nobody knows which one it says it of
            yield from _stated(activity, each, around)


def _stated(activity: Activity, draft: ImpactAssessment, around: Around) -> Iterator[Proposal]:
    """What a draft rests on and the record does not say, such as the facts of a file that was taken over."""
    for standing in standing_of(draft, {activity.id: activity}, around):
        for name, words in standing.delta.gone if standing.delta else ():
            if name in STATED:
                yield Proposal(name, words, ProposedBy.ASSESSMENT, assessment_id=draft.id)


def _truth(activity: Activity, name: str) -> str:
    """What the record says of a characteristic, as an answer; empty where it is unknown."""
    return {True: YES, False: NO}.get(getattr(activity.characteristics, name), "")


def _is_large(count: tuple[str, ...], around: Around) -> bool:
    many = around.catalogue.entries_of(PrescanQuestion).get("people-count")
    return bool(many and count and count[0].isdigit() and many.score_of(int(count[0])))


def _kept(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _list(
    name: str, said: tuple[str, ...] | None, held: tuple[str, ...] | None, known: Mapping[str, str]
) -> Iterator[Proposal]:
    """Each thing that was chosen and the record does not name; that none holds only where the record says nothing.

    ``known`` are the ids of entries by the name under which the record may hold them.
    """
    if not said:
        return
    chosen, there = [each for each in said if each != NONE], {known.get(each, each) for each in held or ()}
    now = (held or (NONE,)) if held is not None else ()
    if not chosen and held is None:
        yield Proposal(name, NONE, ProposedBy.ANSWER)
    for each in chosen:
        if each not in there:
            yield Proposal(name, each, ProposedBy.ANSWER, now)


def with_proposal(activity: Activity, proposal: Proposal, around: Around, *, new_id: Callable[[], UUID]) -> Activity:
    """Return the record as it is with the proposal taken over."""
    name, words = proposal.name, proposal.words
    if name in LISTS:
        held: tuple[str, ...] = getattr(activity, name) or ()
        values = held if words == NONE or words in held else (*held, words)
        return replace(activity, **{name: values})  # type: ignore[arg-type]  # both are tuples of texts
    if name == "impact_assessment_completed_on":
        return replace(activity, impact_assessment_completed_on=dt.date.fromisoformat(words))
    if name in STATED:
        return _with_statement(activity, name, words, around, new_id)
    return replace(activity, characteristics=replace(activity.characteristics, **{name: words == YES}))


def _with_statement(activity: Activity, name: str, words: str, around: Around, new_id: Callable[[], UUID]) -> Activity:
    if name == "purpose":
        added = Purpose(new_id(), len(activity.purposes) + 1, words)
        return replace(activity, purposes=(*activity.purposes, added))
    if name == "recipient":
        return replace(activity, recipients=(*activity.recipients, Recipient(new_id(), text=words)))
    if name == "retention":
        return replace(activity, retention=(*activity.retention, RetentionPeriod(new_id(), text=words)))
    uses = activity.data_uses or (DataUse(new_id(), 1),)
    first = _with_category(uses[0], name, words, around)
    return replace(activity, data_uses=(first, *uses[1:]))


def _with_category(use: DataUse, name: str, words: str, around: Around) -> DataUse:
    """The data or people by their category where the catalogue knows it by that name, else in own words."""
    catalogue = around.catalogue
    known = catalogue.data_categories if name == "data" else catalogue.subject_categories
    key = next((each.id for each in known.values() if each.name.nl.casefold() == words.casefold()), "")
    if name == "data":
        if key:
            return replace(use, data_categories=(*use.data_categories, key))
        return replace(use, data_categories_own=(*use.data_categories_own, words))
    if key:
        return replace(use, subject_categories=(*use.subject_categories, key))
    return replace(use, subject_categories_own=(*use.subject_categories_own, words))
