"""Open norms and the articles of a law, from checked records to facts."""

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind, Reference
from gemeentedossier.catalogue.engine.law_builders import source_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.norms import LawArticles, OpenNorm, ScreeningCriterion, SilentArticles
from gemeentedossier.catalogue.facts.sources import Status


def open_norm(record: Record) -> OpenNorm:
    """Return the open norm in a record that fits its schema."""
    return OpenNorm(
        id=record.text("id"),
        pack=record.pack,
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        asks=record.both("asks"),
        status=record.choice("status", Status),
    )


def screening_criterion(record: Record) -> ScreeningCriterion:
    """Return the criterion for impact assessments in a record that fits its schema."""
    return ScreeningCriterion(
        id=record.text("id"),
        pack=record.pack,
        number=record.integer("number"),
        value=record.text("value"),
        name=record.both("name"),
        law=tuple(law_reference(each) for each in record.records("law")),
        status=record.choice("status", Status),
        source=source_of(record),
    )


def law_articles(record: Record) -> LawArticles:
    """Return the articles of a law; raises EntryFault for an article that is said to be silent and is not there."""
    articles = record.texts("articles")
    silent = tuple(
        SilentArticles(articles=each.texts("articles"), reason=each.both("reason")) for each in record.records("silent")
    )
    named = [article for each in silent for article in each.articles]
    for article in named:
        if article not in articles or named.count(article) > 1:
            raise EntryFault(("silent",), f"Article “{article}” is named twice here, or is no article of this law.")
    return LawArticles(
        id=record.text("id"),
        pack=record.pack,
        statute=record.text("statute"),
        law=record.text("law"),
        articles=articles,
        silent=silent,
        status=record.choice("status", Status),
        source=source_of(record),
    )


OPEN_NORMS = Kind("open-norms", "open-norms", OpenNorm, open_norm)
SCREENING_CRITERIA = Kind("screening-criteria", "screening-criteria", ScreeningCriterion, screening_criterion)
ARTICLES = Kind("articles", "articles", LawArticles, law_articles, (Reference(("statute",), ("statutes",)),))
