"""A term is written once, and never for another language or another token."""

from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext_lazy

from gemeentedossier.design import parts


def written(*told: parts.Definition, language: str = "en", **values: object) -> str:
    with translation.override(language):
        return Template("{% load design %}{% definitions told %}").render(Context({"told": told, **values}))


def test_a_term_without_value_says_so_in_each_language() -> None:
    unknown = parts.Definition(term=gettext_lazy("Yes"))
    said = [written(unknown, language=language) for language in ("en", "nl", "en")]
    assert ["<dt>Yes</dt>" in each for each in said] == [True, False, True]
    assert ["Not recorded yet" in each for each in said] == [True, False, True]


def test_another_value_is_written_anew() -> None:
    assert "<dd>Oak</dd>" in written(parts.Definition(term="Kind", texts=("Oak",)))
    assert "<dd>Elm</dd>" in written(parts.Definition(term="Kind", texts=("Elm",)))


def test_a_button_beside_a_term_carries_the_token_of_its_own_answer() -> None:
    posts = parts.Definition(term="Kind", action=parts.Action(label="Mend", url="/mend/", posts=True))
    said = [written(posts, csrf_token=token) for token in ("k1", "k2")]
    assert ["k1" in each for each in said] == [True, False]
    assert ["k2" in each for each in said] == [False, True]
