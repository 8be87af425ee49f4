"""The steps of a breach: advice, decisions, what was told, measures, and the closing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.desk.forms.breach_steps import (
    AdviceForm,
    AnswerForm,
    CloseForm,
    DeletionForm,
    DoneForm,
    EffectForm,
    InformDecisionForm,
    MeasureForm,
    MessageForm,
    NotificationForm,
    NotifyDecisionForm,
    ReopenForm,
)
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import breach_in, form_page, open_by_law, page, sight_of, url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.documents.engine.composition.papers import papers_in
from gemeentedossier.documents.engine.plain import plain_text
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.documents.queries import material_of
from gemeentedossier.dossier.breaches.actions import mending, told
from gemeentedossier.dossier.breaches.engine.around import around_of
from gemeentedossier.dossier.breaches.engine.form import form_answers
from gemeentedossier.dossier.breaches.engine.letter import missing_of_letter
from gemeentedossier.dossier.breaches.enums import DecisionKind, NotificationKind
from gemeentedossier.dossier.breaches.facts import (
    BreachCommunication,
    BreachMeasure,
    BreachNotification,
    PersonalDataBreach,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.identifiers import new_id

DECIDE, MEASURE, CLOSE = "breaches.decide_breach", "breaches.record_measure", "breaches.close_breach"
Make = Callable[[Visit, PersonalDataBreach, Dossier], Form]
Write = Callable[[Visit, UUID, Form], object]


def _step(permission: str, anchor: str, make: Make, write: Write) -> Callable[..., HttpResponse]:
    """A view that takes a step from the page of the breach; only asked by POST."""

    @staff(permission)
    def step(visit: Visit, key: UUID) -> HttpResponse:
        judged, found = breach_in(visit, key)
        back = f"{url_of(visit, 'breach', key)}#{anchor}"
        if visit.request.method != "POST":
            return redirect(back)
        form = make(visit, found, judged.dossier)
        if done(visit, form, lambda: write(visit, key, form)):
            return redirect(back)
        return page(visit, judged, found, bound=form)

    return step


def _add_measure(visit: Visit, key: UUID, given: dict[str, Any]) -> None:
    revision = given.pop("revision")
    if not given["owner_id"] or not given["due_on"]:
        messages.warning(visit.request, _("Somebody must do it by a day: name who, and by when, or nothing happens."))
    mending.add_measure(key, BreachMeasure(id=new_id(), **given), revision=revision, by=visit.actor)


def _decided(kind: DecisionKind) -> Write:
    return lambda visit, key, form: told.decide(key, kind, by=visit.actor, **form.cleaned_data)


advise = _step(
    "breaches.advise",
    "advice",
    lambda visit, breach, _dossier: AdviceForm(visit.request.POST, breach=breach),
    lambda visit, key, form: told.advise(key, by=visit.actor, **form.cleaned_data),
)
decide_notify = _step(
    DECIDE,
    "decisions",
    lambda visit, breach, _dossier: NotifyDecisionForm(visit.request.POST, breach=breach),
    _decided(DecisionKind.NOTIFY_AUTHORITY),
)
decide_inform = _step(
    DECIDE,
    "decisions",
    lambda visit, breach, _dossier: InformDecisionForm(visit.request.POST, breach=breach),
    _decided(DecisionKind.INFORM_PEOPLE),
)
add_measure = _step(
    MEASURE,
    "measures",
    lambda visit, breach, dossier: MeasureForm(visit.request.POST, breach=breach, dossier=dossier),
    lambda visit, key, form: _add_measure(visit, key, dict(form.cleaned_data)),
)
reopen = _step(
    CLOSE,
    "closing",
    lambda visit, breach, _dossier: ReopenForm(visit.request.POST, breach=breach),
    lambda visit, key, form: mending.reopen_breach(key, by=visit.actor, **form.cleaned_data),
)
plan_deletion = _step(
    CLOSE,
    "closing",
    lambda visit, breach, _dossier: DeletionForm(visit.request.POST, breach=breach),
    lambda visit, key, form: mending.plan_deletion(key, by=visit.actor, **form.cleaned_data),
)


@staff(CLOSE)
def close(visit: Visit, key: UUID) -> HttpResponse:
    """Close the work, knowing which points of law are not met; only asked by POST."""
    judged, found = breach_in(visit, key)
    back = f"{url_of(visit, 'breach', key)}#closing"
    if visit.request.method != "POST":
        return redirect(back)
    points = open_by_law(judged, found)
    form = CloseForm(visit.request.POST, breach=found, open_by_law=points)

    def write() -> None:
        given = {name: form.cleaned_data[name] for name in ("because", "revision")}
        mending.close_breach(key, **given, open_by_law=points, by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    return page(visit, judged, found, bound=form)


@staff("breaches.answer_advice")
def answer(visit: Visit, key: UUID, advice_id: UUID) -> HttpResponse:
    """Say what is done with an advice; only asked by POST."""
    judged, found = breach_in(visit, key)
    advice = found_in(found.advices, advice_id)
    back = f"{url_of(visit, 'breach', key)}#advice"
    if visit.request.method != "POST":
        return redirect(back)
    form = AnswerForm(visit.request.POST, breach=found)
    if done(visit, form, lambda: told.answer_advice(advice.id, by=visit.actor, **form.cleaned_data)):
        return redirect(back)
    return page(visit, judged, found, bound=form)


@staff("breaches.notify_authority", only_now=True)
def notify(visit: Visit, key: UUID) -> HttpResponse:
    """Record what was sent to an authority, with what the record answers to each question as a proposal."""
    judged, found = breach_in(visit, key)
    kind = kind_of(found)
    title = _("Record what was sent to an authority")
    if found.is_for_another:
        title = _("Record what was sent to the controller")
    around = around_of(judged.dossier.organisation, sight_of(visit, judged).catalogue)
    around = replace(around, notifier=visit.actor.name)
    answers = form_answers(found, sight_of(visit, judged).catalogue.breach_form, around, kind=kind)
    why_late = _why_late(found, DecisionKind.NOTIFY_AUTHORITY)
    initial: dict[str, Any] = {"kind": kind.value, "sent_at": clock.now(), "delay_reason": why_late}
    form = NotificationForm(
        visit.request.POST or None, breach=found, dossier=judged.dossier, answers=answers, initial=initial
    )
    back = f"{url_of(visit, 'breach', key)}#notifications"

    def write() -> None:
        blank = BreachNotification(id=new_id(), sent_by_id=_person(visit), **form.values())
        wanted = replace(blank, answers=form.told())
        told.record_notification(key, wanted, revision=form.cleaned_data["revision"], by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    return form_page(visit, found, title=title, form=form, back=back)


@staff("breaches.inform_people", only_now=True)
def tell(visit: Visit, key: UUID) -> HttpResponse:
    """Record how people were told, and the text as it was sent."""
    judged, found = breach_in(visit, key)
    hit = tuple(_hit(found, visit, judged.dossier))
    missing = _missing_of_letter(found, judged.dossier)
    initial: dict[str, Any] = {
        "told_at": clock.now(),
        "people_count": found.concerned.people_max,
        "text": "" if missing else _letter(visit, found),
        "delay_reason": _why_late(found, DecisionKind.INFORM_PEOPLE),
    }
    form = MessageForm(visit.request.POST or None, breach=found, hit=hit, missing=missing, initial=initial)
    back = f"{url_of(visit, 'breach', key)}#messages"

    def write() -> None:
        given = {**form.cleaned_data, "told_data": tuple(form.cleaned_data["told_data"])}
        revision = given.pop("revision")
        message = BreachCommunication(id=new_id(), sent_by_id=_person(visit), **given)
        told.record_message(key, message, revision=revision, by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    return form_page(visit, found, title=_("Record how people were told"), form=form, back=back)


def _why_late(breach: PersonalDataBreach, kind: DecisionKind) -> str:
    """Why it was decided late: a proposal for why it was sent late, so that it is not asked twice."""
    decided = breach.decision(kind)
    return decided.late_reason if decided else ""


def _missing_of_letter(breach: PersonalDataBreach, dossier: Dossier) -> tuple[str, ...]:
    """What the letter of the record still lacks, in words; empty where it can go as it is."""
    known = dossier.organisation
    contact = known.data_protection_officer_contact or known.contact_point or ""
    return tuple(each.in_language(language()) for each in missing_of_letter(breach, contact=contact))


def _letter(visit: Visit, breach: PersonalDataBreach) -> str:
    """The one letter that the record gives, in Dutch; nothing for an exercise, which has no papers."""
    papers = papers_in(material_of(visit.municipality, moment=None), PaperKind.BREACH_LETTER)
    return next((plain_text(each.composed(language="nl")) for each in papers if each.about == breach.id), "")


def kind_of(breach: PersonalDataBreach) -> NotificationKind:
    """What is sent next as a rule: to the controller by who processes for another, else to the authority."""
    if breach.is_for_another:
        return NotificationKind.CONTROLLER
    return NotificationKind.FOLLOW_UP if breach.first_notification else NotificationKind.FIRST


def _hit(breach: PersonalDataBreach, visit: Visit, dossier: Dossier) -> Any:
    known = catalogue_at(visit.moment).data_categories
    for key in breach.concerned.data_categories:
        yield key, known[key].name.in_language(language()) if key in known else key
    for own in breach.concerned.data_own:
        yield own, own


@staff(MEASURE, only_now=True)
def measure_done(visit: Visit, key: UUID, measure_id: UUID) -> HttpResponse:
    """Record that a measure was done."""
    judged, found = breach_in(visit, key)
    measure = found_in(found.measures, measure_id)
    form = DoneForm(visit.request.POST or None, breach=found, dossier=judged.dossier)
    back = f"{url_of(visit, 'breach', key)}#measures"
    if done(visit, form, lambda: mending.finish_measure(measure.id, by=visit.actor, **form.cleaned_data)):
        return redirect(back)
    return form_page(visit, found, title=measure.what, form=form, back=back)


@staff(MEASURE, only_now=True)
def measure_effect(visit: Visit, key: UUID, measure_id: UUID) -> HttpResponse:
    """Record whether a measure worked."""
    _judged, found = breach_in(visit, key)
    measure = found_in(found.measures, measure_id)
    form = EffectForm(visit.request.POST or None, breach=found, measure=measure)
    back = f"{url_of(visit, 'breach', key)}#measures"
    if done(visit, form, lambda: mending.see_effect(measure.id, by=visit.actor, **form.cleaned_data)):
        return redirect(back)
    return form_page(visit, found, title=measure.what, form=form, back=back)


def _person(visit: Visit) -> UUID:
    if visit.actor.person_id is None:
        raise NotPermitted(_("Only a person can do this: somebody answers for it by name."))
    return visit.actor.person_id
