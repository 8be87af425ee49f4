"""A participant declares through its own account, in one municipality or in several at once."""

import datetime as dt
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gemeentedossier.dossier.agreements.actions.guests import attest_own
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.agreements.models import AgreementParty as AgreementPartyRow
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.evidence.actions.evidence import hand_in_file
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment
from tests.integration.desk.people import someone
from tests.integration.guest.partners import DECLARATION, LONG_AGO, agreed, browser_of, party, somebody_of

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
TODAY = clock.today()


@pytest.fixture(autouse=True)
def _files_of_its_own(settings: pytest.FixtureRequest, tmp_path: object) -> None:
    settings.HOME = tmp_path  # type: ignore[attr-defined]  # the settings of Django


@pytest.fixture
def ours(municipality: Municipality) -> Party:
    someone(Role.PRIVACY_OFFICER)
    return party("GGD Kust")


@pytest.fixture
def mira(ours: Party) -> Person:
    return somebody_of(ours)


def pdf(name: str = "certificaat.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def officer_here() -> UUID:
    key: UUID = Person.objects.get(role_assignments__role=Role.PRIVACY_OFFICER.value).pk
    return key


def acting(person: Person) -> Actor:
    return Actor(person.name, person.pk, frozenset({Role.PROVIDER.value}))


def declared(agreement: Agreement) -> AgreementParty:
    return agreement_facts(agreement.id).parties[0]


def test_what_is_declared_is_recorded_with_who_and_on_what(mira: Person, ours: Party) -> None:
    covenant = agreed(ours)
    url = reverse("guest:attest", args=["duinveld", covenant.id])
    assert browser_of(mira).post(url, {**DECLARATION, "file": pdf()}).status_code == 302
    found = declared(covenant)
    assert (found.attested_on, found.attested_by, found.attested_person_id) == (TODAY, "Mira, bestuurder", mira.pk)
    assert (found.attestation, found.attestation_evidence_id) == ("Wij houden ons eraan.", Evidence.objects.get().pk)


@pytest.mark.parametrize("left_out", ["attestation", "function", "may_sign"])
def test_without_words_function_or_mandate_nothing_is_recorded(left_out: str, mira: Person, ours: Party) -> None:
    covenant = agreed(ours)
    url = reverse("guest:attest", args=["duinveld", covenant.id])
    given = {name: value for name, value in DECLARATION.items() if name != left_out}
    assert (browser_of(mira).post(url, given).status_code, declared(covenant).attested_on) == (200, None)


@pytest.mark.parametrize("nothing", ["attestation", "function"])
def test_a_declaration_of_signs_that_say_nothing_is_not_recorded(nothing: str, mira: Person, ours: Party) -> None:
    covenant = agreed(ours)
    url = reverse("guest:attest", args=["duinveld", covenant.id])
    answer = browser_of(mira).post(url, {**DECLARATION, nothing: "\u200b\u200b"})
    assert (answer.status_code, declared(covenant).attested_on) == (200, None)


@pytest.mark.parametrize(("length", "signed"), [(292, True), (293, False)])
def test_a_name_and_a_function_that_do_not_fit_are_refused(
    length: int, mira: Person, ours: Party, *, signed: bool
) -> None:
    covenant, by = agreed(ours), Actor("Mira A", mira.pk, frozenset({Role.PROVIDER}))
    if signed:
        attest_own(covenant.id, party_id=ours.pk, function="f" * length, attestation="Ja.", by=by)
    else:
        with pytest.raises(Refused):
            attest_own(covenant.id, party_id=ours.pk, function="f" * length, attestation="Ja.", by=by)
    assert (declared(covenant).attested_on is not None) == signed


def test_a_file_that_is_not_what_it_says_stops_the_declaration(mira: Person, ours: Party) -> None:
    covenant = agreed(ours)
    url = reverse("guest:attest", args=["duinveld", covenant.id])
    answer = browser_of(mira).post(url, {**DECLARATION, "file": pdf(content=b"<html>")})
    assert (answer.status_code, declared(covenant).attested_on, Evidence.objects.count()) == (200, None, 0)


def test_under_a_covenant_that_is_over_nothing_is_declared(mira: Person, ours: Party) -> None:
    covenant = agreed(ours, ended_on=LONG_AGO)
    answer = browser_of(mira).post(reverse("guest:attest", args=["duinveld", covenant.id]), DECLARATION)
    assert (answer.status_code, declared(covenant).attested_on) == (302, None)


@pytest.mark.parametrize("kind", [each for each in AgreementKind if each is not AgreementKind.COVENANT])
def test_only_in_a_covenant_one_declares(kind: AgreementKind, mira: Person, ours: Party) -> None:
    other = agreed(ours, kind=kind)
    answer = browser_of(mira).post(reverse("guest:attest", args=["duinveld", other.id]), DECLARATION)
    assert (answer.status_code, declared(other).attested_on) == (404, None)


def test_a_processor_hands_in_its_certificate_once(mira: Person, ours: Party) -> None:
    over = agreed(ours, kind=AgreementKind.PROCESSOR, ended_on=LONG_AGO)
    url, browser = reverse("guest:erasure", args=["duinveld", over.id]), browser_of(mira)
    answers = [browser.post(url, {"file": pdf()}, follow=True) for _ in range(2)]
    found = agreement_facts(over.id)
    told = "Er is al een verklaring aangeleverd" in answers[1].content.decode()
    assert (told, found.erasure_proved_on) == (True, TODAY)
    assert found.erasure_evidence_id == Evidence.objects.get().pk


def test_of_what_ran_out_and_was_not_ended_nothing_is_asked_to_be_erased(mira: Person, ours: Party) -> None:
    expired = agreed(ours, kind=AgreementKind.PROCESSOR, ends_on=LONG_AGO)
    answer = browser_of(mira).post(reverse("guest:erasure", args=["duinveld", expired.id]), {"file": pdf()})
    assert (answer.status_code, agreement_facts(expired.id).erasure_proved_on) == (302, None)


def test_what_is_declared_twice_in_a_row_is_recorded_once(mira: Person, ours: Party) -> None:
    covenant, browser = agreed(ours), browser_of(mira)
    url = reverse("guest:attest", args=["duinveld", covenant.id])
    answers = [browser.post(url, {**DECLARATION, "file": pdf()}).status_code for _ in range(2)]
    assert (answers, Evidence.objects.count(), agreement_facts(covenant.id).revision) == ([302, 302], 1, 1)


@pytest.mark.parametrize(("days_ago", "stays"), [(0, True), (1, False)])
def test_who_mends_the_words_on_the_same_day_keeps_the_file(
    days_ago: int, stays: bool, mira: Person, ours: Party
) -> None:
    covenant, browser = agreed(ours), browser_of(mira)
    url = reverse("guest:attest", args=["duinveld", covenant.id])
    browser.post(url, {**DECLARATION, "file": pdf()})
    AgreementPartyRow.objects.update(attested_on=TODAY - dt.timedelta(days=days_ago))
    browser.post(url, {**DECLARATION, "attestation": "Wij houden ons er aan."})
    found = declared(covenant)
    assert (found.attestation, found.attestation_evidence_id is not None) == ("Wij houden ons er aan.", stays)


@pytest.mark.parametrize("owner", ["holds a role", "left", "acts for the party", "nobody"])
def test_a_file_is_looked_after_by_who_answers_and_has_a_role_here(owner: str, mira: Person, ours: Party) -> None:
    officer, colleague = officer_here(), someone(Role.PROCESS_OWNER)
    if owner == "left":
        RoleAssignment.objects.filter(person=colleague).update(ends_on=TODAY - dt.timedelta(days=1))
    owners = {"nobody": None, "acts for the party": mira.pk}
    covenant = agreed(ours, owner_id=owners.get(owner, colleague.pk))
    browser_of(mira).post(reverse("guest:attest", args=["duinveld", covenant.id]), {**DECLARATION, "file": pdf()})
    assert Evidence.objects.get().owner_id == (colleague.pk if owner == "holds a role" else officer)


def test_a_file_that_nobody_here_would_look_after_is_refused(mira: Person, ours: Party) -> None:
    RoleAssignment.objects.exclude(person=mira).delete()
    covenant = agreed(ours)
    url = reverse("guest:attest", args=["duinveld", covenant.id])
    answer = browser_of(mira).post(url, {**DECLARATION, "file": pdf()})
    assert "Niemand bij de gemeente kan nu een bestand beheren" in answer.content.decode()
    assert (declared(covenant).attested_on, Evidence.objects.count()) == (None, 0)


@pytest.mark.parametrize(("before", "is_kept"), [(19, True), (20, False)])
def test_on_one_day_somebody_hands_in_twenty_files_at_most(
    before: int, is_kept: bool, mira: Person, ours: Party
) -> None:
    covenant, owner = agreed(ours), mira.pk
    for number in range(before):
        Evidence.objects.create(
            kind="link",
            title=str(number),
            owner_id=owner,
            added_by_id=owner,
            added_at=clock.now(),
            url="https://a.nl",
            seen="a",
        )
    browser_of(mira).post(reverse("guest:attest", args=["duinveld", covenant.id]), {**DECLARATION, "file": pdf()})
    assert (declared(covenant).attested_on == TODAY) is is_kept


def test_the_party_opens_its_own_file_and_the_text_that_was_signed(mira: Person, ours: Party) -> None:
    signed = hand_in_file(PDF, file_name="convenant.pdf", title="", owner_id=officer_here(), by=acting(mira)).pk
    covenant, browser = agreed(ours, signed_text_evidence_id=signed), browser_of(mira)
    browser.post(reverse("guest:attest", args=["duinveld", covenant.id]), {**DECLARATION, "file": pdf()})
    page = reverse("guest:agreement", args=["duinveld", covenant.id])
    seen = browser.get(page).content.decode()
    for which, name in (("text", "convenant.pdf"), ("declaration", "certificaat.pdf")):
        answer = browser.get(f"{page}files/{which}/")
        assert (answer.content, f"{page}files/{which}/" in seen, name in seen) == (PDF, True, True)
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert browser.get(f"{page}files/erasure/").status_code == 404


def test_the_file_of_another_participant_is_not_there(mira: Person, ours: Party) -> None:
    theirs = hand_in_file(PDF, file_name="hun.pdf", title="", owner_id=officer_here(), by=acting(mira)).pk
    other = AgreementParty(new_id(), party("Woonstichting").pk, attested_on=TODAY, attestation_evidence_id=theirs)
    covenant = agreed(parties=(AgreementParty(new_id(), ours.pk), other))
    page = reverse("guest:agreement", args=["duinveld", covenant.id])
    gone = browser_of(mira).get(f"{page}files/declaration/")
    assert (gone.status_code, 'href="/partner/"' in gone.content.decode()) == (404, True)


def test_the_page_says_how_to_reach_who_answers_for_it(mira: Person, ours: Party) -> None:
    colleague = someone(Role.PROCESS_OWNER)
    Person.objects.filter(pk=colleague.pk).update(email="jet@duinveld.example")
    covenant = agreed(ours, owner_id=colleague.pk)
    page = reverse("guest:agreement", args=["duinveld", covenant.id])
    assert "mailto:jet@duinveld.example" in browser_of(mira).get(page).content.decode()


@pytest.fixture
def there(other_municipality: Municipality, mira: Person) -> Agreement:
    """The same covenant at the other municipality, where the same account acts for the same organisation."""
    with municipality_scope(other_municipality.id):
        someone(Role.PRIVACY_OFFICER)
        theirs = party("GGD Kust")
        somebody_of(theirs, account=mira.account)
        return agreed(theirs)


def chosen(*where: tuple[str, Agreement]) -> dict[str, object]:
    keys = [f"{slug}/{each.id}/{each.parties[0].party_id}" for slug, each in where]
    return {**DECLARATION, "covenants": keys}


def test_one_declaration_serves_several_municipalities(
    mira: Person, ours: Party, there: Agreement, municipality: Municipality, other_municipality: Municipality
) -> None:
    here, browser = agreed(ours), browser_of(mira)
    given = {**chosen(("duinveld", here), ("heiloo-oost", there)), "file": pdf()}
    page = browser.post(reverse("guest:attest-many"), given, follow=True).content.decode()
    assert page.count("Vastgelegd.") == 2
    for place, agreement in ((municipality, here), (other_municipality, there)):
        with municipality_scope(place.id):
            assert declared(agreement).attested_on == TODAY
            assert declared(agreement).attestation_evidence_id == Evidence.objects.get().pk


def test_what_was_not_chosen_is_not_written(
    mira: Person, ours: Party, there: Agreement, other_municipality: Municipality
) -> None:
    here, browser = agreed(ours), browser_of(mira)
    browser.post(reverse("guest:attest-many"), chosen(("duinveld", here)))
    with municipality_scope(other_municipality.id):
        assert declared(there).attested_on is None


def test_what_one_municipality_refuses_another_keeps_and_each_is_told(
    mira: Person, ours: Party, there: Agreement, municipality: Municipality, other_municipality: Municipality
) -> None:
    here, browser = agreed(ours), browser_of(mira)
    given = {**chosen(("duinveld", here), ("heiloo-oost", there)), "file": pdf("certificaat.exe")}
    page = browser.post(reverse("guest:attest-many"), given, follow=True).content.decode()
    assert (page.count("Niet vastgelegd:"), page.count("Vastgelegd.")) == (2, 0)
    with municipality_scope(municipality.id):
        assert (declared(here).attested_on, Evidence.objects.count()) == (None, 0)


def test_a_covenant_of_somebody_else_cannot_be_chosen(mira: Person, ours: Party, municipality: Municipality) -> None:
    mine, theirs = agreed(ours), agreed(party("Woonstichting"))
    answer = browser_of(mira).post(reverse("guest:attest-many"), chosen(("duinveld", mine), ("duinveld", theirs)))
    with municipality_scope(municipality.id):
        assert (answer.status_code, declared(mine).attested_on, declared(theirs).attested_on) == (200, None, None)


def test_where_the_last_one_ended_meanwhile_nothing_is_found(
    mira: Person, ours: Party, municipality: Municipality
) -> None:
    covenant, browser = agreed(ours), browser_of(mira)
    PartyRepresentative.objects.all().delete()
    answer = browser.post(reverse("guest:attest-many"), chosen(("duinveld", covenant)))
    with municipality_scope(municipality.id):
        assert (answer.status_code, declared(covenant).attested_on) == (404, None)
