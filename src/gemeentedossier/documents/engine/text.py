"""Characters that may stand in a document, whatever was typed or imported."""

import re
import unicodedata

# Not allowed in XML 1.0 (and so in DOCX, ODT and XHTML), or able to turn the reading order round unseen.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufff9-\ufffb\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ufff9-\uffff\ud800-\udfff]")


def printable(text: str) -> str:
    """The text in composed form (NFC), without control characters; line breaks and tabs become a space."""
    if text.isascii() and text.isprintable():
        return text
    if _SPECIAL.search(text):
        text = _SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", _BREAKS.sub(" ", text)))
    return unicodedata.normalize("NFC", text)


def web_address(address: str, *, where: str) -> str:
    """The address itself, when it can only lead to a page, a mailbox or a place in this document.

    Raises ``ValueError`` for every other scheme: ``javascript:`` in a document is an attack.
    """
    if re.fullmatch(r"(https?://|mailto:|/(?!/)|#)[^\s<>\"\\^`{|}\x00-\x20]*", address):
        return address
    raise ValueError(
        f"{where}: the address {address[:80]!r} is not a web address; begin it with https://, http://, mailto:, / or #."
    )
