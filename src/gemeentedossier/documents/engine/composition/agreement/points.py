"""What was agreed: a section per point that the law asks of this kind, with what is open said as open."""

from gemeentedossier.documents.engine.blocks import Paragraph, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.composition.wordings import anchor_of
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.agreements.engine.points import POINTS, points_of
from gemeentedossier.dossier.agreements.enums import Point
from gemeentedossier.dossier.agreements.facts import AgreedPoint, Agreement

STATED = frozenset(
    {
        Point.GUARANTEES_ASSESSED_FIRST,
        Point.OWN_USE_CHECKED,
        Point.DECIDES_PURPOSES,
        Point.CARE_FILES_TRANSFERRED,
        Point.SHARES_SPECIAL_OR_SENSITIVE_DATA,
        Point.SHARES_CRIMINAL_DATA,
        Point.IS_PUBLIC_PARTNERSHIP,
        Point.IS_STATUTORY_PARTNERSHIP,
    }
)
"""Points that say how something is, and promise nothing."""


def points(desk: Desk, agreement: Agreement) -> Section:
    """Each point in the order of the law."""
    kept, said = record(desk.w, "agreement", agreement, agreement.name), {each.point: each for each in agreement.points}
    children = [_point(desk, kept, point, said.get(point)) for point in points_of(agreement.kind)]
    return desk.section("g.points.heading", "points", (), children)


def _point(desk: Desk, kept: Record, point: Point, said: AgreedPoint | None) -> Section:
    w, because = desk.w, kept.origins("points")
    label, law = POINTS[point].label, POINTS[point].law
    text = _told(desk, kept, point, said)
    text += w.say("g.point.law", law=law.in_language(w.language))
    return Section(
        heading=w.value(label.in_language(w.language), because=because, slot=f"{point.value}-heading")[0],
        anchor=anchor_of("point", point.value),
        blocks=(Paragraph(text),),
    )


def _told(desk: Desk, kept: Record, point: Point, said: AgreedPoint | None) -> Text:
    w, because = desk.w, kept.origins("points")
    if said is None or said.agreed is None:
        return w.say("g.point.unknown", *because)
    if not said.agreed:
        return w.say("g.point.not-so" if point in STATED else "g.point.left-out", *because)
    text = w.say(f"g.point.{point.value}", *because)
    if said.text.strip():
        text += w.say("g.point.words", *because, words=quoted(said.text))
    return text + w.say("g.point.place", *because, place=said.place) if said.place.strip() else text
