"""What the READMEs tell a new reader to type, set or open exists, and both tell the same."""

import re
import shlex
from contextlib import nullcontext
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands, load_command_class

from gemeentedossier.exchange.actions.example import PASSWORD, ensure_example
from gemeentedossier.exchange.example.organisation import PEOPLE, SLUG
from gemeentedossier.foundation.ledger.actions import settle
from tests.integration.exchange.test_imports import REGISTER
from tests.promises.places import READMES, ROOT, code_lines, code_spans
from tests.unit.exchange.files import xlsx
from tests.unit.exchange.test_lists import BILL

PAGES = (*READMES, ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md")
LINKED = (*PAGES, ROOT / "GOVERNANCE.md", *(ROOT / "docs").rglob("*.md"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
SETTING = re.compile(r"\b(?:GEMEENTEDOSSIER_[A-Z_]+|DATABASE_URL)\b")
READING = r'(?:environ|number_from)[^"\n]*"([A-Z_]+)"'  # the two ways in which the program reads a setting


def commands(page: Path) -> list[list[str]]:
    """Each call of the program on the page, as arguments."""
    calls = [shlex.split(line) for line in (*code_lines(page), *code_spans(page))]
    return [call[1:] for call in calls if call[0] == "gemeentedossier" and len(call) > 1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_target_of_make_that_a_page_names_exists(page: Path) -> None:
    lines = (*code_lines(page), *code_spans(page))
    named = {line.split()[1] for line in lines if line.startswith("make ")}
    assert named - TARGETS == set()


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_readme_names_the_two_commands_and_every_room_s_command(page: Path) -> None:
    named = {call[0] for call in commands(page)}
    assert named == {"import", "people", "assess", "documents", "catalogue", "ledger", "evidence", "serve", "migrate"}
    assert {"make demo", "make demo SERVE=0", "make test"} <= set(code_lines(page))


@pytest.mark.parametrize("call", [call for page in PAGES for call in commands(page)], ids=" ".join)
def test_every_call_on_a_page_is_understood_by_the_program(call: list[str]) -> None:
    name, *arguments = call
    application = get_commands()[name]
    assert str(application).startswith("gemeentedossier.")
    command = load_command_class(application, name) if isinstance(application, str) else application
    command.create_parser("gemeentedossier", name).parse_args(arguments)


def runs(call: list[str]) -> bool:
    """Whether it ends by itself and soon: not what serves, changes the tables of the tests, or makes every file."""
    return len(call) > 1 and call[0] not in {"serve", "migrate"} and call != ["documents", "duinrade", "--out", "out"]


@pytest.mark.django_db
def test_every_command_of_the_readme_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ensure_example()
    settle()
    (tmp_path / "register.csv").write_text(REGISTER.replace("Bewaartermijn", "Duur"), encoding="utf-8")
    (tmp_path / "systemen.csv").write_text("Applicatie;Leverancier\nSuite;Zorgsoft\n", encoding="utf-8")
    (tmp_path / "partijen.xlsx").write_bytes(xlsx([["Organisatie", "Land"], ["Zorgsoft", "NL"]]))
    (tmp_path / "subverwerkers.json").write_text(BILL, encoding="utf-8")
    (tmp_path / "dpia.json").write_text('{"pia": {"name": "Toegang"}, "answers": []}', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", StringIO("een lang wachtwoord van ons\n" * 2))
    silent = []
    for call in filter(runs, commands(READMES[0])):
        out = StringIO()
        with nullcontext() if call[0] != "evidence" else pytest.raises(SystemExit):  # the example has lost a file
            call_command(*call, stdout=out)
        settle()  # each command ends its own transaction, and only then its rows have their numbers
        silent += [] if out.getvalue().strip() else [call]
    assert (silent, (tmp_path / "coverage.xlsx").exists()) == ([], True)


def test_both_languages_show_the_same_commands() -> None:
    english, dutch = READMES
    assert code_lines(dutch) == code_lines(english)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_readme_names_every_setting_that_the_program_reads(page: Path) -> None:
    sources = (ROOT / "src").rglob("*.py")
    read = {name for path in sources for name in re.findall(READING, path.read_text())}
    assert set(SETTING.findall(page.read_text(encoding="utf-8"))) == {name for name in read if SETTING.match(name)}


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_accounts_of_the_example_are_as_the_readme_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(rf"[a-z]+@{SLUG}\.example", text))
    assert named - {person.email for person in PEOPLE} == set()
    assert f"`{PASSWORD}`" in text


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_within_the_repository_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_decision_stands_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\(([a-z-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}
