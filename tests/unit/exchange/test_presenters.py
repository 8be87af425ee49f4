import pytest
from django.utils import translation

from gemeentedossier.exchange.engine.kinds import FORMS
from gemeentedossier.exchange.enums import FileFault, FileFormat, MappingReason, RemarkCode
from gemeentedossier.exchange.facts import Place, Remark
from gemeentedossier.exchange.presenters.faults import FAULTS
from gemeentedossier.exchange.presenters.fields import FIELDS, REASONS
from gemeentedossier.exchange.presenters.remarks import REMARKS, Places, gathered, said_of, sentence_of, times_of


def test_every_word_of_an_import_has_a_sentence() -> None:
    assert set(FAULTS) == set(FileFault)
    assert set(REMARKS) == set(RemarkCode)
    every_field = {field for form in FORMS.values() for field in form.fields}
    assert (set(REASONS), set(FIELDS)) == (set(MappingReason), every_field)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“31-02-2021” is a date that does not exist; it was not taken over."),
        ("nl", "“31-02-2021” is een datum die niet bestaat; zij is niet overgenomen."),
    ],
)
def test_a_remark_is_a_sentence_in_the_language_of_the_reader(language: str, sentence: str) -> None:
    with translation.override(language):
        assert sentence_of(Remark(RemarkCode.IMPOSSIBLE_DATE, Place("Blad", 2, "S"), "31-02-2021")) == sentence


@pytest.mark.parametrize(
    ("file_format", "place", "told"),
    [
        (FileFormat.CSV, Place("register", 2, "K"), "regel 2, kolom “Duur”"),
        (FileFormat.CSV, Place("register", 2, "L"), "regel 2, kolom “L”"),
        (FileFormat.CSV, Place("register", 2), "regel 2"),
        (FileFormat.CSV, Place("register", 0, "K"), "kolom “Duur”"),
        (FileFormat.CSV, Place("register"), "register"),
        (FileFormat.XLSX, Place("register", 2, "K"), "register!K2"),
    ],
)
def test_a_place_is_told_as_the_file_counts(file_format: FileFormat, place: Place, told: str) -> None:
    assert Places(file_format, {("register", "K"): "Duur"}).told([place]) == told


def test_only_what_says_nothing_is_gathered_and_each_remark_stays() -> None:
    absent = [Remark(RemarkCode.NOT_A_VALUE, Place("Blad", row, "S"), "?") for row in (2, 4)]
    period = [Remark(RemarkCode.NO_PERIOD, Place("Blad", row, "S"), "lang") for row in (2, 3)]
    assert gathered([absent[0], *period, absent[1]]) == ((absent[0], absent[1]), (period[0],), (period[1],))


def test_a_column_that_was_left_out_is_told_once() -> None:
    left = [Remark(RemarkCode.IGNORED_COLUMN, Place("CMDB", row, "F"), f"SN-{row}") for row in (2, 3, 4, 6)]
    (same,) = gathered(left)
    places = Places(FileFormat.XLSX).told(each.place for each in same)
    sentence = "4 waarden uit deze kolom zijn weggelaten; de eerste zijn “SN-2”, “SN-3”, “SN-4”."
    assert (places, said_of(same), times_of(same)) == ("CMDB!F2–F4, F6", sentence, "")


def test_a_date_that_was_read_is_told_in_words() -> None:
    read = Remark(RemarkCode.SERIAL_DATE, Place("Blad", 2, "S"), "43586", parameters=(("taken", "2019-05-01"),))
    assert sentence_of(read) == "“43586” is een datum zoals een rekenblad die telt; zij is overgenomen als 1 mei 2019."
