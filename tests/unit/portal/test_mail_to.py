"""A contact becomes a link only where it is one e-mail address."""

import pytest

from gemeentedossier.portal.presenters.law import mail_to


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("privacy@duinveld.example", "mailto:privacy@duinveld.example"),
        ("Gemeentehuis, privacy@duinveld.example", ""),
        ("14 012", ""),
        ("privacy@duinveld", ""),
        ("privacy@duinveld.example?bcc=x@y.nl", ""),
        ("", ""),
    ],
)
def test_only_one_mailbox_and_nothing_else_is_a_link(contact: str, link: str) -> None:
    assert mail_to(contact) == link
