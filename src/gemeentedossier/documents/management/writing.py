"""Files that are there whole or not at all."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


class CannotWrite(Exception):
    """The files cannot be written; the text says why and what to do."""


@dataclass(slots=True)
class Files:
    """Writes beside the final names and puts all files in their place at the end, or none."""

    folder: Path
    _waiting: list[tuple[Path, Path]] = field(default_factory=list)

    def prepare(self) -> None:
        """Make the folder; raises ``CannotWrite``."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise CannotWrite(_sentence(self.folder, error)) from error

    def add(self, name: str, content: bytes) -> None:
        """Keep one file ready; raises ``CannotWrite`` and leaves nothing behind."""
        waiting = self.folder / f".{name}.{os.getpid()}.part"
        self._waiting.append((waiting, self.folder / name))
        try:
            with open(waiting, "wb", opener=_private) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            self.discard()
            raise CannotWrite(_sentence(self.folder, error)) from error

    def finish(self) -> tuple[Path, ...]:
        """Put every file in its place and return their paths; raises ``CannotWrite``."""
        try:
            for waiting, name in self._waiting:
                waiting.replace(name)
        except OSError as error:
            self.discard()
            raise CannotWrite(_sentence(self.folder, error)) from error
        return tuple(name for _, name in self._waiting)

    def discard(self) -> None:
        """Remove what was not put in its place."""
        for waiting, _ in self._waiting:
            with suppress(OSError):
                waiting.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Beside files: from what they were made. Says nothing once one of them is gone."""

    path: Path
    text: str

    def stands(self) -> bool:
        """Whether the same was made here before, and all of it is still there."""
        try:
            kept, _, names = self.path.read_text(encoding="utf-8").partition("\n\n")
        except OSError:
            return False
        return kept == self.text and all((self.path.parent / name).is_file() for name in names.splitlines())

    def set(self, files: Sequence[Path]) -> None:
        """Say from what these files were made; raises ``CannotWrite``."""
        try:
            self.path.write_text("\n".join([self.text, "", *(file.name for file in files)]), encoding="utf-8")
        except OSError as error:
            raise CannotWrite(_sentence(self.path.parent, error)) from error


def _private(path: str, flags: int) -> int:
    """What a document says of people is for nobody else on the machine."""
    return os.open(path, flags, 0o600)


def _sentence(folder: Path, error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return (
        f"The folder “{folder}” cannot be written ({reason}); nothing was written. "
        "Make room, or choose another folder with --out."
    )
