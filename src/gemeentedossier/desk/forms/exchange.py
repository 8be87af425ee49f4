"""Choosing a file, and saying what its columns hold."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.register import Proposal
from gemeentedossier.exchange.enums import RegisterField
from gemeentedossier.exchange.presenters import FIELDS


class UploadForm(forms.Form):
    """The file that holds the register."""

    file = forms.FileField(
        label=_("File with the register"),
        help_text=_("XLSX, XLS, ODS, CSV, the central government's AVG register (JSON), or a dossier exported here."),
        allow_empty_file=True,
    )


class MappingForm(forms.Form):
    """For each column of each table: the field of the register that it fills."""

    def __init__(self, *args: object, proposals: Sequence[Proposal], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # handed on as they came
        self.proposals = proposals
        choices = sorted(((f.value, str(FIELDS[f])) for f in RegisterField), key=lambda pair: pair[1].casefold())
        for sheet, proposal in enumerate(proposals):
            for column in proposal.mapping.columns:
                self.fields[f"{sheet}-{column.column}"] = forms.ChoiceField(
                    label=column.heading or _("Column without heading"), choices=choices, initial=column.field.value
                )

    def mappings(self) -> dict[str, ColumnMapping]:
        """The mapping per sheet, as the person left it."""
        chosen: dict[str, ColumnMapping] = {}
        for sheet, proposal in enumerate(self.proposals):
            mapping = proposal.mapping
            for column in proposal.mapping.columns:
                field = RegisterField(self.cleaned_data[f"{sheet}-{column.column}"])
                if field is not column.field:
                    mapping = mapping.corrected(column.column, field=field)
            chosen[proposal.table.sheet.name] = mapping
        return chosen
