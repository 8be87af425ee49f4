"""Addresses of Part D: breaches from report to closing, their texts, the register, exercises and the link."""

from django.urls import path

from gemeentedossier.desk.views import (
    breach_exercises,
    breach_links,
    breach_paper,
    breach_steps,
    breach_texts,
    breaches,
)
from gemeentedossier.desk.views.breach_folds import SECTIONS

EVERY = "<slug:municipality>/desk/breaches/"
BREACH = f"{EVERY}<uuid:key>/"
MEASURE = f"{BREACH}measures/<uuid:measure_id>/"

patterns = [
    path(EVERY, breaches.breaches, name="breaches"),
    path(f"{EVERY}new/", breaches.new, name="breach-new"),
    path(f"{EVERY}register/", breach_texts.register, name="breach-register"),
    path(f"{EVERY}register/<slug:form>/", breach_texts.register_file, name="breach-register-file"),
    path(f"{EVERY}exercises/", breach_exercises.exercises, name="breach-exercises"),
    path(f"{EVERY}exercises/<slug:case>/", breach_exercises.start, name="breach-exercise-start"),
    path(f"{EVERY}link/", breach_links.link, name="breach-link"),
    path(f"{EVERY}link/renew/", breach_links.renew, name="breach-link-renew"),
    path(f"{EVERY}link/end/", breach_links.end, name="breach-link-end"),
    path(BREACH, breaches.breach, name="breach"),
    *(path(f"{BREACH}{name}/", breaches.section(name), name=f"breach-{name}") for name in SECTIONS),
    path(f"{BREACH}form/", breach_texts.form_text, name="breach-form"),
    path(f"{BREACH}papers/<slug:paper>/", breach_paper.text, name="breach-paper"),
    path(f"{BREACH}papers/<slug:paper>/<slug:form>/", breach_paper.file, name="breach-paper-file"),
    path(f"{BREACH}history/", breach_texts.history, name="breach-history"),
    path(f"{BREACH}exercise/", breach_exercises.ended, name="breach-exercise-end"),
    path(f"{BREACH}advise/", breach_steps.advise, name="breach-advise"),
    path(f"{BREACH}advice/<uuid:advice_id>/answer/", breach_steps.answer, name="breach-answer"),
    path(f"{BREACH}decide/notify/", breach_steps.decide_notify, name="breach-decide-notify"),
    path(f"{BREACH}decide/inform/", breach_steps.decide_inform, name="breach-decide-inform"),
    path(f"{BREACH}notify/", breach_steps.notify, name="breach-notify"),
    path(f"{BREACH}tell/", breach_steps.tell, name="breach-tell"),
    path(f"{BREACH}measures/", breach_steps.add_measure, name="breach-measure"),
    path(f"{MEASURE}done/", breach_steps.measure_done, name="breach-measure-done"),
    path(f"{MEASURE}effect/", breach_steps.measure_effect, name="breach-measure-effect"),
    path(f"{BREACH}close/", breach_steps.close, name="breach-close"),
    path(f"{BREACH}reopen/", breach_steps.reopen, name="breach-reopen"),
    path(f"{BREACH}deletion/", breach_steps.plan_deletion, name="breach-deletion"),
]
