"""From dossier and catalogue to findings."""

import datetime as dt
import gc
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol, TypeVar
from uuid import UUID

from gemeentedossier.assessment.engine.answers import derived
from gemeentedossier.assessment.engine.beside import cases_beside
from gemeentedossier.assessment.engine.said import Said, said_in
from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS, activity_cases
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject, organisation_subject
from gemeentedossier.assessment.engine.subjects.secured import secured_in
from gemeentedossier.assessment.engine.subjects.whole import Whole, assessed_in, levels_of, whole_of
from gemeentedossier.assessment.facts import Answer, Assessment, Case, CaseFindings
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.engine.rule_sets import RuleSet
from gemeentedossier.catalogue.engine.rules import Judgement, ReadyRule, ready_rules
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.foundation.engine.progress import counted

WHOLES = 4
"""Of how many dossiers, those that were looked at last, is remembered what was gathered."""
FEW = 50
"""From more changed activities on, all is gathered anew."""
SECURED_BY = (
    "evidence",
    "measures",
    "classifications",
    "access_rules",
    "access_rights",
    "continuities",
    "security_risks",
    "appetites",
)
"""The fields of the dossier that say how an activity is secured."""
NO_CASES: Mapping[UUID, CaseFindings] = {}


class _OfActivity(Protocol):
    @property
    def activity_id(self) -> UUID: ...


R = TypeVar("R", bound=_OfActivity)


@dataclass(frozen=True, slots=True)
class RulesOfKind:
    """The rules on one kind of subject, in the order of their answers."""

    rules: tuple[Rule, ...]
    answers: RuleSet[Answer]
    places: Mapping[str, int]
    """Where among the rules each one stands, by its id and by the ids that it had before."""


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of a catalogue, ready, per kind of subject; it remembers answers, so keep it with its catalogue."""

    kinds: Mapping[SubjectKind, RulesOfKind]
    faults: tuple[Fault, ...]

    @property
    def asked(self) -> frozenset[SubjectKind]:
        """The kinds of subjects that rules are about."""
        return frozenset(kind for kind, known in self.kinds.items() if known.rules)


def assess(
    dossier: Dossier, catalogue: Catalogue, *, whole: Whole | None = None, same: Mapping[UUID, CaseFindings] = NO_CASES
) -> Assessment:
    """Return what every rule finds of every record, and which rules could not judge.

    Where the dossier holds a part of the activities only, ``whole`` says what these must know of the others. ``same``
    are agreements, impact assessments, requests and breaches that were judged already, of which nothing differs.
    """
    law, book = law_on(day_of(dossier), catalogue), rule_book(catalogue)
    organisation = organisation_subject(dossier.organisation, law)
    with collector_at_rest():
        known = whole_in(dossier) if whole is None else whole
        made = {key: each.case for key, each in same.items()}
        beside = cases_beside(dossier, organisation, law, whole=known, same=made, asked=book.asked)
        cases = (*beside, *_cases(dossier, dossier.activities, organisation, law, known, book))
        return _assessment(dossier, catalogue, book, law, cases, same=same)


def assess_activity(
    dossier: Dossier, catalogue: Catalogue, activity_id: UUID, *, whole: Whole | None = None
) -> Assessment:
    """Return what the rules find of one activity and all in it; nothing where the dossier has no such activity.

    Where the dossier holds that one only, ``whole`` says what it must know of the others.
    """
    law, book = law_on(day_of(dossier), catalogue), rule_book(catalogue)
    activities = tuple(activity for activity in dossier.activities if activity.id == activity_id)
    organisation = organisation_subject(dossier.organisation, law)
    known = whole_in(dossier) if whole is None else whole
    cases = tuple(_cases(dossier, activities, organisation, law, known, book))
    return _assessment(dossier, catalogue, book, law, cases)


def whole_in(dossier: Dossier) -> Whole:
    """Return what each activity must know of the rest of this dossier, gathered once per dossier."""
    key = _Same(dossier)
    return _KNOWN.get(key) or _known(key, whole_anew(dossier))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A dossier as a key: one tree is itself only, and comparing two would take longer than gathering."""

    dossier: Dossier

    def __hash__(self) -> int:
        return id(self.dossier)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.dossier is self.dossier


_KNOWN: OrderedDict[_Same, Whole] = OrderedDict()


def _known(key: _Same, whole: Whole) -> Whole:
    _KNOWN[key] = whole
    while len(_KNOWN) > WHOLES:
        _KNOWN.popitem(last=False)
    return whole


def whole_renewed(of: Dossier, now: Dossier, *, knew: Whole | None = None) -> Whole:
    """Return ``whole_in(now)`` from what was known of the dossier before, ``of``: only what differs is gathered.

    ``knew`` is that, where somebody kept it. Of the dossier before it is then forgotten.
    """
    knew, day = knew or whole_in(of), day_of(now)
    _KNOWN.pop(_Same(of), None)
    were = {each.id: each for each in of.activities}
    changed = {each.id: each for each in now.activities if each is not were.get(each.id)}
    others = any(getattr(of, name) is not getattr(now, name) for name in SECURED_BY)
    if others or len(changed) > FEW or day != day_of(of):
        return whole_in(now)
    gone = were.keys() - {each.id for each in now.activities}
    fresh = secured_in(_part(now, changed), day=day)
    whole = whole_of(
        now.activities,
        now.organisation.people,
        day=day,
        agreements=now.agreements,
        role_tests=now.role_tests,
        secured={**{key: each for key, each in knew.secured.items() if key not in gone}, **fresh},
        assessed=assessed_in(now.prescans, now.impact_assessments),
        comparison=knew.comparison.renewed(changed.values(), gone, levels_of(fresh)) if knew.comparison else None,
    )
    return _known(_Same(now), whole)


def _part(dossier: Dossier, activities: Mapping[UUID, Activity]) -> Dossier:
    """The dossier of these activities only, with what is recorded of their security."""

    def own(records: Iterable[R]) -> tuple[R, ...]:
        return tuple(each for each in records if each.activity_id in activities)

    return replace(
        dossier,
        activities=tuple(activities.values()),
        classifications=own(dossier.classifications),
        access_rules=own(dossier.access_rules),
        access_rights=own(dossier.access_rights),
        continuities=own(dossier.continuities),
        security_risks=own(dossier.security_risks),
    )


def whole_anew(dossier: Dossier) -> Whole:
    """Return the same of a dossier that is seen once, so that those that stay are remembered."""
    day = day_of(dossier)
    return whole_of(
        dossier.activities,
        dossier.organisation.people,
        day=day,
        agreements=dossier.agreements,
        role_tests=dossier.role_tests,
        secured=secured_in(dossier, day=day),
        assessed=assessed_in(dossier.prescans, dossier.impact_assessments),
    )


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """All that is made in the block stays, so that the collector of cycles would only walk it, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@lru_cache(maxsize=8)
def _book_of(key: "_ByIdentity") -> RuleBook:
    ready, faults = ready_rules(key.catalogue.rules.values(), DECLARATIONS)
    alike: dict[Answer, Answer] = {}

    def answer(judgement: Judgement) -> Answer:
        """Equal answers are one and the same, so that many findings are few objects."""
        found = derived(judgement)
        return alike.setdefault(found, found)

    by_kind = {kind: [each for each in ready if each.rule.subject is kind] for kind in SubjectKind}
    return RuleBook({kind: _of_kind(found, answer) for kind, found in by_kind.items()}, faults)


def _of_kind(ready: Sequence[ReadyRule], answer: Callable[[Judgement], Answer]) -> RulesOfKind:
    rules = tuple(each.rule for each in ready)
    places = {name: place for place, rule in enumerate(rules) for name in (*rule.aliases, rule.id)}
    return RulesOfKind(rules, RuleSet(ready, answer), places)


@dataclass(frozen=True, slots=True, eq=False)
class _ByIdentity:
    """A catalogue as a key: mappings have no hash, and two loads are two catalogues."""

    catalogue: Catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.catalogue is self.catalogue


def rule_book(catalogue: Catalogue) -> RuleBook:
    """Return the rules of a catalogue made ready, once per catalogue."""
    return _book_of(_ByIdentity(catalogue))


@lru_cache(maxsize=8)
def _law_of(key: _ByIdentity, day: dt.date) -> Law:
    return Law(key.catalogue, day)


def law_on(day: dt.date, catalogue: Catalogue) -> Law:
    """Return what the catalogue says on the day, made ready once."""
    return _law_of(_ByIdentity(catalogue), day)


def catalogue_version(catalogue: Catalogue) -> str:
    """Return the packs and their versions, e.g. `nl-municipality 2026.11.0`."""
    return ", ".join(f"{pack.id} {pack.version}" for pack in catalogue.packs)


def _assessment(
    dossier: Dossier,
    catalogue: Catalogue,
    book: RuleBook,
    law: Law,
    cases: Iterable[Case],
    *,
    same: Mapping[UUID, CaseFindings] = NO_CASES,
) -> Assessment:
    said = said_in(dossier, law)
    return Assessment(
        moment=dossier.moment,
        ledger_number=dossier.ledger_number,
        catalogue_version=catalogue_version(catalogue),
        cases=tuple(same.get(case.id) or _case_findings(case, book, said) for case in cases),
        faults=(*catalogue.faults, *book.faults),
    )


def _case_findings(case: Case, book: RuleBook, said: Said) -> CaseFindings:
    known = book.kinds[case.kind]
    answers = known.answers.judge(case.layers)
    if case.id in said.spoken_of:
        about = (case.kind, case.id)
        for place in {known.places[name] for name in said.names(about) if name in known.places}:
            answers[place] = said.of(about, known.rules[place], answers[place])
    return CaseFindings(case, known.rules, tuple(answers))


def _cases(
    dossier: Dossier,
    activities: Iterable[Activity],
    organisation: OrganisationSubject,
    law: Law,
    whole: Whole,
    book: RuleBook,
) -> Iterator[Case]:
    parties = {party.id: party for party in dossier.parties}
    for activity in counted(activities, step="judge", total=len(dossier.activities)):
        yield from activity_cases(activity, organisation, parties, law, whole=whole, asked=book.asked)


def day_of(dossier: Dossier) -> dt.date:
    """Return the day in the Netherlands on which the dossier is judged."""
    return dossier.moment.astimezone(AMSTERDAM).date()
