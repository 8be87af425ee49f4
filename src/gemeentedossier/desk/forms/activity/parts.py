"""The forms of an activity's parts, one class a kind."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.engine.word_lists import CovenantWords
from gemeentedossier.catalogue.facts import DataCategory, SubjectCategory
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.desk.forms.activity.countries import CountryField
from gemeentedossier.desk.forms.activity.fields import (
    CategoriesField,
    CategoryField,
    LineField,
    PeriodField,
    ProvisionField,
    RecordsField,
    RetentionRuleField,
    SuggestedField,
    TermsField,
    TriggerField,
    VocabularyField,
    WordsField,
)
from gemeentedossier.desk.forms.activity.rows import Around, Resolve, RowForm, Rows
from gemeentedossier.dossier.register import facts, models
from gemeentedossier.dossier.register.enums import (
    Article6,
    CriminalDataGround,
    FurtherUseBasis,
    PartyRole,
    RetentionSource,
    SpecialCategoryGround,
    TransferMechanism,
)
from gemeentedossier.dossier.register.policies import became_covenant, covenant_chosen
from gemeentedossier.foundation.identifiers import new_id

CARRYING = ("article_6", "provision_id", "provision_text")
"""What a legal basis rests on."""


class LegalBasisForm(RowForm):
    facts, model = facts.LegalBasis, models.LegalBasis
    title = _("Add a legal basis")
    article_6 = VocabularyField(Article6)
    provision_id = ProvisionField(has_own_words=True)
    provision_text = LineField(max_length=None)
    necessity = WordsField()
    proportionality = WordsField()
    subsidiarity = WordsField()
    rejected_alternative = WordsField()
    consent_evidence = WordsField(rows=2)
    consent_request_separate = AnswerField()
    withdrawal_method = WordsField(rows=2)
    freely_given_reasoning = WordsField(rows=2)
    parental_consent_method = WordsField(rows=2)
    contract = WordsField(rows=2)
    vital_interest = WordsField(rows=2)
    legitimate_interest = WordsField(rows=2)
    folded: ClassVar = (
        (_("For consent"), ("consent_evidence", "consent_request_separate", "withdrawal_method")),
        (_("For consent of people who depend or are young"), ("freely_given_reasoning", "parental_consent_method")),
        (_("For the other grounds"), ("contract", "vital_interest", "legitimate_interest")),
    )

    def clean(self) -> dict[str, Any]:
        """A covenant is refused beside the field in which it was chosen."""
        given = super().clean() or {}
        chosen = {name: given[name] for name in CARRYING if name in given}
        basis = dataclasses.replace(self.held or facts.LegalBasis(new_id()), **chosen)
        if became_covenant(basis, CovenantWords(current_catalogue()), was=self.held):
            self.add_error("provision_text", covenant_chosen(basis.provision_text))
        return given


class PurposeForm(RowForm):
    """A purpose with its legal bases as rows inside it."""

    facts, model = facts.Purpose, models.Purpose
    title = _("Add a purpose")
    text = WordsField(rows=2)

    def __init__(self, *args: Any, around: Around, held: Any = None, **options: Any) -> None:
        super().__init__(*args, around=around, held=held, **options)
        self.rows = Rows(
            LegalBasisForm,
            prefix=f"{self.prefix}-bases",
            around=around,
            held=held.legal_bases if held is not None else (),
            data=self.data if self.is_bound else None,
        )

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.rows.is_valid()])

    @property
    def is_empty(self) -> bool:
        return super().is_empty and self.rows.is_empty

    def problems(self) -> Iterator[tuple[forms.BoundField, str]]:
        yield from super().problems()
        yield from self.rows.problems()

    def aim_within(self, field: str, record: UUID | None, *, asks: str) -> bool:
        """The purpose itself, or one of its legal bases; who comes for the purpose may mean any of these."""
        if super().aim_within(field, record, asks=asks):
            return True
        return self.rows.aim(field, None if record == self.initial["id"] else record, asks=asks)

    def aim_anew(self, field: str, *, asks: str) -> bool:
        return self.rows.aim_anew(field, asks=asks)

    def made(self, position: int, resolve: Resolve) -> Any:
        return dataclasses.replace(super().made(position, resolve), legal_bases=self.rows.made(resolve))


class DataUseForm(RowForm):
    facts, model = facts.DataUse, models.DataUse
    title = _("Add people and data")
    subject_categories = CategoriesField(SubjectCategory)
    subject_categories_own = TermsField(help_text=_("What the list does not have, one on each line."))
    data_categories = CategoriesField(DataCategory)
    data_categories_own = TermsField(help_text=_("What the list does not have, one on each line."))
    purpose_ids = RecordsField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked means: for all purposes."),
    )
    necessity = WordsField()
    special_ground = VocabularyField(SpecialCategoryGround)
    special_provision_id = ProvisionField()
    special_reasoning = WordsField(rows=2)
    criminal_ground = VocabularyField(CriminalDataGround)
    criminal_provision_id = ProvisionField()
    criminal_reasoning = WordsField(rows=2)
    bsn_provision_id = ProvisionField()
    bsn_reasoning = WordsField(rows=2)
    folded: ClassVar = (
        (
            _("Exception for special categories (Article 9)"),
            ("special_ground", "special_provision_id", "special_reasoning"),
        ),
        (
            _("Ground for criminal data (Article 10)"),
            ("criminal_ground", "criminal_provision_id", "criminal_reasoning"),
        ),
        (_("Use of the BSN (UAVG 46)"), ("bsn_provision_id", "bsn_reasoning")),
    )

    def __init__(self, *args: Any, around: Around, **options: Any) -> None:
        super().__init__(*args, around=around, **options)
        field = self.fields["purpose_ids"]
        field.choices = [(str(key), text) for key, text in around.purposes.items()]  # type: ignore[attr-defined]


class DataSourceForm(RowForm):
    facts, model = facts.DataSource, models.DataSource
    title = _("Add a source")
    from_data_subject = AnswerField()
    recipient_category = CategoryField()
    text = WordsField(rows=2)


class RecipientForm(RowForm):
    facts, model = facts.Recipient, models.Recipient
    title = _("Add a recipient")
    category = CategoryField()
    party = SuggestedField("parties", help_text=_("A party by name, if it is one; a new name is recorded."))
    text = WordsField(rows=2)
    reason = WordsField(rows=2)

    def initial_for(self, held: Any, around: Around) -> Mapping[str, Any]:
        return {"party": around.names.get(held.party_id, "") if held.party_id else ""}

    def values(self, resolve: Resolve) -> dict[str, Any]:
        name = self.cleaned_data["party"]
        return {**super().values(resolve), "party_id": resolve("party", name) if name else None}


class TransferForm(RowForm):
    facts, model = facts.Transfer, models.Transfer
    title = _("Add a transfer")
    recipient = LineField()
    country = CountryField()
    mechanism = VocabularyField(TransferMechanism)
    mechanism_reference = LineField()
    mechanism_valid_until = DayField(required=False)
    assessment_on = DayField(required=False)
    derogation_reasoning = WordsField(rows=2)


class RetentionForm(RowForm):
    facts, model = facts.RetentionPeriod, models.RetentionPeriod
    title = _("Add a retention period")
    applies_to = WordsField(rows=2)
    rule_id = RetentionRuleField()
    period = PeriodField(help_text=_("Such as 15 jaar or 6 maanden."))
    trigger = TriggerField()
    source = VocabularyField(RetentionSource)
    trigger_source = LineField(help_text=_("The system and the field where the date stands."))
    permanent = AnswerField()
    text = WordsField(rows=2)


class PartyForm(RowForm):
    facts, model = facts.PartyRelation, models.PartyRelation
    title = _("Add a party")
    party_name = SuggestedField(
        "parties", label=_("Party"), help_text=_("Choose one by name, or write a new one: it is recorded.")
    )
    role = VocabularyField(PartyRole)
    role_reasoning = WordsField(rows=2)
    agreement_declared = AnswerField()
    agreement_reference = LineField()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        others = ("role", "role_reasoning", "agreement_declared", "agreement_reference")
        if not given.get("party_name") and (self.held is not None or any(given.get(name) for name in others)):
            self.add_error("party_name", _("Say which party this is, or remove the row."))
        return given

    def values(self, resolve: Resolve) -> dict[str, Any]:
        name = self.cleaned_data["party_name"]
        return {**super().values(resolve), "party_id": resolve("party", name), "party_name": name}


class FurtherUseForm(RowForm):
    facts, model = facts.FurtherUse, models.FurtherUse
    title = _("Add a further use")
    purpose = WordsField(rows=2)
    basis = VocabularyField(FurtherUseBasis)
    provision_id = ProvisionField()
    link = WordsField(rows=2)
    context = WordsField(rows=2)
    nature = WordsField(rows=2)
    consequences = WordsField(rows=2)
    safeguards = WordsField(rows=2)
    conclusion = WordsField(rows=2)
    people_informed = AnswerField()
