"""From checked records to public holidays."""

from gemeentedossier.catalogue.engine.faults import EntryFault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.law_builders import source_of, validity_of
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.rule_builders import law_reference
from gemeentedossier.catalogue.facts.holidays import Holiday, HolidayForm, TermRegime
from gemeentedossier.catalogue.facts.sources import Status

_NEEDS = {
    HolidayForm.FIXED: frozenset({"month", "day"}),
    HolidayForm.EASTER: frozenset({"easter_offset"}),
    HolidayForm.APPOINTED: frozenset({"on"}),
}


def holiday(record: Record) -> Holiday:
    """Return the holiday in a record that fits its schema; raises EntryFault where its day cannot be found."""
    form = record.choice("form", HolidayForm)
    given = {key for keys in _NEEDS.values() for key in keys if record.fields.get(key) is not None}
    if given != _NEEDS[form]:
        needed = " and ".join(f"“{key}”" for key in sorted(_NEEDS[form], reverse=True))
        raise EntryFault(("form",), f"A holiday of form “{form.value}” has {needed}, and no other day.")
    return Holiday(
        id=record.text("id"),
        pack=record.pack,
        status=record.choice("status", Status),
        source=source_of(record),
        validity=validity_of(record),
        note=record.optional_both("note"),
        name=record.both("name"),
        form=form,
        law=tuple(law_reference(each) for each in record.records("law")),
        counts_for=frozenset(TermRegime(each) for each in record.texts("counts_for")),
        month=_whole(record, "month"),
        day=_whole(record, "day"),
        sunday_moves=_whole(record, "sunday_moves") or 0,
        easter_offset=_whole(record, "easter_offset"),
        on=record.day("on"),
    )


def _whole(record: Record, key: str) -> int | None:
    return None if record.fields.get(key) is None else record.integer(key)


HOLIDAYS = Kind("holidays", "holidays", Holiday, holiday)
