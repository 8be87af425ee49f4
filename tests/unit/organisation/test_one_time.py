"""Codes beside a password, held against the examples of the standard."""

import datetime as dt

import pytest

from gemeentedossier.organisation.engine.one_time import (
    app_address,
    code_at,
    digest_of,
    new_codes,
    step_of,
    step_told,
    written,
)

SECRET = b"12345678901234567890"
NOW = dt.datetime.fromtimestamp(1_111_111_109, dt.UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924")],
)
def test_codes_are_those_of_rfc_6238(seconds: int, code: str) -> None:
    assert code_at(SECRET, seconds // 30) == code


@pytest.mark.parametrize(("off", "comes_in"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_off(off: int, comes_in: bool) -> None:
    step = step_of(NOW) + off
    assert step_told(code_at(SECRET, step), SECRET, at=NOW, after=0) == (step if comes_in else None)


@pytest.mark.parametrize(("after", "comes_in"), [(-1, True), (0, False), (1, False)])
def test_a_code_that_came_in_does_not_come_in_again(after: int, comes_in: bool) -> None:
    now = step_of(NOW)
    assert step_told("081804", SECRET, at=NOW, after=now + after) == (now if comes_in else None)


@pytest.mark.parametrize("code", ["", "08180", "0818044", "abcdef", "٠٨١٨٠٤", "081805"])
def test_anything_else_is_no_code(code: str) -> None:
    assert step_told(code, SECRET, at=NOW, after=0) is None


def test_a_code_may_be_typed_with_a_space() -> None:
    assert step_told("081 804", SECRET, at=NOW, after=0) == step_of(NOW)


def test_the_picture_names_account_and_product() -> None:
    address = app_address(SECRET, account="noor@duinveld.example", issuer="Gemeentedossier")
    assert address == (
        "otpauth://totp/Gemeentedossier:noor%40duinveld.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        "&issuer=Gemeentedossier&digits=6&period=30"
    )


def test_the_secret_is_written_in_groups_of_four() -> None:
    assert written(SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"


def test_ten_codes_to_keep_are_all_different() -> None:
    assert len(set(new_codes())) == 10


def test_a_kept_code_is_known_however_it_is_typed() -> None:
    assert digest_of("ABCDE fghjk") == digest_of("abcde-fghjk")
