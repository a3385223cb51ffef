"""The first schema"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agency",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("reports", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "key = code || '@' || CAST(valid_from AS TEXT)", name=op.f("ck_agency_key_is_code_and_start")
        ),
        sa.CheckConstraint(
            "level IN ('province', 'district', 'commune', 'vertical')", name=op.f("ck_agency_level")
        ),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_agency_period")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_agency")),
    )
    op.create_index(op.f("ix_agency_code"), "agency", ["code"], unique=False)
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("synthetic", sa.Boolean(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("repeated", sa.Integer(), nullable=False),
        sa.Column("dropped_columns", sa.JSON(), nullable=False),
        sa.Column("supplement_of", sa.Integer(), nullable=True),
        sa.Column("copied_from", sa.Integer(), nullable=True),
        sa.Column("effect", sa.JSON(), nullable=True),
        sa.Column("staged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staged_by", sa.String(), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("applied_by", sa.String(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(state = 'applied') = (applied_at IS NOT NULL AND undone_at IS NULL)",
            name=op.f("ck_batch_applied"),
        ),
        sa.CheckConstraint("(state = 'undone') = (undone_at IS NOT NULL)", name=op.f("ck_batch_undone")),
        sa.CheckConstraint("mode IN ('whole', 'supplement')", name=op.f("ck_batch_mode")),
        sa.CheckConstraint(
            "state IN ('staged', 'applied', 'undone', 'rejected')", name=op.f("ck_batch_state")
        ),
        sa.CheckConstraint("(applied_at IS NULL) = (applied_by IS NULL)", name=op.f("ck_batch_applied_pair")),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name=op.f("ck_batch_undone_pair")),
        sa.CheckConstraint("accepted + rejected + repeated = total", name=op.f("ck_batch_lines_add_up")),
        sa.ForeignKeyConstraint(
            ["copied_from"],
            ["batch.id"],
            name=op.f("fk_batch_copied_from"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["supplement_of"],
            ["batch.id"],
            name=op.f("fk_batch_supplement_of"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_batch_sha256"), "batch", ["sha256"], unique=False)
    op.create_table(
        "connection",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('department', 'vertical', 'api', 'system', 'database', 'gis')",
            name=op.f("ck_connection_kind"),
        ),
        sa.CheckConstraint("state IN ('connected', 'not_connected')", name=op.f("ck_connection_state")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_connection")),
    )
    op.create_table(
        "event",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('milestone', 'deadline', 'reorganisation')", name=op.f("ck_event_kind")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_event")),
    )
    op.create_table(
        "monthly_figure",
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("value", sa.Numeric(precision=18, scale=4), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint(
            "CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_monthly_figure_month_is_first_day")
        ),
        sa.PrimaryKeyConstraint("measure", "agency", "month", name=op.f("pk_monthly_figure")),
    )
    op.create_table(
        "reform_item",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("quantity", sa.Numeric(precision=14, scale=4), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("target_rate", sa.Numeric(precision=7, scale=4), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done", sa.Numeric(precision=14, scale=4), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_reform_item")),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_revision_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_table(
        "sector",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_sector")),
    )
    op.create_table(
        "status_label",
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.CheckConstraint("status BETWEEN 1 AND 10", name=op.f("ck_status_label_status")),
        sa.PrimaryKeyConstraint("label", "since", name=op.f("pk_status_label")),
    )
    op.create_table(
        "target",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("agency", sa.String(), nullable=True),
        sa.Column("value", sa.Numeric(precision=14, scale=4), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint("basis IN ('listed', 'all')", name=op.f("ck_target_basis")),
        sa.CheckConstraint("kind IN ('target', 'stretch')", name=op.f("ck_target_kind")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_target")),
    )
    op.create_index(op.f("ix_target_indicator"), "target", ["indicator"], unique=False)
    op.create_table(
        "agency_succession",
        sa.Column("predecessor", sa.String(), nullable=False),
        sa.Column("successor", sa.String(), nullable=False),
        sa.Column("extent", sa.String(), nullable=False),
        sa.CheckConstraint("extent IN ('whole', 'part')", name=op.f("ck_agency_succession_extent")),
        sa.ForeignKeyConstraint(
            ["predecessor"],
            ["agency.key"],
            name=op.f("fk_agency_succession_predecessor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["successor"],
            ["agency.key"],
            name=op.f("fk_agency_succession_successor"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("predecessor", "successor", name=op.f("pk_agency_succession")),
    )
    op.create_table(
        "batch_slice",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("nil", sa.Boolean(), nullable=False),
        sa.CheckConstraint("CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_batch_slice_month_is_first_day")),
        sa.CheckConstraint("NOT nil OR lines = 0", name=op.f("ck_batch_slice_nil_has_no_lines")),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batch.id"],
            name=op.f("fk_batch_slice_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("batch_id", "kind", "month", "agency", name=op.f("pk_batch_slice")),
    )
    op.create_index(
        "ix_batch_slice_slice", "batch_slice", ["kind", "month", "agency", "batch_id"], unique=False
    )
    op.create_table(
        "dossier",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("procedure", sa.String(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("channel", sa.SmallInteger(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("digitised_input", sa.Boolean(), nullable=True),
        sa.Column("digitised_result", sa.Boolean(), nullable=True),
        sa.Column("fee", sa.Boolean(), nullable=True),
        sa.Column("paid_online", sa.Boolean(), nullable=True),
        sa.Column("satisfaction", sa.SmallInteger(), nullable=True),
        sa.CheckConstraint("CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_dossier_month_is_first_day")),
        sa.CheckConstraint(
            "(status >= 7) = (finished_on IS NOT NULL)", name=op.f("ck_dossier_finished_has_end")
        ),
        sa.CheckConstraint(
            "(status IN (1, 3)) = (received_on IS NULL)", name=op.f("ck_dossier_received_unless_waiting")
        ),
        sa.CheckConstraint("channel BETWEEN 1 AND 3", name=op.f("ck_dossier_channel")),
        sa.CheckConstraint("finished_on >= received_on", name=op.f("ck_dossier_finished_after_received")),
        sa.CheckConstraint("satisfaction BETWEEN 1 AND 5", name=op.f("ck_dossier_satisfaction")),
        sa.CheckConstraint("status BETWEEN 1 AND 10", name=op.f("ck_dossier_status")),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batch.id"],
            name=op.f("fk_dossier_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("month", "agency", "code", "batch_id", name=op.f("pk_dossier")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "issue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("column", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=True),
        sa.Column("agency", sa.String(), nullable=True),
        sa.Column("month", sa.Date(), nullable=True),
        sa.CheckConstraint("severity IN ('reject', 'warn')", name=op.f("ck_issue_severity")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_issue_batch_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue")),
    )
    op.create_index(op.f("ix_issue_batch_id"), "issue", ["batch_id"], unique=False)
    op.create_table(
        "one_stop_point",
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("tile_row", sa.Integer(), nullable=False),
        sa.Column("tile_column", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('branch', 'point')", name=op.f("ck_one_stop_point_kind")),
        sa.ForeignKeyConstraint(
            ["agency"],
            ["agency.key"],
            name=op.f("fk_one_stop_point_agency"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", name=op.f("pk_one_stop_point")),
    )
    op.create_table(
        "procedure",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.CheckConstraint("level IN ('province', 'district', 'commune')", name=op.f("ck_procedure_level")),
        sa.ForeignKeyConstraint(
            ["sector"],
            ["sector.code"],
            name=op.f("fk_procedure_sector"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_procedure")),
    )
    op.create_table(
        "reference_line",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batch.id"],
            name=op.f("fk_reference_line_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("batch_id", "line", name=op.f("pk_reference_line")),
    )
    op.create_index("ix_reference_line_key", "reference_line", ["kind", "key", "batch_id"], unique=False)
    op.create_table(
        "rejected_line",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batch.id"],
            name=op.f("fk_rejected_line_batch_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("batch_id", "line", name=op.f("pk_rejected_line")),
    )
    op.create_table(
        "sum_by_channel",
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("received_online", sa.Integer(), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.Column("finished_early", sa.Integer(), nullable=False),
        sa.Column("finished_on_time", sa.Integer(), nullable=False),
        sa.Column("finished_late", sa.Integer(), nullable=False),
        sa.Column("open_in_time", sa.Integer(), nullable=False),
        sa.Column("open_overdue", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("stopped", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("received_away", sa.Integer(), nullable=False),
        sa.Column("digitised_input", sa.Integer(), nullable=False),
        sa.Column("input_known", sa.Integer(), nullable=False),
        sa.Column("digitised_result", sa.Integer(), nullable=False),
        sa.Column("result_known", sa.Integer(), nullable=False),
        sa.Column("fee_due", sa.Integer(), nullable=False),
        sa.Column("paid_online", sa.Integer(), nullable=False),
        sa.Column("rated", sa.Integer(), nullable=False),
        sa.Column("satisfied", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("channel", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint(
            "CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_sum_by_channel_month_is_first_day")
        ),
        sa.ForeignKeyConstraint(
            ["agency"],
            ["agency.key"],
            name=op.f("fk_sum_by_channel_agency"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("month", "agency", "channel", name=op.f("pk_sum_by_channel")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sum_by_counter",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_sum_by_counter_month_is_first_day")
        ),
        sa.ForeignKeyConstraint(
            ["agency"],
            ["agency.key"],
            name=op.f("fk_sum_by_counter_agency"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["counter"],
            ["agency.key"],
            name=op.f("fk_sum_by_counter_counter"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("month", "agency", "counter", name=op.f("pk_sum_by_counter")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sum_by_sector",
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("received_online", sa.Integer(), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.Column("finished_early", sa.Integer(), nullable=False),
        sa.Column("finished_on_time", sa.Integer(), nullable=False),
        sa.Column("finished_late", sa.Integer(), nullable=False),
        sa.Column("open_in_time", sa.Integer(), nullable=False),
        sa.Column("open_overdue", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("stopped", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("received_away", sa.Integer(), nullable=False),
        sa.Column("digitised_input", sa.Integer(), nullable=False),
        sa.Column("input_known", sa.Integer(), nullable=False),
        sa.Column("digitised_result", sa.Integer(), nullable=False),
        sa.Column("result_known", sa.Integer(), nullable=False),
        sa.Column("fee_due", sa.Integer(), nullable=False),
        sa.Column("paid_online", sa.Integer(), nullable=False),
        sa.Column("rated", sa.Integer(), nullable=False),
        sa.Column("satisfied", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.CheckConstraint(
            "CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_sum_by_sector_month_is_first_day")
        ),
        sa.ForeignKeyConstraint(
            ["agency"],
            ["agency.key"],
            name=op.f("fk_sum_by_sector_agency"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sector"],
            ["sector.code"],
            name=op.f("fk_sum_by_sector_sector"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("month", "agency", "sector", name=op.f("pk_sum_by_sector")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sum_by_service",
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("received_online", sa.Integer(), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.Column("finished_early", sa.Integer(), nullable=False),
        sa.Column("finished_on_time", sa.Integer(), nullable=False),
        sa.Column("finished_late", sa.Integer(), nullable=False),
        sa.Column("open_in_time", sa.Integer(), nullable=False),
        sa.Column("open_overdue", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.Column("stopped", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("received_away", sa.Integer(), nullable=False),
        sa.Column("digitised_input", sa.Integer(), nullable=False),
        sa.Column("input_known", sa.Integer(), nullable=False),
        sa.Column("digitised_result", sa.Integer(), nullable=False),
        sa.Column("result_known", sa.Integer(), nullable=False),
        sa.Column("fee_due", sa.Integer(), nullable=False),
        sa.Column("paid_online", sa.Integer(), nullable=False),
        sa.Column("rated", sa.Integer(), nullable=False),
        sa.Column("satisfied", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("service_level", sa.String(), nullable=False),
        sa.CheckConstraint(
            "CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_sum_by_service_month_is_first_day")
        ),
        sa.ForeignKeyConstraint(
            ["agency"],
            ["agency.key"],
            name=op.f("fk_sum_by_service_agency"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("month", "agency", "service_level", name=op.f("pk_sum_by_service")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "opening",
        sa.Column("procedure", sa.String(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("closed_on IS NULL OR closed_on > opened_on", name=op.f("ck_opening_period")),
        sa.ForeignKeyConstraint(
            ["procedure"],
            ["procedure.code"],
            name=op.f("fk_opening_procedure"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("procedure", "counter", "opened_on", name=op.f("pk_opening")),
    )
    op.create_table(
        "procedure_state",
        sa.Column("procedure", sa.String(), nullable=False),
        sa.Column("aspect", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(aspect = 'service_level' AND value IN ('full', 'partial', 'information'))"
            " OR (aspect = 'cross_boundary' AND value IN ('listed', 'built', 'live'))",
            name=op.f("ck_procedure_state_value_of_aspect"),
        ),
        sa.ForeignKeyConstraint(
            ["procedure"],
            ["procedure.code"],
            name=op.f("fk_procedure_state_procedure"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("procedure", "aspect", "value", "since", name=op.f("pk_procedure_state")),
    )
    op.create_table(
        "sum_by_procedure",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("agency", sa.String(), nullable=False),
        sa.Column("procedure", sa.String(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("received_online", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "CAST(month AS TEXT) LIKE '%-01'", name=op.f("ck_sum_by_procedure_month_is_first_day")
        ),
        sa.ForeignKeyConstraint(
            ["agency"],
            ["agency.key"],
            name=op.f("fk_sum_by_procedure_agency"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["procedure"],
            ["procedure.code"],
            name=op.f("fk_sum_by_procedure_procedure"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("month", "agency", "procedure", name=op.f("pk_sum_by_procedure")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sum_by_procedure_procedure"), "sum_by_procedure", ["procedure"], unique=False)
    op.execute("INSERT INTO revision (id, number) VALUES (1, 0)")
    for statement in _NO_OVERLAP[op.get_bind().dialect.name]:
        op.execute(statement)


# Periods of one agency code never overlap. PostgreSQL has a constraint for it; SQLite gets triggers.
_CLASH = """SELECT RAISE(ABORT, 'agency periods overlap') WHERE EXISTS (
    SELECT 1 FROM agency other WHERE other.code = NEW.code AND other.key <> NEW.key
    AND other.valid_from <= COALESCE(NEW.valid_to, '9999-12-31')
    AND NEW.valid_from <= COALESCE(other.valid_to, '9999-12-31'))"""
_NO_OVERLAP = {
    "sqlite": [
        f"CREATE TRIGGER agency_no_overlap_insert BEFORE INSERT ON agency BEGIN {_CLASH}; END",
        f"CREATE TRIGGER agency_no_overlap_update BEFORE UPDATE ON agency BEGIN {_CLASH}; END",
    ],
    "postgresql": [
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        "ALTER TABLE agency ADD CONSTRAINT ex_agency_no_overlap EXCLUDE USING gist "
        "(code WITH =, daterange(valid_from, valid_to, '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED",
    ],
}
