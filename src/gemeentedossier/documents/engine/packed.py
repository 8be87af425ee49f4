"""Office files are ZIP archives: packed again with the document's own moment, they are the same bytes each time."""

import io
import zipfile
from datetime import datetime


def repacked(archive: bytes, *, moment: datetime) -> bytes:
    """The same members in the same order, all dated on the moment (ZIP knows 1980 to 2107).

    What was stored stays stored, as ODF asks of its mimetype.
    """
    dated = (min(max(moment.year, 1980), 2107), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for member in old.infolist():
            entry = zipfile.ZipInfo(member.filename, dated)
            entry.compress_type = member.compress_type
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(member), compresslevel=6)
    return packed.getvalue()
