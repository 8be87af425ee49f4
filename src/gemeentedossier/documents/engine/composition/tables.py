"""Tables of several activities or of one: the first column, the activity, is left out for one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gemeentedossier.catalogue.facts import DataKind
from gemeentedossier.documents.engine.blocks import Table, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.documents.engine.composition.writer import Writer, quoted
from gemeentedossier.dossier.register.facts import Activity, DataUse


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Writes tables about activities; `named` puts the name of the activity in front of each row."""

    w: Writer
    activities: tuple[Activity, ...]
    named: bool

    def _table(
        self, caption: str, columns: Sequence[str], rows: Iterable[tuple[Activity, Sequence[Text]]]
    ) -> Iterator[Table]:
        front = ("column.activity",) if self.named else ()
        made = [(describing.name(self.w, each), *cells) if self.named else tuple(cells) for each, cells in rows]
        if made:
            yield self.w.table(caption, (*front, *columns), made)

    def retention(self, caption: str) -> Iterator[Table]:
        """Periods with their trigger and source."""
        w = self.w
        columns = ("column.applies-to", "column.period", "column.trigger", "column.period-source")
        makers = (describing.applies_to, describing.period, describing.trigger, describing.period_source)
        rows = ((each, [make(w, each, kept) for make in makers]) for each in self.activities for kept in each.retention)
        yield from self._table(caption, columns, rows)

    def recipients(self, caption: str) -> Iterator[Table]:
        """Who receives data and why."""
        w = self.w

        def cells(activity: Activity) -> Iterator[Sequence[Text]]:
            for each in activity.recipients:
                why = w.origins.row(activity, "recipients", each, "reason")
                yield describing.recipient(w, activity, each), w.quoted_or_unknown(each.reason, *why, slot="reason")

        rows = ((each, row) for each in self.activities for row in cells(each))
        yield from self._table(caption, ("column.recipient", "column.why"), rows)

    def parties(self, caption: str) -> Iterator[Table]:
        """Parties, their role and the agreement."""
        w = self.w

        def cells(activity: Activity) -> Iterator[Sequence[Text]]:
            for each in activity.parties:
                because = w.origins.row(activity, "parties", each, "party_id")
                party = w.value(each.party_name, because=because, slot="party")
                yield party, describing.party_role(w, activity, each), describing.agreement(w, activity, each)

        rows = ((each, row) for each in self.activities for row in cells(each))
        yield from self._table(caption, ("column.party", "column.role", "column.agreement"), rows)

    def transfers(self, caption: str) -> Iterator[Table]:
        """Transfers outside the EEA with their safeguard."""
        w = self.w

        def cells(activity: Activity) -> Iterator[Sequence[Text]]:
            for each in activity.transfers:
                because = w.origins.row(activity, "transfers", each, "recipient")
                receiver = w.quoted_or_unknown(each.recipient, *because, slot="recipient")
                yield receiver, describing.country(w, activity, each), describing.safeguard(w, activity, each)

        rows = ((each, row) for each in self.activities for row in cells(each))
        yield from self._table(caption, ("column.recipient", "column.country", "column.safeguard"), rows)

    def protected(self, caption: str, kinds: Sequence[DataKind]) -> Iterator[Table]:
        """Data under the regimes, each with its exception or provision and the reasoning."""
        rows = (
            (activity, [self._protected_data(activity, use, kind), *self._exception(activity, use, kind)])
            for activity in self.activities
            for use in activity.data_uses
            for kind in kinds
            if is_protected(self.w, use, kind)
        )
        yield from self._table(caption, ("column.data", "column.exception", "column.reasoning"), rows)

    def _protected_data(self, activity: Activity, use: DataUse, kind: DataKind) -> Text:
        w = self.w
        because = w.origins.row(activity, "data_uses", use, "data_categories", "subject_categories")
        found = [each.name.in_language(w.language) for each in describing.categories(w, use) if each.kind is kind]
        found = found or describing.data(w, use)
        people = w.listed(describing.people(w, use))
        words = f"{w.listed(found)} ({people})" if people else w.listed(found)
        return w.value_or_unknown(first_capital(words), *because, slot=f"data-{kind}")

    def _exception(self, activity: Activity, use: DataUse, kind: DataKind) -> tuple[Text, Text]:
        w, (ground, field, reasoning) = self.w, _EXCEPTIONS[kind]
        chosen = _chosen(use, kind)
        fields = tuple(each for each in (ground, field) if each)
        because = w.origins.row(activity, "data_uses", use, *fields)
        found: Text = ()
        if chosen:
            prefix = "special" if kind is DataKind.SPECIAL else "criminal"
            place = w.one(f"{prefix}.cited", point=chosen, words=w.word(f"{prefix}.{chosen}")).text
            words = place if len(chosen) == 1 else w.word(f"{prefix}.{chosen}")
            found = w.said(f"{words}.", *because[:1], slot=ground)
        provision_id: str = getattr(use, field)
        found += describing.cited(w, provision_id, activity, use, field)
        why: str = getattr(use, reasoning)
        said = w.origins.row(activity, "data_uses", use, reasoning)
        return found or w.say("unknown.exception", *because), w.quoted_or_unknown(why, *said, slot=reasoning)


_EXCEPTIONS = {
    DataKind.SPECIAL: ("special_ground", "special_provision_id", "special_reasoning"),
    DataKind.CRIMINAL: ("criminal_ground", "criminal_provision_id", "criminal_reasoning"),
    DataKind.NATIONAL_NUMBER: ("", "bsn_provision_id", "bsn_reasoning"),
}
PROTECTED = tuple(_EXCEPTIONS)


def _chosen(use: DataUse, kind: DataKind) -> str:
    if kind is DataKind.SPECIAL:
        return use.special_ground.value if use.special_ground else ""
    return use.criminal_ground.value if kind is DataKind.CRIMINAL and use.criminal_ground else ""


def is_protected(w: Writer, use: DataUse, kind: DataKind) -> bool:
    """Whether a data use falls under a regime: by its categories, or by what was recorded for the regime."""
    return describing.has_kind(w, use, kind) or bool(_chosen(use, kind) or getattr(use, _EXCEPTIONS[kind][1]))


def own_words(w: Writer, text: str, clause: str, activity: Activity, *because: str) -> Text:
    """A clause that holds the municipality's own words."""
    return w.say(clause, *w.origins.field(activity, *because), words=quoted(text))
