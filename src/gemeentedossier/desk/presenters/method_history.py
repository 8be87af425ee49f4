"""What happened to the plan of the method and to the ambitions, as a timeline."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.wording import language, words_of
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.governance.models import Ambition, PlannedStep
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.dossier.snapshot.facts import Dossier

TOLD = ("step", "owner_id", "due_on", "note")
CHOSEN = ("level", "due_on", "because", "decided_by_id", "decided_on")


class Timeline(Protocol):
    """Tells what happened to some records, with the names of a dossier and a catalogue."""

    def __call__(
        self, happenings: Iterable[Happening], dossier: Dossier, catalogue: Catalogue, *, at: dt.datetime | None
    ) -> tuple[Entry, ...]: ...


def plan_timeline(
    happenings: Iterable[Happening], dossier: Dossier, catalogue: Catalogue, *, at: dt.datetime | None
) -> tuple[Entry, ...]:
    """Each verb on the plan with who, when, why, of which step, and which fields differ."""
    names, spoken = words_of(dossier, at=at).names, language()
    steps = {each.id: each.name.in_language(spoken) for each in catalogue.method_steps}
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, names, steps))


def ambition_timeline(
    happenings: Iterable[Happening], dossier: Dossier, catalogue: Catalogue, *, at: dt.datetime | None
) -> tuple[Entry, ...]:
    """Each verb on an ambition with who, when, why, of which theme, and which fields differ."""
    names, spoken = words_of(dossier, at=at).names, language()
    themes = {each.id: each.name.in_language(spoken) for each in catalogue.maturity_themes}
    return timeline(happenings, titled=verb_words, told=lambda change: _ambition(change, names, themes))


def verb_words(verb: str) -> str:
    """What was done to the plan, in words."""
    words = {
        "governance.plan_step": _("Step put on the plan"),
        "governance.replan_step": _("Plan of a step changed"),
        "governance.plan_several": _("Several steps planned at once"),
        "governance.drop_plan": _("Step taken off the plan"),
        "governance.choose_ambition": _("Ambition chosen"),
        "governance.change_ambition": _("Ambition changed"),
        "governance.withdraw_ambition": _("Ambition withdrawn"),
        "method.share_maturity": _("Agreed to the comparison between municipalities"),
        "method.refresh_shared": _("Levels for the comparison brought up to date"),
        "method.stop_sharing": _("Comparison between municipalities ended"),
    }
    return words.get(verb) or other_verb_words(verb)


def _columns(change: RowChange, names: Mapping[UUID, str], steps: Mapping[str, str]) -> Iterator[Change]:
    row = change.after or change.before
    step = steps.get(row["step"], row["step"])
    yield from changes(
        change,
        TOLD,
        label=lambda column: f"{step}: {_label(PlannedStep, column)}",
        told=lambda column, value: _worded(column, value, names, steps),
    )


def _ambition(change: RowChange, names: Mapping[UUID, str], themes: Mapping[str, str]) -> Iterator[Change]:
    row = change.after or change.before
    theme = themes.get(row["theme"], row["theme"])
    yield from changes(
        change,
        CHOSEN,
        label=lambda column: f"{theme}: {_label(Ambition, column)}",
        told=lambda column, value: worded(column, value, names=names),
    )


def _label(model: type[Model], column: str) -> str:
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    return capfirst(str(field.verbose_name))


def _worded(column: str, value: Any, names: Mapping[UUID, str], steps: Mapping[str, str]) -> str:
    return steps.get(value, str(value or "")) if column == "step" else worded(column, value, names=names)
