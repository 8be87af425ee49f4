"""What the assessment found in one Part, in a few sentences."""

from collections import Counter

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.rules import Part, RuleKind
from gemeentedossier.documents.engine.blocks import Paragraph
from gemeentedossier.documents.engine.composition.material import Desk


def outcome(desk: Desk, part: Part) -> Paragraph:
    """How many points of the Part are open, and where its annexes tell them."""
    w, assessment = desk.w, desk.material.assessment
    if assessment is None:
        return w.paragraph("a.about.no-findings", *w.origins.organisation("activities"))
    own = [each for each in assessment.findings() if each.rule.part is part]
    unsure = sum(each.outcome is Outcome.UNDECIDED for each in own)
    waiting = Counter(each.rule.kind for each in own if each.is_open)
    found = w.origins.organisation("activities")
    text = w.say("a.about.findings", *found, open=waiting[RuleKind.CRITERION], unsure=unsure)
    contradictions = waiting[RuleKind.CONTRADICTION]
    if contradictions:
        places = w.word("count.place") if contradictions == 1 else w.one("count.places", count=contradictions).text
        text += w.say("a.about.contradictions", *found, count=places)
    return Paragraph(text)
