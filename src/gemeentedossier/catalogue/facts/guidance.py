"""What a field of a form asks, with an example of how it is written well and badly."""

from dataclasses import dataclass

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Text

SHARED = "any"
"""The kind of record of a field that many kinds have alike, such as the reason of a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGuidance(Entry):
    """Help beside one field, by ``<kind of record>.<field>``; all of it is own work.

    ``use`` says what the answer is for where no rule tells it; ``because`` says what is wrong with the bad example.
    ``law`` are the places that ask it, beside those of the rules that read the field.
    """

    asks: Text
    use: Text | None
    law: tuple[LawReference, ...]
    good: Text | None
    bad: Text | None
    because: Text | None

    @property
    def record(self) -> str:
        """The kind of record that has the field."""
        return self.id.partition(".")[0]

    @property
    def field(self) -> str:
        """The field, as the id writes it."""
        return self.id.partition(".")[2]
