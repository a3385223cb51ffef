"""No text becomes markup by accident."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from graphics.markup import Html, joined, plain, rich, share, tag


class Elements(HTMLParser):
    """The elements and the text that a browser would see."""

    def __init__(self, html):
        super().__init__()
        self.names, self.text = [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)

    def handle_data(self, data):
        self.text += data


@given(st.text())
def test_any_text_in_a_tag_stays_text(text):
    seen = Elements(tag("p", text, title=text))
    assert seen.names == ["p"]
    assert seen.text == text


def test_text_next_to_markup_is_still_escaped():
    assert joined("<b>", tag("i", "x")) == "&lt;b&gt;<i>x</i>"


def test_a_sentence_may_be_bold_and_nothing_else():
    assert rich("Thiếu **488** <script>") == "Thiếu <strong>488</strong> &lt;script&gt;"
    assert plain("Thiếu **488** TTHC") == "Thiếu 488 TTHC"


def test_attributes_without_a_value_are_left_out():
    assert tag("a", "x", href=None, aria_current=True, hidden=False) == '<a aria-current="true">x</a>'


def test_only_markup_counts_as_markup():
    assert isinstance(tag("p"), Html) and not isinstance("<p></p>", Html)


def test_places_stay_on_the_bar():
    assert [share(-5), share(0), share(48.2456), share(130), share(None)] == [
        "0%",
        "0%",
        "48.246%",
        "100%",
        "0%",
    ]
    assert share(98, 96, 100) == "50%"
    assert share(3, 5, 5) == "0%"
