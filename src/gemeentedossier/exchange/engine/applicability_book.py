"""The statement of applicability as a workbook: what the baseline asks, own measures, and whether they count."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.security.facts import ControlExclusion
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.engine.writing.books import Book, Column, Sheet, Value

TITLE = Text("Verklaring van toepasselijkheid", "Statement of applicability")
HEADINGS: tuple[tuple[Text, int], ...] = (
    (Text("nummer", "number"), 10),
    (Text("beheersmaatregel", "control"), 36),
    (Text("wat wordt gevraagd", "what is asked"), 60),
    (Text("van toepassing", "applies"), 16),
    (Text("waarom niet", "why not"), 40),
    (Text("eigen maatregelen", "own measures"), 40),
    (Text("verantwoordelijk", "who answers for it"), 24),
    (Text("telt", "counts"), 16),
    (Text("bewijs", "evidence"), 40),
)
ITSELF = Text("de beheersmaatregel zelf", "the control itself")
COUNTS: Mapping[bool | None, Text] = {
    True: Text("in werking", "in effect"),
    False: Text("telt niet", "does not count"),
    None: Text("niet vastgelegd", "not recorded"),
}

APPLIES: Mapping[bool | None, Text] = {
    True: Text("nee", "no"),
    False: Text("ja", "yes"),
    None: Text("ja, uitsluiting voorgesteld", "yes, exclusion proposed"),
}
"""By what was decided on the exclusion; what is only proposed applies until somebody decides."""


def applicability_book(dossier: Dossier, catalogue: Catalogue, *, day: dt.date, language: str) -> Book:
    """Return the statement as it stands on the day; each text as it is, never a formula."""
    return Book(
        title=f"{TITLE.in_language(language)} {dossier.organisation.name}",
        language=language,
        sheets=(
            Sheet(
                name=TITLE.in_language(language),
                columns=tuple(Column(heading=each.in_language(language), width=width) for each, width in HEADINGS),
                rows=_rows(dossier, catalogue, day, language),
            ),
        ),
    )


def _rows(dossier: Dossier, catalogue: Catalogue, day: dt.date, language: str) -> Iterator[Sequence[Value]]:
    answering: defaultdict[str, list[Measure]] = defaultdict(list)
    for measure in dossier.measures:
        for number in measure.baseline:
            answering[number].append(measure)
    evidence = {piece.id: piece for piece in dossier.evidence}
    excluded = {each.number: each for each in dossier.exclusions}
    for control in sorted(catalogue.security_controls.values(), key=lambda each: each.number):
        for asked in control.measures:
            if asked.is_asked:
                own = list(dict.fromkeys([*answering[asked.number], *answering[control.number]]))
                told = asked.text.in_language(language) if asked.text else ITSELF.in_language(language)
                name = control.name.in_language(language)
                exclusion = excluded.get(asked.number) or excluded.get(control.number)
                applies = _applies(exclusion, language)
                yield asked.number, name, told, *applies, *_own(own, evidence, day, language)


def _applies(exclusion: ControlExclusion | None, language: str) -> tuple[str, str]:
    """Whether it applies, and why it does not: who decided and on which ground."""
    if exclusion is None:
        return APPLIES[False].in_language(language), ""
    told = APPLIES[exclusion.granted].in_language(language)
    if not exclusion.granted:
        return told, ""
    return told, f"{exclusion.reason} ({exclusion.decided_by}: {exclusion.decided_because})"


def _own(
    measures: Sequence[Measure], evidence: Mapping[UUID, Evidence], day: dt.date, language: str
) -> tuple[str, str, str, str]:
    """Names, who answers, whether one counts, and the evidence that stands."""
    truths = [each.is_in_effect_on(day, evidence) for each in measures]
    found = True if True in truths else (False if False in truths else None)
    shown = [evidence[key] for each in measures for key in each.evidence_ids if key in evidence]
    return (
        ", ".join(each.name for each in measures),
        ", ".join(dict.fromkeys(each.owner for each in measures if each.owner)),
        COUNTS[found].in_language(language),
        ", ".join(piece.title for piece in shown if piece.stands_on(day)),
    )
