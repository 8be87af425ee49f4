import pytest

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.engine.cells.bases import letter_of_words, read_bases
from gemeentedossier.exchange.engine.cells.citations import citations_in
from gemeentedossier.exchange.enums import RemarkCode
from gemeentedossier.exchange.facts import Citation

from .vocabulary import RESOLVER, VOCABULARY

CITATIONS = {
    "art. 6 lid 1 sub e AVG": [Citation("AVG", "6", "1", "e")],
    "AVG 6.1.e": [Citation("AVG", "6", "1", "e")],
    "artikel 6, eerste lid, onder e, AVG": [Citation("AVG", "6", "1", "e")],
    "AVG art. 6(1)(c)": [Citation("AVG", "6", "1", "c")],
    "art. 6(1)(c) AVG": [Citation("AVG", "6", "1", "c")],
    "Toestemming (art. 6 lid 1 sub a)": [Citation("AVG", "6", "1", "a")],
    "artikel 5.1.5 Wmo 2015": [Citation("Wmo 2015", "5.1.5")],
    "Wmo 2015 art. 2.3.2, eerste lid": [Citation("Wmo 2015", "2.3.2", "1")],
    "Wmo 2.3.2": [Citation("Wmo", "2.3.2")],
    "Wmo 2015 2.3.2": [Citation("Wmo 2015", "2.3.2")],
    "UAVG art. 40": [Citation("UAVG", "40")],
    "Awb art. 3:2": [Citation("Awb", "3:2")],
    "art. 213a Gemeentewet": [Citation("Gemeentewet", "213a")],
    "art. 1.47b Wet kinderopvang": [Citation("Wet kinderopvang", "1.47b")],
    "art. 454 BW Boek 7": [Citation("BW Boek 7", "454")],
    "art. 37-39 AVG": [Citation("AVG", "37-39")],
    "art. 17, 53a en 54 Pw": [Citation("Pw", "17"), Citation("Pw", "53a"), Citation("Pw", "54")],
    "artikelen 2.3 en 7.4.0 van de Jeugdwet": [Citation("Jeugdwet", "2.3"), Citation("Jeugdwet", "7.4.0")],
    "art. 15 lid 2 Leerplichtwet 1969": [Citation("Leerplichtwet 1969", "15", "2")],
    "Pw 17": [Citation("Pw", "17")],
    "Convenant 2019": [],
    "Convenant sociaal wijkteam": [],
    "art. alg WGS": [],
    "artikel 17": [],
    "Wmo 2015": [],
    "Regeling 12": [],
}


@pytest.mark.parametrize("text", CITATIONS)
def test_a_provision_is_cited_as_it_was_written(text: str) -> None:
    assert list(citations_in(text, laws=VOCABULARY.laws)) == CITATIONS[text]


LETTERS = {
    "publieke taak": Article6.PUBLIC_TASK,
    "Publieke taak (gemeente)": Article6.PUBLIC_TASK,
    "algemeen belang / openbaar gezag": Article6.PUBLIC_TASK,
    "toestemming van de betrokkene": Article6.CONSENT,
    "Wettelijke verplichting": Article6.LEGAL_OBLIGATION,
    "overeenkomst": Article6.CONTRACT,
    "samenwerkingsovereenkomst ketenpartners": None,
    "overeenkomst tussen partijen": None,
    "Convenant sociaal wijkteam": None,
    "de het een": None,
}


@pytest.mark.parametrize("text", LETTERS)
def test_words_mean_a_letter_only_as_a_whole(text: str) -> None:
    assert letter_of_words(text, VOCABULARY) is LETTERS[text]


E, A = Article6.PUBLIC_TASK, Article6.CONSENT
CELLS = {
    "art. 6 lid 1 sub e AVG; artikel 2.3.2 Wmo 2015": [(E, "art. 2.3.2 Wmo 2015", "wmo-2.3.2")],
    "AVG 6.1.e, Wmo 2015 art. 2.3.2 / Awb art. 3:2": [
        (E, "art. 2.3.2 Wmo 2015", "wmo-2.3.2"),
        (E, "art. 3:2 Awb", None),
    ],
    "UAVG art. 40 / Awb art. 3:2": [(None, "art. 40 UAVG", None), (None, "art. 3:2 Awb", None)],
    "Pw art. 17; Pw art. 17": [(None, "art. 17 Pw", None)],
    "Toestemming (art. 6 lid 1 sub a)": [(A, None, None)],
    "publieke taak": [(E, None, None)],
    "art. 49-55 BABW / Regeling GPK": [(None, "art. 49-55 BABW / Regeling GPK", None)],
    "Convenant 2019": [(None, None, None)],
}


@pytest.mark.parametrize("text", CELLS)
def test_a_cell_gives_every_basis_that_it_names(text: str) -> None:
    reading = read_bases(text, vocabulary=VOCABULARY, resolver=RESOLVER)
    found = [(each.article_6, str(each.citation) if each.citation else None, each.provision) for each in reading.values]
    assert found == CELLS[text]


NOTES = {
    "zie wet": [(RemarkCode.NOT_A_VALUE, "zie wet")],
    "Convenant 2019; UAVG art. 30": [(RemarkCode.NO_LEGAL_ARTICLE, "Convenant 2019")],
    "AVG 6.1.e; AVG 6.1.c": [(RemarkCode.SEVERAL_LETTERS, "")],
    "publieke taak (art. 6 lid 1 sub c)": [(RemarkCode.SEVERAL_LETTERS, "")],
    "AVG 6.1.e; n.v.t.": [(RemarkCode.NOT_APPLICABLE, "n.v.t.")],
    "publieke taak": [],
}


@pytest.mark.parametrize("text", NOTES)
def test_what_is_no_article_is_said(text: str) -> None:
    reading = read_bases(text, vocabulary=VOCABULARY, resolver=RESOLVER)
    assert [(note.code, note.part) for note in reading.notes] == NOTES[text]
