import pytest
from django.utils import translation

from gemeentedossier.exchange.enums import FileFault, MappingReason, RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import Place, Remark
from gemeentedossier.exchange.presenters import FAULTS, FIELDS, REASONS, REMARKS, SEVERITIES, sentence_of


def test_every_word_of_an_import_has_a_sentence() -> None:
    assert set(FAULTS) == set(FileFault)
    assert set(REMARKS) == set(RemarkCode)
    assert (set(REASONS), set(SEVERITIES), set(FIELDS)) == (set(MappingReason), set(Severity), set(RegisterField))


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
