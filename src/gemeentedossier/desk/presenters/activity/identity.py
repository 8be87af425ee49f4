"""Identity and responsibility, processors and parties, systems: who and what."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.design.parts import Definition, Link
from gemeentedossier.desk.presenters.activity.blocks import (
    Block,
    answers,
    label_of,
    own_and_known,
    paragraphs,
    term,
    written,
)
from gemeentedossier.desk.presenters.activity.domains import own_domains, told_of_domain
from gemeentedossier.desk.presenters.activity.vocabulary import name_of
from gemeentedossier.desk.presenters.activity.wording import Words, answer, country, day, listing
from gemeentedossier.desk.presenters.security import levels_told
from gemeentedossier.dossier.agreements.engine.term import state_on
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity, PartyRelation
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.addresses import reverse


def identity(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """What it is, in prose, and who answers for it."""
    controllers = own_and_known(activity.controllers, activity.controllers_own)
    yield Block(sentences=paragraphs(activity.description))
    yield Block(
        definitions=(
            term(
                pgettext("of an activity", "Controller"),
                listing(controllers),
                missing=_("No controller named yet"),
            ),
            term(label_of(models.Activity, "role"), name_of(activity.role) if activity.role else ""),
            term(label_of(models.Activity, "unit"), activity.unit),
            term(label_of(models.Activity, "owner"), activity.owner),
            term(label_of(models.Activity, "policy_domain"), *_domain(activity, words, dossier)),
            term(label_of(models.Activity, "sector_law"), words.statute(activity.sector_law)),
            term(label_of(models.Activity, "processing_state"), *_in_use(activity)),
            term(label_of(models.Activity, "reference"), activity.reference),
            term(
                label_of(models.Activity, "last_confirmed_on"),
                day(activity.last_confirmed_on),
                missing=_("Nobody has confirmed this record yet"),
            ),
        )
    )


def _domain(activity: Activity, words: Words, dossier: Dossier) -> Iterator[str]:
    """The policy domain; one that nothing else uses may be a typing error."""
    yield words.domain(activity.policy_domain)
    yield told_of_domain(
        activity.policy_domain, own_domains(each for each in dossier.activities if each.id != activity.id)
    )


def _in_use(activity: Activity) -> Iterator[str]:
    """The state of the processing with its dates, as one sentence."""
    state = name_of(activity.processing_state) if activity.processing_state else ""
    since = _("since %(day)s") % {"day": day(activity.started_on)} if activity.started_on else ""
    until = _("until %(day)s") % {"day": day(activity.ended_on)} if activity.ended_on else ""
    yield " ".join(filter(None, (state, since, until)))


def parties(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """Each party with its role, and the partnership if there is one."""
    if not activity.parties:
        yield Block(sentences=(_("No processor or other party is recorded."),))
    for relation in activity.parties:
        yield _party(relation, tuple(_recorded(relation, activity, dossier)))
    yield Block(
        definitions=(
            *answers(models.Activity, activity.characteristics, "covenant"),
            *written(models.Activity, activity.account, "covenant_name", "joint_arrangement", missing=False),
        )
    )


def _recorded(relation: PartyRelation, activity: Activity, dossier: Dossier) -> Iterator[Link]:
    """The agreements with the party that cover this activity, each with how it stands."""
    day = day_of(dossier)
    for each in dossier.agreements:
        parties = {party.party_id for party in each.parties}
        if activity.id in each.activity_ids and relation.party_id in parties:
            page = reverse("desk:agreement", args=[dossier.organisation.slug, each.id])
            yield Link(label=each.name, url=page, note=name_of(state_on(each, day)))


def _party(relation: PartyRelation, recorded: tuple[Link, ...]) -> Block:
    role = name_of(relation.role) if relation.role else ""
    return Block(
        title=relation.party_name,
        anchor=relation.id,
        definitions=(
            term(label_of(models.PartyRelation, "role"), role),
            *written(models.PartyRelation, relation, "role_reasoning", missing=False),
            Definition(
                term=_("Agreement"),
                texts=tuple(_agreement(relation)),
                links=recorded,
                missing=_("Not recorded whether there is an agreement"),
            ),
            term(_("Country"), country(relation.party_country)),
        ),
    )


def _agreement(relation: PartyRelation) -> Iterator[str]:
    if relation.agreement_declared is not None:
        yield answer(relation.agreement_declared)
    if relation.agreement_reference:
        yield relation.agreement_reference


def security(activity: Activity, words: Words, dossier: Dossier) -> Iterator[Block]:
    """The systems and measures by name."""
    systems = [words.names[i] for i in activity.system_ids if i in words.names]
    yield Block(
        definitions=(
            term(_("Systems"), listing(systems), missing=_("No system recorded yet")),
            _measures(activity, dossier),
            _levels(activity, dossier),
            *written(models.Activity, activity.account, "security"),
        )
    )


def _levels(activity: Activity, dossier: Dossier) -> Definition:
    """The levels of availability, integrity and confidentiality, and the way to the security sheet."""
    found = next((each for each in dossier.classifications if each.activity_id == activity.id), None)
    url = reverse("desk:activity-security", args=[dossier.organisation.slug, activity.id])
    given = levels_told(found.levels) if found else ""
    label = _("%(levels)s: security sheet") % {"levels": given} if given else _("Not classified yet: security sheet")
    return Definition(term=_("Availability, integrity, confidentiality"), links=(Link(label=label, url=url),))


def _measures(activity: Activity, dossier: Dossier) -> Definition:
    chosen = set(activity.measure_ids)
    texts = (f"{m.name} ({m.control})" if m.control else m.name for m in dossier.measures if m.id in chosen)
    return Definition(term=_("Measures"), texts=tuple(texts), missing=_("No measure recorded yet"))
