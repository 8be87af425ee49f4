"""The steps of a record: submit, send back, adopt, publish, withdraw, confirm, delete. Each has its own permission."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import catalogue_version
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.forms.activity.steps import ReasonForm
from gemeentedossier.desk.presenters.activity.adoption import open_to_decide
from gemeentedossier.desk.presenters.activity.notes import notes_of
from gemeentedossier.desk.presenters.activity.review import review_of, step_told
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.activity import page_frame
from gemeentedossier.desk.views.activity_sight import sight_of
from gemeentedossier.dossier.register.actions.activities import delete_activity
from gemeentedossier.dossier.register.actions.adoption import (
    adopt_activity,
    check_is_read_by_two,
    publish_activity,
    return_activity,
    submit_activity,
    withdraw_publication,
)
from gemeentedossier.dossier.register.actions.confirming import confirm_activity, undo_confirmation
from gemeentedossier.dossier.register.engine.publication import public_versions
from gemeentedossier.dossier.register.policies import changed_since_read
from gemeentedossier.dossier.register.queries.steps import last_step
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import EditedMeanwhile, NotLookedAt, Refused
from gemeentedossier.organisation.permissions import check_permitted_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A step that is asked once more, with room for a reason."""

    title: str
    text: str
    button: str
    notes: tuple[str, ...] = ()
    """What whoever decides should know beforehand."""
    must: bool = False
    with_findings: bool = False
    reviewed: bool = False
    """Whether it shows where the record differs from the version that holds."""
    leaves: bool = False


def _back(visit: Visit, activity_id: UUID, told: str) -> HttpResponse:
    messages.success(visit.request, told)
    return redirect("desk:activity", visit.municipality.slug, activity_id)


def _only_post(visit: Visit) -> None:
    if visit.request.method != "POST":
        raise Http404


def _asked(visit: Visit, activity_id: UUID, question: Question, do: Callable[[ReasonForm], str]) -> HttpResponse:
    """The page that asks; after the answer the step itself. ``do`` returns what to tell.

    Where somebody saved after the record was opened, the page asks again, and what was typed stays.
    """
    answered = visit.request.method == "POST"
    form = ReasonForm(visit.request.POST if answered else None, must=question.must)
    if answered and form.is_valid():
        try:
            messages.success(visit.request, do(form))
        except (EditedMeanwhile, NotLookedAt) as refusal:
            messages.error(visit.request, str(refusal))
            return _question(visit, activity_id, question)
        if question.leaves:
            return redirect("desk:register", visit.municipality.slug)
        return redirect("desk:activity", visit.municipality.slug, activity_id)
    return _question(visit, activity_id, question, form if answered else None)


def _question(visit: Visit, activity_id: UUID, question: Question, form: ReasonForm | None = None) -> HttpResponse:
    sight = sight_of(visit, activity_id)
    now = sight.activity.revision
    if form is None:
        held = {"revision": now, "reason": visit.request.POST.get("reason", "")}
        form = ReasonForm(must=question.must, initial=held)
    if visit.request.method == "GET" and visit.request.GET.get("revision", str(now)) != str(now):
        messages.error(visit.request, changed_since_read(sight.activity.name))
    shown = {
        **page_frame(visit, sight, tab=""),
        "form": form,
        "question": question,
        "told": step_told(sight.activity, last_step(activity_id)),
        "review": review_of(sight) if question.reviewed else None,
        "open": open_to_decide(sight) if question.with_findings else None,
        "notes": sum(each.is_open for each in notes_of(sight)) if question.reviewed else 0,
        "notes_url": reverse("desk:activity-review", args=[sight.slug, activity_id]),
        "back_url": sight.url,
    }
    return render(visit.request, "desk/activity/step.html", shown)


@staff("register.submit_activity", only_now=True)
def submit(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Ask for adoption, with what is still open in sight."""
    owner_id = sight_of(visit, activity_id).activity.owner_id
    check_permitted_for(visit.actor, "register.submit_activity", owner_id=owner_id)
    question = Question(
        title=_("Submit this record for adoption"),
        text=_("Whoever adopts records reads it next. What is open may stay open; say in a note why, if that helps."),
        button=_("Submit for adoption"),
        with_findings=True,
        reviewed=True,
    )

    def do(given: ReasonForm) -> str:
        submit_activity(activity_id, **given.cleaned_data, by=visit.actor)
        return _("Submitted. Whoever adopts records can now look at it.")

    return _asked(visit, activity_id, question, do)


@staff("register.confirm_activity", only_now=True)
def confirm(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Say that the record is still right."""
    _only_post(visit)
    confirm_activity(activity_id, revision=visit.read_revision(), by=visit.actor)
    return redirect("desk:activity", visit.municipality.slug, activity_id)  # the page tells it, and what comes next


@staff("register.confirm_activity", only_now=True)
def confirm_undo(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Take back one's own confirmation of today."""
    _only_post(visit)
    undo_confirmation(activity_id, by=visit.actor)
    return _back(visit, activity_id, _("Your confirmation is undone, so the record waits again as it did before."))


@staff("register.adopt_activity", only_now=True)
def give_back(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Send the record back to its owner, with the reason."""
    question = Question(
        title=_("Send this record back"),
        text=_("It becomes a concept again. Say what has to be mended."),
        button=_("Send back"),
        must=True,
        reviewed=True,
    )

    def do(given: ReasonForm) -> str:
        return_activity(activity_id, **given.cleaned_data, by=visit.actor)
        return _("Sent back with your reason.")

    return _asked(visit, activity_id, question, do)


@staff("register.adopt_activity", only_now=True)
def adopt(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Adopt the record as it was read; who submitted it or changed it since is told that somebody else does."""
    if visit.actor.person_id:
        check_is_read_by_two(activity_id, by=visit.actor.person_id)
    question = Question(
        title=_("Adopt this record"),
        text=_("The record as it reads now becomes a numbered version that nobody can change. You decide."),
        button=_("Adopt"),
        with_findings=True,
        reviewed=True,
    )

    def do(given: ReasonForm) -> str:
        version = catalogue_version(current_catalogue())
        made = adopt_activity(activity_id, **given.cleaned_data, catalogue_version=version, by=visit.actor)
        return _("Adopted as version %(number)s.") % {"number": made.number}

    return _asked(visit, activity_id, question, do)


@staff("register.publish_activity", only_now=True)
def publish(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Show the adopted version to everyone."""
    question = Question(
        title=_("Publish this record"),
        text=_("Everyone can read the adopted version in the public register from now on."),
        button=_("Publish"),
        notes=(
            _("Everything in the record becomes public, but for the owner, the security and the remarks."),
            _("It stays readable at its own address, also after a later version, until publication is withdrawn."),
            *_becoming_public(visit),
        ),
        with_findings=True,
    )

    def do(given: ReasonForm) -> str:
        publish_activity(activity_id, **given.cleaned_data, by=visit.actor)
        return _("Published. It now stands in the public register.")

    return _asked(visit, activity_id, question, do)


def _becoming_public(visit: Visit) -> tuple[str, ...]:
    """Of the first that is published, that the municipality comes to stand on the front page with it."""
    if public_versions(visit.dossier().versions):
        return ()
    return (_("It is the first: with it the municipality comes to stand on the public front page."),)


def _ceasing_to_be_public(visit: Visit, activity_id: UUID) -> tuple[str, ...]:
    """Of the last that is public, that the municipality leaves the front page with it."""
    if any(each.activity_id != activity_id for each in public_versions(visit.dossier().versions)):
        return ()
    return (_("It is the last one: without it the municipality leaves the public front page."),)


@staff("register.withdraw_publication", only_now=True)
def withdraw(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Take what everyone can read out of the public register, with the reason."""
    question = Question(
        title=_("Withdraw the publication"),
        text=_(
            "It disappears from the public register; the version stays in the history. "
            "Your reason is public: whoever opens the address of the version reads it there."
        ),
        notes=_ceasing_to_be_public(visit, activity_id),
        button=_("Withdraw"),
        must=True,
    )

    def do(given: ReasonForm) -> str:
        withdraw_publication(activity_id, **given.cleaned_data, by=visit.actor)
        return _("Withdrawn. It no longer stands in the public register.")

    return _asked(visit, activity_id, question, do)


@staff("register.delete_activity", only_now=True)
def delete(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Remove a record that was never adopted, with the reason."""
    sight = sight_of(visit, activity_id)
    if sight.activity.version:
        raise Refused(_("This record was adopted once, so it stays. Record that the processing has ended instead."))
    question = Question(
        title=_("Delete “%(name)s”") % {"name": sight.activity.name},
        text=_("The record leaves the register. What stood in it stays in the history."),
        button=_("Delete"),
        must=True,
        leaves=True,
    )

    def do(given: ReasonForm) -> str:
        delete_activity(activity_id, by=visit.actor, reason=given.cleaned_data["reason"])
        return _("“%(name)s” was deleted.") % {"name": sight.activity.name}

    return _asked(visit, activity_id, question, do)
