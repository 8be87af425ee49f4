"""By what a term is known outside the program: never by the title of a breach, nor by what somebody wrote."""

import re

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.method.engine.advice import AdviceOn, advices_of
from gemeentedossier.method.engine.duties import Seen, duties_of
from gemeentedossier.method.enums import DutyKind
from gemeentedossier.method.facts import Duty

SEEN = Seen(example_dossier(current_catalogue()), current_catalogue())
BREACHES = {each.id: each for each in SEEN.dossier.breaches}
ACCEPTED = SecurityTermKind.ACCEPTANCE_ENDS
WRITTEN = (DutyKind.READ_AGAIN, DutyKind.SET_ASIDE_ENDS, DutyKind.CHECK, AssessmentTermKind.MEASURE, ACCEPTED)
"""Of these the name is a text that somebody wrote of a decision or a matter."""


def every() -> tuple[Duty, ...]:
    return duties_of(SEEN)


def test_every_term_has_a_discreet_name() -> None:
    assert [each.key for each in every() if not each.discreet] == []


def test_a_discreet_name_is_said_in_words_and_days_as_people_write_them() -> None:
    catalogue = SEEN.catalogue
    ids = {*catalogue.open_norms, *catalogue.rules}
    said = [each.discreet for each in every() if each.discreet in ids or re.search(r"\d{4}-\d\d-\d\d", each.discreet)]
    assert said == []


def test_no_term_of_any_kind_tells_the_title_of_a_breach() -> None:
    assert [each.key for each in every() if any(breach.title in each.discreet for breach in BREACHES.values())] == []


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_somebody_wrote_is_not_its_discreet_name(kind: object) -> None:
    assert [each.key for each in every() if each.kind is kind and each.name in each.discreet] == []


def test_a_term_of_a_breach_is_known_by_its_number() -> None:
    found = [each for each in every() if isinstance(each.kind, BreachTermKind)]
    assert [each.discreet for each in found] == [BREACHES[each.record_id].number for each in found] != []


def test_advice_on_a_breach_is_known_by_the_number_of_the_breach() -> None:
    given = [each for each in advices_of(SEEN.dossier) if each.on is AdviceOn.BREACH]
    assert [each.discreet for each in given] == [BREACHES[each.record_id].number for each in given] != []
