"""Maps, matrices, rankings and steps keep places, order and missing cells."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from graphics import matrix, ranking, scale, steps, table, tiles
from graphics.matrix import Matrix, Place
from graphics.ranking import Ranked
from graphics.steps import Deadline, Stage, Steps
from graphics.tiles import Tile, Unit
from tests.graphics.reading import reads

STEPS = Steps(
    "Thực tế so với kế hoạch",
    plan=((date(2025, 3, 1), 275), (date(2025, 4, 10), 570)),
    actual=((date(2025, 3, 1), 275), (date(2025, 4, 10), 570)),
    first=date(2025, 3, 1),
    last=date(2025, 12, 31),
    as_of=date(2025, 3, 31),
    plan_label="kế hoạch",
    actual_label="thực tế",
    deadlines=(Deadline(date(2025, 7, 1), "chính thức"),),
)


def test_actual_ends_on_the_day_of_the_data_even_if_more_is_known():
    html = steps.step_chart(STEPS)
    assert "275 thực tế" in reads(html) and "570 kế hoạch" in reads(html)
    assert html.count("ioc-actual ioc-level") == 1 and html.count("ioc-plan ioc-level") == 2
    assert (
        steps.spoken(STEPS)
        == "Thực tế 275 đến 31/03/2025; kế hoạch 570 từ 10/04/2025; 01/07/2025: chính thức"
    )


def test_steps_without_any_record_draw_the_plan_alone():
    empty = Steps("x", (), (), date(2025, 3, 1), date(2025, 3, 1), date(2025, 3, 1), "", "")
    assert "Thực tế — đến 01/03/2025" in steps.spoken(empty)
    assert "ioc-dot" not in steps.step_chart(empty)


def test_tiles_stand_in_their_place_and_the_chosen_one_can_be_cleared():
    map_ = tiles.tile_map(
        (
            Tile("718", "Thủ Dầu Một", Decimal("62.3"), 3, 1, (Unit("a", None), Unit("b", Decimal(70)))),
            Tile("720", "Dầu Tiếng", None, 1, 1),
        ),
        selected="718",
    )
    assert re.findall(r'href="([^"]*)"', map_) == ["?huyen=720", "?"]
    assert 'style="grid-row:3;grid-column:1"' in map_ and 'aria-current="true"' in map_
    assert map_.index("ioc-bin-4") < map_.index("ioc-hatch"), "squares stand from high to missing"
    assert reads(map_) == "Dầu Tiếng — Thủ Dầu Một 62,30 %"


def test_a_unit_of_its_own_is_shaded_itself_and_a_map_of_many_columns_has_fine_tiles():
    units = tuple(Tile(str(n), f"X{n}", Decimal(n * 10), 1, n, shaded=True) for n in range(1, 7))
    map_ = tiles.tile_map(units)
    assert "ioc-fine" in map_ and "repeat(6,minmax(0,1fr))" in map_
    assert "ioc-tile ioc-bin-0" in map_ and "ioc-tile ioc-bin-3" in map_ and "ioc-units" not in map_
    assert "ioc-fine" not in tiles.tile_map(units[:3])


def test_stages_before_the_actual_count_are_named_in_a_legend_up_to_the_day_of_the_data():
    listed = Stage("Danh mục", ((date(2025, 3, 1), 275), (date(2025, 4, 10), 570)))
    html = steps.step_chart(replace(STEPS, stages=(listed,)))
    assert reads(html).endswith("Danh mục 275") and html.count("ioc-stage-0 ioc-level") == 1
    assert steps.spoken(replace(STEPS, stages=(listed,))).startswith("Danh mục 275; Thực tế 275")


def test_a_key_from_data_cannot_leave_its_address():
    assert 'href="?huyen=7%26x%3D%22"' in tiles.tile_map((Tile('7&x="', "x", None, 1, 1),))


def test_shades_follow_the_bounds_and_missing_is_hatched():
    shades = [scale.bin_class(v, (20, 35, 50, 65)) for v in (Decimal("19.99"), 20, 50, 65, 100, None)]
    assert shades == ["ioc-bin-0", "ioc-bin-1", "ioc-bin-3", "ioc-bin-4", "ioc-bin-4", "ioc-hatch"]
    assert scale.count_bounds([]) == (1, 2, 3, 4)


def test_the_many_at_home_do_not_drown_those_who_went_elsewhere():
    places = (Place("Dầu Tiếng", "DT"), Place("Dĩ An", "DA"))
    shape = Matrix(places, places, ((9000, 10), (None, 8000)), frozenset({(0, 0), (1, 1)}))
    html = matrix.matrix(shape, "Nộp ở đâu")
    assert (
        'class="ioc-own">9.000' in html and 'class="ioc-bin-4">10' in html and 'class="ioc-hatch">—' in html
    )
    assert html.count('scope="row"') == html.count('scope="col"') == 2


def test_a_ranking_keeps_its_order_and_draws_a_course_only_if_there_is_one():
    rows = (Ranked("B", Decimal(33), "5/15"), Ranked("A", None, course=(Decimal(1), Decimal(1))))
    html = ranking.ranking(rows)
    assert reads(html) == "B 33,00 % 5/15 A —"
    assert html.count('class="ioc-spark"') == 1
    assert ranking.sparkline((Decimal(1),)) is None


def test_the_table_twin_writes_figures_and_names_its_rows():
    html = table.table(
        ("Cơ quan", "Hồ sơ", "Tỷ lệ"),
        ("text", "count", "percent"),
        [("Sở <Y>", 2361, Decimal("45.78"))],
        "Bảng",
    )
    assert reads(html) == "Bảng Cơ quan Hồ sơ Tỷ lệ Sở <Y> 2.361 45,78 %"
    assert '<th scope="row">Sở &lt;Y&gt;</th>' in html


def test_a_tile_leads_where_it_says():
    assert 'href="?huyen=1&amp;lang=en"' in tiles.tile_map(
        (Tile("1", "x", None, 1, 1, href="?huyen=1&lang=en"),)
    )


def test_rates_that_lie_close_together_get_closer_bounds():
    assert scale.rate_bounds([Decimal("3.8"), Decimal("8.1"), None]) == (4, 5, 6, 7)
    assert scale.rate_bounds([Decimal(10), Decimal(80)]) == scale.RATE_BOUNDS
    assert scale.rate_bounds([]) == scale.rate_bounds([Decimal(5)]) == scale.RATE_BOUNDS
    assert reads(scale.legend((Decimal("6.5"), Decimal(7)))) == "< 6,5 % 6,5–7 % ≥ 7 %"


def test_a_matrix_of_rates_is_shaded_by_rate_and_says_what_is_missing():
    places = (Place("Hộ tịch", "HT"),)
    html = matrix.matrix_card(
        "Độ phủ", Matrix(places, (Place("Dĩ An", "DA"),) * 2, ((Decimal("66.6"), None),), rates=True)
    )
    assert 'class="ioc-bin-4">67' in html and 'class="ioc-hatch">—' in html
    assert "Chưa có số liệu" in reads(html)


def test_small_rates_are_ranked_on_a_scale_that_shows_them():
    html = ranking.ranking((Ranked("A", Decimal(4)), Ranked("B", Decimal(8))))
    assert re.findall(r"width:(\d+%)", html) == ["40%", "80%"]
    assert "thang 0–10 %" in reads(ranking.ranking_card("x", (Ranked("B", Decimal(8)),)))
    assert "width:40%" in ranking.ranking((Ranked("A", Decimal(40)),))
