"""Every field of every form of the desk has its help, or a reason why it needs none."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms

import gemeentedossier.desk.forms as room
from gemeentedossier.catalogue.facts.guidance import FieldGuidance
from gemeentedossier.catalogue.queries import latest_catalogue
from gemeentedossier.desk.forms.activity.fields import LineField, TermsField, WordsField
from gemeentedossier.desk.forms.activity.parts import DataUseForm, LegalBasisForm
from gemeentedossier.desk.forms.activity.sections import DataForm, PartiesForm
from gemeentedossier.desk.forms.guided import guidance_id, labels_in
from gemeentedossier.desk.forms.leavers import HandBackForm
from gemeentedossier.desk.forms.organisation import ContactForm
from gemeentedossier.desk.presenters.guidance import explanation_for, laws_of, rules_of
from gemeentedossier.desk.presenters.guidance_page import TITLES

NO_HELP = {
    "access.AccessFilter": "chooses what a list shows",
    "activity.rows.RowForm": "the box that removes a row",
    "activity.steps.AnswerForm": "stands in the margin below its own question, article and reason",
    "activity.steps.ReasonForm": "the page of the step says what the reason is for",
    "agenda.AgendaFilter": "chooses what a list shows",
    "agreements.AgreementFilter": "chooses what a list shows",
    "answer.HandOverForm": "one reason and one name, on the page that explains them",
    "answer.WithdrawForm": "one reason, asked in its label",
    "assets.OwnedForm": "is made into the forms of systems, measures and tools, which have theirs",
    "assets.RemoveForm": "one reason, asked in its label",
    "assets.ShowForm": "links one piece of evidence, with its own line of help",
    "assets.UnlinkForm": "one reason, asked in its label",
    "breaches.BreachFilter": "chooses what a list shows",
    "door.AppCodeForm": "a code from an app",
    "door.CodeForm": "a code from an app",
    "door.NewPasswordForm": "a password, with its own line of help",
    "door.OwnPasswordForm": "a password",
    "exchange.UndoForm": "one reason, with its own line of help",
    "council.SinceFilter": "chooses what a list shows",
    "findings.FindingsFilter": "chooses what a list shows",
    "flows.FlowsFilter": "chooses what a map shows",
    "governance.LiftForm": "one reason, asked in its label",
    "leavers.HandBackForm": "one reason, asked in its label",
    "many.ManyForm": "one value, chosen by name on the page before, beside what becomes of each record",
    "officer.DiscardForm": "one reason, asked in its label",
    "parties.PartyFilter": "chooses what a list shows",
    "parties.RemoveForm": "one reason, asked in its label",
    "people.ForgetForm": "one reason, with its own line of help",
    "people.InviteForm": "one reason, asked in its label",
    "readings.EndForm": "one reason, on the page that explains it",
    "register.RegisterFilter": "chooses what a list shows",
    "request_filter.RequestFilter": "chooses what a list shows",
    "risks.ReasonForm": "one reason, on the page that explains it",
    "sign_in.SignInForm": "an address and a password",
}
"""Forms of which no field has help, each with the reason."""


def forms_of_the_desk() -> Iterator[type[forms.BaseForm]]:
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, forms.BaseForm) and each.__module__ == module.name:
                yield each


def named(form: type[forms.BaseForm]) -> str:
    return f"{form.__module__.removeprefix(room.__name__ + '.')}.{form.__qualname__}"


def asked(form: type[forms.BaseForm]) -> Iterator[tuple[str, forms.Field]]:
    fields = form.base_fields.items()  # type: ignore[attr-defined]  # every form that is declared has them
    yield from ((n, f) for n, f in fields if n != "remove" and not isinstance(f.widget, forms.HiddenInput))


def entries() -> list[FieldGuidance]:
    return list(latest_catalogue().field_guidance.values())


def test_each_field_of_the_desk_has_its_help_or_its_form_a_reason() -> None:
    lacking = {
        f"{named(form)}.{name}"
        for form in forms_of_the_desk()
        for name, _field in asked(form)
        if not guidance_id(form, name) and named(form) not in NO_HELP
    }
    assert lacking == set()


def test_a_reason_why_a_form_needs_no_help_is_of_a_form_without_it() -> None:
    helped = {named(form) for form in forms_of_the_desk() for name, _field in asked(form) if guidance_id(form, name)}
    assert set(NO_HELP) & helped == set()
    assert set(NO_HELP) - {named(form) for form in forms_of_the_desk()} == set()


def test_what_is_written_in_own_words_has_a_good_and_a_bad_example() -> None:
    written = {
        guidance_id(form, name)
        for form in forms_of_the_desk()
        for name, field in asked(form)
        if isinstance(field, WordsField | LineField | TermsField)
    }
    known = latest_catalogue().field_guidance
    assert {key for key in written if key and not known[key].bad} == set()


def test_each_help_is_of_a_field() -> None:
    assert set(latest_catalogue().field_guidance) - set(labels_in("nl")) == set()


def test_each_kind_of_record_with_help_has_a_page() -> None:
    assert {each.record for each in entries()} == set(TITLES)


def test_each_help_says_what_the_answer_is_for_or_rules_and_law_do() -> None:
    assert [each.id for each in entries() if not (each.use or each.law or rules_of(each.id))] == []


def test_each_article_beside_a_field_is_an_article_of_that_law() -> None:
    known = {(kind.law, article) for kind in latest_catalogue().articles.values() for article in kind.articles}
    cited = {(place.law, place.article) for each in entries() for place in each.law}
    assert cited - known == set()


def test_no_example_is_given_twice() -> None:
    good = [each.good.nl for each in entries() if each.good and each.bad]
    assert {text for text in good if good.count(text) > 1} <= {
        "Zaaksysteem Merenveld",
        "Stichting Jeugdhulp Merenveld",
        "Consulent inkomen",
        "Taxi Merenveld B.V.",
        "Maten van de rolstoel",
        "Een artikel uit de lijst, met lid",
    }


@pytest.mark.parametrize(
    ("form", "field", "expected"),
    [
        (LegalBasisForm, "provision_id", "legal-basis.provision-id"),
        (DataUseForm, "special_ground", "data-use.special-ground"),
        (DataForm, "minimisation", "activity.minimisation"),
        (PartiesForm, "covenant_name", "activity.covenant-name"),
        (ContactForm, "contact_point", "organisation.contact-point"),
        (HandBackForm, "reason", ""),
        (LegalBasisForm, "remove", ""),
    ],
)
def test_the_help_of_a_field_is_that_of_its_kind_of_record(
    form: type[forms.BaseForm], field: str, expected: str
) -> None:
    assert guidance_id(form, field) == expected


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("data-use.bsn-provision-id", "bsn-without-provision"),
        ("retention.trigger", "retention-without-trigger"),
        ("organisation.contact-point", "record-names-and-contacts"),
    ],
)
def test_the_rules_that_look_at_a_field_are_derived(field: str, rule: str) -> None:
    assert rule in {each.id for each in rules_of(field)}


def test_the_law_of_a_field_is_its_own_and_that_of_its_rules() -> None:
    told = [each.citation() for each in laws_of("legal-basis.article-6")]
    assert told[0] == "art. 6 lid 1 AVG"
    assert len(told) == len(set(told))


def test_a_field_is_explained_in_the_language_of_the_reader() -> None:
    english = explanation_for("activity.ended-on", label="Ended on", language="en")
    assert (english.label, english.asks) == ("Ended on", "On which day did the work stop?")
    assert english.law[0].label == "Art. 5(1)(e) GDPR"
