"""When something may be recorded of an agreement. Each refusal is a sentence."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.durations import Duration, InvalidDuration
from gemeentedossier.dossier.agreements.engine.chain import circle_in
from gemeentedossier.dossier.agreements.engine.points import has_point
from gemeentedossier.dossier.agreements.engine.term import OVER, state_on
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, Point, Renewal
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet
from gemeentedossier.foundation.errors import Refused

LONGEST_CHAIN = 200
"""How many sub-processors one agreement can hold: more is a list that nobody checked (our own choice)."""


def check_is_whole(agreement: Agreement) -> None:
    """Raises Refused where the agreement contradicts its own form: no name, an end before its start, a circle."""
    if not agreement.name.strip():
        raise Refused(_("Give the agreement a name."))
    check_dates(agreement)
    check_parties(agreement)
    check_chain(agreement)
    for each in agreement.points:
        check_point(agreement.kind, each.point)
    if agreement.kind is not AgreementKind.JOINT_CONTROLLERS and agreement.duties:
        raise Refused(_("Duties are divided in an arrangement between joint controllers only."))
    check_clauses(agreement)
    if any(not each.reason.strip() for each in agreement.deviations):
        raise Refused(_("Say why a party departs from a shared clause; without a reason nobody can judge it."))


def check_dates(agreement: Agreement) -> None:
    """Raises Refused where the dates cannot all be true."""
    starts, ends = agreement.starts_on, agreement.ends_on
    if starts and ends and ends < starts:
        raise Refused(_("The agreement ends before it starts. Correct one of the two dates."))
    if starts and agreement.ended_on and agreement.ended_on < starts:
        raise Refused(_("The agreement was ended before it started. Correct one of the two dates."))
    if agreement.notice_given_on and agreement.notice_ends_on and agreement.notice_ends_on < agreement.notice_given_on:
        raise Refused(_("The agreement ends before notice was given. Correct one of the two dates."))
    if (agreement.notice_given_on is None) != (agreement.notice_ends_on is None):
        raise Refused(_("Give both the day of the notice and the last day after it."))
    if agreement.renewal is Renewal.TACIT and ends is None:
        raise Refused(_("What goes on by itself has a last day on which it does. Give that day, or choose no renewal."))
    if agreement.erasure_proved_on and agreement.erasure_evidence_id is None:
        raise Refused(_("Add the certificate of erasure or return as evidence."))


def check_parties(agreement: Agreement) -> None:
    """Raises Refused where a party stands there twice, or left before it joined."""
    keys = [each.party_id for each in agreement.parties]
    if len(keys) != len(set(keys)):
        raise Refused(_("A party stands in this agreement twice. Remove one of the two."))
    for each in agreement.parties:
        if each.joined_on and each.left_on and each.left_on < each.joined_on:
            raise Refused(
                _("%(party)s left before it joined. Correct one of the two dates.") % {"party": each.party_name}
            )
    known = {None, *keys}
    if any(each.party_id not in known for each in agreement.duties):
        raise Refused(_("A duty is given to a party that this agreement does not have. Add the party first."))
    if any(each.party_id not in known for each in agreement.deviations):
        raise Refused(_("A deviation is of a party that this agreement does not have. Add the party first."))


def check_chain(agreement: Agreement) -> None:
    """Raises Refused where the chain of sub-processors comes back to where it was, or hangs on nobody."""
    known = {each.id for each in agreement.sub_processors}
    if any(each.above_id and each.above_id not in known for each in agreement.sub_processors):
        raise Refused(_("A sub-processor is engaged by one that this agreement does not have. Add that one first."))
    check_length(len(agreement.sub_processors))
    circle = circle_in(agreement)
    if circle:
        raise Refused(
            _("The chain of sub-processors bites its tail: %(chain)s. Correct who engages whom.")
            % {"chain": " → ".join(circle)}
        )


def check_length(count: int) -> None:
    """Raises Refused where so many sub-processors are more than anybody can check."""
    if count > LONGEST_CHAIN:
        raise Refused(_("This list of sub-processors is too long to be checked. Record those that reach your data."))


def check_clauses(agreement: Agreement) -> None:
    """Raises Refused where a shared clause cannot stand there, or a deviation names one that is not there."""
    if agreement.clauses and agreement.kind is not AgreementKind.COVENANT:
        raise Refused(_("Shared clauses stand in a covenant only."))
    codes = [each.code.strip().casefold() for each in agreement.clauses]
    if not all(codes):
        raise Refused(_("Give each shared clause the number that it has in the covenant."))
    if len(codes) != len(set(codes)):
        raise Refused(_("Two shared clauses have the same number. Give one of them another number."))
    known = {None, *(each.id for each in agreement.clauses)}
    if any(each.shared_clause_id not in known for each in agreement.deviations):
        raise Refused(_("A party departs from a clause that this covenant does not have. Add the clause first."))


def check_leaflet(
    leaflet: Leaflet, *, today: dt.date, longest: Duration | None = None, stored: Leaflet | None = None
) -> None:
    """Raises Refused where a leaflet is not about exactly one product, is of a day to come, or ends before it.

    It ends ``longest`` after it was written at the latest, or after today where nobody gave that day. Days that stand
    there already, in ``stored``, stay: what a shorter term makes of them is for who gives new ones.
    """
    named = (leaflet.system_id, leaflet.tool_id, leaflet.product.strip())
    if sum(map(bool, named)) != 1:
        raise Refused(
            _("A leaflet is about one product. Choose a system or a tool, or write its name; one of the three.")
        )
    if not leaflet.system_id and not leaflet.tool_id:
        check_says(leaflet.product, sentence=_("Write down which product or service the leaflet is about."))
    if leaflet.issued_on and leaflet.issued_on > today:
        raise Refused(_("The leaflet is of a day that is still to come. Give the day on which it was written."))
    if leaflet.issued_on and leaflet.valid_until and leaflet.valid_until < leaflet.issued_on:
        raise Refused(_("The leaflet runs out before it was issued. Correct one of the two dates."))
    if longest and not (stored and _days_of(stored) == _days_of(leaflet)):
        _check_ends_in_time(leaflet, longest, today=today)


def _check_ends_in_time(leaflet: Leaflet, longest: Duration, *, today: dt.date) -> None:
    """Raises Refused for a last day beyond the term."""
    try:
        last = longest.after(leaflet.issued_on or today)
    except InvalidDuration:
        return
    if leaflet.valid_until and leaflet.valid_until > last:
        told = _(
            "A leaflet holds %(term)s at most, so that somebody looks whether it is still true. Give %(day)s or an "
            "earlier day as its last."
        )
        raise Refused(told % {"term": longest.wording(get_language() or "nl"), "day": date_format(last, "d-m-Y")})


def _days_of(leaflet: Leaflet) -> tuple[dt.date | None, dt.date | None]:
    return leaflet.issued_on, leaflet.valid_until


def check_point(kind: AgreementKind | None, point: Point) -> None:
    """Raises Refused for a point that this kind of agreement does not have."""
    if not has_point(kind, point):
        raise Refused(_("This kind of agreement does not have this point. Choose the kind of agreement first."))


def check_kind(agreement: Agreement, *kinds: AgreementKind) -> None:
    """Raises Refused where the verb is for other kinds of agreement."""
    if agreement.kind not in kinds:
        raise Refused(_("This cannot be done with this kind of agreement."))


def check_can_be_signed(agreement: Agreement, *, signed_on: dt.date, today: dt.date) -> None:
    """Raises Refused where there is nobody to sign with, no kind, or a signature of a day that is still to come."""
    if agreement.signed_on:
        raise Refused(_("This agreement was signed already. Record a change as a new agreement, or renew it."))
    if agreement.kind is None:
        raise Refused(_("Choose what kind of agreement it is before it is signed."))
    if not agreement.parties:
        raise Refused(_("Add the party with which it is agreed before it is signed."))
    check_not_ahead(signed_on, today=today)


def check_runs(agreement: Agreement, *, today: dt.date) -> None:
    """Raises Refused for an agreement that was not signed, or is over."""
    state = state_on(agreement, today)
    if state is AgreementState.DRAFT:
        raise Refused(_("This agreement was not signed yet. Record the signature first."))
    if state in OVER:
        raise Refused(_("This agreement is over. Make a new one."))


def check_not_ended(agreement: Agreement, *, today: dt.date) -> None:
    """Raises Refused for an agreement of which it is recorded that it ended."""
    if agreement.ended_on or state_on(agreement, today) is AgreementState.ENDED:
        raise Refused(_("It is recorded already that this agreement ended."))


def check_says(text: str, *, sentence: str) -> None:
    """Raises Refused with the sentence where a text that is needed says nothing: no letter and no digit."""
    if not any(map(str.isalnum, text)):
        raise Refused(sentence)


def check_not_ahead(day: dt.date, *, today: dt.date) -> None:
    """Raises Refused for something that happened on a day that is still to come."""
    if day > today:
        raise Refused(_("That day is still to come. Give the day on which it happened."))
