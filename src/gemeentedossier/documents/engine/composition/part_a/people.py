"""Chapters 6 and 7: informing people, and their rights."""

from collections.abc import Iterator, Sequence

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
    items = [*_ways(desk), *_waivers(desk)]
    if items:
        yield BulletList(tuple(items))
    silent = desk.where(lambda each: not each.account.information_method.strip() and not _waived(each))
    field = "characteristics.information_given"
    for clause, given in (("given", True), ("not-given", False), ("unknown", None)):
        chosen = [each for each in silent if each.characteristics.information_given is given]
        yield from desk.about(f"a.inform.{clause}", chosen, field, "account.information_method")


def _waived(activity: Activity) -> bool:
    return activity.characteristics.information_waived is True


def _ways(desk: Desk) -> Iterator[Text]:
    """Each way and moment once, with all activities that inform so."""
    w = desk.w
    for (words, moment), those in desk.alike(_way):
        because = desk.fields(those, "account.information_method")
        said = w.say("a.inform.method", *because, activity=desk.names(those), words=quoted(words))
        if moment:
            said += w.say("a.inform.moment", *desk.fields(those, "account.information_moment"), words=quoted(moment))
        yield said


def _way(activity: Activity) -> tuple[str, str] | None:
    method = activity.account.information_method.strip()
    return (method, activity.account.information_moment.strip()) if method else None


def _waivers(desk: Desk) -> Iterator[Text]:
    fields = ("characteristics.information_waived", "account.information_waiver_reason")
    for reason, those in desk.alike(_waiver):
        because, names = desk.fields(those, *fields), desk.names(those)
        if reason:
            yield desk.w.say("a.inform.waived", *because, activity=names, words=quoted(reason))
        else:
            yield desk.w.say("a.inform.waived-unreasoned", *because, activity=names)


def _waiver(activity: Activity) -> str | None:
    return activity.account.information_waiver_reason.strip() if _waived(activity) else None


def rights(desk: Desk) -> Section:
    """The rights, when they apply, where to exercise them, and which ones people are told of."""
    return desk.section("a.rights.heading", "rights", _rights(desk))


def _rights(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("a.rights.intro")
    yield Paragraph(_doors(desk))
    rows = [_right(desk, each) for each in DataSubjectRight]
    yield w.table("a.rights.caption", ("column.right", "column.meaning", "column.when"), rows)
    items = [_offered(desk, rights, those) for rights, those in desk.alike(lambda each: each.rights_offered)]
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


def _offered(desk: Desk, offered: tuple[DataSubjectRight, ...], those: Sequence[Activity]) -> Text:
    w, names = desk.w, desk.names(those)
    because = desk.fields(those, "name", "rights_offered")
    if not offered:
        return w.say("a.rights.offered-none", *because, activity=names)
    rights = w.listed(w.word(f"right.{each.value}") for each in offered)
    return w.say("a.rights.offered", *because, activity=names, rights=rights)
