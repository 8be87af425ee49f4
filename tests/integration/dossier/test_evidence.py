"""Evidence: kept outside the web root, looked after, and never counted once it is gone."""

import datetime as dt
import os
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.actions.evidence import (
    SWEPT_AFTER,
    add_file,
    add_link,
    check_files,
    hand_over_evidence,
    prolong_evidence,
    sweep_files,
    withdraw_evidence,
)
from gemeentedossier.dossier.evidence.actions.files import keep_file, path_of
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment

TEXT = b"Gezien en akkoord."
DAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture(autouse=True)
def _today() -> Any:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


def a_file(by: Actor, *, valid_until: dt.date | None = None, content: bytes = TEXT) -> Evidence:
    return add_file(content, file_name="akkoord.txt", title="Akkoord", valid_until=valid_until, by=by)


def attest(by: Actor, municipality: Municipality, *evidence: UUID) -> None:
    attest_criterion(
        "privacy-policy",
        subject_kind="organisation",
        subject_id=municipality.id,
        answer=Answer.YES,
        explanation="Vastgesteld door het college.",
        review_on=None,
        evidence_ids=evidence,
        by=by,
    )


def test_a_file_is_kept_as_it_was(everyone: Actor) -> None:
    assert path_of(a_file(everyone).sha256).read_bytes() == TEXT


def test_two_equal_files_are_kept_once(everyone: Actor, tmp_path: Path) -> None:
    a_file(everyone), a_file(everyone)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_refused_file_leaves_nothing(everyone: Actor, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="leeg"):
        a_file(everyone, content=b"")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert Evidence.objects.count() == 0


def test_a_file_of_an_owner_whom_nobody_knows_leaves_nothing(everyone: Actor, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        add_file(TEXT, file_name="akkoord.txt", owner_id=new_id(), valid_until=None, by=everyone)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(("seconds", "swept"), [(-1, 0), (1, 1)], ids=["within the day", "a day later"])
def test_a_file_that_no_evidence_names_goes_after_a_day(everyone: Actor, seconds: int, swept: int) -> None:
    named, written = a_file(everyone), clock.now() - SWEPT_AFTER - dt.timedelta(seconds=seconds)
    left = path_of(keep_file(b"Nooit vastgelegd."))
    for path in (path_of(named.sha256), left):
        os.utime(path, (written.timestamp(), written.timestamp()))
    assert (sweep_files(), left.exists()) == (swept, not swept)
    assert path_of(named.sha256).exists()


def test_the_file_of_withdrawn_evidence_stays(everyone: Actor) -> None:
    shown = a_file(everyone)
    withdraw_evidence(shown.pk, reason="Vervallen.", by=everyone)
    os.utime(path_of(shown.sha256), (0, 0))
    assert (sweep_files(), path_of(shown.sha256).exists()) == (0, True)


@pytest.mark.parametrize(
    ("command", "sentence"), [("false", "virus"), ("no-such-scanner", "virus"), ("sh -c 'exit 2'", "virus")]
)
def test_a_file_that_the_scanner_does_not_pass_is_not_kept(
    everyone: Actor, settings: Any, tmp_path: Path, command: str, sentence: str
) -> None:
    settings.GEMEENTEDOSSIER_SCANNER = command
    with pytest.raises(Refused, match=sentence):
        a_file(everyone)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_that_the_scanner_passes_is_kept(everyone: Actor, settings: Any) -> None:
    settings.GEMEENTEDOSSIER_SCANNER = "true"
    assert path_of(a_file(everyone).sha256).exists()


def test_a_link_needs_what_was_seen(everyone: Actor) -> None:
    with pytest.raises(Refused):
        add_link("https://duinveld.example/beleid", seen=" ", valid_until=None, by=everyone)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "beleid", "https://", "https://[", "https://[::1"]
)
def test_a_link_is_an_address_of_the_web(everyone: Actor, address: str) -> None:
    with pytest.raises(Refused):
        add_link(address, seen="Het beleid.", valid_until=None, by=everyone)


def test_evidence_that_ran_out_cannot_be_added(everyone: Actor) -> None:
    with pytest.raises(Refused):
        a_file(everyone, valid_until=DAY - dt.timedelta(days=1))
    assert a_file(everyone, valid_until=DAY).valid_until == DAY


def test_an_answer_says_what_it_rests_on(municipality: Municipality, everyone: Actor) -> None:
    shown = a_file(everyone)
    attest(everyone, municipality, shown.id)
    dossier = dossier_of(municipality)
    assert [a.evidence_ids for a in dossier.attestations] == [(shown.id,)]
    assert [(e.title, e.owner, e.size) for e in dossier.evidence] == [("Akkoord", everyone.name, len(TEXT))]


def test_a_new_answer_rests_on_what_it_names_alone(municipality: Municipality, everyone: Actor) -> None:
    first, second = a_file(everyone), a_file(everyone, content=b"Een ander stuk.")
    attest(everyone, municipality, first.id)
    attest(everyone, municipality, second.id)
    assert [a.evidence_ids for a in dossier_of(municipality).attestations] == [(second.id,)]


def test_no_answer_can_rest_on_what_no_longer_counts(municipality: Municipality, everyone: Actor) -> None:
    shown = a_file(everyone)
    withdraw_evidence(shown.id, reason="Vervangen.", by=everyone)
    with pytest.raises(Refused):
        attest(everyone, municipality, shown.id)


def test_no_answer_can_rest_on_evidence_of_another_municipality(
    municipality: Municipality, other_municipality: Municipality, everyone: Actor
) -> None:
    shown = a_file(everyone)
    with municipality_scope(other_municipality.id), pytest.raises(Refused):
        attest(everyone, other_municipality, shown.id)


def test_nothing_of_withdrawn_evidence_changes_any_more(everyone: Actor) -> None:
    shown = a_file(everyone, valid_until=DAY)
    withdraw_evidence(shown.id, reason="Vervangen.", by=everyone)
    with pytest.raises(Refused, match="ingetrokken"):
        prolong_evidence(shown.id, valid_until=DAY.replace(year=2027), reason="Opnieuw bekeken.", by=everyone)
    with pytest.raises(Refused, match="ingetrokken"):
        withdraw_evidence(shown.id, reason="Nog eens.", by=everyone)


def test_withdrawing_and_prolonging_need_a_reason(everyone: Actor) -> None:
    shown = a_file(everyone, valid_until=DAY)
    with pytest.raises(Refused):
        withdraw_evidence(shown.id, reason="", by=everyone)
    with pytest.raises(Refused):
        prolong_evidence(shown.id, valid_until=DAY.replace(year=2027), reason="", by=everyone)
    prolong_evidence(shown.id, valid_until=DAY.replace(year=2027), reason="Opnieuw bekeken.", by=everyone)
    shown.refresh_from_db()
    assert (shown.valid_until, shown.withdrawn_at) == (dt.date(2027, 11, 24), None)


def test_a_file_that_vanished_is_found_and_found_back(everyone: Actor) -> None:
    shown = a_file(everyone)
    path_of(shown.sha256).unlink()
    assert [lost.id for lost in check_files(by=everyone)] == [shown.id]
    shown.refresh_from_db()
    assert shown.lost_at == clock.now()
    path_of(shown.sha256).write_bytes(TEXT)
    assert check_files(by=everyone) == ()
    shown.refresh_from_db()
    assert shown.lost_at is None


def test_a_file_that_was_changed_on_the_disk_is_lost(everyone: Actor) -> None:
    shown = a_file(everyone)
    path_of(shown.sha256).write_bytes(b"Iets anders.")
    assert [lost.id for lost in check_files(by=everyone)] == [shown.id]


def test_a_reader_adds_no_evidence(municipality: Municipality, everyone: Actor) -> None:
    reader = Actor(name="Lezer", person_id=everyone.person_id, roles=frozenset({"auditor"}))
    with pytest.raises(NotPermitted):
        a_file(reader)


def test_evidence_is_handed_over_with_the_reason(municipality: Municipality, everyone: Actor) -> None:
    shown, other = a_file(everyone), Person.objects.create(name="Jet")
    RoleAssignment.objects.create(person=other, role=Role.CISO.value)
    hand_over_evidence(shown.id, owner_id=other.pk, reason="Vertrekt.", by=everyone)
    assert [(e.owner, e.added_by) for e in dossier_of(municipality).evidence] == [("Jet", everyone.name)]


def test_evidence_goes_to_nobody_whose_roles_ended(everyone: Actor) -> None:
    shown, other = a_file(everyone), Person.objects.create(name="Jet")
    ended = RoleAssignment.objects.create(person=other, role=Role.CISO.value, ends_on=DAY - dt.timedelta(days=1))
    with pytest.raises(Refused, match="geen rol"):
        hand_over_evidence(shown.id, owner_id=other.pk, reason="Vertrekt.", by=everyone)
    RoleAssignment.objects.filter(pk=ended.pk).update(ends_on=DAY)
    hand_over_evidence(shown.id, owner_id=other.pk, reason="Vertrekt.", by=everyone)


def test_evidence_goes_to_somebody_else_who_is_known(everyone: Actor) -> None:
    shown = a_file(everyone)
    for owner in (everyone.person_id, UUID(int=9)):
        with pytest.raises(Refused):
            hand_over_evidence(shown.id, owner_id=owner or UUID(int=9), reason="Vertrekt.", by=everyone)


@pytest.mark.parametrize(
    ("role", "whose", "may"),
    [
        (Role.PROCESS_OWNER, "another", False),
        (Role.PROCESS_OWNER, "owned", True),
        (Role.PROCESS_OWNER, "added", True),
        (Role.PRIVACY_OFFICER, "another", True),
        (Role.DATA_PROTECTION_OFFICER, "another", True),
        (Role.CISO, "another", True),
        (Role.EXECUTIVE, "owned", False),
        (Role.AUDITOR, "owned", False),
    ],
)
def test_who_may_prolong_and_withdraw(everyone: Actor, role: Role, whose: str, *, may: bool) -> None:
    someone = Person.objects.create(name="Eva")
    by = Actor(name="Eva", person_id=someone.pk, roles=frozenset({role}))
    shown = a_file(everyone)
    columns = {"owned": {"owner": someone}, "added": {"added_by": someone}, "another": {}}
    Evidence.objects.filter(pk=shown.pk).update(valid_until=DAY, **columns[whose])
    for change in (
        lambda: prolong_evidence(shown.id, valid_until=DAY.replace(year=2027), reason="Bekeken.", by=by),
        lambda: withdraw_evidence(shown.id, reason="Vervangen.", by=by),
    ):
        with nullcontext() if may else pytest.raises(NotPermitted):
            change()
    shown.refresh_from_db()
    assert (shown.valid_until != DAY, shown.withdrawn_at is not None) == (may, may)
