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
    assert said("duinveld").startswith("Intact: 3 entries. Nothing was signed yet:")


def test_a_signature_is_told_once_there_is_one(three: Municipality) -> None:
    said("duinveld", "checkpoint")
    assert said("duinveld").startswith("Intact: 3 entries. The signed checkpoint agrees, up to entry 3.")


def test_a_broken_ledger_ends_with_code_1_and_names_the_entry(three: Municipality) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE foundation_ledgerentry SET content = '{}' WHERE number = 2")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("ledger", "duinveld", "--json", stdout=out)
    assert (ended.value.code, json.loads(out.getvalue())["fault"]["number"]) == (1, 2)


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
        (("nergens",), "nergens"),
        (("duinveld", "proof"), "Which entry"),
        (("duinveld", "proof", "4"), "There is no entry 4: the ledger of Duinveld has 3."),
    ],
)
def test_a_wrong_question_gets_a_sentence(three: Municipality, arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        said(*arguments)
