"""The sources that sentences rest on, each made once per document."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol
from uuid import UUID

from gemeentedossier.catalogue.engine.citing import Citing
from gemeentedossier.catalogue.facts import Catalogue, LegalBasis, Statute
from gemeentedossier.catalogue.facts.citations import CitationForm, LawReference, cited_together
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.documents.engine.composition.clauses import Clause, Library
from gemeentedossier.documents.engine.provenance import (
    ClauseOrigin,
    CriterionOrigin,
    LawOrigin,
    Origin,
    RecordOrigin,
)
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.organisation.facts import Organisation

WORDS = "words"
LETTERS = 50
"""Of the beginning of a clause, by which it is known."""
_FILLED = re.compile(r"\{[^}]*\}")
SETTLED = frozenset({RecordState.ADOPTED, RecordState.PUBLISHED})


class Row(Protocol):
    """A part of an activity with an id of its own, such as a purpose or a retention period."""

    @property
    def id(self) -> UUID: ...


class Origins:
    """Where the sentences of one document come from, in the language of that document."""

    def __init__(self, *, organisation: Organisation, catalogue: Catalogue, library: Library, language: str) -> None:
        self._organisation = organisation
        self._catalogue = catalogue
        self._library = library
        self._language = language
        self._records: dict[tuple[str, str, str], RecordOrigin] = {}
        self._clauses: dict[str, tuple[Origin, ...]] = {}
        self._rules: dict[str, CriterionOrigin] = {}
        self._numbers: dict[UUID, dict[tuple[str, UUID], int]] = {}

    def clause(self, clause: Clause) -> tuple[Origin, ...]:
        """The clause itself, with the law and the criteria that it explains."""
        if clause.id not in self._clauses:
            criteria = [self.rule(rule) for rule in clause.criteria if rule in self._known_rules]
            own = self._own(clause)
            laws = [self._law(self._citing.named(each)) for each in clause.law]
            self._clauses[clause.id] = (own, *criteria, *laws)
        return self._clauses[clause.id]

    def _own(self, clause: Clause) -> ClauseOrigin:
        """The clause; words and headings count as one, or the list of sources would be longer than the text."""
        source = self._library.clause(WORDS) if clause.is_word else clause
        label = self._word(WORDS) if clause.is_word else self._heading_over(source)
        return ClauseOrigin(clause=source.id, version=source.version, label=label)

    def _heading_over(self, clause: Clause) -> str:
        """How a reader knows it: the heading nearest above it, and how it begins."""
        above = clause.id.split(".")[:-1]
        for length in range(len(above), 0, -1):
            heading = self._library.clauses.get(".".join((*above[:length], "heading")))
            if heading:
                return f"{heading.in_language(self._language)[0].text}: {self._beginning(clause)}"
        return self._beginning(clause)

    def _beginning(self, clause: Clause) -> str:
        text = _FILLED.sub("…", clause.in_language(self._language)[0].text)
        return f"“{text}”" if len(text) <= LETTERS else f"“{text[:LETTERS].rpartition(' ')[0]}…”"

    def field(self, activity: Activity, *fields: str) -> tuple[RecordOrigin, ...]:
        """Fields of an activity itself; a dot leads into its account or characteristics."""
        return tuple(self._of_activity(activity, each, label=self._label(each.partition(".")[0])) for each in fields)

    def row(self, activity: Activity, kind: str, row: Row, *fields: str) -> tuple[RecordOrigin, ...]:
        """Fields of a part of an activity; ``kind`` is the field of the activity that holds the parts."""
        label = f"{self._label(kind)} {self._number(activity, kind, row)}"
        return tuple(self._of_activity(activity, f"{kind}.{row.id}.{each}", label=label) for each in fields)

    def organisation(self, *fields: str) -> tuple[RecordOrigin, ...]:
        """Fields of the municipality; ``controllers.<id>`` for one of its bodies."""
        return tuple(
            self._record("organisation", str(self._organisation.id), each, self._organisation.name, 1, "")
            for each in fields
        )

    def entry(self, kind: str, record_id: UUID, name: str, field: str = "name", *, version: int = 1) -> RecordOrigin:
        """A field of a record beside the register, such as a system or a measure."""
        return self._record(kind, str(record_id), field, name, version, "")

    def rule(self, rule_id: str) -> CriterionOrigin:
        """A rule of the catalogue, in the version of its pack."""
        if rule_id not in self._rules:
            rule = self._catalogue.entry(Rule, rule_id)
            self._rules[rule_id] = CriterionOrigin(
                rule=rule.id,
                catalogue_version=self._pack_versions.get(rule.pack, rule.pack),
                label=rule.label.in_language(self._language),
            )
        return self._rules[rule_id]

    def provision(self, provision: LegalBasis) -> LawOrigin:
        """The article that a legal basis of the catalogue stands for."""
        return self._law(self._catalogue.reference(provision))

    def references(self, references: tuple[LawReference, ...]) -> tuple[LawOrigin, ...]:
        """The places in the law that a rule names."""
        return tuple(self._law(self._citing.named(each)) for each in references if each.article)

    def articles(self, law: str, articles: Iterable[str]) -> tuple[LawOrigin, ...]:
        """Articles of a law by its abbreviation."""
        return tuple(self._law(self._citing.named(LawReference(law=law, article=each))) for each in articles)

    def cited(self, references: Iterable[LawReference]) -> str:
        """Places in the law in running text."""
        return cited_together(references, self._language, form=CitationForm.LONG)

    def law_name(self, law: str) -> str:
        """What a law is called in the language of the document, from its Dutch abbreviation."""
        return self._citing.named(LawReference(law=law)).law_in(self._language)

    def _law(self, place: LawReference) -> LawOrigin:
        statute = self._statutes.get(place.law)
        return LawOrigin(
            law=place.law_in(self._language),
            article=place.place(self._language, form=CitationForm.LONG),
            url=address_of(statute),
            label=statute.name.in_language(self._language) if statute else "",
        )

    def _of_activity(self, activity: Activity, field: str, *, label: str) -> RecordOrigin:
        key = ("activity", str(activity.id), field)
        if key in self._records:
            return self._records[key]
        settled = activity.record_state in SETTLED and activity.version > 0
        version = activity.version if settled else activity.version + 1
        name = activity.name if settled else f"{activity.name} ({self._word('state.concept')})"
        public = f"/{self._organisation.slug}/register/{activity.id}"
        url = public if activity.record_state is RecordState.PUBLISHED else ""
        return self._record("activity", key[1], field, name, version, label, url)

    def _record(
        self, kind: str, record_id: str, field: str, name: str, version: int, label: str, url: str = ""
    ) -> RecordOrigin:
        key = (kind, record_id, field)
        if key not in self._records:
            self._records[key] = RecordOrigin(
                record_kind=kind,
                record_id=record_id,
                version=version,
                field=field,
                label=name,
                field_label=label or self._label(field.partition(".")[0]),
                url=url,
            )
        return self._records[key]

    def _number(self, activity: Activity, kind: str, row: Row) -> int:
        if activity.id not in self._numbers:
            self._numbers[activity.id] = {(kind, each): number for kind, number, each in _numbered(activity)}
        return self._numbers[activity.id].get((kind, row.id), 1)

    def _label(self, field: str) -> str:
        return self._word(f"field.{field}")

    def _word(self, clause_id: str) -> str:
        return self._library.clause(clause_id).in_language(self._language)[0].text

    @cached_property
    def _known_rules(self) -> frozenset[str]:
        return frozenset(self._catalogue.entries_of(Rule))

    @cached_property
    def _pack_versions(self) -> dict[str, str]:
        return {pack.id: pack.version for pack in self._catalogue.packs}

    @cached_property
    def _citing(self) -> Citing:
        return Citing(self._catalogue.statutes.values())

    @cached_property
    def _statutes(self) -> dict[str, Statute]:
        return {statute.abbreviation: statute for statute in self._catalogue.statutes.values()}


PARTS = ("purposes", "data_uses", "sources", "recipients", "transfers", "retention", "parties", "further_uses")


def _numbered(activity: Activity) -> Iterator[tuple[str, int, UUID]]:
    for kind in PARTS:
        rows: tuple[Row, ...] = getattr(activity, kind)
        yield from ((kind, number, row.id) for number, row in enumerate(rows, 1))
    bases = (basis for purpose in activity.purposes for basis in purpose.legal_bases)
    yield from (("legal_bases", number, basis.id) for number, basis in enumerate(bases, 1))


def address_of(statute: Statute | None) -> str:
    """Where the text of a statute can be read; empty where no official id is known."""
    if statute is None:
        return ""
    if statute.celex_id:
        return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{statute.celex_id}"
    return f"https://wetten.overheid.nl/{statute.bwb_id}" if statute.bwb_id else ""
