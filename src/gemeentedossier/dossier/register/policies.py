"""When a verb may be done to a record of the register. Each refusal is a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.catalogue.engine.word_lists import CovenantWords
from gemeentedossier.dossier.register.engine.freshness import Confirmation
from gemeentedossier.dossier.register.enums import Article6, RecordState, Untouched
from gemeentedossier.dossier.register.facts import Activity, LegalBasis
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MOVES: Mapping[RecordState, frozenset[RecordState]] = {
    RecordState.CONCEPT: frozenset({RecordState.UNDER_REVIEW}),
    RecordState.UNDER_REVIEW: frozenset({RecordState.CONCEPT, RecordState.ADOPTED}),
    RecordState.ADOPTED: frozenset({RecordState.PUBLISHED}),
    RecordState.PUBLISHED: frozenset({RecordState.ADOPTED}),
    RecordState.REPLACED: frozenset(),
}
"""The steps of a record: concept, under review, adopted, published, and back where its publication is withdrawn.

An edit of an adopted record is a new concept.
"""

STATE_WORDS: Mapping[RecordState, StrOrPromise] = {
    RecordState.CONCEPT: pgettext_lazy("state of a record", "concept"),
    RecordState.UNDER_REVIEW: pgettext_lazy("state of a record", "under review"),
    RecordState.ADOPTED: pgettext_lazy("state of a record", "adopted"),
    RecordState.PUBLISHED: pgettext_lazy("state of a record", "published"),
    RecordState.REPLACED: pgettext_lazy("state of a record", "replaced"),
}
"""What each state is called in a sentence."""


def can_move(state: RecordState, *, to: RecordState) -> bool:
    """Whether the step exists."""
    return to in MOVES[state]


def check_moves(state: RecordState, *, to: RecordState) -> None:
    """Raises Refused where the step does not exist."""
    if not can_move(state, to=to):
        raise Refused(
            _("This record is %(state)s and cannot become %(to)s from there.")
            % {"state": STATE_WORDS[state], "to": STATE_WORDS[to]}
        )


def is_of_two_people(*, submitted_by: str, decided_by: UUID) -> bool:
    """Whether another person decides than who asked for it; ``submitted_by`` is empty where no person asked."""
    return submitted_by != str(decided_by)


def check_is_of_two_people(*, submitted_by: str, decided_by: UUID) -> None:
    """Raises Refused where somebody would adopt what they submitted themselves."""
    if not is_of_two_people(submitted_by=submitted_by, decided_by=decided_by):
        raise Refused(
            _(
                "You submitted this record yourself, so somebody else adopts it: two people have read it before it "
                "holds. Ask a colleague with the mandate, or send it back."
            )
        )


def check_is_not_own_text(*, changed: bool) -> None:
    """Raises Refused where somebody would adopt what they changed themselves after it was submitted."""
    if changed:
        raise Refused(
            _(
                "You changed this record after it was submitted, so somebody else adopts it: nobody but you has read "
                "it as it is now. Ask a colleague with the mandate, or send it back so that it is submitted again."
            )
        )


def check_not_adopted_meanwhile(*, version: int, state: RecordState, by: str) -> None:
    """Raises Refused where somebody else adopted the record before; ``by`` is who did."""
    if state in {RecordState.ADOPTED, RecordState.PUBLISHED}:
        told = _(
            "%(name)s adopted this record already, as version %(number)s. Nothing was done; that version holds and "
            "you find it under Versions."
        )
        raise Refused(told % {"name": by or _("Somebody"), "number": version})


def check_note_is_open(*, settled: bool) -> None:
    """Raises Refused for a remark that was settled before."""
    if settled:
        raise Refused(_("This remark was settled. Make a new one where something is still to be said."))


def may_settle(*, written_by: UUID, settled_by: UUID, adopts: bool) -> bool:
    """Whether this person says that a remark needs nothing more: who made it, or who decides on the record."""
    return adopts or written_by == settled_by


def check_settles(*, written_by: UUID, settled_by: UUID, adopts: bool) -> None:
    """Raises Refused where somebody would settle the remark of another."""
    if not may_settle(written_by=written_by, settled_by=settled_by, adopts=adopts):
        raise Refused(_("Who made a remark settles it, or who adopts records. Answer it, so that they can look again."))


def check_is_as_read(name: str, *, revision: int, read: int) -> None:
    """Raises EditedMeanwhile where the record is no longer the one that was read: nobody decides on unseen text."""
    if revision != read:
        raise EditedMeanwhile(changed_since_read(name))


def changed_since_read(name: str) -> str:
    """What is told to whoever was about to decide."""
    told = _(
        "“%(name)s” was changed after you opened it, so you would decide on text that you did not see. "
        "Nothing was done; read it as it is now and decide again."
    )
    return told % {"name": name}


def check_can_be_edited(state: RecordState) -> None:
    """Raises Refused for a record that was replaced by another."""
    if state is RecordState.REPLACED:
        raise Refused(_("This record was replaced by another and is kept as it was. Edit the one that replaced it."))


def can_undo_confirmation(given: Confirmation | None, *, person: str, today: dt.date) -> bool:
    """Whether it is one's own, given today, with nothing done to the record since."""
    return given is not None and given.person == person and given.on == today


def check_undoes_confirmation(given: Confirmation | None, *, person: str, today: dt.date) -> Confirmation:
    """Return the confirmation that can be taken back; raises Refused with what stands in the way of that.

    None is one that stands no more.
    """
    if given is None:
        raise Refused(
            _("There is no confirmation to undo: the last thing that happened to this record was another step.")
        )
    if given.person != person:
        raise Refused(_("This record was confirmed by %(name)s. Only they can undo it.") % {"name": given.by})
    if not can_undo_confirmation(given, person=person, today=today):
        raise Refused(
            _(
                "A confirmation can be undone on the day on which it was given. "
                "Where something is no longer right, edit the record, or tell the privacy officer."
            )
        )
    return given


def check_never_adopted(version: int) -> None:
    """Raises Refused for a record that was once adopted: its versions stay readable under their address."""
    if version:
        raise Refused(_("This record was adopted and stays. Put its processing on “ended” instead."))


def check_no_use_widens(stored: Activity, wanted: Activity) -> None:
    """Raises Refused where a purpose goes that is the only one of some data: they would come to serve all purposes."""
    known = {purpose.id for purpose in wanted.purposes}
    gone = {purpose.id: purpose.text for purpose in stored.purposes if purpose.id not in known}
    still = {use.id for use in wanted.data_uses if not use.purpose_ids}
    lost = (use.purpose_ids for use in stored.data_uses if use.id in still and use.purpose_ids)
    names = [gone[only[0]] for only in lost if gone.keys() >= set(only)]
    if names:
        told = _(
            "Some data are used for “%(purpose)s” only. Without that purpose they would count for every purpose. "
            "First say under “Data and people” for which purposes they are used, or remove them there."
        )
        raise Refused(told % {"purpose": names[0]})


def is_covenant(basis: LegalBasis, words: CovenantWords) -> bool:
    """Whether a basis rests on an agreement between parties and on no law (GDPR 6(1), 6(3)).

    A contract with the data subject is another thing (6(1)(b)), and a provision of the catalogue carries by itself.
    """
    if basis.provision_id or basis.article_6 is Article6.CONTRACT:
        return False
    return words.are_in(basis.provision_text)


def became_covenant(basis: LegalBasis, words: CovenantWords, *, was: LegalBasis | None) -> bool:
    """Whether a basis names a covenant and did not before, in the same words; ``was`` is None for a new one.

    A provision of the catalogue beside new words does not make these lawful. Words that stood there stay where such a
    provision comes beside them: that is how it is mended.
    """
    if was is not None and _carried_by(basis) == _carried_by(was):
        return False
    if was is None or basis.provision_text != was.provision_text:
        return basis.article_6 is not Article6.CONTRACT and words.are_in(basis.provision_text)
    return is_covenant(basis, words)


def _carried_by(basis: LegalBasis) -> tuple[object, ...]:
    return basis.article_6, basis.provision_id, basis.provision_text


def check_no_covenant_is_chosen(wanted: Activity, words: CovenantWords, *, stored: Activity | None = None) -> None:
    """Raises Refused where a legal basis became a covenant.

    What stood there unchanged stays, such as what was imported as it was written: it is told as a finding.
    """
    before = {basis.id: basis for basis in _bases(stored)} if stored else {}
    for basis in _bases(wanted):
        if became_covenant(basis, words, was=before.get(basis.id)):
            raise Refused(covenant_chosen(basis.provision_text))


def _bases(activity: Activity) -> Iterator[LegalBasis]:
    return (basis for purpose in activity.purposes for basis in purpose.legal_bases)


def covenant_chosen(text: str) -> str:
    """Why a covenant cannot be chosen as a legal basis, and what to do."""
    told = _(
        "“%(text)s” is no legal basis. A covenant settles how parties work together and gives nobody the right to "
        "process data: a task or duty must be laid down in law (Article 6(1) and 6(3) GDPR). Choose the provision "
        "that gives this task, and record the covenant under agreements."
    )
    return told % {"text": text.strip()}


def resting_on(names: Iterable[str]) -> str:
    """Why a purpose or an activity stays while other records name it."""
    told = _(
        "This cannot be removed while other records name it: %(names)s. They would come to say something that "
        "nobody decided. Change or remove those first."
    )
    return told % {"names": ", ".join(dict.fromkeys(names))}


def check_is_whole(activity: Activity) -> None:
    """Raises Refused where the record contradicts its own form: no name, an end before its start, a purpose unknown."""
    if not activity.name.strip():
        raise Refused(_("Give the processing activity a name."))
    if activity.started_on and activity.ended_on and activity.ended_on < activity.started_on:
        raise Refused(_("The activity ends before it starts. Correct one of the two dates."))
    known = {purpose.id for purpose in activity.purposes}
    if any(not known.issuperset(use.purpose_ids) for use in activity.data_uses):
        raise Refused(_("These data are linked to a purpose that this activity does not have."))


def why_untouched(
    *,
    as_read: bool,
    may_edit: bool,
    state: RecordState,
    same: bool,
    started_on: dt.date | None,
    ended_on: dt.date | None,
) -> Untouched | None:
    """Why one change of many leaves a record as it is; None where it does not. The dates are those after the change."""
    if not may_edit:
        return Untouched.NOT_YOURS
    if state is RecordState.REPLACED:
        return Untouched.REPLACED
    if not as_read:
        return Untouched.CHANGED
    if same:
        return Untouched.SAME
    if started_on and ended_on and ended_on < started_on:
        return Untouched.ENDS_BEFORE_IT_STARTS
    return None


def check_changes_many(*, chosen: int, most: int, reason: str) -> None:
    """Raises Refused where nothing was chosen, more than can be looked over at once, or no reason was given."""
    if not chosen:
        raise Refused(_("Nothing was chosen that this would change, so nothing changed."))
    if chosen > most:
        told = {"count": chosen, "most": most}
        raise Refused(
            _(
                "You chose %(count)s records, and %(most)s is the most at once, so that somebody can look them over. "
                "Choose fewer, by a filter of the list."
            )
            % told
        )
    if not reason.strip():
        raise Refused(_("Say why, in a few words. It stands in the history of every record, with your name."))
