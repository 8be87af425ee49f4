"""Small operations on CSS text for `assets.py`: the tokens that are used, the font faces, the white space."""

import re

_DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")
_FACE = re.compile(r"@font-face\s*\{[^}]*\}")


def used_tokens(*, theme: str, stylesheet: str) -> str:
    """One :root rule with the theme's custom properties that the stylesheet reaches, also through others."""
    values = dict(_DECLARATION.findall(theme))
    wanted: set[str] = set()
    waiting = set(_REFERENCE.findall(stylesheet))
    while waiting:
        name = waiting.pop()
        if name in values and name not in wanted:
            wanted.add(name)
            waiting.update(_REFERENCE.findall(values[name]))
    return ":root{" + "".join(f"{name}:{values[name].strip()};" for name in values if name in wanted) + "}"


def font_faces(stylesheet: str, *, files: set[str]) -> str:
    """The font faces that rest on these files, with addresses as seen from the folder vendor."""
    faces = [face for face in _FACE.findall(stylesheet) if any(f"/{name})" in face for name in files)]
    return "\n".join(faces).replace("./files/", "../fonts/")


def minified(stylesheet: str) -> str:
    """The same rules without comments and needless white space."""
    text = re.sub(r"/\*.*?\*/", "", stylesheet, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([{};,])\s*", r"\1", text)
    return text.replace(";}", "}").strip() + "\n"
