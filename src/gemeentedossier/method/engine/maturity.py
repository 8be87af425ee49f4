"""How mature each theme is, by what was found. A level orders the talk about it and decides nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gemeentedossier.assessment.engine.lots import Lot, lots_in
from gemeentedossier.assessment.enums import AnswerSource, Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.method import MaturityTheme
from gemeentedossier.catalogue.facts.rules import Rule, RuleKind, RuleNature
from gemeentedossier.method.enums import HeldBack
from gemeentedossier.method.facts import Holding, ThemeMaturity

UNANSWERED = frozenset({Outcome.GAP, Outcome.UNDECIDED})
HIGHEST_TOLD = 4
"""Whether improvements were really carried out, which the fifth level asks, no record can tell."""


def maturity_of(judged: Judged, catalogue: Catalogue) -> tuple[ThemeMaturity, ...]:
    """Return every theme with its level and what it rests on."""
    themes = catalogue.maturity_themes
    found: defaultdict[str, _Found] = defaultdict(_Found)
    answered = frozenset(each.criterion for each in judged.dossier.attestations)
    for lot in lots_in(judged.assessment):
        theme = theme_of(lot.rule, themes)
        if theme:
            found[theme.id].take(lot, by_people=not answered.isdisjoint((lot.rule.id, *lot.rule.aliases)))
    return tuple(_told(each, found[each.id]) for each in themes)


def theme_of(rule: Rule, themes: Iterable[MaturityTheme]) -> MaturityTheme | None:
    """Return the one theme of a rule: that of its whole Part, else of its first article that a theme names; or None."""
    known = tuple(themes)
    of_part = next((each for each in known if rule.part in each.parts), None)
    if of_part:
        return of_part
    for place in rule.law:
        fitting = [(_nearness(of), each) for each in known for of in each.articles if _covers(of, place)]
        if fitting:
            return max(fitting, key=lambda found: (found[0], -found[1].number))[1]
    return next((each for each in known if rule.part in each.rest_of), None)


def level_of(found: ThemeMaturity) -> int | None:
    """Return the level: unknown is never reached, and a contradiction keeps it at two at most."""
    if not found.applying or found.unknown == found.applying:
        return None
    if found.met * 2 < found.applying:
        return 1
    if found.met < found.applying or found.unproved or found.contradictions:
        return 2
    return 3 if found.beyond or found.overdue else HIGHEST_TOLD


@dataclass(slots=True)
class _Found:
    """What was found of the rules of one theme."""

    law: Counter[Outcome] = field(default_factory=Counter)
    unproved: int = 0
    contradictions: int = 0
    overdue: int = 0
    beyond: int = 0
    held: dict[tuple[HeldBack, str], Holding] = field(default_factory=dict)

    def take(self, lot: Lot, *, by_people: bool) -> None:
        if lot.outcome is Outcome.NOT_APPLICABLE:
            return
        if lot.outcome is Outcome.EXPIRED:
            self.overdue += self._hold(HeldBack.OVERDUE, lot.rule, lot.count)
        if lot.rule.kind is RuleKind.CONTRADICTION:
            if lot.outcome is Outcome.CONTRADICTS:
                self.contradictions += self._hold(HeldBack.CONTRADICTS, lot.rule, lot.count)
        elif lot.rule.nature is not RuleNature.LAW:
            if lot.outcome is not Outcome.MET:
                self.beyond += self._hold(HeldBack.BEYOND, lot.rule, lot.count)
        else:
            self._take_law(lot, by_people=by_people)

    def _take_law(self, lot: Lot, *, by_people: bool) -> None:
        self.law[lot.outcome] += lot.count
        if lot.outcome is Outcome.MET:
            told = lot if by_people else ()
            unproved = sum(_is_unproved(each.answer.source, each.answer.evidence) for each in told)
            self.unproved += self._hold(HeldBack.UNPROVED, lot.rule, unproved)
            return
        self._hold(HeldBack.NOT_MET, lot.rule, lot.count)

    def _hold(self, why: HeldBack, rule: Rule, count: int) -> int:
        if count:
            before = self.held.get((why, rule.id))
            self.held[why, rule.id] = Holding(why, rule, count + (before.count if before else 0))
        return count


def _is_unproved(source: AnswerSource, evidence: tuple[object, ...]) -> bool:
    """Whether only somebody's word says so: no evidence is shown beside it."""
    return source is AnswerSource.ATTESTED and not evidence


def _told(theme: MaturityTheme, found: _Found) -> ThemeMaturity:
    holding = sorted(found.held.values(), key=lambda each: (-each.count, each.rule.id))
    told = ThemeMaturity(
        theme=theme,
        level=None,
        applying=sum(found.law.values()),
        met=found.law[Outcome.MET],
        unknown=sum(found.law[each] for each in UNANSWERED),
        unproved=found.unproved,
        contradictions=found.contradictions,
        overdue=found.overdue,
        beyond=found.beyond,
        open_rules=tuple((each.rule, each.count) for each in holding if each.why is HeldBack.NOT_MET),
        holding=tuple(holding),
    )
    return replace(told, level=level_of(told))


def _covers(of: LawReference, place: LawReference) -> bool:
    """Whether a place lies within the article, paragraph or point that a theme names."""
    asked = ((of.article, place.article), (of.paragraph, place.paragraph), (of.point, place.point))
    return of.law == place.law and all(wanted is None or wanted == found for wanted, found in asked)


def _nearness(of: LawReference) -> int:
    """How precisely a theme names the place."""
    return sum(each is not None for each in (of.article, of.paragraph, of.point))
