"""In which documents a rule stands."""

from gemeentedossier.catalogue.facts.rules import Part, Rule, RuleKind
from gemeentedossier.catalogue.facts.sources import Text

_WRITTEN = frozenset({Part.A, Part.B, Part.C, Part.D})
"""The Parts that have a document of their own."""


def document_places(rule: Rule) -> tuple[Text, ...]:
    """Return where the documents tell what a rule found; a rule that awaits records is named there, and no more."""
    if rule.awaits is not None:
        return ()
    account = Text(f"Verantwoording per criterium, deel {rule.part}", f"Account of every criterion, Part {rule.part}")
    if rule.part in _WRITTEN:
        annex = 1 if rule.kind is RuleKind.CRITERION else 2
        return account, Text(f"Deel {rule.part}, bijlage {annex}", f"Part {rule.part}, annex {annex}")
    return (account,)
