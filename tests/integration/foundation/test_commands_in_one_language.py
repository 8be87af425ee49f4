"""Every command says its faults in the language that was asked, Dutch by default."""

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.foundation.models import Municipality

UNKNOWN = {"nl": "Er is hier geen gemeente “nergens”.", "en": "There is no municipality “nergens” here."}
WORDS = {
    "assess": ("nergens",),
    "catalogue": ("diff", "2026.11.0", "2026.11.1", "--municipality", "nergens"),
    "documents": ("nergens",),
    "evidence": ("nergens", "check"),
    "ledger": ("nergens",),
    "people": ("nergens",),
}


@pytest.mark.parametrize("language", UNKNOWN)
@pytest.mark.parametrize("command", WORDS)
def test_an_unknown_municipality_is_told_in_the_language_asked(
    municipality: Municipality, command: str, language: str
) -> None:
    with pytest.raises(CommandError, match=UNKNOWN[language]):
        call_command(command, *WORDS[command], "--language", language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nl", "Hier is niemand “x@example.org”"), ("en", "There is nobody “x@example.org” here")],
)
def test_an_unknown_person_is_told_in_the_language_asked(
    municipality: Municipality, language: str, sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("people", "duinveld", "--end-role", "x@example.org", "ciso", "--language", language)
