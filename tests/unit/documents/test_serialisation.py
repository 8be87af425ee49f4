from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gemeentedossier.documents.engine import blocks, provenance
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.serialisation import UnreadableDocumentError, from_json, to_json

words = st.text(min_size=1, max_size=12).filter(lambda text: bool(blocks.printable(text).strip()))
maybe = st.text(max_size=6)
url = st.sampled_from(["", "https://example.org/a?b=1", "/zonnedael/register/1"])
origins = st.one_of(
    st.builds(provenance.CriterionOrigin, rule=words, catalogue_version=words, label=maybe, url=url),
    st.builds(
        provenance.RecordOrigin,
        record_kind=words,
        record_id=words,
        version=st.integers(1, 9),
        field=words,
        label=maybe,
        field_label=maybe,
        url=url,
    ),
    st.builds(provenance.LawOrigin, law=words, article=words, label=maybe, url=url),
    st.builds(provenance.ClauseOrigin, clause=words, version=words, label=maybe, url=url),
)
runs = st.one_of(
    st.builds(blocks.Run, words),
    st.builds(blocks.strong, words),
    st.builds(blocks.emphasis, words),
    st.builds(blocks.term, words),
    st.builds(blocks.link, words, st.just("https://example.org/")),
)
sentences = st.builds(
    blocks.Sentence,
    st.lists(runs, min_size=1, max_size=3).map(tuple),
    st.builds(provenance.Provenance, st.lists(origins, min_size=1, max_size=2).map(tuple)),
    maybe,
)
texts = st.lists(sentences, min_size=1, max_size=2).map(tuple)
items = st.lists(texts, min_size=1, max_size=2).map(tuple)
tables = st.builds(
    blocks.Table,
    caption=sentences,
    header=st.tuples(texts, texts),
    rows=st.lists(st.tuples(texts, st.just(())), max_size=2).map(tuple),
    header_column=st.booleans(),
)
definitions = st.builds(blocks.DefinitionList, st.tuples(st.builds(blocks.Definition, sentences, texts)))
any_block = st.one_of(
    st.builds(blocks.Paragraph, texts),
    st.builds(blocks.BulletList, items),
    st.builds(blocks.NumberedList, items),
    st.builds(blocks.Note, st.sampled_from(blocks.NoteKind), texts),
    st.just(blocks.PageBreak()),
    tables,
    definitions,
)
inner = st.builds(
    blocks.Section,
    heading=sentences,
    anchor=st.just("inner"),
    blocks=st.lists(any_block, max_size=2).map(tuple),
)
sections = st.builds(
    blocks.Section,
    heading=sentences,
    anchor=st.just("outer"),
    blocks=st.lists(any_block, max_size=3).map(tuple),
    children=st.one_of(st.just(()), st.tuples(inner)),
)
documents = st.builds(
    Document,
    title=sentences,
    subtitle=st.one_of(st.none(), sentences),
    language=st.sampled_from(["nl", "en"]),
    municipality=words,
    subject=maybe,
    version=words,
    moment=st.datetimes(timezones=st.just(UTC)),
    keywords=st.lists(maybe, max_size=2).map(tuple),
    sections=st.one_of(st.just(()), st.tuples(sections)),
)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_document_comes_back_from_json_as_it_was(document: Document) -> None:
    assert from_json(to_json(document)) == document


def test_the_same_document_gives_the_same_json(document: Document) -> None:
    assert to_json(from_json(to_json(document))) == to_json(document)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "This is no JSON"),
        ("[]", "stands where an object belongs"),
        ('{"schema":"iets anders"}', "no document in the form gemeentedossier-document/1"),
        (
            '{"schema":"gemeentedossier-document/1","origins":[{"kind":"rumour"}]}',
            "Origin 'rumour' is unknown",
        ),
        ('{"schema":"gemeentedossier-document/1","origins":[]}', "damaged: 'subtitle'"),
    ],
)
def test_a_damaged_file_says_what_is_wrong(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=sentence):
        from_json(text)


def test_a_sentence_that_lost_its_origins_is_not_read_back(document: Document) -> None:
    broken = to_json(document).replace('"because":[0]', '"because":[]', 1)
    with pytest.raises(UnreadableDocumentError, match="A provenance without origins"):
        from_json(broken)
