"""Chapters 6 and 7: informing people, and their rights."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, BulletList, Paragraph, Run, Section, Text, link
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity

_WITH_CONDITION = frozenset(DataSubjectRight) - {DataSubjectRight.ACCESS, DataSubjectRight.RECTIFICATION}


def informing(desk: Desk) -> Section:
    """How people are informed, where that is waived, and where nothing is recorded."""
    return desk.section("a.inform.heading", "informing", _informing(desk))


def _informing(desk: Desk) -> Iterator[Block]:
    yield desk.w.paragraph("a.inform.intro")
    items = [item for each in desk.activities for item in _way(desk, each)]
    if items:
        yield BulletList(tuple(items))
    silent = desk.where(lambda each: not each.account.information_method.strip() and not _waived(each))
    field = "characteristics.information_given"
    for clause, given in (("given", True), ("not-given", False), ("unknown", None)):
        chosen = [each for each in silent if each.characteristics.information_given is given]
        yield from desk.about(f"a.inform.{clause}", chosen, field, "account.information_method")


def _waived(activity: Activity) -> bool:
    return activity.characteristics.information_waived is True


def _way(desk: Desk, activity: Activity) -> Iterator[Text]:
    w, account = desk.w, activity.account
    method, moment = w.origins.field(activity, "account.information_method", "account.information_moment")
    if account.information_method.strip():
        said = w.say("a.inform.method", method, activity=activity.name, words=quoted(account.information_method))
        if account.information_moment.strip():
            said += w.say("a.inform.moment", moment, words=quoted(account.information_moment))
        yield said
    if _waived(activity):
        fields = ("characteristics.information_waived", "account.information_waiver_reason")
        because = w.origins.field(activity, *fields)
        reason = account.information_waiver_reason.strip()
        if reason:
            yield w.say("a.inform.waived", *because, activity=activity.name, words=quoted(reason))
        else:
            yield w.say("a.inform.waived-unreasoned", *because, activity=activity.name)


def rights(desk: Desk) -> Section:
    """The rights, when they apply, where to exercise them, and which ones people are told of."""
    return desk.section("a.rights.heading", "rights", _rights(desk))


def _rights(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("a.rights.intro")
    yield Paragraph(_doors(desk))
    rows = [_right(desk, each) for each in DataSubjectRight]
    yield w.table("a.rights.caption", ("column.right", "column.meaning", "column.when"), rows)
    items = [_offered(desk, each) for each in desk.activities if each.rights_offered is not None]
    if items:
        yield BulletList(tuple(items))
    yield from desk.about("a.rights.unknown", desk.where(lambda each: each.rights_offered is None), "rights_offered")


def _doors(desk: Desk) -> Text:
    w, recorded = desk.w, desk.w.dossier.organisation
    page, contact, complaint = w.origins.organisation("rights_page", "contact_point", "complaint_page")
    found = (("page", page, recorded.rights_page), ("contact", contact, recorded.contact_point),
             ("complaint", complaint, recorded.complaint_page))  # fmt: skip
    said: Text = ()
    for door, origin, where in found:
        said += (
            w.say(f"a.rights.{door}", origin, where=address(where)) if where else w.say(f"a.rights.no-{door}", origin)
        )
    return said


def address(text: str) -> Run:
    """A web address as a link, anything else as it stands."""
    try:
        return link(text, text)
    except ValueError:
        return Run(text)


def _right(desk: Desk, right: DataSubjectRight) -> tuple[Text, ...]:
    w = desk.w
    when = right.value if right in _WITH_CONDITION else "always"
    return (
        w.said(w.word(f"right.{right.value}"), *w.say(f"a.right.{right.value}")[0].provenance.origins),
        w.say(f"a.right.{right.value}"),
        w.say(f"a.right.when.{when}"),
    )


def _offered(desk: Desk, activity: Activity) -> Text:
    w, offered = desk.w, activity.rights_offered or ()
    because = w.origins.field(activity, "name", "rights_offered")
    if not offered:
        return w.say("a.rights.offered-none", *because, activity=activity.name)
    names = w.listed(w.word(f"right.{each.value}") for each in offered)
    return w.say("a.rights.offered", *because, activity=activity.name, rights=names)
