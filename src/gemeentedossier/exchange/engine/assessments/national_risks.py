"""Risks and measures in a saved file of the national form (points 16 and 17)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.risks.facts import AssessedRisk, RiskTreatment
from gemeentedossier.exchange.engine.assessments.draft import Draft, Known, plain
from gemeentedossier.foundation.identifiers import new_id

LEVELS: Mapping[str, RiskLevel] = {
    "laag": RiskLevel.LOW,
    "midden": RiskLevel.MEDIUM,
    "gemiddeld": RiskLevel.MEDIUM,
    "hoog": RiskLevel.HIGH,
}
BESIDE = frozenset({"risico", "kans", "impact"})
"""Words that may stand beside a level and say nothing more."""
_WORD = re.compile(r"\w+")
Row = Mapping[str, object]


@dataclass(slots=True)
class _Found:
    """A risk with the measures that rows name for it, and the levels that these leave."""

    risk: AssessedRisk
    treatments: list[RiskTreatment] = field(default_factory=list)
    remains: set[RiskLevel] = field(default_factory=set)


def take_risks(rows: Iterable[Row], draft: Draft, known: Known) -> None:
    """Write the risks into the draft, each with its measures. A row never replaces another."""
    found: list[_Found] = []
    by_threat: dict[str, _Found] = {}
    measures: list[Row] = []
    for row in rows:
        if any(key.startswith("17.1.") for key in row):
            measures.append(row)
        if not any(key.startswith("16.1.") for key in row):
            continue
        risk = _risk(row, len(found), draft)
        if not risk.threat:
            draft.note(
                "16.1.1",
                "een rij zonder naam van het risico is niet overgenomen",
                "a row that does not name its risk was not taken over",
            )
            continue
        found.append(_Found(risk))
        if by_threat.setdefault(risk.threat, found[-1]) is not found[-1]:
            name = risk.threat[:60]
            draft.note(
                "16.1.1",
                f"het risico “{name}” staat er nog eens: beide zijn overgenomen, de maatregelen bij het eerste",
                f"the risk “{name}” stands there again: both were taken over, the measures with the first",
            )
    for row in measures:
        _treat(row, by_threat, draft, known)
    draft.risks = [_whole(each, draft) for each in found]


def _risk(row: Row, position: int, draft: Draft) -> AssessedRisk:
    return AssessedRisk(
        id=new_id(),
        threat=draft.read("16.1.1", row.get("16.1.1")),
        position=position,
        origin=draft.read("16.1.2", row.get("16.1.2")),
        likelihood=_level(row.get("16.1.3"), "16.1.3", draft),
        likelihood_reason=draft.read("16.1.4", row.get("16.1.4")),
        impact=_level(row.get("16.1.5"), "16.1.5", draft),
        impact_reason=draft.read("16.1.6", row.get("16.1.6")),
        level_reason=draft.read("16.1.8", row.get("16.1.8")),
    )


def _treat(row: Row, by_threat: Mapping[str, _Found], draft: Draft, known: Known) -> None:
    """A row of measures, under each risk that it names."""
    named = row.get("17.1.1")
    read = (draft.read("17.1.1", each) for each in (named if isinstance(named, list) else [named]))
    threats = dict.fromkeys(filter(None, read))
    text, owner = draft.read("17.1.3", row.get("17.1.3")), draft.read("17.1.7", row.get("17.1.7"))
    level = _level(row.get("17.1.4"), "17.1.4", draft)
    if not threats and text:
        draft.note("17.1.1", f"“{text[:60]}” hoort bij geen risico", f"“{text[:60]}” belongs to no risk")
    for threat in threats:
        if threat not in by_threat:
            draft.note(
                "17.1.1", f"het risico “{threat[:60]}” staat niet bij punt 16", f"“{threat[:60]}” is not at point 16"
            )
            continue
        found = by_threat[threat]
        if text:
            found.treatments.append(_treatment(text, owner, len(found.treatments), known, draft))
        if level:
            found.remains.add(level)


def _treatment(text: str, owner: str, position: int, known: Known, draft: Draft) -> RiskTreatment:
    person = known.people.get(owner.casefold())
    if owner and person is None:
        name = owner[:60]
        draft.note(
            "17.1.7", f"“{name}” is hier niemand: kies wie het doet", f"nobody here is “{name}”: choose who does it"
        )
    measure = known.measures.get(text.casefold())
    return RiskTreatment(
        new_id(),
        position,
        measure_id=measure,
        text="" if measure else text,
        owner_id=person,
        owner=owner if person else "",
    )


def _whole(found: _Found, draft: Draft) -> AssessedRisk:
    """The risk with its measures. The form has one level of what remains, the highest goes for both: that is told."""
    level = max(found.remains, key=lambda each: each.rank, default=None)
    if level:
        name = found.risk.threat[:60]
        draft.note(
            "17.1.4",
            f"bij “{name}” kent het formulier één niveau dat overblijft: het hoogste staat hier bij kans én bij impact."
            " Kies beide zelf",
            f"for “{name}” the form has one level that remains: the highest stands here as likelihood and as impact."
            " Choose both yourself",
        )
    return replace(found.risk, treatments=tuple(found.treatments), residual_likelihood=level, residual_impact=level)


def _level(value: object, place: str, draft: Draft) -> RiskLevel | None:
    """The level that a text says; a text that says more than that is no level."""
    text = plain(value)
    said = [word for word in _WORD.findall(text.casefold()) if word not in BESIDE]
    if len(said) == 1 and said[0] in LEVELS:
        return LEVELS[said[0]]
    if text:
        told = text[:60]
        draft.note(place, f"“{told}” is geen niveau van de schaal", f"“{told}” is no level of the scale")
    return None
