"""What an answer on a request for access tells of each processing activity, from the register (GDPR 15(1) and (2))."""

from collections.abc import Callable, Iterator, Sequence

from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record
from gemeentedossier.documents.engine.composition.wordings import anchor_of
from gemeentedossier.dossier.register.facts import Activity, DataSource, RetentionPeriod
from gemeentedossier.dossier.requests.enums import AskedBy, LineKind, RequestQuestion
from gemeentedossier.dossier.requests.facts import DataSubjectRequest


def access(desk: Desk, request: DataSubjectRequest, kept: Record, _requester: object) -> Section:
    """The section of the decision letter, with a part for each activity that the request is about."""
    is_granted = any(part.granted for part in request.parts)
    children = [_activity(desk, each) for each in desk.activities] if is_granted else []
    return desk.section("v.access.heading", "access", _opening(desk, request, kept, is_granted=is_granted), children)


def says_source(source: DataSource) -> bool:
    """Whether it tells where data come from."""
    return bool(source.from_data_subject or source.recipient_category or source.text.strip())


def says_period(kept: RetentionPeriod) -> bool:
    """Whether it tells how long data are kept."""
    return bool(kept.permanent or kept.period or kept.text.strip() or kept.rule_id)


def _opening(desk: Desk, request: DataSubjectRequest, kept: Record, *, is_granted: bool) -> Iterator[Block]:
    w = desk.w
    if desk.activities:
        names = w.listed(each.name for each in desk.activities)
        clause = "v.access.about" if request.asked_by is AskedBy.SELF else "v.access.about-for"
        yield w.paragraph(clause, *desk.fields(desk.activities, "name"), activities=names)
    named = [line.name for line in request.lines if line.kind is LineKind.RECIPIENT and line.named_in_answer]
    if named:
        yield w.paragraph("v.access.recipients", *kept.origins("lines"), names=w.listed(named))
    if is_granted and request.answered(RequestQuestion.COPY_GIVEN):
        yield w.paragraph("v.access.copy", *kept.origins("parts"))
    yield w.paragraph("v.access.rights", *kept.origins("right"))


def _activity(desk: Desk, activity: Activity) -> Section:
    told = [each for tell in _TOLD for each in tell(desk, activity)]
    heading = describing.name(desk.w, activity)[0]
    blocks = (BulletList(tuple(told)),) if told else ()
    return Section(heading=heading, anchor=anchor_of("access", str(activity.id)), blocks=blocks)


def _about(desk: Desk, activity: Activity, clause: str, field: str, items: Sequence[str]) -> Iterator[Text]:
    """A clause with a list in it; nothing where the register has nothing, for then the letter is a draft."""
    said = list(dict.fromkeys(each.strip().rstrip(".") for each in items if each.strip()))
    if said:
        yield desk.w.say(clause, *desk.w.origins.field(activity, field), what="; ".join(said))


def _plain(text: Text) -> str:
    return " ".join(each.text for each in text)


def _inside(words: str) -> str:
    """Words inside a sentence: without the capital that they begin with, where they are no abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _purposes(desk: Desk, activity: Activity) -> Iterator[Text]:
    yield from _about(desk, activity, "v.access.purposes", "purposes", [each.text for each in activity.purposes])


def _data(desk: Desk, activity: Activity) -> Iterator[Text]:
    found = [_inside(name) for use in activity.data_uses for name in describing.data(desk.w, use)]
    yield from _about(desk, activity, "v.access.data", "data_uses", found)


def _receivers(desk: Desk, activity: Activity) -> Iterator[Text]:
    found = [_plain(describing.recipient(desk.w, activity, each)) for each in activity.recipients]
    yield from _about(desk, activity, "v.access.receivers", "recipients", found)
    names = [each.party_name for each in activity.parties]
    yield from _about(desk, activity, "v.access.parties", "parties", names)


def _kept(desk: Desk, activity: Activity) -> Iterator[Text]:
    w = desk.w
    found = []
    for each in activity.retention:
        about = f"{_inside(_plain(describing.applies_to(w, activity, each)))}: " if each.applies_to.strip() else ""
        found.append(about + _inside(_plain(describing.period(w, activity, each))))
    yield from _about(desk, activity, "v.access.kept", "retention", found)


def _sources(desk: Desk, activity: Activity) -> Iterator[Text]:
    w, found = desk.w, []
    for each in activity.sources:
        category = w.catalogue.recipient_categories.get(each.recipient_category)
        found += [w.word("from-person")] if each.from_data_subject else []
        found += [category.name.in_language(w.language)] if category else []
        found.append(each.text)
    yield from _about(desk, activity, "v.access.sources", "sources", found)


def _automated(desk: Desk, activity: Activity) -> Iterator[Text]:
    w, answer = desk.w, activity.characteristics.automated_decision
    because = w.origins.field(activity, "characteristics.automated_decision")
    if answer is not None:
        yield w.say("v.access.automated" if answer else "v.access.not-automated", *because)
    if answer:
        words = activity.account.automated_decision_safeguards
        yield from _about(desk, activity, "v.access.looked-at", "account.automated_decision_safeguards", [words])


def _transfers(desk: Desk, activity: Activity) -> Iterator[Text]:
    w = desk.w
    found = [
        f"{each.recipient or each.country} ({_plain(describing.country(w, activity, each))}): "
        f"{_plain(describing.safeguard(w, activity, each))}"
        for each in activity.transfers
    ]
    yield from _about(desk, activity, "v.access.transfers", "transfers", found)
    if not activity.transfers and activity.characteristics.transfer_outside_eea is False:
        because = w.origins.field(activity, "characteristics.transfer_outside_eea")
        yield w.say("v.access.no-transfers", *because)


_TOLD: Sequence[Callable[[Desk, Activity], Iterator[Text]]] = (
    *(_purposes, _data, _receivers, _kept),
    *(_sources, _automated, _transfers),
)
"""In the order of GDPR 15(1) and (2)."""
