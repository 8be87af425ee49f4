"""The access matrix of all activities as a workbook: which function may see which data for which purpose, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gemeentedossier.catalogue.facts import DataCategory
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import AccessRule
from gemeentedossier.exchange.engine.writing.books import Book, Column, Sheet, Value

TITLE = Text("Autorisatiematrix", "Access matrix")
HEADINGS: tuple[tuple[Text, int], ...] = (
    (Text("functie", "function"), 30),
    (Text("verwerkingsactiviteit", "processing activity"), 40),
    (Text("organisatieonderdeel", "unit"), 24),
    (Text("doel", "purpose"), 50),
    (Text("gegevens", "data"), 50),
    (Text("mag wijzigen", "may change them"), 14),
    (Text("waarom de taak dit vraagt", "why the task needs it"), 50),
)
EVERY = Text("alle doelen", "all purposes")
NO_DATA = Text("geen gegevens vastgelegd", "no data recorded")
ANSWERS: Mapping[bool | None, Text] = {
    True: Text("ja", "yes"),
    False: Text("nee", "no"),
    None: Text("nog niet bekend", "not known yet"),
}
Line = tuple[Activity, AccessRule]


def access_book(lines: Iterable[Line], catalogue: Catalogue, *, name: str, language: str) -> Book:
    """Return the lines in the order given, of the municipality with this name; each text as it is, never a formula."""
    return Book(
        title=f"{TITLE.in_language(language)} {name}",
        language=language,
        sheets=(
            Sheet(
                name=TITLE.in_language(language),
                columns=tuple(Column(heading=each.in_language(language), width=width) for each, width in HEADINGS),
                rows=_rows(lines, catalogue, language),
            ),
        ),
    )


def _rows(lines: Iterable[Line], catalogue: Catalogue, language: str) -> Iterator[Sequence[Value]]:
    known = catalogue.entries_of(DataCategory)
    for activity, rule in lines:
        purpose = next((each.text for each in activity.purposes if each.id == rule.purpose_id), "")
        data = [known[key].name.in_language(language) if key in known else key for key in rule.data_categories]
        yield (
            rule.function,
            activity.name,
            activity.unit,
            purpose or EVERY.in_language(language),
            ", ".join((*data, *rule.data_own)) or NO_DATA.in_language(language),
            ANSWERS[rule.may_change].in_language(language),
            rule.reason,
        )
