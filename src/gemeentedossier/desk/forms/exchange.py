"""Choosing a file, and saying what its columns hold."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from gemeentedossier.desk.forms.choices import offer
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.models import Agreement
from gemeentedossier.exchange.engine.kinds import ListForm, field_from
from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.proposing import Proposal
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.exchange.presenters.fields import FIELDS

OFFERED: Mapping[ListKind, Promise] = {
    ListKind.REGISTER: _("A register of processing activities"),
    ListKind.SYSTEMS: _("A list of systems, such as an export of a CMDB"),
    ListKind.PARTIES: _("A list of parties: processors, suppliers, care providers"),
    ListKind.SUB_PROCESSORS: _("A supplier's list of sub-processors"),
}


class UploadForm(forms.Form):
    """The file that is taken over, what it lists, and the agreement to which a list of sub-processors belongs."""

    what = forms.ChoiceField(
        label=_("What the file holds"),
        error_messages={
            "invalid_choice": _("Your role may not take over this kind of list. Ask the privacy officer to do it.")
        },
    )
    agreement = forms.ChoiceField(
        label=_("Agreement of that supplier"),
        required=False,
        help_text=_("Only for a list of sub-processors: it is held beside this agreement."),
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "XLSX, XLS, ODS or CSV. A register may also be the central government's AVG register (JSON), and a list of "
            "sub-processors a CycloneDX or SPDX file (JSON)."
        ),
        allow_empty_file=True,
    )

    def __init__(self, *args: Any, kinds: Sequence[ListKind], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "what", [(each.value, str(OFFERED[each])) for each in kinds])
        known = Agreement.objects.filter(kind=AgreementKind.PROCESSOR.value).order_by("name")
        found = [(str(key), name) for key, name in known.values_list("id", "name")]
        offer(self, "agreement", [("", pgettext("agreement", "None")), *found])

    def clean(self) -> dict[str, Any]:
        """A list of sub-processors says to which agreement it belongs; another list belongs to none."""
        cleaned = super().clean() or {}
        cleaned["what"] = ListKind(cleaned.get("what", ListKind.REGISTER.value))
        about = cleaned.get("agreement") if cleaned["what"] is ListKind.SUB_PROCESSORS else ""
        cleaned["agreement"] = UUID(about) if about else None
        if cleaned["what"] is ListKind.SUB_PROCESSORS and not about:
            self.add_error("agreement", gettext("Choose the agreement to which this list of sub-processors belongs."))
        return cleaned


class UndoForm(forms.Form):
    """Why an import is undone."""

    reason = forms.CharField(label=_("Why"), max_length=500, help_text=_("It stays in the history, with your name."))


class MappingForm(forms.Form):
    """For each column of each table: the field of a record that it fills."""

    def __init__(self, *args: object, proposals: Sequence[Proposal], form: ListForm, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # handed on as they came
        self.proposals = proposals
        self.form = form
        choices = sorted(((f.value, str(FIELDS[f])) for f in form.fields), key=lambda pair: pair[1].casefold())
        for sheet, proposal in enumerate(proposals):
            for column in proposal.mapping.columns:
                self.fields[f"{sheet}-{column.column}"] = forms.ChoiceField(
                    label=column.heading or _("Column without heading"), choices=choices, initial=column.field.value
                )

    def clean(self) -> dict[str, object]:
        """A field that a record has once can be in one column of a sheet."""
        cleaned = super().clean() or {}
        for sheet, proposal in enumerate(self.proposals):
            chosen: dict[str, str] = {}
            for column in proposal.mapping.columns:
                name = f"{sheet}-{column.column}"
                field = cleaned.get(name)
                if field in self.form.single and field in chosen:
                    self.add_error(name, _twice(field, chosen[field]))
                elif field:
                    chosen[field] = column.heading or str(_("Column without heading"))
            self._check_named(sheet, proposal, chosen)
        return cleaned

    def _check_named(self, sheet: int, proposal: Proposal, chosen: Mapping[str, str]) -> None:
        """A sheet from which something is taken over has a column of names: a row without a name is no record."""
        held_names = any(column.field == self.form.name for column in proposal.mapping.columns)
        is_beside = len(self.proposals) > 1 and (not held_names or set(chosen) <= {self.form.ignored.value})
        if self.form.name.value in chosen or is_beside:
            return
        told = gettext("Choose which column holds “%(field)s”: a row without it is no record, and is not taken over.")
        first = proposal.mapping.columns[0].column
        self.add_error(f"{sheet}-{first}", told % {"field": FIELDS[self.form.name]})

    def mappings(self) -> dict[str, ColumnMapping]:
        """The mapping per sheet, as the person left it."""
        chosen: dict[str, ColumnMapping] = {}
        for sheet, proposal in enumerate(self.proposals):
            mapping = proposal.mapping
            for column in proposal.mapping.columns:
                field = field_from(self.cleaned_data[f"{sheet}-{column.column}"])
                if field is not column.field:
                    mapping = mapping.corrected(column.column, field=field)
            chosen[proposal.table.sheet.name] = mapping
        return chosen


def _twice(field: str, heading: str) -> str:
    return gettext(
        "“%(field)s” is chosen for “%(heading)s” already, and each record has it once. "
        "Choose another field here, or leave this column out."
    ) % {"field": FIELDS[field_from(field)], "heading": heading}
