"""Chapters 12 and 13: how much risk may remain and which risks there are, and what the policy promises."""

from collections.abc import Iterator, Sequence

from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import record, risk_words
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.documents.engine.composition.writer import Fill, quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.governance.facts import PolicyClause, RiskAppetite
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.appetite import is_decided_on, level_accepted, residual_level
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import SecurityRisk

RISK_COLUMNS = ("column.threat", "column.before", "column.remains", "column.decision")


def risks(desk: Desk) -> Section:
    """The appetite, the risks with what remains of them, and what was decided."""
    return desk.section("b.risks.heading", "risks", _risks(desk))


def _risks(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("b.risks.intro")
    holding = [each for each in w.dossier.appetites if each.holds_on(w.day)]
    for each in holding:
        yield _appetite(desk, each)
    if not holding:
        yield w.paragraph("b.appetite.none", *w.origins.organisation("controllers"))
    rows = [(describing.name(w, desk.by_id[each.activity_id]), *risk_of(desk, desk.by_id[each.activity_id], each))
            for each in w.dossier.security_risks if each.activity_id in desk.by_id]  # fmt: skip
    if rows:
        yield w.table("b.risks.caption", ("column.activity", *RISK_COLUMNS), rows)
    weighed = {each.activity_id for each in w.dossier.security_risks}
    yield from desk.about("b.risks.none", desk.where(lambda each: each.id not in weighed), "name")


def _appetite(desk: Desk, appetite: RiskAppetite) -> Block:
    w, because = desk.w, record(desk.w, "risk_appetite", appetite, appetite.controller).origins("level", "statement")
    return w.paragraph(
        "b.appetite.holds",
        *because,
        body=appetite.controller,
        day=long_date(appetite.decided_on, language=w.language),
        level=risk_words(w, appetite.level),
        words=quoted(appetite.statement),
    )


def risk_of(desk: Desk, activity: Activity, risk: SecurityRisk) -> tuple[Text, ...]:
    """What can go wrong, how much risk there is before and after measures, and what was decided."""
    w, scale = desk.w, desk.w.catalogue.risk_scale
    kept = record(w, "security_risk", risk, activity.name)
    before = scale.level_of(risk.likelihood, risk.impact) if scale else None
    return (
        kept.words(risk.threat, "threat"),
        kept.cell(risk_words(w, before), "likelihood", "impact"),
        kept.cell(risk_words(w, residual_level(risk, scale)), "residual_likelihood", "residual_impact"),
        decision(desk, activity, risk),
    )


def decision(desk: Desk, activity: Activity, risk: SecurityRisk) -> Text:
    """What was decided about what remains of a risk; and where nothing was, whether it had to be."""
    w, kept = desk.w, record(desk.w, "security_risk", risk, activity.name)
    because = kept.origins("decision", "decided_because")
    if risk.decision is not None and is_decided_on(risk, w.day):
        return _decided(desk, risk, kept.origins("decision", "decided_because"))
    remains = residual_level(risk, w.catalogue.risk_scale)
    accepted = level_accepted(w.dossier.appetites, activity.controller_ids, on=w.day)
    if remains is None or accepted is None:
        return w.say("b.risk.unweighed", *because)
    return w.say("b.risk.undecided" if remains.is_above(accepted) else "b.risk.within", *because)


def _decided(desk: Desk, risk: SecurityRisk, because: Sequence[Origin]) -> Text:
    w = desk.w
    decided = long_date(in_the_netherlands(risk.decided_at).date(), language=w.language) if risk.decided_at else ""
    values: dict[str, Fill] = {"who": risk.decided_by, "day": decided, "words": quoted(risk.decided_because)}
    if risk.decision is RiskDecision.ACCEPT and risk.accepted_until:
        until = long_date(risk.accepted_until, language=w.language)
        return w.say("b.risk.accepted", *because, **values, until=until)
    return w.say(f"b.risk.{risk.decision}", *because, **values)


def policy(desk: Desk) -> Section:
    """What the policy promises, and how the work is done so that it is kept."""
    return desk.section("b.policy.heading", "policy", _policy(desk))


def _policy(desk: Desk) -> Iterator[Block]:
    w, clauses = desk.w, desk.w.dossier.policy_clauses
    yield w.paragraph("b.policy.intro")
    if not clauses:
        yield w.paragraph("b.policy.none", *w.origins.organisation("policy_clauses"))
        return
    columns = ("column.promise", "column.text", "column.procedure", "column.measures", "column.owner")
    yield w.table("b.policy.caption", columns, [_clause(desk, each) for each in clauses])


def _clause(desk: Desk, clause: PolicyClause) -> tuple[Text, ...]:
    w, kept = desk.w, record(desk.w, "policy_clause", clause, clause.title)
    names = [each.name for each in w.dossier.measures if each.id in clause.measure_ids]
    return (
        kept.cell(clause.title, "title"),
        kept.words(clause.text, "text"),
        kept.words(clause.procedure, "procedure"),
        kept.cell(w.listed(names), "measure_ids"),
        kept.cell(clause.owner, "owner"),
    )
