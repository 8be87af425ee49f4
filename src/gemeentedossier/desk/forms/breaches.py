"""The sections of a breach as forms, in the order of the work."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.fields import AnswerField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.design.moments import MomentField
from gemeentedossier.desk.forms.activity.fields import (
    CategoriesField,
    ChosenField,
    LineField,
    TermsField,
    WordsField,
)
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.breach_fields import MOST, WordField, WordsChosenField, named
from gemeentedossier.desk.forms.choices import answering, nobody, offer_or_all, quarters
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.breach_register import Proposal
from gemeentedossier.desk.presenters.breaches import BreachSight, real
from gemeentedossier.desk.presenters.in_time import notified, notified_words
from gemeentedossier.desk.presenters.quarters import Quarter
from gemeentedossier.dossier.breaches.engine.clock import minute_of
from gemeentedossier.dossier.breaches.engine.severity import ASPECTS, is_untouched
from gemeentedossier.dossier.breaches.engine.triage import state_of
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachState,
    BreachType,
    Circumstance,
    DataContext,
    Harm,
    Identification,
    IncidentKind,
    Loss,
    MunicipalRole,
    ReportedBy,
)
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.snapshot.facts import Dossier

NAMES = _("No names of residents and nothing of what leaked.")
REASON = _("Needed as soon as you choose something above.")


class SectionForm(ReadForm):
    """A section of a breach; it cleans to the facts of that section."""

    section: ClassVar[str] = ""

    def __init__(self, *args: Any, breach: PersonalDataBreach, dossier: Dossier, **options: Any) -> None:
        held = getattr(breach, self.section) if self.section else breach
        initial = {name: getattr(held, name) for name in self.base_fields if hasattr(held, name)}
        initial |= {"revision": breach.revision, **options.pop("initial", {})}
        super().__init__(*args, **{**options, "initial": initial})
        self.held = held
        self.offer(breach, dossier)

    def offer(self, breach: PersonalDataBreach, dossier: Dossier) -> None:
        """Fill choices that come from the dossier."""

    def facts(self) -> Any:
        """The section as it was filled in."""
        given = {name: value for name, value in self.cleaned_data.items() if hasattr(self.held, name)}
        given.pop("revision", None)
        return replace(self.held, **given)

    @property
    def read(self) -> int:
        """The revision that was read."""
        return int(self.cleaned_data["revision"])


class NameForm(SectionForm):
    """What it is called, and who leads the work."""

    title = LineField(label=_("Title"), required=True, max_length=200, help_text=NAMES)
    lead_id = RecordChoice(label=_("Who leads the work"), required=False)

    def offer(self, breach: PersonalDataBreach, dossier: Dossier) -> None:
        field: Any = self.fields["lead_id"]
        field.offer(answering(dossier, breach.lead_id), empty=nobody())


class MomentsForm(SectionForm):
    """When what happened, and from when the municipality knew."""

    calls_optional = False
    section = "moments"
    began_at = MomentField(label=_("Began"), required=False)
    ended_at = MomentField(label=_("Ended"), required=False)
    is_ongoing = AnswerField(label=_("Is it still going on?"))
    discovered_at = MomentField(label=_("Discovered"), required=False)
    discovered_by = LineField(label=_("Discovered by"), help_text=_("A function, such as case worker."))
    how_discovered = WordsField(label=_("How it was discovered"), rows=2)
    internally_reported_at = MomentField(label=_("Reported internally"), required=False)
    late_report_reason = WordsField(label=_("Why it was reported late"), rows=2)
    aware_at = MomentField(
        label=_("The municipality knew"),
        required=False,
        help_text=_("With reasonable certainty that personal data were hit. From then 72 hours run (Article 33(1))."),
    )
    aware_who = LineField(label=_("Who then knew"), help_text=_("A function, such as privacy officer."))
    aware_grounds = WordsField(
        label=_("Why from that moment"), rows=2, help_text=_("Needed as soon as you say when the municipality knew.")
    )

    def clean(self) -> dict[str, Any]:
        """The moment of awareness goes with its grounds."""
        given = super().clean() or self.cleaned_data
        if given.get("aware_at") and not says_something(given.get("aware_grounds") or ""):
            self.add_error("aware_grounds", _("Say why from that moment: the 72 hours run from it."))
        aware, found = given.get("aware_at"), given.get("discovered_at")
        if aware and found and minute_of(aware) < minute_of(found):
            self.add_error(
                "aware_at", _("That is before it was discovered; nobody can know then. Correct one of the two moments.")
            )
        return given


class ProcessorForm(SectionForm):
    """Whether it happened at a processor."""

    section = "processor"
    at_processor = AnswerField(label=_("Did it happen at a processor?"))
    party_id = RecordChoice(label=_("Which processor"), required=False)
    processor_knew_at = MomentField(label=_("The processor knew"), required=False)
    processor_told_at = MomentField(label=_("The processor told us"), required=False)
    processor_account = WordsField(label=_("What the processor told"), rows=3, help_text=NAMES)

    def offer(self, breach: PersonalDataBreach, dossier: Dossier) -> None:
        field: Any = self.fields["party_id"]
        field.offer(((each.id, each.name) for each in dossier.parties), empty=nobody())


class TriageForm(SectionForm):
    """The five questions."""

    calls_optional = False
    section = "triage"
    security_broken = AnswerField(
        required=True, label=_("1. Was security broken, also by a mistake of people or of how work is organised?")
    )
    personal_data = AnswerField(label=_("2. Were personal data hit?"))
    municipal_role = WordField(
        MunicipalRole,
        label=_("3. What is the municipality for these data?"),
        help_text=_(
            "As processor it tells the controller without undue delay and notifies nobody else (Article 33(2)). "
            "Joint controllers follow their arrangement (Article 26)."
        ),
    )
    controller_id = RecordChoice(label=_("As processor: for whom"), required=False)
    types = WordsChosenField(BreachType, label=_("4. What was broken?"))
    police_data = AnswerField(label=_("5a. Are data of enforcement officers under the Wpg among it?"))
    significant_incident = AnswerField(
        label=_("5b. Is it a significant incident under the Cyberbeveiligingswet?"),
        help_text=_(
            "A municipality is an essential entity by that act (Cbw 8(1)(h), in force since 15 August 2026). On yes "
            "the clocks of 24 hours, 72 hours and one month run beside that of the GDPR."
        ),
    )
    triage_reason = WordsField(label=_("Why"), required=True, rows=3)

    def clean(self) -> dict[str, Any]:
        """Where security was broken, the second question decides."""
        given = super().clean() or self.cleaned_data
        if given.get("security_broken") and given.get("personal_data") is None:
            self.add_error("personal_data", _("Answer this too: it tells whether this is a breach."))
        return given

    def offer(self, breach: PersonalDataBreach, dossier: Dossier) -> None:
        field: Any = self.fields["controller_id"]
        field.offer(((each.id, each.name) for each in dossier.parties), empty=nobody())


class NatureForm(SectionForm):
    """What happened and what people can suffer."""

    section = "nature"
    kind = WordField(IncidentKind, label=_("Kind of incident"))
    summary = WordsField(label=_("What happened"), rows=4, help_text=NAMES)
    cause = WordsField(label=_("Cause"), rows=2)
    cause_found = AnswerField(label=_("Was the cause found?"))
    protection = WordsField(label=_("How were the data protected?"), rows=2)
    is_unintelligible = AnswerField(label=_("Were the data unreadable for others?"))
    harms = WordsChosenField(Harm, label=_("What people can suffer"))
    consequences = WordsField(label=_("Likely consequences in your own words"), rows=3)


class ConcernedForm(SectionForm):
    """Which activities, data and people were hit; what the register says stands there as a proposal."""

    section = "concerned"
    activity_ids = ChosenField("activities", label=_("Processing activities that were hit"))
    data_categories = CategoriesField(DataCategory, label=_("Data"))
    data_own = TermsField(label=_("Data in your own words"), help_text=_("One on each line."))
    subject_categories = CategoriesField(SubjectCategory, label=_("People"))
    subjects_own = TermsField(label=_("People in your own words"), help_text=_("One on each line."))
    people_min = forms.IntegerField(label=_("Number of people, at least"), min_value=0, max_value=MOST, required=False)
    people_max = forms.IntegerField(label=_("Number of people, at most"), min_value=0, max_value=MOST, required=False)
    record_count = forms.IntegerField(label=_("Number of records"), min_value=0, max_value=MOST, required=False)
    under_sixteen = AnswerField(
        label=_("Are people under sixteen among them?"),
        help_text=_("A letter about them goes to a parent or guardian (UAVG 5)."),
    )
    is_cross_border = AnswerField(label=_("Are people in other countries concerned?"))

    def __init__(
        self, *args: Any, breach: PersonalDataBreach, dossier: Dossier, proposal: Proposal | None = None, **options: Any
    ) -> None:
        self.proposal = proposal
        initial: dict[str, Any] = {"activity_ids": breach.activity_ids}
        if proposal:
            initial |= {"data_categories": proposal.data, "data_own": proposal.data_own}
            initial |= {"subject_categories": proposal.people, "subjects_own": proposal.people_own}
        super().__init__(*args, breach=breach, dossier=dossier, **{**options, "initial": initial})

    def offer(self, breach: PersonalDataBreach, dossier: Dossier) -> None:
        activities: Any = self.fields["activity_ids"]
        activities.choices = [(str(each.id), each.name) for each in dossier.activities]
        activities.hold(breach.activity_ids)
        for name in ("data_categories", "subject_categories"):
            field: Any = self.fields[name]
            held: Iterable[str] = self.initial.get(name) or ()
            field.offer(held)
            field.hold(held)


def _points(choices: Iterable[Any]) -> list[tuple[str, str]]:
    sign = pgettext("decimal sign", ".")
    return [
        (each.value, f"{each.name.in_language(language())} ({str(each.points).replace('.', sign)})") for each in choices
    ]


class ScoreForm(SectionForm):
    """The factors of severity, each with how it counts."""

    calls_optional = False
    section = "score"
    context = WordField(DataContext, label=_("Kind of data"), help_text=_("Of several kinds the gravest."))
    context_value = forms.TypedChoiceField(
        label=_("Context of the data"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_(
            "From 1 (says little) to 4 (most private). Save the kind of data first, and it says when each fits."
        ),
    )
    context_reason = WordsField(label=_("Why this context"), rows=2, help_text=REASON)
    identification = WordField(Identification, label=_("How easily somebody is recognised"))
    identification_reason = WordsField(label=_("Why so easily"), rows=2, help_text=REASON)
    confidentiality_loss = WordField(Loss, label=_("Confidentiality"))
    integrity_loss = WordField(Loss, label=_("Integrity"))
    availability_loss = WordField(Loss, label=_("Availability"))
    is_malicious = AnswerField(label=_("Did somebody mean harm?"))
    circumstances = WordsChosenField(Circumstance, label=_("Circumstances"))
    circumstances_reason = WordsField(label=_("What these rest on"), rows=2, help_text=REASON)

    def offer(self, breach: PersonalDataBreach, dossier: Dossier) -> None:
        scale = current_catalogue().severity_scale
        if scale is None:
            return
        unknown = ("", pgettext_lazy("choice", "Not known yet"))
        offered: dict[str, list[tuple[str, str]]] = {
            "context": [(each.value, each.name.in_language(language())) for each in scale.contexts],
            "identification": _points(scale.identification),
            **{f"{aspect}_loss": _points(points) for aspect, points in scale.losses.items()},
        }
        for name, choices in offered.items():
            field: Any = self.fields[name]
            field.choices = [unknown, *choices]
        untouched = ("", pgettext_lazy("choice", "Not broken by question 4 (0)"))
        for aspect in (each for each in ASPECTS if is_untouched(each, breach.triage.types)):
            of_aspect: Any = self.fields[f"{aspect}_loss"]
            of_aspect.choices = [untouched, *offered[f"{aspect}_loss"]]
        value: Any = self.fields["context_value"]
        value.choices = [unknown, *self._guides(breach, scale)]
        ticked: Any = self.fields["circumstances"]
        ticked.choices = [(each.value, each.name.in_language(language())) for each in scale.circumstances]

    def clean(self) -> dict[str, Any]:
        """Every choice asks its reason, and all that lack are told at once."""
        given = super().clean() or self.cleaned_data
        losses = ("confidentiality_loss", "integrity_loss", "availability_loss", "is_malicious")
        asked = {
            "context_reason": given.get("context_value") is not None,
            "identification_reason": given.get("identification") is not None,
            "circumstances_reason": any(given.get(each) is not None for each in losses)
            or bool(given.get("circumstances")),
        }
        for name, is_asked in asked.items():
            if is_asked and not says_something(given.get(name) or ""):
                self.add_error(name, _("Say why: a choice without its reason cannot be followed later."))
        return given

    @staticmethod
    def _guides(breach: PersonalDataBreach, scale: Any) -> list[tuple[str, str]]:
        """From 1 to 4, each with when it fits the kind of data that was chosen."""
        chosen = next((each for each in scale.contexts if each.value == breach.score.context), None)
        if chosen is None:
            names = {each.base: each.name.in_language(language()) for each in scale.contexts}
            begin = _("%(number)d: begins here for %(data)s")
            return [
                (str(number), begin % {"number": number, "data": names[number]} if number in names else str(number))
                for number in range(1, 5)
            ]
        told = enumerate(chosen.guides, start=1)
        return [(str(number), f"{number}: {guide.in_language(language())}") for number, guide in told]


def says_something(text: str) -> bool:
    """Whether it holds a letter or a digit."""
    return any(each.isalnum() for each in text)


class JudgementForm(SectionForm):
    """The risk as a person judges it."""

    section = "judgement"
    risk = WordField(BreachRisk, label=_("Risk to people"), required=True)
    risk_method = LineField(
        label=_("Method"),
        required=True,
        help_text=_("Name a method that you really followed; the page shows whether its score is filled in."),
    )
    risk_reason = WordsField(label=_("Why"), required=True, rows=4)
    police_duty = WordsField(label=_("What the Wpg asks"), rows=2, help_text=_("Only where police data are among it."))


class BreachFilter(forms.Form):
    """What the list is narrowed to; what is left empty does not matter."""

    words = LineField(label=_("Words"), help_text=_("In the number or the title."))
    year = forms.ChoiceField(label=_("Year"), required=False)
    quarter = forms.ChoiceField(label=_("Quarter"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    told = forms.ChoiceField(label=_("Notification to the authority"), required=False)

    def __init__(self, values: Mapping[str, str], *, sight: BreachSight) -> None:
        super().__init__(values)
        self._sight = sight
        years = sorted({localtime(each.reported_at).year for each in real(sight.dossier)}, reverse=True)
        offer_or_all(self, "year", [(str(each), str(each)) for each in years])
        offer_or_all(self, "quarter", quarters())
        offer_or_all(self, "state", named(BreachState)())
        offer_or_all(self, "told", notified_words().items())

    def fits(self, breach: PersonalDataBreach) -> bool:
        """Whether the breach is among what was asked; a filter that is not known asks nothing."""
        self.is_valid()
        asked = self.cleaned_data
        words = str(asked.get("words") or "").casefold().split()
        text = f"{breach.number} {breach.title}".casefold()
        year, state, reported = asked.get("year"), asked.get("state"), localtime(breach.reported_at)
        return (
            all(each in text for each in words)
            and (not year or str(reported.year) == year)
            and asked.get("quarter", "") in ("", str(Quarter.of(reported.date()).number))
            and (not state or state_of(breach) == state)
            and asked.get("told", "") in ("", notified(self._sight, breach).value)
        )


class ReportForm(forms.Form):
    """A first report: what somebody saw, in a minute."""

    title = LineField(label=_("What happened, in a few words"), required=True, max_length=200, help_text=NAMES)
    first_account = WordsField(label=_("Tell what you know"), rows=4, help_text=NAMES)
    discovered_at = MomentField(label=_("Discovered"), required=True)
    reported_by = WordField(ReportedBy, label=_("Who told it"), required=True)
    reporter = LineField(label=_("Function of who told it"))
    activity_ids = ChosenField("activities", label=_("Processing activities that were hit, as far as known"))

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["activity_ids"]
        field.choices = [(str(each.id), each.name) for each in dossier.activities]
