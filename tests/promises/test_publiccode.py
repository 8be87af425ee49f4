"""publiccode.yml holds what version 0.7 of the standard requires (https://yml.publiccode.tools/)."""

import tomllib
from typing import Any

import yaml

from tests.promises.places import ROOT

FILE: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIRED = {
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal",
    "maintenance", "localisation",
}  # fmt: skip


def test_every_required_key_stands_in_it() -> None:
    assert REQUIRED - FILE.keys() == set()


def test_the_values_of_closed_lists_are_what_the_program_is() -> None:
    assert FILE["publiccodeYmlVersion"] == "0.7.0"
    assert FILE["developmentStatus"] == "development"
    assert FILE["softwareType"] == "standalone/web"
    assert FILE["platforms"] == ["web"]


def test_somebody_can_be_asked() -> None:
    assert FILE["maintenance"]["type"] == "internal"
    assert [set(contact) for contact in FILE["maintenance"]["contacts"]] == [{"name"}]


def test_each_language_says_what_it_is_in_the_length_that_is_allowed() -> None:
    assert list(FILE["description"]) == FILE["localisation"]["availableLanguages"] == ["nl", "en"]
    for told in FILE["description"].values():
        assert len(told["shortDescription"]) <= 150
        assert 150 <= len(told["longDescription"]) <= 10_000
        assert all(told["features"])


def test_it_agrees_with_the_package() -> None:
    assert FILE["legal"]["license"] == PROJECT["license"]
    assert FILE["softwareVersion"] == PROJECT["version"]


def test_the_licence_is_the_whole_eupl() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    articles = [line for line in text.splitlines() if line[:1].isdigit() and ". " in line[:4]]
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert (articles[0], articles[-1], len(articles)) == ("1. Definitions", "15. Applicable Law", 15)
    assert "Appendix" in text
