"""One change of many records of the register: choose, look at what it does, do it, and undo it."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.forms.leavers import HandBackForm
from gemeentedossier.desk.forms.many import ManyForm, read_key
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.many import (
    change_table,
    done_table,
    field_label,
    left_table,
    made_by,
    many_records,
    told_undone,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.register import wanted_of
from gemeentedossier.desk.views.writing import told
from gemeentedossier.dossier.register.actions.many import MOST, Undone, edit_many, undo_many
from gemeentedossier.dossier.register.enums import ManyField
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.policies import check_changes_many
from gemeentedossier.dossier.register.queries.many import EDIT, EDIT_MANY, UNDO_MANY, looked_at, many_done
from gemeentedossier.dossier.register.queries.search import activities_wanted
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can


@staff(EDIT)
def many(visit: Visit) -> HttpResponse:
    """Say what the chosen records become, see what that does, and do it; only asked by POST, else the register."""
    what = next((field for field in ManyField if field.value == visit.request.POST.get("what")), None)
    if visit.request.method != "POST" or what is None:
        return redirect("desk:register", visit.municipality.slug)
    read = _chosen(visit)
    if "begin" in visit.request.POST and not read:
        return _nothing_ticked(visit)
    check_changes_many(chosen=len(read), most=MOST, reason="-")
    form = _form(visit, what, read)
    if "confirm" in visit.request.POST:
        return _written(visit, form, what)
    if "begin" in visit.request.POST or "change" in visit.request.POST or not form.is_valid():
        return _asked(visit, form, what)
    return _preview(visit, form, what)


@staff("register.view_activity")
def many_made(visit: Visit, key: UUID) -> HttpResponse:
    """What one change did to each record, and whether that still stands."""
    return _made(visit, key, HandBackForm())


@staff(EDIT)
def many_undo(visit: Visit, key: UUID) -> HttpResponse:
    """Undo one change wherever nobody changed the record since; only asked by POST."""
    form = HandBackForm(visit.request.POST or None)
    undone: list[Undone] = []
    if visit.request.method != "POST":
        return redirect("desk:register-made", visit.municipality.slug, key)
    if not told(form, lambda: undone.append(undo_many(key, reason=form.cleaned_data["reason"], by=visit.actor))):
        return _made(visit, key, form)
    messages.success(visit.request, told_undone(undone[0].restored, undone[0].left))
    return redirect("desk:register-made", visit.municipality.slug, key)


def _nothing_ticked(visit: Visit) -> HttpResponse:
    """Back to the list as it was filtered, at the boxes, with the word what to do."""
    every = many_records(activities_wanted(wanted_of(visit)[1]).count())
    said = _("Tick records first, or choose all: %(records)s. Nothing was ticked, so nothing changed.")
    messages.warning(visit.request, said % {"records": every})
    query = visit.request.GET.urlencode()
    return redirect(reverse("desk:register", args=[visit.municipality.slug]) + (f"?{query}" if query else "") + "#many")


def _chosen(visit: Visit) -> dict[UUID, int]:
    """The records that are ticked, or all that the list finds, as far as they are theirs to look at; by revision."""
    if visit.request.POST.get("which") == "all":
        return dict(activities_wanted(wanted_of(visit)[1]).values_list("id", "revision")[: MOST + 1])
    try:
        return dict(read_key(each) for each in visit.request.POST.getlist("records"))
    except ValueError as error:
        raise Http404 from error


def _form(visit: Visit, what: ManyField, read: Mapping[UUID, int]) -> ManyForm:
    rows = Activity.objects.filter(pk__in=read).order_by("name", "id")
    return ManyForm(
        None if "begin" in visit.request.POST else visit.request.POST,
        what=what,
        label=field_label(what),
        read=read,
        names=dict(rows.values_list("id", "name")),
        dossier=visit.dossier(),
    )


def _asked(visit: Visit, form: ManyForm, what: ManyField) -> HttpResponse:
    count = len(form.fields["records"].choices)  # type: ignore[attr-defined]  # a field of choices
    shown = {
        "title": _("Change %(field)s of %(records)s") % {"field": field_label(what), "records": many_records(count)},
        "form": form,
        "what": what.value,
        "chosen": many_records(count),
        "open": bool(form.is_bound and form.errors.get("records")),
    }
    return _page(visit, "desk/many.html", shown)


def _preview(visit: Visit, form: ManyForm, what: ManyField) -> HttpResponse:
    slug, value = visit.municipality.slug, form.value_chosen()
    looked = looked_at(form.read(), what, value, by=visit.actor)
    changes = [each for each in looked if each.untouched is None]
    words = words_of(visit.dossier(), at=None)
    shown = {
        "title": _("What this changes"),
        "lead": form.cleaned_data["reason"],
        "errors": form.non_field_errors(),
        "table": change_table(looked, what, value, words=words, slug=slug) if changes else None,
        "left": left_table(looked, slug=slug),
        "does": _("Change %(records)s") % {"records": many_records(len(changes))},
        "keys": [f"{each.id}.{each.revision}" for each in changes],
        "all_keys": [f"{key}.{revision}" for key, revision in form.read().items()],
        "told": [("what", what.value), ("value", form.data["value"]), ("reason", form.cleaned_data["reason"])],
    }
    return _page(visit, "desk/many_preview.html", shown)


def _written(visit: Visit, form: ManyForm, what: ManyField) -> HttpResponse:
    made: list[UUID] = []

    def write() -> None:
        given = form.cleaned_data
        key = edit_many(form.read(), field=what, value=form.value_chosen(), reason=given["reason"], by=visit.actor)
        made.append(key)

    if told(form, write):
        said = _("%(records)s changed. Here stands what changed, and you can undo it.")
        messages.success(visit.request, said % {"records": many_records(len(form.read()))})
        return redirect("desk:register-made", visit.municipality.slug, made[0])
    return _preview(visit, form, what) if "value" in form.cleaned_data else _asked(visit, form, what)


def _made(visit: Visit, key: UUID, form: HandBackForm) -> HttpResponse:
    done = many_done(key, EDIT_MANY, by=visit.actor, until=visit.moment)
    if done is None:
        raise Http404
    slug, words = visit.municipality.slug, words_of(visit.dossier(), at=visit.moment)
    undone = many_done(key, UNDO_MANY, by=visit.actor, until=visit.moment)
    left = any(each.untouched is None for each in done.records)
    shown = {
        "title": _("%(records)s changed at once") % {"records": many_records(len(done.records))},
        "by": made_by(done),
        "reason": done.reason,
        "table": done_table(done, words=words, slug=slug, undone=undone),
        "undone": undone,
        "undone_by": made_by(undone) if undone else "",
        "undone_table": done_table(undone, words=words, slug=slug) if undone else None,
        "form": form if left and visit.moment is None and can(visit.actor, EDIT) else None,
        "url": reverse("desk:register-undo", args=[slug, key]),
    }
    return _page(visit, "desk/many_made.html", shown)


def _page(visit: Visit, template: str, shown: dict[str, object]) -> HttpResponse:
    register = reverse("desk:register", args=[visit.municipality.slug])
    crumbs = (
        Crumb(label=_("Processing activities"), url=register),
        Crumb(label=str(shown["title"])),
    )
    frame = frame_for(visit, place="desk:register", crumbs=crumbs)
    return render(visit.request, template, {"frame": frame, "register": register, **shown})
