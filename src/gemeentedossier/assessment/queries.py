"""Reading assessments: the door for other rooms. Whoever needs the whole dossier judged comes through ``judged_of``."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess_activity, whole_anew
from gemeentedossier.assessment.engine.subjects.copies import Copies, forget_texts
from gemeentedossier.assessment.facts import Assessment, Judged
from gemeentedossier.assessment.past import Past
from gemeentedossier.assessment.reasoned import Reasoned
from gemeentedossier.assessment.standing import Standing, judge_once
from gemeentedossier.catalogue.queries import catalogue_at, current_catalogue
from gemeentedossier.dossier.evidence.actions.evidence import notice_files, unseen
from gemeentedossier.dossier.evidence.tasks import WATCH
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.kept import DOSSIERS
from gemeentedossier.dossier.snapshot.queries import dossier_at, dossier_of
from gemeentedossier.foundation.models import Municipality

_STANDING = Standing(DOSSIERS)
_PAST = Past()
_REASONED = Reasoned()


def judged_of(municipality: Municipality, *, moment: dt.datetime | None = None) -> Judged:
    """Return the dossier with its findings, as it is now or as it was known at a moment; inside the scope.

    That of now is kept between requests (``standing``); a past moment is read and judged by itself, with the catalogue
    in use then, and kept a while (``past``). The one thing that it records is that a file of the evidence went or came
    back: nothing else tells the program of that, and what is gone shows nothing.
    """
    if moment is not None:
        return _PAST.of(municipality, catalogue_at(moment), moment=moment)
    judged = _STANDING.of(municipality, current_catalogue())
    if (evidence := unseen(judged.dossier.evidence)) is not None:
        return judge_once(replace(judged.dossier, evidence=evidence), current_catalogue())
    if notice_files(judged.dossier.evidence, by=WATCH):
        return _STANDING.of(municipality, current_catalogue())
    return judged


def is_judged(municipality: Municipality) -> bool:
    """Return whether it was judged today, so that who asks next waits for no more than what changed since."""
    return _STANDING.is_of_today(municipality.id, current_catalogue())


def judged_once(municipality: Municipality, *, moment: dt.datetime) -> Judged:
    """Return the same of a past moment for who looks at it once: of it nothing is kept. Inside the scope."""
    return judge_once(dossier_at(municipality, moment=moment), catalogue_at(moment))


def forget_what_stood(municipality: Municipality) -> None:
    """Keep nothing of what a municipality reasoned before it was judged as it stands now."""
    _REASONED.forget(municipality.id)


def forget_what_is_over() -> None:
    """Keep no past moment that nobody looked at for a while, and no text that was only compared."""
    _PAST.forget_old()
    forget_texts()


def forget_what_stands() -> None:
    """Judge everything anew for whoever asks next, as a process that just started."""
    _STANDING.forget()
    _PAST.forget()
    _REASONED.forget()
    forget_texts()


def assessment_of(municipality: Municipality) -> Assessment:
    """Return the findings on the dossier as it is now; inside the municipality's scope."""
    return judged_of(municipality).assessment


def judged_alone(municipality: Municipality, *, activity_id: UUID) -> Judged:
    """Return one activity as it is now, with what it needs around it and the findings on it and all in it.

    They are those of ``judged_of``, at the price of one activity. Nothing is found where there is no such activity.
    Inside the municipality's scope.
    """
    dossier = dossier_of(municipality, activity_id=activity_id)
    if (evidence := unseen(dossier.evidence)) is not None:
        dossier = replace(dossier, evidence=evidence)
    elif notice_files(dossier.evidence, by=WATCH):
        dossier = dossier_of(municipality, activity_id=activity_id)
    return judge_alone(dossier, municipality, activity_id=activity_id)


def judge_alone(dossier: Dossier, municipality: Municipality, *, activity_id: UUID) -> Judged:
    """Return a dossier of one activity with the findings on it; what other activities reason is told beside it."""
    activity = next((each for each in dossier.activities if each.id == activity_id), None)
    copies: dict[UUID, Copies] = {}
    if activity:
        levels = next((each for each in dossier.classifications if each.activity_id == activity_id), None)
        if found := _REASONED.copies_of(activity, levels, municipality=municipality):
            copies[activity_id] = found
    whole = replace(whole_anew(dossier), copies=copies)
    return Judged(dossier, assess_activity(dossier, catalogue_at(dossier.moment), activity_id, whole=whole))


def assessment_of_activity(municipality: Municipality, *, activity_id: UUID) -> Assessment:
    """Return the findings on one activity as it is now; reads only that one. Inside the municipality's scope."""
    return judged_alone(municipality, activity_id=activity_id).assessment
