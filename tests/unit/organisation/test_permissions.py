"""Who may not, reads who may."""

import pytest
from django.utils import translation

from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import ROLE_WORDS, check_permitted


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Your roles do not allow this. It can be done by: privacy officer, process owner."),
        ("nl", "Uw rollen staan dit niet toe. Dit kan worden gedaan door: privacy officer, proceseigenaar."),
    ],
)
def test_a_refusal_names_the_roles_that_may_in_the_language_of_the_reader(language: str, sentence: str) -> None:
    auditor = Actor(name="A. Auditor", roles=frozenset({Role.AUDITOR}))
    with translation.override(language), pytest.raises(NotPermitted) as refused:
        check_permitted(auditor, "register.edit_activity")
    assert str(refused.value) == sentence


def test_every_role_has_a_word() -> None:
    assert set(ROLE_WORDS) == set(Role)
