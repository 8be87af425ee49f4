"""Nothing stands alone: articles, rules, facts and the places where they are told."""

from dataclasses import dataclass, replace

import pytest

from gemeentedossier.assessment.engine import places
from gemeentedossier.assessment.engine.coverage import Coverage, Orphan, OrphanKind, coverage
from gemeentedossier.assessment.engine.places import PlaceKind, declare_places
from gemeentedossier.catalogue.engine.expressions import declarations
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.norms import LawArticles, NumberedArticle, SilentArticles, SilentParts
from gemeentedossier.catalogue.facts.rules import (
    Part,
    Rule,
    RuleKind,
    RuleNature,
    SubjectKind,
)
from gemeentedossier.catalogue.facts.sources import Source, Status, Text

WORDS = Text("woorden", "words")


@dataclass
class Asked:
    """Facts for one subject."""

    purpose_count: int | None = None
    name: str | None = None


FACTS = declarations({"activity": Asked})
RULE = Rule(
    id="purposes-named",
    pack="test",
    aliases=(),
    part=Part.A,
    kind=RuleKind.CRITERION,
    subject=SubjectKind.ACTIVITY,
    nature=RuleNature.LAW,
    severity=None,
    law=(LawReference(law="AVG", article="5"),),
    label=WORDS,
    question=WORDS,
    applies="true",
    applies_text=None,
    met="activity.purpose_count > 0",
    partly=None,
    contradicts=None,
    statements=(Text("{activity.name} heeft geen doel", "{activity.name} has no purpose"), WORDS),
    reasons={},
    evidence=None,
    repair=None,
    responsible=(),
    review="P1Y",
    awaits=None,
    status=Status.OWN_WORK,
    source=None,
    examples=(),
)
LAW = LawArticles(
    id="gdpr",
    pack="test",
    statute="gdpr",
    law="AVG",
    articles=("1", "5"),
    silent=(SilentArticles(articles=("1",), reason=WORDS),),
    status=Status.OWN_WORK,
    source=Source(location="text"),
)


@pytest.fixture(autouse=True)
def _told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rooms of the test tell rules."""
    monkeypatch.setattr(places, "_declared", {kind: {} for kind in PlaceKind})
    for kind in PlaceKind:
        declare_places(kind, room="test", places=lambda rule: (WORDS,) if rule.id != "untold" else ())


def covered(*rules: Rule, law: LawArticles = LAW, to_come: tuple[str, ...] = ()) -> Coverage:
    entries = {Rule: {rule.id: rule for rule in rules}, LawArticles: {law.id: law}}
    return coverage(Catalogue((), entries, {}), FACTS, to_come=to_come)


def orphans(*rules: Rule, law: LawArticles = LAW) -> set[tuple[OrphanKind, str]]:
    return {(each.kind, each.name) for each in covered(*rules, law=law).orphans}


def test_a_whole_matrix_has_no_orphan():
    found = covered(RULE)
    assert found.orphans == ()
    assert [(row.facts, row.documents, row.screens) for row in found.rows] == [
        (("activity.name", "activity.purpose_count"), (WORDS,), (WORDS,))
    ]
    assert [(each.law, each.article, each.reason) for each in found.silent] == [("AVG", "1", WORDS)]


def test_an_article_that_no_rule_asks_for_stands_alone():
    law = replace(LAW, articles=("1", "5", "30"))
    assert orphans(RULE, law=law) == {(OrphanKind.ARTICLE_UNASKED, "AVG 30")}


def test_an_article_cannot_be_silent_and_asked_for():
    rule = replace(RULE, law=(*RULE.law, LawReference(law="AVG", article="1")))
    assert orphans(rule) == {(OrphanKind.ARTICLE_NOT_SILENT, "AVG 1")}


def test_a_rule_cannot_name_an_article_that_the_law_does_not_have():
    rule = replace(RULE, law=(*RULE.law, LawReference(law="AVG", article="500")))
    assert orphans(rule) == {(OrphanKind.ARTICLE_UNKNOWN, "AVG 500")}


NUMBERED = replace(
    LAW,
    numbered=(
        NumberedArticle(article="1", parts=("1", "2"), are_points=True),
        NumberedArticle(article="5", parts=("1", "2")),
    ),
    silent=(),
    silent_parts=(SilentParts(article="1", parts=("1", "2"), reason=WORDS),),
)
"""Of article 1 both points ask nothing; article 5 has two paragraphs."""


def citing(**place: str) -> Rule:
    return replace(RULE, law=(LawReference(law="AVG", **place),))


def test_each_paragraph_is_asked_for_or_silent():
    first, second = citing(article="5", paragraph="1", point="a"), citing(article="5", paragraph="2")
    unasked = {(OrphanKind.ARTICLE_UNASKED, "AVG 1")}  # the article is silent by its points alone
    assert orphans(first, replace(second, id="other"), law=NUMBERED) == unasked
    assert orphans(first, law=NUMBERED) == {*unasked, (OrphanKind.ARTICLE_UNASKED, "AVG 5(2)")}
    assert orphans(citing(article="5"), law=NUMBERED) == unasked


def test_a_paragraph_cannot_be_silent_and_asked_for():
    found = orphans(citing(article="5"), replace(citing(article="1", point="2"), id="other"), law=NUMBERED)
    assert found == {(OrphanKind.ARTICLE_NOT_SILENT, "AVG 1(2)")}


def test_a_rule_cannot_name_a_paragraph_that_the_article_does_not_have():
    found = orphans(citing(article="5"), replace(citing(article="5", paragraph="3"), id="other"), law=NUMBERED)
    assert (OrphanKind.ARTICLE_UNKNOWN, "AVG 5(3)") in found


def test_a_rule_cannot_rest_on_a_law_of_which_no_articles_are_known():
    other = replace(RULE, id="other", law=(LawReference(law="Wmo 2015", article="5.1.1"),))
    assert orphans(RULE, other) == {(OrphanKind.LAW_UNKNOWN, "Wmo 2015")}


def test_a_silent_paragraph_is_named_in_both_languages():
    (first, _second) = covered(citing(article="5"), law=NUMBERED).silent
    paragraph = replace(first, article="28", part="5", is_point=False)
    assert [each.place(language) for each in (first, paragraph) for language in ("nl", "en")] == [
        "1 onder 1",
        "1(1)",
        "28 lid 5",
        "28(5)",
    ]


def test_a_rule_of_law_names_its_article():
    rule = replace(RULE, id="lawless", law=())
    assert orphans(RULE, rule) == {(OrphanKind.RULE_WITHOUT_ARTICLE, "lawless")}
    assert orphans(RULE, replace(rule, nature=RuleNature.GOOD_PRACTICE)) == set()


def test_what_people_attest_needs_evidence_to_ask_for():
    attested = replace(RULE, id="attested", met=None)
    assert orphans(RULE, attested) == {(OrphanKind.RULE_UNANSWERABLE, "attested")}
    assert orphans(RULE, replace(attested, evidence=WORDS)) == set()


def test_a_rule_that_is_told_nowhere_stands_alone_unless_it_awaits_records():
    untold = replace(RULE, id="untold")
    assert orphans(RULE, untold) == {
        (OrphanKind.RULE_IN_NO_DOCUMENT, "untold"),
        (OrphanKind.RULE_ON_NO_SCREEN, "untold"),
    }
    found = covered(RULE, replace(untold, awaits="breach"), to_come=("breach",))
    assert (found.orphans, found.awaiting()) == ((), {"breach": ("untold",)})


def test_a_fact_of_records_to_come_that_no_rule_asks_for_stands_alone():
    asked = replace(RULE, statements=())
    assert covered(asked, to_come=("activity",)).orphans == (Orphan(OrphanKind.FACT_UNASKED, "activity.name"),)


def test_a_fact_of_records_that_are_there_also_serves_packs_of_ones_own():
    found = covered(replace(RULE, statements=()))
    assert (found.orphans, found.unasked) == ((), ("activity.name",))
    assert covered(RULE).unasked == ()


def test_a_rule_cannot_wait_for_records_that_will_never_come():
    rule = replace(RULE, id="waiting", awaits="breach")
    assert covered(RULE, rule, to_come=("request",)).orphans == (Orphan(OrphanKind.RULE_AWAITS_UNKNOWN, "waiting"),)
    assert covered(RULE, rule, to_come=("breach",)).orphans == ()
