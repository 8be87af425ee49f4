"""What a change would do to the findings, as two short lists."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.assessment.engine.effects import Effect, Effects
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectsShown:
    """Under each heading the rules; no heading where nothing changes."""

    parts: tuple[tuple[str, tuple[Link, ...]], ...]


def effects_shown(effects: Effects, *, slug: str) -> EffectsShown:
    """The findings that would go and come, each rule with how many and the way to what it asks."""
    named = (
        (_("Solved by it: %(count)s"), effects.solved),
        (_("Appearing by it: %(count)s"), effects.opened),
    )
    return EffectsShown(
        parts=tuple(
            (title % {"count": sum(each.count for each in found)}, tuple(_lines(found, slug)))
            for title, found in named
            if found
        )
    )


def _lines(effects: Iterable[Effect], slug: str) -> Iterable[Link]:
    for each in effects:
        note = ngettext("%(count)s finding", "%(count)s findings", each.count) % {"count": each.count}
        url = reverse("desk:coverage-rule", args=[slug, each.rule.id])
        yield Link(label=each.rule.label.in_language(language()), url=url, note=note)
