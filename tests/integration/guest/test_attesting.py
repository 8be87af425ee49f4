"""A participant declares through its own account, in one municipality or in several at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gemeentedossier.dossier.agreements.actions.guests import attest_own
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.integration.guest.partners import DECLARATION, LONG_AGO, agreed, browser_of, party, somebody_of

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
TODAY = clock.today()


@pytest.fixture(autouse=True)
def _files_of_its_own(settings: pytest.FixtureRequest, tmp_path: object) -> None:
    settings.HOME = tmp_path  # type: ignore[attr-defined]  # the settings of Django


@pytest.fixture
def ours(municipality: Municipality) -> Party:
    return party("GGD Kust")


@pytest.fixture
def mira(ours: Party) -> Person:
    return somebody_of(ours)


def pdf(name: str = "certificaat.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


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
    assert (answer.status_code, declared(covenant).attested_on) == (404, None)


@pytest.mark.parametrize("kind", [each for each in AgreementKind if each is not AgreementKind.COVENANT])
def test_only_in_a_covenant_one_declares(kind: AgreementKind, mira: Person, ours: Party) -> None:
    other = agreed(ours, kind=kind)
    answer = browser_of(mira).post(reverse("guest:attest", args=["duinveld", other.id]), DECLARATION)
    assert (answer.status_code, declared(other).attested_on) == (404, None)


def test_a_processor_hands_in_its_certificate_once(mira: Person, ours: Party) -> None:
    over = agreed(ours, kind=AgreementKind.PROCESSOR, ended_on=LONG_AGO)
    url, browser = reverse("guest:erasure", args=["duinveld", over.id]), browser_of(mira)
    answers = [browser.post(url, {"file": pdf()}).status_code for _ in range(2)]
    found = agreement_facts(over.id)
    assert (answers, found.erasure_proved_on) == ([302, 404], TODAY)
    assert found.erasure_evidence_id == Evidence.objects.get().pk


def test_of_what_ran_out_and_was_not_ended_nothing_is_asked_to_be_erased(mira: Person, ours: Party) -> None:
    expired = agreed(ours, kind=AgreementKind.PROCESSOR, ends_on=LONG_AGO)
    answer = browser_of(mira).post(reverse("guest:erasure", args=["duinveld", expired.id]), {"file": pdf()})
    assert (answer.status_code, agreement_facts(expired.id).erasure_proved_on) == (404, None)


@pytest.fixture
def there(other_municipality: Municipality, mira: Person) -> Agreement:
    """The same covenant at the other municipality, where the same account acts for the same organisation."""
    with municipality_scope(other_municipality.id):
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
