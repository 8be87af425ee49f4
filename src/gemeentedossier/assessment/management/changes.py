"""What changed between two editions of the catalogue and what that touches, in plain lines or to a program."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gemeentedossier.assessment.engine.touched import Named, NamedBy, Reach, Touched, Turned
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.management.reporting import OUTCOMES
from gemeentedossier.catalogue.engine.difference import COMPARED, Change, ChangeKind
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.law import LegalBasis, Statute
from gemeentedossier.catalogue.facts.norms import OpenNorm
from gemeentedossier.catalogue.facts.retention import RetentionRule
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.catalogue.facts.sources import Text

SHOWN = 70
"""How many signs of a text are shown."""
FIRST = 8
"""How many records are named on a line; a program reads them all."""
_KINDS: Mapping[ChangeKind, Text] = {
    ChangeKind.ADDED: Text("nieuw", "new"),
    ChangeKind.REMOVED: Text("vervallen", "gone"),
    ChangeKind.CHANGED: Text("gewijzigd", "changed"),
}
_ENTRIES: Mapping[str, Text] = {
    "criterion": Text("regel", "rule"),
    "period": Text("bewaartermijn", "retention period"),
    "basis": Text("bepaling", "provision"),
    "statute": Text("wet", "statute"),
    "open_norm": Text("open norm", "open norm"),
}
_NAMED: Mapping[NamedBy, Text] = {
    NamedBy.ACTIVITY: Text("in verwerkingen", "in processing activities"),
    NamedBy.INTERPRETATION: Text("in lezingen", "in readings"),
    NamedBy.ANSWER: Text("in antwoorden over", "in answers on"),
    NamedBy.SUPPRESSION: Text("terzijde gelegd bij", "set aside at"),
}
_TURNED, _BESIDE = Text("oordeel verandert", "judged otherwise"), Text("Ook anders beoordeeld", "Also judged otherwise")
_NO_OUTCOME, _MORE = Text("geen oordeel", "no outcome"), Text("… en {} meer", "… and {} more")
_CHANGES = {True: Text("1 verandering", "1 change"), False: Text("{} veranderingen", "{} changes")}
_NOTHING = Text("Er is niets veranderd.", "Nothing changed.")


class Told:
    """Two editions side by side, told in one language."""

    def __init__(self, old: Catalogue, new: Catalogue, *, language: str) -> None:
        self._old, self._new, self._language = old, new, language

    def lines(self, changes: Sequence[Change], reach: Reach | None) -> Iterator[str]:
        """Yield the changes with their fields; beneath each what it touches, where a municipality was named."""
        touched = {each.change: each for each in reach.touched} if reach else {}
        for change in changes:
            yield self._change(change)
            for field in change.fields:
                yield f"    {field.name}: {_short(field.old)} → {_short(field.new)}"
            if found := touched.get(change):
                yield from self._touched(found)
        if reach and reach.beside:
            yield f"{self._say(_BESIDE)}:"
            yield from self._turned(reach.beside, by_rule=True)
        yield self._say(_CHANGES[len(changes) == 1]).format(len(changes)) if changes else self._say(_NOTHING)

    def records(self, changes: Sequence[Change], reach: Reach | None) -> dict[str, object]:
        """Return the changes for a program, with every record that they touch where a municipality was named."""
        touched = {each.change: each for each in reach.touched} if reach else {}
        told: dict[str, object] = {"changes": [self._record(each, touched.get(each)) for each in changes]}
        return told | ({"beside": [_turned_record(each) for each in reach.beside]} if reach else {})

    def _change(self, change: Change) -> str:
        kind, entry, name = _KINDS[change.kind], _ENTRIES[change.entry], self._name(change)
        return f"{self._say(kind)}: {self._say(entry)} {change.id}{f' — {name}' if name else ''}"

    def _name(self, change: Change) -> str:
        """What the entry is called beside its id; of a provision, its place in the law."""
        fact = next(fact for fact, word in COMPARED.items() if word == change.entry)
        for catalogue in (self._new, self._old):
            found: object = catalogue.entries_of(fact).get(change.id)
            if isinstance(found, LegalBasis):
                return catalogue.reference(found).citation(self._language)
            if isinstance(found, Rule):
                return self._say(found.label)
            if isinstance(found, RetentionRule | Statute | OpenNorm):
                return self._say(found.name)
        return ""

    def _touched(self, found: Touched) -> Iterator[str]:
        for kind, words in _NAMED.items():
            names = [each.name for each in found.named if each.kind is kind]
            if names:
                yield f"    {self._say(words)}: {self._listed(names)}"
        if found.turned:
            yield f"    {self._say(_TURNED)}:"
            yield from self._turned(found.turned, by_rule=found.change.entry != "criterion")

    def _turned(self, turned: Iterable[Turned], *, by_rule: bool) -> Iterator[str]:
        """A line per way in which outcomes turn, with the names of the records."""
        ways: dict[tuple[str, str, str], list[str]] = {}
        for each in turned:
            rule = each.rule if by_rule else ""
            ways.setdefault((rule, self._outcome(each.old), self._outcome(each.new)), []).append(each.name)
        for (rule, old, new), names in ways.items():
            yield f"        {f'{rule}: ' if rule else ''}{old} → {new}: {self._listed(names)}"

    def _listed(self, names: Sequence[str]) -> str:
        counted = [name if count == 1 else f"{name} ({count}×)" for name, count in Counter(names).items()]
        more = len(counted) - FIRST
        return "; ".join(counted[:FIRST]) + (f" {self._say(_MORE).format(more)}" if more > 0 else "")

    def _outcome(self, outcome: Outcome | None) -> str:
        return self._say(_NO_OUTCOME if outcome is None else OUTCOMES[outcome])

    def _record(self, change: Change, touched: Touched | None) -> dict[str, object]:
        found: dict[str, object] = {
            "change": change.kind.value,
            "entry": change.entry,
            "id": change.id,
            "name": self._name(change),
            "fields": [{"name": each.name, "old": each.old, "new": each.new} for each in change.fields],
        }
        if touched is None:
            return found
        named = [_named_record(each) for each in touched.named]
        return found | {"named": named, "turned": [_turned_record(each) for each in touched.turned]}

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)


def _named_record(named: Named) -> dict[str, object]:
    return {"kind": named.kind.value, "id": str(named.id), "name": named.name}


def _turned_record(turned: Turned) -> dict[str, object]:
    return {
        "rule": turned.rule,
        "subject": turned.kind.value,
        "id": str(turned.id),
        "activity": str(turned.activity_id) if turned.activity_id else None,
        "name": turned.name,
        "old": turned.old.value if turned.old else None,
        "new": turned.new.value if turned.new else None,
    }


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain}”" if len(plain) <= SHOWN else f"“{plain[:SHOWN]}…”"
