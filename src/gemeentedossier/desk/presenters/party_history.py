"""What happened to a party and to who may act for it, as a timeline."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.register.queries.history import Happening, RowChange

NOT_TOLD = frozenset({"party_id", "person_id"})
"""Keys that say nothing to a reader; who it is stands before it."""


def party_timeline(happenings: Iterable[Happening], names: Mapping[UUID, str]) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ, newest first; ``names`` are those of the people."""
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, names))


def verb_words(verb: str) -> str:
    """What was done, in words; that it was changed where the verb has none of its own."""
    words = {
        "parties.record_party": _("Party recorded"),
        "parties.edit_party": _("Party edited"),
        "parties.merge_party": _("Joined with a party that was here twice"),
        "parties.remove_party": _("Party removed"),
        "parties.invite_representative": _("Somebody was invited"),
        "parties.take_up_invitation": _("The invitation was taken up"),
        "parties.end_representation": _("Somebody no longer acts for it"),
    }
    return words.get(verb) or other_verb_words(verb)


def _columns(change: RowChange, names: Mapping[UUID, str]) -> Iterator[Change]:
    if change.model is Party and change.kind == "delete":
        yield Change(label=_("The party that went"), before=change.before["name"], after="")
        return
    whose = f"{names.get(_person(change), '')}: " if change.model is PartyRepresentative else ""
    yield from changes(
        change,
        (each for each in change.columns if each not in NOT_TOLD),
        label=lambda column: f"{whose}{_label(change.model, column)}",
        told=lambda column, value: worded(column, value, names=names),
    )


def _person(change: RowChange) -> UUID:
    key: UUID = (change.after or change.before)["person_id"]
    return key


def _label(model: type[Model], column: str) -> str:
    return capfirst(str(next(each for each in model._meta.concrete_fields if each.attname == column).verbose_name))
