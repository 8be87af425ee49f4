"""Finding in the dossier: every form of a Dutch word, in compounds, with and without accents, the nearest first."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.search import composed, find, folded, meant, pattern_of
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.facts import Organisation
from tests.builders import an_activity

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
NO_NAMES: Mapping[str, str] = {}


def a_dossier(*activities: Activity, **more: object) -> Dossier:
    organisation = Organisation(UUID(int=1), "Duinveld", "gm0001", "duinveld")
    return Dossier(organisation, NOW, activities=activities, **more)  # type: ignore[arg-type]  # as the test names them


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("bezwar", "Bezwaarschriften"),
        ("bezwar", "bezwaren"),
        ("briev", "brief"),
        ("huiz", "huisbezoek"),
        ("straff", "strafblad"),
        ("gegeven", "persoonsgegevens"),
        ("schol", "Passend onderwijs op school"),
        ("client", "cliëntdossier"),
        ("cliënt", "clientdossier"),
        ("7.4.1", "artikel 7.4.1 Jeugdwet"),
        ("2026-012", "Datalek 2026-012"),
        ("35", "artikel 35 AVG"),
        ("'", "risico's"),
    ],
)
def test_a_stem_finds_every_form_of_the_word(stem: str, text: str) -> None:
    assert pattern_of(stem).search(folded(text))


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        ("7.4.1", "7a4b1"),
        ("35", "artikel 135"),
        ("35", "1.353"),
        ("'", "risico"),
        ("zorg", "zorvuldig"),
        ("brief", "brieven"),
    ],
)
def test_a_stem_finds_no_other_word(stem: str, text: str) -> None:
    assert not pattern_of(stem).search(folded(text))


def test_folding_keeps_every_place() -> None:
    assert folded("Ærø CLIËNT İstanbul ﬁn") == "ærø client istanbul ﬁn"


def test_who_is_called_so_stands_before_where_it_is_only_said() -> None:
    said = an_activity(name="Aanvragen", description="Wie bezwaar maakt, krijgt een brief.")
    inside, called = an_activity(name="Ambtelijk hoorbezwaar"), an_activity(name="Bezwaar en beroep")
    found = find(a_dossier(said, inside, called), ["bezwar"], NO_NAMES)
    assert [each.name for each in found] == ["Bezwaar en beroep", "Ambtelijk hoorbezwaar", "Aanvragen"]
    assert [each.said for each in found] == ["", "", "Wie bezwaar maakt, krijgt een brief."]


def test_every_word_must_occur_somewhere_in_the_record() -> None:
    activity = an_activity(name="Schuldhulp", description="Voor jonge gezinnen.")
    assert len(find(a_dossier(activity), ["schuldhulp", "gezinn"], NO_NAMES)) == 1
    assert find(a_dossier(activity), ["schuldhulp", "oudere"], NO_NAMES) == ()


def test_without_words_nothing_is_found() -> None:
    assert find(a_dossier(an_activity()), [], NO_NAMES) == ()


def test_a_long_text_is_shown_around_the_place_and_cut_at_words() -> None:
    text = f"{'heel veel woorden ' * 20}over een huisbezoek {'en nog meer woorden ' * 20}".strip()
    said = find(a_dossier(an_activity(name="Wmo", description=text)), ["huisbezoek"], NO_NAMES)[0].said
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert "over een huisbezoek en nog" in said
    assert len(said) < 170


def test_a_key_of_the_catalogue_is_found_by_its_name() -> None:
    activity = an_activity(name="Wmo", reference="data-health")
    assert find(a_dossier(activity), ["gezondheid"], {"data-health": "Gegevens over gezondheid"})[0].name == "Wmo"


def test_records_of_every_room_are_found_and_exercises_are_not() -> None:
    real = PersonalDataBreach(id=new_id(), number="2026-001", title="Zorgmap kwijt", reported_at=NOW)
    tried = replace(real, id=new_id(), number="O-2026-001", is_exercise=True)
    dossier = a_dossier(systems=(System(new_id(), "Zorgsysteem"),), breaches=(real, tried))
    found = find(dossier, ["zorg"], NO_NAMES)
    assert [(each.kind, each.name) for each in found] == [
        ("breach", "2026-001 Zorgmap kwijt"),
        ("system", "Zorgsysteem"),
    ]


def test_a_slip_of_the_pen_is_answered_with_what_was_meant() -> None:
    dossier = a_dossier(an_activity(name="Toegang jeugdhulp"), an_activity(name="Parkeren"))
    assert meant(dossier, "jeugthulp") == ("jeugdhulp",)
    assert meant(dossier, "zwembad") == ()


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("financiel", unicodedata.normalize("NFD", "Financiële zaken")),
        ("i\u0307stanbul", "Istanbul"),
        ("istanbul", "İstanbul"),
    ],
    ids=["loose accents in the text", "a loose dot in the word", "a dot on a capital"],
)
def test_a_letter_is_found_whichever_way_its_accent_was_typed(word: str, text: str) -> None:
    assert pattern_of(word).search(folded(composed(text)))
