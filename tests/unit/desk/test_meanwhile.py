"""What another recorded meanwhile stands beside the fields that differ, before it can be replaced."""

import datetime as dt

from django import forms
from django.utils import translation

from gemeentedossier.design.meanwhile import ReadForm
from gemeentedossier.desk.forms.meanwhile import refused
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused


class Kept(forms.Form):
    name = forms.CharField(required=False)
    kind = forms.TypedChoiceField(choices=[("a", "Eerste"), ("Groep", [("b", "Tweede")])], required=False)
    day = forms.DateField(required=False)
    many = forms.MultipleChoiceField(choices=[("x", "Iks"), ("y", "IJ")], required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)


THEIRS = {"name": "Van hen", "kind": "b", "day": dt.date(2026, 3, 1), "many": ("x", "y"), "revision": 4}


def filled(**values: object) -> Kept:
    form = Kept(values, initial=THEIRS)
    assert form.is_valid()
    return form


def test_each_field_that_differs_says_what_stands_there_now():
    form = filled(name="Van mij", kind="a", revision=3)
    with translation.override("nl"):
        refused(form, EditedMeanwhile("Iemand was u voor."))
    assert form.errors == {
        "__all__": ["Iemand was u voor."],
        "name": ["Nu vastgelegd: Van hen"],
        "kind": ["Nu vastgelegd: Tweede"],
        "day": ["Nu vastgelegd: 1 maart 2026"],
        "many": ["Nu vastgelegd: Iks, IJ"],
    }
    assert form["revision"].value() == "4"


def test_what_is_the_same_says_nothing_and_what_is_gone_says_so():
    form = Kept(
        {"name": "Weg", "day": "2026-03-01", "revision": 3},
        initial={"name": "", "day": dt.date(2026, 3, 1), "revision": 4},
    )
    assert form.is_valid()
    with translation.override("nl"):
        refused(form, EditedMeanwhile("Iemand was u voor."))
    assert form.errors == {"__all__": ["Iemand was u voor."], "name": ["Nu vastgelegd: niets"]}


def test_another_refusal_keeps_the_revision_that_was_read():
    form = filled(name="Van mij", revision=3)
    refused(form, Refused("Zo heet al iets."))
    assert (form.errors, form["revision"].value()) == ({"__all__": ["Zo heet al iets."]}, 3)


def test_what_was_saved_at_this_very_moment_is_not_taken_for_seen():
    form = filled(name="Van mij", revision=4)
    refused(form, EditedMeanwhile("Iemand was u voor."))
    assert (form.errors, form["revision"].value()) == ({"__all__": ["Iemand was u voor."]}, 4)


class Read(ReadForm):
    name = forms.CharField(required=False)
    place = forms.CharField(required=False)


def sent_by(form: Read) -> str:
    """What the form sends beside the revision."""
    return form["revision"].as_widget().partition('name="seen" value="')[2].partition('"')[0]


def test_what_the_other_did_not_touch_says_nothing():
    seen = sent_by(Read(initial={"name": "Eerst", "place": "Hier", "revision": 3}))
    now = {"name": "Van hen", "place": "Hier", "revision": 4}
    form = Read({"name": "Eerst", "place": "Daar", "revision": 3, "seen": seen}, initial=now)
    assert form.is_valid()
    with translation.override("nl"):
        refused(form, EditedMeanwhile("Iemand was u voor."))
    assert form.errors == {"__all__": ["Iemand was u voor."], "name": ["Nu vastgelegd: Van hen"]}
    assert sent_by(form) == sent_by(Read(initial=now))


def test_a_form_that_does_not_know_what_stands_says_nothing_of_it():
    form = Read({"name": "Van mij", "revision": 3})
    assert form.is_valid()
    refused(form, EditedMeanwhile("Iemand was u voor."))
    assert (form.errors, form["revision"].value()) == ({"__all__": ["Iemand was u voor."]}, 3)


def test_who_that_was_stands_in_the_history():
    form = filled(name="Van mij", revision=3)
    with translation.override("nl"):
        refused(form, EditedMeanwhile("Iemand was u voor."), history="/h/")
    told = str(form.non_field_errors())
    assert 'Iemand was u voor. <a href="/h/">In de geschiedenis staat wie dat was, en wanneer.</a>' in told
