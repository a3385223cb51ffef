"""Every row of Đối chiếu by plain SQL on what counts: nothing of `metrics` is used here.

A row is (part, whole) of a fraction, (part, None) of a count, or (value, None) of a date or a target.
"""

import sqlite3

# A slice counts from its newest applied whole batch on; of each code in it, the newest line.
COUNTED = """
    WITH base AS (
        SELECT s.month, s.agency, MAX(b.id) AS id
        FROM batch_slice s JOIN batch b ON b.id = s.batch_id
        WHERE s.kind = 'dossiers' AND b.state = 'applied' AND b.mode = 'whole'
        GROUP BY s.month, s.agency
    ), newest AS (
        SELECT d.month, d.agency, d.code, MAX(d.batch_id) AS id
        FROM dossier d
        JOIN base ON base.month = d.month AND base.agency = d.agency AND d.batch_id >= base.id
        JOIN batch b ON b.id = d.batch_id AND b.state = 'applied'
        GROUP BY d.month, d.agency, d.code
    )
    SELECT COALESCE(SUM(d.channel = 2), 0), COUNT(*)
    FROM dossier d
    JOIN newest n ON n.month = d.month AND n.agency = d.agency AND n.code = d.code AND n.id = d.batch_id
    JOIN agency a ON a.key = d.agency
    WHERE d.month BETWEEN '2024-12-01' AND '2025-03-01'
      AND d.received_on BETWEEN d.month AND date(d.month, '+1 month', '-1 day')
"""

# Of a procedure's levels, the newest stated by 31-3-2025; of two stated for one day, the higher.
LEVEL = """
    SELECT COALESCE(SUM(level = 'full'), 0), COALESCE(SUM(level = 'partial'), 0), COUNT(*) FROM (
        SELECT (SELECT s.value FROM procedure_state s
                WHERE s.procedure = p.code AND s.aspect = 'service_level' AND s.since <= '2025-03-31'
                ORDER BY s.since DESC, s.value = 'full' DESC, s.value = 'partial' DESC LIMIT 1) AS level
        FROM procedure p WHERE NOT p.internal)
"""
EVENTS = {
    "cross_boundary_pilot_on": "Thí điểm",
    "cross_boundary_official_on": "Chính thức thực hiện",
    "points_since": "Trung tâm Phục vụ hành chính công",
}
REACHED = """
    SELECT COUNT(DISTINCT p.code) FROM procedure p JOIN procedure_state s ON s.procedure = p.code
    WHERE NOT p.internal AND s.aspect = 'cross_boundary' AND s.since <= '2025-03-31' AND s.value IN ({})
"""
ITEMS = {
    "reform_cut": ("KH1109-CAT-GIAM", "target_rate"),
    "reform_internal": ("KH1109-NOI-BO", "quantity"),
    "reform_review": ("KH1109-RA-SOAT", "quantity"),
    "reform_review_on": ("KH1109-RA-SOAT", "due_on"),
    "reform_simplify": ("KH1109-DON-GIAN", "quantity"),
    "reform_simplify_rate": ("KH1109-DON-GIAN", "target_rate"),
    "reform_cost": ("KH1109-CHI-PHI", "target_rate"),
    "reform_done": ("KH1109-RA-SOAT", "done"),
    "national_database_on": ("CSDLQG", "due_on"),
    "national_database_done": ("CSDLQG", "done"),
    "digitisation_done": ("SO-HOA-CU", "done"),
    "training_done": ("TAP-HUAN", "done"),
    "digital_teams_done": ("TO-CONG-NGHE-SO", "done"),
    "satisfaction_done": ("HAI-LONG", "done"),
}
TARGETS = {
    "target_full": ("procedures_full", "target"),
    "target_full_stretch": ("procedures_full", "stretch"),
    "target_cross_boundary": ("cross_boundary_live", "target"),
    "target_digitised_input": ("digitised_input", "target"),
    "target_digitised_result": ("digitised_result", "target"),
}


def rows(file) -> dict[str, tuple]:
    """Key of the row → (part or value, whole)."""
    with sqlite3.connect(file) as connection:
        ask = connection.execute
        full, partial, procedures = ask(LEVEL).fetchone()
        listed = ask(REACHED.format("'listed', 'built', 'live'")).fetchone()[0]
        live = ask(REACHED.format("'live'")).fetchone()[0]
        found = {
            "procedures_total": (procedures, None),
            "procedures_online": (full + partial, procedures),
            "procedures_full_count": (full, None),
            "procedures_full": (full, procedures),
            "procedures_partial_count": (partial, None),
            "procedures_partial": (partial, procedures),
            "dossiers_received": (ask(COUNTED).fetchone()[1], None),
            "dossiers_online": ask(COUNTED).fetchone(),
            "cross_boundary_live": (live, listed),
            "cross_boundary_building": (listed - live, listed),
            "cross_boundary_listed": (listed, None),
            "cross_boundary_listed_on": ask(
                "SELECT MAX(since), NULL FROM procedure_state"
                " WHERE value = 'listed' AND since <= '2025-03-31'"
            ).fetchone(),
            "cross_boundary_next_on": ask(
                "SELECT MIN(due_on), NULL FROM target WHERE indicator = 'cross_boundary_live_count'"
            ).fetchone(),
        }
        for row, words in EVENTS.items():
            found[row] = ask('SELECT MIN("on"), NULL FROM event WHERE title LIKE ?', [f"{words}%"]).fetchone()
        for level in ("province", "district", "commune"):
            found[f"dossiers_online_{level}"] = ask(f"{COUNTED} AND a.level = ?", [level]).fetchone()
        for row, kind in (("points_branches", "branch"), ("points_reception", "point")):
            found[row] = ask(
                "SELECT COUNT(*), NULL FROM one_stop_point p JOIN agency a ON a.key = p.agency"
                " WHERE p.kind = ? AND a.valid_from <= '2025-03-31'",
                [kind],
            ).fetchone()
        connected, known = "SUM(state = 'connected')", "COUNT(*)"
        for row, kind, part, whole in (
            ("connections_departments", "department", connected, known),
            ("connections_vertical", "vertical", connected, known),
            ("connections_vertical_all", "vertical", known, "NULL"),
            ("connections_api", "api", connected, "NULL"),
            ("connections_systems", "system", connected, "NULL"),
            ("connections_databases", "database", connected, "NULL"),
            ("connections_gis", "gis", known, "NULL"),
        ):
            found[row] = ask(f"SELECT {part}, {whole} FROM connection WHERE kind = ?", [kind]).fetchone()
        for measure in (
            "app_binh_duong_so_installs",
            "app_binh_duong_so_visits",
            "app_chinh_quyen_so_installs",
        ):
            found[measure] = ask(
                "SELECT value, NULL FROM monthly_figure"
                " WHERE measure = ? AND agency = '' AND month = '2025-03-01'",
                [measure],
            ).fetchone()
        for row, (indicator, kind) in TARGETS.items():
            found[row] = ask(
                "SELECT value, NULL FROM target WHERE indicator = ? AND kind = ?", [indicator, kind]
            ).fetchone()
        for row, (code, field) in ITEMS.items():
            found[row] = ask(f"SELECT {field}, NULL FROM reform_item WHERE code = ?", [code]).fetchone()
    return found
