"""Every fact and every kind of record that a screen or workbook names has a name in both languages."""

import re
from collections import Counter

import pytest

from gemeentedossier.assessment.engine.labels import FACTS
from gemeentedossier.assessment.engine.naming import KINDS, fact_label, kind_label
from gemeentedossier.assessment.engine.subjects.cases import DECLARATIONS
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.queries import SHIPPED_PACK


def test_every_declared_fact_has_a_dutch_name_and_nothing_else_has() -> None:
    named = {f"{subject}.{fact}" for subject, facts in FACTS.items() for fact in facts}
    assert named == set(DECLARATIONS.types)


def test_two_facts_of_one_subject_have_two_names() -> None:
    twice = {
        (subject, name) for subject, facts in FACTS.items() for name, n in Counter(facts.values()).items() if n > 1
    }
    assert twice == set()


def test_every_kind_of_record_has_a_name_in_both_languages() -> None:
    assert set(KINDS) == set(SubjectKind)


@pytest.mark.parametrize(
    ("name", "dutch", "english"),
    [
        ("activity.has_bsn", "verwerking: bevat het BSN", "processing activity: has BSN"),
        ("agreement.unlisted_subprocessors", "overeenkomst: subverwerkers die niet op de lijst staan",
         "agreement: unlisted subprocessors"),
        ("own.thing", "own.thing", "own.thing"),
    ],
)  # fmt: skip
def test_a_fact_is_called_by_its_subject_and_its_name(name: str, dutch: str, english: str) -> None:
    assert (fact_label(name).nl, fact_label(name).en) == (dutch, english)


def test_a_kind_that_nobody_knows_keeps_its_own_name() -> None:
    assert [kind_label(kind).in_language("nl") for kind in ("access_right", "own")] == ["toegangsrecht", "own"]


def test_an_english_sentence_of_a_rule_names_the_english_of_a_fact_where_there_is_one() -> None:
    text = "\n".join(path.read_text("utf-8") for path in (SHIPPED_PACK / "rules").glob("*.yaml"))
    sentences = re.findall(r"^ +(?:- )?en: (.*)$", text, re.MULTILINE)
    named = {name for each in sentences for name in re.findall(r"\{([a-z_.]+)\}", each)}
    assert {name for name in named if f"{name}_en" in DECLARATIONS.types} == set()
