"""When two e-mail addresses are the same one."""

import pytest

from gemeentedossier.organisation.engine.addresses import is_same_address


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mike@zeist.example", "mike@zeist.example", True),
        ("Mike@ZEIST.example", "mike@zeist.example", True),
        ("mike@zeist.example", "mika@zeist.example", False),
        ("mike@zeıst.example", "mike@zeist.example", False),
        ("ſam@zeist.example", "sam@zeist.example", False),
        ("mi\u212ae@zeist.example", "mike@zeist.example", False),
        ("ｍike@zeist.example", "mike@zeist.example", False),
        ("rené@zeist.example", "rené@zeist.example", True),
    ],
)
def test_capitals_count_as_small_letters_and_nothing_else_does(one: str, other: str, same: bool) -> None:
    assert is_same_address(one, other) is same
