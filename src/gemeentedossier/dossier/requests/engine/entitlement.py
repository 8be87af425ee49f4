"""Who may exercise the rights of a data subject, by age and guardianship, on a day (UAVG 5)."""

import datetime as dt
from collections.abc import Iterable

from gemeentedossier.catalogue.facts.requests import Entitlement, SectorException
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.enums import AskedBy


def entitlement_for(
    rules: Iterable[Entitlement], *, age: int | None, guardianship: bool | None, on: dt.date
) -> Entitlement | None:
    """The rule that holds for somebody of this age on a day; None where the age or the law of that day is not known.

    Guardianship counts from 16: below that age the rules on children say who may ask.
    """
    if age is None:
        return None
    holding = [each for each in rules if each.validity.holds_on(on)]
    by_age = next((each for each in holding if not each.guardianship and _fits(each, age)), None)
    if guardianship and by_age and by_age.below_age is None:
        return next((each for each in holding if each.guardianship), by_age)
    return by_age


def adult_from(rules: Iterable[Entitlement], *, on: dt.date) -> int | None:
    """The age from which a person asks themselves, on a day; where no rule of that day is known, by any rule."""
    own = [each for each in rules if not each.guardianship and each.below_age is None and each.from_age is not None]
    holding = [each for each in own if each.validity.holds_on(on)] or own
    return min((each.from_age for each in holding if each.from_age is not None), default=None)


def may_ask(rule: Entitlement | None, asked_by: AskedBy) -> bool | None:
    """Whether the rule lets this person ask; unknown without a rule. A child from 12 may authorise nobody here."""
    return None if rule is None else asked_by.value in rule.by


def exceptions_for(
    exceptions: Iterable[SectorException],
    *,
    domains: Iterable[str],
    right: DataSubjectRight,
    on: dt.date,
    lives: bool = False,
) -> tuple[SectorException, ...]:
    """Regimes of other laws that may go first in these policy domains; what they mean a person judges.

    ``lives`` is that the person is known to be alive: then nothing is told of the deceased.
    """
    wanted, word = set(domains), right.value.replace("_", "-")
    return tuple(
        each
        for each in exceptions
        if each.validity.holds_on(on)
        and not (lives and each.of_the_deceased)
        and (not each.domains or not wanted.isdisjoint(each.domains))
        and (not each.rights or word in each.rights)
    )


def _fits(rule: Entitlement, age: int) -> bool:
    return (rule.from_age is None or age >= rule.from_age) and (rule.below_age is None or age < rule.below_age)
