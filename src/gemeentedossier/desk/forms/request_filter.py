"""Which requests somebody looks for."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.desk.forms.activity.fields import LineField
from gemeentedossier.desk.forms.choices import offer_or_all, quarters
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.in_time import answered_words
from gemeentedossier.desk.presenters.quarters import Quarter
from gemeentedossier.desk.presenters.requests import RequestSight
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.enums import Answered
from gemeentedossier.dossier.requests.facts import DataSubjectRequest


class Standing(StrEnum):
    """How requests stand, as people ask after them."""

    OPEN = "open"
    LATE = "late"
    """The last day passed without an answer."""
    TOLD_LATE = "told_late"
    CLOSED = "closed"


class RequestFilter(forms.Form):
    """Filters of the list of requests; what is left empty does not matter."""

    q = LineField(label=_("Number or words"))
    state = forms.ChoiceField(label=_("State"), required=False)
    answered = forms.ChoiceField(label=_("Answer"), required=False)
    right = forms.ChoiceField(label=_("Right"), required=False)
    year = forms.ChoiceField(label=_("Received in"), required=False)
    quarter = forms.ChoiceField(label=_("Quarter"), required=False)

    def __init__(self, *args: Any, years: Iterable[int], **options: Any) -> None:
        super().__init__(*args, **options)
        words = {
            Standing.OPEN: pgettext("requests", "Open"),
            Standing.LATE: pgettext("requests", "Open and past the last day"),
            Standing.TOLD_LATE: pgettext("requests", "Answered too late"),
            Standing.CLOSED: pgettext("requests", "Closed"),
        }
        offer_or_all(self, "state", ((each.value, word) for each, word in words.items()))
        offer_or_all(self, "answered", answered_words().items())
        offer_or_all(self, "right", ((each.value, name_of(each)) for each in DataSubjectRight))
        offer_or_all(self, "year", ((str(each), str(each)) for each in sorted(years, reverse=True)))
        offer_or_all(self, "quarter", quarters())

    @property
    def is_narrowed(self) -> bool:
        """Whether something was chosen."""
        self.is_valid()
        return any(self.cleaned_data.values())

    def found_in(self, sight: RequestSight, requests: Iterable[DataSubjectRequest]) -> tuple[DataSubjectRequest, ...]:
        """Those that fit; a value that does not exist counts as not chosen."""
        self.is_valid()
        return tuple(each for each in requests if self._fits(sight, each))

    def _fits(self, sight: RequestSight, request: DataSubjectRequest) -> bool:
        wanted = self.cleaned_data
        words = f"{request.number} {request.asks} {request.handler} {' '.join(_names(sight, request))}".casefold()
        return (
            all(each in words for each in wanted.get("q", "").casefold().split())
            and wanted.get("right", "") in ("", request.right.value)
            and wanted.get("year", "") in ("", str(request.received_on.year))
            and wanted.get("quarter", "") in ("", str(Quarter.of(request.received_on).number))
            and wanted.get("answered", "") in ("", sight.answered(request).value)
            and wanted.get("state", "") in ("", *standings(sight, request))
        )


def standings(sight: RequestSight, request: DataSubjectRequest) -> frozenset[str]:
    """The states that a request is in."""
    over = sight.answered(request) is Answered.LATE
    found = {
        Standing.OPEN: request.is_open,
        Standing.LATE: request.is_open and request.told_on is None and over,
        Standing.TOLD_LATE: request.told_on is not None and over,
        Standing.CLOSED: not request.is_open,
    }
    return frozenset(each.value for each, is_so in found.items() if is_so)


def _names(sight: RequestSight, request: DataSubjectRequest) -> Iterable[str]:
    return (each.name for each in sight.activities(request))
