"""Chapter 4: the legal bases that are used, by point of Article 6 and by statute."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gemeentedossier.documents.engine.blocks import Block, BulletList, Paragraph, Section, Table, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.dossier.register.facts import Activity, LegalBasis, Purpose


@dataclass(frozen=True, slots=True)
class Use:
    """A legal basis where it is used."""

    activity: Activity
    purpose: Purpose
    basis: LegalBasis


def legal_bases(desk: Desk) -> Section:
    """The bases that are used, each with its provisions; what lacks one; and the bases that are not used."""
    uses = [Use(each, purpose, basis) for each in desk.activities for purpose in each.purposes
            for basis in purpose.legal_bases]  # fmt: skip
    blocks: list[Block] = [desk.w.paragraph("a.bases.intro")]
    if not uses:
        blocks.append(desk.w.paragraph("a.bases.none", *desk.w.origins.organisation("activities")))
    else:
        blocks.extend(_unused(desk, uses))
    children = [
        desk.section(f"a.bases.heading-{point.value}", f"basis-{point.value}", _point(desk, point, found))
        for point in Article6
        if (found := [use for use in uses if use.basis.article_6 is point])
    ]
    return desk.section("a.bases.heading", "legal-bases", blocks, [*children, *_lacking(desk, uses)])


def _unused(desk: Desk, uses: list[Use]) -> Iterator[Paragraph]:
    w = desk.w
    unused = [point for point in Article6 if all(use.basis.article_6 is not point for use in uses)]
    if unused:
        names = [w.word(f"article6.{point.value}") for point in unused]
        because = [origin for use in uses for origin in _row(desk, use, "article_6")]
        yield w.paragraph("a.bases.unused", *because, bases=w.listed(names))


def _row(desk: Desk, use: Use, field: str) -> tuple[Origin, ...]:
    return desk.w.origins.row(use.activity, "legal_bases", use.basis, field)


def _activities(uses: list[Use]) -> tuple[Activity, ...]:
    return tuple(dict.fromkeys(use.activity for use in uses))


def _point(desk: Desk, point: Article6, uses: list[Use]) -> Iterator[Block]:
    because = [origin for use in uses for origin in _row(desk, use, "article_6")]
    names = desk.fields(_activities(uses), "name")
    yield desk.w.paragraph(f"a.bases.{point.value}", *names, *because, activities=desk.names(_activities(uses)))
    yield from _provisions(desk, uses)
    uncited = [use for use in uses if not use.basis.provision_id and not use.basis.provision_text.strip()]
    if uncited:
        origins = [origin for use in uncited for origin in _row(desk, use, "provision_id")]
        yield desk.w.paragraph("a.bases.uncited", *origins, activities=desk.names(_activities(uncited)))


def _provisions(desk: Desk, uses: list[Use]) -> Iterator[Table]:
    known: dict[str, list[Use]] = defaultdict(list)
    own: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if use.basis.provision_id in desk.w.catalogue.legal_bases:
            known[use.basis.provision_id].append(use)
        elif use.basis.provision_text.strip():
            own[use.basis.provision_text.strip()].append(use)
    rows = [_known(desk, each, known[each]) for each in sorted(known, key=lambda each: _place(desk, each))]
    rows += [_own(desk, words, found) for words, found in own.items()]
    if rows:
        yield desk.w.table("a.bases.caption", ("column.provision", "column.about", "column.used-by"), rows)


def _place(desk: Desk, provision_id: str) -> tuple[str, list[tuple[int, str]]]:
    provision = desk.w.catalogue.legal_bases[provision_id]
    parts = f"{provision.article}.{provision.paragraph or ''}".split(".")
    return provision.statute, [(int(part) if part.isdigit() else 0, part) for part in parts]


def _known(desk: Desk, provision_id: str, uses: list[Use]) -> tuple[Text, ...]:
    w = desk.w
    provision = w.catalogue.legal_bases[provision_id]
    law = w.origins.provision(provision)
    cited = w.value(describing.citation(w, provision), because=(law,), slot="provision")
    about = w.value(provision.summary.in_language(w.language), because=(law,), slot="about")
    return cited, about + describing.standing(w, provision), _used(desk, uses, "provision_id")


def _own(desk: Desk, words: str, uses: list[Use]) -> tuple[Text, ...]:
    because = [origin for use in uses for origin in _row(desk, use, "provision_text")]
    said = desk.w.say("provision.own-words", *because, words=quoted(words))
    return said, (), _used(desk, uses, "provision_text")


def _used(desk: Desk, uses: list[Use], field: str) -> Text:
    because = [origin for use in uses for origin in _row(desk, use, field)]
    return desk.w.value(desk.names(_activities(uses)), because=because, slot="used")


def _lacking(desk: Desk, uses: list[Use]) -> Iterator[Section]:
    w = desk.w
    unchosen = [use for use in uses if use.basis.article_6 is None]
    if unchosen:
        because = [origin for use in unchosen for origin in _row(desk, use, "article_6")]
        said = w.paragraph("a.bases.unchosen", *because, activities=desk.names(_activities(unchosen)))
        yield desk.section("a.bases.unchosen.heading", "basis-unchosen", [said, *_provisions(desk, unchosen)])
    items = [_without(desk, each, purpose) for each in desk.activities for purpose in each.purposes
             if not purpose.legal_bases]  # fmt: skip
    blocks: list[Block] = [BulletList(tuple(items))] if items else []
    blocks += desk.about("a.bases.missing-purpose", desk.where(lambda each: not each.purposes), "purposes")
    if blocks:
        yield desk.section("a.bases.missing.heading", "basis-missing", blocks)


def _without(desk: Desk, activity: Activity, purpose: Purpose) -> Text:
    because = desk.w.origins.row(activity, "purposes", purpose, "text", "legal_bases")
    name = desk.w.origins.field(activity, "name")
    return desk.w.say("a.bases.missing", *name, *because, activity=activity.name, purpose=quoted(purpose.text))
