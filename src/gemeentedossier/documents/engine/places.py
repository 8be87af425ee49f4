"""In which documents a rule stands."""

from gemeentedossier.catalogue.facts.rules import Part, Rule, RuleKind
from gemeentedossier.catalogue.facts.sources import Text


def document_places(rule: Rule) -> tuple[Text, ...]:
    """Return where the documents tell what a rule found; a rule that awaits records is named there, and no more."""
    if rule.awaits is not None:
        return ()
    account = Text(f"Verantwoording per criterium, deel {rule.part}", f"Account of every criterion, Part {rule.part}")
    if rule.part is Part.A and rule.kind is RuleKind.CRITERION:
        return account, Text("Deel A, bijlage 1", "Part A, annex 1")
    return (account,)
