"""A page on which something is wrong says so first of all in its title, whatever its form is called."""

from django import template
from django.forms import BaseForm, BoundField
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

register = template.Library()
WRONG = (" data-focus>", 'class="gd-error"', 'class="gd-error ')
"""What a summary of faults and the sentence at a field are written with; no words of a person can look like it."""
TITLE = "<title>"


class _Page(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        page = self.nodelist.render(context)
        if not any(each in page for each in WRONG):
            return page
        told = pgettext("before the title of a page", "Error:")
        return mark_safe(page.replace(TITLE, f"{TITLE}{told} ", 1))  # noqa: S308 - our own words, in a page that is escaped


@register.tag
def faults_in_title(parser: Parser, token: Token) -> template.Node:
    """Around a whole page: its title begins with “Error:” where a form of it says that something is wrong."""
    nodelist = parser.parse(("endfaults_in_title",))
    parser.delete_first_token()
    return _Page(nodelist)


@register.filter
def faults_of(form: BaseForm) -> tuple[tuple[BoundField, str], ...]:
    """Each sentence that stands at a field, with that field."""
    return tuple((field, str(error)) for field in form.visible_fields() for error in field.errors)
