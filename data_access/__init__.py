"""Everything that touches the store: tables, migrations, the one door for writes, sums, ingest."""
