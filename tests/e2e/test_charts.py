"""What only a browser shows of a chart: that the style sheet reaches the words in it."""

import pytest

COLOURS = """() => {
    const fill = name => getComputedStyle(document.querySelector(`.js-plotly-plot ${name}`)).fill;
    const token = name => {
        const probe = document.createElement("span");
        probe.style.color = `var(${name})`;
        document.querySelector("[data-testid=stApp]").append(probe);
        const colour = getComputedStyle(probe).color;
        probe.remove();
        return colour;
    };
    const ticks = [fill(".xtick text"), fill(".ytick text")];
    return [...ticks, token("--muted"), fill(".annotation-text"), fill(".bartext"), token("--text")];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_in_charts_have_the_colours_of_the_page(open_page, scheme: str):
    page = open_page("ho-so", scheme=scheme)
    page.locator(".js-plotly-plot .annotation-text").first.wait_for()
    across, up, muted, note, number, text = page.evaluate(COLOURS)
    assert across == up == muted and note == number == text


def test_a_chart_has_its_table_below_and_its_files_beside_it(open_page):
    page = open_page("ho-so")
    page.get_by_text("Xem bảng số liệu").first.click()
    table = page.locator("[class*=st-key-chart-] table").first
    assert table.is_visible() and "299.637" not in table.inner_text() and "82.400" in table.inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải CSV").first.click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("DỮ LIỆU MÔ PHỎNG – T3/25 tiếp nhận 78.655 hồ sơ")
    assert "Đã nhận 115/115 đơn vị" in text and "12/2024;49934;17634;14832;82400;115/115" in text
