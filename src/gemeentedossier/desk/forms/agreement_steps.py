"""The steps of an agreement's life, each with what it asks."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import AnswerField, DayField
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.countries import CountryField
from gemeentedossier.desk.forms.activity.fields import LineField, VocabularyField, WordsField
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.dossier.agreements.enums import Duty, PartyKind, SubProcessorDecision
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock


class RecordChoice(forms.TypedChoiceField):
    """One of the records that belong here; cleans to its key, or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"coerce": UUID, "empty_value": None, **options})

    def offer(self, choices: Iterable[tuple[UUID, str]], *, empty: str = "") -> None:
        """Fill the choices; ``empty`` says what choosing none means."""
        self.choices = [("", empty or pgettext("choice", "Choose one")), *((str(key), name) for key, name in choices)]


class StepForm(forms.Form):
    """A step; its choices come from the agreement and the dossier."""

    def __init__(self, *args: Any, agreement: Agreement, dossier: Dossier, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(agreement, dossier)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        """Fill the choices."""

    def choices_of(self, name: str, choices: Iterable[tuple[UUID, str]], *, empty: str = "") -> None:
        """Fill the choices of one field."""
        field = self.fields[name]
        assert isinstance(field, RecordChoice)  # noqa: S101 - for the type checker
        field.offer(choices, empty=empty)


def evidence_of(agreement: Agreement) -> frozenset[UUID]:
    """The evidence that an agreement names."""
    named = (agreement.signed_text_evidence_id, agreement.erasure_evidence_id)
    return frozenset(key for key in (*named, *(each.attestation_evidence_id for each in agreement.parties)) if key)


def is_named(piece: Evidence, agreement: Agreement) -> bool:
    """Whether evidence was kept under the name of the agreement, as its text or with the name of a file behind it."""
    return piece.title == agreement.name or piece.title.startswith(f"{agreement.name}: ")


def _pieces(dossier: Dossier, agreement: Agreement) -> list[tuple[UUID, str]]:
    """The evidence that can still be looked at: first what is of this agreement, the newest on top."""
    standing = [each for each in dossier.evidence if each.lost_at is None and each.withdrawn_at is None]
    theirs = {key for each in dossier.agreements if each.id != agreement.id for key in evidence_of(each)}
    mine = evidence_of(agreement)
    own = [each for each in standing if each.id in mine or (each.id not in theirs and is_named(each, agreement))]
    own.sort(key=lambda each: each.added_at, reverse=True)
    told = [(each.id, f"{each.title} ({day(localtime(each.added_at).date())})") for each in own]
    return [*told, *((each.id, each.title) for each in standing if each not in own)]


class SignForm(StepForm):
    signed_on = DayField(label=_("Signed on"))
    signed_by = LineField(
        label=_("Signed by"), required=True, max_length=500, help_text=_("Names and functions, on both sides.")
    )
    signed_text_evidence_id = RecordChoice(
        label=_("The text that was signed"),
        required=False,
        help_text=_("Keep the text as evidence first, or add the scan; here you say that it is what was signed."),
    )

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        self.choices_of(
            "signed_text_evidence_id", _pieces(dossier, agreement), empty=pgettext("choice", "Not kept here")
        )
        if agreement.starts_on and agreement.starts_on < clock.today():
            self.fields["signed_on"].help_text = _(
                "It holds from %(day)s. What was done from then until the signature was done without a signed text, "
                "and the page goes on saying so."
            ) % {"day": day(agreement.starts_on)}


class NoticeForm(StepForm):
    given_on = DayField(label=_("Notice given on"))
    ends_on = DayField(label=_("Holds up to and including"))
    reason = WordsField(label=_("Who gave notice, and why"), required=True, rows=2)


class RenewForm(StepForm):
    ends_on = DayField(label=_("Holds up to and including"))
    reason = WordsField(label=_("Who decided that, and where it stands"), required=True, rows=2)


class EndForm(StepForm):
    ended_on = DayField(label=_("Its last day"))
    reason = WordsField(label=_("Why it ended"), required=True, rows=2)


class ErasureForm(StepForm):
    evidence_id = RecordChoice(
        label=_("Certificate"), help_text=_("Add it as evidence first; here you say that it is the proof.")
    )
    proved_on = DayField(label=_("Erased or returned on"))

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        self.choices_of("evidence_id", _pieces(dossier, agreement))


class ReviewForm(StepForm):
    reviewed_on = DayField(label=_("Reviewed on"))
    outcome = WordsField(label=_("What was found, and on which evidence"), required=True, rows=2)


class SubProcessorForm(StepForm):
    party_name = LineField(label=_("Sub-processor"), required=True)
    above_id = RecordChoice(label=_("Engaged by"), required=False)
    service = LineField(label=_("For what"))
    country = CountryField(label=_("Country"), help_text=_("Where it works with the data."))
    listed = AnswerField(label=_("The agreement names it"))
    seen_in = LineField(label=_("Where it was seen"), help_text=_("Where the agreement does not name it."))
    notified_on = DayField(label=_("The municipality was told on"), required=False)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        subs = ((each.id, each.party_name) for each in agreement.sub_processors)
        self.choices_of("above_id", subs, empty=pgettext("engaged by", "the processor itself"))


class OneSubForm(StepForm):
    sub_id = RecordChoice(label=_("Sub-processor"))

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        self.choices_of("sub_id", ((each.id, each.party_name) for each in agreement.sub_processors))


class DecideForm(OneSubForm):
    decision = VocabularyField(SubProcessorDecision, label=_("Decision"), required=True)
    reason = WordsField(label=_("Why"), required=True, rows=2)


class RemoveSubForm(OneSubForm):
    reason = WordsField(label=_("Since when, and how you know"), required=True, rows=2)


class PartyForm(StepForm):
    """A step about one of the parties."""

    party_id = RecordChoice(label=_("Participant"))

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        self.choices_of("party_id", ((each.party_id, each.party_name) for each in agreement.parties))


class DutyForm(StepForm):
    duty = VocabularyField(Duty, label=_("Duty"), required=True)
    party_id = RecordChoice(label=_("By whom"), required=False)
    text = WordsField(label=_("How"), rows=2)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        parties = ((each.party_id, each.party_name) for each in agreement.parties)
        self.choices_of("party_id", parties, empty=dossier.organisation.name)


class InstructionForm(StepForm):
    text = WordsField(label=_("What the processor must do"), required=True)


class JoinForm(StepForm):
    party_name = LineField(label=_("Participant"), required=True)
    kind = VocabularyField(PartyKind, label=_("Kind of organisation"))
    joined_on = DayField(label=_("Joined on"))


class AttestForm(PartyForm):
    attested_by = LineField(label=_("Who attests, with function"), required=True)
    attestation = WordsField(label=_("What is attested"), required=True, rows=2)
    evidence_id = RecordChoice(label=_("Evidence"), required=False)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        super().offer(agreement, dossier)
        self.choices_of("evidence_id", _pieces(dossier, agreement), empty=pgettext("evidence", "None"))


class LeaveForm(PartyForm):
    left_on = DayField(label=_("Takes part up to and including"))
    reason = WordsField(label=_("Why, and what becomes of the data"), required=True, rows=2)


class DeviationForm(PartyForm):
    shared_clause_id = RecordChoice(label=_("Shared clause"), required=False)
    clause = LineField(label=_("Or this clause"), help_text=_("Where it is not recorded as a shared clause."))
    shared_text = WordsField(label=_("The shared text"), rows=2, help_text=_("Only beside a clause written above."))
    own_text = WordsField(label=_("The text of this party"), rows=2)
    reason = WordsField(label=_("Reason"), required=True, rows=2)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        super().offer(agreement, dossier)
        self.choices_of("shared_clause_id", _clauses(agreement), empty=pgettext("clause", "Another one"))


class WithdrawDeviationForm(StepForm):
    deviation_id = RecordChoice(label=_("Deviation"))
    reason = WordsField(label=_("Why it no longer departs"), required=True, rows=2)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        self.choices_of("deviation_id", ((d.id, f"{d.party_name}: {d.clause}") for d in agreement.deviations))


class ClauseForm(StepForm):
    """A shared clause that the covenant does not have yet."""

    code = LineField(label=_("Number of the clause"), required=True, max_length=30)
    title = LineField(label=_("Title"))
    text = WordsField(label=_("Text"), rows=4)


class RewriteClauseForm(ReadForm, ClauseForm):
    """A clause as it stands, to be written anew; ``revision`` is that of the agreement as it was read."""

    clause_id = RecordChoice(label=_("Which clause"), widget=forms.HiddenInput)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        self.choices_of("clause_id", _clauses(agreement))
        wanted = self.data.get("clause_id") or self.initial.get("clause_id")
        for each in (clause for clause in agreement.clauses if str(clause.id) == wanted):
            held = {"code": each.code, "title": each.title, "text": each.text}
            self.initial = {"clause_id": str(each.id), "revision": agreement.revision, **held}

    def clean(self) -> dict[str, Any]:
        """Refuse what does not come from the form in which the clause stood: it would empty what nobody saw."""
        if not {"title", "text"} <= self.data.keys():
            raise forms.ValidationError(_("The title and the text of this clause were not shown. Open it again."))
        return self.cleaned_data


class RemoveClauseForm(StepForm):
    clause_id = RecordChoice(label=_("Which clause"))
    reason = WordsField(label=_("Why it is removed"), required=True, rows=2)

    def offer(self, agreement: Agreement, dossier: Dossier) -> None:
        self.choices_of("clause_id", _clauses(agreement))


def _clauses(agreement: Agreement) -> list[tuple[UUID, str]]:
    return [(each.id, " ".join(filter(None, (each.code, each.title)))) for each in agreement.clauses]


class DeleteForm(StepForm):
    reason = WordsField(label=_("Why it is removed"), required=True, rows=2)
