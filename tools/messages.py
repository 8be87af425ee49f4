"""Keeps the Dutch of every room complete.

    messages.py extract    finds the texts of each room and updates its django.po, keeping what is translated
    messages.py compile    writes django.mo beside each django.po that is newer
    messages.py check      fails for every text without Dutch, every fuzzy one, every one no longer used, and every
                           apostrophe that is not that of print

Needs Babel and Django, and no gettext programs.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract as extract_messages
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/gemeentedossier"
CATALOGUE = Path("locale/nl/LC_MESSAGES/django.po")
HEADER = (
    ("Language", "nl"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
)
KEYWORDS = {
    name: shape
    for stem, shape in (
        ("gettext", None),
        ("gettext_noop", None),
        ("ngettext", (1, 2)),
        ("pgettext", ((1, "c"), 2)),
        ("npgettext", ((1, "c"), 2, 3)),
    )
    for name in (stem, f"{stem}_lazy")
} | {"_": None}

STRAIGHT = re.compile(r"[^\W\d_]'[^\W\d_]")

Key = tuple[str, str]


def main() -> int:
    options = argparse.ArgumentParser(description="Keeps the Dutch of every room complete.")
    options.add_argument("verb", choices=["extract", "compile", "check"])
    options.add_argument("--source", type=Path, default=SOURCE, help="the folder that holds the rooms")
    chosen = options.parse_args()
    rooms = list(_rooms(chosen.source))
    if chosen.verb == "compile":
        return _compile(rooms)
    _set_up_django()
    return _extract(rooms) if chosen.verb == "extract" else _check(rooms)


def _set_up_django() -> None:
    # Only the template language is needed, and it wants settings: the product's own need a database.
    from django.conf import settings

    settings.configure(USE_I18N=False)


def _rooms(source: Path) -> Iterator[Path]:
    """Every folder that is a Django app of its own, and the one that speaks before Django is there."""
    for sign in sorted([*source.rglob("apps.py"), *source.glob("*/sentences.py")]):
        yield sign.parent


def _extract(rooms: list[Path]) -> int:
    for room in rooms:
        found = _texts_of(room, rooms=rooms)
        target = room / CATALOGUE
        if not len(found) and not target.exists():
            continue
        kept = _read(target)
        kept.update(found, no_fuzzy_matching=True)
        for message in kept:
            message.locations = [(path, 0) for path in sorted({path for path, _ in message.locations})]
        _write(kept, target)
    return 0


def _texts_of(room: Path, *, rooms: list[Path]) -> Catalog:
    """The texts of this room, without those of the rooms inside it; each with its file and line."""
    catalogue = _empty()
    inner = [other for other in rooms if other != room and other.is_relative_to(room)]
    for path in sorted([*room.rglob("*.py"), *room.rglob("templates/**/*.*")]):
        if "migrations" in path.parts or any(path.is_relative_to(other) for other in inner):
            continue
        for line, text, comments, context in _texts_in(path):
            where = [(path.relative_to(room).as_posix(), line)]
            catalogue.add(text, locations=where, auto_comments=comments, context=context)
    return catalogue


def _texts_in(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        from django.utils.translation.template import templatize

        # The blanked-out rest keeps the indents of the markup, which Babel's reader would take for Python's.
        text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
    yield from extract_messages("python", BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=("Translators:",))


def _check(rooms: list[Path]) -> int:
    faults = [fault for room in rooms for fault in _faults_of(room, rooms=rooms)]
    for fault in faults:
        print(fault)
    print(f"messages: {len(faults)} faults in {len(rooms)} rooms" if faults else "messages: the Dutch is complete")
    return 1 if faults else 0


def _faults_of(room: Path, *, rooms: list[Path]) -> Iterator[str]:
    dutch = _read(room / CATALOGUE)
    translated = {_key(message): message for message in dutch if message.id}
    found = {_key(message): message for message in _texts_of(room, rooms=rooms) if message.id}
    for key, message in found.items():
        for path, line in message.locations:
            if fault := _fault(translated.get(key)):
                yield f"{room / path}:{line}: {fault}: {key[1]!r}"
    for key in [*(translated.keys() - found.keys()), *map(_key, dutch.obsolete.values())]:
        yield f"{room / CATALOGUE}:1: no longer used, take it out: {key[1]!r}"


def _fault(message: Message | None) -> str:
    if message is None:
        return "not in django.po, run `messages.py extract`"
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if not all(texts):
        return "has no Dutch"
    if any(map(STRAIGHT.search, texts)):
        return "its Dutch has a straight apostrophe inside a word, where print has ’"
    return "its Dutch is marked fuzzy" if message.fuzzy else ""


def _key(message: Message) -> Key:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", text


def _compile(rooms: list[Path]) -> int:
    for source in (room / CATALOGUE for room in rooms):
        target = source.with_suffix(".mo")
        if source.exists() and (not target.exists() or target.stat().st_mtime <= source.stat().st_mtime):
            fresh = target.with_suffix(".mo.part")
            with fresh.open("wb") as file:
                write_mo(file, _read(source))
            os.replace(fresh, target)
    return 0


def _empty() -> Catalog:
    return Catalog(locale="nl", charset="utf-8", fuzzy=False)


def _read(path: Path) -> Catalog:
    """The catalogue of a room; an empty one when it has none."""
    if not path.exists():
        return _empty()
    with path.open("rb") as file:
        return read_po(file, locale="nl", charset="utf-8")


def _write(catalogue: Catalog, path: Path) -> None:
    text = BytesIO()
    write_po(text, catalogue, width=100, omit_header=True, sort_output=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = "".join(f'"{name}: {value}\\n"\n' for name, value in HEADER)
    path.write_text(f'msgid ""\nmsgstr ""\n{fields}\n{text.getvalue().decode()}', encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
