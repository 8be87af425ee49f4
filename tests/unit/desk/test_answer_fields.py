"""Empty fields of answers are written once, each under names of its own; what was answered stands in its own form."""

from django.utils import translation

from gemeentedossier.desk.forms.activity.steps import AnswerForm
from gemeentedossier.desk.templatetags.answering import answer_fields


def fields(name: str, form: AnswerForm | None = None, *, language: str = "en") -> str:
    with translation.override(language):
        return str(answer_fields(name, form))


def test_empty_fields_are_those_of_a_form_of_their_own() -> None:
    assert fields("answer-a-1") == fields("answer-a-1", AnswerForm(auto_id="answer-a-1-%s"))


def test_each_answer_has_names_of_its_own() -> None:
    assert 'for="answer-a-1-explanation"' in fields("answer-a-1")
    assert 'for="answer-b-2-explanation"' in fields("answer-b-2")
    assert "answer-a-1" not in fields("answer-b-2")


def test_they_are_in_the_language_of_who_reads() -> None:
    assert "Your answer" in fields("answer-a-1")
    assert "Uw antwoord" in fields("answer-a-1", language="nl")


def test_what_was_answered_before_stands_in_them() -> None:
    assert "Omdat" in fields("answer-a-1", AnswerForm(initial={"explanation": "Omdat"}, auto_id="answer-a-1-%s"))
    assert "Omdat" not in fields("answer-a-1")


def test_a_name_is_no_markup() -> None:
    assert "<script>" not in fields('answer-"><script>')
