"""What Duinrade decided, told and mended about its breaches."""

import datetime as dt

from gemeentedossier.dossier.breaches.enums import (
    DecisionKind,
    IncidentKind,
    InformGround,
    Manner,
    MeasureKind,
    MessageElement,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachAdvice,
    BreachClosing,
    BreachCommunication,
    BreachConcerned,
    BreachDecision,
    BreachMeasure,
    BreachNotification,
)
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.breach_stories import Story
from gemeentedossier.exchange.example.identifiers import named

LETTER = (
    "{story} Dat spijt ons. {done} Dit kan het voor u betekenen: {means} Let op of iemand uw gegevens gebruikt, en bel "
    "ons bij twijfel. Onze functionaris gegevensbescherming helpt u graag."
)


def decided(
    key: str, kind: DecisionKind, *, at: dt.datetime | None = None, ground: InformGround | None = None
) -> BreachDecision:
    """A decision of the executive: yes, or no to telling people on a ground."""
    return BreachDecision(
        id=named(f"{key} {kind} {ground}"),
        kind=kind,
        is_yes=ground is None,
        ground=ground,
        reason="Op advies van de FG." if ground is None else "Zo gewogen met de FG.",
        decided_by_id=who.EXECUTIVE.id,
        decided_by=who.EXECUTIVE.name,
        decided_at=at or dt.datetime(2026, 5, 1, 9, tzinfo=dt.UTC),
    )


def notified(key: str, *, at: dt.datetime) -> BreachNotification:
    """A first notification that was whole."""
    return BreachNotification(
        id=named(f"{key} notification"),
        kind=NotificationKind.FIRST,
        sent_at=at,
        sent_by_id=who.PRIVACY_OFFICER.id,
        sent_by=who.PRIVACY_OFFICER.name,
        number=f"AP-{key[-3:]}",
        is_preliminary=False,
    )


def written_to(key: str, *, at: dt.datetime, data: BreachConcerned, story: Story) -> BreachCommunication:
    """A letter to the people concerned that holds all the law asks."""
    return BreachCommunication(
        id=named(f"{key} letter"),
        manner=Manner.LETTER,
        told_at=at,
        sent_by_id=who.PRIVACY_OFFICER.id,
        sent_by=who.PRIVACY_OFFICER.name,
        people_count=data.people_max,
        text=LETTER.format(story=story.letter, done=story.remedy, means=story.consequences),
        tells=tuple(MessageElement),
        told_data=(*data.data_categories, *data.data_own),
    )


def advised(key: str, *, at: dt.datetime) -> BreachAdvice:
    """The officer's advice, answered by the executive."""
    return BreachAdvice(
        id=named(f"{key} advice"),
        text="Meld dit, en licht de betrokkene in.",
        given_by_id=who.DATA_PROTECTION_OFFICER.id,
        given_by=who.DATA_PROTECTION_OFFICER.name,
        given_at=at,
        answer="Dat doen wij.",
        answered_by_id=who.EXECUTIVE.id,
        answered_by=who.EXECUTIVE.name,
        answered_at=at + dt.timedelta(hours=2),
    )


def mended(key: str, *, on: dt.date, story: Story) -> BreachMeasure:
    """What put it right."""
    return BreachMeasure(
        id=named(f"{key} remedy"),
        kind=MeasureKind.REMEDY,
        what=story.remedy,
        owner_id=who.OWNER_SUPPORT.id,
        owner=who.OWNER_SUPPORT.name,
        due_on=on,
        done_on=on,
        done_how=story.remedied,
    )


def improved(key: str, *, on: dt.date, story: Story) -> BreachMeasure:
    """What should keep it from happening again."""
    return BreachMeasure(
        id=named(f"{key} improvement"),
        kind=MeasureKind.IMPROVEMENT,
        what=story.improvement,
        owner_id=who.OWNER_SUPPORT.id,
        owner=who.OWNER_SUPPORT.name,
        due_on=on,
        measure_id=who.WRONG_POST.id if story.kind is IncidentKind.WRONG_RECIPIENT else None,
        done_on=on,
        done_how=story.improved,
        effect=story.effect,
        effect_seen_on=on,
    )


def closed(at: dt.datetime, *, until: dt.date) -> BreachClosing:
    """The work is done; the record stays until the day."""
    return BreachClosing(
        closed_at=at,
        closed_by_id=who.PRIVACY_OFFICER.id,
        closed_by=who.PRIVACY_OFFICER.name,
        closed_because="Alles is gedaan en het helpt.",
        deletion_planned_on=until,
    )
