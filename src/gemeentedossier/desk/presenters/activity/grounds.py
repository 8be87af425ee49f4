"""How the law is read in an activity: the readings that it applies, and the positions on which decisions rest."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Definition
from gemeentedossier.desk.presenters.activity.blocks import Block
from gemeentedossier.desk.presenters.activity.wording import Words
from gemeentedossier.desk.presenters.resting import law_sight, rests_on
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier


def grounds(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Each reading and position with how it stands; that none is recorded where the municipality has any."""
    slug = dossier.organisation.slug
    law = law_sight(dossier, words.catalogue, slug=slug, language=words.language)
    told = tuple(
        Definition(
            term=pgettext("what a record rests on", "Reading") if each.interpretation_id else _("Position"),
            links=(link,),
            badge=badge,
        )
        for each, link, badge in rests_on(law, activity.id)
    )
    none = _("It is not recorded that this rests on a reading of an open norm, or on a position on contested law.")
    yield Block(definitions=told) if told else Block(sentences=(none,))
