"""What happened to what was weighed, planned, excluded and promised, as a timeline."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.design.parts import Change, Entry
from gemeentedossier.desk.presenters.activity.history import verb_words as other_verb_words
from gemeentedossier.desk.presenters.activity.wording import Words, words_of
from gemeentedossier.desk.presenters.assessment_history import ASSESSED, assessed_verbs
from gemeentedossier.desk.presenters.timelines import changes, timeline, worded
from gemeentedossier.dossier.assets.enums import ToolKind, ToolState
from gemeentedossier.dossier.governance.models import PolicyClause, RiskAppetite
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.models import ControlExclusion, SecurityRiskMeasure, ToolRule
from gemeentedossier.dossier.snapshot.facts import Dossier

NOT_TOLD = frozenset({"risk_id", "tool_id", "assessment_id", "basis_names", "basis_words"})
VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "aspect": SecurityAspect,
    "likelihood": RiskLevel,
    "impact": RiskLevel,
    "residual_likelihood": RiskLevel,
    "residual_impact": RiskLevel,
    "level": RiskLevel,
    "decision": RiskDecision,
    "kind": ToolKind,
    "state": ToolState,
}


def weighed_timeline(happenings: Iterable[Happening], dossier: Dossier, *, at: dt.datetime | None) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ, in the order given."""
    words = words_of(dossier, at=at)
    names = {
        **words.names,
        **{each.id: each.name for each in dossier.activities},
        **{each.id: each.name for each in dossier.agreements},
        **{each.id: each.name for each in dossier.systems},
        **{each.id: each.name for each in dossier.tools},
        **{each.id: each.title for each in dossier.evidence},
    }
    return timeline(happenings, titled=verb_words, told=lambda change: _columns(change, words, names))


def verb_words(verb: str) -> str:
    """What was done, in words; that it was changed where the verb has none of its own."""
    words = {
        "security.record_risk": _("Risk recorded"),
        "security.edit_risk": _("Risk edited"),
        "security.decide_risk": _("Risk decided on"),
        "security.remove_risk": _("Risk removed"),
        "security.propose_exclusion": _("Exclusion proposed"),
        "security.decide_exclusion": _("Exclusion decided on"),
        "security.withdraw_exclusion": _("Exclusion withdrawn"),
        "security.plan_continuity": _("Outage planned for"),
        "security.rule_tool": _("Rule for the tool recorded"),
        "security.withdraw_tool_rule": _("Rule for the tool withdrawn"),
        "governance.set_appetite": _("Appetite decided"),
        "governance.end_appetite": _("Appetite ended"),
        "governance.record_clause": _("Clause recorded"),
        "governance.edit_clause": _("Clause edited"),
        "governance.delete_clause": _("Clause removed"),
        "assets.record_tool": _("Tool recorded"),
        "assets.edit_tool": _("Tool edited"),
        "assets.judge_tool": _("Tool judged"),
        "assets.delete_tool": _("Tool removed"),
        "agreements.record_leaflet": _("Leaflet recorded"),
        "agreements.edit_leaflet": _("Leaflet edited"),
        "agreements.delete_leaflet": _("Leaflet removed"),
        "guest.write_leaflet": _("The party itself wrote the leaflet"),
        **assessed_verbs(),
    }
    return words.get(verb) or other_verb_words(verb)


def _columns(change: RowChange, words: Words, names: Mapping[UUID, str]) -> Iterator[Change]:
    yield from changes(
        change,
        (each for each in change.columns if each not in NOT_TOLD),
        label=lambda column: f"{_of(change, names)}{_label(change.model, column)}",
        told=lambda column, value: _worded(change.model, column, value, words, names),
    )


def _of(change: RowChange, names: Mapping[UUID, str]) -> str:
    """Which exclusion, body or activity it is about, where more than one stand in a history."""
    row = change.after or change.before
    if change.model is ControlExclusion:
        return f"{row['number']}: "
    if change.model is RiskAppetite:
        return f"{names.get(row['controller_id'], '')}: "
    if change.model is ToolRule:
        return f"{names.get(row['activity_id'], '')}: "
    return ""


def _label(model: type[Model], column: str) -> str:
    own: dict[tuple[type[Model], str], str] = {
        (SecurityRiskMeasure, "measure_id"): _("Measure"),
        (PolicyClause, "measure_ids"): _("Measures that carry it out"),
    }
    if (model, column) in own:
        return own[model, column]
    field = next(each for each in model._meta.concrete_fields if each.attname == column)
    return capfirst(str(field.verbose_name))


def _worded(model: type[Model], column: str, value: Any, words: Words, names: Mapping[UUID, str]) -> str:
    return worded(
        column,
        value,
        names=names,
        vocabulary=ASSESSED.get((model, column)) or VOCABULARIES.get(column),
        categories=(lambda ids: words.categories(DataCategory, ids)) if column == "data_categories" else None,
    )
