"""What a person who sees little, or has no mouse, meets on a page: axe, the edge of the screen, and the focus."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK, PHONE = 1280, 390
ENLARGED = (640, 320)
"""A desk of 1280 pixels made twice and four times as large leaves this many (WCAG 2.2, 1.4.4 and 1.4.10)."""
FOLDS = "main details"

OUTSIDE = """() => {
    const edge = window.innerWidth
    if (document.documentElement.scrollWidth <= edge) return ''
    const scrolls = (each) => each && each !== document.documentElement &&
        (['auto', 'scroll', 'hidden'].includes(getComputedStyle(each).overflowX) || scrolls(each.parentElement))
    const beyond = (each) => each.checkVisibility() && each.getBoundingClientRect().right > edge + 0.5
    const wide = [...document.querySelectorAll('body *')].filter((each) => beyond(each) && !scrolls(each.parentElement))
    const last = wide.at(-1)
    return last ? `${last.tagName} ${last.className} ${last.textContent.trim().slice(0, 40)}` : 'page'
}"""
"""The innermost element that stands outside the screen; a table scrolls in a box of its own."""

UNSEEN = """() => {
    const look = (each) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(each)
        return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join()
    }
    const met = new Set(), unseen = []
    for (const each of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
        const kind = `${each.tagName} ${each.className} ${each.type || ''}`
        if (met.has(kind) || !each.checkVisibility({ visibilityProperty: true }) || each.disabled) continue
        met.add(kind)
        if (each.tabIndex > 0) unseen.push(`${kind}: out of order`)
        const before = look(each)
        each.focus({ preventScroll: true, focusVisible: true })
        if (document.activeElement === each && look(each) === before) unseen.push(kind)
        each.blur()
    }
    return unseen
}"""
"""Kinds of element that look the same with the focus on them as without, and what stands out of the order of tabs."""

SHADES = """(met) => {
    const known = new Set(met), fresh = []
    const ground = (each) => {
        for (; each; each = each.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(each)
            if (backgroundImage !== 'none' || !/^rgba\\(.*, 0\\)$|^transparent$/.test(backgroundColor)) {
                return backgroundColor + backgroundImage
            }
        }
    }
    for (const each of document.querySelectorAll('body *')) {
        const says = [...each.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim())
        if (!says || !each.checkVisibility({ visibilityProperty: true })) continue
        const { color, opacity, fontSize, fontWeight } = getComputedStyle(each)
        const shade = [color, opacity, ground(each), fontSize, fontWeight].join(' ')
        if (known.has(shade)) continue
        known.add(shade)
        fresh.push(shade)
        each.setAttribute('data-shade', '')
    }
    return fresh
}"""
"""Mark one text of each colour, ground and size that is not among those that were met before."""


class Eyes:
    """Looks at page after page. Contrast takes axe longer than all other rules together: of each colour of text on each
    ground, in each size, it looks at one."""

    def __init__(self) -> None:
        self._met: set[str] = set()

    def faults(self, page: Page) -> list[str]:
        """At a desk as the page opened; on a phone with every fold open; and that desk enlarged."""
        faults = self._axe(page) + outside(page, DESK)
        faults += [f"focus unseen: {each}" for each in page.evaluate(UNSEEN)]
        page.evaluate(f"document.querySelectorAll('{FOLDS}').forEach((each) => {{ each.open = true }})")
        faults += outside(page, PHONE)
        if page.locator(FOLDS).count():
            faults += [f"in a fold on a phone: {each}" for each in self._axe(page, inside=FOLDS)]
        for width in ENLARGED:
            faults += outside(page, width)
        page.set_viewport_size({"width": DESK, "height": 844})
        return faults

    def _axe(self, page: Page, *, inside: str | None = None) -> list[str]:
        found = axe_on(page, inside=inside, contrast=False)
        if fresh := page.evaluate(SHADES, list(self._met)):
            self._met.update(fresh)
            found += _violations(page, "[data-shade]", {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
        return found


def axe_on(page: Page, *, inside: str | None = None, contrast: bool = True) -> list[str]:
    """What axe finds against WCAG 2.2 AA as the page stands now, in all of it or in what is chosen."""
    return _violations(page, inside, {"runOnly": RULES, "rules": {"color-contrast": {"enabled": contrast}}})


def _violations(page: Page, inside: str | None, options: dict[str, Any]) -> list[str]:
    found: list[Any] = (
        Axe().run(page, context=inside, options={**options, "resultTypes": ["violations"]}).response["violations"]
    )
    return [f"{each['id']} {each['nodes'][0]['target']}" for each in found]


def outside(page: Page, width: int) -> list[str]:
    """What stands outside a screen of that many pixels."""
    page.set_viewport_size({"width": width, "height": 844})
    found = page.evaluate(OUTSIDE)
    return [f"outside {width}: {found}"] if found else []
