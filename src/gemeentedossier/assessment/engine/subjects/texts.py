"""Every free text of an activity with the place where it stands, in words of the screen."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.catalogue.engine.lint import NOTHING
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.register.facts import Activity

Placed: TypeAlias = tuple[Text, str]
Reader: TypeAlias = tuple[tuple[Text, ...], Callable[[object], tuple[str, ...]]]


WRITTEN: dict[str, tuple[str, str]] = {}
"""By the Dutch words for a place: the kind of record that holds the text, and the field; of alike words the first."""


def reader(subject: str = "", /, **places: tuple[str, str]) -> Reader:
    """Return what reads these fields of a record, each with its place in Dutch and in English.

    ``subject`` is the kind of part of an activity, such as ``data_use``, so that the field can be found again.
    """
    for field, (dutch, _english) in places.items():
        if subject:
            WRITTEN.setdefault(dutch, (subject, field))
    words = tuple(Text(*each) for each in places.values())
    if len(places) == 1:  # attrgetter gives the value of a single name bare
        (name,) = places
        return words, lambda record: (getattr(record, name),)
    return words, attrgetter(*places)


_RECORD = reader(
    "activity",
    name=("naam", "name"),
    description=("beschrijving", "description"),
)
_PURPOSE = reader("purpose", text=("doel", "purpose"))
_WEIGHING = reader(
    "legal_basis",
    necessity=("noodzaak", "necessity"),
    proportionality=("evenredigheid", "proportionality"),
    subsidiarity=("subsidiariteit", "subsidiarity"),
    rejected_alternative=("afgewezen alternatief", "rejected alternative"),
    freely_given_reasoning=("vrije toestemming", "freely given consent"),
)
_BASIS = reader(
    "legal_basis",
    provision_text=("wettelijke bepaling", "provision"),
    consent_evidence=("bewijs van toestemming", "evidence of consent"),
    withdrawal_method=("intrekken van toestemming", "withdrawal of consent"),
    parental_consent_method=("toestemming van ouders", "parental consent"),
    vital_interest=("vitaal belang", "vital interest"),
    contract=("overeenkomst", "contract"),
    legitimate_interest=("gerechtvaardigd belang", "legitimate interest"),
)
_DATA_REASONS = reader(
    "data_use",
    necessity=("noodzaak van de gegevens", "need for the data"),
    special_reasoning=("uitzondering bijzondere gegevens", "exception for special data"),
    criminal_reasoning=("strafrechtelijke gegevens", "criminal data"),
    bsn_reasoning=("gebruik van het BSN", "use of the bsn"),
)
_SOURCE = reader("data_source", text=("bron", "source"), recipient_category=("bron", "source"))
_RECIPIENT = reader(
    "recipient", text=("ontvanger", "recipient"), reason=("reden van verstrekking", "reason for providing")
)
_TRANSFER = reader(
    "transfer",
    recipient=("ontvanger buiten de EER", "recipient outside the EEA"),
    mechanism_reference=("doorgiftemechanisme", "transfer mechanism"),
    derogation_reasoning=("afwijking bij doorgifte", "derogation for transfer"),
)
_RETENTION = reader(
    "retention",
    applies_to=("bewaartermijn", "retention period"),
    text=("bewaartermijn", "retention period"),
    trigger_source=("begin van de bewaartermijn", "start of the retention period"),
)
_PARTY = reader(
    "party",
    role_reasoning=("rol van de partij", "role of the party"),
    agreement_reference=("kenmerk van de overeenkomst", "reference of the agreement"),
)
_COMPATIBILITY = reader(
    "further_use",
    link=("verband tussen de doelen", "link between the purposes"),
    context=("kader van verzamelen", "context of collection"),
    nature=("aard van de gegevens", "nature of the data"),
    consequences=("gevolgen voor mensen", "consequences for people"),
    safeguards=("waarborgen", "safeguards"),
    conclusion=("uitkomst van de toets", "conclusion of the test"),
)
_ACCOUNT = reader(
    "activity",
    fairness=("behoorlijkheid", "fairness"),
    purpose_separation=("scheiding van doelen", "separation of purposes"),
    minimisation=("minimale gegevens", "minimisation"),
    free_text_instruction=("instructie vrije tekst", "instruction for free text"),
    accuracy=("juistheid", "accuracy"),
    base_registry_feedback=("terugmelding", "feedback to base registry"),
    destruction=("vernietiging", "destruction"),
    archive_safeguards=("waarborgen archief", "archive safeguards"),
    information_method=("wijze van informeren", "way of informing"),
    information_moment=("moment van informeren", "moment of informing"),
    information_waiver_reason=("reden om niet te informeren", "reason for not informing"),
    automated_decision_ground=("grond automatisch besluit", "ground of automated decision"),
    automated_decision_safeguards=("waarborgen automatisch besluit", "safeguards of automated decision"),
    algorithm_register=("algoritmeregister", "algorithm register"),
    security=("beveiliging", "security"),
    covenant_name=("convenant", "covenant"),
    joint_arrangement=("onderlinge regeling", "joint arrangement"),
    remarks=("opmerkingen", "remarks"),
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where something was found, and the words found, each once and in order."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


NOWHERE = Places()


@dataclass(frozen=True, slots=True)
class Seen:
    """Where left-overs such as “nader invullen” stand and which, and where it says that no special data are used."""

    unfinished: Places = NOWHERE
    denied: Places = NOWHERE


NOTHING_SEEN = Seen()


def reasoning_of(activity: Activity) -> Iterator[Placed]:
    """Yield the texts in which the activity weighs for itself; those may not be another's."""
    for fields, record in _weighed(activity):
        yield from written_in(fields, record)


def free_texts_of(activity: Activity) -> Iterator[Placed]:
    """Yield every free text of the activity that was written."""
    for fields, record in _recorded(activity):
        yield from written_in(fields, record)


def _weighed(activity: Activity) -> Iterator[tuple[Reader, object]]:
    for purpose in activity.purposes:
        for basis in purpose.legal_bases:
            yield _WEIGHING, basis
    for use in activity.data_uses:
        yield _DATA_REASONS, use
    for further in activity.further_uses:
        yield _COMPATIBILITY, further


def _recorded(activity: Activity) -> Iterator[tuple[Reader, object]]:
    yield _RECORD, activity
    for purpose in activity.purposes:
        yield _PURPOSE, purpose
        for basis in purpose.legal_bases:
            yield _BASIS, basis
    yield from _weighed(activity)
    for fields, records in (
        (_SOURCE, activity.sources),
        (_RECIPIENT, activity.recipients),
        (_TRANSFER, activity.transfers),
        (_RETENTION, activity.retention),
        (_PARTY, activity.parties),
    ):
        for record in records:
            yield fields, record
    yield _ACCOUNT, activity.account


def looked_at(activity: Activity, law: Law) -> Seen:
    """Return what the word lists find in the free texts of the activity."""
    look_at = law.lint.look_at
    looks = []
    for (places, getter), record in _recorded(activity):  # written out: a register has a hundred thousand texts
        for number, text in enumerate(getter(record)):
            if text and (look := look_at(text)) is not NOTHING:
                looks.append((places[number], look))
    if not looks:
        return NOTHING_SEEN
    left = [(place, look.left_over) for place, look in looks if look.left_over]
    return Seen(
        unfinished=places_of((place for place, _ in left), (word for _, words in left for word in words)),
        denied=places_of(place for place, look in looks if look.denies_special_data),
    )


def places_of(places: Iterable[Text], words: Iterable[str] = ()) -> Places:
    """Return these places and words, each once and in order."""
    each = tuple(dict.fromkeys(places))
    if not each:
        return NOWHERE
    return Places(tuple(p.nl for p in each), tuple(p.in_language("en") for p in each), tuple(dict.fromkeys(words)))


def written_in(fields: Reader, record: object) -> Iterator[Placed]:
    """Yield what was written in these fields of a record, with the place."""
    places, getter = fields
    texts = getter(record)
    if not any(texts):
        return
    for place, text in zip(places, texts, strict=True):
        if text:
            yield place, text
