"""The few words that a writer itself adds to a document, per language of the document.

The engine is plain Python and cannot ask gettext; and a document has the language of its readers, not that
of the person who happens to press the button.
"""

from dataclasses import dataclass
from datetime import datetime

from .blocks import NoteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Furniture of a document: never a statement about the municipality, so without source."""

    locale: str
    contents: str
    sources: str
    sources_intro: str
    source: str
    marks: str
    version: str
    as_of: str
    page_of: tuple[str, str]
    table: str
    criterion: str
    record: str
    law: str
    clause: str
    catalogue: str
    fields: str
    field: str
    open_source: str
    close: str
    why: str
    hint: str
    show_marks: str
    hide_marks: str
    skip: str
    attached: str
    notes: dict[NoteKind, str]
    months: tuple[str, ...]

    def date(self, moment: datetime) -> str:
        """A date as it is written in this language: 23 november 2026."""
        return f"{moment.day} {self.months[moment.month - 1]} {moment.year}"


DUTCH = Wording(
    locale="nl-NL",
    contents="Inhoud",
    sources="Bronnen",
    sources_intro="De kleine cijfers in de tekst verwijzen naar deze lijst: waarop elke zin berust.",
    source="bron",
    marks="bronnen",
    version="Versie",
    as_of="Stand van",
    page_of=("Pagina", "van"),
    table="Tabel",
    criterion="Criterium",
    record="Dossier",
    law="Wet",
    clause="Modeltekst",
    catalogue="catalogus",
    fields="gebruikte velden",
    field="veld",
    open_source="Open de bron",
    close="Sluiten",
    why="Waarom staat dit hier?",
    hint="Klik op een zin en zie waarop hij berust. Met het toetsenbord: Tab, pijl links of rechts, Enter.",
    show_marks="Toon bronnummers",
    hide_marks="Verberg bronnummers",
    skip="Naar de tekst",
    attached="De gegevens waaruit dit document is gemaakt",
    notes={
        NoteKind.INFO: "Ter informatie",
        NoteKind.ATTENTION: "Let op",
        NoteKind.UNLAWFUL: "In strijd met de wet",
    },
    months=("januari", "februari", "maart", "april", "mei", "juni",
            "juli", "augustus", "september", "oktober", "november", "december"),
)  # fmt: skip

ENGLISH = Wording(
    locale="en-GB",
    contents="Contents",
    sources="Sources",
    sources_intro="The small figures in the text refer to this list: what each sentence rests on.",
    source="source",
    marks="sources",
    version="Version",
    as_of="As of",
    page_of=("Page", "of"),
    table="Table",
    criterion="Criterion",
    record="Dossier",
    law="Law",
    clause="Model text",
    catalogue="catalogue",
    fields="fields used",
    field="field",
    open_source="Open the source",
    close="Close",
    why="Why does this stand here?",
    hint="Click a sentence to see what it rests on. With the keyboard: Tab, left or right arrow, Enter.",
    show_marks="Show source numbers",
    hide_marks="Hide source numbers",
    skip="Skip to the text",
    attached="The data from which this document was made",
    notes={
        NoteKind.INFO: "For information",
        NoteKind.ATTENTION: "Attention",
        NoteKind.UNLAWFUL: "Contrary to the law",
    },
    months=("January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December"),
)  # fmt: skip


def wording_of(language: str) -> Wording:
    """The words for a document's language, which `Document` has checked to be nl or en."""
    return DUTCH if language == "nl" else ENGLISH
