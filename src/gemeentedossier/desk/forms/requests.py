"""What is written of a request: receipt, who asks, search plan, checklist and the parts of the decision."""

from dataclasses import replace
from typing import Any
from zlib import crc32

from django import forms
from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.requests import Entitlement, RequestRefusal
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.fields import AnswerField, DayField, unkept
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import ChosenField, LineField, VocabularyField, WordsField
from gemeentedossier.desk.forms.agreement_steps import RecordChoice
from gemeentedossier.desk.forms.choices import answering, nobody, offer
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import doubt_of
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.entitlement import adult_from
from gemeentedossier.dossier.requests.engine.questions import questions_for
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    Channel,
    IdentityMethod,
    LineKind,
    RepresentationProof,
    RequestQuestion,
)
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, DecisionPart, SearchLine
from gemeentedossier.dossier.snapshot.facts import Dossier

WITHOUT_NAMES = _("Without names or other data of people: those stand in the envelope.")


class RequestForm(ReadForm):
    """What is said of a request; ``revision`` is the one that was read."""

    right = VocabularyField(DataSubjectRight, label=_("Right"), required=True)
    received_on = DayField(
        label=_("Received on"),
        help_text=_("The day on which it came in anywhere in the municipality; every way counts."),
    )
    channel = VocabularyField(Channel, label=_("How it came in"), required=True)
    asks = WordsField(label=_("What is asked"), rows=2, help_text=WITHOUT_NAMES)
    activity_ids = ChosenField("activities", label=_("Processing activities that it is about"))
    asked_by = VocabularyField(AskedBy, label=_("Who asks"), required=True)
    subject_age = forms.IntegerField(
        label=_("Age of the data subject on the day of receipt"),
        required=False,
        min_value=0,
        max_value=130,
        help_text=_("In whole years. Below 12 the representative asks, from 12 to 15 either, from 16 the person."),
    )
    guardianship = AnswerField(label=_("Is there guardianship, administration or mentorship?"))
    proof = VocabularyField(RepresentationProof, label=_("By what is it shown that they may ask for another"))
    identity_method = VocabularyField(
        IdentityMethod,
        label=_("How it was established who asks"),
        help_text=_("Only where there is doubt, and without keeping a copy of a document."),
    )
    identity_on = DayField(label=_("Established on"), required=False)
    handler_id = RecordChoice(label=_("Handled by"), required=False)

    def __init__(self, *args: Any, record: DataSubjectRequest, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(record, name) for name in self.base_fields if hasattr(record, name)}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        fields: Any = self.fields
        fields["handler_id"].offer(answering(dossier, record.handler_id), empty=nobody())
        fields["activity_ids"].choices = [(str(each.id), each.name) for each in dossier.activities]
        fields["activity_ids"].hold(record.activity_ids)


class RequesterForm(forms.Form):
    """Name, address and words of who asks: what goes into the envelope."""

    name = unkept(LineField(label=_("Name")))
    address = unkept(WordsField(label=_("Address"), rows=3))
    email = unkept(forms.EmailField(label=_("E-mail address"), required=False))
    subject_name = unkept(
        LineField(label=_("Name of who it is about"), help_text=_("Only where somebody asks for another."))
    )
    words = unkept(WordsField(label=_("The request in their own words"), rows=4))


class NewRequestForm(RequestForm):
    """A request that just came in, with who asks."""

    name = unkept(LineField(label=_("Name"), help_text=_("Name, address and words go into an encrypted envelope.")))
    address = unkept(WordsField(label=_("Address"), rows=3))
    email = unkept(forms.EmailField(label=_("E-mail address"), required=False))
    subject_name = RequesterForm.base_fields["subject_name"]
    words = RequesterForm.base_fields["words"]
    mark = unkept(
        LineField(
            label=_("Client number or another mark"),
            help_text=_("By which the person is told apart. Only a pseudonym of it is kept."),
        )
    )
    OF_THE_REQUESTER = ("name", "address", "email", "subject_name", "words")

    def parted(self) -> tuple[dict[str, Any], dict[str, str], str]:
        """What the record holds, what the envelope holds, and the mark."""
        said = {key: value for key, value in self.cleaned_data.items() if key in RequestForm.base_fields}
        said.pop("revision", None)
        requester = {key: str(self.cleaned_data.get(key) or "") for key in self.OF_THE_REQUESTER}
        return said, requester, self.cleaned_data["mark"]


class LineForm(ReadForm):
    """What came of one place of the search plan; ``revision`` is the mark of what was read."""

    owner_id = RecordChoice(label=_("Who looks"), required=False)
    asked_on = DayField(label=_("Asked on"), required=False)
    found = AnswerField(label=_("Were data of the person found here?"))
    delivered_on = DayField(
        label=_("Delivered on"), required=False, help_text=_("To who handles the request; nothing is kept here.")
    )
    note = WordsField(label=_("Remark"), rows=2, help_text=WITHOUT_NAMES)
    named_in_answer = AnswerField(label=_("Does the answer name this recipient? (Article 15(1)(c))"))
    told_on = DayField(label=_("Told of the change on (Article 19)"), required=False)
    untold_because = WordsField(label=_("Why telling is impossible or takes disproportionate effort"), rows=2)
    OF_RECIPIENTS = ("named_in_answer", "told_on", "untold_because")

    def __init__(self, *args: Any, line: SearchLine, dossier: Dossier, **options: Any) -> None:
        held = {name: getattr(line, name) for name in self.base_fields if hasattr(line, name)}
        held["revision"] = mark_of(line)
        super().__init__(*args, **{**options, "initial": held})
        fields: Any = self.fields
        fields["owner_id"].offer(answering(dossier, line.owner_id), empty=nobody())
        if line.kind is not LineKind.RECIPIENT:
            for name in self.OF_RECIPIENTS:
                del self.fields[name]


def mark_of(line: SearchLine) -> int:
    """A number that differs where the line does: lines are ticked by many, and each has no revision of its own."""
    return crc32(repr(replace(line, owner="")).encode())


class AnswersForm(ReadForm):
    """The questions of the law about one request."""

    def __init__(self, *args: Any, record: DataSubjectRequest, **options: Any) -> None:
        rules = current_catalogue().entries_of(Entitlement).values()
        asked = questions_for(record, adult_from=adult_from(rules, on=record.received_on))
        held: dict[str, Any] = {each.value: record.answered(each) for each in asked}
        held["revision"] = record.revision
        super().__init__(*args, **{**options, "initial": held})
        for each in asked:
            self.fields[each.value] = AnswerField(label=name_of(each))

    def answers(self) -> dict[RequestQuestion, bool | None]:
        """What was answered, by question."""
        return {RequestQuestion(name): value for name, value in self.cleaned_data.items() if name != "revision"}


class PartForm(ReadForm):
    """A part of the request with what is decided about it."""

    what = WordsField(label=_("Part of the request"), required=True, rows=2, help_text=WITHOUT_NAMES)
    granted = forms.TypedChoiceField(
        label=_("Decision"),
        choices=[("yes", pgettext_lazy("decision", "Granted")), ("no", pgettext_lazy("decision", "Refused"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    refusal = forms.ChoiceField(
        label=_("Ground for refusing"), required=False, help_text=_("Only where it is refused; then it is needed.")
    )
    provision = LineField(
        label=_("Provision of the law"), help_text=_("For erasure: the law that asks to keep the data.")
    )
    reason = WordsField(
        label=_("Why"),
        rows=3,
        help_text=_("Needed where it is refused. For a limitation: why it is necessary and proportionate."),
    )
    factors_weighed = AnswerField(label=_("Were the eight points of UAVG 41(2) weighed?"))

    def __init__(self, *args: Any, part: DecisionPart, refusals: tuple[RequestRefusal, ...], **options: Any) -> None:
        held = {name: getattr(part, name) for name in ("what", "provision", "reason", "factors_weighed")}
        ground = f"{part.refusal}:{part.point}" if part.refusal else ""
        held |= {"granted": "yes" if part.granted else "no", "refusal": ground}
        super().__init__(*args, **{**options, "initial": {**held, **options.get("initial", {})}})
        offer(self, "refusal", [("", pgettext("choice", "None: it is granted")), *_grounds(refusals)])

    calls_optional = False
    """A refusal asks for its ground and its reason, what is granted for neither: the form says so itself."""

    def clean(self) -> dict[str, Any]:
        """A refusal without ground or reason hears of both at once (GDPR 12(4))."""
        said = super().clean() or {}
        if said.get("granted") is False:
            if not said.get("refusal"):
                self.add_error("refusal", gettext("Choose the ground in the law: without it nothing can be refused."))
            if not said.get("reason", "").strip():
                self.add_error("reason", gettext("Write why: who asked must be able to follow it."))
        return said

    def said(self) -> dict[str, Any]:
        """The fields of the part."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("revision", "refusal")}
        refusal, _colon, point = self.cleaned_data["refusal"].partition(":")
        return {**said, "refusal": refusal, "point": point}


def _grounds(refusals: tuple[RequestRefusal, ...]) -> list[tuple[str, str]]:
    """Each ground, and where it has points each of these; what is not verified says so."""
    language, found = get_language() or "nl", []
    for each in refusals:
        doubt, called = doubt_of(each.status), each.name.in_language(language)
        name = f"{called} [{doubt}]" if doubt else called
        if not each.points:
            found.append((f"{each.id}:", name))
        for point in each.points:
            found.append((f"{each.id}:{point.letter}", f"{name}: {point.letter}, {point.text.in_language(language)}"))
    return found
