"""How Duinrade classified what it processes, and who may see what for what; with what became of the faults."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gemeentedossier.catalogue.facts import Catalogue, DataKind
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import AccessRight, AccessRule, Classification, SystemLevel
from gemeentedossier.exchange.example import organisation as who
from gemeentedossier.exchange.example.identifiers import named

APPROVED = dt.datetime(2026, 9, 15, 14, tzinfo=dt.UTC)
NOT_YET = frozenset({"school-transport", "council-information", "complaints"})
"""Nobody classified these."""
UNAPPROVED = frozenset({"reintegration", "wmo-personal-budget"})
TOO_LOW = {
    "Woningaanpassing": 2,
    "Jeugdsportfonds": 1,
    "Huisbezoek bij bijstand": 2,
    "Maatwerk minima": 2,
    "Regionale toegang": 3,
}
"""Levels of confidentiality that do not fit the data."""
URGENT = "Crisiskaart"
"""As confidential as it should be, but who logs it stopped looking, and days of failure are called acceptable."""
HASTY = "Jeugdsportfonds"
"""Where a blank is the reason."""
INEXACT = "Maatwerk minima"
"""Decides on money, and errors are called harmless."""
REASONS = {
    1: "Mensen merken er niets van.",
    2: "Mensen hebben er last van, maar het is te herstellen.",
    3: "Mensen lijden schade: te laat geld of hulp, een verkeerd besluit, of fraude met hun gegevens.",
    4: "Gegevens over gezondheid, gezin of straf: wie ze ziet, kan mensen blijvend schaden.",
}
SYSTEM_LEVELS = (
    SystemLevel(
        id=named("level archive availability"),
        system_id=who.ARCHIVE.id,
        aspect=SecurityAspect.AVAILABILITY,
        level=2,
        reason="Het archief wordt alleen geraadpleegd; een paar dagen wachten kan.",
        decided_by_id=who.CISO.id,
        decided_by=who.CISO.name,
        decided_at=APPROVED,
    ),
    SystemLevel(
        id=named("level support system availability"),
        system_id=who.SUPPORT_SYSTEM.id,
        aspect=SecurityAspect.AVAILABILITY,
        level=3,
        reason="Vanaf 2027 draait hier de hulp aan gezinnen op.",
        decided_by_id=who.CISO.id,
        decided_by=who.CISO.name,
        decided_at=APPROVED,
    ),
)


def classifications(activities: Iterable[Activity], catalogue: Catalogue) -> tuple[Classification, ...]:
    """The levels of the records that are in order but for a few, and of some that are not."""
    made = (_classified(each, catalogue) for each in activities if _is_classified(each))
    return tuple(sorted(made, key=lambda each: each.activity_id))


def _is_classified(activity: Activity) -> bool:
    is_sound = activity.reference.startswith("DR-")
    return activity.reference_activity not in NOT_YET if is_sound else activity.name in (*TOO_LOW, URGENT)


def _classified(activity: Activity, catalogue: Catalogue) -> Classification:
    reference = activity.reference_activity
    confidentiality = TOO_LOW.get(activity.name, 4 if _is_special(activity, catalogue) else 3)
    availability = 3 if activity.policy_domain in ("income", "youth", "safety") else 2
    integrity = 2 if activity.name == INEXACT else 3
    is_approved = reference not in UNAPPROVED
    return Classification(
        id=named(f"classification {activity.name}"),
        activity_id=activity.id,
        availability=availability,
        availability_reason=REASONS[availability],
        integrity=integrity,
        integrity_reason=REASONS[integrity],
        confidentiality=confidentiality,
        confidentiality_reason="Nader in te vullen." if activity.name == HASTY else REASONS[confidentiality],
        approved_by_id=activity.owner_id if is_approved else None,
        approved_by=activity.owner if is_approved else "",
        approved_at=APPROVED if is_approved else None,
        revision=1,
    )


def _is_special(activity: Activity, catalogue: Catalogue) -> bool:
    kinds = {catalogue.data_categories[each].kind for use in activity.data_uses for each in use.data_categories}
    return not kinds.isdisjoint({DataKind.SPECIAL, DataKind.CRIMINAL})


def raised(found: Classification) -> Classification:
    """The levels that fit the data and what depends on them."""
    low = found.id in {named(f"classification {name}") for name in TOO_LOW}
    fitting = replace(found, confidentiality=4, confidentiality_reason=REASONS[4]) if low else found
    if found.id == named(f"classification {URGENT}"):
        fitting = replace(fitting, availability=3, availability_reason=REASONS[3])
    return replace(fitting, integrity=3, integrity_reason=REASONS[3])


TASKS = {
    "wmo-report-and-inquiry": ("Wmo-consulent", "Kwaliteitsmedewerker Wmo"),
    "debt-intake": ("Schuldhulpverlener",),
    "assistance-application": ("Inkomensconsulent",),
}


def access_rules(activities: Sequence[Activity]) -> tuple[AccessRule, ...]:
    """Which functions may see what, per purpose."""
    made = (
        AccessRule(
            id=named(f"access {activity.reference_activity} {function} {number}"),
            activity_id=activity.id,
            purpose_id=purpose.id,
            function=function,
            data_categories=tuple(dict.fromkeys(c for use in activity.data_uses for c in use.data_categories))[:4],
            may_change=function == functions[0],
            reason="Behandelt de aanvraag." if function == functions[0] else "Controleert een steekproef.",
        )
        for activity in _sound(activities)
        if (functions := TASKS.get(activity.reference_activity, ()))
        for number, purpose in enumerate(activity.purposes)
        for function in functions
    )
    lines = (*made, _line(_named(activities, TALK), "Wmo-consulent"), _line(_named(activities, URGENT), "Piketdienst"))
    return tuple(sorted(lines, key=lambda each: (each.activity_id, each.function, each.id)))


def access_rights(activities: Sequence[Activity]) -> tuple[AccessRight, ...]:
    """What somebody found in the systems; two of them should not be there."""
    kept = {activity.reference_activity: activity for activity in _sound(activities)}
    support, debts = kept["wmo-report-and-inquiry"], kept["debt-intake"]
    talk, urgent = _named(activities, TALK), _named(activities, URGENT)
    made = (
        _right(support, "groep wmo-consulenten", "Wmo-consulent"),
        replace(_right(talk, OUTSIDE, "Baliemedewerker"), purpose_id=None),
        _right(debts, "groep schuldhulp", "Schuldhulpverlener"),
        replace(_right(urgent, LEFT, "Piketdienst"), purpose_id=None, role_ended_on=dt.date(2025, 6, 30)),
    )
    return tuple(sorted(made, key=lambda each: (each.activity_id, each.holder, each.id)))


OUTSIDE, LEFT = "groep balie", "account piket-oud"
TALK = "Keukentafelgesprek"


def _sound(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    return tuple(each for each in activities if each.reference.startswith("DR-"))


def _named(activities: Iterable[Activity], name: str) -> Activity:
    return next(each for each in activities if each.name == name)


def _line(activity: Activity, function: str) -> AccessRule:
    """A line for all purposes of an activity."""
    key = named(f"access {activity.name} {function}")
    return AccessRule(key, activity.id, function, reason="Behandelt de melding.", may_change=True)


def _right(activity: Activity, holder: str, function: str) -> AccessRight:
    return AccessRight(
        id=named(f"right {activity.reference_activity} {holder}"),
        system_id=who.CASE_SYSTEM.id,
        activity_id=activity.id,
        purpose_id=activity.purposes[0].id,
        holder=holder,
        function=function,
        account_active=True,
        seen_on=dt.date(2026, 9, 1),
    )


def withdrawn(rights: Iterable[AccessRight]) -> tuple[AccessRight, ...]:
    """The rights that are left: who left cannot sign in, and the desk no longer reaches the files."""
    return tuple(
        replace(each, account_active=False) if each.holder == LEFT else each
        for each in rights
        if each.holder != OUTSIDE
    )
