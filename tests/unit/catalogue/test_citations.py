"""How places in the law are cited: Aanwijzingen voor de regelgeving 3.29, Interinstitutional Style Guide 3.2.3."""

import pytest

from gemeentedossier.catalogue.facts.citations import (
    CitationForm,
    LawReference,
    cited_together,
    place_of,
    written_place,
)

LONG = CitationForm.LONG


def european(article: str, paragraph: str | None = None, point: str | None = None) -> LawReference:
    return LawReference(
        law="AVG", english_law="GDPR", is_european=True, article=article, paragraph=paragraph, point=point
    )


def dutch(article: str, paragraph: str | None = None, point: str | None = None) -> LawReference:
    return LawReference(law="Wmo 2015", article=article, paragraph=paragraph, point=point)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (european("6"), "artikel 6 AVG"),
        (european("6", "4"), "artikel 6, lid 4, AVG"),
        (european("6", "1", "c"), "artikel 6, lid 1, onder c, AVG"),
        (european("4", point="7"), "artikel 4, punt 7, AVG"),
        (european("13", "1-2"), "artikel 13, leden 1 en 2, AVG"),
        (european("13", "1-4"), "artikel 13, leden 1 tot en met 4, AVG"),
        (dutch("5.1.1"), "artikel 5.1.1 Wmo 2015"),
        (dutch("5.1.1", "1"), "artikel 5.1.1, eerste lid, Wmo 2015"),
        (dutch("5.1.1", "12", "c"), "artikel 5.1.1, twaalfde lid, onderdeel c, Wmo 2015"),
        (dutch("5.1.1", "1-2"), "artikel 5.1.1, eerste en tweede lid, Wmo 2015"),
        (dutch("5.1.1", "1-3"), "artikel 5.1.1, eerste tot en met derde lid, Wmo 2015"),
        (dutch("5.1.1", point="a"), "artikel 5.1.1, onderdeel a, Wmo 2015"),
        (dutch("37-39"), "artikelen 37 tot en met 39 Wmo 2015"),
        (dutch("par. 6a"), "paragraaf 6a Wmo 2015"),
        (dutch("5.1.1", "25"), "artikel 5.1.1, 25e lid, Wmo 2015"),
        (LawReference(law="BIO2 5.18.02"), "BIO2 5.18.02"),
    ],
)
def test_running_dutch_cites_each_kind_of_law_in_its_own_way(place: LawReference, words: str) -> None:
    assert place.citation(form=LONG) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (european("6", "1", "c"), "art. 6 lid 1 onder c AVG"),
        (european("4", point="7"), "art. 4 punt 7 AVG"),
        (dutch("5.1.1", "1-3"), "art. 5.1.1 lid 1-3 Wmo 2015"),
        (dutch("par. 6a"), "par. 6a Wmo 2015"),
        (dutch("onbekend"), "Wmo 2015"),
    ],
)
def test_lists_are_short(place: LawReference, words: str) -> None:
    assert place.citation() == words


@pytest.mark.parametrize(
    ("place", "long", "short"),
    [
        (european("6", "1", "c"), "Article 6(1)(c) GDPR", "Art. 6(1)(c) GDPR"),
        (european("4", point="7"), "Article 4(7) GDPR", "Art. 4(7) GDPR"),
        (dutch("5.1.1", "1-3"), "Article 5.1.1(1) to (3) Wmo 2015", "Art. 5.1.1(1)-(3) Wmo 2015"),
        (dutch("37-39"), "Articles 37 to 39 Wmo 2015", "Art. 37-39 Wmo 2015"),
        (dutch("par. 6a"), "Section 6a Wmo 2015", "Section 6a Wmo 2015"),
    ],
)
def test_english_has_one_way_for_all_law(place: LawReference, long: str, short: str) -> None:
    assert (place.citation("en", form=LONG), place.citation("en")) == (long, short)


def test_several_places_name_each_law_once() -> None:
    places = [european("5", "2"), european("24", "1"), LawReference(law="UAVG", article="46")]
    assert cited_together(places) == "art. 5 lid 2 en art. 24 lid 1 AVG; art. 46 UAVG"
    assert cited_together(places, form=LONG) == "artikel 5, lid 2, en artikel 24, lid 1, AVG; artikel 46 UAVG"
    three = [LawReference(law="UAVG", article=article) for article in ("31", "32", "33")]
    assert cited_together(three, form=LONG) == "artikel 31, artikel 32 en artikel 33 UAVG"
    assert cited_together(places, "en") == "Art. 5(2) and Art. 24(1) GDPR; Art. 46 UAVG"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("AVG 5(1)(e)", LawReference(law="AVG", article="5", paragraph="1", point="e")),
        ("AVG 6(4)", LawReference(law="AVG", article="6", paragraph="4")),
        ("AVG 4(7)", LawReference(law="AVG", article="4", point="7")),
        ("Wmo 2015 5.1.1", LawReference(law="Wmo 2015", article="5.1.1")),
    ],
)
def test_a_clause_names_its_place_in_short(written: str, place: LawReference) -> None:
    assert written_place(written) == place


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("1 onder c", LawReference(law="Woo", article="5.1", paragraph="1", point="c")),
        ("a", LawReference(law="Woo", article="5.1", point="a")),
        ("1-3", LawReference(law="Woo", article="5.1", paragraph="1-3")),
        (None, LawReference(law="Woo", article="5.1")),
    ],
)
def test_a_paragraph_may_be_written_with_its_point(paragraph: str | None, place: LawReference) -> None:
    assert place_of("Woo", article="5.1", paragraph=paragraph, is_european=False, english_law=None) == place
