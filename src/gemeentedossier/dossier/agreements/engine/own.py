"""What one party may see of an agreement: its own part, as it was agreed, and nothing of others.

What the municipality thinks of the party (reviews, decisions with their reasons), what other participants attest, in
which words and why they depart from a clause, and what of the register is covered, is not the party's to read. Of a
covenant it reads who the others are, and from which shared clause each of them departs: that was agreed with it too.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from gemeentedossier.dossier.agreements.engine.term import OVER, a_year_after, last_day, state_on
from gemeentedossier.dossier.agreements.enums import AgreementKind, AgreementState, Point
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty

SOON = dt.timedelta(days=60)
"""How long before an attestation is a year old a new one is asked (our own choice)."""


class AskKind(StrEnum):
    """What a party can be asked under an agreement."""

    ATTEST = "attest"
    PROVE_ERASURE = "prove_erasure"


@dataclass(frozen=True, slots=True)
class OwnAgreement:
    """An agreement as one of its parties may see it.

    ``asked`` is what that party still has to do, None for nothing; ``asked_before`` is the last day for it, None where
    it could have been done from the start. ``may_attest`` says whether it can declare, also before that is asked.
    ``others`` are the names of who else takes part in a covenant that day, ``departing`` those of them who have
    something else than a shared clause, by the number of that clause.
    """

    agreement: Agreement
    party: AgreementParty
    asked: AskKind | None = None
    asked_before: dt.date | None = None
    may_attest: bool = False
    others: tuple[str, ...] = ()
    departing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def is_shown(agreement: Agreement, party_id: UUID, *, on: dt.date) -> bool:
    """Whether the party may see the agreement on that day: it was signed, and the party takes part in it."""
    takes_part = any(each.party_id == party_id and each.takes_part_on(on) for each in agreement.parties)
    return takes_part and state_on(agreement, on) is not AgreementState.DRAFT


def own_agreements(
    agreements: Iterable[Agreement], parties: Iterable[UUID], *, on: dt.date
) -> tuple[OwnAgreement, ...]:
    """What these parties may see, what is asked first, then by name."""
    keys = tuple(parties)
    found = (_own(each, key, on) for each in agreements for key in keys if is_shown(each, key, on=on))
    return tuple(sorted(found, key=lambda each: (each.asked is None, each.agreement.name, each.party.party_name)))


def own_part(agreement: Agreement, party_id: UUID) -> Agreement:
    """The agreement without what is not the party's to read."""
    bare = Agreement(id=agreement.id, name=agreement.name)
    return replace(
        bare,
        **{field: getattr(agreement, field) for field in SHOWN},
        points=tuple(each for each in agreement.points if each.point in SHOWN_POINTS),
        parties=tuple(each for each in agreement.parties if each.party_id == party_id),
        duties=tuple(each for each in agreement.duties if each.party_id in (None, party_id)),
        deviations=tuple(each for each in agreement.deviations if each.party_id == party_id),
        # an instruction names no party: where there are several, it may be another's
        instructions=agreement.instructions if len(agreement.parties) == 1 else (),
    )


SHOWN = (
    "kind",
    "reference",
    "subject",
    "owner",
    "signed_on",
    "signed_by",
    "starts_on",
    "ends_on",
    "renewal",
    "renewal_months",
    "notice_months",
    "notice_given_on",
    "notice_ends_on",
    "ended_on",
    "data_categories",
    "data_categories_own",
    "subject_categories",
    "subject_categories_own",
    "breach_report_hours",
    "breach_contact",
    "end_choice",
    "erasure_proved_on",
    "expected_of_party",
    "expected_of_municipality",
    "clauses",
    "signed_text_evidence_id",
)
"""The fields that both sides agreed on or know; a field that is not named here is never shown."""
SHOWN_POINTS = frozenset(
    {
        Point.DESCRIBES_PROCESSING,
        Point.INSTRUCTIONS_ONLY,
        Point.SECRECY,
        Point.SECURITY_SPECIFIED,
        Point.SUBPROCESSOR_DUTIES_PASSED_ON,
        Point.ASSISTS_WITH_REQUESTS,
        Point.ASSISTS_WITH_SECURITY_DUTIES,
        Point.ERASURE_IS_CONFIRMED,
        Point.AUDIT_RIGHT,
        Point.OWN_USE_EXCLUDED,
        Point.FOREIGN_ORDERS_AGREED,
        Point.INFORMATION_AND_REQUESTS_DIVIDED,
        Point.ANY_PARTY_TAKES_REQUESTS,
        Point.ESSENCE_AVAILABLE,
        Point.CARE_FILES_TRANSFERRED,
        Point.PEOPLE_TOLD_OF_FILE_TRANSFER,
        Point.FILE_TRANSFER_FREE,
        Point.BASES_PER_FLOW,
        Point.DATA_AND_NEED_PER_PHASE,
        Point.SECURITY_AND_ACCESS,
        Point.BREACH_REPORTING,
        Point.RETENTION_AND_END,
        Point.ADOPTED_WITH_TERM_AND_REVIEW,
    }
)
"""The points that stand in the text itself; the others are what the municipality found of the party or the law."""


def _own(agreement: Agreement, party_id: UUID, day: dt.date) -> OwnAgreement:
    seen = own_part(agreement, party_id)
    asked, before = next(_asked(seen, day), (None, None))
    others = _others(agreement, party_id, day)
    return OwnAgreement(
        seen,
        seen.parties[0],
        asked,
        before,
        may_attest=can_attest(seen, on=day),
        others=tuple(others.values()),
        departing=_departing(agreement, others),
    )


def _others(agreement: Agreement, party_id: UUID, day: dt.date) -> Mapping[UUID, str]:
    """Who else takes part in the covenant on the day, by name."""
    if agreement.kind is not AgreementKind.COVENANT:
        return {}
    found = (each for each in agreement.parties if each.party_id != party_id and each.takes_part_on(day))
    return {each.party_id: each.party_name for each in sorted(found, key=lambda each: each.party_name.casefold())}


def _departing(agreement: Agreement, others: Mapping[UUID, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for each in agreement.deviations:
        if each.party_id in others and others[each.party_id] not in found[each.clause]:
            found[each.clause].append(others[each.party_id])
    return {clause: tuple(names) for clause, names in found.items() if names}


def can_attest(agreement: Agreement, *, on: dt.date) -> bool:
    """Whether its parties can declare that they keep to it: in a covenant that is not over."""
    return agreement.kind is AgreementKind.COVENANT and state_on(agreement, on) not in OVER


def must_prove_erasure(agreement: Agreement, *, on: dt.date) -> bool:
    """Whether a processor still has to show that data were erased or returned (GDPR 28(3)(g)).

    Only where the municipality recorded that it ended: of what merely ran out, the work may go on, and whoever is asked
    to erase then would erase what is in use.
    """
    has_ended = state_on(agreement, on) is AgreementState.ENDED
    return agreement.kind is AgreementKind.PROCESSOR and has_ended and agreement.erasure_proved_on is None


def _asked(agreement: Agreement, day: dt.date) -> Iterator[tuple[AskKind, dt.date | None]]:
    if must_prove_erasure(agreement, on=day):
        yield AskKind.PROVE_ERASURE, last_day(agreement, on=day)
    if can_attest(agreement, on=day):
        again = a_year_after(agreement.parties[0].attested_on)
        if again is None or again <= day + SOON:
            yield AskKind.ATTEST, again
