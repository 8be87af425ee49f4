"""The sentences of an import: what was done with each value, and where."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.exchange.engine.kinds import field_from
from gemeentedossier.exchange.engine.mapping import mapping_from_json
from gemeentedossier.exchange.engine.reading.workbook import column_letter
from gemeentedossier.exchange.enums import (
    Field,
    FileFormat,
    PartyField,
    RemarkCode,
    SubProcessorField,
    SystemField,
)
from gemeentedossier.exchange.facts import Place, Remark
from gemeentedossier.exchange.presenters.fields import FIELDS

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
    RemarkCode.IGNORED_COLUMN: _("“%(original)s” stands in a column that was left out."),
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
    RemarkCode.KNOWN_DIFFERS: _(
        "“%(original)s” differs from what is recorded (%(recorded)s). What is recorded stays; change it there if "
        "the list is right."
    ),
    RemarkCode.REPEATED_DIFFERS: _(
        "“%(original)s” differs from what an earlier row of this list says of the same one (%(recorded)s), which was "
        "kept."
    ),
    RemarkCode.NO_SUCH_COUNTRY: _("“%(original)s” is no country that we know; it was not taken over."),
    RemarkCode.NO_SUCH_PERSON: _(
        "“%(original)s” is nobody who works here under that name or e-mail address, or more than one person is; it was "
        "not taken over."
    ),
    RemarkCode.NOT_A_NUMBER: _("“%(original)s” is no whole number that can stand here; it was not taken over."),
    RemarkCode.DAY_TO_COME: _(
        "“%(original)s” is still to come, and here stands a day on which something was done; it was not taken over."
    ),
    RemarkCode.HALF_A_PAIR: _(
        "“%(original)s” was not taken over: the date of the oldest record and the day of its measurement belong "
        "together, and the measurement is the later of the two."
    ),
    RemarkCode.SAYS_NO_CARE: _("“%(original)s” does not say whether this party gives care, so that stays as it was."),
    RemarkCode.CUT_OFF: _("“%(original)s” is longer than what can stand here; its beginning was taken over."),
    RemarkCode.FILLED_IN: _("“%(original)s” is recorded already; what was open there was filled in: %(fields)s."),
    RemarkCode.REPEATED: _("“%(original)s” stands in row %(row)s too; the two rows were taken together."),
    RemarkCode.NEW_PARTY: _("“%(original)s” was not recorded as a party yet; it was recorded as one."),
    RemarkCode.LOOKS_LIKE: _(
        "“%(original)s” was recorded as a new party and looks like “%(known)s”. Is it the same one? Then merge the two."
    ),
    RemarkCode.SAYS_AGREED: _(
        "“%(original)s” is what this list says of permission. Whether the municipality agrees is its own decision, so "
        "this was not taken over. Record the decision in the agreement."
    ),
    RemarkCode.NOT_AGREED: _(
        "“%(original)s” is engaged according to this list and does not stand in the agreement. It was recorded as "
        "seen and not agreed: authorise it, or object."
    ),
    RemarkCode.NOT_IN_LIST: _(
        "“%(original)s” stands in the agreement and not in this list. Ask the supplier whether it is still engaged."
    ),
}

SYSTEM_STATES: Mapping[SystemState, Promise] = {
    SystemState.PLANNED: pgettext_lazy("state of a system", "planned"),
    SystemState.IN_USE: pgettext_lazy("state of a system", "in use"),
    SystemState.PHASING_OUT: pgettext_lazy("state of a system", "being phased out"),
    SystemState.LEGACY: pgettext_lazy("state of a system", "runs on without maintenance"),
    SystemState.ENDED: pgettext_lazy("state of a system", "ended"),
}

GATHERED = frozenset({RemarkCode.NOT_APPLICABLE, RemarkCode.NOT_A_VALUE})
"""Said of many cells of one column with the same words: once, with every row."""
EXAMPLES = 3
"""Values of a column that was left out which are named in its one sentence."""
OF_DATES = frozenset({RemarkCode.TWO_DIGIT_YEAR, RemarkCode.SERIAL_DATE})
DATES = frozenset(
    {
        SystemField.SUPPORTED_UNTIL, SystemField.OLDEST_RECORD_ON, SystemField.OLDEST_RECORD_MEASURED_ON,
        SystemField.ACCOUNTS_REVIEWED_ON, SystemField.RECOVERY_TESTED_ON, SubProcessorField.NOTIFIED_ON,
        SubProcessorField.OBJECTION_UNTIL,
    }
)  # fmt: skip


def sentence_of(remark: Remark) -> str:
    """What was done with one value, and why."""
    told = dict(remark.parameters)
    if remark.code in OF_DATES:
        told["taken"] = date_format(dt.date.fromisoformat(told["taken"]), "j F Y")
    if "recorded" in told:
        told["recorded"] = _recorded(told["recorded"], remark.field)
    if "fields" in told:
        told["fields"] = ", ".join(str(FIELDS[field_from(each)]) for each in told["fields"].split(","))
    return str(REMARKS[remark.code]) % {"original": remark.original, **told}


def said_of(same: Sequence[Remark]) -> str:
    """What was done with values that were gathered; of a column that was left out how many, and the first of them."""
    first = same[0]
    if first.code is not RemarkCode.IGNORED_COLUMN or len(same) == 1:
        return sentence_of(first)
    named = tuple(dict.fromkeys(each.original for each in same))[:EXAMPLES]
    told = {"count": len(same), "values": ", ".join(f"“{each}”" for each in named)}
    return str(_("%(count)s values of this column were left out, beginning with %(values)s.") % told)


def times_of(same: Sequence[Remark]) -> str:
    """How often the same words stand there; a sentence that counts its values itself needs no number more."""
    return f" ({len(same)}×)" if len(same) > 1 and same[0].code is not RemarkCode.IGNORED_COLUMN else ""


def _recorded(text: str, of: Field | None) -> str:
    """What is recorded, in the words of the reader."""
    if of in DATES:
        return date_format(dt.date.fromisoformat(text), "j F Y")
    if of is SystemField.STATE:
        return str(SYSTEM_STATES[SystemState(text)])
    if of is PartyField.CARE_PROVIDER:
        return str(_("yes") if text == "true" else _("no"))
    return text


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
        if self.file_format not in (FileFormat.CSV, FileFormat.CYCLONEDX, FileFormat.SPDX):
            return self._cells(first, found)
        numbers = ", ".join(_ranges(rows))
        row = ngettext("row %(rows)s", "rows %(rows)s", len(rows)) % {"rows": numbers} if rows else ""
        heading = self.heading(first)
        column = _("column “%(heading)s”") % {"heading": heading} if heading else ""
        return ", ".join(filter(None, (row, str(column)))) or first.sheet

    def heading(self, place: Place) -> str:
        """The heading of the column in which something stands; its letter where it has none."""
        return self.headings.get((place.sheet, place.column)) or place.column

    def _cells(self, first: Place, found: Iterable[Place]) -> str:
        """Cells of one column as a workbook names them, those that follow each other as a first and a last."""
        if len(first.column) > SHORT or not first.row:
            return ", ".join(dict.fromkeys(map(str, found)))
        runs = [f"{first.column}{each.replace('–', f'–{first.column}')}" for each in _ranges(_rows(found))]
        return ", ".join([f"{first.sheet}!{runs[0]}" if first.sheet else runs[0], *runs[1:]])


SHORT = 3
"""Characters of the longest letter of a column; what is longer is a path in another kind of file."""


def _rows(places: Iterable[Place]) -> list[int]:
    return sorted({each.row for each in places})


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
    """The remarks in their order; those that say the same words of one column of nothing to take over stand as one.

    So do all of a column that was left out.
    """
    found: dict[object, list[Remark]] = defaultdict(list)
    for number, remark in enumerate(remarks):
        column = (remark.code, remark.place.sheet, remark.place.column, remark.field)
        words = (*column, remark.original)
        is_left_out = remark.code is RemarkCode.IGNORED_COLUMN
        found[column if is_left_out else words if remark.code in GATHERED else number].append(remark)
    return tuple(map(tuple, found.values()))
