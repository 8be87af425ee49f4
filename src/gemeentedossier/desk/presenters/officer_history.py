"""What happened to the officer's plan, as a timeline."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.wording import answer, vocabulary_word, words_of
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.governance.enums import SupervisionManner
from gemeentedossier.dossier.governance.models import SupervisionCheck
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.dossier.snapshot.facts import Dossier

TOLD = ("topic", "reason", "manner", "due_on", "was_done", "outcome", "closed_by_id", "closed_on")


def officer_timeline(happenings: Iterable[Happening], dossier: Dossier, *, at: dt.datetime | None) -> tuple[Entry, ...]:
    """Each verb on the plan with who, when, of which check, and which fields differ."""
    names = words_of(dossier, at=at).names
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, names))


def verb_words(verb: str) -> str:
    """What was done, in words."""
    words = {
        "governance.plan_supervision": _("Check put on the supervision plan"),
        "governance.replan_supervision": _("Check of the supervision plan changed"),
        "governance.close_supervision": _("Check of the supervision plan closed"),
        "governance.advise_unasked": _("Advice given unasked"),
        "governance.answer_advice": _("Advice answered"),
        "governance.draw_sample": _("Sample drawn"),
        "governance.judge_sample": _("Case of a sample judged"),
        "governance.begin_report": _("Report of the officer begun"),
        "governance.write_report": _("Report of the officer written"),
        "governance.discard_report": _("Draft of a report of the officer thrown away"),
        "governance.adopt_report": _("Report of the officer adopted"),
    }
    return words.get(verb) or other_verb_words(verb)


def _columns(change: RowChange, names: Mapping[UUID, str]) -> Iterator[Change]:
    topic = (change.after or change.before)["topic"]
    yield from changes(
        change,
        TOLD,
        label=lambda column: f"{topic}: {_label(column)}",
        told=lambda column, value: _worded(column, value, names),
    )


def _label(column: str) -> str:
    field = next(each for each in SupervisionCheck._meta.concrete_fields if each.attname == column)
    return capfirst(str(field.verbose_name))


def _worded(column: str, value: Any, names: Mapping[UUID, str]) -> str:
    if column == "manner":
        return vocabulary_word(SupervisionManner, value or "")
    if column == "was_done":
        return answer(value) if value is not None else ""
    return worded(column, value, names=names)
