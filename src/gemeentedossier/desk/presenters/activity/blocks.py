"""What a section of an activity shows: running text and terms with what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Badge, Definition
from gemeentedossier.desk.presenters.activity.wording import Words, answer

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a section, of one record where ``anchor`` names it."""

    title: StrOrPromise = ""
    sentences: tuple[StrOrPromise, ...] = ()
    definitions: tuple[Definition, ...] = ()
    badges: tuple[Badge, ...] = ()
    anchor: UUID | None = None
    within: bool = False
    """Whether it belongs to the block before it."""


def label_of(model: type[Model], name: str) -> str:
    """What a field of the register is called."""
    return capfirst(str(getattr(model._meta.get_field(name), "verbose_name", name)))


def written(model: type[Model], facts: object, *names: str, missing: bool = True) -> Iterator[Definition]:
    """The own words in these fields; what was never written is said to be so, or left out."""
    for name in names:
        text = getattr(facts, name)
        if text or missing:
            yield Definition(term=label_of(model, name), texts=paragraphs(text))


def answers(model: type[Model], facts: object, *names: str) -> Iterator[Definition]:
    """Yes, no or unknown, per field."""
    for name in names:
        known = getattr(facts, name)
        yield Definition(term=label_of(model, name), texts=() if known is None else (answer(known),))


def term(label: StrOrPromise, *texts: str, missing: str = "") -> Definition:
    """A term with texts; empty ones count as unknown."""
    return Definition(term=label, texts=tuple(text for text in texts if text), missing=missing)


def provision(label: StrOrPromise, provision_id: str, words: Words, *own: str, missing: str = "") -> Definition:
    """A place in the law, linked, and what the municipality itself wrote of it."""
    link = words.provision(provision_id)
    quoted = tuple(_("In the register: “%(text)s”") % {"text": text} for text in own if text)
    if link and not link.url:
        return Definition(term=label, texts=(str(link.label), str(link.note), *quoted))
    return Definition(term=label, texts=quoted, links=(link,) if link else (), missing=missing)


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of own words, without empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def own_and_known(known: Iterable[str], own: Iterable[str]) -> list[str]:
    """Names from the catalogue, then own words between quotation marks."""
    return [*known, *(f"“{text}”" for text in own)]
