"""What a form says where nothing was written: the reason, and what somebody else recorded since it was opened."""

from django.forms import Form
from django.utils.html import format_html
from django.utils.translation import gettext as _

from gemeentedossier.design.meanwhile import show_theirs
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused


def refused(form: Form, refusal: Refused, *, history: str = "") -> None:
    """Say in the form why nothing was written; where somebody saved meanwhile, beside each field what stands there now.

    ``history`` is where stands who that was, and when.
    """
    if not isinstance(refusal, EditedMeanwhile):
        form.add_error(None, str(refusal))
        return
    told = _("Its history says who that was, and when.")
    form.add_error(None, format_html('{} <a href="{}">{}</a>', refusal, history, told) if history else str(refusal))
    show_theirs(form)
