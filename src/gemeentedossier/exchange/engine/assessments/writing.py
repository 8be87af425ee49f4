"""An impact assessment as a saved file of the national form, so that others can go on with it there."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping

from gemeentedossier.catalogue.facts.risks import RiskLevel, RiskScale
from gemeentedossier.dossier.risks.engine.residual import level_of, residual_level
from gemeentedossier.dossier.risks.engine.staleness import PointStanding
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment
from gemeentedossier.exchange.engine.assessments.national import SCHEMA

VERSION = "3.0"
TEXTS: Mapping[int, str] = {
    1: "1.1", 2: "2.3", 3: "3.2", 4: "4", 5: "5.2", 6: "6.2", 7: "7.2", 8: "8.2", 9: "9.2", 10: "10.2", 11: "11.2",
    12: "12.4", 13: "13.2", 14: "14.2", 15: "15.8.2", 16: "16.2", 17: "17.2",
}  # fmt: skip
"""By point, the question of the form that takes own words."""
FACTS: Mapping[tuple[int, str], tuple[str, str]] = {
    (2, "data"): ("2.1", "2.1.1"),
    (2, "subject"): ("2.1", "2.1.2"),
    (5, "purpose"): ("5.1", "5.1.1"),
    (6, "party"): ("6.1.1", "6.1.1.1"),
    (8, "location"): ("8.1.1", "8.1.1.1"),
    (10, "retention"): ("10.1.1", "10.1.1.4"),
}
"""By point and kind of statement, the group and the question of the form."""
LEVELS: Mapping[RiskLevel, str] = {RiskLevel.LOW: "Laag", RiskLevel.MEDIUM: "Midden", RiskLevel.HIGH: "Hoog"}
Answer = dict[str, object]


def write_national(
    assessment: ImpactAssessment,
    standings: Iterable[PointStanding],
    *,
    scale: RiskScale | None,
    measures: Mapping[object, str],
    municipality: str,
    moment: dt.datetime,
) -> bytes:
    """Return the file; ``measures`` are names by key. What the form has no place for is not in it."""
    at = moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")

    def told(value: object) -> Answer:
        return {"value": value, "lastEditedAt": at}

    answers: dict[str, object] = {}
    groups: dict[str, list[dict[str, object]]] = {}
    for each in standings:
        number = each.point.number
        if each.paragraph and each.paragraph.text:
            answers[TEXTS[number]] = told(each.paragraph.text)
        for name, words in sorted(each.statements):
            if (number, name) in FACTS:
                group, key = FACTS[number, name]
                rows = groups.setdefault(group, [])
                rows.append({"_index": len(rows), key: told(words)})
    groups["16.1"] = [_risk(each, number, scale, told) for number, each in enumerate(assessment.risks)]
    groups["17.1"] = [
        {"_index": number, **row} for number, row in enumerate(_measures(assessment.risks, scale, measures, told))
    ]
    answers |= {group: rows for group, rows in groups.items() if rows}
    if assessment.summary:
        answers["18"] = told(assessment.summary)
    answers["19.2"] = told("Definitief" if assessment.state is AssessmentState.ADOPTED else "Concept")
    answers["19.4.1"] = told(f"Gemeente {municipality}")
    held = {"$schema": SCHEMA, "metadata": {"urn": f"urn:nl:dpia:{VERSION}", "createdAt": at}, "answers": answers}
    return json.dumps(held, ensure_ascii=False, indent=2).encode()


def _risk(risk: AssessedRisk, number: int, scale: RiskScale | None, told: object) -> dict[str, object]:
    level = level_of(risk, scale)
    values = {
        "16.1.1": risk.threat,
        "16.1.2": risk.origin,
        "16.1.3": LEVELS[risk.likelihood] if risk.likelihood else "",
        "16.1.4": risk.likelihood_reason,
        "16.1.5": LEVELS[risk.impact] if risk.impact else "",
        "16.1.6": "\n".join(filter(None, (risk.consequence, risk.impact_reason))),
        "16.1.7": LEVELS[level] if level else "",
        "16.1.8": risk.level_reason,
    }
    return {"_index": number, **{key: told(value) for key, value in values.items() if value}}  # type: ignore[operator]  # makes an answer


def _measures(
    risks: Iterable[AssessedRisk], scale: RiskScale | None, names: Mapping[object, str], told: object
) -> Iterable[dict[str, object]]:
    for risk in risks:
        remains = residual_level(risk, scale)
        for each in risk.treatments:
            text = "\n".join(filter(None, (names.get(each.measure_id, "") if each.measure_id else "", each.text)))
            values: dict[str, object] = {
                "17.1.1": [risk.threat],
                "17.1.3": text,
                "17.1.4": LEVELS[remains] if remains else "",
                "17.1.7": each.owner,
            }
            yield {key: told(value) for key, value in values.items() if value}  # type: ignore[operator]  # makes an answer
