"""Chapters 10 and 11: use for another purpose, and decisions by computers."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, BulletList, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.enums import FurtherUseBasis
from gemeentedossier.dossier.register.facts import Activity, FurtherUse


def further_use(desk: Desk) -> Section:
    """Each further use with what it rests on and the outcome of the test."""
    return desk.section("a.further.heading", "further-use", _further(desk))


def _further(desk: Desk) -> Iterator[Block]:
    yield desk.w.paragraph("a.further.intro")
    items = [_use(desk, each, use) for each in desk.activities for use in each.further_uses]
    if items:
        yield BulletList(tuple(items))
    rest = [each for each in desk.activities if not each.further_uses]
    field = "characteristics.further_use"
    said = {answer: [each for each in rest if each.characteristics.further_use is answer] for answer in (True, None)}
    if desk.activities and not items and not said[True] and not said[None]:
        yield desk.w.paragraph("a.further.none", *desk.fields(desk.activities, field))
    yield from desk.about("a.further.undescribed", said[True], field, "further_uses")
    yield from desk.about("a.further.unknown", said[None], field)


def _use(desk: Desk, activity: Activity, use: FurtherUse) -> Text:
    w = desk.w
    purpose, basis, conclusion = w.origins.row(activity, "further_uses", use, "purpose", "basis", "conclusion")
    said = w.say("a.further.item", *w.origins.field(activity, "name"), purpose, activity=activity.name,
                 purpose=quoted(use.purpose))  # fmt: skip
    if use.basis is None:
        said += w.say("a.further.no-basis", basis)
    else:
        said += w.say("a.further.basis", basis, basis=w.word(f"further.{use.basis.value}"))
    if use.conclusion.strip():
        said += w.say("a.further.conclusion", conclusion, words=quoted(use.conclusion))
    elif use.basis is FurtherUseBasis.COMPATIBLE:
        said += w.say("a.further.untested", conclusion)
    return said


def automated_decisions(desk: Desk) -> Section:
    """Decisions by computer alone with ground and safeguards, and algorithms."""
    return desk.section("a.automated.heading", "automated-decisions", _automated(desk))


def _automated(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("a.automated.intro")
    items = [_decision(desk, each) for each in desk.activities if each.characteristics.automated_decision]
    items += [_algorithm(desk, each) for each in desk.activities if each.characteristics.algorithm]
    if items:
        yield BulletList(tuple(items))
    field = "characteristics.automated_decision"
    answers = [each.characteristics.automated_decision for each in desk.activities]
    if answers and all(answer is False for answer in answers):
        yield w.paragraph("a.automated.none", *desk.fields(desk.activities, field))
    unknown = desk.where(lambda each: each.characteristics.automated_decision is None)
    yield from desk.about("a.automated.unknown", unknown, field)


def _decision(desk: Desk, activity: Activity) -> Text:
    w, account = desk.w, activity.account
    said = w.say(
        "a.automated.yes",
        *w.origins.field(activity, "name", "characteristics.automated_decision"),
        activity=activity.name,
    )
    said += _written(desk, activity, "ground", "automated_decision_ground", account.automated_decision_ground)
    return said + _written(
        desk, activity, "safeguards", "automated_decision_safeguards", account.automated_decision_safeguards
    )


def _written(desk: Desk, activity: Activity, clause: str, field: str, words: str) -> Text:
    because = desk.w.origins.field(activity, f"account.{field}")
    if words.strip():
        return desk.w.say(f"a.automated.{clause}", *because, words=quoted(words))
    return desk.w.say(f"a.automated.no-{clause}", *because)


def _algorithm(desk: Desk, activity: Activity) -> Text:
    w, place = desk.w, activity.account.algorithm_register
    because = w.origins.field(activity, "name", "characteristics.algorithm")
    said = w.say("a.automated.algorithm", *because, activity=activity.name)
    written = w.origins.field(activity, "account.algorithm_register")
    if place.strip():
        return said + w.say("a.automated.algorithm-register", *written, words=quoted(place))
    return said + w.say("a.automated.algorithm-unregistered", *written)
