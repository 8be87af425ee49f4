"""The traceability matrix: article, criterion, question, fact or evidence, place in a document, screen.

Nothing may stand alone. An article asks for something that a rule checks, or is silent for a reason; a criterion can be
answered and is told; a fact of records to come is asked by some rule. What awaits such records says so.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.assessment.engine.places import PlaceKind, places_of
from gemeentedossier.assessment.engine.subjects.awaited import AWAITED
from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS
from gemeentedossier.catalogue.engine.expressions import Declarations, names_in
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.norms import LawArticles
from gemeentedossier.catalogue.facts.rules import Rule, RuleKind, RuleNature
from gemeentedossier.catalogue.facts.sources import Text

_IN_BRACES = re.compile(r"\{([a-z_]+\.[a-z0-9_]+)\}")


class OrphanKind(StrEnum):
    """What stands alone."""

    ARTICLE_UNASKED = "article_unasked"
    ARTICLE_NOT_SILENT = "article_not_silent"
    ARTICLE_UNKNOWN = "article_unknown"
    LAW_UNKNOWN = "law_unknown"
    RULE_WITHOUT_ARTICLE = "rule_without_article"
    RULE_UNANSWERABLE = "rule_unanswerable"
    RULE_IN_NO_DOCUMENT = "rule_in_no_document"
    RULE_ON_NO_SCREEN = "rule_on_no_screen"
    RULE_AWAITS_UNKNOWN = "rule_awaits_unknown"
    FACT_UNASKED = "fact_unasked"


@dataclass(frozen=True, slots=True)
class Orphan:
    """Something that stands alone, and its name: an article, the id of a rule, or the name of a fact."""

    kind: OrphanKind
    name: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One rule: where the law asks it, by what it is answered, and where it is told."""

    rule: Rule
    facts: tuple[str, ...]
    documents: tuple[Text, ...]
    screens: tuple[Text, ...]

    @property
    def awaits(self) -> str | None:
        """The kind of record that the rule waits for, None where it is judged today."""
        return self.rule.awaits


@dataclass(frozen=True, slots=True)
class SilentArticle:
    """An article, or one paragraph or point of it, that asks a municipality to record nothing, and why."""

    law: str
    article: str
    reason: Text
    part: str = ""
    is_point: bool = False

    def place(self, language: str) -> str:
        """Return the article, with paragraph or point where only that is meant: `28 lid 5`, in English `28(5)`."""
        if not self.part:
            return self.article
        if language.startswith("en"):
            return f"{self.article}({self.part})"
        return f"{self.article} {'onder' if self.is_point else 'lid'} {self.part}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole matrix, the articles that ask nothing, and what stands alone.

    ``unasked`` are facts of records that are there and that no rule asks for or tells: for packs of one's own.
    """

    rows: tuple[CoverageRow, ...]
    silent: tuple[SilentArticle, ...]
    orphans: tuple[Orphan, ...]
    unasked: tuple[str, ...] = ()

    def awaiting(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the rules that wait for records, by kind of record."""
        kinds = sorted({row.awaits for row in self.rows if row.awaits})
        return {kind: tuple(row.rule.id for row in self.rows if row.awaits == kind) for kind in kinds}


def coverage_of(catalogue: Catalogue) -> Coverage:
    """Return the matrix of a catalogue over the facts that this program knows."""
    return coverage(catalogue, DECLARATIONS, to_come=[kind.value for kind in AWAITED])


def coverage(catalogue: Catalogue, declarations: Declarations, *, to_come: Collection[str]) -> Coverage:
    """Return the matrix over declared facts, by Part and rule; ``to_come`` are subjects without records."""
    rules = sorted(catalogue.rules.values(), key=lambda rule: (rule.part, rule.id))
    rows = tuple(
        CoverageRow(
            rule,
            facts_of(rule),
            places_of(rule, PlaceKind.DOCUMENT),
            places_of(rule, PlaceKind.SCREEN),
        )
        for rule in rules
    )
    laws = {each.law: each for each in catalogue.articles.values()}
    alone = tuple(_unasked(rows, declarations))
    ahead = declarations.within(to_come).types
    facts = (Orphan(OrphanKind.FACT_UNASKED, name) for name in alone if name in ahead)
    found = (*_articles(rules, laws), *_rules(rows, to_come), *facts)
    return Coverage(rows, tuple(_silent(laws.values())), found, tuple(name for name in alone if name not in ahead))


def facts_of(rule: Rule) -> tuple[str, ...]:
    """Return the names of the facts that a rule asks for or tells."""
    expressions = (rule.applies, rule.met, rule.partly, rule.contradicts)
    texts = (*rule.statements, *rule.reasons.values(), *((rule.repair.text,) if rule.repair else ()))
    asked = {name for each in expressions if each for name in names_in(each)}
    told = {name for text in texts for words in (text.nl, text.en) for name in _IN_BRACES.findall(words)}
    return tuple(sorted(asked | told))


def _silent(laws: Iterable[LawArticles]) -> Iterator[SilentArticle]:
    for law in laws:
        reasons = {article: each.reason for each in law.silent for article in each.articles}
        numbered = {each.article: each for each in law.numbered}
        parts = {(each.article, part): each.reason for each in law.silent_parts for part in each.parts}
        for article in law.articles:
            if article in reasons:
                yield SilentArticle(law.law, article, reasons[article])
            for part in numbered[article].parts if article in numbered else ():
                if (article, part) in parts:
                    points = numbered[article].are_points
                    yield SilentArticle(law.law, article, parts[article, part], part, is_point=points)


def _articles(rules: Iterable[Rule], laws: Mapping[str, LawArticles]) -> Iterator[Orphan]:
    places = {each for rule in rules for each in rule.law if each.article}
    yield from (Orphan(OrphanKind.LAW_UNKNOWN, name) for name in sorted({each.law for each in places} - laws.keys()))
    for name, law in laws.items():
        yield from _parts(law, [each for each in places if each.law == name])
    yield from _whole_articles({(each.law, str(each.article)) for each in places if each.law in laws}, laws)


def _parts(law: LawArticles, places: Collection[LawReference]) -> Iterator[Orphan]:
    """Paragraphs and points that stand alone; who cites a whole article cites all of it."""
    silent = {(each.article, part) for each in law.silent_parts for part in each.parts}
    for article in law.numbered:
        cited = {_part_of(each) for each in places if each.article == article.article}
        for part in article.parts:
            name = f"{law.law} {article.article}({part})"
            if part in cited and (article.article, part) in silent:
                yield Orphan(OrphanKind.ARTICLE_NOT_SILENT, name)
            if part not in cited and None not in cited and (article.article, part) not in silent:
                yield Orphan(OrphanKind.ARTICLE_UNASKED, name)
        for part in sorted(filter(None, cited - set(article.parts))):
            yield Orphan(OrphanKind.ARTICLE_UNKNOWN, f"{law.law} {article.article}({part})")


def _part_of(place: LawReference) -> str | None:
    """The paragraph that is cited, or the point of an article that is one list of these; None for all of it."""
    return place.paragraph or place.point


def _whole_articles(cited: set[tuple[str, str]], laws: Mapping[str, LawArticles]) -> Iterator[Orphan]:
    for name, law in laws.items():
        silent = {article for each in law.silent for article in each.articles}
        for article in law.articles:
            if (name, article) in cited and article in silent:
                yield Orphan(OrphanKind.ARTICLE_NOT_SILENT, f"{name} {article}")
            if (name, article) not in cited and article not in silent:
                yield Orphan(OrphanKind.ARTICLE_UNASKED, f"{name} {article}")
    for name, article in sorted(cited):
        if article not in laws[name].articles:
            yield Orphan(OrphanKind.ARTICLE_UNKNOWN, f"{name} {article}")


def _rules(rows: Iterable[CoverageRow], to_come: Collection[str]) -> Iterator[Orphan]:
    for row in rows:
        if row.rule.nature is RuleNature.LAW and not row.rule.law:
            yield Orphan(OrphanKind.RULE_WITHOUT_ARTICLE, row.rule.id)
        if row.rule.kind is RuleKind.CRITERION and row.rule.met is None and row.rule.evidence is None:
            yield Orphan(OrphanKind.RULE_UNANSWERABLE, row.rule.id)
        if row.awaits is None and not row.documents:
            yield Orphan(OrphanKind.RULE_IN_NO_DOCUMENT, row.rule.id)
        if row.awaits is None and not row.screens:
            yield Orphan(OrphanKind.RULE_ON_NO_SCREEN, row.rule.id)
        if row.awaits is not None and row.awaits not in to_come:
            yield Orphan(OrphanKind.RULE_AWAITS_UNKNOWN, row.rule.id)


def _unasked(rows: Iterable[CoverageRow], declarations: Declarations) -> Iterator[str]:
    """Facts that nothing asks for: of records to come they stand alone; the others serve packs of one's own."""
    asked = {name for row in rows for name in row.facts}
    return (name for name in declarations.types if name not in asked)
