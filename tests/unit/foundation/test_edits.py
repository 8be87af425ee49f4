"""Writing over a record that somebody else may have changed since it was read."""

import pytest

from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import EditedMeanwhile


@pytest.mark.parametrize(("stored", "read", "fits"), [(0, 0, True), (1, 0, False), (0, 1, False)])
def test_what_was_read_must_be_what_stands_there(stored: int, read: int, *, fits: bool) -> None:
    if fits:
        return check_unchanged(stored, read=read)
    with pytest.raises(EditedMeanwhile):
        check_unchanged(stored, read=read)
    return None
