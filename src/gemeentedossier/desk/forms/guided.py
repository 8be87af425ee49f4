"""Which kind of record a form writes, so that the help of the catalogue stands beside its fields.

A form is named by its module and class, and not imported: the table costs no page anything. What a class does not say
is looked for in those that it is made of, and then in the help that every kind of record shares.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

from django.forms import BaseForm, BoundField, Field

from gemeentedossier.catalogue.facts.guidance import SHARED
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.design.parts import Explanation
from gemeentedossier.desk.presenters.activity.blocks import label_of
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.guidance import explanation_for

_ROOM = "gemeentedossier.desk.forms."
_FORMS: Mapping[str, tuple[str, ...]] = {
    "activity": ("activity.sections.ActivityForm", "activity.steps.NewActivityForm"),
    "purpose": ("activity.parts.PurposeForm",),
    "legal-basis": ("activity.parts.LegalBasisForm",),
    "data-use": ("activity.parts.DataUseForm",),
    "data-source": ("activity.parts.DataSourceForm",),
    "recipient": ("activity.parts.RecipientForm",),
    "transfer": ("activity.parts.TransferForm",),
    "retention": ("activity.parts.RetentionForm",),
    "party": ("activity.parts.PartyForm",),
    "further-use": ("activity.parts.FurtherUseForm",),
    "note": ("activity.notes.NoteForm", "activity.notes.NoteAnswerForm"),
    "answer": ("answer.AnswerWithEvidenceForm",),
    "evidence": ("answer.EvidenceForm", "answer.ProlongForm"),
    "agreement": ("agreements.SectionForm", "agreements.NewAgreementForm"),
    "agreement-step": ("agreement_steps.StepForm",),
    "sub-processor": ("agreement_steps.SubProcessorForm", "agreement_steps.OneSubForm"),
    "covenant": (
        "agreement_steps.DutyForm",
        "agreement_steps.JoinForm",
        "agreement_steps.PartyForm",
        "agreement_steps.DeviationForm",
        "agreement_steps.WithdrawDeviationForm",
        "agreement_steps.ClauseForm",
        "agreement_steps.RemoveClauseForm",
    ),
    "known-party": ("parties.PartyForm", "parties.MergeForm"),
    "invitation": ("parties.InviteForm",),
    "leaflet": ("leaflets.LeafletForm",),
    "role-test": ("role_tests.RoleTestForm", "role_tests.DecideRoleForm"),
    "breach": ("breaches.SectionForm", "breaches.ReportForm"),
    "breach-step": ("breach_steps.StepForm",),
    "breach-notification": ("breach_steps.NotificationForm",),
    "breach-message": ("breach_steps.MessageForm",),
    "breach-measure": ("breach_steps.MeasureForm", "breach_steps.DoneForm", "breach_steps.EffectForm"),
    "request": ("requests.RequestForm", "requests.RequesterForm", "requests.NewRequestForm"),
    "request-line": ("requests.LineForm",),
    "request-part": ("requests.PartForm",),
    "request-step": ("request_steps.StepForm", "request_steps.RemediesForm", "request_steps.OpenEnvelopeForm"),
    "consent": ("consents.NewConsentForm", "consents.WithdrawForm", "consents.UseForm"),
    "assessment": ("assessments.AssessmentForm", "assessments.NewAssessmentForm", "assessments.PublishForm"),
    "assessment-file": ("assessments.AssessmentFileForm",),
    "assessment-point": ("assessments.PointForm",),
    "assessed-risk": ("assessments.AssessedRiskForm",),
    "assessment-step": ("assessments.StepForm",),
    "consultation": ("assessments.ConsultationForm",),
    "pre-scan": ("prescans.PrescanDecisionForm",),
    "proposal": ("proposals.ProposalForm",),
    "system": ("assets.SystemForm",),
    "measure": ("assets.MeasureForm",),
    "departure": ("assets.DepartureForm", "assets.FollowForm"),
    "access": ("security.AccessForm",),
    "right": ("security.RightForm", "security.GoneForm"),
    "risk": ("risks.RiskForm", "risks.DecideForm"),
    "appetite": ("risks.AppetiteForm",),
    "continuity": ("weighed.ContinuityForm", "weighed.OutageForm"),
    "exclusion": ("weighed.ExclusionForm", "weighed.ExclusionDecisionForm"),
    "clause": ("weighed.ClauseForm",),
    "log-review": ("log_reviews.PlanForm", "log_reviews.FollowUp", "log_reviews.EndPlanForm"),
    "tool": ("tools.ToolForm", "tools.JudgeForm"),
    "tool-rule": ("tools.ToolRuleForm", "tools.WithdrawRuleForm", "tools.AskForm", "tools.ChooseActivityForm"),
    "reading": ("readings.ReadingForm", "readings.ConfirmForm"),
    "reliance": ("readings.RestForm", "readings.CarryForm", "readings.ApplyForm"),
    "matter": ("readings.MatterForm",),
    "position": ("readings.PositionForm",),
    "suppression": ("governance.SuppressForm",),
    "advice": ("officer.OwnAdviceForm", "officer.AnswerForm"),
    "check": ("officer.CheckForm", "officer.CloseCheckForm"),
    "sample": ("officer.SampleForm", "officer.VerdictForm"),
    "officer-report": ("officer.PeriodForm", "officer.JudgementForm"),
    "ambition": ("ambition.AmbitionForm",),
    "plan": ("method.PlanForm", "method.PlanRowForm"),
    "organisation": ("organisation.OrganisationForm",),
    "body": ("organisation.BodyForm",),
    "unit": ("organisation.UnitForm",),
    "person": ("people.RoleForm",),
    "hand-over": ("leavers.HandOverForm",),
    "reminder": ("reminders.WeeklyForm", "reminders.EscalationForm"),
    "import": ("exchange.UploadForm",),
}
"""The forms that a person fills in, by the kind of record; a class stands for those made from it."""
_RECORD_OF = {form: record for record, forms in _FORMS.items() for form in forms}


def explained(field: BoundField) -> Explanation | None:
    """Return the help beside a field of a form of the desk; None where there is none."""
    key = guidance_id(type(field.form), field.name)
    return explanation_for(key, label=str(field.label), language=language()) if key else None


def guidance_id(form: type[BaseForm], field: str) -> str:
    """Return the id of the help of a field; empty where nothing explains it."""
    keyed: Any = form  # the type checker takes the hash of a class for that of its instances
    return _guidance_id(keyed, field)


@lru_cache(maxsize=4_000)
def _guidance_id(form: type[BaseForm], field: str) -> str:
    if not form.__module__.startswith(_ROOM):
        return ""
    known = latest_catalogue().field_guidance
    name = field.replace("_", "-").strip("-")
    records = _records(form)
    keys = (f"{record}.{name}" for record in (*records, SHARED) if records)
    return next((key for key in keys if key in known), "")


def _records(form: type[BaseForm]) -> list[str]:
    """The kinds of record of a form: that of its own class first."""
    named = (f"{each.__module__.removeprefix(_ROOM)}.{each.__qualname__}" for each in form.__mro__)
    return [_RECORD_OF[name] for name in named if name in _RECORD_OF]


@lru_cache(maxsize=4)
def labels_in(read: str) -> Mapping[str, str]:
    """Return what each explained field is called on the screen, by the id of its help; ``read`` is the language."""
    del read  # the labels are those of the language that is on; it tells the answers apart
    found: dict[str, str] = {}
    for form in forms():
        for name, field in getattr(form, "base_fields", {}).items():
            key = guidance_id(form, name)
            if key:
                found.setdefault(key, _label(form, name, field))
    return found


def forms() -> tuple[type[BaseForm], ...]:
    """Return every form of the table and those that are made from it, in the order of the table."""
    named = (name.rpartition(".") for name in _RECORD_OF)
    first = [getattr(import_module(f"{_ROOM}{module}"), name) for module, _dot, name in named]
    return tuple(dict.fromkeys(each for form in first for each in (form, *_made_from(form))))


def _made_from(form: type[BaseForm]) -> list[type[BaseForm]]:
    return [each for made in form.__subclasses__() for each in (made, *_made_from(made))]


def _label(form: type[BaseForm], name: str, field: Field) -> str:
    if field.label is not None:
        return str(field.label)
    model = getattr(form, "model", None)
    return label_of(model, name) if model else name
