"""An address as a picture for a camera."""

import segno
from django.utils.safestring import SafeString, mark_safe


def picture_of(address: str, *, title: str) -> SafeString:
    """The address as a QR code: plain shapes, without script or style; ``title`` says what it is for."""
    drawn = segno.make(address, error="m")
    svg = drawn.svg_inline(omitsize=True, dark="#000", light="#fff", title=title)
    return mark_safe(svg)  # noqa: S308 - drawn from an address of our own, in which the title alone is text
