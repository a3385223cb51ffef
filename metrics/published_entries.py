"""The figures that the newspaper printed, each with where the same is read from this store's records.

The published side stands here and nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from metrics.published_facts import Facts

ARTICLE = "Báo Bình Dương, số liệu đến 31/03/2025"
Published = Decimal | int | date | None


@dataclass(frozen=True)
class Sums:
    """What the records say: a fraction, a count (no whole) or a date; all None = chưa có số liệu."""

    part: int | None = None
    whole: int | None = None
    value: Decimal | int | date | None = None


@dataclass(frozen=True)
class Entry:
    """One published figure. `unit` is percent, count or date; `approximate` is the paper's "more than".

    `explained` names the catalogue entry that says why published and computed differ, or what the
    figure is not; `inferred` marks what the paper does not print.
    """

    key: str
    published: Published
    read: Callable[[Facts], Sums]
    unit: str = "count"
    explained: bool = False
    inferred: bool = False
    approximate: bool = False
    source: str = ARTICLE

    def __reduce__(self):
        # A cache keeps rows as bytes, and `read` cannot be written down: an entry travels by its key.
        return _entry, (self.key,)


def _entry(key: str) -> Entry:
    return next(entry for entry in ENTRIES if entry.key == key)


def _procedures(part: str, whole: str | None = None) -> Callable[[Facts], Sums]:
    """Procedures by their state on 31-3-2025."""

    def read(found: Facts) -> Sums:
        names = part.split("+")
        if not {*names, whole or names[0]} <= found.procedures.keys():
            return Sums()
        return Sums(sum(found.procedures[name] for name in names), found.procedures.get(whole))

    return read


def _dossiers(key: str, level: str | None = None) -> Callable[[Facts], Sums]:
    """An indicator of the four months, altogether or of one level."""

    def read(found: Facts) -> Sums:
        figure = found.dossiers[level][key]
        return Sums(figure.part, figure.whole)

    return read


def _connected(kind: str, of: bool = True) -> Callable[[Facts], Sums]:
    def read(found: Facts) -> Sums:
        connected, known = found.connections.get(kind, (None, None))
        return Sums(connected, known if of else None)

    return read


def _points(kind: str) -> Callable[[Facts], Sums]:
    return lambda found: Sums(found.points.get(kind))


def _monthly(measure: str) -> Callable[[Facts], Sums]:
    return lambda found: Sums(found.monthly.get(measure))


def _target(indicator: str, kind: str = "target") -> Callable[[Facts], Sums]:
    return lambda found: Sums(value=found.targets.get((indicator, kind)))


def _event(beginning: str) -> Callable[[Facts], Sums]:
    """The day of an event, known by how its title begins."""
    return lambda found: Sums(value=found.event_on(beginning))


def _item(code: str, field: str) -> Callable[[Facts], Sums]:
    """A field of a reform item: quantity, target_rate, due_on or done."""
    return lambda found: Sums(value=found.reform.get(code, {}).get(field))


ENTRIES = (
    Entry("procedures_total", 1877, _procedures("procedures"), inferred=True, explained=True),
    Entry("procedures_online", Decimal("80.29"), _procedures("full+partial", "procedures"), "percent"),
    Entry("procedures_full_count", 826, _procedures("full")),
    Entry("procedures_full", Decimal("44"), _procedures("full", "procedures"), "percent", explained=True),
    Entry("procedures_partial_count", 681, _procedures("partial")),
    Entry(
        "procedures_partial",
        Decimal("36.29"),
        _procedures("partial", "procedures"),
        "percent",
        explained=True,
    ),
    Entry("target_full", Decimal("70"), _target("procedures_full"), "percent"),
    Entry(
        "target_full_stretch", Decimal("80"), _target("procedures_full", "stretch"), "percent", explained=True
    ),
    Entry("dossiers_received", 299_637, _dossiers("dossiers_received")),
    Entry("dossiers_online", Decimal("98.53"), _dossiers("dossiers_online"), "percent"),
    Entry("dossiers_online_province", Decimal("97.47"), _dossiers("dossiers_online", "province"), "percent"),
    Entry("dossiers_online_district", Decimal("97.89"), _dossiers("dossiers_online", "district"), "percent"),
    Entry("dossiers_online_commune", Decimal("99.07"), _dossiers("dossiers_online", "commune"), "percent"),
    Entry("cross_boundary_live", 275, _procedures("live", "listed")),
    Entry("cross_boundary_building", 295, lambda found: Sums(found.building, found.procedures.get("listed"))),
    Entry("cross_boundary_listed", 570, _procedures("listed")),
    Entry("cross_boundary_listed_on", date(2025, 2, 28), lambda found: Sums(value=found.listed_on), "date"),
    Entry("cross_boundary_next_on", date(2025, 4, 10), lambda found: Sums(value=found.plan_on), "date"),
    Entry("cross_boundary_pilot_on", date(2025, 5, 1), _event("Thí điểm 100 %"), "date", explained=True),
    Entry("cross_boundary_official_on", date(2025, 7, 1), _event("Chính thức thực hiện 100 %"), "date"),
    Entry("target_cross_boundary", Decimal("100"), _target("cross_boundary_live"), "percent", explained=True),
    Entry("points_since", date(2024, 12, 2), _event("Trung tâm Phục vụ hành chính công"), "date"),
    Entry("points_branches", 9, _points("branch")),
    Entry("points_reception", 91, _points("point")),
    Entry("connections_departments", Decimal("100"), _connected("department"), "percent"),
    Entry("connections_vertical", 4, _connected("vertical")),
    Entry(
        "connections_vertical_all", 6, lambda found: Sums(found.connections.get("vertical", (None, None))[1])
    ),
    Entry("connections_api", 2, _connected("api", of=False)),
    Entry("connections_systems", 4, _connected("system", of=False)),
    Entry("connections_databases", 4, _connected("database", of=False), explained=True),
    Entry("connections_gis", 3, lambda found: Sums(found.connections.get("gis", (None, None))[1])),
    Entry("app_binh_duong_so_installs", 102_000, _monthly("app_binh_duong_so_installs"), approximate=True),
    Entry("app_binh_duong_so_visits", 2_000_000, _monthly("app_binh_duong_so_visits"), approximate=True),
    Entry("app_chinh_quyen_so_installs", 3_808, _monthly("app_chinh_quyen_so_installs"), approximate=True),
    Entry("reform_cut", Decimal("20"), _item("KH1109-CAT-GIAM", "target_rate"), "percent", explained=True),
    Entry("reform_internal", 245, _item("KH1109-NOI-BO", "quantity")),
    Entry("reform_review", 524, _item("KH1109-RA-SOAT", "quantity")),
    Entry("reform_review_on", date(2025, 4, 30), _item("KH1109-RA-SOAT", "due_on"), "date"),
    Entry("reform_simplify", 105, _item("KH1109-DON-GIAN", "quantity"), inferred=True, explained=True),
    Entry("reform_simplify_rate", Decimal("20"), _item("KH1109-DON-GIAN", "target_rate"), "percent"),
    Entry("reform_cost", Decimal("20"), _item("KH1109-CHI-PHI", "target_rate"), "percent"),
    Entry("reform_done", None, _item("KH1109-RA-SOAT", "done"), explained=True),
    Entry("national_database_on", date(2025, 4, 6), _item("CSDLQG", "due_on"), "date", explained=True),
    Entry("national_database_done", None, _item("CSDLQG", "done"), explained=True),
    Entry("target_digitised_input", Decimal("100"), _target("digitised_input"), "percent"),
    Entry("target_digitised_result", Decimal("100"), _target("digitised_result"), "percent"),
    Entry("digitisation_done", None, _item("SO-HOA-CU", "done"), explained=True),
    Entry("training_done", None, _item("TAP-HUAN", "done"), explained=True),
    Entry("digital_teams_done", None, _item("TO-CONG-NGHE-SO", "done"), explained=True),
    Entry("satisfaction_done", None, _item("HAI-LONG", "done"), explained=True),
)
