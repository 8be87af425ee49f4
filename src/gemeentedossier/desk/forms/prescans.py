"""What a person answers in the pre-scan, and decides on it."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from gemeentedossier.catalogue.facts.assessments import AuthorityListItem, PrescanQuestion, QuestionKind
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.norms import ScreeningCriterion
from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.activity.fields import VocabularyField, WordsField
from gemeentedossier.desk.forms.risks import ask
from gemeentedossier.dossier.risks.engine.prescan import NONE
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import Prescan

Values = tuple[str, ...]
UNKNOWN = ("", pgettext("choice", "Not known yet"))


class PrescanForm(ReadForm):
    """The questions that a person answers, each as a field by its id."""

    def __init__(
        self,
        *args: Any,
        asked: tuple[PrescanQuestion, ...],
        prescan: Prescan | None,
        catalogue: Catalogue,
        **options: Any,
    ) -> None:
        given = {each.question: each.values for each in prescan.answers} if prescan else {}
        super().__init__(*args, **{**options, "initial": {"revision": prescan.revision if prescan else 0}})
        self.asked = asked
        for question in asked:
            self.fields[question.id] = _field(question, catalogue)
            self.initial[question.id] = _initial(question, given.get(question.id))

    def answers(self) -> dict[PrescanQuestion, Values]:
        """What was answered; a question without values is open."""
        return {question: _values(question, self.cleaned_data[question.id]) for question in self.asked}


class PrescanDecisionForm(ReadForm):
    """Whether an assessment is done."""

    decision = VocabularyField(PrescanVerdict, label=_("Decision"), required=True)
    because = WordsField(label=_("Why"), rows=3, help_text=_("Needed where you decide otherwise than the facts give."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ask(self, "decision", PrescanVerdict)


def _field(question: PrescanQuestion, catalogue: Catalogue) -> forms.Field:
    language = get_language() or "nl"
    told: dict[str, Any] = {"label": question.asks.in_language(language), "required": False}
    if question.kind is QuestionKind.NUMBER:
        return forms.IntegerField(min_value=0, max_value=2_000_000_000, **told)
    if question.kind is QuestionKind.YES_NO:
        yes_no = [("yes", pgettext("answer", "Yes")), ("no", pgettext("answer", "No"))]
        return forms.ChoiceField(choices=[UNKNOWN, *yes_no], **told)
    if question.kind is QuestionKind.ONE:
        named = [(each.id, each.name.in_language(language)) for each in question.options]
        return forms.ChoiceField(choices=[UNKNOWN, *named], **told)
    none = (NONE, pgettext("choice", "None of these"))
    return forms.MultipleChoiceField(
        choices=[*_several(question, catalogue, language), none],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "desk-pick"}),
        **told,
    )


def _several(question: PrescanQuestion, catalogue: Catalogue, language: str) -> list[tuple[str, str]]:
    """What can be ticked: the supervisor's list with its thresholds, or the nine criteria."""
    if question.filled_by == "authority_list":
        items = sorted(catalogue.entries_of(AuthorityListItem).values(), key=lambda each: each.number)
        return [(i.id, f"{i.name.in_language(language)} ({i.threshold.in_language(language)})") for i in items]
    if question.filled_by == "european_criteria":
        found = sorted(catalogue.entries_of(ScreeningCriterion).values(), key=lambda each: each.number)
        return [(each.value, each.name.in_language(language)) for each in found]
    return [(each.id, each.name.in_language(language)) for each in question.options]


def _initial(question: PrescanQuestion, values: Values | None) -> object:
    if question.kind is QuestionKind.SEVERAL:
        return list(values or ())
    return values[0] if values else None


def _values(question: PrescanQuestion, cleaned: Any) -> Values:
    if question.kind is QuestionKind.SEVERAL:
        return tuple(cleaned)
    return () if cleaned in (None, "") else (str(cleaned),)
