"""Letters about a request of a data subject, in plain words, each sentence with its source.

Name and address are handed in while the letter is made, and stand nowhere else; without them it says so.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.facts.requests import RequestRefusal
from gemeentedossier.documents.engine.blocks import Block, Document, Note, NoteKind, Paragraph, Section
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.letter_access import access
from gemeentedossier.documents.engine.composition.letter_holes import Requester, bodies_of, holes_in
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.documents.enums import LetterKind
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.clock import CHANGES, RequestLaw, clock_of
from gemeentedossier.dossier.requests.engine.grounds import right_in
from gemeentedossier.dossier.requests.enums import AskedBy
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, DecisionPart

Right = DataSubjectRight
ADDRESSED = ("name", "address")
"""What of the envelope stands above a letter."""


def request_of(material: Material, key: UUID) -> DataSubjectRequest | None:
    """The request with this key, where it is recorded."""
    return next((each for each in material.dossier.requests if each.id == key), None)


def compose_letter(
    material: Material,
    request: DataSubjectRequest,
    kind: LetterKind,
    *,
    requester: Requester | None = None,
    language: str = "nl",
) -> Document:
    """One letter; ``requester`` is what the envelope holds, None while the letter is only looked at.

    A letter to a recipient goes to the ``name`` in it. What still lacks something is a draft, and says what is missing.
    """
    desk = desk_for(material, language=language, about=lambda each: each.id in request.activity_ids)
    kept = record(desk.w, "request", request, request.number)
    sections = [
        each(desk, request, kept, requester) for each in _LETTERS[kind] if each is not access or _is_access(request)
    ]
    made = finished(desk, f"v.{kind.value}", sections, about=request.number)
    holes = holes_in(desk, request, kind, requester)
    return _draft(desk, made, kept, holes) if holes else made


def lacks(material: Material, request: DataSubjectRequest, kind: LetterKind, requester: Requester | None) -> bool:
    """Whether the letter is a draft still."""
    desk = desk_for(material, language="nl", about=lambda each: each.id in request.activity_ids)
    return bool(holes_in(desk, request, kind, requester))


def _draft(desk: Desk, made: Document, kept: Record, holes: Sequence[str]) -> Document:
    """The letter with what is missing above it, and the word in its title."""
    w = desk.w
    missing = [Note(NoteKind.ATTENTION, w.say(each, *kept.origins("number"))) for each in ("v.draft.not-sent", *holes)]
    title = w.one("v.draft.title", letter=made.title.text)
    return replace(
        made,
        title=title,
        subject=title.text,
        sections=(desk.section("v.draft.heading", "draft", missing), *made.sections),
    )


def _is_access(request: DataSubjectRequest) -> bool:
    return request.right is Right.ACCESS


def _address(desk: Desk, request: DataSubjectRequest, kept: Record, requester: Requester | None) -> Section:
    blocks: list[Block] = []
    if desk.w.dossier.organisation.is_example:
        blocks.append(Note(NoteKind.ATTENTION, desk.w.say("example", *desk.w.origins.organisation("is_example"))))
    if requester is None:
        blocks.append(Note(NoteKind.INFO, desk.w.say("v.address.sealed", *kept.origins("number"))))
    lines = [line for name in ADDRESSED for line in (requester or {}).get(name, "").splitlines() if line.strip()]
    blocks += [Paragraph(kept.cell(line.strip(), "number")) for line in lines]
    return desk.section("v.address.heading", "address", blocks)


def _to_recipient(desk: Desk, _request: DataSubjectRequest, kept: Record, requester: Requester | None) -> Section:
    """To one recipient alone: none hears which others have the data."""
    name = (requester or {}).get("name", "")
    blocks: list[Block] = []
    if name:
        blocks.append(desk.w.paragraph("v.address.recipient", *kept.origins("lines"), name=name))
    return desk.section("v.address.heading", "address", blocks)


def _asked(desk: Desk, request: DataSubjectRequest, kept: Record, _requester: Requester | None) -> Section:
    blocks = [_received(desk, request, kept)]
    if request.asked_by is not AskedBy.SELF:
        blocks.append(desk.w.paragraph("v.asked.for-another", *kept.origins("asked_by")))
    return desk.section("v.asked.heading", "asked", blocks)


def _was_asked(desk: Desk, request: DataSubjectRequest, kept: Record, _requester: Requester | None) -> Section:
    """In the decision: whether somebody may ask for another was looked at before it."""
    return desk.section("v.asked.heading", "asked", [_received(desk, request, kept)])


def _received(desk: Desk, request: DataSubjectRequest, kept: Record) -> Block:
    w = desk.w
    known = right_in(w.catalogue, request.right)
    right = known.name.in_language(w.language) if known else request.right.value
    received = long_date(request.received_on, language=w.language)
    if request.asked_by is not AskedBy.SELF:
        because = kept.origins("received_on", "right", "asked_by")
        return w.paragraph("v.asked.received-for", *because, day=received, right=right)
    return w.paragraph("v.asked.received", *kept.origins("received_on", "right"), day=received, right=right)


def _term(desk: Desk, request: DataSubjectRequest, kept: Record, _requester: Requester | None) -> Section:
    return desk.section("v.term.heading", "term", _term_told(desk, request, kept))


def _term_told(desk: Desk, request: DataSubjectRequest, kept: Record) -> Iterator[Block]:
    w = desk.w
    reckoned = clock_of(request, RequestLaw.of(w.catalogue), on=w.day)
    if request.is_extended:
        because = kept.origins("extension_reason", "extension_ground")
        yield w.paragraph("v.term.longer", *because, reason=_ended(request.extension_reason))
    if reckoned:
        due = long_date(reckoned.due, language=w.language)
        is_over = request.is_extended and reckoned.extended is None and reckoned.due < w.day
        clause = "v.term.too-late" if is_over else "v.term.due"
        yield w.paragraph(clause, *kept.origins("received_on", "extension_months"), day=due)
        if reckoned.waits_since:
            yield w.paragraph("v.term.still", *kept.origins("suspensions"))
    yield w.paragraph("v.term.free", *kept.origins("right"))


def _decision(desk: Desk, request: DataSubjectRequest, kept: Record, _requester: Requester | None) -> Section:
    return desk.section("v.decision.heading", "decision", _decided(desk, request, kept))


def _decided(desk: Desk, request: DataSubjectRequest, kept: Record) -> Iterator[Block]:
    w = desk.w
    for part in request.parts:
        yield from _part(desk, part, kept)
    if request.decided_at:
        yield w.paragraph(
            "v.decision.because", *kept.origins("decided_because"), because=_ended(request.decided_because)
        )
        on = long_date(in_the_netherlands(request.decided_at).date(), language=w.language)
        bodies, named = bodies_of(desk), {"day": on, "name": request.decided_by}
        if bodies:
            yield w.paragraph("v.decision.by-for", *kept.origins("decided_by"), **named, body=bodies)
        else:
            yield w.paragraph("v.decision.by", *kept.origins("decided_by"), **named)
    told = [line.name for line in request.lines if line.told_on]
    if told and request.right.value in CHANGES and any(part.granted for part in request.parts):
        yield w.paragraph("v.decision.told", *kept.origins("lines"), names=w.listed(told))


def _part(desk: Desk, part: DecisionPart, kept: Record) -> Iterator[Block]:
    w, because = desk.w, kept.origins("parts")
    if part.granted:
        yield w.paragraph("v.decision.granted", *because, what=_ended(part.what))
        return
    yield w.paragraph("v.decision.refused", *because, what=_ended(part.what))
    ground = w.catalogue.entries_of(RequestRefusal).get(part.refusal)
    name = f"{ground.name.in_language(w.language)} ({_place(ground, part, w.language)})" if ground else part.refusal
    yield w.paragraph("v.decision.ground", *because, ground=name, reason=_ended(part.reason))
    if part.provision:
        yield w.paragraph("v.decision.provision", *because, provision=part.provision)


def _place(ground: RequestRefusal, part: DecisionPart, language: str) -> str:
    """The place of a ground in the law, with the point of it that was chosen."""
    place = ground.law[0]
    return (replace(place, point=part.point) if part.point else place).citation(language)


def _remedies(desk: Desk, _request: DataSubjectRequest, kept: Record, _requester: Requester | None) -> Section:
    objection, *others = (
        desk.w.paragraph(each, *kept.origins("decided_at"))
        for each in ("v.remedies.objection", "v.remedies.authority", "v.remedies.court")
    )
    return desk.section("v.remedies.heading", "remedies", [objection, *_body(desk), *others])


def _body(desk: Desk) -> Iterator[Block]:
    """Where an objection is sent: the body that is responsible for what the request is about (Awb 3:45(2))."""
    w, contact = desk.w, desk.w.dossier.organisation.contact_point
    if names := bodies_of(desk):
        yield w.paragraph("v.remedies.body", *desk.fields(desk.activities, "controllers"), body=names)
    if contact:
        yield w.paragraph("v.remedies.contact", *w.origins.organisation("contact_point"), contact=contact)


def _ended(words: str) -> str:
    """Somebody's own words as a sentence, with a full stop where they wrote none."""
    told = words.strip()
    return told if not told or told.endswith((".", "!", "?", "…")) else f"{told}."


def _contact(desk: Desk, request: DataSubjectRequest, kept: Record, _requester: Requester | None) -> Section:
    w = desk.w
    blocks = [w.paragraph("v.contact.number", *kept.origins("number"), number=request.number)]
    contact = w.dossier.organisation.data_protection_officer_contact
    if contact:
        because = w.origins.organisation("data_protection_officer_contact")
        blocks.append(w.paragraph("v.contact.officer", *because, contact=contact))
    return desk.section("v.contact.heading", "contact", blocks)


def _change(desk: Desk, request: DataSubjectRequest, kept: Record, _requester: Requester | None) -> Section:
    w, because = desk.w, kept.origins("right")
    clause = {
        Right.RECTIFICATION: "v.change.rectification",
        Right.ERASURE: "v.change.erasure",
        Right.RESTRICTION: "v.change.restriction",
    }.get(request.right)
    blocks = [w.paragraph(clause, *because), w.paragraph("v.change.asked", *because)] if clause else []
    return desk.section("v.change.heading", "change", blocks)


Part = Callable[[Desk, DataSubjectRequest, Record, Requester | None], Section]
_LETTERS: Mapping[LetterKind, Sequence[Part]] = {
    LetterKind.ACKNOWLEDGEMENT: (_address, _asked, _term, _contact),
    LetterKind.EXTENSION: (_address, _asked, _term, _contact),
    LetterKind.DECISION: (_address, _was_asked, _decision, access, _remedies, _contact),
    LetterKind.RECIPIENTS: (_to_recipient, _change, _contact),
}
"""What each letter says, in order."""
