"""Run by Alembic: migrate on the connection that `upgrade` holds open."""

from alembic import context

from data_access.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transaction_per_migration=False,
)
context.run_migrations()
