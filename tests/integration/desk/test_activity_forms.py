"""What the forms of an activity show is what they write: nothing changes by opening and saving."""

import pytest
from django.forms import Form, MultipleChoiceField
from django.http import QueryDict

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.forms.activity.fields import iso_duration, rule_name
from gemeentedossier.desk.forms.activity.parts import PurposeForm
from gemeentedossier.desk.forms.activity.rows import Rows
from gemeentedossier.desk.forms.activity.sections import FORMS, SectionForm
from gemeentedossier.desk.views.activity_sight import around
from gemeentedossier.exchange.example.dossier import example_dossier


def posted(form: SectionForm) -> QueryDict:
    """What a browser sends back of a form that nobody touched."""
    sent = QueryDict(mutable=True)
    _send(form.form, sent)
    for rows in form.rows.values():
        _send_rows(rows, sent)
    return sent


def _send_rows(rows: Rows, sent: QueryDict) -> None:
    sent[f"{rows.prefix}-count"] = str(rows.count)
    for row in rows.forms:
        _send(row, sent)
        if isinstance(row, PurposeForm):
            _send_rows(row.rows, sent)


def _send(form: Form, sent: QueryDict) -> None:
    for field in form:
        value = field.value()
        if isinstance(field.field, MultipleChoiceField):
            ticked = {str(each) for each in value or ()}
            sent.setlist(field.html_name, [key for key, _label in field.field.choices if key in ticked])
        elif value not in (None, False):
            sent[field.html_name] = str(value)


@pytest.mark.parametrize("section", sorted(FORMS))
def test_opening_and_saving_changes_nothing(section: str) -> None:
    dossier = example_dossier(current_catalogue())
    organisation = dossier.organisation
    ids = {
        (kind, each.name): each.id
        for kind, records in (("party", dossier.parties), ("unit", organisation.units), ("person", organisation.people))
        for each in records
    }
    for activity in dossier.activities:
        surroundings = around(activity, dossier)
        shown = SectionForm(section, activity, around=surroundings)
        again = SectionForm(section, activity, around=surroundings, data=posted(shown))
        assert again.is_valid()
        assert again.made(lambda kind, name: ids[kind, name]) == activity


def test_every_retention_rule_has_a_name_of_its_own() -> None:
    rules = current_catalogue().retention_rules.values()
    assert len({rule_name(rule).casefold() for rule in rules}) == len(rules)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("15 jaar", "P15Y"),
        ("1 jaar en 6 maanden", "P1Y6M"),
        ("6 weken", "P6W"),
        ("1 year", "P1Y"),
        ("p7y", "P7Y"),
        ("zo lang als nodig", "zo lang als nodig"),
        ("15 jaar na het einde", "15 jaar na het einde"),
    ],
)
def test_a_term_in_words_is_read_only_where_all_of_it_is_understood(text: str, duration: str) -> None:
    assert iso_duration(text) == duration


@pytest.mark.parametrize("field", ["provision_id", "provision_text"])
def test_a_covenant_is_refused_beside_the_field_in_which_it_was_chosen(field: str) -> None:
    dossier = example_dossier(current_catalogue())
    activity = next(each for each in dossier.activities if each.purposes and each.purposes[0].legal_bases)
    surroundings = around(activity, dossier)
    sent = posted(SectionForm("purposes", activity, around=surroundings))
    sent["purposes-0-bases-0-provision_id"] = ""
    sent[f"purposes-0-bases-0-{field}"] = "Convenant buurtteams"
    form = SectionForm("purposes", activity, around=surroundings, data=sent)
    assert not form.is_valid()
    (told,) = form.problems()
    assert told[0].name == field
    assert told[1].startswith("“Convenant buurtteams” is")
