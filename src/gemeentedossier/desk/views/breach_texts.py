"""What is written from the records of breaches: the text for the authority's form, and the register of 33(5)."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.breach_history import breach_timeline
from gemeentedossier.desk.presenters.breach_texts import answers_tables, kinds_of, register_shown
from gemeentedossier.desk.queries import breach_happenings
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import VIEW, breach_frame, breach_in, sight_of, url_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.papers import answer_with
from gemeentedossier.documents.enums import PaperKind
from gemeentedossier.dossier.breaches.enums import NotificationKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.exchange.engine.breach_book import breach_book
from gemeentedossier.exchange.engine.writing.files import LIST_FORMS, write_list
from gemeentedossier.organisation.permissions import can

PAPERS = {
    NotificationKind.FIRST: PaperKind.BREACH_FIRST,
    NotificationKind.FOLLOW_UP: PaperKind.BREACH_FOLLOW_UP,
    NotificationKind.WITHDRAWAL: PaperKind.BREACH_WITHDRAWAL,
    NotificationKind.CONTROLLER: PaperKind.BREACH_CONTROLLER,
}


@staff(VIEW)
def form_text(visit: Visit, key: UUID) -> HttpResponse:
    """The text for each field of the authority's form; ``?kind=`` for a follow-up or a withdrawal."""
    judged, found = breach_in(visit, key)
    asked = visit.request.GET.get("kind", "")
    usual = NotificationKind.FOLLOW_UP if found.first_notification else NotificationKind.FIRST
    kind = NotificationKind(asked) if asked in kinds_of() else usual
    if found.is_for_another:
        kind = NotificationKind.CONTROLLER
    title = _("Message to the controller") if found.is_for_another else _("Text for the form of the authority")
    url, back = url_of(visit, "breach-form", key), url_of(visit, "breach", key)
    may_notify = visit.moment is None and can(visit.actor, "breaches.notify_authority")
    shown = {
        "frame": breach_frame(visit, found.number, back, title),
        "title": title,
        "is_for_another": found.is_for_another,
        "lead": found.title,
        "lead_url": back,
        "links": (
            *(Link(label=name, url=f"{url}?kind={each}") for each, name in _kinds(found).items()),
            *_as_paper(visit, found, kind),
        ),
        "sections": answers_tables(sight_of(visit, judged), found, kind, notifier=visit.actor.name),
        "notify_url": url_of(visit, "breach-notify", key) if may_notify and not found.closing.closed_at else "",
    }
    return render(visit.request, "desk/breach_form.html", shown)


def _kinds(breach: PersonalDataBreach) -> Mapping[str, str]:
    """The texts to choose from; to its controller the municipality writes one."""
    return {} if breach.is_for_another else kinds_of()


def _as_paper(visit: Visit, breach: PersonalDataBreach, kind: NotificationKind) -> tuple[Link, ...]:
    """The way to the same text as a paper; an exercise and what was no breach have none."""
    if breach.is_exercise or breach.is_breach is False:
        return ()
    return (Link(label=_("As a paper"), url=url_of(visit, "breach-paper", breach.id, PAPERS[kind])),)


@staff(VIEW)
def register(visit: Visit) -> HttpResponse:
    """The register of Article 33(5) as a page."""
    dossier = judged_by(visit).dossier
    files = [
        Link(label=name, url=url_of(visit, "breach-register-file", form))
        for form, name in zip(LIST_FORMS, ("CSV", "XLSX", "ODS"), strict=True)
    ]
    shown = {
        "frame": breach_frame(visit, _("Register of breaches")),
        "title": _("Register of breaches"),
        "lead": _("Every breach with its facts, its effects and what was done, also what was not notified (33(5))."),
        "links": tuple(files),
        "records": register_shown(dossier, catalogue_at(visit.moment), visit.municipality.slug),
    }
    return render(visit.request, "desk/breach_register.html", shown)


@staff(VIEW)
def register_file(visit: Visit, form: str) -> HttpResponse:
    """The register as a list of values or a workbook."""
    if form not in LIST_FORMS:
        raise Http404
    dossier = judged_by(visit).dossier
    book = breach_book(dossier, catalogue_at(visit.moment), language=language())
    kind = pgettext("name of a file", "breaches")
    name = f"{visit.municipality.slug}-{kind}-{day_of(dossier).isoformat()}.{form}"
    content, media_type = write_list(book, form)
    return answer_with(content, name=name, media_type=media_type)


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to a breach and all that hangs on it, newest first."""
    judged, found = breach_in(visit, key)
    moment, back = visit.moment, url_of(visit, "breach", key)
    happened = [each for each in breach_happenings(key) if moment is None or each.numbered_at <= moment]
    shown = {
        "frame": breach_frame(visit, found.number, back, pgettext("tab", "History")),
        "name": f"{found.number} {found.title}",
        "back_url": back,
        "entries": breach_timeline(happened, judged.dossier, at=moment),
    }
    return render(visit.request, "desk/organisation_history.html", shown)
