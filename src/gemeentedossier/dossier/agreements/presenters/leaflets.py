"""What is said of a leaflet wherever it is shown: whether it is whole, until when it holds, and what it answers."""

import datetime as dt
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Definition
from gemeentedossier.dossier.agreements.engine.leaflets import QUESTIONS, is_asked_again_on, is_overdue_on, missing_in
from gemeentedossier.dossier.agreements.facts import Leaflet


def term_badge(leaflet: Leaflet, today: dt.date) -> Badge:
    """Until when it may be relied on, and whether a new one is asked."""
    if leaflet.valid_until is None:
        return Badge(word=pgettext("leaflet", "No last day"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    told = {"day": date_format(leaflet.valid_until, "j F Y")}
    if is_overdue_on(leaflet, today):
        return Badge(word=_("Ran out on %(day)s") % told, tone=Tone.ALARM, shape=Shape.CLOCK)
    if is_asked_again_on(leaflet, today):
        return Badge(word=_("Runs out on %(day)s") % told, tone=Tone.NOTE, shape=Shape.CLOCK)
    return Badge(word=_("Holds until %(day)s") % told, tone=Tone.GOOD, shape=Shape.CHECK)


def told_badge(leaflet: Leaflet, lint: Lint) -> Badge:
    """Whether every question has an answer."""
    missing = len(missing_in(leaflet, lint))
    if not missing:
        return Badge(word=pgettext("leaflet", "Whole"), tone=Tone.GOOD, shape=Shape.CHECK)
    word = ngettext("%(count)s question is open", "%(count)s questions are open", missing) % {"count": missing}
    return Badge(word=word, tone=Tone.OPEN, shape=Shape.HOLLOW)


def answers_said(leaflet: Leaflet, lint: Lint, *, language: str, missing: str) -> Iterator[Definition]:
    """Each question with what the party says; ``missing`` stands where it says nothing.

    A blank that was left in place is no answer, and is told.
    """
    open_ones = missing_in(leaflet, lint)
    for field, question in QUESTIONS.items():
        words, is_open = getattr(leaflet, field).strip(), field in open_ones
        instead = _("“%(words)s” is no answer yet") % {"words": words} if is_open and words else missing
        yield Definition(term=question.in_language(language), texts=() if is_open else (words,), missing=instead)
