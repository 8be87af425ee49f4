"""What is recorded of an agreement, section by section."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.design.meanwhile import SEEN, ReadForm, told_marks
from gemeentedossier.desk.forms.activity.countries import CountriesField, CountryField
from gemeentedossier.desk.forms.activity.fields import (
    LONGEST_NAME,
    CategoriesField,
    ChosenField,
    LineField,
    RecordsField,
    TermsField,
    VocabularyField,
    WordsField,
)
from gemeentedossier.desk.forms.choices import holding, nobody, offer, offer_or_all
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import answer
from gemeentedossier.dossier.agreements.engine.points import POINTS, points_of
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, Authorisation, EndChoice, Renewal
from gemeentedossier.dossier.agreements.facts import AgreedPoint, Agreement
from gemeentedossier.dossier.register.enums import TransferMechanism
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.identifiers import new_id

LONGEST_TERM = 1200
"""A hundred years, in months."""


class AgreementFilter(forms.Form):
    """Filters of the list; what is left empty does not matter."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    party = forms.ChoiceField(label=_("With"), required=False)

    def __init__(self, values: Mapping[str, str], *, dossier: Dossier) -> None:
        super().__init__(values)
        parties = {str(p.party_id): p.party_name for each in dossier.agreements for p in each.parties}
        offer_or_all(self, "kind", [(kind.value, name_of(kind)) for kind in AgreementKind])
        offer_or_all(self, "state", [(state.value, name_of(state)) for state in AgreementState])
        offer_or_all(self, "party", sorted(parties.items(), key=lambda pair: pair[1].casefold()))


class SectionForm(ReadForm):
    """A section with fields named like those of the facts; ``revision`` is the one that was read."""

    def __init__(self, *args: Any, agreement: Agreement, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(agreement, name) for name in self.base_fields if hasattr(agreement, name)}
        options["initial"] = {**held, **self.more(agreement)}
        super().__init__(*args, **options)
        self.offer(agreement, dossier)

    def more(self, agreement: Agreement) -> dict[str, Any]:
        """What stands in fields that the facts hold in another form."""
        return {}

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        """Fill the choices."""

    def changes(self) -> dict[str, Any]:
        """The fields of the facts as they were filled in."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("revision", "party_names")}

    def named_parties(self) -> tuple[str, ...] | None:
        """The parties by name, where this section has them."""
        names: tuple[str, ...] | None = self.cleaned_data.get("party_names")
        return names


class WhatForm(SectionForm):
    """What it is, and with whom."""

    name = LineField(label=_("Name"), required=True)
    kind = VocabularyField(AgreementKind, label=_("Kind of agreement"))
    party_names = TermsField(
        label=_("With whom"),
        longest=LONGEST_NAME,
        help_text=_("One party a line; a name that is not known is added."),
    )
    reference = LineField(label=_("Number of the contract"))
    subject = WordsField(label=_("What it is about"))
    place = LineField(label=_("Where it is kept"))
    owner_id = forms.TypedChoiceField(label=_("Who answers for it"), required=False, coerce=UUID, empty_value=None)

    def more(self, agreement: Agreement) -> dict[str, Any]:
        return {"party_names": tuple(each.party_name for each in agreement.parties)}

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        people = [(str(key), name) for key, name in holding(dossier, agreement.owner_id)]
        offer(self, "owner_id", [("", nobody()), *people])
        if agreement.kind is AgreementKind.COVENANT:
            del self.fields["party_names"]


class NewAgreementForm(forms.Form):
    """An agreement that is begun."""

    name = LineField(label=_("Name"), required=True)
    kind = VocabularyField(AgreementKind, label=_("Kind of agreement"))
    party_names = TermsField(
        label=_("With whom"),
        longest=LONGEST_NAME,
        help_text=_("One party a line; a name that is not known is added."),
    )
    reference = LineField(label=_("Number of the contract"))


def _months(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=LONGEST_TERM)


class TermForm(SectionForm):
    """From when until when."""

    starts_on = DayField(label=_("Holds from"), required=False)
    ends_on = DayField(label=_("Holds up to and including"), required=False)
    renewal = VocabularyField(Renewal, label=_("What happens on the last day"))
    renewal_months = _months(_("Goes on by, in months"))
    notice_months = _months(_("Term of notice, in months"))


class CoverForm(SectionForm):
    """What of the register it covers."""

    activity_ids = ChosenField("activity", label=_("Processing activities"))
    purpose_ids = RecordsField(
        label=_("Purposes"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "desk-pick"}),
        help_text=_("Of the activities that are linked now. Nothing ticked: all their purposes."),
    )
    system_ids = ChosenField("system", label=_("Systems"))
    data_categories = CategoriesField(
        DataCategory,
        label=_("Data that the agreement names"),
        help_text=_("Tick what the annex names. Nothing ticked: nobody read it yet."),
    )
    data_categories_own = TermsField(label=_("Data in own words"), help_text=_("One a line."))
    subject_categories = CategoriesField(SubjectCategory, label=_("People that it names"))
    subject_categories_own = TermsField(label=_("People in own words"), help_text=_("One a line."))

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        linked = set(agreement.activity_ids)
        choices = {
            "activity_ids": [(str(each.id), each.name) for each in dossier.activities],
            "purpose_ids": [(str(p.id), p.text) for a in dossier.activities if a.id in linked for p in a.purposes],
            "system_ids": [(str(each.id), each.name) for each in dossier.systems],
        }
        for name, offered in choices.items():
            field: Any = self.fields[name]
            field.choices = offered
            field.hold(getattr(agreement, name))
            self.initial[name] = [str(each) for each in getattr(agreement, name)]
        for name in ("data_categories", "subject_categories"):
            field = self.fields[name]
            field.offer(getattr(agreement, name) or ())
            field.hold(getattr(agreement, name) or ())

    def changes(self) -> dict[str, Any]:
        found = super().changes()
        for name in ("data_categories", "subject_categories"):
            found[name] = found[name] or (() if found[f"{name}_own"] else None)
        return found


class WorkForm(SectionForm):
    """Breaches, others and the end."""

    breach_report_hours = forms.IntegerField(
        label=_("Hours within which a breach is reported"), required=False, min_value=0, max_value=10_000
    )
    breach_contact = LineField(label=_("Where a breach is reported"))
    uses_subprocessors = AnswerField(label=_("Engages others"))
    subprocessor_authorisation = VocabularyField(Authorisation, label=_("How others are allowed"))
    objection_days = forms.IntegerField(label=_("Days to object"), required=False, min_value=0, max_value=3_650)
    end_choice = VocabularyField(EndChoice, label=_("What happens with the data at the end"))


class BreachesForm(SectionForm):
    """How soon participants of a covenant tell each other of a breach."""

    breach_report_hours = forms.IntegerField(
        label=_("Hours within which a breach is told to the others"), required=False, min_value=0, max_value=10_000
    )
    breach_contact = LineField(label=_("Where a breach is reported"))


class PlacesForm(SectionForm):
    """Where the data are."""

    countries = CountriesField(
        label=_("Countries in which the party processes"),
        help_text=_("One a line; also those from which somebody reaches the data."),
    )
    parent_country = CountryField(
        label=_("Country of the parent company"),
        help_text=_("Where the party belongs to no other company, its own country."),
    )
    mechanism = VocabularyField(TransferMechanism, label=_("Mechanism of transfer"))
    mechanism_reference = LineField(label=_("Which decision or contract"))
    mechanism_valid_until = DayField(label=_("Valid until"), required=False)
    transfer_assessment_on = DayField(label=_("Transfer assessment of"), required=False)

    def clean_parent_country(self) -> str | None:
        """Empty is unknown."""
        return self.cleaned_data["parent_country"] or None


class CitizensForm(SectionForm):
    """What citizens read of the arrangement."""

    essence = WordsField(label=_("Essence for citizens"))
    essence_place = LineField(label=_("Where citizens read it"), max_length=500)


class ExpectationsForm(SectionForm):
    """What each may expect."""

    expected_of_party = WordsField(label=_("What the municipality may expect"))
    expected_of_municipality = WordsField(label=_("What the other may expect of the municipality"))


SECTION_FORMS: Mapping[str, type[SectionForm]] = {
    "what": WhatForm,
    "term": TermForm,
    "cover": CoverForm,
    "work": WorkForm,
    "breaches": BreachesForm,
    "places": PlacesForm,
    "citizens": CitizensForm,
    "expectations": ExpectationsForm,
}


class PointsForm(ReadForm):
    """All points of a kind of agreement: whether agreed, and where that stands."""

    PLACE: ClassVar[str] = "-place"

    def __init__(self, *args: Any, agreement: Agreement, language: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["revision"] = agreement.revision
        self.points = points_of(agreement.kind)
        known = {each.point: each for each in agreement.points}
        for point in self.points:
            about, found = POINTS[point], known.get(point)
            label = f"{about.letter}. " if about.letter else ""
            self.fields[point.value] = AnswerField(
                label=f"{label}{about.label.in_language(language)}",
                help_text=about.law.in_language(language),
                initial=found.agreed if found else None,
            )
            self.fields[f"{point.value}{self.PLACE}"] = LineField(
                label=pgettext_lazy("point of an agreement", "Where in the contract"),
                initial=found.place if found else "",
            )

    def beside(self, theirs: Agreement, *, language: str) -> "PointsForm":
        """This form on top of what somebody else recorded meanwhile: each point on which the two differ says so."""
        written, seen = {name: self.data.get(name) for name in self.data if name != SEEN}, self.seen()
        now = PointsForm({**written, "revision": theirs.revision}, agreement=theirs, language=language)
        marks = now.marks()
        now.data = {**now.data, SEEN: told_marks(marks)}
        recorded = {each.point: (each.agreed, each.place) for each in theirs.points}
        told = pgettext("point of an agreement", "Now recorded: %(answer)s")
        for each in self.said(theirs):
            agreed, place = recorded.get(each.point, (None, ""))
            if all(seen.get(name) == marks[name] for name in (each.point.value, f"{each.point.value}{self.PLACE}")):
                continue
            if (agreed, place) not in ((None, ""), (each.agreed, each.place)):
                said = ", ".join(filter(None, (answer(agreed), place)))
                now.add_error(each.point.value, told % {"answer": said})
        return now

    def said(self, agreement: Agreement) -> list[AgreedPoint]:
        """The points as they were filled in; what was written out stays."""
        texts = {each.point: each.text for each in agreement.points}
        return [
            AgreedPoint(
                new_id(),
                point,
                self.cleaned_data[point.value],
                texts.get(point, ""),
                self.cleaned_data[f"{point.value}{self.PLACE}"],
            )
            for point in self.points
        ]
