"""Files, functions and templates stay small enough to be read at once."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = [p for p in (ROOT / "src").rglob("*.py") if "migrations" not in p.parts]
TEMPLATES = [*(ROOT / "src").rglob("templates/**/*.html")]


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def function_sizes() -> list[tuple[int, str]]:
    return [
        (node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.name}")
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]


def share_of(sizes: list[int], share: float) -> int:
    return sorted(sizes)[int(len(sizes) * share)]


def test_no_file_is_longer_than_400_lines() -> None:
    assert [str(p.relative_to(ROOT)) for p in SOURCES if lines(p) > 400] == []


def test_nine_files_in_ten_are_under_250_lines_and_half_under_80() -> None:
    sizes = [lines(path) for path in SOURCES if lines(path)]
    assert share_of(sizes, 0.9) < 250
    assert share_of(sizes, 0.5) < 90


def test_no_function_is_longer_than_50_lines() -> None:
    assert [name for size, name in function_sizes() if size > 50] == []


def test_nine_functions_in_ten_are_under_25_lines_and_half_under_10() -> None:
    sizes = [size for size, _ in function_sizes()]
    assert share_of(sizes, 0.9) < 25
    assert share_of(sizes, 0.5) < 10


def test_no_template_is_longer_than_150_lines() -> None:
    assert [str(p.relative_to(ROOT)) for p in TEMPLATES if lines(p) > 150] == []
