"""What a journey asks of the hands: clicks, fields and characters, counted in the browser while it is walked.

Seconds of the hands follow from the keystroke-level model of Card, Moran and Newell (1980): they are those of somebody
who knows the way and makes no mistake. Reading, deciding and looking things up are not in it.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response

TABLE = Path(__file__).parents[2] / "docs" / "journeys.md"
WRITES = "GEMEENTEDOSSIER_WRITE_JOURNEYS"
"""Set to write the counts of a walk into the table in place of comparing them with it."""
MENTAL, POINTING, KEY, HOMING = 1.35, 1.10, 0.28, 0.40
"""Seconds to make ready, to point, for a key of a typist of 40 words a minute, and for a hand that changes tools."""

COUNTING = """() => {
    const held = new WeakMap()
    addEventListener('click', (event) => {
        // a key in a form makes a click without a place on the screen, and a label makes a second one in its field
        if (event.isTrusted && (event.clientX || event.clientY)) window.gdEffort('click', '', '')
    }, true)
    addEventListener('input', (event) => {
        const { target } = event
        if (target.matches('select, input[type=checkbox], input[type=radio], input[type=file]')) return
        const before = held.has(target) ? held.get(target) : target.defaultValue
        held.set(target, target.value)
        if (target.value && target.value !== before) window.gdEffort('typed', target.name, target.value)
    }, true)
    addEventListener('change', (event) => {
        if (event.target.matches('select')) window.gdEffort('chosen', event.target.name, event.target.value)
    }, true)
}"""


@dataclass(slots=True)
class Effort:
    """The counts of one journey; `asked` are the texts that were typed, by the name of their field."""

    clicks: int = 0
    chosen: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)
    server: float = 0.0

    @property
    def characters(self) -> int:
        """How many characters were typed."""
        return sum(len(text) for _name, text in self.asked)

    @property
    def asked_again(self) -> list[str]:
        """Fields in which something was typed that was already typed in another; a day and a number are no text."""
        seen: dict[str, str] = {}
        again = []
        for name, text in self.asked:
            if sum(each.isalpha() for each in text) < 3:
                continue
            if seen.setdefault(text.casefold(), name) != name:
                again.append(name)
        return again

    @property
    def seconds(self) -> int:
        """How long the hands take, in whole seconds."""
        pointed = self.clicks * (MENTAL + POINTING + KEY)
        picked = self.chosen * 2 * (MENTAL + POINTING + KEY)
        typed = len(self.asked) * (MENTAL + POINTING + KEY + 2 * HOMING) + self.characters * KEY
        return round(pointed + picked + typed)

    @property
    def counts(self) -> str:
        """The counts as they stand in the table; the time of a server is of one day and machine, and not among them."""
        minutes, seconds = divmod(self.seconds, 60)
        return f"{self.clicks} | {self.chosen} | {len(self.asked)} | {self.characters} | {minutes}:{seconds:02}"


class Counted:
    """Counts what is done in a window from here on. An address that is opened counts as a click on what leads there."""

    def __init__(self, page: Page) -> None:
        self.effort, self._page, self._counts = Effort(), page, True
        page.context.expose_binding("gdEffort", self._happened)
        page.context.add_init_script(f"({COUNTING})()")
        page.on("response", self._answered)
        self._count_opening(page)

    def stop(self) -> Effort:
        """Count no further."""
        self._counts = False
        return self.effort

    def _happened(self, _source: Any, what: str, name: str, value: str) -> None:
        if not self._counts:
            return
        if what == "click":
            self.effort.clicks += 1
        elif what == "chosen":
            self.effort.chosen += 1
        else:
            self.effort.asked.append((name, value))

    def _answered(self, answer: Response) -> None:
        if self._counts and answer.request.resource_type in ("document", "xhr", "fetch"):
            timing = answer.request.timing
            self.effort.server += max(timing["responseStart"] - timing["requestStart"], 0) / 1000

    def _count_opening(self, page: Page) -> None:
        for name in ("goto", "go_back"):
            opening = getattr(page, name)

            def counted(*given: Any, _opening: Any = opening, **more: Any) -> Any:
                self.effort.clicks += self._counts
                return _opening(*given, **more)

            setattr(page, name, counted)


def in_table(journey: str, effort: Effort) -> str:
    """The counts that the table tells of the journey; those of this walk are written first where that was asked for."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"| {journey} |"))
    cells = lines[at].split(" | ")
    if os.environ.get(WRITES):
        cells = [*cells[:3], *effort.counts.split(" | "), f"{effort.server:.1f} |"]
        lines[at] = " | ".join(cells)
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return " | ".join(cells[3:8])
