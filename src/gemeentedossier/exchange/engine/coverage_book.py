"""The coverage of a dossier as a workbook: per Part, article, role, controller and rule, and every finding."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.engine.coverage import CoverageRow, coverage_of
from gemeentedossier.assessment.engine.glance import (
    MUNICIPALITY,
    NOBODY,
    OUTCOMES,
    Tally,
    article_names,
    articles_of,
    tally_by,
    tally_by_controller,
)
from gemeentedossier.assessment.engine.lots import Lot, lots_in
from gemeentedossier.assessment.engine.naming import fact_label, kind_label, record_name
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Finding, Judged
from gemeentedossier.catalogue.engine.edition_words import edition_words
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import cited_together
from gemeentedossier.catalogue.facts.rules import Part, RuleKind, RuleNature
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.exchange.engine.writing.books import Book, Column, Sheet, Value
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.organisation.enums import ResponsibleRole

# A workbook is made without Django; a test holds these words against those of the screen.
OUTCOME_WORDS: Mapping[Outcome, Text] = {
    Outcome.CONTRADICTS: Text("Tegenspraak", "Contradiction"),
    Outcome.NOT_MET: Text("Niet voldaan", "Not met"),
    Outcome.EXPIRED: Text("Verlopen", "Expired"),
    Outcome.GAP: Text("Niet vastgelegd", "Not recorded"),
    Outcome.UNDECIDED: Text("Nog te bepalen", "Cannot be told yet"),
    Outcome.PARTLY: Text("Deels voldaan", "Partly met"),
    Outcome.SUPPRESSED: Text("Terzijde gelegd", "Set aside"),
    Outcome.MET: Text("Voldaan", "Met"),
    Outcome.NOT_APPLICABLE: Text("Niet van toepassing", "Not applicable"),
}
ROLE_WORDS: Mapping[ResponsibleRole, Text] = {
    ResponsibleRole.EXECUTIVE: Text("bestuurder", "executive"),
    ResponsibleRole.MANAGEMENT: Text("management", "management"),
    ResponsibleRole.PROCESS_OWNER: Text("proceseigenaar", "process owner"),
    ResponsibleRole.DATA_PROTECTION_OFFICER: Text("functionaris gegevensbescherming", "data protection officer"),
    ResponsibleRole.PRIVACY_OFFICER: Text("privacy officer", "privacy officer"),
    ResponsibleRole.CISO: Text("CISO", "CISO"),
    ResponsibleRole.PROCUREMENT: Text("inkoop", "procurement"),
    ResponsibleRole.RECORDS_MANAGER: Text("informatiebeheer", "records manager"),
    ResponsibleRole.HUMAN_RESOURCES: Text("personeelszaken", "human resources"),
    ResponsibleRole.LEGAL: Text("juridische zaken", "legal affairs"),
    ResponsibleRole.COMMUNICATIONS: Text("communicatie", "communications"),
    ResponsibleRole.ICT_OPERATIONS: Text("ICT-beheer", "ICT operations"),
}
NATURES: Mapping[RuleNature, Text] = {
    RuleNature.LAW: Text("wet", "law"),
    RuleNature.GUIDANCE: Text("richtsnoer", "guidance"),
    RuleNature.GOOD_PRACTICE: Text("goede praktijk", "good practice"),
}
KINDS: Mapping[RuleKind, Text] = {
    RuleKind.CRITERION: Text("criterium", "criterion"),
    RuleKind.CONTRADICTION: Text("tegenspraak", "contradiction"),
}
PARTS: Mapping[Part, Text] = {
    Part.A: Text("A Verwerkingen", "A Processing"),
    Part.B: Text("B Beveiliging", "B Security"),
    Part.C: Text("C Risico’s", "C Risks"),
    Part.D: Text("D Datalekken", "D Breaches"),
}
WHOLE = Text("De gemeente als geheel", "The municipality as a whole")
NONE_RECORDED = Text("Geen vastgelegd", "None recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLinks:
    """Where a finding can be looked at; an empty address where none is known."""

    of: Callable[[Finding], str]

    @classmethod
    def below(cls, register: str) -> "BookLinks":
        """The activities below the address of a register; nothing beside it is known."""
        return cls(of=lambda each: f"{register}{each.activity_id}/" if register and each.activity_id else "")


def coverage_book(judged: Judged, catalogue: Catalogue, *, links: BookLinks, entry: int, language: str) -> Book:
    """Return the coverage as sheets, the findings worst first; each text as it is, never a formula.

    ``entry`` is the number of the last entry of the ledger at the moment that was judged.
    """
    lots = lots_in(judged.assessment)
    return Book(
        title=f"{_in(language, 'Dekking', 'Coverage')} {judged.dossier.organisation.name}",
        language=language,
        sheets=(
            _about(judged, entry, language),
            _tallies(
                _in(language, "Per deel", "Per Part"), _in(language, "deel", "Part"), _parts(lots, language), language
            ),
            _tallies(
                _in(language, "Per artikel", "Per article"),
                _in(language, "artikel", "article"),
                _articles(lots, catalogue, language),
                language,
            ),
            _tallies(
                _in(language, "Per rol", "Per role"), _in(language, "rol", "role"), _roles(lots, language), language
            ),
            _tallies(
                _in(language, "Per verantwoordelijke", "Per controller"),
                _in(language, "verwerkingsverantwoordelijke", "controller"),
                _controllers(judged, language),
                language,
            ),
            _rules(lots, catalogue, language),
            _silent(catalogue, language),
            _findings(lots, judged, links, language),
        ),
    )


def _in(language: str, dutch: str, english: str) -> str:
    return Text(dutch, english).in_language(language)


def _about(judged: Judged, entry: int, language: str) -> Sheet:
    """Of whom, of when, and by which catalogue."""
    found, moment = judged.assessment, judged.dossier.moment.astimezone(AMSTERDAM)
    rows: tuple[tuple[Value, Value], ...] = (
        (_in(language, "gemeente", "municipality"), judged.dossier.organisation.name),
        (_in(language, "stand van", "state of"), _moment(moment, language)),
        (_in(language, "laatste regel in het grootboek", "last entry in the ledger"), entry),
        (_in(language, "wet en methode", "law and method"), edition_words(found.catalogue_version, language)),
        (_in(language, "verwerkingen", "activities"), len(judged.dossier.activities)),
        *((_in(language, "regel die niet kon oordelen", "rule that could not judge"), str(f)) for f in found.faults),
    )
    heading = _in(language, "wat", "what")
    columns = (Column(heading=heading, width=28), Column(heading=_in(language, "waarde", "value"), width=60))
    return Sheet(name=_in(language, "Over dit bestand", "About this file"), columns=columns, rows=rows)


def _moment(moment: dt.datetime, language: str) -> str:
    if language.startswith("en"):
        return moment.strftime("%Y-%m-%d %H:%M:%S")
    return f"{moment.day}-{moment.month}-{moment.year} {moment:%H:%M:%S}"


def _tallies(name: str, heading: str, found: Iterable[tuple[str, Tally]], language: str) -> Sheet:
    columns = (Column(heading=heading, width=36), *_numbers(language))
    rows: Iterator[tuple[Value, ...]] = ((key, *_counts(tally)) for key, tally in found)
    return Sheet(name=name, columns=columns, rows=rows)


def _numbers(language: str) -> tuple[Column, ...]:
    return (
        Column(heading=_in(language, "van toepassing", "applicable")),
        Column(heading=_in(language, "te doen", "to do")),
        *(Column(heading=OUTCOME_WORDS[outcome].in_language(language)) for outcome in OUTCOMES),
    )


def _counts(tally: Tally) -> tuple[int, ...]:
    return tally.applicable, tally.open, *(tally.counts[outcome] for outcome in OUTCOMES)


def _parts(lots: Sequence[Lot], language: str) -> Iterator[tuple[str, Tally]]:
    found = tally_by(lots, lambda rule: (rule.part,))
    yield from ((PARTS[part].in_language(language), found.get(part, Tally(()))) for part in Part)


def _articles(lots: Sequence[Lot], catalogue: Catalogue, language: str) -> Iterator[tuple[str, Tally]]:
    found = tally_by(lots, articles_of)
    for article, name in article_names(catalogue.rules.values(), language).items():
        yield name, found.get(article, Tally(()))


def _roles(lots: Sequence[Lot], language: str) -> Iterator[tuple[str, Tally]]:
    for role, tally in sorted(tally_by(lots, lambda rule: rule.responsible).items()):
        yield ROLE_WORDS[ResponsibleRole(role)].in_language(language), tally


def _controllers(judged: Judged, language: str) -> Iterator[tuple[str, Tally]]:
    found = tally_by_controller(judged)
    for controller in judged.dossier.organisation.controllers:
        yield controller.name, found.get(str(controller.id), Tally(()))
    for key, name in ((MUNICIPALITY, WHOLE), (NOBODY, NONE_RECORDED)):
        if key in found:
            yield name.in_language(language), found[key]


def _rules(lots: Sequence[Lot], catalogue: Catalogue, language: str) -> Sheet:
    found = tally_by(lots, lambda rule: (rule.id,))
    columns = (
        Column(heading=_in(language, "regel", "rule"), width=30),
        Column(heading=_in(language, "deel", "Part"), width=16),
        Column(heading=_in(language, "naam", "name"), width=40),
        Column(heading=_in(language, "vraag", "question"), width=60),
        Column(heading=_in(language, "soort", "kind"), width=16),
        Column(heading=_in(language, "gevraagd door", "asked by"), width=16),
        Column(heading=_in(language, "artikelen", "articles"), width=30),
        Column(heading=_in(language, "verantwoordelijk", "responsible"), width=24),
        Column(heading=_in(language, "feiten of bewijs", "facts or evidence"), width=40),
        Column(heading=_in(language, "in document", "in document"), width=30),
        Column(heading=_in(language, "op scherm", "on screen"), width=30),
        Column(heading=_in(language, "wacht op", "awaits"), width=18),
        *_numbers(language),
    )
    rows: Iterator[tuple[Value, ...]] = (
        (*_rule(row, language), *_counts(found.get(row.rule.id, Tally(())))) for row in coverage_of(catalogue).rows
    )
    return Sheet(name=_in(language, "Per regel", "Per rule"), columns=columns, rows=rows)


def _rule(row: CoverageRow, language: str) -> tuple[str, ...]:
    rule = row.rule
    evidence = rule.evidence.in_language(language) if rule.evidence else ""
    return (
        rule.id,
        PARTS[rule.part].in_language(language),
        rule.label.in_language(language),
        rule.question.in_language(language),
        KINDS[rule.kind].in_language(language),
        NATURES[rule.nature].in_language(language),
        cited_together(rule.law, language),
        _responsible(rule.responsible, language),
        "; ".join(filter(None, (*(fact_label(each).in_language(language) for each in row.facts), evidence))),
        "; ".join(place.in_language(language) for place in row.documents),
        "; ".join(place.in_language(language) for place in row.screens),
        kind_label(row.awaits).in_language(language) if row.awaits else "",
    )


def _responsible(roles: Iterable[str], language: str) -> str:
    return ", ".join(ROLE_WORDS[ResponsibleRole(role)].in_language(language) for role in roles)


def _silent(catalogue: Catalogue, language: str) -> Sheet:
    """The articles that ask a municipality to record nothing, and why."""
    columns = (
        Column(heading=_in(language, "wet", "law"), width=12),
        Column(heading=_in(language, "artikel", "article"), width=12),
        Column(heading=_in(language, "waarom het niets vraagt", "why it asks nothing"), width=80),
    )
    silent = coverage_of(catalogue).silent
    rows = ((each.law, each.place(language), each.reason.in_language(language)) for each in silent)
    return Sheet(name=_in(language, "Vraagt niets", "Asks nothing"), columns=columns, rows=rows)


def _findings(lots: Sequence[Lot], judged: Judged, links: BookLinks, language: str) -> Sheet:
    columns = (
        Column(heading=_in(language, "registernummer", "register number"), width=16),
        Column(heading=_in(language, "over", "about"), width=36),
        Column(heading=_in(language, "onderdeel", "piece"), width=16),
        Column(heading=_in(language, "deel", "Part"), width=16),
        Column(heading=_in(language, "regel", "rule"), width=40),
        Column(heading=_in(language, "uitkomst", "outcome"), width=18),
        Column(heading=_in(language, "waarom", "why"), width=70),
        Column(heading=_in(language, "gevraagd door", "asked by"), width=16),
        Column(heading=_in(language, "artikelen", "articles"), width=30),
        Column(heading=_in(language, "verantwoordelijk", "responsible"), width=24),
        Column(heading=_in(language, "herstel", "repair"), width=60),
        Column(heading="link", width=50),
    )
    rows = (row for lot in lots for row in _lot(lot, judged, links, language))
    return Sheet(name=_in(language, "Bevindingen", "Findings"), columns=columns, rows=rows)


def _lot(lot: Lot, judged: Judged, links: BookLinks, language: str) -> Iterator[Sequence[Value]]:
    """The rows of findings of one rule with one outcome; what is the same of each is worked out once."""
    rule = lot.rule
    label, outcome = rule.label.in_language(language), OUTCOME_WORDS[lot.outcome].in_language(language)
    nature, articles = NATURES[rule.nature].in_language(language), cited_together(rule.law, language)
    roles = _responsible(rule.responsible, language)
    for finding in lot:
        activity = judged.activity_of(finding)
        yield (
            activity.reference if activity else "",
            record_name(finding.case, language),
            kind_label(finding.subject_kind).in_language(language),
            PARTS[rule.part].in_language(language),
            label,
            outcome,
            _why(finding, language),
            nature,
            articles,
            roles,
            wording.repair(finding, language) or "",
            links.of(finding),
        )


def _why(finding: Finding, language: str) -> str:
    """The reason; of a contradiction the two statements too."""
    sides = wording.statements(finding, language)
    reason = " ".join(wording.reason(finding, language).split())
    return f"{sides.first} ↔ {sides.second} {reason}" if sides else reason
