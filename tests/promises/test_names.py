"""Names say what a thing is; a drawer for everything has no name that does."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FORBIDDEN = {"utils", "helpers", "common", "core", "misc", "base", "data", "info"}
REQUIRED_BY_DJANGO = {"src/gemeentedossier/foundation/backend/base.py"}
"""Django asks a database backend for a module of this name."""


def test_no_module_has_a_name_that_says_nothing() -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*.py")
        if path.stem in FORBIDDEN or path.parent.name in FORBIDDEN
    }
    assert found - REQUIRED_BY_DJANGO == set()
