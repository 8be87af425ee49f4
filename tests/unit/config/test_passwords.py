"""How passwords are kept where people sign in: the tests themselves keep those of invented people with less work."""

from django.contrib.auth.hashers import make_password
from django.test import override_settings

from gemeentedossier.config.settings import PASSWORD_HASHERS


def test_a_password_is_kept_by_argon2_with_all_of_its_work() -> None:
    with override_settings(PASSWORD_HASHERS=PASSWORD_HASHERS):
        kept = make_password("meeuwen eten geen rekenbladen")
    assert kept.partition(",p=")[0] == "argon2$argon2id$v=19$m=102400,t=2"
