"""Work tells how far it is to whoever listens, and to nobody else."""

from io import StringIO

from django.core.management.base import OutputWrapper
from django.utils import translation

from gemeentedossier.foundation.engine.progress import counted, listening, tell
from gemeentedossier.foundation.management.progress import shown


def test_a_listener_hears_each_step_and_each_item() -> None:
    heard: list[tuple[str, int, int]] = []
    with listening(lambda *told: heard.append(told)):
        tell("read")
        assert list(counted("ab", step="write", total=2)) == ["a", "b"]
    assert heard == [("read", 0, 0), ("write", 0, 2), ("write", 1, 2), ("write", 2, 2)]


def test_where_nobody_listens_the_items_come_as_they_are() -> None:
    items = ["a", "b"]
    tell("read")
    assert counted(items, step="write", total=2) is items


def test_after_the_block_nobody_listens() -> None:
    heard: list[str] = []
    with listening(lambda step, _done, _total: heard.append(step)):
        tell("inside")
    tell("outside")
    assert heard == ["inside"]


def test_off_a_terminal_a_plain_line_tells_a_known_step() -> None:
    lines = StringIO()
    with translation.override("en"), shown({"write": "Writing", "read": "Reading"}, to=OutputWrapper(lines), every=0):
        tell("read")
        tell("write", done=1, total=3)
        tell("count", done=5)
    assert lines.getvalue() == "Reading\nWriting: 1 of 3\n"


def test_quick_work_says_nothing() -> None:
    lines = StringIO()
    with shown({"write": "Writing"}, to=OutputWrapper(lines), every=60):
        tell("write", done=1, total=3)
    assert lines.getvalue() == ""
