"""Open norms and the articles of a law, from checked records to facts."""

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind, Reference
from gemeentedossier.catalogue.engine.law_builders import source_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.norms import (
    LawArticles,
    NumberedArticle,
    OpenNorm,
    ScreeningCriterion,
    SilentArticles,
    SilentParts,
)
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
            raise EntryFault(
                ("silent",),
                told(
                    f"Article “{article}” is named twice here, or is no article of this law.",
                    f"Artikel “{article}” staat hier twee keer, of is geen artikel van deze wet.",
                ),
            )
    numbered = tuple(map(_numbered, record.records("numbered")))
    silent_parts = tuple(
        SilentParts(article=each.text("article"), parts=each.texts("parts"), reason=each.both("reason"))
        for each in record.records("silent_parts")
    )
    _check_parts(articles, numbered, silent_parts)
    return LawArticles(
        id=record.text("id"),
        pack=record.pack,
        statute=record.text("statute"),
        law=record.text("law"),
        articles=articles,
        silent=silent,
        status=record.choice("status", Status),
        source=source_of(record),
        numbered=numbered,
        silent_parts=silent_parts,
    )


def _numbered(record: Record) -> NumberedArticle:
    points = record.texts("points")
    parts = points or record.texts("paragraphs")
    return NumberedArticle(article=record.text("article"), parts=parts, are_points=bool(points))


def _check_parts(
    articles: tuple[str, ...], numbered: tuple[NumberedArticle, ...], silent: tuple[SilentParts, ...]
) -> None:
    """Raises EntryFault for what is numbered twice or is not there, and for what is silent without a number."""
    parts = {each.article: each.parts for each in numbered}
    if len(parts) != len(numbered) or not parts.keys() <= set(articles):
        raise EntryFault(
            ("numbered",),
            told(
                "An article is numbered twice here, or is no article of this law.",
                "Een artikel heeft hier twee keer een nummer, of is geen artikel van deze wet.",
            ),
        )
    named = [(each.article, part) for each in silent for part in each.parts]
    for article, part in named:
        if part not in parts.get(article, ()) or named.count((article, part)) > 1:
            raise EntryFault(
                ("silent_parts",),
                told(
                    f"“{article}, {part}” is named twice here, or has no number above.",
                    f"“{article}, {part}” staat hier twee keer, of heeft hierboven geen nummer.",
                ),
            )


OPEN_NORMS = Kind("open-norms", "open-norms", OpenNorm, open_norm)
SCREENING_CRITERIA = Kind("screening-criteria", "screening-criteria", ScreeningCriterion, screening_criterion)
ARTICLES = Kind("articles", "articles", LawArticles, law_articles, (Reference(("statute",), ("statutes",)),))
