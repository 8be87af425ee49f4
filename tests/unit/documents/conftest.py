"""A small document with every kind of block, in which hostile text may be planted."""

from datetime import UTC, datetime

import pytest

from gemeentedossier.documents.engine.blocks import (
    BulletList,
    Definition,
    DefinitionList,
    Document,
    Note,
    NoteKind,
    NumberedList,
    PageBreak,
    Paragraph,
    Section,
    Sentence,
    Table,
    emphasis,
    link,
    say,
    strong,
    term,
)
from gemeentedossier.documents.engine.provenance import ClauseOrigin, CriterionOrigin, LawOrigin, RecordOrigin

CLAUSE = ClauseOrigin(clause="a.introduction", version="3", label="Inleiding")
CRITERION = CriterionOrigin(rule="A-12", catalogue_version="2026.1", label="Doel is omschreven")
LAW = LawOrigin(law="AVG", article="artikel 30, lid 1", url="https://eur-lex.europa.eu/eli/reg/2016/679")
PURPOSE = RecordOrigin(
    record_kind="processing_activity",
    record_id="wmo-1",
    version=2,
    field="purpose",
    label="Wmo-voorzieningen",
    field_label="Doel",
    url="/zonnedael/register/wmo-1/versions/2",
)
BASIS = RecordOrigin(record_kind="processing_activity", record_id="wmo-1", version=2, field="legal_basis")


def plain(text: str) -> Sentence:
    return say(text, because=CLAUSE)


def everything(words: str = "Gewone woorden") -> Document:
    activity = Section(
        heading=say(f"Activiteit {words}", because=PURPOSE),
        anchor="activity-wmo-1",
        blocks=(
            DefinitionList(
                (
                    Definition(plain("Doel"), (say(words, because=(PURPOSE, CRITERION)),)),
                    Definition(plain("Grondslag"), (say("Artikel 2.3.1", because=(BASIS, LAW)),)),
                )
            ),
            Table(
                caption=say("Bewaartermijnen", because=LAW),
                header=((plain("Gegeven"),), (plain("Termijn"),)),
                rows=(((say(words, because=BASIS),), (plain("15 jaar"),)), ((plain("Rapport"),), ())),
                header_column=True,
            ),
            PageBreak(),
            Note(NoteKind.UNLAWFUL, (say("Er is geen grondslag.", because=(CRITERION, LAW)),)),
        ),
    )
    return Document(
        title=plain(f"Richtlijnen {words}"),
        subtitle=plain("Deel A"),
        language="nl",
        municipality=f"Zonnedael {words}",
        subject="Verantwoording",
        version="1.0",
        moment=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        keywords=("AVG", "register"),
        sections=(
            Section(
                heading=plain("Inleiding"),
                anchor="introduction",
                blocks=(
                    Paragraph((say("Dit is ", strong("sterk"), " en ", emphasis(words), ".", because=LAW),)),
                    Paragraph(
                        (
                            say("Een ", term("betrokkene"), " vraagt inzage.", because=LAW),
                            say("Lees ", link("de wet", "https://wetten.overheid.nl/"), ".", because=CLAUSE),
                        )
                    ),
                    BulletList(((plain("eerste punt"),), (plain(words),))),
                    NumberedList(((plain("stap een"),), (plain("stap twee"),))),
                    Note(NoteKind.ATTENTION, (plain("Let hierop."),)),
                    Note(NoteKind.INFO, (plain("Weet dit."),)),
                ),
            ),
            Section(heading=plain("Verwerkingen"), anchor="activities", children=(activity,)),
        ),
    )


@pytest.fixture(scope="session")
def document() -> Document:
    return everything()


HOSTILE = (
    '<script>alert(1)</script> </p> & "\' #eval("1") $x$ *b* _i_ `c` @ref <label> \\ // /* ]] [[ '
    "\U0001f600 \u4e2d \u0133 "
    "\x00\x1b\u202e " + "gegevens" * 40
)


@pytest.fixture(scope="session")
def hostile() -> Document:
    return everything(HOSTILE)
