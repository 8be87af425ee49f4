"""When something may be recorded of a system, a digital tool or a measure. Each refusal is a sentence."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets.enums import ToolState
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.foundation.errors import Refused


def check_system(system: System, *, today: dt.date) -> None:
    """Raises Refused where the system contradicts its own form."""
    if not system.name.strip():
        raise Refused(_("Give the system a name."))
    if (system.oldest_record_on is None) != (system.oldest_record_measured_on is None):
        raise Refused(_("Give both the date of the oldest record and the day on which that was measured."))
    oldest, measured = system.oldest_record_on, system.oldest_record_measured_on
    if oldest and measured and measured < oldest:
        raise Refused(_("The oldest record is younger than the measurement of it. Correct one of the two dates."))
    _check_happened((measured, system.accounts_reviewed_on, system.recovery_tested_on), today=today)


def check_tool(tool: Tool) -> None:
    """Raises Refused for a tool without a name, and for an entry in the algorithm register that is no web address."""
    if not tool.name.strip():
        raise Refused(_("Give the tool a name."))
    if tool.algorithm_entry and not tool.algorithm_entry.startswith(("https://", "http://")):
        raise Refused(_("Give the whole address of the entry in the algorithm register, beginning with https://."))


def check_tool_judgement(
    state: ToolState, *, conditions: str, reviewed_on: dt.date, reason: str, today: dt.date
) -> None:
    """Raises Refused for a judgement without a reason, on conditions that nobody wrote, or of a day still to come."""
    if not reason.strip():
        raise Refused(_("Say why people may or may not work with this tool."))
    if state is ToolState.ALLOWED_ON_CONDITIONS and not conditions.strip():
        raise Refused(_("Write down the conditions: who works with the tool must be able to keep them."))
    _check_happened((reviewed_on,), today=today)


def check_measure(measure: Measure, *, known: Iterable[str], today: dt.date) -> None:
    """Raises Refused where the measure contradicts its own form; ``known`` are the numbers of the baseline."""
    if not measure.name.strip():
        raise Refused(_("Give the measure a name."))
    strange = sorted(set(measure.baseline) - set(known))
    if strange:
        raise Refused(
            _("“%(number)s” is no control or measure of BIO2 1.3. Choose a number from the list.")
            % {"number": strange[0]}
        )
    if bool(measure.result.strip()) != (measure.measured_on is not None):
        raise Refused(_("Write down both what was seen and the day on which that was."))
    _check_happened((measure.measured_on, measure.repeated_incident_on), today=today)


def check_shows(piece: Evidence, measure: Measure, *, shown_by: Mapping[UUID, tuple[str, ...]], today: dt.date) -> None:
    """Raises Refused for evidence that no longer stands; ``shown_by`` names the measures that it shows already."""
    if piece.stands_on(today):
        return
    others = ", ".join(name for name in shown_by.get(piece.id, ()) if name != measure.name)
    if others:
        raise Refused(
            _("“%(title)s” belongs to %(others)s and no longer stands. Add evidence of this measure itself.")
            % {"title": piece.title, "others": others}
        )
    raise Refused(
        _("“%(title)s” is no longer valid, was withdrawn or is lost. Add newer evidence.") % {"title": piece.title}
    )


def _check_happened(days: Iterable[dt.date | None], *, today: dt.date) -> None:
    if any(day and day > today for day in days):
        raise Refused(_("That day is still to come. Give the day on which it happened."))
