"""What stands unfinished in agreements, systems, measures and classifications: where, and which words.

Activities have more to their texts; see ``texts``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.texts import Placed, Reader, places_of, reader, written_in
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.security.facts import Classification


@dataclass(frozen=True, kw_only=True)
class UnfinishedFields:
    """Left-overs in the texts of a record. Places and words as on the screen; those in English end in ``_en``."""

    unfinished_count: int
    """In how many places left-overs stand, such as “nader invullen”."""
    unfinished_places: tuple[str, ...]
    """Where."""
    unfinished_places_en: tuple[str, ...]
    """Where, in English."""
    unfinished_words: tuple[str, ...]
    """Which."""


NOTHING_LEFT = UnfinishedFields(unfinished_count=0, unfinished_places=(), unfinished_places_en=(), unfinished_words=())
_CLASSIFICATION = reader(
    availability_reason=("reden beschikbaarheid", "reason for availability"),
    integrity_reason=("reden integriteit", "reason for integrity"),
    confidentiality_reason=("reden vertrouwelijkheid", "reason for confidentiality"),
)
_SYSTEM = reader(
    name=("naam", "name"),
    description=("beschrijving", "description"),
    location=("plaats van de gegevens", "location"),
    legacy_reason=("reden om het te laten draaien", "reason to keep it running"),
    fallback=("werken zonder het systeem", "working without it"),
)
_MEASURE = reader(
    name=("naam", "name"),
    description=("beschrijving", "description"),
    control=("beheersmaatregel", "control"),
    indicator=("waaraan u ziet dat zij werkt", "how one sees that it works"),
    result=("wat is gezien", "what was seen"),
)
_AGREEMENT = reader(
    name=("naam", "name"),
    reference=("kenmerk", "reference"),
    subject=("onderwerp", "subject matter"),
    place=("vindplaats", "place"),
    end_reason=("reden van het einde", "reason for the end"),
    breach_contact=("meldpunt datalekken", "contact for breaches"),
    review_outcome=("uitkomst van de beoordeling", "outcome of the assessment"),
    mechanism_reference=("doorgiftemechanisme", "transfer mechanism"),
    expected_of_party=("wat de partij doet", "what the party does"),
    expected_of_municipality=("wat de gemeente doet", "what the municipality does"),
    essence=("kern van de regeling", "essence of the arrangement"),
    essence_place=("vindplaats van de kern", "place of the essence"),
)
_POINT = reader(text=("afgesproken punt", "agreed point"), place=("plaats in het contract", "place in the contract"))
_SUB_PROCESSOR = reader(
    service=("dienst van de subverwerker", "service of the sub-processor"),
    seen_in=("waar de subverwerker is gezien", "where the sub-processor was seen"),
    decided_because=("besluit over de subverwerker", "decision on the sub-processor"),
)
_DUTY = reader(text=("verdeelde plicht", "divided duty"))
_DEVIATION = reader(
    own_text=("afwijkende bepaling", "clause that departs"),
    reason=("reden van de afwijking", "reason for departing"),
)
_INSTRUCTION = reader(text=("instructie", "instruction"))
_PARTY = reader(
    attestation=("verklaring van de deelnemer", "statement of the participant"),
    left_because=("reden van vertrek", "reason for leaving"),
)


def texts_of_classification(found: Classification) -> Iterator[Placed]:
    """Yield the reasons of the levels that were written."""
    return written_in(_CLASSIFICATION, found)


def texts_of_system(system: System) -> Iterator[Placed]:
    """Yield every free text of a system that was written."""
    return written_in(_SYSTEM, system)


def texts_of_measure(measure: Measure) -> Iterator[Placed]:
    """Yield every free text of a measure that was written."""
    return written_in(_MEASURE, measure)


def texts_of_agreement(agreement: Agreement) -> Iterator[Placed]:
    """Yield every free text of an agreement, and of what it consists of, that was written."""
    yield from written_in(_AGREEMENT, agreement)
    parts: tuple[tuple[Reader, Iterable[object]], ...] = (
        (_POINT, agreement.points),
        (_SUB_PROCESSOR, agreement.sub_processors),
        (_DUTY, agreement.duties),
        (_DEVIATION, agreement.deviations),
        (_INSTRUCTION, agreement.instructions),
        (_PARTY, agreement.parties),
    )
    for fields, records in parts:
        for record in records:
            yield from written_in(fields, record)


def left_over_in(texts: Iterable[Placed], lint: Lint) -> UnfinishedFields:
    """Return where left-overs stand in these texts, and which."""
    left: list[tuple[Text, tuple[str, ...]]] = []
    for place, text in texts:
        if words := lint.look_at(text).left_over:
            left.append((place, words))
    if not left:
        return NOTHING_LEFT
    found = places_of((place for place, _ in left), (word for _, words in left for word in words))
    return UnfinishedFields(
        unfinished_count=len(found.nl),
        unfinished_places=found.nl,
        unfinished_places_en=found.en,
        unfinished_words=found.words,
    )
