"""The documents of 100 activities in all four formats, against WeasyPrint alone for the same PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from benchmarks.figures import Figure
from benchmarks.invented import invented_dossier
from benchmarks.municipalities import loaded
from benchmarks.reported import with_assessment
from benchmarks.timing import memory_now, seconds, timed
from benchmarks.weasyprint_beside import Absent, weasyprint_writer
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material, compose
from gemeentedossier.documents.engine.composition.impact_assessment import compose_assessment
from gemeentedossier.documents.engine.rendering import Format, render, render_all
from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.documents.queries import material_of
from gemeentedossier.foundation.tenancy import municipality_scope

SIZE, FEW, RENDERS = 100, 5, 20
REPORT = 3.0
"""Seconds that a report of forty pages may take."""


def figures(*, quick: bool) -> Iterator[Figure]:
    """Part A and the register extract, composed once and written in every format."""
    material = _material(SIZE)
    documents, composing = timed(lambda: _composed(material))
    yield Figure("compose part A and the register extract", composing, "s")
    list(render_all(documents[:1], tuple(Format)))
    for form in Format:
        took = sum(seconds(partial(render, each, form)) for each in documents)
        yield Figure(f"  both as {form.value.upper()} alone", took, "s")
    together = seconds(lambda: list(render_all(documents, tuple(Format))))
    yield _report(material)
    # Before WeasyPrint comes into this process and takes the better part of a GiB with it.
    yield _growth(_composed(_material(FEW)), renders=4 if quick else RENDERS)
    yield _against_weasyprint(documents, together)


def _material(activities: int) -> Material:
    municipality = loaded(invented_dossier(activities, current_catalogue()))
    with municipality_scope(municipality.id):
        return material_of(municipality)


def _composed(material: Material) -> list[Document]:
    return [compose(kind, material, language="nl") for kind in DocumentKind]


def _against_weasyprint(documents: Sequence[Document], together: float) -> Figure:
    what = "both in all four formats"
    try:
        write = weasyprint_writer()
    except Absent as error:
        return Figure(what, together, "s", note=f"WeasyPrint not measured: {error}")
    alone = seconds(lambda: [write(each) for each in documents])
    note = f"WeasyPrint, PDF alone: {alone:.1f} s"
    return Figure(what, together, "s", limit=alone, beside="WeasyPrint", ratio=together / alone, note=note)


def _report(material: Material) -> Figure:
    """The report of one impact assessment of about forty pages, composed and written in every format."""
    whole = replace(material, dossier=with_assessment(material.dossier, material.catalogue), assessment=None)
    found = whole.dossier.impact_assessments[0]
    took = seconds(lambda: list(render_all([compose_assessment(whole, found)], tuple(Format))))
    return Figure("a report of an impact assessment of 40 pages in all four formats", took, "s", limit=REPORT)


def _growth(documents: Sequence[Document], *, renders: int) -> Figure:
    """Between the third render and the last: the first ones fill caches, and the large documents went before."""
    held = []
    for _ in range(renders):
        list(render_all(documents, tuple(Format)))
        held.append(memory_now())
    grown = held[-1] - held[2]
    note = f"{held[2]:.0f} MiB after 3, {held[-1]:.0f} MiB after {renders}"
    return Figure(f"growth of the server process over {renders} renders", grown, "MiB", note=note)
