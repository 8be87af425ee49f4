"""What is public: for each activity its newest published version, found and read from the frozen text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import or_
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db.models import Case, F, Func, IntegerField, JSONField, Q, QuerySet, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from gemeentedossier.catalogue.facts import AliasKind
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.dossier.risks.models import ImpactAssessment
from gemeentedossier.foundation.engine.plain import from_plain
from gemeentedossier.organisation.models import Controller, OrganisationProfile
from gemeentedossier.portal.engine.meant import Meaning
from gemeentedossier.portal.engine.redaction import public_content

MEANT_AT = {
    AliasKind.REFERENCE_ACTIVITIES: "$.reference_activity",
    AliasKind.STATUTES: "$.purposes[*].legal_bases[*].provision_id",
    AliasKind.SUBJECT_CATEGORIES: "$.data_uses[*].subject_categories[*]",
    AliasKind.DATA_CATEGORIES: "$.data_uses[*].data_categories[*]",
    AliasKind.RECIPIENT_CATEGORIES: "$.recipients[*].category",
}
"""Where in the text of a version the ids stand that a word of a visitor can mean."""


class Nearness(IntEnum):
    """How a version fits the words: by its name, by what they mean, by its text, or by another word for the same."""

    NAMED = 0
    MEANT = 1
    SAID = 2
    ALIKE = 3


@dataclass(frozen=True, slots=True)
class Sought:
    """What a visitor looks for; empty means: does not matter."""

    text: str = ""
    policy_domain: str = ""
    meanings: tuple[Meaning, ...] = ()
    """What the words stand for in the catalogue."""
    is_refused: bool = False
    """Whether the words could not be looked for: then nothing fits, and the form says why."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Where people can turn to today. Empty where nobody recorded it."""

    controllers: tuple[tuple[UUID, str, str], ...] = ()
    """Id, name and where to reach it."""
    contact_point: str = ""
    data_protection_officer: str = ""
    rights_page: str = ""
    complaint_page: str = ""


def published() -> "QuerySet[ActivityVersion]":
    """The newest published version of every activity, by name. Use inside the municipality's scope.

    Where that was withdrawn, no older one comes back in its place.
    """
    newest = (
        ActivityVersion.objects.filter(published_at__isnull=False)
        .order_by("activity_id", "-number")
        .distinct("activity_id")
        .values("pk")
    )
    found: QuerySet[ActivityVersion] = ActivityVersion.objects.filter(pk__in=newest, withdrawn_at=None)
    return found.annotate(name=_text("name")).order_by("name", "activity_id")


def published_wanted(sought: Sought) -> "QuerySet[ActivityVersion]":
    """The published versions that fit; where words were given, first those that are called so, then what they mean."""
    found = published()
    if sought.is_refused:
        return found.none()
    if sought.policy_domain:
        found = found.filter(content__policy_domain=sought.policy_domain)
    return _that_fit(found, sought) if sought.text else found


def policy_domains() -> list[str]:
    """The policy domains that occur among the published versions."""
    named = published().filter(content__has_key="policy_domain").order_by("content__policy_domain")
    return list(named.values_list("content__policy_domain", flat=True).distinct())


def newest_published(activity_id: UUID) -> ActivityVersion | None:
    """The published version of an activity that holds now, or was withdrawn last; None where nothing was published."""
    return ActivityVersion.objects.filter(activity_id=activity_id, published_at__isnull=False).first()


def version_numbered(activity_id: UUID, *, number: int) -> ActivityVersion | None:
    """One adopted version, public or not; None where it does not exist."""
    return ActivityVersion.objects.filter(activity_id=activity_id, number=number).first()


def successor_of(version: ActivityVersion) -> ActivityVersion | None:
    """The first published version after this one: from then on this one no longer held."""
    later = ActivityVersion.objects.filter(activity_id=version.activity_id, published_at__isnull=False)
    return later.filter(number__gt=version.number).order_by("number").first()


def frozen_text(version: ActivityVersion) -> Activity:
    """What the version says, word for word, without what is withheld from everyone."""
    return from_plain(Activity, public_content(version.content), place="version")


def contacts() -> Contacts:
    """The controllers and contact points of the municipality in scope, as they are today."""
    profile = OrganisationProfile.objects.first() or OrganisationProfile()
    return Contacts(
        controllers=tuple(Controller.objects.values_list("id", "name", "contact")),
        contact_point=profile.contact_point,
        data_protection_officer=profile.data_protection_officer_contact,
        rights_page=profile.rights_page,
        complaint_page=profile.complaint_page,
    )


def _text(field: str) -> KeyTextTransform:
    return KeyTextTransform(field, "content", output_field=TextField())


def _that_fit(found: "QuerySet[ActivityVersion]", sought: Sought) -> "QuerySet[ActivityVersion]":
    """Dutch words in name, description and purposes, or what they mean; a slip of the pen in a name will do too."""
    named = Q(name__unaccent__icontains=sought.text) | Q(name__trigram_word_similar=sought.text)
    asked = SearchQuery(sought.text, config="dutch", search_type="websearch")
    said, meant, held = Q(words=asked) | Q(purpose_words=asked), Q(), {}
    for kind, ids in _ids_by_kind(sought.meanings).items():
        held[f"of_{kind}"] = _ids_at(MEANT_AT[kind])
        meant |= Q(**{f"of_{kind}__has_any_keys": ids})
    searched = found.annotate(
        words=SearchVector(_text("name"), _text("description"), _text("sector_law"), config="dutch"),
        purpose_words=_words_of_purposes(),
        **held,
    )
    fitting = searched.filter(named | said | _says(sought.meanings) | meant)
    return fitting.annotate(nearness=_nearness(named, meant, said)).order_by(F("nearness"), F("name"), "activity_id")


def _ids_by_kind(meanings: Iterable[Meaning]) -> Mapping[AliasKind, list[str]]:
    ids: dict[AliasKind, list[str]] = {}
    for each in meanings:
        if each.ids:
            ids.setdefault(each.kind, []).extend(each.ids)
    return ids


def _says(meanings: Iterable[Meaning]) -> Q:
    """Whether it uses another word for the same: asked of all words at once, of which a long question has hundreds."""
    words = tuple(dict.fromkeys(word for each in meanings for word in each.also))
    if not words:
        return Q()
    same = reduce(or_, (SearchQuery(each, config="dutch", search_type="phrase") for each in words))
    return Q(name__unaccent__iregex="|".join(map(re.escape, words))) | Q(words=same) | Q(purpose_words=same)


def _nearness(*ways: Q) -> Case:
    """The first of these ways in which a version fits; a way without a condition is none."""
    each = [When(way, then=near) for near, way in zip(Nearness, ways, strict=False) if way]
    return Case(*each, default=Nearness.ALIKE, output_field=IntegerField())


def _words_of_purposes() -> Func:
    return Func(
        KeyTransform("purposes", "content"),
        template="to_tsvector('dutch', %(expressions)s)",
        output_field=SearchVectorField(),
    )


def _ids_at(path: str) -> Func:
    """The ids at a place in the text, as one list."""
    return Func(
        "content",
        Value(path),
        function="jsonb_path_query_array",
        arg_joiner=", ",
        output_field=JSONField(),
        template="%(function)s(%(expressions)s::jsonpath)",
    )


def published_summaries(activity_id: UUID) -> tuple[str, ...]:
    """What was published of the impact assessments that are about an activity, by name. Inside the scope."""
    found = ImpactAssessment.objects.filter(activities__activity_id=activity_id, published_at__isnull=False)
    return tuple(found.order_by("name").values_list("public_summary", flat=True))
