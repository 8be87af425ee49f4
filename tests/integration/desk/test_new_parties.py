"""A form that makes a party says so, and names the known one that it looks like."""

import pytest

from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.test_exchange import signed_in


@pytest.mark.parametrize(
    ("supplier", "told"),
    [
        ("Cloudwolk Inc", [False, False]),
        ("Zorgsoft", [True, False]),
        ("Cloudwolk Inc.", [False, True]),
    ],
)
def test_a_supplier_that_is_new_is_told(municipality: Municipality, supplier: str, told: list[bool]) -> None:
    Party.objects.create(name="Cloudwolk Inc")
    officer = signed_in(Role.PRIVACY_OFFICER)
    sent = {"name": "Suite", "supplier": supplier, "revision": "0"}
    page = officer.post("/duinveld/desk/security/systems/new/", sent, follow=True).content.decode()
    new = f"“{supplier}” was nog niet bekend"
    alike = f"“{supplier}” is als nieuwe partij vastgelegd en lijkt op “Cloudwolk Inc”."
    assert ([new in page, alike in page], Party.objects.filter(name=supplier).count()) == (told, 1)


def test_a_party_that_looks_like_another_is_told(municipality: Municipality) -> None:
    Party.objects.create(name="Cloudwolk Inc")
    officer = signed_in(Role.PRIVACY_OFFICER)
    sent = {"name": "Cloudwolk B.V.", "revision": "0"}
    page = officer.post("/duinveld/desk/parties/new/", sent, follow=True).content.decode()
    assert "lijkt op “Cloudwolk Inc”" in page
