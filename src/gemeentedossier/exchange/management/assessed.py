"""A saved impact assessment behind the command: for which activity, and what is reported of it."""

from collections.abc import Iterator
from uuid import UUID

from django.core.management.base import CommandError
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.actions.assessments import TakenOver
from gemeentedossier.exchange.engine.assessments.places import place_word

ASSESSMENT = "assessment"
"""How a saved impact assessment is asked for."""


def activity_called(typed: str | None, dossier: Dossier) -> UUID:
    """The activity of that name, reference or id; CommandError where there is none, or more than one."""
    if not typed:
        raise CommandError(
            _("An impact assessment is about an activity. Name it: --activity with its name or reference.")
        )
    wanted = typed.strip().casefold()
    found = [
        each.id
        for each in dossier.activities
        if wanted in (each.name.casefold(), each.reference.casefold(), str(each.id))
    ]
    if len(found) == 1:
        return found[0]
    told = {"activity": typed}
    if found:
        raise CommandError(_("More than one activity is called “%(activity)s”. Give its reference or id.") % told)
    raise CommandError(_("There is no activity called “%(activity)s”. Record it first, or check the name.") % told)


def report_lines(taken: TakenOver) -> Iterator[str]:
    """What came along and what did not, each with its place."""
    made, language = taken.assessment, get_language() or "nl"
    if not taken.is_new:
        yield _("This file was taken over before; nothing changed. Its report:")
    for each in made.remarks:
        told = each.told_en if language.startswith("en") and each.told_en else each.told
        place = place_word(each.place, language)
        yield f"{place}: {told}" if place else told
    points = sum(1 for each in made.paragraphs if each.text)
    counts = (
        ngettext("%(count)s point", "%(count)s points", points) % {"count": points},
        ngettext("%(count)s risk", "%(count)s risks", len(made.risks)) % {"count": len(made.risks)},
        ngettext("%(count)s remark", "%(count)s remarks", len(made.remarks)) % {"count": len(made.remarks)},
    )
    yield _("“%(name)s” is a draft: %(counts)s.") % {"name": made.name, "counts": ", ".join(counts)}


def report_record(taken: TakenOver) -> dict[str, object]:
    """The same for a program."""
    made = taken.assessment
    return {
        "new": taken.is_new,
        "what": ASSESSMENT,
        "id": str(made.id),
        "name": made.name,
        "points": sum(1 for each in made.paragraphs if each.text),
        "risks": len(made.risks),
        "remarks": [{"place": each.place, "nl": each.told, "en": each.told_en} for each in made.remarks],
    }
