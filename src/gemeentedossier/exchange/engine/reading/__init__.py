"""From bytes to cells with their places, for every format; hostile files end in one sentence."""

from gemeentedossier.exchange.engine.reading.files import read_file
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.workbook import Cell, Scalar, Sheet, Workbook

__all__ = ["Cell", "Limits", "Scalar", "Sheet", "UnreadableFile", "Workbook", "read_file"]
