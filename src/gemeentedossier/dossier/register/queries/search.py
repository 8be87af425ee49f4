"""Finding activities: Dutch full text, tolerant of accents and slips of the pen, with filters."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.functions import Lower

from gemeentedossier.dossier.register import facts, models


@dataclass(frozen=True, slots=True)
class Wanted:
    """What someone looks for; empty means: does not matter."""

    text: str = ""
    record_state: str = ""
    processing_state: str = ""
    unit: str = ""
    policy_domain: str = ""
    data_category: str = ""
    article_6: str = ""
    order: str = "name"


ORDERS = ("name", "reference", "policy_domain", "record_state", "last_confirmed_on")


def activities_wanted(wanted: Wanted) -> "QuerySet[models.Activity]":
    """The activities that fit, in order. Use inside the municipality's scope."""
    found: QuerySet[models.Activity] = models.Activity.objects.all()
    for field in ("record_state", "processing_state", "policy_domain"):
        if value := getattr(wanted, field):
            found = found.filter(**{field: value})
    if wanted.unit:
        found = found.filter(unit__name=wanted.unit)
    if wanted.data_category:
        found = found.filter(_has(models.DataUse, Q(data_categories__contains=[wanted.data_category])))
    if wanted.article_6:
        found = found.filter(_has(models.LegalBasis, Q(article_6=wanted.article_6)))
    if wanted.text:
        found = found.filter(_says(wanted.text))
    return found.order_by(*_order(wanted.order)).select_related("unit", "owner")


def activities_then(activities: Iterable[facts.Activity], wanted: Wanted) -> list[facts.Activity]:
    """Of the register as it was at a moment those that fit, in order; there words are looked for as they are written.

    The index of the language is of now only, so that inflections of a word are not found in the past.
    """
    found = [each for each in activities if _fits(each, wanted)]
    column = wanted.order.lstrip("-")
    found.sort(key=lambda each: (each.name.lower(), each.id))
    if column in ORDERS:
        known = [each for each in found if getattr(each, column)]
        unknown = [each for each in found if not getattr(each, column)]
        known.sort(key=lambda each: _sorted_by(getattr(each, column)), reverse=wanted.order.startswith("-"))
        found = [*known, *unknown] if wanted.order.startswith("-") else [*unknown, *known]
    return found


def _sorted_by(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value).lower()


def _fits(activity: facts.Activity, wanted: Wanted) -> bool:
    bases = [basis for purpose in activity.purposes for basis in purpose.legal_bases]
    asked = (
        (wanted.record_state, [activity.record_state]),
        (wanted.processing_state, [activity.processing_state]),
        (wanted.unit, [activity.unit]),
        (wanted.policy_domain, [activity.policy_domain]),
        (wanted.data_category, [each for use in activity.data_uses for each in use.data_categories]),
        (wanted.article_6, [basis.article_6 for basis in bases]),
    )
    texts = (
        *(activity.name, activity.description, activity.reference, activity.sector_law, activity.account.remarks),
        *(purpose.text for purpose in activity.purposes),
        *(text for basis in bases for text in (basis.provision_text, basis.provision_id)),
    )
    says = any(wanted.text.casefold() in text.casefold() for text in texts)
    return says and all(not value or value in known for value, known in asked)


def _order(order: str) -> "tuple[OrderBy | str, ...]":
    """Capitals do not count: the database sorts by the byte."""
    name = order.lstrip("-")
    by_name: tuple[OrderBy | str, ...] = (Lower("name").asc(), "id")
    if name not in ORDERS:
        return by_name
    column = F(name) if name == "last_confirmed_on" else Lower(name)
    return (column.desc(nulls_last=True) if order.startswith("-") else column.asc(nulls_first=True), *by_name)


def _has(part: type[models.ActivityPart], condition: Q) -> Exists:
    return Exists(part.objects.filter(condition, activity=OuterRef("pk")))


def _says(text: str) -> Q:
    """The Dutch dictionary does not stem every compound, so a plain and a similar-word match stand beside it."""
    query = SearchQuery(text, config="dutch", search_type="websearch")
    own_words = models.Activity.objects.annotate(
        words=SearchVector("name", "description", "reference", "sector_law", "remarks", config="dutch")
    ).filter(words=query, pk=OuterRef("pk"))
    purposes = models.Purpose.objects.annotate(words=SearchVector("text", config="dutch")).filter(
        words=query, activity=OuterRef("pk")
    )
    provisions = models.LegalBasis.objects.filter(
        Q(provision_text__unaccent__icontains=text) | Q(provision_id__iexact=text), activity=OuterRef("pk")
    )
    return (
        Q(Exists(own_words))
        | Q(Exists(purposes))
        | Q(Exists(provisions))
        | Q(name__unaccent__icontains=text)
        | Q(name__trigram_word_similar=text)
        | Q(reference__iexact=text)
    )
