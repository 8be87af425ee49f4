"""A form field for a moment: a day with its time in the Netherlands, also where the clock shows that time twice."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gemeentedossier.design.fields import DAY_FORMATS, DayField, DayInput

_WAYS = (f"{day}{between}{time}" for between in (" ", ", ") for time in ("%H:%M", "%H.%M") for day in DAY_FORMATS)
MOMENT_FORMATS = (*_WAYS, "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S")
"""How a moment may be written on one line; the first is how it is shown."""
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST, SECOND = "0", "1"
EARLIEST = dt.date(1900, 1, 1)
"""What lies before it is a slip of the pen; the database cannot give back the first hours of the year 1."""


class MomentField(forms.MultiValueField):
    """A date and a time; a date alone is refused, because the law counts hours. Cleans to an aware moment, or None.

    In the hour that occurs twice in October it asks which of the two; a time that the clock skips in March is refused.
    """

    default_error_messages = {
        "incomplete": _("Give both the date and the time: the law counts hours, so a day alone is not enough."),
        "invalid": _("This is no date with a time. Write day, month and year, and the time, such as 31-01-2026 16:20."),
        "twice": _("In this night the clock was put back, so this time came twice. Say which of the two it was."),
        "never": _("In this night the clock was put forward, so this time did not exist. Correct the time."),
    }

    def __init__(self, **options: Any) -> None:
        fields = (
            DayField(required=False, earliest=EARLIEST),
            _time(),
            forms.ChoiceField(choices=CHOICES, required=False),
        )
        super().__init__(**{"fields": fields, "require_all_fields": False, "widget": MomentWidget(), **options})

    def clean(self, value: Any) -> Any:
        day, time, which = ([*value, "", "", ""] if isinstance(value, list | tuple) else ["", "", ""])[:3]
        if not day and not time:
            return super().clean(["", "", ""])
        if not day or not time:
            raise forms.ValidationError(self.error_messages["incomplete"], code="incomplete")
        return super().clean([day, time, which])

    def compress(self, data_list: list[Any]) -> dt.datetime | None:
        if not data_list or not data_list[0] or data_list[1] is None:
            return None
        shown = dt.datetime.combine(data_list[0], data_list[1])
        found = moments_of(shown)
        if not found:
            raise forms.ValidationError(self.error_messages["never"], code="never")
        if len(found) > 1 and data_list[2] not in (FIRST, SECOND):
            raise forms.ValidationError(self.error_messages["twice"], code="twice")
        return found[int(data_list[2] or FIRST) if len(found) > 1 else 0]


CHOICES = (
    ("", pgettext_lazy("which of two hours", "Choose one")),
    (FIRST, pgettext_lazy("which of two hours", "the first, in summer time")),
    (SECOND, pgettext_lazy("which of two hours", "the second, in winter time")),
)


def moments_of(shown: dt.datetime) -> tuple[dt.datetime, ...]:
    """The moments at which the clock in the Netherlands shows this: one, two in October, none in March."""
    both = [shown.replace(tzinfo=AMSTERDAM, fold=fold) for fold in (0, 1)]
    if both[0].utcoffset() == both[1].utcoffset():
        return (both[0],)
    back = both[0].astimezone(dt.UTC).astimezone(AMSTERDAM).replace(tzinfo=None, fold=0)
    return tuple(both) if back == shown.replace(fold=0) else ()


class _Time(forms.TimeInput):
    """A multiple widget includes the templates of its parts by name, past the renderer; so they name ours."""

    template_name = "design/forms/widgets/time.html"


class _Which(forms.Select):
    template_name = "design/forms/widgets/select.html"


_OF_TIME = {"class": "gd-day__text", "autocomplete": "off", "aria-label": _("Time")}


class MomentWidget(forms.MultiWidget):
    """A date, a time and, only in the hour that occurs twice, which of the two."""

    template_name = "django/forms/widgets/multiwidget.html"

    def __init__(self) -> None:
        super().__init__(
            [
                DayInput(attrs={"aria-label": _("Date")}),
                _Time(attrs=dict(_OF_TIME), format="%H:%M"),
                _Which(choices=CHOICES, attrs={"aria-label": _("Which of the two")}),
            ]
        )

    def decompress(self, value: Any) -> list[Any]:
        if not isinstance(value, dt.datetime):
            return [None, None, ""]
        local = value.astimezone(AMSTERDAM)
        return [local.date(), local.time(), str(local.fold)]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        parts = value if isinstance(value, list) else self.decompress(value)
        if not _is_twice(parts):
            context["widget"]["subwidgets"] = context["widget"]["subwidgets"][:2]
        return context


def _is_twice(parts: list[Any]) -> bool:
    try:
        day, time = DayField(required=False).clean(parts[0]), _time().clean(parts[1])
    except forms.ValidationError:
        return False
    return day is not None and time is not None and len(moments_of(dt.datetime.combine(day, time))) > 1


def _time() -> forms.TimeField:
    """A time of day in hours and minutes; the seconds that a browser adds are read too."""
    return forms.TimeField(required=False, input_formats=("%H:%M", "%H.%M", "%H:%M:%S"))
