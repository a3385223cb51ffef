"""What only a browser shows of a table: that what belongs together stands on one line, inside its cell."""

import pytest

# Each cell with words: how many lines they take, and the pixels left beside them within it.
CELLS = """selector => [...document.querySelectorAll(selector)].filter(cell => cell.textContent).map(cell => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const place = cell.getBoundingClientRect(), ink = words.getBoundingClientRect();
    return {
        lines: new Set([...words.getClientRects()].map(line => Math.round(line.top))).size,
        beside: Math.min(ink.left - place.left, place.right - ink.right),
    };
})"""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_number_of_the_flows_touches_the_edge_of_its_cell_on_a_phone(open_page, language: str):
    page = open_page("phi-dia-gioi", f"?lang={language}", size="phone")
    cells = page.evaluate(CELLS, ".ioc-matrix:not(.ioc-wordy) td")
    assert len(cells) == 81
    assert min(cell["beside"] for cell in cells) >= 1.5 and all(cell["lines"] == 1 for cell in cells)


@pytest.mark.parametrize(("size", "language"), [("laptop", "vi"), ("laptop", "en"), ("phone", "vi")])
def test_the_state_of_a_link_stands_on_one_line(open_page, size: str, language: str):
    page = open_page("ket-noi", f"?lang={language}", size=size)
    states = page.evaluate(CELLS, "[class*=st-key-chart-ket-noi-]:not([class*=ung-dung]) td:nth-child(2)")
    assert len(states) > 30 and {state["lines"] for state in states} == {1}


# Where the words over a folded table end, and where its files begin.
FOLDED = """() => [...document.querySelectorAll("[class*=st-key-table-]:has(details)")].map(folded => {
    const words = document.createRange();
    words.selectNodeContents(folded.querySelector("summary"));
    const files = folded.querySelector("[class*=st-key-downloads-]").getBoundingClientRect();
    const ink = words.getBoundingClientRect();
    return ink.bottom <= files.top || ink.top >= files.bottom ? Infinity : files.left - ink.right;
})"""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_files_of_a_chart_stand_beside_the_words_of_its_table_on_a_phone(open_page, language: str):
    page = open_page("ho-so", f"?lang={language}", size="phone")
    gaps = page.evaluate(FOLDED)
    assert len(gaps) > 5 and min(gaps) >= 0, gaps
