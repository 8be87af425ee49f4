"""Setting findings aside, the list of them, and letting them count again."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.desk.forms.governance import LiftForm, SuppressForm
from gemeentedossier.desk.presenters.activity.margin import breaks_law
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.evidence import about_what
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.governance import finding_name, none_set_aside, suppressions_table
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.dossier.governance.actions.suppressions import lift_suppression, suppress_finding
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.organisation.permissions import can, check_permitted

VIEW, SUPPRESS = "governance.view_decisions", "governance.suppress_finding"
UNLAWFUL = "governance.suppress_unlawful"


@staff(VIEW)
def suppressions(visit: Visit) -> HttpResponse:
    """Everything that is or was set aside: what, who, why and until when."""
    judged, slug, title = judged_by(visit), visit.municipality.slug, _("Findings set aside")
    may_lift = visit.moment is None and can(visit.actor, SUPPRESS)
    table = suppressions_table(judged, catalogue_at(visit.moment), slug=slug, may_lift=may_lift)
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, title)),
        "title": title,
        "table": table if table.rows else None,
        "may_lift": may_lift,
        "empty": none_set_aside(slug),
    }
    return render(visit.request, "desk/governance.html", shown)


@staff(SUPPRESS, only_now=True)
def suppress(visit: Visit, kind: str, subject_id: UUID, rule_id: str) -> HttpResponse:
    """Set one finding aside, with a reason, until a day. A breach of law only by who answers for it."""
    judged = judged_by(visit)
    finding = _found(judged, kind, subject_id, rule_id)
    unlawful = breaks_law(finding.rule)
    check_permitted(visit.actor, UNLAWFUL if unlawful else SUPPRESS)
    form = SuppressForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        try:
            suppress_finding(
                finding.rule_id,
                subject_kind=kind,
                subject_id=subject_id,
                breaks_law=unlawful,
                by=visit.actor,
                **form.cleaned_data,
            )
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(visit.request, _("The finding was set aside. It stays visible, and can be lifted here."))
            return redirect("desk:suppressions", visit.municipality.slug)
    about = about_what(kind, subject_id, judged)
    lead = f"{finding.rule.label.in_language(language())} ({about})"
    return _asking(visit, form, title=_("Set this finding aside"), lead=lead, button=_("Set aside"))


@staff(SUPPRESS, only_now=True)
def lift(visit: Visit, key: UUID) -> HttpResponse:
    """Let a finding count again, with the reason."""
    found = next((each for each in judged_by(visit).dossier.suppressions if each.id == key), None)
    if found is None:
        raise Http404
    if found.lifted_at:
        raise Refused(_("This finding counts again already; nothing was changed."))
    form = LiftForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        lift_suppression(key, reason=form.cleaned_data["reason"], by=visit.actor)
        messages.success(visit.request, _("The finding counts again."))
        return redirect("desk:suppressions", visit.municipality.slug)
    lead = finding_name(found, catalogue_at(None))
    title = pgettext("a finding that was set aside", "Let this finding count again")
    return _asking(visit, form, title=title, lead=lead, button=_("Let it count again"))


def _found(judged: Judged, kind: str, subject_id: UUID, rule_id: str) -> Finding:
    for each in judged.assessment.cases:
        if each.case.id == subject_id and each.case.kind.value == kind:
            for finding in each:
                if finding.rule_id == rule_id and (finding.is_open or finding.answer.suppression):
                    return finding
    raise Http404


def _asking(visit: Visit, form: Form, *, title: str, lead: str, button: str) -> HttpResponse:
    list_url = reverse("desk:suppressions", args=[visit.municipality.slug])
    crumbs = account_crumbs(visit, (_("Findings set aside"), list_url), title)
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=crumbs),
        "title": title,
        "lead": lead,
        "form": form,
        "button": button,
        "back_url": reverse("desk:suppressions", args=[visit.municipality.slug]),
    }
    return render(visit.request, "desk/agreement_edit.html", shown)
