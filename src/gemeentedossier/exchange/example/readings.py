"""How Duinrade reads open norms and contested law, what rests on that, and what became of the differences.

Two departments read one word differently, one record still applies a reading that was ended, and a pilot rests on an
advice that was followed by another. Every position is invented, and of Duinrade's own people.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.facts import ContestedMatter, Interpretation, Position, Reliance
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.organisation.facts import Person

IN_SUMMER = dt.datetime(2025, 6, 16, 9, tzinfo=dt.UTC)
RECORDED = dt.datetime(2026, 8, 31, 13, 30, tzinfo=dt.UTC)
LOOKED_AGAIN = dt.datetime(2026, 9, 21, 10, tzinfo=dt.UTC)


def _reading(
    norm: str, reading: str, reason: str, decided_on: dt.date, review_on: dt.date, *, by: Person = who.EXECUTIVE
) -> Interpretation:
    return Interpretation(
        id=named(f"reading {norm} {decided_on}"),
        norm=norm,
        reading=reading,
        reason=reason,
        decided_by_id=by.id,
        decided_by=by.name,
        decided_on=decided_on,
        review_on=review_on,
    )


WIDE = _reading(
    "large-scale",
    "Meer dan 5.000 inwoners in een jaar.",
    "Zo groot is onze kleinste regeling die iedereen kent. Besproken met de FG.",
    dt.date(2024, 5, 14),
    dt.date(2027, 5, 14),
)
NARROW = _reading(
    "large-scale",
    "Meer dan 1.000 inwoners in een jaar, of alle jongeren van een wijk.",
    "Bij jeugd gaat het om weinig kinderen en veel gegevens per kind.",
    dt.date(2026, 4, 21),
    dt.date(2027, 4, 21),
)
SLOW = replace(
    _reading(
        "reasonable-period",
        "Binnen een maand nadat wij de gegevens kregen.",
        "De uiterste termijn van de wet.",
        dt.date(2023, 3, 7),
        dt.date(2026, 3, 7),
        by=who.PRIVACY_OFFICER,
    ),
    ended_on=dt.date(2026, 6, 30),
    ended_because="De FG adviseerde inwoners eerder te vertellen dat hun gegevens er zijn.",
)
SOON = _reading(
    "reasonable-period",
    "Bij het eerste contact, en uiterlijk na twee weken.",
    "Wie weet dat zijn gegevens er zijn, kan op tijd zeggen dat er iets niet klopt. Advies van de FG.",
    dt.date(2026, 6, 30),
    dt.date(2028, 6, 30),
)
NEED = _reading(
    "necessity",
    "Zonder dit gegeven is het besluit niet te nemen, en een minder ingrijpend gegeven volstaat niet.",
    "Handig is niet genoeg. Zo staat het in de werkinstructie voor alle afdelingen.",
    dt.date(2024, 10, 1),
    dt.date(2026, 10, 1),
)
INTERPRETATIONS = (WIDE, NARROW, NEED, SLOW, SOON)
"""By norm and day."""

COUNSEL = Position(
    id=named("position counsel"),
    holder=PositionHolder.OWN_COUNSEL,
    statement="Ja, als de inwoner vooraf toestemming geeft.",
    reference="Memo van juridische zaken, 2025-19",
    stated_on=dt.date(2025, 6, 12),
    recorded_by_id=who.PRIVACY_OFFICER.id,
    recorded_by=who.PRIVACY_OFFICER.name,
    recorded_at=IN_SUMMER,
)
OFFICER = Position(
    id=named("position officer"),
    holder=PositionHolder.OFFICER,
    statement="Nee. Wie hulp nodig heeft, geeft die toestemming niet vrij. Deel alleen wat elke wet zelf toestaat.",
    reference="Advies van de FG, 2026-07",
    stated_on=dt.date(2026, 8, 27),
    recorded_by_id=who.DATA_PROTECTION_OFFICER.id,
    recorded_by=who.DATA_PROTECTION_OFFICER.name,
    recorded_at=RECORDED,
)
MATTERS = (
    ContestedMatter(
        id=named("matter across domains"),
        title="Gegevens samenbrengen over wetten heen",
        question="Mag de gemeente voor één plan gegevens uit de Wmo, jeugdhulp en schuldhulp samenbrengen, "
        "zolang de Wams niet geldt?",
        positions=(COUNSEL, OFFICER),
    ),
)
APPLIED: tuple[tuple[Interpretation, str, Person], ...] = (
    (WIDE, "wmo-report-and-inquiry", who.OWNER_SUPPORT),
    (NARROW, "youth-access", who.OWNER_SUPPORT),
    (SLOW, "debt-early-warning", who.OWNER_INCOME),
    (SOON, "assistance-enforcement", who.OWNER_INCOME),
    (NEED, "assistance-application", who.OWNER_INCOME),
)
"""Which reading each record applies, and whose record it is."""
PILOT = "Meervoudige problematiek (proef)"


def reliances(activities: Sequence[Activity]) -> tuple[Reliance, ...]:
    """What rests on these readings and positions."""
    sound = {each.reference_activity: each for each in activities if each.reference.startswith("DR-")}
    pilot = next(each for each in activities if each.name == PILOT)
    applied = (
        Reliance(
            id=named(f"applies {reference}"),
            subject_kind="activity",
            subject_id=sound[reference].id,
            recorded_by_id=person.id,
            recorded_by=person.name,
            recorded_at=LOOKED_AGAIN if reading.decided_on.year == 2026 else IN_SUMMER,
            interpretation_id=reading.id,
        )
        for reading, reference, person in APPLIED
    )
    decided = Reliance(
        id=named("decided pilot"),
        subject_kind="activity",
        subject_id=pilot.id,
        recorded_by_id=who.OWNER_SUPPORT.id,
        recorded_by=who.OWNER_SUPPORT.name,
        recorded_at=IN_SUMMER,
        position_id=COUNSEL.id,
        note="De proef begint met toestemming op papier.",
    )
    return _in_order((*applied, decided))


def one_reading(found: Interpretation) -> Interpretation:
    """The reading of the smaller number holds for everyone, and what had to be looked at again was."""
    if found.id == WIDE.id:
        return replace(found, ended_on=NARROW.decided_on, ended_because="Eén grens voor alle afdelingen.")
    return replace(found, review_on=dt.date(2028, 10, 1)) if found.id == NEED.id else found


def looked_at_again(found: Iterable[Reliance]) -> tuple[Reliance, ...]:
    """Each record rests on what holds now, and the pilot on the advice that came last."""
    onto: dict[UUID | None, UUID] = {WIDE.id: NARROW.id, SLOW.id: SOON.id}
    return _in_order(
        replace(each, position_id=OFFICER.id, recorded_at=LOOKED_AGAIN, note="De proef is gestopt.")
        if each.position_id
        else replace(each, interpretation_id=onto.get(each.interpretation_id, each.interpretation_id))
        for each in found
    )


def _in_order(found: Iterable[Reliance]) -> tuple[Reliance, ...]:
    return tuple(sorted(found, key=lambda each: (each.subject_kind, each.subject_id, each.id)))
