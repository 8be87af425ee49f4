"""The command ``ledger``: what it says, and its exit codes."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import as_owner
from gemeentedossier.organisation.models import Person


@pytest.fixture
def three(municipality: Municipality) -> Municipality:
    for name in ("An", "Bo", "Di"):
        Person.objects.create(name=name)
    settle()
    return municipality


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("ledger", *arguments, stdout=out)
    return out.getvalue()


def test_an_intact_ledger_is_called_intact(three: Municipality) -> None:
    assert said("duinveld").startswith("Gaaf: 3 regels. Er is nog niets ondertekend:")


def test_a_signature_is_told_once_there_is_one(three: Municipality) -> None:
    said("duinveld", "checkpoint")
    assert said("duinveld").startswith("Gaaf: 3 regels. Het ondertekende ijkpunt klopt, tot en met regel 3.")


def test_a_broken_ledger_ends_with_code_1_and_names_the_entry(three: Municipality) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE foundation_ledgerentry SET content = '{}' WHERE number = 2")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("ledger", "duinveld", "--json", stdout=out)
    assert (ended.value.code, json.loads(out.getvalue())["fault"]["number"]) == (1, 2)


def test_what_is_broken_is_told_in_one_language(three: Municipality) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM foundation_ledgerentry WHERE number = 3")
    out = {"nl": StringIO(), "en": StringIO()}
    for language, told in out.items():
        with pytest.raises(SystemExit):
            call_command("ledger", "duinveld", "--language", language, stdout=told)
    assert [told.getvalue().split(".")[0] for told in out.values()] == [
        "GEBROKEN bij regel 3",
        "BROKEN at entry 3",
    ]


def test_a_checkpoint_is_printed_with_its_key(three: Municipality) -> None:
    answer = json.loads(said("duinveld", "checkpoint", "--json"))
    origin = f"gemeentedossier/{three.id}"
    assert (answer["note"].split("\n")[:2], answer["key"].split("+")[0]) == ([origin, "3"], origin)


def test_an_entry_is_proved(three: Municipality) -> None:
    answer = json.loads(said("duinveld", "proof", "2", "--json"))
    assert (answer["number"], answer["size"], len(answer["hashes"])) == (2, 3, 2)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nergens",), "Er is hier geen gemeente “nergens”"),
        (("nergens", "--language", "en"), "There is no municipality “nergens” here"),
        (("duinveld", "proof"), "Welke regel"),
        (("duinveld", "proof", "--language", "en"), "Which entry"),
        (("duinveld", "proof", "4"), "Er is geen regel 4: het grootboek van Duinveld heeft er 3."),
        (("duinveld", "proof", "4", "--language", "en"), "There is no entry 4: the ledger of Duinveld has 3."),
    ],
)
def test_a_wrong_question_gets_a_sentence(three: Municipality, arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        said(*arguments)
