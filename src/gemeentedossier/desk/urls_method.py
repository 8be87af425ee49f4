"""Addresses of the implementation method: the path, its steps, the plan, maturity and the Quickscan."""

from django.urls import path

from gemeentedossier.desk.views import ambition, comparison, maturity, method, method_paper, method_plan, sitting

METHOD = "<slug:municipality>/desk/method/"
THEME = f"{METHOD}maturity/themes/<slug:theme>/"
STEP = f"{METHOD}steps/<slug:step>/"

patterns = [
    path(METHOD, method.path, name="method"),
    path(f"{METHOD}sitting/", sitting.sitting, name="method-sitting"),
    path(f"{METHOD}plan/history/", method_plan.history, name="method-history"),
    path(f"{METHOD}plan/several/", method_plan.several, name="method-several"),
    path(f"{METHOD}plan/", method_paper.text, name="method-plan-text"),
    path(f"{METHOD}plan/files/<slug:form>/", method_paper.file, name="method-plan-file"),
    path(f"{METHOD}maturity/", maturity.maturity, name="maturity"),
    path(f"{METHOD}maturity/history/", ambition.history, name="maturity-history"),
    path(THEME, ambition.theme, name="maturity-theme"),
    path(f"{THEME}ambition/", ambition.choose, name="maturity-ambition"),
    path(f"{THEME}withdraw/", ambition.withdraw, name="maturity-withdraw"),
    path(f"{METHOD}comparison/", comparison.comparison, name="method-comparison"),
    path(f"{METHOD}comparison/share/", comparison.share, name="method-share"),
    path(f"{METHOD}comparison/refresh/", comparison.refresh, name="method-refresh"),
    path(f"{METHOD}comparison/stop/", comparison.stop, name="method-stop"),
    path(f"{METHOD}quickscan/", maturity.quickscan, name="quickscan"),
    path(STEP, method.step, name="method-step"),
    path(f"{STEP}plan/", method_plan.plan, name="method-plan"),
    path(f"{STEP}drop/", method_plan.drop, name="method-drop"),
]
