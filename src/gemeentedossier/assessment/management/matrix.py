"""The traceability matrix told on a terminal, in plain lines or to a program."""

from collections.abc import Iterator, Mapping

from gemeentedossier.assessment.engine.coverage import Coverage, CoverageRow, Orphan, OrphanKind
from gemeentedossier.assessment.engine.naming import fact_label, kind_label
from gemeentedossier.catalogue.facts.sources import Text

HEADINGS = (
    Text("artikel", "article"),
    Text("criterium", "criterion"),
    Text("vraag", "question"),
    Text("feit of bewijs", "fact or evidence"),
    Text("in document", "in document"),
    Text("op scherm", "on screen"),
    Text("wacht op", "awaits"),
)
_ORPHANS: Mapping[OrphanKind, Text] = {
    OrphanKind.ARTICLE_UNASKED: Text("geen regel vraagt iets van {}", "no rule asks for anything of {}"),
    OrphanKind.ARTICLE_NOT_SILENT: Text(
        "een regel rust op {}, dat niets zou vragen", "a rule rests on {}, which is said to ask nothing"
    ),
    OrphanKind.LAW_UNKNOWN: Text(
        "regels rusten op {}, en van die wet staan hier geen artikelen",
        "rules rest on {}, and no articles of that law stand here",
    ),
    OrphanKind.ARTICLE_UNKNOWN: Text("een regel noemt {}, dat er niet is", "a rule names {}, which is not there"),
    OrphanKind.RULE_WITHOUT_ARTICLE: Text("{} zou wet zijn en noemt geen artikel", "{} is law and names no article"),
    OrphanKind.RULE_UNANSWERABLE: Text("{} is door feit noch bewijs te beantwoorden", "{} has no fact and no evidence"),
    OrphanKind.RULE_IN_NO_DOCUMENT: Text("{} staat in geen document", "{} stands in no document"),
    OrphanKind.RULE_ON_NO_SCREEN: Text("{} staat op geen scherm", "{} stands on no screen"),
    OrphanKind.RULE_AWAITS_UNKNOWN: Text(
        "{} wacht op een soort gegeven dat er niet is", "{} awaits a kind of record that there is not"
    ),
    OrphanKind.FACT_UNASKED: Text("geen regel vraagt naar {}", "no rule asks for {}"),
}


def matrix_lines(found: Coverage, language: str) -> Iterator[str]:
    """Yield the matrix, one line per article and rule, then the silent articles and what stands alone."""
    yield "\t".join(heading.in_language(language) for heading in HEADINGS)
    for row in found.rows:
        for article in _articles(row):
            yield "\t".join((article, *_cells(row, language)))
    for silent in found.silent:
        yield f"{silent.law} {silent.place(language)}\t{silent.reason.in_language(language)}"
    yield from orphan_lines(found, language)
    yield _summary(found, language)


def orphan_lines(found: Coverage, language: str) -> Iterator[str]:
    """Yield a sentence for everything that stands alone."""
    return (_orphan(each, language) for each in found.orphans)


def matrix_record(found: Coverage, language: str) -> Mapping[str, object]:
    """Return the whole matrix for a program that reads JSON."""
    headings = ("criterion", "question", "answered_by", "documents", "screens", "awaits")
    return {
        "rules": [
            {"articles": list(_articles(row)), **dict(zip(headings, _cells(row, language), strict=True))}
            for row in found.rows
        ],
        "silent": [
            {"law": each.law, "article": each.place(language), "reason": each.reason.in_language(language)}
            for each in found.silent
        ],
        "awaiting": {kind: list(rules) for kind, rules in found.awaiting().items()},
        "orphans": [{"kind": each.kind.value, "name": each.name} for each in found.orphans],
    }


def _articles(row: CoverageRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.citation() for each in row.rule.law)) or ("",)


def _cells(row: CoverageRow, language: str) -> tuple[str, ...]:
    rule = row.rule
    evidence = rule.evidence.in_language(language) if rule.evidence else ""
    return (
        rule.id,
        rule.question.in_language(language),
        "; ".join(filter(None, (*(fact_label(each).in_language(language) for each in row.facts), evidence))),
        "; ".join(place.in_language(language) for place in row.documents),
        "; ".join(place.in_language(language) for place in row.screens),
        kind_label(row.awaits).in_language(language) if row.awaits else "",
    )


def _orphan(orphan: Orphan, language: str) -> str:
    return _ORPHANS[orphan.kind].in_language(language).format(orphan.name)


def _summary(found: Coverage, language: str) -> str:
    waiting = sum(map(len, found.awaiting().values()))
    told = Text(
        f"{len(found.rows)} regels, {len(found.silent)} artikelen of leden die niets vragen, "
        f"{waiting} regels die wachten, {len(found.orphans)} wezen",
        f"{len(found.rows)} rules, {len(found.silent)} articles or paragraphs that ask nothing, "
        f"{waiting} rules that wait, {len(found.orphans)} orphans",
    )
    return told.in_language(language)
