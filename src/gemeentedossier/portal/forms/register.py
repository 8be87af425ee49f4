"""What a visitor looks for in the register."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.portal.engine.meant import meanings_of
from gemeentedossier.portal.presenters.words import named_domains
from gemeentedossier.portal.queries import Sought


class RegisterSearch(forms.Form):
    """Words and a domain; what is left empty does not matter."""

    q = forms.CharField(
        label=_("Search the register"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    domain = forms.ChoiceField(label=pgettext_lazy("of an activity", "Subject"), required=False)

    def __init__(self, *args: object, domains: Iterable[str], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # handed on as they came
        field = self.fields["domain"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", pgettext("subject", "All subjects")), *named_domains(domains)]

    def sought(self) -> Sought:
        """What to look for, and what that means; a value that does not exist counts as not chosen."""
        self.is_valid()
        chosen = self.cleaned_data
        if "q" in self.errors:
            return Sought(text=self["q"].value(), is_refused=True)
        text = chosen.get("q", "").strip()
        meanings = meanings_of(text, current_catalogue())
        return Sought(text=text, policy_domain=chosen.get("domain", ""), meanings=meanings)
