"""How a file would be read: where its tables stand, which column is which field, and which kind of list it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from gemeentedossier.exchange.engine.cells.texts import cell_text
from gemeentedossier.exchange.engine.kinds import FORMS, REGISTER, ListForm
from gemeentedossier.exchange.engine.mapping import ColumnMapping, fields_recognised, propose_mapping, recogniser
from gemeentedossier.exchange.engine.reading import Sheet, UnreadableFile, Workbook
from gemeentedossier.exchange.engine.tables import Table, find_table, headings_in
from gemeentedossier.exchange.engine.vocabulary import Vocabulary
from gemeentedossier.exchange.engine.words import plain
from gemeentedossier.exchange.enums import (
    Field,
    FileFault,
    FileFormat,
    ListKind,
    MappingReason,
    RemarkCode,
    Severity,
)
from gemeentedossier.exchange.facts import Place, Remark

EXAMPLES = 3
FEWEST_OF_ANOTHER = 2
"""How many fields of another kind of list must be recognised before a file is said to be one."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One table of the file as a person corrects it: the mapping, and some values of each column."""

    table: Table
    mapping: ColumnMapping
    examples: Mapping[int, tuple[str, ...]]


def propose(workbook: Workbook, *, vocabulary: Vocabulary, form: ListForm = REGISTER) -> tuple[Proposal, ...]:
    """A proposal for each visible sheet that holds this kind of list; none for the central government's export.

    Raises UnreadableFile where no sheet holds one, and says of which kind the file looks to be instead.
    """
    if workbook.format is FileFormat.AVG_REGISTER:
        if form is not REGISTER:
            raise _another(ListKind.REGISTER)
        return ()
    sheets = [sheet for sheet in workbook.sheets if not sheet.hidden]
    kinds = {id(sheet): _fitting_better(sheet, vocabulary, form) for sheet in sheets}
    tables = [table for sheet in sheets for table in _table(sheet, vocabulary, form) if kinds[id(sheet)] is None]
    lists = [table for table in tables if table.recognised >= form.fewest and table.body]
    proposals = [_proposal(table, vocabulary, form) for table in lists]
    if found := [each for each in proposals if not _lists_people(each)]:
        return tuple(found)
    other = next(filter(None, kinds.values()), None)
    if proposals or (other and _may_list_people(sheets, vocabulary, FORMS[other])):
        raise UnreadableFile(FileFault.LIST_OF_PEOPLE, parameters={"heading": NAMES_THESE[form.kind]})
    if other:
        raise _another(other)
    if not any(table.body for table in tables):
        has_headings = any(table.recognised >= form.fewest for table in tables)
        raise UnreadableFile(FileFault.NO_ROWS if has_headings else FileFault.NO_TABLE)
    raise UnreadableFile(NOT_THIS_LIST[form.kind])


NOT_THIS_LIST: Mapping[ListKind, FileFault] = {
    ListKind.REGISTER: FileFault.NOT_A_REGISTER,
    ListKind.SYSTEMS: FileFault.NOT_SYSTEMS,
    ListKind.PARTIES: FileFault.NOT_PARTIES,
    ListKind.SUB_PROCESSORS: FileFault.NOT_SUB_PROCESSORS,
}


NAMES_THESE: Mapping[ListKind, str] = {
    ListKind.REGISTER: "Verwerking",
    ListKind.SYSTEMS: "Applicatie",
    ListKind.PARTIES: "Partij",
    ListKind.SUB_PROCESSORS: "Subverwerker",
}
"""A heading that says of what a column holds the names."""
OF_PEOPLE = frozenset(
    {
        "functie", "functies", "functienaam", "functietitel", "job title", "function", "personeelsnummer", "medewerker",
        "medewerkers", "employee", "voornaam", "achternaam", "voorletters", "tussenvoegsel", "roepnaam", "first name",
        "last name", "geboortedatum", "geboorteplaats", "bsn", "burgerservicenummer", "leidinggevende", "manager",
        "datum in dienst", "in dienst", "uit dienst", "geslacht", "toestelnummer", "fte",
    }
)  # fmt: skip
"""Headings of lists of people, in small letters without punctuation."""


def _lists_people(proposal: Proposal) -> bool:
    """Whether only the heading "name" speaks for this kind of list, and another heading for a list of people."""
    columns = proposal.mapping.columns
    is_unsure = any(each.reason is MappingReason.NAME_OF_ANYTHING for each in columns)
    return is_unsure and any(plain(each.heading) in OF_PEOPLE for each in columns)


def _may_list_people(sheets: Iterable[Sheet], vocabulary: Vocabulary, form: ListForm) -> bool:
    """Whether a sheet would be a list of this kind by its heading "name" alone, and is one of people."""
    tables = (table for sheet in sheets for table in _table(sheet, vocabulary, form))
    return any(_lists_people(_proposal(table, vocabulary, form)) for table in tables)


def check_named(proposals: Iterable[Proposal], mappings: Mapping[str, ColumnMapping], *, form: ListForm) -> None:
    """Raises UnreadableFile where tables were found and in none of them a column holds the names of records."""
    used = [mappings.get(each.table.sheet.name, each.mapping) for each in proposals]
    if used and not any(column.field == form.name for mapping in used for column in mapping.columns):
        raise UnreadableFile(FileFault.NO_NAME_COLUMN, parameters={"field": form.name.value})


def _another(kind: ListKind) -> UnreadableFile:
    return UnreadableFile(FileFault.ANOTHER_LIST, parameters={"kind": kind.value})


def _fitting_better(sheet: Sheet, vocabulary: Vocabulary, form: ListForm) -> ListKind | None:
    """The other kind of list that a sheet looks to be; None where it may well be the kind that was asked.

    Another kind fits better where it knows the column of names and clearly more columns than the kind that was asked,
    or where that one knows no column of names at all.
    """
    own = _fields_of(sheet, vocabulary, form)
    scores = {kind: _fields_of(sheet, vocabulary, other) for kind, other in FORMS.items() if other is not form}
    kind, best = max(scores.items(), key=lambda scored: (FORMS[scored[0]].name in scored[1], len(scored[1])))
    if FORMS[kind].name not in best or len(best) < max(FEWEST_OF_ANOTHER, len(own) + 1):
        return None
    return kind if form.name not in own or len(best) >= 2 * len(own) else None


def _fields_of(sheet: Sheet, vocabulary: Vocabulary, form: ListForm) -> frozenset[Field]:
    headings = headings_in(sheet, recognises=_recogniser(vocabulary, form), fewest=form.fewest)
    return fields_recognised(headings, vocabulary.headings_of(form.kind)) - {form.ignored}


def _recogniser(vocabulary: Vocabulary, form: ListForm) -> Callable[[str], bool]:
    return recogniser(vocabulary.headings_of(form.kind))


def _table(sheet: Sheet, vocabulary: Vocabulary, form: ListForm) -> Iterator[Table]:
    table = find_table(sheet, recognises=_recogniser(vocabulary, form), fewest=form.fewest)
    if table is not None:
        yield table


def _proposal(table: Table, vocabulary: Vocabulary, form: ListForm) -> Proposal:
    headings = [(heading.column, heading.text) for heading in table.headings]
    examples = {column: _examples(table, column) for column, _ in headings}
    return Proposal(table, propose_mapping(headings, vocabulary.headings_of(form.kind), form=form), examples)


def _examples(table: Table, column: int) -> tuple[str, ...]:
    values = (cell_text(table.sheet.rows[row][column]).text for row in table.body[:200])
    return tuple(dict.fromkeys(value for value in values if value))[:EXAMPLES]


def not_read(sheet: Sheet, ignored: Field) -> Iterator[Remark]:
    """One remark for a sheet that was not read, with how much stands in it and how it begins."""
    texts = [text for row in sheet.rows for value in row if (text := cell_text(value).original.strip())]
    if texts:
        code = RemarkCode.HIDDEN_SHEET if sheet.hidden else RemarkCode.OTHER_SHEET
        told = (("count", str(len(texts))),)
        yield Remark(code, Place(sheet.name), texts[0][:200], Severity.LOST, ignored, told)
