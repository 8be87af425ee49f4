"""The translation tool, run as `make` runs it, on a small room of its own."""

import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[3] / "tools/messages.py"
CATALOGUE = "trees/locale/nl/LC_MESSAGES/django.po"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "trees/templates").mkdir(parents=True)
    (tmp_path / "trees/apps.py").write_text("")
    (tmp_path / "trees/oak.py").write_text('from x import gettext as _\n\nNAME = _("Oak")\n')
    (tmp_path / "trees/templates/oak.html").write_text('<p>\n  {% translate "Leaf" context "of a tree" %}\n</p>')
    (tmp_path / CATALOGUE).parent.mkdir(parents=True)
    return tmp_path


def run(verb: str, source: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, TOOL, verb, "--source", source], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def write(source: Path, entries: str) -> None:
    (source / CATALOGUE).write_text(HEADER + entries)


OAK = 'msgid "Oak"\nmsgstr "Eik"\n\n'
LEAF = 'msgctxt "of a tree"\nmsgid "Leaf"\nmsgstr "Blad"\n\n'


def test_complete_dutch_passes(source: Path) -> None:
    write(source, OAK + LEAF)
    assert run("check", source) == (0, "messages: the Dutch is complete\n")


def test_a_text_without_dutch_is_named_with_file_and_line(source: Path) -> None:
    write(source, OAK.replace("Eik", "") + LEAF)
    code, said = run("check", source)
    assert code == 1
    assert f"{source}/trees/oak.py:3: has no Dutch: 'Oak'" in said


def test_a_text_of_a_template_that_was_never_extracted_is_named(source: Path) -> None:
    write(source, OAK)
    assert f"{source}/trees/templates/oak.html:2: not in django.po" in run("check", source)[1]


def test_a_fuzzy_translation_is_no_translation(source: Path) -> None:
    write(source, "#, fuzzy\n" + OAK + LEAF)
    assert "oak.py:3: its Dutch is marked fuzzy: 'Oak'" in run("check", source)[1]


def test_a_straight_apostrophe_inside_a_word_is_named(source: Path) -> None:
    write(source, OAK.replace("Eik", "Eik van collega's") + LEAF)
    assert "oak.py:3: its Dutch has a straight apostrophe inside a word" in run("check", source)[1]


def test_an_entry_that_nothing_uses_is_named(source: Path) -> None:
    write(source, OAK + LEAF + 'msgid "Elm"\nmsgstr "Iep"\n\n')
    assert "no longer used, take it out: 'Elm'" in run("check", source)[1]


def test_extracting_keeps_what_is_translated(source: Path) -> None:
    write(source, OAK)
    assert run("extract", source) == (0, "")
    text = (source / CATALOGUE).read_text()
    assert 'msgid "Oak"\nmsgstr "Eik"' in text
    assert 'msgctxt "of a tree"\nmsgid "Leaf"\nmsgstr ""' in text


def test_compiled_dutch_can_be_read(source: Path) -> None:
    write(source, OAK + LEAF)
    run("compile", source)
    with (source / CATALOGUE).with_suffix(".mo").open("rb") as file:
        assert GNUTranslations(file).pgettext("of a tree", "Leaf") == "Blad"
