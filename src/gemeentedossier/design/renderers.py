"""Renders every Django form in the markup of the design system."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import get_template

DJANGO = "django/forms/"
OURS = "design/forms/"


class DesignRenderer(TemplatesSetting):
    """Takes a form's template from design/forms when it is there, else the one of Django."""

    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/field.html"

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith(DJANGO):
            try:
                return get_template(OURS + template_name.removeprefix(DJANGO))
            except TemplateDoesNotExist:
                pass
        return super().get_template(template_name)
