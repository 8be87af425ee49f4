"""A document as plain text, for a letter that a person reads, mends and sends."""

from collections.abc import Iterator

from .blocks import Block, BulletList, Document, Note, sections_of, texts_of


def plain_text(document: Document) -> str:
    """Its sections with their headings, in paragraphs; what is to be filled in stands between square brackets."""
    parts = []
    for _, section in sections_of(document.sections):
        parts.append(section.heading.text)
        parts += [text for block in section.blocks for text in _block(block)]
    return "\n\n".join(parts)


def _block(block: Block) -> Iterator[str]:
    said = [" ".join(sentence.text for sentence in text) for text in texts_of(block)]
    if isinstance(block, BulletList):
        yield "\n".join(f"- {each}" for each in said)
    elif isinstance(block, Note):
        yield from (f"[{each}]" for each in said)
    else:
        yield from said
