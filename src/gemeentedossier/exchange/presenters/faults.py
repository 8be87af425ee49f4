"""What is wrong with a file, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gemeentedossier.exchange.engine.kinds import field_from
from gemeentedossier.exchange.engine.reading import UnreadableFile
from gemeentedossier.exchange.enums import FileFault, ListKind
from gemeentedossier.exchange.presenters.fields import FIELDS, KINDS

FAULTS: dict[FileFault, Promise] = {
    FileFault.EMPTY: _("The file is empty. Choose the file that holds the register or the list."),
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
        "This JSON is no export of the central government's AVG register, and no CycloneDX file that lists services "
        "or SPDX file that lists packages. Choose one of those, or a spreadsheet."
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
    FileFault.NOT_SYSTEMS: _(
        "This file holds a table, but no column in it is known as the name of a system. Choose another file, or call "
        "that column Application or System."
    ),
    FileFault.NOT_PARTIES: _(
        "This file holds a table, but no column in it is known as the name of a party. Choose another file, or call "
        "that column Party or Organisation."
    ),
    FileFault.NOT_SUB_PROCESSORS: _(
        "This file holds a table, but no column in it is known as the name of a sub-processor. Choose another file, or "
        "call that column Sub-processor."
    ),
    FileFault.ANOTHER_LIST: _(
        "This looks like a list of %(kind)s, so nothing was taken over. Choose “%(kind)s” as what the file holds, or "
        "another file."
    ),
    FileFault.LIST_OF_PEOPLE: _(
        "This looks like a list of people, so nothing was taken over. Who works here stands under People and roles; "
        "other people do not belong in this dossier. Choose another file, or give the column of names a heading that "
        "says what it names, such as “%(heading)s”."
    ),
    FileFault.NO_NAME_COLUMN: _(
        "No column was chosen as “%(field)s”, so no row would become a record. Say which column holds it. Nothing was "
        "taken over."
    ),
    FileFault.DOUBLE_SUB_PROCESSOR: _(
        "“%(name)s” stands in row %(first)s and in row %(row)s below the same party, so that nobody can tell which of "
        "the two holds. Remove one of them. Nothing was taken over."
    ),
    FileFault.NOBODY_ABOVE: _(
        "Row %(row)s says that “%(above)s” engages “%(name)s”, but no other row and nobody in the agreement is called "
        "that, or more than one is. Correct who engages whom. Nothing was taken over."
    ),
    FileFault.CIRCLE: _("The list bites its tail: %(chain)s. Correct who engages whom. Nothing was taken over."),
}


COMMANDED: dict[FileFault, Promise] = {
    FileFault.ANOTHER_LIST: _(
        "This looks like a list of %(kind)s, so nothing was taken over. Give %(option)s, or another file."
    ),
    FileFault.NO_NAME_COLUMN: _(
        "No column was taken for “%(field)s”, so no row would become a record. Give --map “HEADING=%(option)s” with "
        "the heading of that column. Nothing was taken over."
    ),
}
"""What is said otherwise behind the command, where things are typed and not chosen."""


def sentence_on_command(error: UnreadableFile) -> str:
    """What is wrong with a file, and what to do behind the command: another kind of list is named as it is typed."""
    if error.fault not in COMMANDED:
        return sentence_of_fault(error)
    return str(COMMANDED[error.fault]) % {**_told(error), "option": _option(error)}


def _option(error: UnreadableFile) -> str:
    if error.fault is FileFault.ANOTHER_LIST:
        return f"--what {error.parameters['kind']}"
    return error.parameters["field"].rpartition(".")[2]


def sentence_of_fault(error: UnreadableFile) -> str:
    """What is wrong with a file, and what to do."""
    return str(FAULTS[error.fault]) % _told(error)


def _told(error: UnreadableFile) -> dict[str, str]:
    told = dict(error.parameters)
    if "field" in told:
        told["field"] = str(FIELDS[field_from(told["field"])])
    if error.fault is FileFault.ANOTHER_LIST:
        told["kind"] = str(KINDS[ListKind(told["kind"])])
    return told
