"""Finding an activity in the published register."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.dossier.register.facts import DataUse, LegalBasis, Purpose, Recipient
from gemeentedossier.foundation.identifiers import new_id
from tests.builders import an_activity
from tests.integration.portal.conftest import Publish

REGISTER = "/duinveld/register/"


def names(visitor: Client, **sought: str) -> list[str]:
    return [result.name for result in visitor.get(REGISTER, sought).context["results"]]


def queries(visitor: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert visitor.get(address).status_code == 200
    return len(seen)


@pytest.fixture
def three(publish: Publish) -> Publish:
    for changes in (
        {"name": "Leerlingenvervoer", "policy_domain": "education", "purposes": ()},
        {"name": "Crisisopvang geëscaleerde meldingen", "policy_domain": "onderzoek", "purposes": ()},
        {},
    ):
        made: dict[str, Any] = {"data_uses": (), **changes}
        publish(an_activity(**made))
    return publish


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("maatwerkvoorzieningen", ["Beslissen op een aanvraag"]),
        ("leerling", ["Leerlingenvervoer"]),
        ("geescaleerde", ["Crisisopvang geëscaleerde meldingen"]),
        ("drijfzand", []),
    ],
)
def test_dutch_words_are_found_in_plural_in_part_and_without_accent(
    visitor: Client, text: str, found: list[str]
) -> None:
    assert names(visitor, q=text) == found


def found(visitor: Client, q: str) -> dict[str, str]:
    """Why each activity was found, by its name."""
    return {result.name: result.why for result in visitor.get(REGISTER, {"q": q}).context["results"]}


@pytest.fixture
def benefit(publish: Publish) -> Publish:
    """An activity that rests on a law, uses data of a kind and names none of it in its text."""
    basis = LegalBasis(id=new_id(), article_6=Article6.LEGAL_OBLIGATION, provision_id="pw-53a-1-6")
    publish(
        an_activity(
            name="Aanvraag beoordelen",
            description="",
            reference_activity="assistance-application",
            purposes=(Purpose(id=new_id(), position=0, text="Een voorschot vaststellen", legal_bases=(basis,)),),
            data_uses=(DataUse(id=new_id(), position=0, subject_categories=("partner",), data_categories=("health",)),),
            recipients=(Recipient(id=new_id(), category="uwv"),),
        )
    )
    return publish


@pytest.mark.usefixtures("three", "benefit")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("uitkering", "Found because this has to do with “uitkering”."),
        ("Hoe vraag ik een uitkerring aan?", "Found because this has to do with “uitkering”."),
        ("Participatiewet", "Found because this rests on a law: Participation Act."),
        ("gezondheid", "Found because this uses: Data concerning health."),
        ("echtgenoot", "Found because this is about: Partner."),
        ("UWV", "Found because data go to: UWV (Employee Insurance Agency)."),
        ("voorschot vaststellen", "Found because its description or its purpose says “voorschot vaststellen”."),
        ("beoordelen", ""),
    ],
)
def test_an_activity_is_found_by_what_it_is_called_and_says_why(visitor: Client, words: str, why: str) -> None:
    assert found(visitor, words) == {"Aanvraag beoordelen": why}


def test_what_is_called_so_stands_before_what_it_means(visitor: Client, benefit: Publish) -> None:
    benefit(an_activity(name="Uitkering betalen", purposes=(), data_uses=()))
    assert list(found(visitor, "uitkering")) == ["Uitkering betalen", "Aanvraag beoordelen"]


def test_a_word_finds_what_uses_another_word_for_the_same(visitor: Client, publish: Publish) -> None:
    publish(an_activity(name="Aanvraag reisdocumenten", purposes=(), data_uses=()))
    why = {"Aanvraag reisdocumenten": "Found because it uses another word for “paspoort”."}
    assert found(visitor, "paspoort") == why


@pytest.mark.usefixtures("three")
def test_nothing_found_says_where_it_belongs_and_what_else_to_try(visitor: Client) -> None:
    shown = visitor.get(REGISTER, {"q": "rijbewijs"})
    assert shown.context["empty"].belongs.startswith("This is work of civil affairs.")
    assert shown.context["domains"] == [("education", "Education"), ("onderzoek", "Onderzoek")]
    assert [item.url for item in shown.context["ways"]][-1] == "/duinveld/request/"


def test_a_word_of_the_catalogue_costs_no_query_more(visitor: Client, benefit: Publish) -> None:
    assert queries(visitor, f"{REGISTER}?q=uitkering") == queries(visitor, f"{REGISTER}?q=beoordelen")


@pytest.mark.usefixtures("three")
def test_a_question_of_many_words_reads_each_text_no_more_often_than_one_of_a_word(visitor: Client) -> None:
    def readings(words: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            visitor.get(REGISTER, {"q": words})
        return sum(each["sql"].count("to_tsvector") for each in seen.captured_queries)

    assert readings("paspoort rijbewijs trouwen verhuizen stemmen belasting afval") == readings("paspoort") > 0


@pytest.mark.usefixtures("three")
def test_a_domain_keeps_what_fits(visitor: Client) -> None:
    assert names(visitor, domain="education") == ["Leerlingenvervoer"]


@pytest.mark.usefixtures("three")
def test_a_value_that_does_not_exist_counts_as_not_chosen(visitor: Client) -> None:
    assert len(names(visitor, domain="nergens", page="99")) == 3


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("words", ["x" * 201, "leer\x00ling"])
def test_words_that_cannot_be_looked_for_find_nothing_and_the_form_says_why(visitor: Client, words: str) -> None:
    shown = visitor.get(REGISTER, {"q": words})
    assert not shown.context["results"]
    assert shown.context["form"].errors["q"]


def test_more_than_a_page_is_cut_into_pages(visitor: Client, publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gemeentedossier.portal.views.register.PAGE", 1)
    publish(an_activity(name="Aa"))
    publish(an_activity(name="Bb"))
    assert names(visitor, page="2") == ["Bb"]


@pytest.mark.parametrize("address", ["/duinveld/", REGISTER])
def test_three_activities_cost_as_many_queries_as_one(visitor: Client, publish: Publish, address: str) -> None:
    publish(an_activity())
    one = queries(visitor, address)
    publish(an_activity())
    publish(an_activity())
    assert queries(visitor, address) == one
