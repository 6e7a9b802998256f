"""Text in cards: HTML fields show Google's small subset and nothing else; plain fields show every character."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from tests.browser.sidebar import STATIC, Sidebar, action, button, text_input

pytestmark = pytest.mark.browser

HOSTILE = [
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'>",
    "<svg onload=window.hit=1>",
    "<b onclick='window.hit = 1'>bold</b>",
    "<a href='javascript:window.hit=1'>press</a>",
    "<a href=' java\tscript:window.hit=1'>press</a>",
    "<a href='data:text/html,x'>press</a>",
    "<a href='http://far.example/'>press</a>",
    "<a href='https://x.example/' onmouseover='window.hit=1'>press</a>",
    "<font color='red;background:url(https://x.example)'>red</font>",
    "<style>body{display:none}</style>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "</div></section><b",
    "<<b>>&lt;script&gt;<!-- --><![CDATA[x]]>",
    "&#0;&#xD800;&#x110000;&bogus;&constructor;",
    "\u202eevil\u202c مرحبا שלום 😀 =1+1",
]

_RENDER = """async (sources) => {
  const { richText } = await import("/cards_text.js");
  return sources.map((source) => {
    const box = document.createElement("div");
    box.append(richText(source));
    const elements = [...box.querySelectorAll("*")];
    return {
      text: box.textContent,
      tags: elements.map((element) => element.tagName),
      attributes: elements.flatMap((element) => element.getAttributeNames()),
      links: elements.filter((element) => element.tagName === "A").map((element) => element.protocol),
    };
  });
}"""


def test_no_module_turns_text_into_markup_or_code() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in STATIC.glob("cards*.js"))
    words = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "new Function")
    assert [word for word in words if word in source] == []


def test_subset_is_drawn_as_elements(sidebar: Sidebar) -> None:
    source = (
        '<b>b<i>i</i></b><U>u</U><s>s</s><br/><font color="#80e27e">f</font>'
        "<a href='https://x.example/?a=1&amp;b=2'>a</a><time>t</time> 1 &lt; 2 &amp;amp; &#128512;"
    )
    (drawn,) = sidebar.page.evaluate(_RENDER, [source])
    assert drawn["tags"] == ["B", "I", "U", "S", "BR", "SPAN", "A", "TIME"]
    assert drawn["text"] == "biusfat 1 < 2 &amp; 😀"


@pytest.mark.parametrize(
    "source",
    [
        "<ul><li>x</li></ul>",
        "<strong>x</strong>",
        "Pam <pam@x.example>",
        "</b>",
        "a < b > c",
        "<b ",
        "&amp",
        "<a>x</a>",
    ],
)
def test_everything_else_is_text(sidebar: Sidebar, source: str) -> None:
    (drawn,) = sidebar.page.evaluate(_RENDER, [source])
    assert (drawn["text"], drawn["tags"]) == (source, [])


def test_unclosed_and_crossed_tags_lose_no_text(sidebar: Sidebar) -> None:
    (open_, crossed) = sidebar.page.evaluate(_RENDER, ["<b>one <i>two", "<b>one <i>two</b> three</i>"])
    assert (open_["text"], open_["tags"]) == ("one two", ["B", "I"])
    assert crossed["text"] == "one two three</i>"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=30))
def test_escaped_text_is_shown_as_it_was(sidebar: Sidebar, texts: list[str]) -> None:
    drawn = sidebar.page.evaluate(_RENDER, [html.escape(text) for text in texts])
    assert [item["text"] for item in drawn] == texts
    assert all(item["tags"] == [] for item in drawn)


_PIECES = [
    "<",
    ">",
    "</",
    "b",
    "a",
    "font",
    "script",
    " ",
    "href=",
    "color=",
    "onclick=",
    '"',
    "'",
    "=",
    "/",
    "&",
    "lt;",
    "#60;",
]
_PIECES += ["<b>", "</b>", '<a href="https://x.example">', "javascript:", "x", "\n", "<br>", "<!--"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sources=st.lists(st.lists(st.sampled_from(_PIECES)).map("".join), min_size=1, max_size=40))
def test_no_text_makes_a_foreign_element(sidebar: Sidebar, sources: list[str]) -> None:
    for drawn in sidebar.page.evaluate(_RENDER, sources):
        assert set(drawn["tags"]) <= {"B", "I", "U", "S", "BR", "SPAN", "A", "TIME"}
        assert set(drawn["attributes"]) <= {"href", "rel", "target", "style"}
        assert set(drawn["links"]) <= {"https:", "mailto:", "tel:"}


def test_hostile_strings_are_quick(sidebar: Sidebar) -> None:
    long = ["<b" + " " * 200_000, "<" * 200_000, '<a href="' * 20_000, "&" * 200_000, "<b>" * 20_000, "<b a=b" * 20_000]
    took = sidebar.page.evaluate(
        """async (sources) => {
          const { richText } = await import("/cards_text.js");
          const start = performance.now();
          sources.forEach((source) => richText(source));
          return performance.now() - start;
        }""",
        long,
    )
    assert took < 3000


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_strings_run_nothing_in_any_field(sidebar: Sidebar, hostile: str) -> None:
    item = {"text": hostile, "value": hostile}
    sidebar.page.evaluate("stack.clear()")
    sidebar.apply(
        navigations=[
            {
                "pushCard": {
                    "header": {"title": hostile, "subtitle": hostile, "imageUrl": hostile, "imageAltText": hostile},
                    "sections": [
                        {
                            "header": hostile,
                            "widgets": [
                                {"textParagraph": {"text": hostile}},
                                {"decoratedText": {"text": hostile, "topLabel": hostile, "bottomLabel": hostile}},
                                {"image": {"imageUrl": hostile, "altText": hostile}},
                                {
                                    "textInput": {
                                        "name": hostile,
                                        "label": hostile,
                                        "hintText": hostile,
                                        "value": hostile,
                                    }
                                },
                                {
                                    "selectionInput": {
                                        "name": "s",
                                        "label": hostile,
                                        "type": "DROPDOWN",
                                        "items": [item],
                                    }
                                },
                                {"selectionInput": {"name": "c", "label": hostile, "items": [item]}},
                                {"grid": {"title": hostile, "items": [{"title": hostile, "subtitle": hostile}]}},
                                {"chipList": {"chips": [{"label": hostile}]}},
                                button(hostile),
                            ],
                        }
                    ],
                }
            }
        ],
    )
    found = sidebar.page.locator("#sidebar").evaluate(
        "root => root.querySelectorAll('script, style, iframe, object, [onerror], [onload], [onclick]').length"
    )
    assert (found, sidebar.page.evaluate("'hit' in window")) == (0, False)
    for name in ("card-title", "card-subtitle"):
        assert sidebar.page.get_by_test_id(name).evaluate("element => element.textContent") == hostile


def test_plain_fields_show_entities_as_they_are(sidebar: Sidebar) -> None:
    sidebar.page.evaluate("stack.clear()")
    plain = "a &amp; <b>b</b>"
    sidebar.show({"decoratedText": {"text": "x", "topLabel": plain}}, button(plain), header={"title": plain})
    expect(sidebar.page.get_by_text(plain, exact=True)).to_have_count(3)


def test_hostile_values_come_back_unchanged(sidebar: Sidebar) -> None:
    sidebar.page.evaluate("stack.clear()")
    names = [f"{number} {json.dumps(hostile)}" for number, hostile in enumerate(HOSTILE)]
    sidebar.show(
        *(text_input(name, type="MULTIPLE_LINE", value=value) for name, value in zip(names, HOSTILE, strict=True)),
        button(on_click={"action": action()}),
    )
    sidebar.press("Go")
    assert sidebar.inputs() == {name: [value] for name, value in zip(names, HOSTILE, strict=True)}
    sidebar.answer()


@pytest.mark.parametrize(("text", "direction"), [("مرحبا", "rtl"), ("hello", "ltr")])
def test_text_runs_in_its_own_direction(sidebar: Sidebar, text: str, direction: str) -> None:
    sidebar.page.evaluate("stack.clear()")
    sidebar.show({"textParagraph": {"text": text}})
    assert sidebar.page.get_by_text(text).evaluate("element => getComputedStyle(element).direction") == direction
