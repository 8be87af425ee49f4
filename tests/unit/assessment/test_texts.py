"""Free texts: what is not finished, what is denied, and what only looks like it."""

import pytest

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.texts import NOWHERE, Places, free_texts_of, looked_at
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.facts import Accountability, Activity, LegalBasis, Purpose, Recipient
from tests.unit.assessment.dossiers import DAY, some_id

LAW = Law(current_catalogue(), DAY)


def remarked(text: str) -> Activity:
    return Activity(some_id(1), "Wmo", account=Accountability(remarks=text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TO DO: navragen", ("to do",)),
        ("De termijn nader invullen.", ("nader invullen",)),
        ("n.t.b.", ("n.t.b.",)),
        ("naam xxx en datum XXX", ("xxx",)),
        ("zie […] en [naam gemeente]", ("[…]", "[naam gemeente]")),
        ("Lorem ipsum dolor", ("lorem ipsum",)),
        ("Klik of tik om tekst in te voeren.", ("klik of tik om tekst in te voeren",)),
        (" ? ", ("?",)),
        ("…", ("…",)),
    ],
)
def test_what_is_left_over_is_found(text: str, words: tuple[str, ...]) -> None:
    assert looked_at(remarked(text), LAW).unfinished == Places(("opmerkingen",), ("remarks",), words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "De jeugdige volgt nog onderwijs.",
        "Wie hier komt wonen, krijgt een brief.",
        "Kan de inwoner het zelf? Dan is er geen hulp nodig.",
        "De methodologie staat in het handboek; de todolijst is van de wijk.",
        "Geen",
    ],
)
def test_a_finished_text_is_left_alone(text: str) -> None:
    assert looked_at(remarked(text), LAW).unfinished == NOWHERE


def test_every_place_is_named_once() -> None:
    bases = tuple(LegalBasis(some_id(number), necessity="nog aan te vullen") for number in (3, 4))
    found = Activity(some_id(1), "TODO", purposes=(Purpose(some_id(2), 1, "xxx", bases),))
    assert looked_at(found, LAW).unfinished == Places(
        ("naam", "doel", "noodzaak"), ("name", "purpose", "necessity"), ("todo", "xxx", "nog aan te vullen")
    )


def test_every_text_of_a_record_is_read() -> None:
    found = Activity(some_id(1), "Wmo", recipients=(Recipient(some_id(2), text="CAK", reason="Eigen bijdrage"),))
    assert [(place.nl, text) for place, text in free_texts_of(found)] == [
        ("naam", "Wmo"),
        ("ontvanger", "CAK"),
        ("reden van verstrekking", "Eigen bijdrage"),
    ]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Er worden geen bijzondere persoonsgegevens gebruikt.", True),
        ("Geen bijzondere categorieën.", True),
        ("Bijzondere persoonsgegevens worden alleen met een uitzondering gebruikt.", False),
        ("Geen bijzonderheden.", False),
    ],
)
def test_denying_special_data_is_heard(text: str, denied: bool) -> None:
    assert (looked_at(remarked(text), LAW).denied != NOWHERE) is denied


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Toestemming van betrokkene", True),
        ("Toestemming (art. 6 lid 1 onder a AVG)", True),
        ("Er is geen toestemming nodig", False),
        ("Wmo 2015 5.1.1 lid 4: toestemming voor andere domeinen", False),
        ("Jeugdwet artikel 7.4.0", False),
    ],
)
def test_consent_as_basis_is_heard(text: str, named: bool) -> None:
    assert LAW.lint.names_consent(text) is named
