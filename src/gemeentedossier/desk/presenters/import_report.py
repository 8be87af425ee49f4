"""The report of an import: remarks of one kind together, with how many, the first places, and what to do."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from gemeentedossier.design.parts import Badge
from gemeentedossier.desk.presenters.exchange import severity_badge
from gemeentedossier.exchange.engine.kinds import FORMS
from gemeentedossier.exchange.enums import RemarkCode, Severity
from gemeentedossier.exchange.facts import Remark
from gemeentedossier.exchange.presenters.fields import FIELDS
from gemeentedossier.exchange.presenters.remarks import Places, gathered, said_of, times_of

SHOWN = 3
LISTED = 200
ORDER = tuple(Severity)
LEFT_OUT = frozenset(form.ignored for form in FORMS.values())
"""What a column is of each kind of list that fills no field."""
KINDS: dict[RemarkCode, Promise] = {
    RemarkCode.NOT_A_VALUE: pgettext_lazy("kind of remark", "the value is missing"),
    RemarkCode.NOT_APPLICABLE: pgettext_lazy("kind of remark", "does not apply"),
    RemarkCode.TEMPLATE_LEFTOVER: pgettext_lazy("kind of remark", "left from a template"),
    RemarkCode.ERROR_CELL: pgettext_lazy("kind of remark", "an error in the cell"),
    RemarkCode.FORMULA_WITHOUT_RESULT: pgettext_lazy("kind of remark", "a formula without result"),
    RemarkCode.FORMULA_AS_TEXT: pgettext_lazy("kind of remark", "a formula written as text"),
    RemarkCode.IMPOSSIBLE_DATE: pgettext_lazy("kind of remark", "a date that does not exist"),
    RemarkCode.INCOMPLETE_DATE: pgettext_lazy("kind of remark", "no whole date"),
    RemarkCode.NOT_A_DATE: pgettext_lazy("kind of remark", "no date"),
    RemarkCode.NOT_ONE_OF: pgettext_lazy("kind of remark", "none of the possible answers"),
    RemarkCode.KNOWN_ACTIVITY: pgettext_lazy("kind of remark", "in the register already"),
    RemarkCode.OUTSIDE_TABLE: pgettext_lazy("kind of remark", "above the table"),
    RemarkCode.REPEATED_HEADING: pgettext_lazy("kind of remark", "a repeated heading"),
    RemarkCode.TOTAL_ROW: pgettext_lazy("kind of remark", "a row of totals"),
    RemarkCode.IGNORED_COLUMN: pgettext_lazy("kind of remark", "a column that was left out"),
    RemarkCode.DUPLICATE_ROW: pgettext_lazy("kind of remark", "the same as another row"),
    RemarkCode.NAMELESS_ROW: pgettext_lazy("kind of remark", "a record without a name"),
    RemarkCode.HIDDEN_SHEET: pgettext_lazy("kind of remark", "a hidden sheet"),
    RemarkCode.OTHER_SHEET: pgettext_lazy("kind of remark", "a sheet without a register"),
    RemarkCode.CONTACT_DETAILS: pgettext_lazy("kind of remark", "contact details"),
    RemarkCode.PERSONAL_CONTACT: pgettext_lazy("kind of remark", "contact details of a person"),
    RemarkCode.TECHNICAL: pgettext_lazy("kind of remark", "of meaning in the other system only"),
    RemarkCode.ATTACHMENT: pgettext_lazy("kind of remark", "an attachment that is not in the file"),
    RemarkCode.SAYS_NOTHING: pgettext_lazy("kind of remark", "a box that was not ticked"),
    RemarkCode.SECOND_VALUE: pgettext_lazy("kind of remark", "a second value"),
    RemarkCode.FORMULA_TEXT_TAKEN: pgettext_lazy("kind of remark", "a link"),
    RemarkCode.ENCODING_REPAIRED: pgettext_lazy("kind of remark", "letters that were put right"),
    RemarkCode.UNSTORABLE: pgettext_lazy("kind of remark", "characters that no text can hold"),
    RemarkCode.TWO_DIGIT_YEAR: pgettext_lazy("kind of remark", "a year of two digits"),
    RemarkCode.SERIAL_DATE: pgettext_lazy("kind of remark", "a date as a number"),
    RemarkCode.MERGED_REPEATED: pgettext_lazy("kind of remark", "a merged cell"),
    RemarkCode.DECLARED_NONE: pgettext_lazy("kind of remark", "there are none"),
    RemarkCode.TAKEN_AS_REMARK: pgettext_lazy("kind of remark", "taken over as a remark"),
    RemarkCode.SAME_NAME: pgettext_lazy("kind of remark", "the same name"),
    RemarkCode.BROKEN_CHARACTERS: pgettext_lazy("kind of remark", "broken letters"),
    RemarkCode.NO_LEGAL_ARTICLE: pgettext_lazy("kind of remark", "no article recognised"),
    RemarkCode.SEVERAL_LETTERS: pgettext_lazy("kind of remark", "several bases"),
    RemarkCode.NO_PERIOD: pgettext_lazy("kind of remark", "no period that can be counted"),
    RemarkCode.SEVERAL_PERIODS: pgettext_lazy("kind of remark", "several periods"),
    RemarkCode.QUALIFIED_PERIOD: pgettext_lazy("kind of remark", "a period under a condition"),
    RemarkCode.UNCLEAR_DECLARATION: pgettext_lazy("kind of remark", "neither yes nor no"),
    RemarkCode.OTHER_KIND: pgettext_lazy("kind of remark", "known as something else"),
    RemarkCode.PAIRING_UNKNOWN: pgettext_lazy("kind of remark", "people and data apart"),
    RemarkCode.BASES_SHARED: pgettext_lazy("kind of remark", "a basis beside several purposes"),
    RemarkCode.PURPOSE_MISSING: pgettext_lazy("kind of remark", "a basis without a purpose"),
    RemarkCode.HIDDEN_ROW: pgettext_lazy("kind of remark", "a hidden row"),
    RemarkCode.HIDDEN_COLUMN: pgettext_lazy("kind of remark", "a hidden column"),
    RemarkCode.KNOWN_DIFFERS: pgettext_lazy("kind of remark", "differs from what is recorded"),
    RemarkCode.REPEATED_DIFFERS: pgettext_lazy("kind of remark", "differs from an earlier row"),
    RemarkCode.NO_SUCH_COUNTRY: pgettext_lazy("kind of remark", "no country that we know"),
    RemarkCode.NO_SUCH_PERSON: pgettext_lazy("kind of remark", "nobody who works here"),
    RemarkCode.NOT_A_NUMBER: pgettext_lazy("kind of remark", "no number"),
    RemarkCode.DAY_TO_COME: pgettext_lazy("kind of remark", "a day that is still to come"),
    RemarkCode.HALF_A_PAIR: pgettext_lazy("kind of remark", "half of two dates"),
    RemarkCode.SAYS_NO_CARE: pgettext_lazy("kind of remark", "says nothing of giving care"),
    RemarkCode.CUT_OFF: pgettext_lazy("kind of remark", "too long"),
    RemarkCode.FILLED_IN: pgettext_lazy("kind of remark", "filled in"),
    RemarkCode.REPEATED: pgettext_lazy("kind of remark", "in the list twice"),
    RemarkCode.NEW_PARTY: pgettext_lazy("kind of remark", "a new party"),
    RemarkCode.LOOKS_LIKE: pgettext_lazy("kind of remark", "looks like another party"),
    RemarkCode.SAYS_AGREED: pgettext_lazy("kind of remark", "permission according to the list"),
    RemarkCode.NOT_AGREED: pgettext_lazy("kind of remark", "engaged and not agreed"),
    RemarkCode.NOT_IN_LIST: pgettext_lazy("kind of remark", "agreed and not in the list"),
    RemarkCode.HIDDEN_UNKNOWN: pgettext_lazy("kind of remark", "hidden rows are not told"),
}
"""What a group of remarks is about; two groups of one field are told apart by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was done, and where in the file: at one place, or in so many rows of one column."""

    place: str
    sentence: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkGroup:
    """Remarks of one kind on one field: the first in sight, the others behind a fold."""

    badge: Badge
    title: str
    count: str
    first: tuple[Said, ...]
    others: tuple[Said, ...]
    more: str
    beyond: str
    """Said where more were made than the page can list; empty otherwise."""


def remark_groups(remarks: Sequence[Remark], places: Places) -> tuple[RemarkGroup, ...]:
    """The remarks per kind and field: what was lost first, of these the most frequent."""
    found: dict[tuple[str, str, str], list[Remark]] = defaultdict(list)
    for remark in remarks:
        column = f"{remark.place.sheet}!{remark.place.column}" if remark.code is RemarkCode.IGNORED_COLUMN else ""
        found[remark.code, remark.field or "", column].append(remark)
    groups = sorted(found.values(), key=lambda group: (ORDER.index(group[0].severity), -len(group)))
    return tuple(_group(group, places) for group in groups)


def _group(group: Sequence[Remark], places: Places) -> RemarkGroup:
    said = [_said(same, places) for same in gathered(group)]
    others = said[SHOWN:LISTED]
    hidden = sum(each.count for each in others)
    beyond = sum(each.count for each in said[LISTED:])
    more = (
        ngettext("Show the next place", "Show the next %(count)s places", hidden)
        if beyond
        else ngettext("Show %(count)s other place", "Show %(count)s other places", hidden)
    )
    count = ngettext("%(count)s place", "%(count)s places", len(group))
    return RemarkGroup(
        badge=severity_badge(group[0].severity),
        title=f"{_about(group[0], places)}: {KINDS[group[0].code]}",
        count=count % {"count": len(group)},
        first=tuple(said[:SHOWN]),
        others=tuple(others),
        more=more % {"count": hidden},
        beyond=_("And %(count)s more of this kind; all stand in the list of every place.") % {"count": beyond}
        if beyond
        else "",
    )


def _about(remark: Remark, places: Places) -> str:
    """What a group is about: a field, a column that fills none, or the file."""
    if remark.field is None or (remark.field in LEFT_OUT and not remark.place.column):
        return _("The file as a whole")
    if remark.field in LEFT_OUT:
        return _("Column “%(heading)s”") % {"heading": places.heading(remark.place)}
    return str(FIELDS[remark.field])


def _said(same: Sequence[Remark], places: Places) -> Said:
    times = times_of(same)
    place = places.told(each.place for each in same)
    return Said(place=f"{place}{times}", sentence=said_of(same), count=len(same))
