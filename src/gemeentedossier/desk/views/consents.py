"""The ledger of consents: what people said yes to, with which exceptions, and what they took back."""

from uuid import UUID

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, EmptyState, Pagination
from gemeentedossier.desk.forms.consents import NewConsentForm, UseForm, WithdrawForm
from gemeentedossier.desk.presenters.agreement import Fold
from gemeentedossier.desk.presenters.consents import consent_badge, consent_name, consent_sections, consents_table
from gemeentedossier.desk.presenters.request_history import request_timeline
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.request_pages import may, request_form_page, request_frame, request_sight
from gemeentedossier.desk.views.weighed_pages import PAGE, cases_of, history_link, url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.register.queries.history import Whole, happenings_in
from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.actions.consents import check_use, record_consent, withdraw_consent
from gemeentedossier.dossier.requests.facts import Consent
from gemeentedossier.foundation.identifiers import new_id

VIEW, RECORD = "requests.view_consent", "requests.record_consent"
WHOLE = Whole(models.Consent, (models.Consent,), "id")


@staff(VIEW)
def consents(visit: Visit) -> HttpResponse:
    """Every consent, those that hold first."""
    sight = request_sight(visit, judged_by(visit))
    new_url = url_of(visit, "consent-new") if may(visit, RECORD) else ""
    step = Action(label=pgettext("button", "Record a consent"), url=new_url) if new_url else None
    shown = {
        "frame": request_frame(visit, (_("Consents"), "")),
        "title": _("Consents"),
        "lead": _(
            "Three separate things that people say yes to: processing, breaking a professional secret, and help."
        ),
        "table": consents_table(sight, sight.dossier.consents),
        "step": step if sight.dossier.consents else None,
        "empty": EmptyState(
            title=_("No consent was recorded yet"),
            belongs=_(
                "For what somebody gave consent, with which exceptions, how and when; and when they took it back."
            ),
            reason=_("The municipality must be able to show that consent was given (Article 7(1) of the GDPR)."),
            step=step,
        ),
    }
    return render(visit.request, "desk/weighed_list.html", shown)


@staff(RECORD, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Record one consent."""
    key = new_id()
    form = NewConsentForm(visit.request.POST or None, dossier=judged_by(visit).dossier)

    def write() -> None:
        said = dict(form.cleaned_data)
        mark, is_excepted = said.pop("mark"), said.pop("is_excepted")
        record_consent(Consent(id=key, **said), mark=mark, by=visit.actor, is_excepted=is_excepted)

    if done(visit, form, write):
        return redirect(url_of(visit, "consent", key))
    title = pgettext("button", "Record a consent")
    return request_form_page(visit, title=title, lead="", form=form, back=url_of(visit, "consents"))


@staff(VIEW)
def consent(visit: Visit, key: UUID) -> HttpResponse:
    """One consent."""
    judged = judged_by(visit)
    return _page(visit, judged, found_in(judged.dossier.consents, key))


@staff(RECORD)
def withdraw(visit: Visit, key: UUID) -> HttpResponse:
    """Record that it was taken back; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "consent", key)
    found = found_in(judged.dossier.consents, key)
    if visit.request.method != "POST":
        return redirect(back)
    form = WithdrawForm(visit.request.POST)
    if done(visit, form, lambda: withdraw_consent(key, by=visit.actor, **form.cleaned_data)):
        return redirect(back)
    return _page(visit, judged, found, bound=form)


@staff(RECORD)
def use(visit: Visit, key: UUID) -> HttpResponse:
    """Record what was seen of the use of data; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "consent", key)
    found = found_in(judged.dossier.consents, key)
    if visit.request.method != "POST":
        return redirect(back)
    form = UseForm(visit.request.POST, initial=_used(found))

    def write() -> None:
        said = {name: form.cleaned_data[name] for name in ("after_withdrawal", "outside_exceptions")}
        check_use(key, read=form.cleaned_data["revision"], by=visit.actor, **said)

    if done(visit, form, write):
        return redirect(back)
    return _page(visit, judged, found, bound=form)


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to a consent, newest first."""
    judged, moment, back = judged_by(visit), visit.moment, url_of(visit, "consent", key)
    found = found_in(judged.dossier.consents, key)
    happened = [each for each in happenings_in(WHOLE, key) if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        "frame": request_frame(visit, (_("Consents"), url_of(visit, "consents")), (pgettext("tab", "History"), "")),
        "name": consent_name(found),
        "back_url": back,
        "entries": request_timeline(page.object_list, judged.dossier, at=moment),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)


def _page(visit: Visit, judged: Judged, found: Consent, *, bound: Form | None = None) -> HttpResponse:
    sight = request_sight(visit, judged)
    shown = {
        "frame": request_frame(visit, (_("Consents"), url_of(visit, "consents")), (consent_name(found), "")),
        "title": consent_name(found),
        "lead": _("Consents"),
        "lead_url": url_of(visit, "consents"),
        "sections": consent_sections(
            sight, found, folds=_folds(visit, found, bound), cases=cases_of(visit, judged, found.id)
        ),
        "links": (history_link(url_of(visit, "consent-history", found.id)),),
        "badge": consent_badge(found, sight.today),
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def _used(found: Consent) -> dict[str, object]:
    return {
        "after_withdrawal": found.used_after_withdrawal,
        "outside_exceptions": found.used_outside_exceptions,
        "revision": found.revision,
    }


def _folds(visit: Visit, found: Consent, bound: Form | None) -> tuple[Fold, ...]:
    if not may(visit, RECORD):
        return ()
    folds = []
    if found.withdrawn_on is None:
        folds.append(
            Fold(
                title=_("It was taken back"),
                button=_("Record this"),
                url=url_of(visit, "consent-withdraw", found.id),
                form=bound if isinstance(bound, WithdrawForm) else WithdrawForm(),
                anchor="consent",
            )
        )
    folds.append(
        Fold(
            title=_("Say how data were used"),
            button=_("Save"),
            url=url_of(visit, "consent-use", found.id),
            form=bound if isinstance(bound, UseForm) else UseForm(initial=_used(found)),
            anchor="consent",
        )
    )
    return tuple(folds)
