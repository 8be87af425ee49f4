"""What the set-up takes from the design system."""

import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[3] / "tools"


def evaluated(expression: str) -> str:
    code = f"import stylesheets as s; print({expression}, end='')"
    return subprocess.run([sys.executable, "-c", code], cwd=TOOLS, capture_output=True, text=True, check=True).stdout


def test_only_tokens_that_are_reached_are_kept() -> None:
    theme = ".x { --a: var(--b); --b: 1px; --c: 2px; }"
    assert evaluated(f"s.used_tokens(theme={theme!r}, stylesheet='p {{ top: var(--a) }}')") == (
        ":root{--a:var(--b);--b:1px;}"
    )


def test_comments_and_white_space_go_and_selectors_stay() -> None:
    assert (
        evaluated("s.minified('/* x */ a :hover { top : calc(1px + 2px) ; }')") == "a :hover{top : calc(1px + 2px)}\n"
    )
