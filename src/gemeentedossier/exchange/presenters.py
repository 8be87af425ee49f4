"""The sentences of an import: what is wrong with a file, and what was done with each value, and where."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from gemeentedossier.exchange.engine.mapping import mapping_from_json
from gemeentedossier.exchange.engine.reading import UnreadableFile
from gemeentedossier.exchange.engine.reading.workbook import column_letter
from gemeentedossier.exchange.enums import FileFault, FileFormat, MappingReason, RegisterField, RemarkCode
from gemeentedossier.exchange.facts import Place, Remark

FAULTS: dict[FileFault, Promise] = {
    FileFault.EMPTY: _("The file is empty. Choose the file that holds the register."),
    FileFault.TOO_LARGE: _(
        "The file is %(megabytes)s MB; at most %(allowed)s MB can be read. Remove pictures, or split it."
    ),
    FileFault.TOO_LARGE_UNPACKED: _(
        "Unpacked, the file would hold more than %(allowed)s MB. Save only the register as a new file."
    ),
    FileFault.TOO_MANY_CELLS: _(
        "The file spans more than %(allowed)s cells. Remove empty rows and columns far outside the table, or split it."
    ),
    FileFault.DAMAGED: _(
        "The file is damaged or was cut off. Open it in a spreadsheet, save it again and try once more."
    ),
    FileFault.PASSWORD: _("The file is protected by a password. Save it without a password and try again."),
    FileFault.ENTITIES: _(
        "The file declares an XML document type, which no spreadsheet needs and which can do harm. "
        "Save it again in a spreadsheet program."
    ),
    FileFault.UNSAFE_PATH: _(
        "The file holds a part named “%(name)s”, which points outside it. Do not trust this file; ask for a new one."
    ),
    FileFault.ENCODING: _(
        "The text is in no encoding that we know; it fails at byte %(byte)s. Save it as CSV UTF-8 and try again."
    ),
    FileFault.PDF: _("This is a PDF, whatever its name says. Save the register as XLSX, ODS or CSV."),
    FileFault.WORD: _("This is a text document, whatever its name says. Save the register as XLSX, ODS or CSV."),
    FileFault.BINARY: _("This is no spreadsheet that we can read. Save the register as XLSX, ODS or CSV."),
    FileFault.BROKEN_JSON: _("This JSON breaks off or holds a fault. Export it again."),
    FileFault.UNKNOWN_JSON: _(
        "This JSON is no export of the central government's AVG register. Choose that export, or a spreadsheet."
    ),
    FileFault.REPEATED_KEY: _(
        "In this JSON the key “%(key)s” stands twice in one object, so that one of its values would be lost. "
        "Export it again."
    ),
    FileFault.LONG_CELL: _(
        "A cell of this file holds more than %(allowed)s characters, which no register needs. Shorten it and try again."
    ),
    FileFault.NOT_STORED: _(
        "This file holds something that cannot be recorded, such as a character that no text can hold or thousands of "
        "values in one cell. Nothing was taken over. Save the register anew in a spreadsheet program and look at "
        "cells that are very long."
    ),
    FileFault.NO_ROWS: _("The file has headings and no rows below them, so there is nothing to take over."),
    FileFault.NO_TABLE: _(
        "No sheet of this file holds a table with headings. Put the headings in one row above the values."
    ),
    FileFault.NOT_A_REGISTER: _(
        "This file holds a table, but none of its headings are those of a register of processing activities. "
        "Choose another file, or rename at least two headings, such as Purpose and Retention period."
    ),
}

REMARKS: dict[RemarkCode, Promise] = {
    RemarkCode.NOT_APPLICABLE: _("“%(original)s” says that this does not apply, so there was nothing to take over."),
    RemarkCode.NOT_A_VALUE: _("“%(original)s” says that the value is missing, so nothing was taken over."),
    RemarkCode.TEMPLATE_LEFTOVER: _("“%(original)s” was left from a template and was not taken over."),
    RemarkCode.ERROR_CELL: _("The cell shows the error %(original)s and was not taken over."),
    RemarkCode.FORMULA_WITHOUT_RESULT: _(
        "The formula %(original)s has no result in the file. Open it in a spreadsheet, save it and import it again."
    ),
    RemarkCode.FORMULA_AS_TEXT: _(
        "“%(original)s” is a formula written as text; it was not taken over, because it can run."
    ),
    RemarkCode.IMPOSSIBLE_DATE: _("“%(original)s” is a date that does not exist; it was not taken over."),
    RemarkCode.INCOMPLETE_DATE: _("“%(original)s” is no whole date; it was not taken over."),
    RemarkCode.NOT_A_DATE: _("“%(original)s” is no date; it was not taken over."),
    RemarkCode.NOT_ONE_OF: _("“%(original)s” is none of the possible answers; it was not taken over."),
    RemarkCode.OUTSIDE_TABLE: _("“%(original)s” stands above the table and was not taken over."),
    RemarkCode.REPEATED_HEADING: _("“%(original)s” repeats a heading among the records and was not taken over."),
    RemarkCode.KNOWN_ACTIVITY: _(
        "“%(original)s” is in the register already, by number or name; the record there was left as it is."
    ),
    RemarkCode.TOTAL_ROW: _("“%(original)s” stands in a row of totals and was not taken over."),
    RemarkCode.IGNORED_COLUMN: _("“%(original)s” stands in a column that you left out."),
    RemarkCode.DUPLICATE_ROW: _("“%(original)s” says the same as row %(row)s; it was taken over once."),
    RemarkCode.NAMELESS_ROW: _("“%(original)s” stands in a record without a name and was not taken over."),
    RemarkCode.HIDDEN_SHEET: _("The sheet is hidden and was not read: %(count)s cells, beginning with “%(original)s”."),
    RemarkCode.OTHER_SHEET: _(
        "The sheet holds no register and was not read: %(count)s cells, beginning with “%(original)s”."
    ),
    RemarkCode.CONTACT_DETAILS: _(
        "The contact detail “%(original)s” was not taken over; keep it with the party itself."
    ),
    RemarkCode.PERSONAL_CONTACT: _(
        "The contact details of a person were not taken over and are not repeated here. Give a mailbox of the function."
    ),
    RemarkCode.TECHNICAL: _("“%(original)s” only has a meaning in the other system and was not taken over."),
    RemarkCode.ATTACHMENT: _(
        "“%(original)s” describes an attachment that is not in the file. Add the document itself as evidence."
    ),
    RemarkCode.SAYS_NOTHING: _("This box was not ticked; by itself that says nothing, so nothing was taken over."),
    RemarkCode.SECOND_VALUE: _("“%(original)s” is a second value where only one can stand; it was not taken over."),
    RemarkCode.FORMULA_TEXT_TAKEN: _("Of the link “%(original)s” only its words were taken over: “%(taken)s”."),
    RemarkCode.ENCODING_REPAIRED: _(
        "“%(original)s” was read in a wrong encoding once; it was taken over as “%(taken)s”."
    ),
    RemarkCode.UNSTORABLE: _(
        "“%(original)s” held characters that no text can hold; each of them was taken over as “�”."
    ),
    RemarkCode.TWO_DIGIT_YEAR: _("“%(original)s” has a year of two digits; it was taken over as %(taken)s."),
    RemarkCode.SERIAL_DATE: _("“%(original)s” is a date as a spreadsheet counts it; it was taken over as %(taken)s."),
    RemarkCode.MERGED_REPEATED: _("“%(original)s” comes from the merged cell that begins at %(place)s."),
    RemarkCode.DECLARED_NONE: _("“%(original)s” declares that there are none; the list stays empty."),
    RemarkCode.TAKEN_AS_REMARK: _("“%(original)s” fits no field of the register; it was taken over as a remark."),
    RemarkCode.SAME_NAME: _(
        "“%(original)s” has the same name as row %(row)s with other content; both were taken over."
    ),
    RemarkCode.BROKEN_CHARACTERS: _(
        "“%(original)s” holds letters that a wrong encoding broke; they stay as they stand."
    ),
    RemarkCode.NO_LEGAL_ARTICLE: _("In “%(original)s” no article of a law was recognised; it was taken over as text."),
    RemarkCode.SEVERAL_LETTERS: _(
        "“%(original)s” names several bases of Article 6 (%(letters)s); which belongs to which provision is not said."
    ),
    RemarkCode.NO_PERIOD: _("“%(original)s” names no period that can be counted; it was taken over as text."),
    RemarkCode.SEVERAL_PERIODS: _("“%(original)s” names several periods; it was taken over as text."),
    RemarkCode.QUALIFIED_PERIOD: _(
        "“%(original)s” says “%(word)s” before its period; look whether it is the whole rule."
    ),
    RemarkCode.UNCLEAR_DECLARATION: _("“%(original)s” is neither yes nor no; it was taken over as text."),
    RemarkCode.OTHER_KIND: _(
        "“%(original)s” is known as something else than this column holds; it was taken over as text."
    ),
    RemarkCode.PAIRING_UNKNOWN: _(
        "In %(count)s activities people and data stand in separate columns; which data are of whom is not said."
    ),
    RemarkCode.BASES_SHARED: _(
        "“%(original)s” stands beside %(count)s purposes; which basis carries which purpose is not said."
    ),
    RemarkCode.PURPOSE_MISSING: _("“%(original)s” is a legal basis without a purpose beside it."),
    RemarkCode.HIDDEN_ROW: _("This row is hidden in the spreadsheet; it was taken over."),
    RemarkCode.HIDDEN_COLUMN: _("The column “%(original)s” is hidden in the spreadsheet; it was taken over."),
    RemarkCode.HIDDEN_UNKNOWN: _(
        "This format does not tell us which rows and columns are hidden. Save it as XLSX if you want to know."
    ),
}

REASONS: dict[MappingReason, Promise] = {
    MappingReason.SAME_WORDS: _("The heading is one that registers use for this field."),
    MappingReason.ALMOST_SAME_WORDS: _("The heading is almost one that registers use for this field."),
    MappingReason.CONTAINS_WORDS: _("The heading contains words that registers use for this field."),
    MappingReason.ANOTHER_COLUMN_FITS_BETTER: _("Another column fits this field better, so this one becomes a remark."),
    MappingReason.SEVERAL_FIELDS_FIT: _("The heading fits several fields equally well. Please choose."),
    MappingReason.NOT_RECOGNISED: _("The heading is not recognised, so the column becomes a remark."),
    MappingReason.NO_HEADING: _("The column has no heading, so it becomes a remark."),
    MappingReason.CHOSEN: _("You chose this field."),
}

FIELDS: dict[RegisterField, Promise] = {
    RegisterField.REFERENCE: pgettext_lazy("register field", "Reference"),
    RegisterField.NAME: pgettext_lazy("register field", "Name of the activity"),
    RegisterField.UNIT: pgettext_lazy("register field", "Unit"),
    RegisterField.TASK: pgettext_lazy("register field", "Task"),
    RegisterField.POLICY_DOMAIN: pgettext_lazy("register field", "Policy domain"),
    RegisterField.CONTROLLERS: pgettext_lazy("register field", "Controllers"),
    RegisterField.ROLE: pgettext_lazy("register field", "Role"),
    RegisterField.PUBLIC_OR_PRIVATE: pgettext_lazy("register field", "Public or private"),
    RegisterField.PURPOSES: pgettext_lazy("register field", "Purposes"),
    RegisterField.LEGAL_BASIS: pgettext_lazy("register field", "Legal basis"),
    RegisterField.SUBJECT_CATEGORIES: pgettext_lazy("register field", "Data subjects"),
    RegisterField.DATA_CATEGORIES: pgettext_lazy("register field", "Personal data"),
    RegisterField.SPECIAL_CATEGORIES: pgettext_lazy("register field", "Special categories of data"),
    RegisterField.RETENTION: pgettext_lazy("register field", "Retention period"),
    RegisterField.SOURCES: pgettext_lazy("register field", "Sources"),
    RegisterField.RECIPIENTS: pgettext_lazy("register field", "Recipients"),
    RegisterField.PROCESSORS: pgettext_lazy("register field", "Processors"),
    RegisterField.AGREEMENT_SIGNED: pgettext_lazy("register field", "Processor agreement"),
    RegisterField.THIRD_COUNTRY_TRANSFER: pgettext_lazy("register field", "Transfer to a third country"),
    RegisterField.PARTNERS: pgettext_lazy("register field", "Partners"),
    RegisterField.COVENANT: pgettext_lazy("register field", "Covenant"),
    RegisterField.JOINT_CONTROLLERSHIP: pgettext_lazy("register field", "Joint controllership"),
    RegisterField.FURTHER_USE: pgettext_lazy("register field", "Further use"),
    RegisterField.MEASURES: pgettext_lazy("register field", "Security measures"),
    RegisterField.SYSTEMS: pgettext_lazy("register field", "Systems"),
    RegisterField.DPIA_DONE: pgettext_lazy("register field", "Impact assessment"),
    RegisterField.PROCESSING_STATE: pgettext_lazy("register field", "State of the processing"),
    RegisterField.STARTED_ON: pgettext_lazy("register field", "Started on"),
    RegisterField.LAST_REVIEWED_ON: pgettext_lazy("register field", "Last reviewed on"),
    RegisterField.REMARKS: pgettext_lazy("register field", "Remark"),
    RegisterField.IGNORE: pgettext_lazy("register field", "Leave out"),
}


def sentence_of_fault(error: UnreadableFile) -> str:
    """What is wrong with a file, and what to do."""
    return str(FAULTS[error.fault]) % dict(error.parameters)


GATHERED = frozenset({RemarkCode.NOT_APPLICABLE, RemarkCode.NOT_A_VALUE})
"""Said of many cells of one column with the same words: once, with every row."""
OF_DATES = frozenset({RemarkCode.TWO_DIGIT_YEAR, RemarkCode.SERIAL_DATE})


def sentence_of(remark: Remark) -> str:
    """What was done with one value, and why."""
    told = dict(remark.parameters)
    if remark.code in OF_DATES:
        told["taken"] = date_format(dt.date.fromisoformat(told["taken"]), "j F Y")
    return str(REMARKS[remark.code]) % {"original": remark.original, **told}


@dataclass(frozen=True, slots=True)
class Places:
    """Where in a file something stands, in words: a CSV has rows and headings, a workbook its own coordinates."""

    file_format: str
    headings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By sheet and letter of the column."""

    @classmethod
    def of(cls, file_format: str, mapping: Mapping[str, Any]) -> Places:
        """The places of a file that was taken over with this stored mapping."""
        columns = ((sheet, each) for sheet, kept in mapping.items() for each in mapping_from_json(kept).columns)
        return cls(file_format, {(sheet, column_letter(each.column)): each.heading for sheet, each in columns})

    def told(self, places: Iterable[Place]) -> str:
        """These places of one column, or this one place."""
        found = list(places)
        first, rows = found[0], sorted({place.row for place in found if place.row})
        if self.file_format != FileFormat.CSV:
            return ", ".join([str(first), *(str(Place("", each.row, each.column)) for each in found[1:])])
        numbers = ", ".join(_ranges(rows))
        row = ngettext("row %(rows)s", "rows %(rows)s", len(rows)) % {"rows": numbers} if rows else ""
        heading = self.headings.get((first.sheet, first.column)) or first.column
        column = _("column “%(heading)s”") % {"heading": heading} if heading else ""
        return ", ".join(filter(None, (row, str(column)))) or first.sheet


def _ranges(rows: Iterable[int]) -> Iterator[str]:
    """Numbers that follow each other as a first and a last."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        yield str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


def gathered(remarks: Iterable[Remark]) -> tuple[tuple[Remark, ...], ...]:
    """The remarks in their order; those that say the same words of one column of nothing to take over stand as one."""
    found: dict[object, list[Remark]] = defaultdict(list)
    for number, remark in enumerate(remarks):
        same = (remark.code, remark.place.sheet, remark.place.column, remark.field, remark.original)
        found[same if remark.code in GATHERED else number].append(remark)
    return tuple(map(tuple, found.values()))
