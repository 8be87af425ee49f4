"""Which questions the law asks about a request: by its right, its requester, and what was decided."""

from collections.abc import Iterator, Mapping

from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.grounds import EXCESSIVE
from gemeentedossier.dossier.requests.enums import AskedBy, RequestQuestion
from gemeentedossier.dossier.requests.facts import DataSubjectRequest

Q = RequestQuestion
BY_RIGHT: Mapping[DataSubjectRight, tuple[RequestQuestion, ...]] = {
    DataSubjectRight.ACCESS: (
        *(Q.THIRD_PARTY_DATA, Q.OMISSIONS_WEIGHED, Q.REST_GIVEN),
        *(Q.CONFIRMED, Q.ANSWER_COMPLETE, Q.COPY_GIVEN, Q.COPY_IN_ASKED_FORM),
    ),
    DataSubjectRight.RECTIFICATION: (Q.ACCURACY_ASSESSED, Q.CORRECTED_OR_STATEMENT_ADDED),
    DataSubjectRight.ERASURE: (Q.ERASURE_GROUNDS_TESTED, Q.MADE_PUBLIC, Q.OTHER_CONTROLLERS_TOLD),
    DataSubjectRight.RESTRICTION: (
        *(Q.RESTRICTION_GROUNDS_TESTED, Q.RESTRICTION_MARKED),
        *(Q.RESTRICTION_LIFTED, Q.TOLD_BEFORE_LIFTING),
    ),
    DataSubjectRight.PORTABILITY: (Q.AUTOMATED, Q.FILE_GIVEN),
    DataSubjectRight.OBJECTION: (Q.PROCESSING_STOPPED, Q.COMPELLING_GROUNDS_WRITTEN),
}
ALWAYS = (Q.IDENTITY_DOUBT, Q.IDENTITY_CHECK_PROPORTIONATE, Q.IDENTITY_COPY_KEPT)
ARCHIVE = (Q.IN_ARCHIVE_REPOSITORY, Q.ARCHIVE_RIGHTS_OFFERED, Q.IN_PUBLIC_REGISTER, Q.REGISTER_PROCEDURE_FOLLOWED)
DECISION = (Q.DECISION_WRITTEN_AND_REASONED, Q.OBJECTION_CLAUSE_PRESENT)
REFUSED = (Q.REFUSAL_REASONS_WRITTEN, Q.REFUSAL_NAMES_COMPLAINT_AND_COURT)
AFTERWARDS = frozenset({*DECISION, *REFUSED, Q.CONFIRMED, Q.ANSWER_COMPLETE, Q.COPY_GIVEN, Q.COPY_IN_ASKED_FORM})
"""Questions about the answer itself: nobody can answer them before it is decided."""
FOLLOWS: Mapping[RequestQuestion, RequestQuestion] = {
    Q.IDENTITY_CHECK_PROPORTIONATE: Q.IDENTITY_DOUBT,
    Q.OMISSIONS_WEIGHED: Q.THIRD_PARTY_DATA,
    Q.REST_GIVEN: Q.THIRD_PARTY_DATA,
    Q.OTHER_CONTROLLERS_TOLD: Q.MADE_PUBLIC,
    Q.TOLD_BEFORE_LIFTING: Q.RESTRICTION_LIFTED,
    Q.ARCHIVE_RIGHTS_OFFERED: Q.IN_ARCHIVE_REPOSITORY,
    Q.REGISTER_PROCEDURE_FOLLOWED: Q.IN_PUBLIC_REGISTER,
}
"""Questions that are only asked where another was not answered with no."""


def questions_for(request: DataSubjectRequest, *, adult_from: int | None) -> tuple[RequestQuestion, ...]:
    """The questions in the order of the work; also one that was answered before it stopped being asked.

    ``adult_from`` is the age from which a person asks themselves; where no rule says so, every age is asked about.
    """
    asked = tuple(each for each in _asked(request, adult_from) if _still_asked(each, request))
    answered = (each.question for each in request.answers)
    return tuple(dict.fromkeys((*asked, *answered)))


def left_open(request: DataSubjectRequest, *, adult_from: int | None) -> tuple[RequestQuestion, ...]:
    """The questions that nobody answered, in the order of the work."""
    asked = questions_for(request, adult_from=adult_from)
    return tuple(each for each in asked if request.answered(each) is None)


def _asked(request: DataSubjectRequest, adult_from: int | None) -> Iterator[RequestQuestion]:
    yield from ALWAYS
    if request.asked_by is not AskedBy.SELF or request.guardianship or _is_child(request, adult_from):
        yield Q.ENTITLEMENT_ESTABLISHED
    yield from BY_RIGHT.get(request.right, ())
    yield from ARCHIVE
    refused = [part for part in request.parts if not part.granted]
    if any(part.refusal == EXCESSIVE for part in refused):
        yield from (Q.EXCESSIVE_PROOF_WRITTEN, Q.FEE_OR_REFUSAL_CHOSEN)
    yield from DECISION
    if refused:
        yield from REFUSED
    if request.default_on:
        yield Q.PENALTY_RECKONED


def _is_child(request: DataSubjectRequest, adult_from: int | None) -> bool:
    return request.subject_age is not None and (adult_from is None or request.subject_age < adult_from)


def _still_asked(question: RequestQuestion, request: DataSubjectRequest) -> bool:
    before = FOLLOWS.get(question)
    return before is None or request.answered(before) is not False
