"""Many people at once over loopback: each asks for the next page as soon as the last one came."""

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(slots=True)
class Answers:
    """What a crowd got: pages, bytes of each, the seconds that each took, and what went wrong in words."""

    seconds: float = 0.0
    sizes: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Pages a second."""
        return len(self.times) / self.seconds

    @property
    def size(self) -> int:
        """Bytes of a page, on average."""
        return sum(self.sizes) // max(1, len(self.sizes))

    def slowest(self, share: float) -> float:
        """The milliseconds within which this share of the pages came."""
        return sorted(self.times)[int(len(self.times) * share)] * 1000 if self.times else 0.0


def crowd(port: int, *, cookies: Sequence[str], pages: Sequence[str], seconds: float) -> Answers:
    """As many people as there are cookies, for so many seconds; those of one start at different pages."""
    found = Answers()

    async def all_of_them() -> None:
        start = time.perf_counter()
        people = [
            _person(port, cookie, itertools.cycle((*pages[number % len(pages) :], *pages[: number % len(pages)])),
                    until=start + seconds, found=found)
            for number, cookie in enumerate(cookies)
        ]  # fmt: skip
        await asyncio.gather(*people)
        found.seconds = time.perf_counter() - start

    asyncio.run(all_of_them())
    return found


async def _person(port: int, cookie: str, pages: "itertools.cycle[str]", *, until: float, found: Answers) -> None:
    streams: Streams | None = None
    for page in pages:
        if time.perf_counter() >= until:
            break
        begun = time.perf_counter()
        try:
            streams, status, size = await _asked(port, page, cookie, streams)
        except (OSError, EOFError, ValueError) as error:
            found.errors.append(f"{page}: {error!r}")
            streams = None
            continue
        if status == 200:
            found.times.append(time.perf_counter() - begun)
            found.sizes.append(size)
        else:
            found.errors.append(f"{page}: {status}")
    if streams:
        streams[1].close()


async def _asked(port: int, page: str, cookie: str, streams: Streams | None) -> tuple[Streams | None, int, int]:
    """The streams to go on with, the status and the bytes. A kept connection that was closed is opened anew, once."""
    if streams:
        try:
            return await _answer(streams, port, page, cookie)
        except (OSError, EOFError):
            streams[1].close()
    return await _answer(await asyncio.open_connection("127.0.0.1", port), port, page, cookie)


async def _answer(streams: Streams, port: int, page: str, cookie: str) -> tuple[Streams | None, int, int]:
    reader, writer = streams
    asked = f"GET {page} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: sessionid={cookie}\r\n\r\n"
    writer.write(asked.encode())
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
    told = dict(line.split(": ", 1) for line in lines if ": " in line)
    size = int(told["content-length"])
    await reader.readexactly(size)
    if told.get("connection") == "close":
        writer.close()
    return None if told.get("connection") == "close" else streams, int(first.split()[1]), size
