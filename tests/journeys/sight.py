"""What a person who sees little, or has no mouse, meets on a page: axe, the edge of the screen, and the focus."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESK, PHONE, HEIGHT = 1280, 390, 844
NEW = "[data-fresh], [data-shade]"
TWICE, FOURFOLD = 640, 320
"""What a desk of 1280 pixels leaves when it is made twice and four times as large (WCAG 2.2, 1.4.4 and 1.4.10)."""
FOLDS = "main details"
AXE = f"""{Axe().axe_script}
axe.configure({{ rules: [{{ id: 'color-contrast', selector: '[data-shade]' }}] }})"""
"""Contrast, which takes axe three times as long as all its other rules, is asked of one text of each shade."""
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

CROWDED = """() => {
    const every = [...document.querySelectorAll(
        ':is(a[href], button, input:not([type=hidden]), select, textarea, summary):not(svg *)'
    )].filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    const boxes = every.map((each) => ({ each, box: each.getBoundingClientRect() }))
    const targets = boxes.filter(({ box }) => box.width > 1)
    const written = (each) => each.textContent.replace(/\\s/g, '').length
    const flows = (each) => {
        const block = each.closest('li, p, dd, dt, td, th, div, section, h1, h2, h3, caption, label, legend, summary')
        const links = [...block.querySelectorAll('a, button, .gd-hidden:not(a *, button *)')]
        return getComputedStyle(each).display === 'inline' &&
            written(block) > links.reduce((sum, one) => sum + written(one), 0)
    }
    const small = new Set(targets.filter(({ each, box }) =>
        each.matches('a, button, summary') && Math.min(box.width, box.height) < 23.9 && !flows(each)))
    const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    const floats = (each) => each && (['sticky', 'fixed'].includes(getComputedStyle(each).position)
        ? each : floats(each.parentElement))
    const away = ([x, y], box) => Math.hypot(
        Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
    const close = (one, other) => {
        const [[x, y], [left, top]] = [middle(one), middle(other)]
        return away([x, y], other.box) < 11.9 || (small.has(other) && Math.hypot(x - left, y - top) < 23.9)
    }
    const near = (one, other) => close(one, other) &&
        !one.each.contains(other.each) && !other.each.contains(one.each) && floats(one.each) === floats(other.each)
    const found = [...small].find((one) => targets.some((other) => near(one, other)))
    return found ? `${found.each.parentElement.className} ${found.each.outerHTML.slice(0, 90)}` : ''
}"""
"""The first target smaller than 24 pixels with another one too near (WCAG 2.2, 2.5.8). One in a sentence may be, and
what passes under a bar that stays in sight is only there for a moment. Asked of every page: it is about what stands
beside what, which differs where the kinds of element do not."""

FRESH = """([met, inside]) => {
    const known = new Set(met.split(' ')), fresh = [], ids = new Set(), twice = new Set()
    const [grounds, over] = [new WeakMap(), new WeakMap()]
    for (const { id } of document.querySelectorAll('[id]')) (ids.has(id) ? twice : ids).add(id)
    const ground = (each) => {
        if (!each) return ''
        if (!grounds.has(each)) {
            const { backgroundColor, backgroundImage, position } = getComputedStyle(each)
            const clear = backgroundImage === 'none' && /^rgba\\(.*, 0\\)$|^transparent$/.test(backgroundColor)
            const floats = ['absolute', 'fixed', 'sticky'].includes(position) ? each.getAttribute('class') : ''
            grounds.set(each, clear ? ground(each.parentElement) + floats : backgroundColor + backgroundImage)
        }
        return grounds.get(each)
    }
    const laid = (each) => {
        if (!each) return ''
        if (!over.has(each)) {
            const { opacity } = getComputedStyle(each)
            const draws = ['::before', '::after'].some((part) => {
                const { content, position } = getComputedStyle(each, part)
                return content !== 'none' && position === 'absolute'
            })
            over.set(each, laid(each.parentElement) + (opacity === '1' ? '' : opacity) + (draws ? 'drawn' : ''))
        }
        return over.get(each)
    }
    const inert = (each) => Boolean(
        each.closest(':disabled, [aria-disabled=true]') || each.closest('label')?.control?.disabled)
    const cut = (each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) <= 1
    const given = (each) => [...each.attributes].map(({ name, value }) => {
        if (['type', 'role', 'scope', 'lang'].includes(name)) return `${name}=${value}`
        if (['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].includes(name)) {
            return name + value.split(' ').every((one) => ids.has(one))
        }
        return name + Boolean(value)
    }).sort()
    const shape = (each) => each.getAttribute('class')
    const short = (text) => {
        let [one, other] = [0xdeadbeef, 0x41c6ce57]
        for (let place = 0; place < text.length; place++) {
            one = Math.imul(one ^ text.charCodeAt(place), 2654435761)
            other = Math.imul(other ^ text.charCodeAt(place), 1597334677)
        }
        return (one >>> 0).toString(36) + (other >>> 0).toString(36)
    }
    const mark = (each, told, name) => {
        const kind = short(told)
        if (known.has(kind)) return
        known.add(kind)
        fresh.push(kind)
        each.setAttribute(name, '')
    }
    for (const each of document.querySelectorAll(`${inside} *`)) {
        if (!each.checkVisibility({ visibilityProperty: true })) continue
        const { color, fill, fontSize, fontWeight, overflowX, textShadow } = getComputedStyle(each)
        const { parentElement } = each
        const scrolls = ['auto', 'scroll'].includes(overflowX) && each.scrollWidth > each.clientWidth
        if (!each.matches('svg :not(a)')) {
            mark(each, [
                parentElement.tagName, shape(parentElement), each.tagName, shape(each), given(each),
                each.labels?.length, Boolean(each.textContent.trim()), twice.has(each.id), scrolls,
            ].join(' '), 'data-fresh')
        }
        const texts = [...each.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE)
        const text = texts.map((one) => one.data).join('').trim()
        if (text || each.matches('input:not([type=hidden]), select, textarea')) {
            mark(each, [
                color, fill, ground(each), laid(each), fontSize, fontWeight, textShadow,
                text.length === 1, inert(each), cut(each),
            ].join(' '), 'data-shade')
        }
    }
    return fresh.join(' ')
}"""
"""Mark one element of each kind, and one text of each colour, ground and size, that is not among those met before. A
kind is everything that axe judges by: what it stands in, its class, which attributes it has and whether they lead
somewhere, whether it has a label and a text, and whether it scrolls. A shade is one more where axe would not judge its
text: a single letter, one that cannot be used or is cut away, or one with something laid over it."""

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
    """Looks at page after page, and at each kind of element once: axe over all of every page takes half an hour.

    On a desk of 1280 pixels it also looks at what is left of it when it is made larger.
    """

    def __init__(self, width: int = DESK) -> None:
        self.width = width
        self._met = ""

    def faults(self, page: Page) -> list[str]:
        """With every fold open: what is new here, and the edge of the screen."""
        page.evaluate(f"document.querySelectorAll('{FOLDS}').forEach((each) => {{ each.open = true }})")
        faults = [] if page.evaluate(NAMED) else ["no title or no language"]
        fresh = page.evaluate(FRESH, [self._met, "body"])
        narrower = [FOURFOLD] if self.width == DESK else []
        if fresh:
            self._met += f" {fresh}"
            faults += _violations(page, NEW, {"runOnly": RULES})
            faults += [f"focus unseen: {each}" for each in page.evaluate(UNSEEN)]
            narrower = [TWICE, *narrower] if narrower else []
        for width in [*narrower, self.width]:
            faults += outside(page, width)
        return faults


def axe_on(page: Page, *, inside: str | None = None) -> list[str]:
    """What axe finds against WCAG 2.2 AA as the page stands now, in all of it or in what is chosen."""
    page.evaluate(FRESH, ["", inside or "body"])
    return _violations(page, inside, {"runOnly": RULES})


def _violations(page: Page, inside: str | None, options: dict[str, Any]) -> list[str]:
    if page.evaluate("window.axe === undefined"):
        page.evaluate(AXE)
    asked = {**options, "resultTypes": ["violations"]}
    found = page.evaluate(
        """async ([inside, asked]) => {
            if (inside && !document.querySelector(inside)) return []
            const among = inside ? [...document.querySelectorAll(inside)] : document
            return (await axe.run(among, asked)).violations.map((each) => [each.id, each.nodes[0].target])
        }""",
        [inside, asked],
    )
    return [f"{rule} {target}" for rule, target in found]


def outside(page: Page, width: int) -> list[str]:
    """What stands outside a screen of that many pixels, or is too near to be touched alone."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    found = {"outside": page.evaluate(OUTSIDE), "crowded": page.evaluate(CROWDED)}
    return [f"{fault} at {width}: {place}" for fault, place in found.items() if place]
