"""Clauses and facts become sentences. Nothing else in this room writes words."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.documents.engine.blocks import (
    Definition,
    Paragraph,
    Run,
    RunStyle,
    Sentence,
    Table,
    Text,
    say,
)
from gemeentedossier.documents.engine.composition.clauses import Library, Template
from gemeentedossier.documents.engine.composition.origins import Origins
from gemeentedossier.documents.engine.composition.wordings import first_capital, in_the_netherlands, listed, long_date
from gemeentedossier.documents.engine.provenance import Origin, Provenance
from gemeentedossier.dossier.snapshot.facts import Dossier

Fill: TypeAlias = "str | Run | int"


_ENDED = re.compile(r"[.!?…][”’)]?$")
"""What closes a sentence by itself: a value such as `e.d.` or the municipality's own words within quotation marks."""

_STOP = re.compile(r"^(”?)\.")


class Writer:
    """Writes one document of one municipality in one language."""

    def __init__(self, *, dossier: Dossier, catalogue: Catalogue, library: Library, language: str) -> None:
        self.dossier = dossier
        self.catalogue = catalogue
        self.language = language
        self.origins = Origins(
            organisation=dossier.organisation, catalogue=catalogue, library=library, language=language
        )
        self._library = library

    def say(self, clause_id: str, *because: Origin, **values: Fill) -> Text:
        """The sentences of a clause; of one with placeholders, only the sentences that hold one rest on ``because``."""
        clause = self._library.clause(clause_id)
        templates = clause.in_language(self.language)
        own = self.origins.clause(clause)
        fixed = Provenance(own)
        filled = Provenance(tuple(dict.fromkeys((*own, *because)))) if because else fixed
        anywhere = any(template.placeholders for template in templates)
        return tuple(
            Sentence(
                _runs(template, values),
                filled if template.placeholders or not anywhere else fixed,
                clause.id if clause.is_word else str(number or ""),
            )
            for number, template in enumerate(templates)
        )

    def one(self, clause_id: str, *because: Origin, **values: Fill) -> Sentence:
        """The only sentence of a clause: a heading, a label, a caption."""
        return self.say(clause_id, *because, **values)[0]

    def paragraph(self, clause_id: str, *because: Origin, **values: Fill) -> Paragraph:
        """A clause as a paragraph of its own."""
        return Paragraph(self.say(clause_id, *because, **values))

    def word(self, clause_id: str) -> str:
        """A word of the library, to be used inside a sentence."""
        return self._library.clause(clause_id).in_language(self.language)[0].text

    def value(self, *parts: str | Run, because: Iterable[Origin], slot: str = "") -> Text:
        """What is recorded, as it stands: a cell or the value of a label."""
        return (say(*parts, because=because, slot=slot),)

    def said(self, words: str, *because: Origin, slot: str = "") -> Text:
        """A word or list of the library or the catalogue as a cell, with a capital."""
        return self.value(first_capital(words), because=because, slot=slot)

    def unknown(self, *because: Origin) -> Text:
        """That nothing is recorded, said as it is."""
        return self.say("unknown", *because)

    def value_or_unknown(self, text: str, *because: Origin, slot: str = "") -> Text:
        """What is recorded, or that nothing is."""
        return self.value(text, because=because, slot=slot) if text.strip() else self.unknown(*because)

    def quoted_or_unknown(self, text: str, *because: Origin, slot: str = "") -> Text:
        """The municipality's own words between quotation marks, or that nothing is recorded."""
        return self.value(quoted(text), because=because, slot=slot) if text.strip() else self.unknown(*because)

    def definition(self, label: str, value: Text) -> Definition:
        """A label of the library with its value."""
        return Definition(self.one(label), value)

    def table(self, caption: str, columns: Sequence[str], rows: Iterable[Sequence[Text]]) -> Table:
        """A table whose caption and headings come from the library; the first column heads its row."""
        return Table(
            caption=self.one(caption),
            header=tuple((self.one(column),) for column in columns),
            rows=tuple(tuple(row) for row in rows),
            header_column=True,
        )

    def listed(self, items: Iterable[str]) -> str:
        """Items as a list in a sentence, each once."""
        return listed(list(dict.fromkeys(items)), language=self.language)

    @property
    def day(self) -> dt.date:
        """The day of the snapshot in the Netherlands."""
        return in_the_netherlands(self.dossier.moment).date()

    def today(self) -> str:
        """That day in words."""
        return long_date(self.day, language=self.language)


def quoted(text: str) -> Run:
    """The municipality's own words, recognisable as such."""
    words = " ".join(text.split())
    return Run(f"“{words.strip('“”').strip()}”", RunStyle.EMPHASIS)


def _runs(template: Template, values: dict[str, Fill]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for words, name in template.segments:
        if runs and _ENDED.search(runs[-1].text):
            words = _STOP.sub(r"\1", words)
        if words:
            runs.append(Run(words))
        if name:
            value = values[name]
            runs.append(value if isinstance(value, Run) else Run(str(value)))
    return tuple(runs)
