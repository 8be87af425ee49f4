"""Help beside a field: what the catalogue says of it, and which rules and documents use what stands in it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.places import PlaceKind, places_of
from gemeentedossier.catalogue.engine.addresses import address_of
from gemeentedossier.catalogue.engine.expressions import names_as_written
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.design.parts import Explanation, Link
from gemeentedossier.desk.presenters.activity.goals import BY_RULE, Goal, goal_of_fact
from gemeentedossier.desk.presenters.mending import (
    FIELD_OF_ASSET,
    FIELD_OF_TOLD,
    LEVELS,
    OF_CLAUSES,
    OF_OUTAGES,
    OF_RISKS,
)
from gemeentedossier.desk.presenters.organisation_sections import FIELDS as OF_THE_ORGANISATION

MOST_LAWS, MOST_RULES = 5, 3
"""Places in the law and rules that stand beside a field; the page of all help has every one."""
_RECORDS: Mapping[str, str] = {
    "security_risk": "risk",
    "policy_clause": "clause",
    "impact_assessment": "assessment",
    "covenant": "agreement",
    "interpretation": "reading",
    "access_right": "right",
    "security_classification": "continuity",
}
"""The kind of record of a subject of rules, where it is not called so."""
_PARTS: Mapping[str, tuple[str, ...]] = {
    "purposes": ("purpose", "legal-basis"),
    "data": ("data-use",),
    "informing": ("data-source",),
    "recipients": ("recipient", "transfer"),
    "retention": ("retention",),
    "parties": ("party",),
    "further-use": ("further-use",),
}
"""The parts of an activity by section: a fact of the whole activity may be recorded in one of them."""
_OF_AN_ACTIVITY = frozenset(record for records in _PARTS.values() for record in records)
_BEFORE, _AFTER = ("has_", "is_"), ("_written", "_known", "_recorded", "_overdue", "_given", "_reasoned", "_count")


@lru_cache(maxsize=2_000)
def explanation_for(key: str, *, label: str, language: str) -> Explanation:
    """Return the help beside one field as its form shows it, in the reader's language."""
    told = latest_catalogue().field_guidance[key]
    return Explanation(
        label=label,
        asks=told.asks.in_language(language),
        used=tuple(_used(key, language)),
        law=tuple(_links(laws_of(key)[:MOST_LAWS], language)),
        good=_in(told.good, language),
        bad=_in(told.bad, language),
        because=_in(told.because, language),
    )


def laws_of(key: str) -> tuple[LawReference, ...]:
    """Return where the law asks what stands in a field: what the help names itself, then what its rules rest on."""
    own = latest_catalogue().field_guidance[key].law
    return tuple(dict.fromkeys((*own, *(place for rule in rules_of(key) for place in rule.law))))


def rules_of(key: str) -> tuple[Rule, ...]:
    """Return the rules that look at a field, in the order of the catalogue."""
    return _rules_by_field().get(key, ())


def _used(key: str, language: str) -> Iterator[str]:
    told, rules = latest_catalogue().field_guidance[key], rules_of(key)
    if told.use:
        yield told.use.in_language(language)
    for rule in rules[:MOST_RULES]:
        yield _("Criterion: %(label)s") % {"label": rule.label.in_language(language)}
    if more := len(rules[MOST_RULES:]):
        yield ngettext("and %(count)s other criterion", "and %(count)s other criteria", more) % {"count": more}
    if places := documents_of(rules):
        yield _("Told in: %(documents)s") % {"documents": "; ".join(each.in_language(language) for each in places)}


def documents_of(rules: Iterable[Rule]) -> tuple[Text, ...]:
    """Return where documents tell what these rules found."""
    found = dict.fromkeys(place for rule in rules for place in places_of(rule, PlaceKind.DOCUMENT))
    return tuple(sorted(found, key=lambda each: each.nl))


def law_links(key: str, language: str) -> tuple[Link, ...]:
    """Return every place in the law of a field, with where it can be read."""
    return tuple(_links(laws_of(key), language))


def _links(places: Iterable[LawReference], language: str) -> Iterator[Link]:
    catalogue = latest_catalogue()
    for place in places:
        yield Link(label=place.citation(language), url=address_of(place, catalogue, language))


def _in(text: Text | None, language: str) -> str:
    return text.in_language(language) if text else ""


@lru_cache(maxsize=1)
def _rules_by_field() -> Mapping[str, tuple[Rule, ...]]:
    """The rules by the field that says what they look at: the same fields to which their repairs lead."""
    found: dict[str, dict[str, Rule]] = {}
    for rule in latest_catalogue().rules.values():
        for key in _fields_of(rule):
            found.setdefault(key, {})[rule.id] = rule
    return {key: tuple(rules.values()) for key, rules in found.items()}


def _fields_of(rule: Rule) -> Iterator[str]:
    if goal := BY_RULE.get(rule.id):
        yield from _of_the_activity(goal)
    written = " ".join(filter(None, (rule.met, rule.partly, rule.contradicts)))
    for name in names_as_written(written) if written else ():
        yield from _fields_of_fact(name)


def _fields_of_fact(name: str) -> Iterator[str]:
    """The ids of the fields that say a fact, such as ``data_use.has_bsn_provision``."""
    subject, _dot, fact = name.partition(".")
    if subject == "activity":
        goal = goal_of_fact(name)
        yield from _of_the_activity(goal) if goal else _alike("activity", fact)
        return
    record = _RECORDS.get(subject, subject.replace("_", "-"))
    known = (FIELD_OF_ASSET | FIELD_OF_TOLD | LEVELS | dict(OF_OUTAGES) | dict(OF_RISKS) | dict(OF_CLAUSES)).get(name)
    if subject == "organisation":
        known = OF_THE_ORGANISATION.get(fact, ("", ""))[1]
    elif not known and subject.replace("_", "-") in _OF_AN_ACTIVITY:
        goal = goal_of_fact(name)
        known = goal.field if goal else None
    yield from _known(record, known) if known else _alike(record, fact)


def _of_the_activity(goal: Goal) -> Iterator[str]:
    """The field of the activity itself, or of the parts in that section."""
    records = ("activity", *_PARTS.get(goal.section, ()))
    yield from next((found for record in records if (found := _known(record, goal.field))), [])


def _alike(record: str, fact: str) -> Iterator[str]:
    """The field that is called like the fact, but for what the fact says of it."""
    names = [fact]
    names += [fact.removeprefix(each) for each in _BEFORE if fact.startswith(each)]
    names += [name.removesuffix(each) for name in tuple(names) for each in _AFTER if name.endswith(each)]
    yield from next((found for name in names if (found := _known(record, name))), [])


def _known(record: str, field: str) -> list[str]:
    key = f"{record}.{field.replace('_', '-')}"
    return [key] if key in latest_catalogue().field_guidance else []
