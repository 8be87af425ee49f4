"""The values of a spreadsheet through calamine, after its file has been judged."""

import io
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from gemeentedossier.exchange.engine.reading.limits import UnreadableFile
from gemeentedossier.exchange.engine.reading.workbook import Area, Oddities, Scalar, Sheet
from gemeentedossier.exchange.enums import FileFault


def read_sheets(content: bytes) -> tuple[Sheet, ...]:
    """All sheets in the order of the workbook; charts and macros come as empty sheets."""
    try:
        return tuple(_sheets(content))
    except PasswordError as error:
        raise UnreadableFile(FileFault.PASSWORD) from error
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableFile(FileFault.DAMAGED) from error
    except (KeyboardInterrupt, SystemExit, MemoryError, UnreadableFile):
        raise
    except BaseException as error:
        # A panic inside the Rust reader is raised past Exception.
        raise UnreadableFile(FileFault.DAMAGED) from error


def _sheets(content: bytes) -> Iterator[Sheet]:
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        for index, told in enumerate(workbook.sheets_metadata):
            hidden = told.visible != SheetVisibleEnum.Visible
            if told.typ != SheetTypeEnum.WorkSheet:
                yield Sheet(told.name, (), hidden=hidden)
                continue
            sheet = workbook.get_sheet_by_index(index)
            yield Sheet(told.name, _rows(sheet), hidden, Oddities(merged=_merged(sheet)))


def _rows(sheet: CalamineSheet) -> tuple[tuple[Scalar, ...], ...]:
    if sheet.start is None:
        return ()
    return tuple(tuple(row) for row in sheet.to_python(skip_empty_area=False))


def _merged(sheet: CalamineSheet) -> tuple[Area, ...]:
    areas = [Area(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or []]
    return tuple(sorted(areas, key=lambda area: (area.top, area.left)))
