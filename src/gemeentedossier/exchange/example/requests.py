"""Requests and consents of Duinrade: some handled as they should be, and each fault once; and what became of these."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.dossier.register.enums import Article6, DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.engine.grounds import letters_of
from gemeentedossier.dossier.requests.engine.search_plan import search_plan
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    Channel,
    ClosedAs,
    ConsentBy,
    ConsentForm,
    ConsentKind,
    ExtensionGround,
    IdentityMethod,
    LineKind,
    RepresentationProof,
    RequestQuestion,
)
from gemeentedossier.dossier.requests.facts import (
    Consent,
    DataSubjectRequest,
    DecisionPart,
    QuestionAnswer,
    SearchLine,
)
from gemeentedossier.exchange.example import assets
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named

Right, Q = DataSubjectRight, RequestQuestion
OLD = dt.date(2018, 5, 22)
"""Before the GDPR applied: no term is known for that day."""
WHOLE = (
    *(Q.CONFIRMED, Q.ANSWER_COMPLETE, Q.COPY_GIVEN, Q.COPY_IN_ASKED_FORM),
    *(Q.DECISION_WRITTEN_AND_REASONED, Q.OBJECTION_CLAUSE_PRESENT),
)
REFUSED = (Q.REFUSAL_REASONS_WRITTEN, Q.REFUSAL_NAMES_COMPLAINT_AND_COURT)
NOTHING_ODD = (Q.IDENTITY_DOUBT, Q.IN_ARCHIVE_REPOSITORY, Q.IN_PUBLIC_REGISTER)


def requests(activities: Sequence[Activity], catalogue: Catalogue) -> tuple[DataSubjectRequest, ...]:
    """What people asked, the oldest first."""
    sound = sorted((each for each in activities if each.reference.startswith("DR-")), key=lambda each: each.reference)
    made = (*_sound(sound, catalogue), *_faulty(sound, catalogue))
    return tuple(sorted(made, key=lambda each: (each.received_on, each.number)))


def handled_well(requests: Iterable[DataSubjectRequest]) -> tuple[DataSubjectRequest, ...]:
    """The same requests as they should have been handled."""
    made = (_MENDED[each.number](each) if each.number in _MENDED else each for each in requests)
    return tuple(sorted(made, key=lambda each: (each.received_on, each.number)))


def consents(activities: Sequence[Activity]) -> tuple[Consent, ...]:
    """What people said yes to: three separate things, one taken back and still used, one by a child alone."""
    about = min((each for each in activities if each.reference.startswith("DR-")), key=lambda each: each.reference)
    given = dt.date(2026, 3, 9)
    made = (
        _consent("help", ConsentKind.HELP, about, "Het plan van aanpak voor hulp thuis.", given),
        replace(
            _consent("secrecy", ConsentKind.SECRECY, about, "De wijkverpleegkundige mag overleggen.", given),
            exceptions="Niet over het verleden van het gezin.",
            used_outside_exceptions=False,
        ),
        replace(
            _consent("basis", ConsentKind.LEGAL_BASIS, about, "Foto’s van de woning bij het verslag.", given),
            withdrawn_on=dt.date(2026, 6, 1),
            withdrawn_by=ConsentBy.SELF,
            withdrawn_form=ConsentForm.ORAL,
            consequences="De foto’s worden niet meer gebruikt; de consulent verwijdert ze.",
            used_after_withdrawal=True,
        ),
        replace(
            _consent("child", ConsentKind.LEGAL_BASIS, about, "Een foto bij de jongerenkrant.", given),
            subject_key="4e" * 10,
            subject_age=11,
        ),
    )
    return tuple(sorted(made, key=lambda each: (each.given_on, each.id)))


def respected(consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """The same consents: what was taken back is no longer used, and for the child its representative consents."""
    kept = (replace(each, used_after_withdrawal=False) if each.withdrawn_on else each for each in consents)
    return tuple(replace(each, given_by=ConsentBy.REPRESENTATIVE) if each.subject_age == 11 else each for each in kept)


def _consent(name: str, kind: ConsentKind, about: Activity, scope: str, given: dt.date) -> Consent:
    return Consent(
        id=named(f"consent {name}"),
        kind=kind,
        activity_id=about.id,
        scope=scope,
        given_on=given,
        form=ConsentForm.WRITTEN,
        given_by=ConsentBy.SELF,
        subject_key="7b" * 10,
        text_version="Toestemming hulp en overleg, versie 2",
        subject_age=34,
        recorded_by_id=who.OWNER_SUPPORT.id,
        recorded_by=who.OWNER_SUPPORT.name,
    )


def _asked(number: str, right: DataSubjectRight, received: dt.date, activity: Activity) -> DataSubjectRequest:
    return DataSubjectRequest(
        id=named(f"request {number}"),
        number=number,
        right=right,
        received_on=received,
        channel=Channel.LETTER,
        subject_key=f"{named(f'person of {number}').hex}"[:20],
        subject_age=47,
        guardianship=False,
        identity_method=IdentityMethod.REGISTERED_ADDRESS,
        identity_on=received,
        acknowledged_on=received + dt.timedelta(days=2),
        handler_id=who.PRIVACY_OFFICER.id,
        handler=who.PRIVACY_OFFICER.name,
        activity_ids=(activity.id,),
    )


def _answers(request: DataSubjectRequest, *yes: RequestQuestion) -> tuple[QuestionAnswer, ...]:
    said = {**dict.fromkeys(NOTHING_ODD, False), **dict.fromkeys(yes, True)}
    made = (
        QuestionAnswer(named(f"answer {request.number} {question}"), question, answer)
        for question, answer in said.items()
    )
    return tuple(sorted(made, key=lambda each: (each.question, each.id)))


def _told(request: DataSubjectRequest, part: DecisionPart, *yes: RequestQuestion, days: int = 21) -> DataSubjectRequest:
    """Decided on, told and closed, so many days after receipt."""
    told_on = request.received_on + dt.timedelta(days=days)
    return replace(
        request,
        answers=_answers(request, *yes),
        parts=(part,),
        decided_by_id=who.EXECUTIVE.id,
        decided_by=who.EXECUTIVE.name,
        decided_at=dt.datetime.combine(told_on, dt.time(9, 30), tzinfo=dt.UTC),
        decided_because="Beoordeeld op grond van het register en de stukken.",
        told_on=told_on,
        closed_as=ClosedAs.ANSWERED,
        closed_on=told_on,
    )


def _part(request: DataSubjectRequest, what: str, *, granted: bool, **more: Any) -> DecisionPart:
    return DecisionPart(id=named(f"part {request.number}"), what=what, granted=granted, **more)


def _searched(request: DataSubjectRequest, activity: Activity, catalogue: Catalogue) -> DataSubjectRequest:
    """With every place of the register looked at, every recipient named, and told where something changed."""
    plan = search_plan(
        (activity,),
        on=request.received_on,
        systems={each.id: each for each in assets.SYSTEMS},
        parties={each.id: each for each in who.PARTIES},
        categories={each.id: each.name.nl for each in catalogue.recipient_categories.values()},
    )
    owners: dict[UUID | None, str] = {each.id: each.name for each in who.ORGANISATION.people}
    on = request.received_on + dt.timedelta(days=7)
    return replace(request, lines=tuple(_looked(request, line, owners, on) for line in plan))


def _looked(
    request: DataSubjectRequest, line: SearchLine, owners: Mapping[UUID | None, str], on: dt.date
) -> SearchLine:
    to_others, changed = line.kind is LineKind.RECIPIENT, request.right is Right.RECTIFICATION
    return replace(
        line,
        id=named(f"line {request.number} {line.kind} {line.target_id}"),
        owner=owners.get(line.owner_id, ""),
        asked_on=request.received_on,
        found=True,
        delivered_on=on,
        named_in_answer=True if to_others else None,
        told_on=request.received_on + dt.timedelta(days=21) if to_others and changed else None,
    )


def _with_recipients(activities: Sequence[Activity]) -> list[Activity]:
    return [each for each in activities if any(r.text or r.category or r.party_id for r in each.recipients)]


def _sound(activities: Sequence[Activity], catalogue: Catalogue) -> tuple[DataSubjectRequest, ...]:
    first, second = _with_recipients(activities)[:2]
    access = _searched(_asked("2026-0001", Right.ACCESS, dt.date(2026, 2, 3), first), first, catalogue)
    mend = _searched(_asked("2026-0002", Right.RECTIFICATION, dt.date(2026, 4, 14), first), first, catalogue)
    erase = _searched(_asked("2026-0003", Right.ERASURE, dt.date(2026, 5, 11), second), second, catalogue)
    waiting = _asked("2026-0012", Right.ACCESS, dt.date(2026, 11, 9), first)
    kept = {
        "reason": "Het dossier moet nog bewaard blijven.",
        "refusal": "erasure-exception",
        "point": "b",
        "provision": "Artikel 5.3.4 Wmo 2015",
    }
    return (
        _told(
            access,
            _part(access, "Alle gegevens over hulp thuis.", granted=True),
            *(*WHOLE, Q.THIRD_PARTY_DATA, Q.OMISSIONS_WEIGHED, Q.REST_GIVEN),
        ),
        _told(
            mend,
            _part(mend, "De geboortedatum in het verslag.", granted=True),
            *(*WHOLE[-2:], Q.ACCURACY_ASSESSED, Q.CORRECTED_OR_STATEMENT_ADDED),
        ),
        _told(
            erase,
            _part(erase, "Het verslag van het gesprek.", granted=False, **kept),
            *(*WHOLE[-2:], *REFUSED, Q.ERASURE_GROUNDS_TESTED),
        ),
        replace(
            waiting,
            extension_ground=ExtensionGround.COMPLEXITY,
            extension_reason="De gegevens staan in veel systemen en bij zes zorgaanbieders.",
            extension_months=2,
            extension_told_on=dt.date(2026, 11, 20),
        ),
    )


def _faulty(activities: Sequence[Activity], catalogue: Catalogue) -> tuple[DataSubjectRequest, ...]:
    first = _with_recipients(activities)[0]
    task = next(each for each in activities if not letters_of(each) & {Article6.CONSENT, Article6.CONTRACT, None})
    by_law = next((each for each in activities if letters_of(each) == {Article6.LEGAL_OBLIGATION}), task)
    omits = _searched(_asked("2026-0004", Right.ACCESS, dt.date(2026, 6, 2), first), first, catalogue)
    longer = _searched(_asked("2026-0005", Right.ACCESS, dt.date(2026, 6, 9), first), first, catalogue)
    late = _asked("2026-0011", Right.ACCESS, dt.date(2026, 10, 19), first)
    told_late = _searched(_asked("2026-0006", Right.ACCESS, dt.date(2026, 7, 1), first), first, catalogue)
    moved = _asked("2026-0007", Right.PORTABILITY, dt.date(2026, 7, 6), task)
    stopped = _asked("2026-0008", Right.OBJECTION, dt.date(2026, 8, 3), by_law)
    child = replace(_asked("2026-0009", Right.ACCESS, dt.date(2026, 9, 7), first), subject_age=11)
    parent = replace(
        _asked("2026-0010", Right.ACCESS, dt.date(2026, 9, 14), first),
        subject_age=16,
        asked_by=AskedBy.REPRESENTATIVE,
        proof=RepresentationProof.CUSTODY_REGISTER,
    )
    old = _asked("2018-0001", Right.ACCESS, OLD, first)
    everything = "Alle gegevens."
    return (
        replace(
            _told(omits, _part(omits, everything, granted=True), *WHOLE),
            lines=tuple(replace(each, named_in_answer=None) for each in omits.lines),
        ),
        replace(
            _told(longer, _part(longer, everything, granted=True), *WHOLE, days=50),
            extension_ground=ExtensionGround.OTHER,
            extension_reason="Drukte op de afdeling.",
            extension_months=1,
            extension_told_on=dt.date(2026, 6, 23),
        ),
        late,
        replace(
            _told(told_late, _part(told_late, everything, granted=True), *WHOLE, days=60),
            extension_ground=ExtensionGround.NUMBER,
            extension_reason="Elf verzoeken van één gezin.",
            extension_months=2,
            extension_told_on=dt.date(2026, 8, 20),
            late_because="De brief bleef liggen in de vakantie.",
        ),
        _told(moved, _part(moved, "Een bestand met alle gegevens.", granted=True), *WHOLE[-2:], Q.FILE_GIVEN),
        _told(stopped, _part(stopped, "Stoppen met de controle.", granted=True), *WHOLE[-2:], Q.PROCESSING_STOPPED),
        _asked_for(child, first, catalogue, "Er is overleg met de wettelijk vertegenwoordiger nodig."),
        _asked_for(parent, first, catalogue, "De jongere wordt eerst zelf gevraagd."),
        old,
    )


def _asked_for(child: DataSubjectRequest, activity: Activity, catalogue: Catalogue, why: str) -> DataSubjectRequest:
    """A request for somebody young, for which more time is needed."""
    return replace(
        _named(child, activity, catalogue),
        extension_ground=ExtensionGround.COMPLEXITY,
        extension_reason=why,
        extension_months=2,
        extension_told_on=child.received_on + dt.timedelta(days=18),
    )


def _named(request: DataSubjectRequest, activity: Activity, catalogue: Catalogue) -> DataSubjectRequest:
    searched = _searched(request, activity, catalogue)
    lines = tuple(replace(each, told_on=None, named_in_answer=None) for each in searched.lines)
    return replace(searched, lines=lines)


def _names_all(request: DataSubjectRequest) -> DataSubjectRequest:
    to_others = {each.id for each in request.lines if each.kind is LineKind.RECIPIENT}
    return replace(
        request, lines=tuple(replace(each, named_in_answer=each.id in to_others or None) for each in request.lines)
    )


def _refused(request: DataSubjectRequest) -> DataSubjectRequest:
    """What does not exist on this legal basis is refused, with its ground."""
    part = replace(
        request.parts[0], granted=False, refusal="no-such-right", reason="Op deze grondslag bestaat dit recht niet."
    )
    return replace(request, parts=(part,), answers=_answers(request, *WHOLE[-2:], *REFUSED))


_MENDED: Mapping[str, Callable[[DataSubjectRequest], DataSubjectRequest]] = {
    "2026-0004": _names_all,
    "2026-0005": lambda each: replace(each, extension_ground=ExtensionGround.COMPLEXITY),
    "2026-0006": lambda each: replace(each, extension_told_on=dt.date(2026, 7, 15), late_because=""),
    "2026-0007": _refused,
    "2026-0008": _refused,
    "2026-0009": lambda each: replace(
        each,
        asked_by=AskedBy.REPRESENTATIVE,
        proof=RepresentationProof.CUSTODY_REGISTER,
        answers=_answers(each, Q.ENTITLEMENT_ESTABLISHED),
    ),
    "2026-0010": lambda each: replace(each, asked_by=AskedBy.AUTHORISED, proof=RepresentationProof.AUTHORISATION),
    "2026-0011": lambda each: replace(
        each,
        extension_ground=ExtensionGround.COMPLEXITY,
        extension_reason="De gegevens staan in veel systemen.",
        extension_months=2,
        extension_told_on=dt.date(2026, 11, 3),
    ),
    "2018-0001": lambda each: replace(
        each,
        number="2026-0013",
        received_on=dt.date(2026, 1, 6),
        identity_on=dt.date(2026, 1, 6),
        acknowledged_on=dt.date(2026, 1, 8),
        closed_as=ClosedAs.WITHDRAWN,
        closed_on=dt.date(2026, 1, 20),
        closed_because="De vraag was al beantwoord.",
    ),
}
"""What became of each fault."""
