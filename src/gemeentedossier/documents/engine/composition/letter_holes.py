"""What a letter about a request still lacks: with a hole in it, it is a draft and says so."""

from collections.abc import Callable, Iterator, Mapping

from gemeentedossier.documents.engine.composition.letter_access import says_period, says_source
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.engine.clock import CHANGES, RequestLaw, clock_of
from gemeentedossier.dossier.requests.enums import RequestQuestion
from gemeentedossier.dossier.requests.facts import DataSubjectRequest

Requester = Mapping[str, str]
TIMED = (LetterKind.ACKNOWLEDGEMENT, LetterKind.EXTENSION)

LACKING: Mapping[str, Callable[[Activity], bool]] = {
    "v.missing.purposes": lambda each: not each.purposes,
    "v.missing.data": lambda each: not any(use.data_categories or use.data_categories_own for use in each.data_uses),
    "v.missing.period": lambda each: not (each.retention and all(map(says_period, each.retention))),
    "v.missing.sources": lambda each: not any(map(says_source, each.sources)),
    "v.missing.automated": lambda each: each.characteristics.automated_decision is None,
    "v.missing.transfers": lambda each: not each.transfers and each.characteristics.transfer_outside_eea is not False,
    "v.missing.safeguard": lambda each: any(transfer.mechanism is None for transfer in each.transfers),
}
"""What the register must hold of each activity to answer a request for access (GDPR 15(1) and (2))."""


def holes_in(desk: Desk, request: DataSubjectRequest, kind: LetterKind, requester: Requester | None) -> tuple[str, ...]:
    """The clauses that tell what is missing, in the order of the letter; none where it can be sent."""
    return tuple(_holes(desk, request, kind, requester))


def bodies_of(desk: Desk) -> str:
    """The bodies that are responsible for what the request is about; empty where none is recorded."""
    return desk.w.listed(name for each in desk.activities for name in each.controllers)


def _holes(desk: Desk, request: DataSubjectRequest, kind: LetterKind, requester: Requester | None) -> Iterator[str]:
    if requester is not None and not requester.get("name", "").strip():
        yield "v.missing.name"
    if requester is not None and kind is not LetterKind.RECIPIENTS and not requester.get("address", "").strip():
        yield "v.missing.address"
    if kind in TIMED and clock_of(request, RequestLaw.of(desk.w.catalogue), on=desk.w.day) is None:
        yield "v.missing.term"
    if kind is LetterKind.EXTENSION and not request.is_extended:
        yield "v.missing.extension"
    if kind is LetterKind.DECISION:
        yield from _of_the_decision(desk, request)
    if kind is LetterKind.RECIPIENTS:
        yield from _of_the_change(request)


def _of_the_decision(desk: Desk, request: DataSubjectRequest) -> Iterator[str]:
    if request.decided_at is None:
        yield "v.missing.decision"
    if request.right is DataSubjectRight.ACCESS and any(line.found is None for line in request.lines):
        yield "v.missing.search"
    if request.right is DataSubjectRight.ACCESS and any(part.granted for part in request.parts):
        yield from _of_access(desk, request)
    if not bodies_of(desk):
        yield "v.missing.body"
    if not desk.w.dossier.organisation.contact_point:
        yield "v.missing.contact"


def _of_access(desk: Desk, request: DataSubjectRequest) -> Iterator[str]:
    """What GDPR 15 asks and neither the register nor the checklist tells."""
    if request.answered(RequestQuestion.COPY_GIVEN) is not True:
        yield "v.missing.copy"
    yield from (clause for clause, lacks in LACKING.items() if any(map(lacks, desk.activities)))
    if request.answered(RequestQuestion.ANSWER_COMPLETE) is True:
        return
    if any(not (each.recipients or each.parties) for each in desk.activities):
        yield "v.missing.receivers"
    if any(each.characteristics.automated_decision for each in desk.activities):
        yield "v.missing.logic"


def _of_the_change(request: DataSubjectRequest) -> Iterator[str]:
    if request.right.value not in CHANGES:
        yield "v.missing.change"
    elif request.decided_at is None or not any(part.granted for part in request.parts):
        yield "v.missing.granted"
