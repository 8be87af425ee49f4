"""Testing what a party is: the questions, what follows from them, the decision, and the register."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.role_tests import DecideRoleForm, RoleTestForm
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.role_tests import no_role_tests, role_test_shown, role_tests_table
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.agreements.actions.role_tests import decide_role, take_role_test, write_role
from gemeentedossier.dossier.agreements.facts import RoleTest
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can

VIEW, TAKE, DECIDE = "agreements.view_agreement", "agreements.test_role", "agreements.decide_role"
WRITE = "register.edit_activity"


@staff(VIEW)
def role_tests(visit: Visit) -> HttpResponse:
    """What was found and decided of each party."""
    judged, slug = judged_by(visit), visit.municipality.slug
    may_take = visit.moment is None and can(visit.actor, TAKE)
    shown = {
        "frame": _frame(visit),
        "slug": slug,
        "may_take": may_take,
        "table": role_tests_table(judged.dossier, slug=slug) if judged.dossier.role_tests else None,
        "empty": no_role_tests(slug, may_take=may_take),
    }
    return render(visit.request, "desk/role_tests.html", shown)


@staff(TAKE, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """The questions, and what they rest on."""
    dossier, slug = judged_by(visit).dossier, visit.municipality.slug
    initial = {name: visit.request.GET.get(name, "") for name in ("party_name", "activity_id")}
    form = RoleTestForm(visit.request.POST or None, dossier=dossier, language=language(), initial=initial)
    if visit.request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = take_role_test(given["party_name"], form.answers(), activity_id=given["activity_id"], by=visit.actor)
        return redirect("desk:role-test", slug, made.id)
    title = _("Test the role of a party")
    shown = {
        "frame": _frame(visit, title),
        "title": title,
        "lead": _("Who decides why and how? From the answers follows what the party is, and which agreement fits."),
        "form": form,
        "button": _("Show what follows"),
    }
    return render(visit.request, "desk/agreement_edit.html", shown)


@staff(VIEW)
def role_test(visit: Visit, key: UUID) -> HttpResponse:
    """One test: the reasoning, what follows, and the decision."""
    return _page(visit, judged_by(visit), key)


@staff(DECIDE)
def decide(visit: Visit, key: UUID) -> HttpResponse:
    """Decide what the party is."""
    judged = judged_by(visit)
    _found(judged, key)
    if visit.request.method != "POST":
        return redirect("desk:role-test", visit.municipality.slug, key)
    form = DecideRoleForm(visit.request.POST)

    def decide_it() -> None:
        decide_role(key, role=form.cleaned_data["role"], reason=form.cleaned_data["reason"], by=visit.actor)

    if done(visit, form, decide_it, said=_("The role was decided.")):
        return redirect("desk:role-test", visit.municipality.slug, key)
    return _page(visit, judged, key, form=form)


@staff(WRITE)
def write(visit: Visit, key: UUID) -> HttpResponse:
    """Write the role with its reasoning in the register."""
    _found(judged_by(visit), key)
    if visit.request.method == "POST":
        activity = write_role(key, by=visit.actor)
        messages.success(visit.request, _("The role stands in the register, with its reasoning."))
        return redirect(reverse("desk:activity", args=[visit.municipality.slug, activity.id]) + "#parties")
    return redirect("desk:role-test", visit.municipality.slug, key)


def _page(visit: Visit, judged: Judged, key: UUID, *, form: DecideRoleForm | None = None) -> HttpResponse:
    test, now = _found(judged, key), visit.moment is None
    initial = {"role": test.decided or test.outcome, "reason": test.reason}
    shown = {
        "frame": _frame(visit, test.party_name),
        "test": role_test_shown(test, judged.dossier, slug=visit.municipality.slug),
        "form": (form or DecideRoleForm(initial=initial)) if now and can(visit.actor, DECIDE) else None,
        "decide_url": reverse("desk:role-test-decide", args=[visit.municipality.slug, key]),
        "write_url": reverse("desk:role-test-write", args=[visit.municipality.slug, key])
        if now and test.decided and test.activity_id and can(visit.actor, WRITE)
        else "",
    }
    return render(visit.request, "desk/role_test.html", shown)


def _found(judged: Judged, key: UUID) -> RoleTest:
    found = next((each for each in judged.dossier.role_tests if each.id == key), None)
    if found is None:
        raise Http404
    return found


def _frame(visit: Visit, *titles: str) -> object:
    slug = visit.municipality.slug
    every = Crumb(label=pgettext("place in the rail", "Agreements"), url=reverse("desk:agreements", args=[slug]))
    tests = Crumb(label=_("Role tests"), url=reverse("desk:role-tests", args=[slug]) if titles else "")
    crumbs = (every, tests, *(Crumb(label=title) for title in titles))
    return frame_for(visit, place="desk:agreements", crumbs=crumbs)
