"""What is recorded and decided of risks: weighed, decided on, and how much may remain."""

from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.risks import RiskGuide, RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.fields import DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import ChosenField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import holding, nobody, offer
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import SecurityRisk
from gemeentedossier.dossier.snapshot.facts import Dossier


class RiskForm(ReadForm):
    """A risk as it is weighed: without the measures first, then with these; ``revision`` is the one that was read."""

    threat = WordsField(label=_("What can go wrong"), required=True, rows=2)
    consequence = WordsField(label=_("What people then suffer"), rows=2)
    aspect = VocabularyField(SecurityAspect, label=_("What suffers of the data"), required=True)
    system_id = RecordChoice(label=_("System"), required=False)
    likelihood = VocabularyField(RiskLevel, label=_("Likelihood without measures"))
    impact = VocabularyField(RiskLevel, label=_("Impact on people without measures"))
    measure_ids = ChosenField("measures", label=_("Measures that make it smaller"))
    residual_likelihood = VocabularyField(RiskLevel, label=_("Likelihood that remains with these measures"))
    residual_impact = VocabularyField(RiskLevel, label=_("Impact on people that remains with these measures"))
    reason = WordsField(label=_("Why these levels"), rows=2, help_text=_("What did you look at, and with whom?"))
    owner_id = RecordChoice(label=_("Who answers for it"), required=False)

    def __init__(self, *args: Any, record: SecurityRisk, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        ask(self, "aspect", SecurityAspect)
        for name in ("likelihood", "residual_likelihood"):
            offer_levels(self, name, of="likelihood")
        for name in ("impact", "residual_impact"):
            offer_levels(self, name, of="impact")
        fields: Any = self.fields
        none = pgettext("risk", "Not of one system")
        fields["system_id"].offer(((each.id, each.name) for each in dossier.systems), empty=none)
        fields["owner_id"].offer(holding(dossier, record.owner_id), empty=nobody())
        fields["measure_ids"].choices = [(str(each.id), each.name) for each in dossier.measures]
        fields["measure_ids"].hold(record.measure_ids)


class NewRiskForm(RiskForm):
    """A risk that nobody recorded yet, with the activity that it is of."""

    activity_id = RecordChoice(label=_("Processing activity"))
    field_order = ("activity_id", *RiskForm.base_fields)

    def offer_activities(self, dossier: Dossier, own: frozenset[Any]) -> None:
        """Fill the activities for which this person may record risks."""
        fields: Any = self.fields
        fields["activity_id"].offer((each.id, each.name) for each in dossier.activities if each.id in own)


class DecideForm(ReadForm):
    """What is decided about what remains, and why; ``revision`` is the one that was read."""

    decision = VocabularyField(RiskDecision, label=_("Decision"), required=True)
    because = WordsField(
        label=_("Why it is decided so"), required=True, rows=3, help_text=_("People bear this risk. Say it to them.")
    )
    accepted_until = DayField(
        label=_("Accepted up to and including"), required=False, help_text=_("Only for what is accepted.")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ask(self, "decision", RiskDecision)


class ReasonForm(forms.Form):
    """Why something is removed, withdrawn or ended."""

    reason = WordsField(label=_("Why"), required=True, rows=2)


class AppetiteForm(forms.Form):
    """The highest level of risk that may remain for a body."""

    controller_id = RecordChoice(label=_("Body that decides"))
    level = VocabularyField(RiskLevel, label=_("Highest risk that may remain"), required=True)
    statement = WordsField(
        label=_("What that means"), required=True, rows=3, help_text=_("In words that residents understand.")
    )
    decided_on = DayField(label=_("Decided on"))
    review_on = DayField(label=_("Look at this again on"), required=False)

    def __init__(self, *args: Any, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["controller_id"].offer((each.id, each.name) for each in dossier.organisation.controllers)
        ask(self, "level", RiskLevel)


def ask(form: forms.Form, name: str, vocabulary: type[StrEnum]) -> None:
    """Offer a vocabulary of which one must be chosen: here nothing is unknown."""
    offer(form, name, [("", pgettext("choice", "Choose one")), *((each.value, name_of(each)) for each in vocabulary)])


def offer_levels(form: forms.Form, name: str, *, of: str) -> None:
    """The levels with when each fits, as the scale of the catalogue says; only their names where it has no scale."""
    scale, language = current_catalogue().risk_scale, get_language() or "nl"

    def told(guide: RiskGuide) -> str:
        fits = guide.likelihood if of == "likelihood" else guide.impact
        return f"{guide.name.in_language(language).capitalize()}: {fits.in_language(language)}"

    named = [(each.level.value, told(each)) for each in scale.guides] if scale else []
    field: Any = form.fields[name]
    field.choices = [
        ("", pgettext("choice", "Not weighed yet")),
        *(named or [(each.value, name_of(each)) for each in RiskLevel]),
    ]
