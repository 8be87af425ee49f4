"""What is withheld from everyone, and that nothing else is."""

from gemeentedossier.foundation.engine.plain import Plain
from gemeentedossier.portal.engine.redaction import public_content


def test_the_owner_the_remarks_and_the_security_are_withheld_and_the_rest_stands() -> None:
    content: dict[str, Plain] = {
        "name": "Beslissen op een aanvraag",
        "owner": "Sam de Tester",
        "owner_id": "0190",
        "unit": "Zorg",
        "account": {"remarks": "Vraag Sam.", "security": "Kluis 3.", "accuracy": "Elk jaar nagekeken."},
        "retention": [{"period": "P15Y"}],
    }
    assert public_content(content) == {
        "name": "Beslissen op een aanvraag",
        "unit": "Zorg",
        "account": {"accuracy": "Elk jaar nagekeken."},
        "retention": [{"period": "P15Y"}],
    }


def test_the_stored_text_itself_is_left_alone() -> None:
    content: dict[str, Plain] = {"owner": "Sam de Tester", "account": {"remarks": "Vraag Sam."}}
    public_content(content)
    assert content == {"owner": "Sam de Tester", "account": {"remarks": "Vraag Sam."}}


def test_a_text_without_any_of_it_stays_whole() -> None:
    assert public_content({"name": "naam"}) == {"name": "naam"}
