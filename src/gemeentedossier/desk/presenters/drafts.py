"""Drafts of forms as a list: of which record, and the first words of what was typed."""

import re

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Definition, Link
from gemeentedossier.desk.actions.drafts import Kept
from gemeentedossier.desk.actions.steps import step_in
from gemeentedossier.desk.presenters.many import step_title
from gemeentedossier.foundation.addresses import reverse

SHOWN = 140
"""Characters of what was typed."""
A_CHOICE = re.compile(r"[\d\W_]*|[0-9a-f-]{32,36}(\.\d+)?|[a-z_]+|true|false")
"""Numbers, days, keys and values of choices: nobody typed these."""


def moment_of(kept: Kept) -> str:
    """When it was typed."""
    return date_format(localtime(kept.saved_at), _("j F, H:i"))


def first_words(kept: Kept) -> str:
    """The beginning of what was typed, and not of what was recorded already; empty where nothing but choices was
    made."""
    typed = dict(kept.fields) if kept.changed is None else dict(kept.changed)
    said = (" ".join(value.split()) for name, values in kept.fields if name in typed for value in values)
    told = " · ".join(text for text in said if not A_CHOICE.fullmatch(text))
    return told if len(told) <= SHOWN else f"{told[:SHOWN].rsplit(' ', 1)[0]}…"


def changed_fields(kept: Kept) -> str:
    """Which fields say something else than what was recorded, by label; empty where that is not known."""
    labels = dict.fromkeys(label for _name, label in kept.changed or () if label)
    return _("Changed: %(fields)s") % {"fields": ", ".join(labels)} if labels else ""


def draft_shown(kept: Kept, slug: str, *, name: str, thrown: bool = False) -> Definition:
    """One draft: its record, its page, its words, when it was typed, and what can be done with it."""
    step = step_in(kept)
    title = step_title(step.what, len(step.offered)) if step else kept.title or kept.page
    page = reverse("desk:register-choose", args=[slug, step.key]) if step else kept.page
    words = first_words(kept)
    typed = _("Typed on %(moment)s") % {"moment": moment_of(kept)}
    return Definition(
        term=f"{name}: {title}" if name and name not in title else title,
        texts=tuple(filter(None, (changed_fields(kept), f"“{words}”" if words else "", typed))),
        links=() if thrown else (Link(label=_("Go on with it"), url=page),),
        action=Action(
            label=_("Take back") if thrown else _("Throw away"),
            url=reverse("desk:draft-back" if thrown else "desk:draft-drop", args=[slug]),
            weight=Weight.SUBTLE,
            posts=True,
            name="key",
            value=str(kept.id),
        ),
    )
