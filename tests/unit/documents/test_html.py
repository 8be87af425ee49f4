import re
from html.parser import HTMLParser

import pytest

from gemeentedossier.documents.engine.blocks import Document, Run
from gemeentedossier.documents.engine.html import Assets, write_fragment, write_html
from gemeentedossier.documents.engine.html_blocks import _run
from gemeentedossier.documents.engine.look import Look
from gemeentedossier.documents.engine.placing import placed_sentences

VOID = {"meta", "link", "wbr"}


class Nesting(HTMLParser):
    """Reads a page, holding that every element is closed in order, and keeps what the tests ask for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]

    @property
    def ids(self) -> list[str | None]:
        return [attributes["id"] for _, attributes in self.seen if "id" in attributes]


@pytest.fixture(scope="module")
def page(document: Document) -> Nesting:
    return Nesting(write_html(document))


def test_every_element_is_closed_in_order(page: Nesting) -> None:
    assert page.open == []


def test_hostile_words_add_no_element(document: Document, hostile: Document) -> None:
    def tags(each: Document) -> list[str]:
        return [tag for tag, _ in Nesting(write_html(each)).seen]

    assert tags(hostile) == tags(document)


def test_hostile_words_are_shown_as_they_are(hostile: Document) -> None:
    shown = "".join(Nesting(write_html(hostile)).words)
    assert 'Activiteit <script>alert(1)</script> </p> & "\' #eval("1") $x$ *b*' in shown


def test_no_id_occurs_twice(page: Nesting) -> None:
    assert len(page.ids) == len(set(page.ids))


def test_every_sentence_is_an_element_with_its_lasting_id(page: Nesting, document: Document) -> None:
    shown = [each["id"] for each in page.all("span") if each.get("class") == "paper-s"]
    assert shown == [placed.id for placed in placed_sentences(document)]


def test_every_sentence_names_sources_that_stand_in_the_list(page: Nesting) -> None:
    named = [str(each["data-sources"]) for each in page.all("span") if each.get("class") == "paper-s"]
    numbers = {token.split(".")[0] for tokens in named for token in tokens.split()}
    assert "" not in named
    assert {f"source-{number}" for number in numbers} == {each for each in page.ids if str(each).startswith("source-")}


def test_every_link_within_the_page_arrives(page: Nesting) -> None:
    inside = {str(each["href"])[1:] for each in page.all("a") if str(each["href"]).startswith("#")}
    assert inside <= set(page.ids)


def test_headings_leave_no_level_out(page: Nesting) -> None:
    levels = [tag for tag, _ in page.seen if re.fullmatch("h[1-6]", tag)]
    assert levels == ["h1", "h2", "h2", "h2", "h3", "h2", "h2"]


def test_a_table_has_caption_and_scopes(page: Nesting) -> None:
    assert len(page.all("caption")) == 1
    assert [each["scope"] for each in page.all("th")] == ["col", "col", "row", "row"]


def test_cells_carry_their_heading_for_a_narrow_screen(page: Nesting) -> None:
    assert [each["data-label"] for each in page.all("td")] == ["Termijn", "Termijn"]


def test_a_page_alone_admits_nothing_but_what_stands_in_it(page: Nesting) -> None:
    policy = next(each["content"] for each in page.all("meta") if "http-equiv" in each)
    assert re.sub(r"sha256-[^']+", "…", str(policy)) == (
        "default-src 'none'; style-src '…'; script-src '…'; font-src data:; base-uri 'none'; form-action 'none'"
    )
    assert page.all("link") == []


def test_a_served_page_has_no_inline_style_or_script(document: Document) -> None:
    served = Nesting(write_html(document, assets=Assets(("/static/document.css",), ("/static/provenance.js",))))
    assert served.all("style") == []
    assert served.all("script") == [{"src": "/static/provenance.js", "defer": None}]
    assert [attributes for _, attributes in served.seen if "style" in attributes] == []


def test_nothing_carries_an_event_attribute(hostile: Document) -> None:
    names = {name for _, attributes in Nesting(write_html(hostile)).seen for name in attributes}
    assert [name for name in names if name.startswith("on")] == []


def test_the_accent_of_the_municipality_is_set(document: Document) -> None:
    assert ":root { --paper-accent: #6b1a5c; }" in write_html(document, look=Look(accent="#6b1a5c"))


def test_the_fragment_is_one_article_in_the_language_of_the_document(document: Document) -> None:
    fragment = Nesting(write_fragment(document, place_of=lambda origin: ""))
    assert fragment.seen[0] == ("article", {"class": "paper", "lang": "nl", "data-paper": None})
    assert len(fragment.all("article")) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mail fg@a.example", "Mail fg@<wbr>a.example"),
        ("@ref en a @ b", "@ref en a @ b"),
    ],
)
def test_an_address_breaks_behind_its_sign_and_in_no_word(text: str, written: str) -> None:
    assert _run(Run(text)) == written
