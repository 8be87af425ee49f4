"""The ways to take the text of an agreement along, and to keep it."""

from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.foundation.addresses import reverse


def text_actions(slug: str, key: UUID, *, language: str, may_keep: bool) -> tuple[Action, ...]:
    """A button per form, and one that keeps the text as evidence for whoever may add that."""
    files = tuple(
        Action(
            label=form.value.upper(),
            url=f"{reverse('desk:agreement-text-file', args=[slug, key, form.value])}?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in (Format.PDF, Format.DOCX, Format.ODT, Format.HTML)
    )
    if not may_keep:
        return files
    url = f"{reverse('desk:agreement-text-keep', args=[slug, key])}?language={language}"
    return *files, Action(label=_("Keep as evidence"), url=url, weight=Weight.SECONDARY, posts=True)
