"""The words and shapes of closed vocabularies: one place, so that a state is called the same on every page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

RECORD_STATES: Mapping[RecordState, StrOrPromise] = {
    RecordState.CONCEPT: pgettext_lazy("record", "Concept"),
    RecordState.UNDER_REVIEW: pgettext_lazy("record", "Under review"),
    RecordState.ADOPTED: pgettext_lazy("record", "Adopted"),
    RecordState.PUBLISHED: pgettext_lazy("record", "Published"),
    RecordState.REPLACED: pgettext_lazy("record", "Replaced"),
}


def record_state(state: RecordState) -> str:
    """The state of the record in words."""
    return str(RECORD_STATES[state])


def record_state_badge(state: RecordState) -> Badge:
    """The state of the record as a badge."""
    tone, shape = {
        RecordState.CONCEPT: (Tone.QUIET, Shape.PENCIL),
        RecordState.UNDER_REVIEW: (Tone.NOTE, Shape.HALF),
        RecordState.ADOPTED: (Tone.GOOD, Shape.CHECK),
        RecordState.PUBLISHED: (Tone.GOOD, Shape.CHECK),
        RecordState.REPLACED: (Tone.QUIET, Shape.DASH),
    }[state]
    return Badge(word=record_state(state), tone=tone, shape=shape)


PROCESSING_STATES: Mapping[ProcessingState, StrOrPromise] = {
    ProcessingState.PLANNED: pgettext_lazy("processing", "Planned"),
    ProcessingState.IN_USE: pgettext_lazy("processing", "In use"),
    ProcessingState.ENDED: pgettext_lazy("processing", "Ended"),
}


def processing_state(state: ProcessingState | None) -> str:
    """The state of the processing in words."""
    if state is None:
        return pgettext("processing", "Not recorded")
    return str(PROCESSING_STATES[state])
