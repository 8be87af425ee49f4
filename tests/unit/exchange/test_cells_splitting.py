import pytest

from gemeentedossier.exchange.engine.cells.names import named, read_names
from gemeentedossier.exchange.engine.cells.splitting import Piece, lines, pieces
from gemeentedossier.exchange.enums import RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import Named

from .vocabulary import RESOLVER

CELLS = {
    "NAW-gegevens; Burgerservicenummer": ["NAW-gegevens", "Burgerservicenummer"],
    "NAW-gegevens, Burgerservicenummer": ["NAW-gegevens", "Burgerservicenummer"],
    "NAW-gegevens\n\n- Burgerservicenummer\n• Werk en opleiding": [
        "NAW-gegevens",
        "Burgerservicenummer",
        "Werk en opleiding",
    ],
    "NAW-gegevens / Burgerservicenummer": ["NAW-gegevens", "Burgerservicenummer"],
    "ouder/gezagdrager/voogd": ["ouder/gezagdrager/voogd"],
    "NAW-gegevens en Werk en opleiding en Burgerservicenummer": [
        "NAW-gegevens",
        "Werk en opleiding",
        "Burgerservicenummer",
    ],
    "Geboortedatum en -plaats en NAW-gegevens": ["Geboortedatum en -plaats", "NAW-gegevens"],
    "NAW-gegevens en iets anders en nog iets": ["NAW-gegevens", "iets anders en nog iets"],
    "lief en leed": ["lief en leed"],
    "rijksinspectie (IGJ, Arbeidsinspectie), GGD": ["rijksinspectie (IGJ, Arbeidsinspectie)", "GGD"],
    "een haakje (dat niet sluit, GGD": ["een haakje (dat niet sluit", "GGD"],
    "bedrag van 1,5 miljoen": ["bedrag van 1,5 miljoen"],
    "Dit zijn alle gegevens die de inwoner zelf aan ons vertelt, en niets meer": [
        "Dit zijn alle gegevens die de inwoner zelf aan ons vertelt, en niets meer"
    ],
}


@pytest.mark.parametrize("text", CELLS)
def test_a_cell_is_cut_where_that_is_certain(text: str) -> None:
    def known(part: str) -> bool:
        return named(part, kind=ResolvedKind.DATA_CATEGORY, resolver=RESOLVER).id is not None

    assert [piece.text for piece in pieces(text, known=known)] == CELLS[text]


def test_numbers_of_a_list_and_references_to_them_are_kept() -> None:
    assert pieces("1. cliënt 2. ouder", known=lambda _: False) == (Piece("cliënt", "1"), Piece("ouder", "2"))
    assert pieces("NAW (1,2); BSN (1 en 2)", known=lambda _: False) == (
        Piece("NAW", "", ("1", "2")),
        Piece("BSN", "", ("1", "2")),
    )


def test_purposes_are_cut_at_lines_and_semicolons_only() -> None:
    assert lines("aanvraag, registratie, toezicht; verhaal op derden") == [
        "aanvraag, registratie, toezicht",
        "verhaal op derden",
    ]


def test_known_names_get_their_id_and_others_keep_their_words() -> None:
    reading = read_names("NAW-gegevens; iets eigens", kind=ResolvedKind.DATA_CATEGORY, resolver=RESOLVER)
    assert [each.named for each in reading.values] == [Named("NAW-gegevens", "address"), Named("iets eigens")]


def test_broken_letters_are_read_where_exactly_one_name_fits() -> None:
    found = named("Financi\ufffdle gegevens", kind=ResolvedKind.DATA_CATEGORY, resolver=RESOLVER)
    assert found == Named("Financiële gegevens", "finance")


def test_a_part_that_is_no_value_is_reported_and_the_rest_is_taken() -> None:
    reading = read_names("NAW-gegevens, onbekend, etc.", kind=ResolvedKind.DATA_CATEGORY, resolver=RESOLVER)
    assert [each.named.text for each in reading.values] == ["NAW-gegevens"]
    assert [(note.code, note.part) for note in reading.notes] == [
        (RemarkCode.NOT_A_VALUE, "onbekend"),
        (RemarkCode.NOT_A_VALUE, "etc."),
    ]


def test_people_among_the_data_are_noticed() -> None:
    reading = read_names("medewerker gemeente", kind=ResolvedKind.DATA_CATEGORY, resolver=RESOLVER)
    assert [(note.code, note.parameters) for note in reading.notes] == [
        (RemarkCode.OTHER_KIND, (("kind", "subject_category"),))
    ]


def test_declaring_none_leaves_the_list_empty_and_says_so() -> None:
    reading = read_names("geen", kind=ResolvedKind.RECIPIENT, resolver=RESOLVER)
    assert (reading.values, [note.code for note in reading.notes]) == ((), [RemarkCode.DECLARED_NONE])
