"""Which terms somebody looks for."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.desk.forms.choices import offer, offer_or_all
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agenda import OF_LAW, OF_OUR_OWN, Agenda, in_order, state_word
from gemeentedossier.desk.presenters.weeks import Week, week_word, weeks_from
from gemeentedossier.method.engine.term_words import PARTS
from gemeentedossier.method.enums import DutyPart, DutyState
from gemeentedossier.method.facts import Duty

MINE, EVERYBODY = "mine", "everybody"


class AgendaFilter(forms.Form):
    """Filters of the agenda; what is left empty does not matter."""

    whose = forms.ChoiceField(label=pgettext_lazy("term", "For"), required=False)
    part = forms.ChoiceField(label=_("Part"), required=False)
    term = forms.ChoiceField(label=_("Kind of term"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    week = forms.ChoiceField(label=pgettext_lazy("term", "In the week"), required=False)

    def __init__(self, data: Any, *, only_own: bool, today: dt.date) -> None:
        chosen = data.copy()
        chosen.setdefault("whose", MINE if only_own else EVERYBODY)
        super().__init__(chosen)
        offer(
            self,
            "whose",
            [(EVERYBODY, pgettext("terms of whom", "Everybody")), (MINE, pgettext("terms of whom", "Me"))],
        )
        spoken = language()
        offer_or_all(self, "part", ((each.value, capfirst(PARTS[each].in_language(spoken))) for each in DutyPart))
        kinds = {
            OF_LAW: pgettext("kind of term", "Of the law"),
            OF_OUR_OWN: pgettext("kind of term", "Term of our own"),
        }
        offer_or_all(self, "term", kinds.items())
        offer_or_all(self, "state", ((each.value, state_word(each)) for each in DutyState))
        offer_or_all(self, "week", ((str(each), week_word(each)) for each in weeks_from(today)))

    def found_in(self, agenda: Agenda) -> tuple[Duty, ...]:
        """Those that fit; a value that does not exist counts as not chosen."""
        self.is_valid()
        wanted = self.cleaned_data
        every: Iterable[Duty] = agenda.own if wanted.get("whose") == MINE else agenda.duties
        found = (
            each
            for each in every
            if wanted.get("part", "") in ("", each.part.value)
            and wanted.get("term", "") in ("", OF_LAW if each.is_legal else OF_OUR_OWN)
            and wanted.get("state", "") in ("", agenda.state(each).value)
            and wanted.get("week", "") in ("", _week_that_asks(agenda, each))
        )
        return in_order(agenda, found)


def _week_that_asks(agenda: Agenda, duty: Duty) -> str:
    """The week of a term that is still ahead; none of what is past."""
    past = agenda.state(duty) in (DutyState.OVERDUE, DutyState.ENDED)
    return "past" if past else str(Week.of(duty.on))
