"""What a letter about a request still lacks: with a hole in it, it is a draft and says so."""

from collections.abc import Iterator, Mapping

from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.clock import CHANGES, RequestLaw, clock_of
from gemeentedossier.dossier.requests.facts import DataSubjectRequest

Requester = Mapping[str, str]
TIMED = (LetterKind.ACKNOWLEDGEMENT, LetterKind.EXTENSION)


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
    if not bodies_of(desk):
        yield "v.missing.body"
    if not desk.w.dossier.organisation.contact_point:
        yield "v.missing.contact"


def _of_the_change(request: DataSubjectRequest) -> Iterator[str]:
    if request.right.value not in CHANGES:
        yield "v.missing.change"
    elif request.decided_at is None or not any(part.granted for part in request.parts):
        yield "v.missing.granted"
