"""Addresses of what was weighed, planned, excluded and promised in Part B, and of digital tools."""

from django.urls import path

from gemeentedossier.desk.views import appetites, clauses, continuity, exclusions, risks, tool_rules, tools

EVERY = "<slug:municipality>/desk/security/"
RISK, CLAUSE = f"{EVERY}risks/<uuid:key>/", f"{EVERY}clauses/<uuid:key>/"
PLAN, EXCLUSION = f"{EVERY}continuity/<uuid:activity_id>/", f"{EVERY}exclusions/<uuid:key>/"
TOOL = f"{EVERY}tools/<uuid:key>/"

patterns = [
    path(f"{EVERY}risks/", risks.risks, name="risks"),
    path(f"{EVERY}risks/new/", risks.new, name="risk-new"),
    path(RISK, risks.risk, name="risk"),
    path(f"{RISK}edit/", risks.edit, name="risk-edit"),
    path(f"{RISK}decide/", risks.decide, name="risk-decide"),
    path(f"{RISK}remove/", risks.remove, name="risk-remove"),
    path(f"{RISK}history/", risks.history, name="risk-history"),
    path(f"{EVERY}appetite/", appetites.appetite, name="appetite"),
    path(f"{EVERY}appetite/decide/", appetites.decide, name="appetite-decide"),
    path(f"{EVERY}appetite/history/", appetites.history, name="appetite-history"),
    path(f"{EVERY}appetite/<uuid:key>/end/", appetites.end, name="appetite-end"),
    path(f"{EVERY}exclusions/propose/", exclusions.propose, name="exclusion-propose"),
    path(f"{EVERY}exclusions/history/", exclusions.history, name="exclusions-history"),
    path(f"{EXCLUSION}decide/", exclusions.decide, name="exclusion-decide"),
    path(f"{EXCLUSION}withdraw/", exclusions.withdraw, name="exclusion-withdraw"),
    path(f"{EVERY}outage/", continuity.outage, name="outage"),
    path(f"{EVERY}continuity/", continuity.continuities, name="continuities"),
    path(PLAN, continuity.continuity, name="continuity"),
    path(f"{PLAN}edit/", continuity.edit, name="continuity-edit"),
    path(f"{PLAN}history/", continuity.history, name="continuity-history"),
    path(f"{EVERY}clauses/", clauses.clauses, name="clauses"),
    path(f"{EVERY}clauses/new/", clauses.new, name="clause-new"),
    path(CLAUSE, clauses.clause, name="clause"),
    path(f"{CLAUSE}edit/", clauses.edit, name="clause-edit"),
    path(f"{CLAUSE}remove/", clauses.remove, name="clause-remove"),
    path(f"{CLAUSE}history/", clauses.history, name="clause-history"),
    path(f"{EVERY}tools/", tools.tools, name="tools"),
    path(f"{EVERY}tools/new/", tools.new, name="tool-new"),
    path(TOOL, tools.tool, name="tool"),
    path(f"{TOOL}edit/", tools.edit, name="tool-edit"),
    path(f"{TOOL}judge/", tools.judge, name="tool-judge"),
    path(f"{TOOL}remove/", tools.remove, name="tool-remove"),
    path(f"{TOOL}history/", tools.history, name="tool-history"),
    path(f"{TOOL}rules/new/", tool_rules.new, name="tool-rule-new"),
    path(f"{TOOL}rules/withdraw/", tool_rules.withdraw, name="tool-rule-withdraw"),
    path(f"{TOOL}rules/<uuid:activity_id>/", tool_rules.record, name="tool-rule"),
]
