"""What happened to an activity, and its adopted versions, as timelines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.edition_words import edition_words
from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Change, Entry, Link
from gemeentedossier.desk.presenters.activity.differences import column_label, differences, part_name, worded
from gemeentedossier.desk.presenters.activity.page import Sight
from gemeentedossier.desk.presenters.activity.wording import Words, day
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity, AdoptedVersion
from gemeentedossier.dossier.register.queries.history import Happening, RowChange
from gemeentedossier.foundation.addresses import reverse


def timeline_of(happenings: Iterable[Happening], sight: Sight) -> tuple[Entry, ...]:
    """Each verb with who, when, why and which fields differ, and the way to the record of that moment."""
    moment_url = reverse("desk:moment", args=[sight.slug])

    def look(happening: Happening) -> Action:
        return Action(
            label=_("The record at this moment"),
            url=moment_url,
            weight=Weight.SUBTLE,
            posts=True,
            name="moment",
            value=happening.numbered_at.isoformat(),
            next_url=sight.url,
        )

    return tuple(
        Entry(
            at=each.numbered_at,
            title=verb_words(each.verb),
            by=each.by or _("the program"),
            reason=each.reason,
            note=ledger_place(each.numbers),
            link=_case_of(each, sight.slug),
            changes=tuple(_changes(each, sight.words)),
            action=look(each),
        )
        for each in happenings
    )


def _case_of(happening: Happening, slug: str) -> Link | None:
    """The page of all that was changed with it; None where it stands alone."""
    if not happening.case:
        return None
    return Link(label=_("All that was changed with it"), url=reverse("desk:register-made", args=[slug, happening.case]))


def ledger_place(numbers: tuple[int, ...]) -> str:
    """Which entries of the ledger hold it, as one types them to prove one; empty while the ledger has none yet."""
    if not numbers:
        return ""
    first, last, count = numbers[0], numbers[-1], len(numbers)
    told = {"first": first, "last": last, "count": count}
    if count == 1:
        return _("Entry %(first)s of the ledger") % told
    if last - first == count - 1:
        return _("Entries %(first)s to %(last)s of the ledger") % told
    return _("%(count)s entries of the ledger, between %(first)s and %(last)s") % told


def verb_words(verb: str) -> str:
    """What was done, in words; that it was changed where the verb has none of its own."""
    words = {
        "register.create_activity": _("Record begun"),
        "register.edit_activity": _("Record edited"),
        "register.edit_many": _("Changed together with other records"),
        "register.undo_many": _("Change of several records undone"),
        "register.confirm_activity": _("Record confirmed"),
        "register.undo_confirmation": _("Confirmation undone"),
        "register.tell_change": _("Told by its owner that something changed"),
        "register.submit_activity": _("Submitted for adoption"),
        "register.write_note": _("Remark made in the review"),
        "register.answer_note": _("Remark of the review answered"),
        "register.settle_note": _("Remark of the review settled"),
        "register.return_activity": _("Sent back"),
        "register.adopt_activity": _("Record adopted"),
        "register.publish_activity": _("Record published"),
        "register.withdraw_publication": _("Publication withdrawn"),
        "register.delete_activity": _("Record deleted"),
        "exchange.import_register": _("Imported from a file"),
        "exchange.import_systems": _("Taken over from a list"),
        "exchange.import_parties": _("Taken over from a list"),
        "exchange.import_sub_processors": _("Taken over from a list"),
        "exchange.undo_import": _("Import undone"),
        "exchange.load_dossier": _("Dossier loaded"),
        "method.hand_over": _("Handed over to another accountable person"),
        "method.hand_back": _("Handed back to who was accountable before"),
    }
    return words.get(verb) or _("Record changed")


def _changes(happening: Happening, words: Words) -> Iterator[Change]:
    for change in happening.changes:
        yield from _columns(change, words)


def _columns(change: RowChange, words: Words) -> Iterator[Change]:
    model = change.model
    prefix = "" if model is models.Activity else f"{part_name(model)}: "
    for column in change.columns:
        before = worded(model, column, change.before.get(column), words)
        after = worded(model, column, change.after.get(column), words)
        if before != after:
            yield Change(label=f"{prefix}{column_label(model, column)}", before=before, after=after)
    if (
        change.kind == "insert"
        and model is not models.Activity
        and not any(change.after.get(c) for c in change.columns)
    ):
        yield Change(label=part_name(model), after=_("added, still empty"))


def versions_shown(sight: Sight, entries_of: Mapping[UUID, int]) -> tuple[Entry, ...]:
    """The adopted versions, newest first, each with its permanent address, its proof and what it changed.

    ``entries_of`` says which entry of the ledger holds each; nothing for who may not read the ledger.
    """
    versions = sorted((v for v in sight.dossier.versions if v.activity_id == sight.activity.id), key=lambda v: v.number)
    changed = [(), *(differences(a.content, b.content, sight.words) for a, b in pairwise(versions))]
    entries = (_version(v, c, sight, entries_of.get(v.id)) for v, c in zip(versions, changed, strict=False))
    return tuple(entries)[::-1]


def changed_since_version(sight: Sight) -> tuple[Change, ...]:
    """Where the record as it reads now differs from the last adopted version; nothing where none was."""
    versions = [v for v in sight.dossier.versions if v.activity_id == sight.activity.id]
    if not versions:
        return ()
    last = max(versions, key=lambda version: version.number)
    return differences(_in_the_state_of(sight.activity, last.content), sight.activity, sight.words)


def _in_the_state_of(activity: Activity, content: Activity) -> Activity:
    """The content as if it went the steps that the record went since: publishing changes no word of it."""
    return replace(content, record_state=activity.record_state)


def _version(version: AdoptedVersion, changes: tuple[Change, ...], sight: Sight, number: int | None) -> Entry:
    published = _("Published on %(day)s.") % {"day": day(version.published_at.date())} if version.published_at else ""
    if version.withdrawn_at:
        known = {"day": day(version.withdrawn_at.date()), "reason": f"{version.withdrawn_because.rstrip('.')}."}
        published = " ".join((published, _("Publication withdrawn on %(day)s: %(reason)s") % known))
    edition = edition_words(version.catalogue_version, sight.words.language)
    told = _("Judged by law and method, %(edition)s.") % {"edition": edition}
    return Entry(
        at=version.adopted_at,
        title=_("Version %(number)s") % {"number": version.number},
        by=sight.words.names.get(version.adopted_by_id, ""),
        reason=" ".join(filter(None, (version.reason, published, told))),
        changes=changes,
        note=ledger_place((number,) if number else ()),
        action=_proof(number, sight) if number else None,
        link=Link(label=_("Permanent address"), url=version_url(sight, version.number)),
    )


def _proof(number: int, sight: Sight) -> Action:
    url = f"{reverse('desk:ledger-proof', args=[sight.slug])}?number={number}"
    return Action(label=_("Prove in the ledger"), url=url, weight=Weight.SUBTLE)


def version_url(sight: Sight, number: int) -> str:
    """Where the version stands for ever; the public reading room shows it."""
    return f"/{sight.slug}/register/{sight.activity.id}/versions/{number}"
