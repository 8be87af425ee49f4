"""Before one change of many records: choose them, say what they become, and look at what that does.

Each of these is a page of its own that can be reloaded and gone back to; what was said is kept as a draft.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.effects import effects_of
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.actions.steps import RecordsAsRead, Step, drop_step, keep_step, step_of
from gemeentedossier.desk.forms.many import ManyForm, read_key, said_value
from gemeentedossier.desk.presenters.activity.domains import own_domains, told_of_domain
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.effects import EffectsShown, effects_shown
from gemeentedossier.desk.presenters.many import change_table, field_label, left_table, many_records, step_title
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.many import many_page
from gemeentedossier.desk.views.register import wanted_of
from gemeentedossier.desk.views.writing import told
from gemeentedossier.dossier.register.actions.many import MOST, edit_many
from gemeentedossier.dossier.register.enums import ManyField
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.policies import check_changes_many
from gemeentedossier.dossier.register.queries.many import EDIT, Looked, Value, looked_at, many_done
from gemeentedossier.dossier.register.queries.search import activities_wanted
from gemeentedossier.dossier.snapshot.engine.foreseen import with_one_value
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.kept_forms import RETURNED


@staff(EDIT, only_now=True)
def many(visit: Visit) -> HttpResponse:
    """Begin with the records that are ticked, or with all that the list finds; only asked by POST."""
    what = next((field for field in ManyField if field.value == visit.request.POST.get("what")), None)
    if visit.request.method != "POST" or what is None:
        return redirect("desk:register", visit.municipality.slug)
    chosen = _chosen(visit)
    if not chosen:
        return _nothing_ticked(visit)
    check_changes_many(chosen=len(chosen), most=MOST, reason="-")
    step = Step(key=new_id(), what=what, offered=chosen, records=chosen)
    keep_step(step, by=visit.actor)
    return redirect("desk:register-choose", visit.municipality.slug, step.key)


@staff(EDIT, only_now=True)
def choose(visit: Visit, key: UUID) -> HttpResponse:
    """Ask what the records become and why, and which of them stay as they are."""
    step = step_of(key, by=visit.actor)
    if step is None:
        return _no_step(visit, key)
    if visit.request.method == "POST":
        step = _said(visit, step)
        if RETURNED not in visit.request.POST:
            keep_step(step, by=visit.actor)
            return redirect("desk:register-preview", visit.municipality.slug, key)
    form = _form(visit, step, is_said=bool(step.value or step.reason or "check" in visit.request.GET))
    shown = {
        "title": step_title(step.what, len(step.offered)),
        "form": form,
        "chosen": many_records(len(step.offered)),
        "open": bool(form.is_bound and form.errors.get("records")),
    }
    return many_page(visit, "desk/many.html", shown)


@staff(EDIT, only_now=True)
def preview(visit: Visit, key: UUID) -> HttpResponse:
    """Show what each record becomes, and by POST make it so: as it was shown, or not at all."""
    step = step_of(key, by=visit.actor)
    if step is None:
        return _no_step(visit, key)
    slug = visit.municipality.slug
    form = _form(visit, step)
    if visit.request.method == "POST":
        return _written(visit, _said(visit, step))
    if not form.is_valid():
        return redirect(reverse("desk:register-choose", args=[slug, key]) + "?check=1")
    what, value = step.what, form.value_chosen()
    looked = looked_at(form.read(), what, value, by=visit.actor)
    changes = [each for each in looked if each.untouched is None]
    words = words_of(visit.dossier(), at=None)
    shown = {
        "title": _("What this changes"),
        "lead": step.reason,
        "doubt": _doubt(visit, what, value, {each.id for each in changes}),
        "table": change_table(looked, what, value, words=words, slug=slug) if changes else None,
        "left": left_table(looked, slug=slug),
        "effects": _effects(visit, changes, what, value) if changes else None,
        "does": _("Change %(records)s") % {"records": many_records(len(changes))},
        "keys": [f"{each.id}.{each.revision}" for each in changes],
        "value": step.value,
        "again": reverse("desk:register-choose", args=[slug, key]),
        "made": reverse("desk:register-made", args=[slug, key]),
    }
    return many_page(visit, "desk/many_preview.html", shown)


def _effects(visit: Visit, changes: Iterable[Looked], what: ManyField, value: Value) -> EffectsShown:
    """What the change would do to the findings."""
    judged = judged_by(visit)
    then = with_one_value(judged.dossier, {each.id for each in changes}, what, value)
    return effects_shown(effects_of(judged, then, current_catalogue()), slug=visit.municipality.slug)


def _doubt(visit: Visit, what: ManyField, value: object, changes: Collection[UUID]) -> str:
    """What may be mistyped in what the records become; that is said, and stands in the way of nothing."""
    if what is not ManyField.POLICY_DOMAIN:
        return ""
    others = (each for each in visit.dossier().activities if each.id not in changes)
    return told_of_domain(str(value), own_domains(others))


def _said(visit: Visit, step: Step) -> Step:
    """The step with what was sent: what it becomes, why, and which records stay chosen."""
    sent = visit.request.POST
    value = sent.get("value_own", "").strip() or sent.get("value", "")
    return replace(step, records=tuple(sent.getlist("records")), value=value, reason=sent.get("reason", ""))


def _written(visit: Visit, seen: Step) -> HttpResponse:
    """Make the change that was ``seen``, under the key of its step; where that is refused, look again and read why."""
    form, slug, key = _form(visit, seen), visit.municipality.slug, seen.key

    def write() -> None:
        drop_step(key, by=visit.actor)  # who sends it a second time waits here for the first
        value, reason = form.value_chosen(), form.cleaned_data["reason"]
        edit_many(form.read(), field=seen.what, value=value, reason=reason, by=visit.actor, case=key)

    if not told(form, write):
        for sentence in form.non_field_errors():
            messages.error(visit.request, str(sentence))
        return redirect("desk:register-preview", slug, key)
    said = _("%(records)s changed. Here stands what changed, and you can undo it.")
    messages.success(visit.request, said % {"records": many_records(len(form.read()))})
    return redirect("desk:register-made", slug, key)


def _no_step(visit: Visit, key: UUID) -> HttpResponse:
    """On to what was done under that key; else back to the register, with the word that nothing was."""
    slug = visit.municipality.slug
    if many_done(key, by=visit.actor):
        return redirect("desk:register-made", slug, key)
    messages.warning(
        visit.request, _("This choice of records is not kept any more, and nothing changed. Choose again.")
    )
    return redirect("desk:register", slug)


def _nothing_ticked(visit: Visit) -> HttpResponse:
    """Back to the list as it was filtered, at the boxes, with the word what to do."""
    every = many_records(activities_wanted(wanted_of(visit)[1]).count())
    said = _("Tick records first, or choose all: %(records)s. Nothing was ticked, so nothing changed.")
    messages.warning(visit.request, said % {"records": every})
    query = visit.request.GET.urlencode()
    return redirect(reverse("desk:register", args=[visit.municipality.slug]) + (f"?{query}" if query else "") + "#many")


def _chosen(visit: Visit) -> RecordsAsRead:
    """The records that are ticked, or all that the list finds, as far as they are theirs to look at; by revision."""
    if visit.request.POST.get("which") == "all":
        found = activities_wanted(wanted_of(visit)[1]).values_list("id", "revision")[: MOST + 1]
        return tuple(f"{each}.{revision}" for each, revision in found)
    ticked = visit.request.POST.getlist("records")
    try:
        read = dict(read_key(each) for each in ticked)
    except ValueError as error:
        raise Http404 from error
    return tuple(f"{each}.{revision}" for each, revision in read.items())


def _form(visit: Visit, step: Step, *, is_said: bool = True) -> ManyForm:
    dossier = visit.dossier()
    value = said_value(step.what, step.value, dossier)
    said = MultiValueDict({"records": list(step.records), "reason": [step.reason], **value})
    read = dict(read_key(each) for each in step.offered)
    return ManyForm(
        said if is_said else None,
        initial={"records": list(step.records)},
        what=step.what,
        label=field_label(step.what),
        read=read,
        names=_names(read),
        dossier=dossier,
    )


def _names(read: Iterable[UUID]) -> dict[UUID, str]:
    """By name; a record that was removed since stands last."""
    found = dict(Activity.objects.filter(pk__in=read).order_by("name", "id").values_list("id", "name"))
    return found | {each: _("a record that is gone") for each in read if each not in found}
