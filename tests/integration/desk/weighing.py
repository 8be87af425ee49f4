"""One record of everything that was weighed, planned, excluded and promised, for tests of its pages."""

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.actions.measures import record_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.actions.tools import record_tool
from gemeentedossier.dossier.assets.enums import ToolKind
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.governance.actions.appetite import set_appetite
from gemeentedossier.dossier.governance.actions.clauses import record_clause
from gemeentedossier.dossier.governance.facts import PolicyClause
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.continuity import plan_continuity
from gemeentedossier.dossier.security.actions.exclusions import propose_exclusion
from gemeentedossier.dossier.security.actions.risks import record_risk
from gemeentedossier.dossier.security.actions.tools import rule_tool
from gemeentedossier.dossier.security.facts import Continuity, SecurityRisk, ToolRule
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.models import Controller
from tests.builders import an_activity

LOW, MEDIUM, HIGH = RiskLevel
PLACE = "/duinveld/desk/security/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The keys of what was laid down."""

    activity: Activity
    system: UUID
    measure: UUID
    risk: SecurityRisk
    appetite: UUID
    exclusion: UUID
    clause: PolicyClause
    tool: Tool
    rule: UUID

    def pages(self) -> list[str]:
        """Every page that shows something of it."""
        one = {"risk": self.risk.id, "clause": self.clause.id, "tool": self.tool.id}
        named = [(f"{name}{more}", [key]) for name, key in one.items() for more in ("", "-edit", "-history")]
        of_all = ("risks", "risk-new", "appetite", "appetite-history", "applicability", "exclusions-history")
        lists = [
            (name, []) for name in (*of_all, "continuities", "outage", "clauses", "clause-new", "tools", "tool-new")
        ]
        plans = [(name, [self.activity.id]) for name in ("continuity", "continuity-edit", "continuity-history")]
        rules = [("tool-rule-new", [self.tool.id]), ("tool-rule", [self.tool.id, self.activity.id])]
        sheet = [("activity-security", [self.activity.id]), ("security", [])]
        every = [*named, *lists, *plans, *rules, *sheet]
        urls = [reverse(f"desk:{name}", args=["duinveld", *keys]) for name, keys in every]
        return [*urls, f"{PLACE}outage/?system={self.system}", f"{PLACE}tools/?activity={self.activity.id}"]


def laid_down(by: Actor, *, text: str = "Tekst.") -> Laid:
    """One of everything, in which each free text is ``text``."""
    today = clock.today()
    college = Controller.objects.create(kind=ControllerKind.COLLEGE, name=text[:100]).pk
    system = record_system(System(new_id(), text, fallback=text), by=by).id
    measure = record_measure(Measure(new_id(), text), by=by).id
    activity = an_activity(name=text, system_ids=(system,), measure_ids=(measure,), controller_ids=(college,))
    create_activity(activity, by=by)
    appetite = set_appetite(MEDIUM, statement=text, controller_id=college, decided_on=today, review_on=None, by=by).pk
    asked = SecurityRisk(
        new_id(), activity.id, SecurityAspect.CONFIDENTIALITY, text, system, text,
        HIGH, HIGH, MEDIUM, HIGH, text, measure_ids=(measure,),
    )  # fmt: skip
    plan_continuity(Continuity(new_id(), activity.id, 4, text, today, text), by=by)
    clause = record_clause(PolicyClause(new_id(), text, text, text, measure_ids=(measure,)), by=by)
    tool = record_tool(
        replace(Tool(new_id(), text, ToolKind.AI_TOOL), description=text, may_go_in=text, may_not_go_in=text), by=by
    )
    rule = ToolRule(new_id(), tool.id, activity.id, allowed=True, reason=text, data_own=(text,))
    rule_tool(rule, by=by)
    return Laid(
        activity=activity,
        system=system,
        measure=measure,
        risk=record_risk(asked, by=by),
        appetite=appetite,
        exclusion=propose_exclusion("8.30", reason=text, review_on=today + dt.timedelta(days=9), by=by),
        clause=clause,
        tool=tool,
        rule=rule.id,
    )
