"""The words and shapes of closed vocabularies: one place, so that a state is called the same on every page."""

from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState


def record_state(state: RecordState) -> str:
    """The state of the record in words."""
    return {
        RecordState.CONCEPT: pgettext("record", "Concept"),
        RecordState.UNDER_REVIEW: pgettext("record", "Under review"),
        RecordState.ADOPTED: pgettext("record", "Adopted"),
        RecordState.PUBLISHED: pgettext("record", "Published"),
        RecordState.REPLACED: pgettext("record", "Replaced"),
    }[state]


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


def processing_state(state: ProcessingState | None) -> str:
    """The state of the processing in words."""
    if state is None:
        return pgettext("processing", "Not recorded")
    return {
        ProcessingState.PLANNED: pgettext("processing", "Planned"),
        ProcessingState.IN_USE: pgettext("processing", "In use"),
        ProcessingState.ENDED: pgettext("processing", "Ended"),
    }[state]
