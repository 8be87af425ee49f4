"""When a finding may be set aside, and what a decision about the law must say. Each refusal is a sentence."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role

EARLIEST = dt.date(1950, 1, 1)
"""No reading and no position is older: the right to private life was laid down in that year (ECHR, Article 8)."""
LONGEST = dt.timedelta(days=366)
"""A finding is set aside for a year at most, so that somebody looks at it again (our own choice, not the law's)."""
FURTHEST = dt.timedelta(days=3653)
"""Nobody plans a step further ahead than ten years (our own choice): a day beyond that was mistyped."""

LOWEST_AMBITION, HIGHEST_AMBITION = 2, 4
"""At the first level everybody is; whether the fifth is reached, no record can tell, so nobody could ever see it."""


_RESTING: dict[str, Callable[[UUID], bool]] = {}
"""By kind of record that can rest on a reading or position, whether one of that key is here."""


def check_can_be_suppressed(*, reason: str, until: dt.date, today: dt.date) -> None:
    """Raises Refused without a reason, for a day that is past, and for longer than a year."""
    if not reason.strip():
        raise Refused(_("Say why this finding is set aside; without a reason nobody can check it."))
    if until <= today:
        raise Refused(_("Choose a later day until which this finding is set aside."))
    if until > today + LONGEST:
        raise Refused(
            _("A finding can be set aside for a year at most. Choose an earlier day; it can be renewed then.")
        )


def check_says(text: str, *, what: str) -> None:
    """Raises Refused where a text that the decision needs is empty; ``what`` names it on screen."""
    if not text.strip():
        raise Refused(_("Fill in “%(what)s”: without it nobody can follow this decision.") % {"what": what})


def check_not_ahead(day: dt.date, *, today: dt.date) -> None:
    """Raises Refused for a decision or statement of a day that is still to come, or before there were such rules."""
    if day > today:
        raise Refused(_("That day is still to come. Give the day on which this was decided or stated."))
    if day < EARLIEST:
        raise Refused(
            _("That day lies before %(year)s, so it was mistyped. Give the day on which this was decided or stated.")
            % {"year": EARLIEST.year}
        )


def check_to_come(day: dt.date | None, *, today: dt.date) -> None:
    """Raises Refused where the day on which something is looked at again has come already; None names no day."""
    if day is not None and day <= today:
        raise Refused(_("Choose a later day on which this must be looked at again."))


def check_all_there(found: int, *, asked: int) -> None:
    """Raises Refused where somebody else changed what rests on it since the page was opened."""
    if not asked:
        raise Refused(_("Choose at least one record that was looked at again."))
    if found != asked:
        raise Refused(
            _("Some of these records rest on something else by now. Open the page again; nothing was changed.")
        )


def declare_resting(kind: str, *, is_here: Callable[[UUID], bool]) -> None:
    """Say that records of this kind can rest on a reading or position; their rooms stand above this one."""
    _RESTING[kind] = is_here


def check_due(day: dt.date, *, before: dt.date | None, today: dt.date) -> None:
    """Raises Refused for a day on which nothing can be done any more, or so far ahead that it was mistyped.

    ``before`` is the day that stood there: it may stay, also when it passed.
    """
    if day == before:
        return
    if day < today:
        raise Refused(_("That day is past. Choose today or a later day by which this step is done."))
    if day > today + FURTHEST:
        raise Refused(_("That day lies more than ten years ahead, so it was mistyped. Choose an earlier day."))


def check_can_rest(kind: str, record_id: UUID) -> None:
    """Raises Refused for a kind of record that nothing is shown of, and for a record that is not here."""
    is_here = _RESTING.get(kind)
    if is_here is None or not is_here(record_id):
        raise Refused(
            _("There is no such record here, so it can rest on nothing. Choose one of the list; nothing was recorded.")
        )


def check_appetite(statement: str, *, decided_on: dt.date, review_on: dt.date | None, today: dt.date) -> None:
    """Raises Refused where it does not say what the level means, and for days that cannot be."""
    check_says(statement, what=_("what that means"))
    check_not_ahead(decided_on, today=today)
    check_to_come(review_on, today=today)


def check_ambition(level: int, because: str, *, due_on: dt.date, before: dt.date | None, today: dt.date) -> None:
    """Raises Refused for a level that cannot be aimed at, without a reason, and for a day that cannot be.

    ``before`` is the day that stood there: it may stay, also when it passed.
    """
    if not LOWEST_AMBITION <= level <= HIGHEST_AMBITION:
        raise Refused(
            _("Choose level %(lowest)s to %(highest)s: no record can show that another one was reached.")
            % {"lowest": LOWEST_AMBITION, "highest": HIGHEST_AMBITION}
        )
    check_says(because, what=_("why this level"))
    if due_on == before:
        return
    if due_on <= today:
        raise Refused(_("That day has come already. Choose a later day by which the level is reached."))
    if due_on > today + FURTHEST:
        raise Refused(_("That day lies more than ten years ahead, so it was mistyped. Choose an earlier day."))


def check_advises(by: Actor) -> UUID:
    """Return the key of the officer; Refused for nobody, and for who carries out what is watched (GDPR 38(6)).

    The data protection officer and the privacy officer are different people in one matter.
    """
    if by.person_id is None:
        raise Refused(_("Only a person can do this as data protection officer."))
    if Role.PRIVACY_OFFICER in by.roles:
        raise Refused(
            _("You are privacy officer as well, so you would watch over your own work (GDPR 38(6)). Let another do it.")
        )
    return by.person_id


def check_answers(by: Actor, *, advised_by_id: UUID) -> UUID:
    """Return the key of who answers; Refused for nobody, and for an officer: nobody decides on their own advice."""
    if by.person_id is None or by.person_id == advised_by_id:
        raise Refused(_("Who advised cannot answer. Let who decides do so."))
    if Role.DATA_PROTECTION_OFFICER in by.roles:
        raise Refused(
            _("A data protection officer advises and decides nothing (GDPR 38(6)). Let somebody else answer this.")
        )
    return by.person_id


def check_unanswered(answered_at: dt.datetime | None) -> None:
    """Raises Refused where the advice has its answer."""
    if answered_at is not None:
        raise Refused(_("This advice was answered already; the answer stands."))
