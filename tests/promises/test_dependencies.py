"""Every dependency has its reason, its licence fits, and no list says where a package is to be fetched."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

from tests.promises.places import ROOT

REQUIREMENTS = ROOT / "requirements"
PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
COPYLEFT = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)


def named(file: str) -> list[str]:
    """The packages of a list as people write it."""
    lines = (REQUIREMENTS / file).read_text(encoding="utf-8").splitlines()
    return [re.split(r"[\[<>=;\s]", line)[0] for line in lines if line and not line.startswith(("-", "#"))]


def pinned(file: str) -> list[str]:
    """The packages of a list with hashes."""
    return re.findall(r"^([\w.-]+)==", (REQUIREMENTS / file).read_text(encoding="utf-8"), re.MULTILINE)


def licence_of(package: str) -> str:
    """What the package says of itself; empty where this machine does not need the package."""
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return ""
    classifiers = [c for c in told.get_all("Classifier") or [] if c.startswith("License ::")]
    return "; ".join(filter(None, [told.get("License-Expression"), (told.get("License") or "")[:200], *classifiers]))


@pytest.mark.parametrize("package", named("runtime.in"))
def test_a_package_at_run_time_stands_in_the_page_with_reason_and_licence(package: str) -> None:
    rows = [line.split("|") for line in PAGE.splitlines() if line.startswith(f"| {package} |")]
    assert [all(cell.strip() for cell in row[1:4]) for row in rows] == [True]


@pytest.mark.parametrize("package", named("development.in"))
def test_a_package_for_development_is_named_in_the_page(package: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(package)}(?![\w-])", PAGE.split("## For development only")[1])


def test_nothing_under_gpl_or_agpl_runs_in_the_product() -> None:
    assert [name for name in pinned("runtime.txt") if COPYLEFT.search(licence_of(name))] == []


def test_every_package_at_run_time_says_what_its_licence_is() -> None:
    silent = [name for name in named("runtime.in") if not licence_of(name)]
    assert silent == []


@pytest.mark.parametrize("package", ["psycopg", "psycopg-binary"])
def test_psycopg_is_under_the_lgpl(package: str) -> None:
    assert licence_of(package) == "LGPL-3.0-only"


@pytest.mark.parametrize(
    "path",
    [*REQUIREMENTS.iterdir(), ROOT / "frontend" / "package.json", ROOT / "frontend" / "package-lock.json"],
    ids=lambda path: path.name,
)
def test_no_list_of_packages_names_an_address(path: Path) -> None:
    assert re.findall(r"https?://\S+|--(?:extra-)?index-url\S*", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", ["runtime.txt", "development.txt"])
def test_every_package_is_pinned_with_hashes(file: str) -> None:
    entries = re.split(r"\n(?=\S)", (REQUIREMENTS / file).read_text(encoding="utf-8").strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
