"""Addresses of the data protection officer's toolbox: advice, supervision plan, samples and reports."""

from django.urls import path

from gemeentedossier.desk.views import officer, officer_advice, officer_plan, officer_reports, officer_samples

OFFICER = "<slug:municipality>/desk/officer/"
ADVICE, PLAN = f"{OFFICER}advice/", f"{OFFICER}plan/"
SAMPLES, REPORTS = f"{OFFICER}samples/", f"{OFFICER}reports/"
CHECK, SAMPLE, REPORT = f"{PLAN}<uuid:key>/", f"{SAMPLES}<uuid:key>/", f"{REPORTS}<uuid:key>/"

patterns = [
    path(OFFICER, officer.officer, name="officer"),
    path(ADVICE, officer_advice.advices, name="advices"),
    path(f"{ADVICE}new/", officer_advice.new, name="own-advice-new"),
    path(f"{ADVICE}<uuid:key>/", officer_advice.advice, name="own-advice"),
    path(f"{ADVICE}<uuid:key>/answer/", officer_advice.answer, name="own-advice-answer"),
    path(PLAN, officer_plan.plan, name="supervision"),
    path(f"{PLAN}new/", officer_plan.new, name="check-new"),
    path(f"{PLAN}text/", officer_plan.text, name="supervision-text"),
    path(f"{PLAN}files/<slug:form>/", officer_plan.file, name="supervision-file"),
    path(f"{PLAN}history/", officer_plan.history, name="supervision-history"),
    path(CHECK, officer_plan.check, name="check"),
    path(f"{CHECK}edit/", officer_plan.edit, name="check-edit"),
    path(f"{CHECK}close/", officer_plan.close, name="check-close"),
    path(SAMPLES, officer_samples.samples, name="samples"),
    path(f"{SAMPLES}new/", officer_samples.new, name="sample-new"),
    path(SAMPLE, officer_samples.sample, name="sample"),
    path(f"{SAMPLES}cases/<uuid:key>/judge/", officer_samples.judge, name="sample-judge"),
    path(REPORTS, officer_reports.reports, name="officer-reports"),
    path(f"{REPORTS}new/", officer_reports.new, name="officer-report-new"),
    path(REPORT, officer_reports.report, name="officer-report"),
    path(f"{REPORT}figures/<slug:figure>/", officer_reports.figure, name="officer-figure"),
    path(f"{REPORT}write/", officer_reports.write, name="officer-report-write"),
    path(f"{REPORT}adopt/", officer_reports.adopt, name="officer-report-adopt"),
    path(f"{REPORT}discard/", officer_reports.discard, name="officer-report-discard"),
    path(f"{REPORT}text/", officer_reports.text, name="officer-report-text"),
    path(f"{REPORT}files/<slug:form>/", officer_reports.file, name="officer-report-file"),
]
