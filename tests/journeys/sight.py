"""What a person who sees little, or has no mouse, meets on a page: axe, the edge of the screen, and the focus."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK = 1280
TWICE, FOURFOLD = 640, 320
"""What a desk of 1280 pixels leaves when it is made twice and four times as large (WCAG 2.2, 1.4.4 and 1.4.10)."""
FOLDS = "main details"
AXE = Axe().axe_script
NAMED = "Boolean(document.title.trim() && document.documentElement.lang)"

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

FRESH = """(met) => {
    const known = new Set(met), fresh = [], grounds = new WeakMap(), ids = new Set(), twice = new Set()
    for (const { id } of document.querySelectorAll('[id]')) (ids.has(id) ? twice : ids).add(id)
    const ground = (each) => {
        if (!each) return ''
        if (!grounds.has(each)) {
            const { backgroundColor, backgroundImage } = getComputedStyle(each)
            const clear = backgroundImage === 'none' && /^rgba\\(.*, 0\\)$|^transparent$/.test(backgroundColor)
            grounds.set(each, clear ? ground(each.parentElement) : backgroundColor + backgroundImage)
        }
        return grounds.get(each)
    }
    const given = (each) => [...each.attributes].map(({ name, value }) => {
        if (['type', 'role', 'scope', 'lang'].includes(name)) return `${name}=${value}`
        if (['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].includes(name)) {
            return name + value.split(' ').every((one) => ids.has(one))
        }
        return name + Boolean(value)
    }).sort()
    const shape = (each) => each.getAttribute('class')
    const mark = (each, kind, name) => {
        if (known.has(kind)) return
        known.add(kind)
        fresh.push(kind)
        each.setAttribute(name, '')
    }
    for (const each of document.querySelectorAll('body *')) {
        if (!each.checkVisibility({ visibilityProperty: true }) || each.matches('svg :not(a)')) continue
        const { color, opacity, fontSize, fontWeight, overflowX } = getComputedStyle(each)
        const { parentElement } = each
        const scrolls = ['auto', 'scroll'].includes(overflowX) && each.scrollWidth > each.clientWidth
        mark(each, [
            parentElement.tagName, shape(parentElement), each.tagName, shape(each), given(each),
            each.labels?.length, Boolean(each.textContent.trim()), twice.has(each.id), scrolls,
        ].join(' '), 'data-fresh')
        if ([...each.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim())) {
            mark(each, [color, opacity, ground(each), fontSize, fontWeight].join(' '), 'data-shade')
        }
    }
    return fresh
}"""
"""Mark one element of each kind, and one text of each colour, ground and size, that is not among those met before. A
kind is everything that axe judges by: what it stands in, its class, which attributes it has and whether they lead
somewhere, whether it has a label and a text, and whether it scrolls."""

UNSEEN = """() => {
    const look = (each) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(each)
        return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join()
    }
    const unseen = []
    document.activeElement.blur()
    for (const each of document.querySelectorAll(
        ':is(a[href], button, input, select, textarea, summary, [tabindex])[data-fresh]'
    )) {
        if (each.disabled) continue
        const kind = `${each.tagName} ${each.getAttribute('class')} ${each.type || ''}`
        if (each.tabIndex > 0) unseen.push(`${kind}: out of order`)
        const before = look(each)
        each.focus({ preventScroll: true, focusVisible: true })
        if (document.activeElement === each && look(each) === before) unseen.push(kind)
        each.blur()
    }
    return unseen
}"""
"""Fresh elements that look the same with the focus on them as without, and what stands out of the order of tabs."""


class Eyes:
    """Looks at page after page, and at each kind of element once: axe over all of every page takes half an hour."""

    def __init__(self) -> None:
        self._met: set[str] = set()

    def faults(self, page: Page) -> list[str]:
        """With every fold open: what is new here, and the edge of a desk that is made larger."""
        page.evaluate(f"document.querySelectorAll('{FOLDS}').forEach((each) => {{ each.open = true }})")
        faults = [] if page.evaluate(NAMED) else ["no title or no language"]
        fresh = page.evaluate(FRESH, list(self._met))
        if fresh:
            self._met.update(fresh)
            faults += _violations(page, "[data-fresh]", _rules(contrast=False))
            faults += _violations(page, "[data-shade]", {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
            faults += [f"focus unseen: {each}" for each in page.evaluate(UNSEEN)]
            faults += outside(page, TWICE)
        faults += outside(page, FOURFOLD)
        page.set_viewport_size({"width": DESK, "height": 844})
        return faults


def axe_on(page: Page, *, inside: str | None = None) -> list[str]:
    """What axe finds against WCAG 2.2 AA as the page stands now, in all of it or in what is chosen."""
    return _violations(page, inside, _rules(contrast=True))


def _rules(*, contrast: bool) -> dict[str, Any]:
    return {"runOnly": RULES, "rules": {"color-contrast": {"enabled": contrast}}}


def _violations(page: Page, inside: str | None, options: dict[str, Any]) -> list[str]:
    if page.evaluate("window.axe === undefined"):
        page.evaluate(AXE)
    asked = {**options, "resultTypes": ["violations"]}
    found = page.evaluate(
        """async ([inside, asked]) => {
            if (inside && !document.querySelector(inside)) return []
            return (await axe.run(inside || document, asked)).violations.map((each) => [each.id, each.nodes[0].target])
        }""",
        [inside, asked],
    )
    return [f"{rule} {target}" for rule, target in found]


def outside(page: Page, width: int) -> list[str]:
    """What stands outside a screen of that many pixels."""
    page.set_viewport_size({"width": width, "height": 844})
    found = page.evaluate(OUTSIDE)
    return [f"outside {width}: {found}"] if found else []
