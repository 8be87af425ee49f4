"""The fields of an answer, of which the page of an activity shows dozens that differ in the names of their elements."""

from functools import lru_cache

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from gemeentedossier.desk.forms.activity.steps import AnswerForm

register = template.Library()
SOMEBODY = "answer-of-somebody"
"""Stands for the name in the fields that are written once."""


@register.simple_tag
def answer_fields(name: str, form: AnswerForm | None) -> SafeString:
    """The fields of the answer of this name. Empty ones are written once, and each answer gets its own names."""
    if form is not None:
        return _written(form)
    return SafeString(_empty(get_language()).replace(SOMEBODY, escape(name)))


@lru_cache(maxsize=8)
def _empty(language: str | None) -> SafeString:
    return _written(AnswerForm(auto_id=f"{SOMEBODY}-%s"))


def _written(form: AnswerForm) -> SafeString:
    """What is wrong, and the fields, each in its own template."""
    return SafeString(str(form))
