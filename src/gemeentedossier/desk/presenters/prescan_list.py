"""The list of pre-scans: each activity with what its facts give and why, narrowed to one outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.facts.assessments import GroundKind
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.parts import Cell, Row, Tab, Table
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.prescans import in_words, standing_badge, verdict_badge
from gemeentedossier.desk.presenters.security import table
from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import PrescanResult, Reopened, prescan_result, reopened
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import Prescan
from gemeentedossier.dossier.snapshot.engine.derived import Derived
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_GROUNDS: Mapping[GroundKind, StrOrPromise] = {
    GroundKind.STATUTORY_CASE: gettext_lazy("Case of GDPR 35(3)"),
    GroundKind.NEW_LEGISLATION: gettext_lazy("New legislation"),
    GroundKind.AUTHORITY_LIST: gettext_lazy("On the supervisor's list"),
    GroundKind.EUROPEAN_CRITERIA: gettext_lazy("European criteria"),
}
Scanned = tuple[Activity, Prescan | None, PrescanResult, Reopened | None]
"""An activity with its pre-scan, what its facts give, and what changed since it was decided."""


def scanned(around: Around, activity: Activity) -> Scanned:
    """Return an activity with its pre-scan and what its facts give."""
    known = around.prescans.get(activity.id)
    result = prescan_result(activity, known, around)
    return activity, known, result, reopened(known, result) if known else None


def _urgency(found: Scanned) -> tuple[int, str]:
    activity, known, _result, changed = found
    if changed:
        return (0 if changed.flips else 1), activity.name
    return (2 if known is None or known.decision is None else 3), activity.name


def _every(dossier: Dossier, catalogue: Catalogue) -> tuple[Scanned, ...]:
    """The activities that run or will, with what their facts give; the most urgent first."""
    around = around_of(dossier, catalogue)
    runs = (each for each in dossier.activities if each.processing_state is not ProcessingState.ENDED)
    return tuple(sorted((scanned(around, each) for each in runs), key=_urgency))


_EVERY = Derived(_every)


def scanned_in(dossier: Dossier, catalogue: Catalogue) -> tuple[Scanned, ...]:
    """Return every activity that runs or will, the most urgent first; worked out once of a dossier that is kept."""
    return _EVERY.of(dossier, catalogue)


class Lot(StrEnum):
    """What the list of pre-scans can be narrowed to."""

    CHANGED = "changed"
    LAW = "law"
    GUIDANCE = "guidance"
    RECOMMENDED = "recommended"
    NOT_REQUIRED = "not-required"
    OPEN = "open"


def lots_of(scanned: Scanned) -> tuple[Lot, ...]:
    """The lots that an activity stands in: one by what its facts give, and that these changed since a decision."""
    _activity, _prescan, result, changed = scanned
    if result.rests_on_guidance:
        lot = Lot.GUIDANCE
    elif result.verdict is None:
        lot = Lot.OPEN
    else:
        lot = {
            PrescanVerdict.REQUIRED: Lot.LAW,
            PrescanVerdict.RECOMMENDED: Lot.RECOMMENDED,
            PrescanVerdict.NOT_REQUIRED: Lot.NOT_REQUIRED,
        }[result.verdict]
    return (Lot.CHANGED, lot) if changed else (lot,)


def lot_tabs(every: Sequence[Scanned], chosen: str) -> tuple[Tab, ...]:
    """Each lot with its number, and the way to all."""
    counts = Counter(lot for each in every for lot in lots_of(each))
    labels = {
        Lot.CHANGED: _("Decide anew"),
        Lot.LAW: _("Asked by law or list"),
        Lot.GUIDANCE: pgettext("pre-scan", "DPIA needed as a rule"),
        Lot.RECOMMENDED: name_of(PrescanVerdict.RECOMMENDED),
        Lot.NOT_REQUIRED: name_of(PrescanVerdict.NOT_REQUIRED),
        Lot.OPEN: pgettext("pre-scan", "To be determined"),
    }
    first = Tab(label=pgettext("pre-scans", "All"), url="?", current=not chosen, count=len(every))
    others = (
        Tab(label=label, url=f"?lot={lot}", current=chosen == lot, count=counts[lot]) for lot, label in labels.items()
    )
    return (first, *others)


def prescans_table(slug: str, scanned: Iterable[Scanned], catalogue: Catalogue, *, language: str) -> Table | None:
    """Activities with what the facts give and why, and what was decided."""
    rows = tuple(
        Row(
            cells=(
                Cell(text=activity.name, url=reverse("desk:prescan", args=[slug, activity.id])),
                Cell(badge=verdict_badge(result)),
                Cell(text=why_said(result, catalogue, language=language)),
                Cell(badge=standing_badge(prescan, result, reopened)),
                Cell(text=activity.owner),
            )
        )
        for activity, prescan, result, reopened in scanned
    )
    labels = (
        pgettext("column", "Activity"),
        _("What the facts give"),
        pgettext("column", "Why"),
        _("Decision"),
        pgettext("column", "Process owner"),
    )
    return table(_("Pre-scans"), labels, rows)


def why_said(result: PrescanResult, catalogue: Catalogue, *, language: str) -> str:
    """The weightiest reason in a cell, or what is to be answered before there is one."""
    if result.awaited:
        names = ", ".join(each.in_language(language) for each in result.awaited)
        return _("To answer: %(names)s") % {"names": names}
    if not result.grounds:
        return _("No reason for an assessment was found")
    found = in_words(result.grounds[0], catalogue, language)
    if found.outcome.ground is GroundKind.SCORE:
        return _("Score of central government: %(score)d") % {"score": result.score}
    named = ", ".join(each for each in found.found if each != "ja")
    return f"{_GROUNDS[found.outcome.ground]}: {named}" if named else str(_GROUNDS[found.outcome.ground])
